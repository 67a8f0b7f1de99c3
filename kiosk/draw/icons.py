"""Icons in any colour: Material Symbols (Apache-2.0) shipped as SVG in assets/icons."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk.paths import ASSETS

_UNKNOWN = "help"


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
    svg = (ASSETS / "icons" / f"{shipped}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(svg.replace("<svg ", f'<svg fill="{colour}" ', 1).encode()))
