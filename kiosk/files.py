"""Files are written whole or not at all."""

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from kiosk.errors import N_, OutputError


def write_whole(
    path: Path, data: bytes, make_folder: bool = False, lasting: bool = True, mode: int = 0o666
) -> None:
    """Write a file. Raises `OutputError`; what stood there before is kept then, and nothing is left behind.

    A `lasting` file is on the disk when this returns, whatever happens to the power; what can be made again
    is written faster without. `mode` is who may do what with a new file, less the umask; one that is replaced
    keeps its permissions.
    """
    try:
        if make_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        _write_beside(path, data, lasting, mode)
        if lasting:
            _keep_name(path.parent)
    except OSError as error:
        raise OutputError(
            N_("ファイル {file} に書けません（{detail}）。書きこめる場所を指定してください。"),
            file=path,
            detail=error.strerror or error,
        ) from error


def own_folder(path: Path) -> None:
    """Make a folder that is ours alone. Raises `OSError`, also where somebody else has made it, or a link to another.

    In a folder that everybody may write to, such as `/dev/shm`, whoever comes first could read or replace our files.
    """
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if sys.platform != "win32":
        found = path.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(path))
        path.chmod(0o700)


def _write_beside(path: Path, data: bytes, lasting: bool, mode: int) -> None:
    """First under a name of its own: two processes may write the same file."""
    temporary = path.with_name(f".{path.name}.{os.urandom(6).hex()}.new")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            if lasting:
                os.fsync(descriptor)
        with suppress(FileNotFoundError):
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _keep_name(folder: Path) -> None:
    """A new name is on the disk once its folder is; elsewhere than on POSIX a folder cannot be opened."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
