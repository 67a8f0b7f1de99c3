"""Everything the kiosk's own objects remember, field by field, so that two moments can be compared."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import PurePath

from PySide6.QtCore import QAbstractAnimation, QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QWidget
from shiboken6 import isValid

PLAIN = (str, bytes, int, float, bool, type(None), Enum, PurePath)


def remembered(root: object, name: str, apart: frozenset[str]) -> dict[str, str]:
    """Values by path, such as `shell.overlay`. What is named in `apart`, as `Class.field`, is left out."""
    return dict(_walk(root, name, apart, set()))


def _walk(value: object, path: str, apart: frozenset[str], seen: set[int]) -> Iterator[tuple[str, str]]:
    if isinstance(value, PLAIN):
        yield path, repr(value)
        return
    if isinstance(value, SignalInstance) or id(value) in seen:
        return
    if not is_dataclass(value) and not isinstance(value, tuple):
        seen.add(id(value))
    if isinstance(value, QObject) and not isValid(value):
        yield path, "gone"
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _walk(one, f"{path}[{key!r}]", apart, seen)
    elif isinstance(value, list | tuple | set | frozenset):
        yield f"{path}.length", str(len(value))
        for number, one in enumerate(value):
            yield from _walk(one, f"{path}[{number}]", apart, seen)
    else:
        yield path, type(value).__qualname__
        yield from _of_qt(value, path)
        yield from _fields(value, path, apart, seen)


def _fields(value: object, path: str, apart: frozenset[str], seen: set[int]) -> Iterator[tuple[str, str]]:
    if not type(value).__module__.startswith("kiosk."):
        return
    # What a value has worked out of its fields is no news.
    names = [one.name for one in fields(value)] if is_dataclass(value) else sorted(vars(value))
    for name in names:
        one = getattr(value, name)
        if not any(f"{kind.__name__}.{name}" in apart for kind in type(value).__mro__):
            yield from _walk(one, f"{path}.{name}", apart, seen)


def _of_qt(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, QTimer):
        yield f"{path}.active", str(value.isActive())
    elif isinstance(value, QAbstractAnimation):
        yield f"{path}.state", value.state().name
    elif isinstance(value, QWidget):
        yield f"{path}.shown", f"{not value.isHidden()} {value.isEnabled()}"
        if isinstance(value, QAbstractButton):
            yield f"{path}.checked", str(value.isChecked())
        if isinstance(value, QAbstractSlider):
            yield f"{path}.at", str(value.value())
