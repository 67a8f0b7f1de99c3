"""Extraction of lesson texts, registered with Babel as the method `kiosk_content`."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import IO

from pydantic import ValidationError

from kiosk.i18n.texts import texts
from kiosk.lessons.base import Content
from kiosk.lessons.classes import ClassesFile
from kiosk.lessons.model import City, FreePracticeFile, Lesson, PlansFile, ShelvesFile
from kiosk.lessons.phone.screen import PhoneFile, SystemWords
from kiosk.lessons.yaml_reader import key_text, parse_yaml

Message = tuple[int, str, str, list[str]]


def extract_content(
    fileobj: IO[bytes],
    _keywords: object,
    _comment_tags: object,
    options: object,  # noqa: ARG001 - Babel passes it by this name
) -> Iterator[Message]:
    """Babel's interface: (line, function, message, comments) for every text of one content file."""
    path = PurePath(getattr(fileobj, "name", "lesson.yaml"))
    document = parse_yaml(fileobj.read().decode("utf-8-sig"), path)
    try:
        content = _model(path).model_validate(document.value)
    except ValidationError as error:
        raise ValueError(f"{path}: {error}") from error
    for key, text in texts(content):
        yield document.line(key), "", str(text), [key_text(key)]


def _model(path: PurePath) -> type[Content]:
    if path.parent.name == "phone":
        return PhoneFile
    models: dict[str, type[Content]] = {
        "lesson.yaml": Lesson,
        "phone.yaml": PhoneFile,
        "phone-words.yaml": SystemWords,
        "free-practice.yaml": FreePracticeFile,
        "plans.yaml": PlansFile,
        "classes.yaml": ClassesFile,
        "city.yaml": City,
        "shelves.yaml": ShelvesFile,
    }
    return models[path.name]
