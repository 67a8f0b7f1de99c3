"""Colours of the three contrasts, read from assets/theme/theme.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from PySide6.QtGui import QColor

from kiosk.errors import N_, ContentError
from kiosk.paths import ASSETS

THEME = ASSETS / "theme" / "theme.toml"
TABLES = frozenset({"sizes", "least", "growth", "motion", "light", "dark", "yellow", "tints"})


@dataclass(frozen=True)
class Palette:
    """One contrast. The names say what a colour is for, not what it looks like."""

    paper: QColor
    surface: QColor
    bar: QColor
    hairline: QColor
    outline: QColor
    text: QColor
    soft_text: QColor
    main: QColor
    main_pressed: QColor
    on_main: QColor
    tool: QColor
    tool_pressed: QColor
    chosen: QColor
    pressed: QColor
    spoken: QColor
    target: QColor
    practice: QColor
    on_practice: QColor
    done: QColor
    on_done: QColor
    alert: QColor
    stage: QColor
    focus: QColor
    focus_inner: QColor
    scrim: QColor
    tints: Mapping[str, tuple[QColor, QColor]]


@lru_cache(maxsize=1)
def theme_values() -> Mapping[str, Any]:
    """The theme file as it stands. Raises `ContentError` when it is missing or damaged."""
    try:
        values = tomllib.loads(THEME.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        values = {}
    if not values.keys() >= TABLES:
        raise ContentError(
            N_("色と大きさのファイル {file} がないか、こわれています。ソフトを入れなおしてください。"),
            file=THEME,
        )
    return values


@lru_cache(maxsize=3)
def palette(contrast: str) -> Palette:
    """The colours of `light`, `dark` or `yellow`."""
    values = theme_values()
    colours = {f.name: QColor(values[contrast][f.name]) for f in fields(Palette) if f.name != "tints"}
    tints = {name: _tint(contrast, pair) for name, pair in values["tints"].items()}
    return Palette(**colours, tints=tints)


def _tint(contrast: str, pair: list[str]) -> tuple[QColor, QColor]:
    soft, strong = QColor(pair[0]), QColor(pair[1])
    if contrast == "light":
        return soft, strong
    if contrast == "dark":
        return strong, soft
    return QColor("#000000"), QColor("#FFE600")
