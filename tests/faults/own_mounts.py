"""Disks that are full, read-only or hold damaged files, for one process and its children only.

Where this machine lets nobody mount anything, files that may not grow stand for a full disk.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

FOLDERS = ("config", "data", "cache", "state", "runtime")
_UNSHARE = ("unshare", "-m") if os.name == "posix" and os.getuid() == 0 else ("unshare", "-rm")
_DISK = """
mount -t tmpfs -o size=16m tmpfs disk
for name in config data cache state runtime; do
  mkdir -p $name disk/$name && cp -a $name/. disk/$name && mount --bind disk/$name $name
done
"""
_READ_ONLY = "mount -o remount,ro disk; for name in config data cache state runtime; do mount -o remount,ro,bind $name; done\n"


def can_mount() -> bool:
    """Found by trying."""
    try:
        done = subprocess.run(
            [*_UNSHARE, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False
        )
    except OSError:
        return False
    return done.returncode == 0


def on_own_disk(folder: Path, read_only: bool = False, full: bool = False) -> tuple[str, ...]:
    """What begins a command whose `FOLDERS` in a folder lie on a disk of their own."""
    (folder / "disk").mkdir()
    return _begin(folder, _DISK + _READ_ONLY * read_only + _fill("disk") * full)


def with_files(folder: Path, files: Mapping[Path, bytes | None]) -> tuple[str, ...]:
    """What begins a command that sees other content in some files; None for an empty folder in a folder's place."""
    lines = []
    for number, (file, data) in enumerate(files.items()):
        other = folder / f"instead-{number}"
        if data is None:
            other.mkdir()
        else:
            other.write_bytes(data)
        lines.append(f"mount --bind '{other}' '{file}'\n")
    return _begin(folder, "".join(lines))


def no_file_may_grow() -> tuple[str, ...]:
    """What begins a command that cannot write a byte into any file, as on a full disk."""
    return ("prlimit", "--fsize=0:unlimited")


def fill(pid: int, folder: Path) -> None:
    """The disk of a running process becomes full, or full again."""
    subprocess.run(["sh", "-c", _fill(str(seen_by(pid, folder / "disk")))], check=True)


def make_room(pid: int, folder: Path) -> None:
    """The disk of a running process is no longer full."""
    filling = Path(f"/proc/{pid}/root{folder}/disk/filling")
    if filling.exists():
        filling.unlink()
    else:
        subprocess.run(["prlimit", f"--pid={pid}", "--fsize=unlimited:unlimited"], check=True)


def make_writable(pid: int, folder: Path) -> None:
    """The disk of a running process is no longer read-only."""
    enter = [
        "nsenter",
        f"--target={pid}",
        "-m",
        *(() if os.getuid() == 0 else ("-U", "--preserve-credentials")),
    ]
    for name in ("disk", *FOLDERS):
        bind = ",bind" if name != "disk" else ""
        subprocess.run([*enter, "mount", "-o", f"remount,rw{bind}", str(folder / name)], check=True)


def seen_by(pid: int, path: Path) -> Path:
    """A path as a process sees it."""
    return Path(f"/proc/{pid}/root{path}")


def _fill(disk: str) -> str:
    return f"cat /dev/zero >>'{disk}/filling' 2>/dev/null || test -s '{disk}/filling'\n"


def _begin(folder: Path, mounts: str) -> Sequence[str]:
    shell = shutil.which("sh") or "/bin/sh"
    script = f'set -e; here=$PWD; cd "$1"; shift\n{mounts}cd "$here"; exec "$@"'
    return (*_UNSHARE, shell, "-c", script, "sh", str(folder))
