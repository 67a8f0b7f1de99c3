"""Which files the content is made of, in `lessons/`."""

from collections.abc import Iterator
from pathlib import Path

CITY, SHELVES = "city.yaml", "shelves.yaml"
PHONE_WORDS, FREE_PRACTICE, PLANS = "phone-words.yaml", "free-practice.yaml", "plans.yaml"
CLASSES = "classes.yaml"


def phone_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The shared apps of the practice phone, and the screens that lessons bring themselves, with the app's name."""
    for path in sorted((folder / "phone").glob("*.yaml")):
        yield path.stem, path
    for path in sorted(folder.glob("*/phone.yaml")):
        yield path.parent.name, path


def lesson_files(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.glob("*/lesson.yaml"))


def text_files(folder: Path) -> Iterator[Path]:
    """Every file with texts for residents."""
    yield from (folder / name for name in (CITY, SHELVES, PHONE_WORDS, FREE_PRACTICE, PLANS, CLASSES))
    yield from lesson_files(folder)
    yield from (path for _app, path in phone_files(folder))
