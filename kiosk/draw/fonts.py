"""The kiosk's own font: BIZ UDPGothic, a universal-design Gothic, shipped in assets/fonts."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from kiosk.errors import N_, ContentError
from kiosk.paths import ASSETS

FAMILY = "BIZ UDPGothic"


def load_fonts() -> None:
    """Make the shipped fonts known to Qt. Raises `ContentError` when one is missing."""
    for file in ("BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf"):
        path = ASSETS / "fonts" / file
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise ContentError(
                N_("書体のファイル「{file}」が読めません。ソフトを入れなおしてください。"), file=str(path)
            )


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
