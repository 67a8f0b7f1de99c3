"""Files that nobody but the kiosk's own user may read."""

from pathlib import Path

from kiosk.errors import N_, OutputError
from kiosk.files import write_whole


def write_private(path: Path, data: bytes) -> None:
    """Write a file whole, readable by its owner only, in a folder closed to others. Raises `OutputError`."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.chmod(0o700)
    except OSError as error:
        raise OutputError(
            N_("ファイル {file} に書けません（{detail}）。書きこめる場所を指定してください。"),
            file=path,
            detail=error.strerror or error,
        ) from error
    write_whole(path, data, mode=0o600)


def remove(path: Path) -> None:
    """Raises `OutputError`; what is not there is removed already."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(
            N_("ファイル {file} を消せません（{detail}）。消す権限があるかを確かめてください。"),
            file=path,
            detail=error.strerror or error,
        ) from error
