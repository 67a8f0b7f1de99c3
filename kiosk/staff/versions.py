"""Which software and which content this is, so that staff can tell it on the telephone."""

import platform
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from kiosk import __version__

_SHORT = 8
"""Characters of a hash: enough to be told apart, few enough to be read out."""

INSTALLED = "COMMIT"
"""Where deploy/install.sh keeps the commit of its copy, which has no `.git`."""


@dataclass(frozen=True)
class Versions:
    """`commit` is empty where the software is neither a checkout nor a copy of one; `changed` is the day of the newest content file."""

    software: str
    commit: str
    content: str
    changed: date | None
    python: str
    qt: str


def versions(root: Path, code: Path) -> Versions:
    """Of the content under `root` and the software in the folder `code`. Reads every content file."""
    from PySide6.QtCore import qVersion

    files = sorted(_content_files(root))
    return Versions(
        __version__,
        commit_of(code),
        _hash(root, files),
        _newest(files),
        platform.python_version(),
        qVersion(),
    )


def commit_of(checkout: Path) -> str:
    """The commit a checkout, or a terminal's copy of one, stands on, read without git; empty where there is none."""
    with suppress(OSError, UnicodeDecodeError):
        if not (checkout / ".git").exists():
            return (checkout / INSTALLED).read_text(encoding="utf-8").strip()[:_SHORT]
        head = (checkout / ".git" / "HEAD").read_text(encoding="utf-8").strip()
        name = head.removeprefix("ref: ")
        return (head if name == head else _of_branch(checkout / ".git", name))[:_SHORT]
    return ""


def _of_branch(git: Path, name: str) -> str:
    loose = git / name
    if loose.is_file():
        return loose.read_text(encoding="utf-8").strip()
    for line in (git / "packed-refs").read_text(encoding="utf-8").splitlines():
        commit, _, branch = line.partition(" ")
        if branch == name:
            return commit
    return ""


def _content_files(root: Path) -> Iterator[Path]:
    """Everything that staff and translators change."""
    for folder, kinds in (
        ("lessons", ("*.yaml", "*.png", "*.jpg", "*.webp", "*.wav")),
        ("locales", ("*.po",)),
    ):
        for kind in kinds:
            yield from (root / folder).rglob(kind)


def _hash(root: Path, files: list[Path]) -> str:
    """Of names and bytes; a file that cannot be read counts as empty."""
    found = sha256()
    for file in files:
        found.update(file.relative_to(root).as_posix().encode() + b"\0")
        with suppress(OSError):
            found.update(sha256(file.read_bytes()).digest())
    return found.hexdigest()[:_SHORT]


def _newest(files: list[Path]) -> date | None:
    newest = 0.0
    for file in files:
        with suppress(OSError):
            newest = max(newest, file.stat().st_mtime)
    return datetime.fromtimestamp(newest, UTC).astimezone().date() if newest else None
