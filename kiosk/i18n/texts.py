"""The one walk over the texts of content: for extraction, translation, readings, speech and checks.

A text is whatever a content model declares as `Text`, so a new field takes part by its type alone.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar

from kiosk.lessons.base import Content, Text
from kiosk.lessons.yaml_reader import Key

C = TypeVar("C", bound=Content)


def texts(content: object, key: Key = ()) -> Iterator[tuple[Key, Text]]:
    """Every text in reading order, with its way in the file."""
    match content:
        case Text():
            yield key, content
        case Content():
            for name in type(content).model_fields:
                yield from texts(getattr(content, name), (*key, name))
        case dict():
            for name, value in content.items():
                yield from texts(value, (*key, name))
        case tuple():
            for index, value in enumerate(content):
                yield from texts(value, (*key, index))


def translated(content: C, translate: Callable[[str], str]) -> C:
    """The same content with every text replaced."""
    changed = _replaced(content, translate)
    assert isinstance(changed, type(content))
    return changed


def _replaced(value: object, translate: Callable[[str], str]) -> object:
    match value:
        case Text():
            return Text(translate(value))
        case Content():
            fields = {name: _replaced(getattr(value, name), translate) for name in type(value).model_fields}
            return value.model_copy(update=fields)
        case dict():
            return {name: _replaced(one, translate) for name, one in value.items()}
        case tuple():
            return tuple(_replaced(one, translate) for one in value)
        case _:
            return value
