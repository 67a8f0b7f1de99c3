"""Icons in any colour: Material Symbols (Apache-2.0) shipped as SVG in assets/icons."""

import logging
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk.paths import ASSETS

log = logging.getLogger(__name__)

_UNKNOWN = "help"
_EMPTY = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def paint_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Paint an icon to fill a square box; nothing where there is no room at all."""
    side = round(box.width())
    if side > 0:
        painter.drawPixmap(round(box.x()), round(box.y()), _pixmap(name, side, colour.rgba()))


@lru_cache(maxsize=1)
def icon_names() -> frozenset[str]:
    """Every icon that content may name."""
    return frozenset(path.stem for path in (ASSETS / "icons").glob("*.svg"))


@lru_cache(maxsize=256)
def _pixmap(name: str, px: int, rgba: int) -> QPixmap:
    renderer = _renderer(name, QColor.fromRgba(rgba).name())
    pixmap = QPixmap(px, px)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, px, px))
    painter.end()
    return pixmap


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    """One that is not shipped is a question mark: `kiosk check` tells the author, and the rest runs."""
    shipped = name if name in icon_names() else _UNKNOWN
    svg = _text(ASSETS / "icons" / f"{shipped}.svg")
    return QSvgRenderer(QByteArray(svg.replace("<svg ", f'<svg fill="{colour}" ', 1).encode()))


def _text(svg: Path) -> str:
    """An empty picture for a damaged one: the words beside it say the same."""
    text = whole_svg(svg)
    if not text:
        log.warning("no icon: %s is missing or damaged", svg.name)
    return text or _EMPTY


def whole_svg(file: Path) -> str:
    """Its text; "" for a file that is missing, cut short or no picture at all."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    return text if text.startswith("<svg ") and text.rstrip().endswith("</svg>") else ""
