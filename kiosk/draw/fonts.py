"""The kiosk's own font: BIZ UDPGothic, a universal-design Gothic, shipped in assets/fonts."""

import logging
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from kiosk.draw.font_files import font_files

log = logging.getLogger(__name__)

FAMILY = "BIZ UDPGothic"


def forget_letters() -> None:
    """Free what Qt has kept of every letter it drew; it draws them anew. Takes some 5 ms."""
    QFontDatabase.removeAllApplicationFonts()
    load_fonts()


def load_fonts() -> None:
    """Make the shipped fonts known to Qt. Without one of them letters look like another font's of the system."""
    for path, whole in font_files():
        if not whole or QFontDatabase.addApplicationFont(str(path)) < 0:
            log.warning("no font: %s is missing or damaged", path.name)


@lru_cache(maxsize=256)
def font(px: int, bold: bool = False, stretch: int = 100) -> QFont:
    """A font of `px` pixels, `stretch` per cent wide. Do not change what you get: it is shared."""
    face = QFont(FAMILY)
    face.setPixelSize(px)
    face.setBold(bold)
    face.setStretch(stretch)
    return face


@lru_cache(maxsize=256)
def metrics(px: int, bold: bool = False, stretch: int = 100) -> QFontMetricsF:
    return QFontMetricsF(font(px, bold, stretch))


@lru_cache(maxsize=1)
def cap_share() -> float:
    """Height of a capital letter as a share of the font size."""
    return metrics(1000).capHeight() / 1000
