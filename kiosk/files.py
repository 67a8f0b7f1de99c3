"""Files are written whole or not at all."""

from contextlib import suppress
from pathlib import Path

from kiosk.errors import N_, OutputError


def write_whole(path: Path, data: bytes, make_folder: bool = False) -> None:
    """Write a file. Raises `OutputError`; what stood there before is kept then, and nothing is left behind."""
    temporary = path.with_name(f".{path.name}.new")
    try:
        if make_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise OutputError(
            N_("ファイル {file} に書けません（{detail}）。書きこめる場所を指定してください。"),
            file=path,
            detail=error.strerror or error,
        ) from error
