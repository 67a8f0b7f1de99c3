"""The files of readings: `readings.yaml`, which staff write, and `places.yaml`, which the importer writes.

One wrong line costs one word, not the lexicon: it is set aside with its problem, and the rest is used.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path, PurePath
from typing import Annotated, Literal

from pydantic import Discriminator, Field, StringConstraints, Tag, ValidationError

from kiosk.errors import N_, Message
from kiosk.lessons.base import Content
from kiosk.lessons.loader import problems_of
from kiosk.lessons.problems import Problem
from kiosk.lessons.yaml_reader import Document, YamlError, parse_yaml, read_text
from kiosk.text.lexicon import Entry, Lexicon

FILES = ("readings.yaml", "places.yaml")
"""Under `lessons`. Where both know a word, the first one's readings are tried first."""

_MOST_WRONG_LINES = 100
_ENTRY = re.compile(r"\s{1,2}[^\s#-]")
"""The first line of an entry of `readings`."""

Word = Annotated[str, StringConstraints(min_length=1, max_length=60)]
Kana = Annotated[str, StringConstraints(pattern=r"^[ぁ-ゖァ-ヺー]+$", max_length=120)]


class ReadingHere(Content):
    """A reading that needs more words: it holds only behind one of `after` and before one of `before`.

    `accent`: the mora after which the pitch falls, 0 for flat.
    """

    reading: Kana
    after: tuple[Word, ...] = ()
    before: tuple[Word, ...] = ()
    accent: Annotated[int, Field(ge=0, le=60)] | None = None


def _shape(value: object) -> str:
    """One problem for one mistake: pydantic would report a wrong value once for every member of a union."""
    if isinstance(value, dict | ReadingHere):
        return "here"
    return "several" if isinstance(value, list | tuple) else "kana"


OneReading = Annotated[
    Annotated[Kana, Tag("kana")] | Annotated[ReadingHere, Tag("here")], Discriminator(_shape)
]
Readings = Annotated[
    Annotated[Kana, Tag("kana")]
    | Annotated[ReadingHere, Tag("here")]
    | Annotated[tuple[OneReading, ...], Tag("several")],
    Discriminator(_shape),
]


class ReadingsFile(Content):
    """Words and how they are read here; of several readings the first that fits is taken."""

    format: Literal[1]
    readings: dict[Word, Readings]


def load_lexicon(folder: Path) -> tuple[Lexicon, tuple[Problem, ...]]:
    """The lexicon of a `lessons` folder. Without `places.yaml` it has no places, which is no problem."""
    entries: dict[str, tuple[Entry, ...]] = {}
    problems: list[Problem] = []
    for name in FILES:
        if name == FILES[0] or (folder / name).exists():
            found, wrong = _load(folder / name, PurePath("lessons", name))
            for word, more in found.items():
                entries[word] = (*entries.get(word, ()), *more)
            problems += wrong
    return Lexicon(entries), tuple(problems)


def _load(path: Path, shown_as: PurePath) -> tuple[dict[str, tuple[Entry, ...]], list[Problem]]:
    try:
        document, problems = _readable(read_text(path, shown_as), shown_as)
    except YamlError as stop:
        return {}, [stop.problem]
    file: ReadingsFile | None
    try:
        file = ReadingsFile.model_validate(document.value)
    except ValidationError as error:
        problems += problems_of(error, document, shown_as)
        file = _without_wrong_words(error, document.value)
    return {word: _entries(word, given) for word, given in file.readings.items()} if file else {}, problems


def _readable(text: str, shown_as: PurePath) -> tuple[Document, list[Problem]]:
    """The document without the entries that are no YAML. Raises `YamlError` when nothing can be saved."""
    lines = text.splitlines()
    problems: list[Problem] = []
    try:
        return parse_yaml("\n".join(lines), shown_as), problems
    except YamlError:
        problems += _blank_broken_entries(lines, shown_as)
    while True:
        try:
            return parse_yaml("\n".join(lines), shown_as), problems
        except YamlError as stop:  # such as the same word twice
            line = stop.problem.line
            if (
                len(problems) == _MOST_WRONG_LINES
                or not 0 < line <= len(lines)
                or not lines[line - 1].strip()
            ):
                raise
            problems.append(stop.problem)
            lines[line - 1] = ""


def _blank_broken_entries(lines: list[str], shown_as: PurePath) -> Iterator[Problem]:
    """Try every entry by itself: an open quotation mark is noticed far behind its line."""
    starts = [number for number, line in enumerate(lines) if _ENTRY.match(line)]
    for start, end in pairwise([*starts, len(lines)]):
        try:
            value = parse_yaml("readings:\n" + "\n".join(lines[start:end]), shown_as).value
            if (
                value
                and isinstance(value, dict)
                and (value["readings"] is None or isinstance(value["readings"], dict))
            ):
                continue
            what = Message(N_("「言葉: よみ」の形ではありません。"))
            remedy = Message(N_("「:」と空白を確かめてください。"))
        except YamlError as stop:
            what, remedy = stop.problem.what, stop.problem.remedy
        yield Problem(shown_as, start + 1, "", what, remedy)
        lines[start:end] = [""] * (end - start)


def _without_wrong_words(error: ValidationError, value: object) -> ReadingsFile | None:
    wrong = {
        detail["loc"][1]
        for detail in error.errors()
        if detail["loc"][:1] == ("readings",) and detail["loc"][1:]
    }
    match value:
        case {"format": 1, "readings": dict() as readings}:
            return ReadingsFile(
                format=1, readings={word: given for word, given in readings.items() if word not in wrong}
            )
        case _:
            return None


def _entries(word: str, given: str | ReadingHere | tuple[str | ReadingHere, ...]) -> tuple[Entry, ...]:
    match given:
        case str():
            return (Entry(word, given),)
        case ReadingHere():
            return (Entry(word, given.reading, given.after, given.before, given.accent),)
        case _:
            return tuple(entry for one in given for entry in _entries(word, one))
