"""How large the phone is in the room it gets."""

from PySide6.QtCore import QRectF, QSize

from kiosk.lessons.phone.forms import Keys
from kiosk.ui.theme import Theme

SLENDER, STOUT = 0.54, 0.78
"""Width of the phone as a share of its height: as slender as a phone is, as stout as words need."""


def least_size(theme: Theme) -> QSize:
    """Three targets and their gaps side by side, five targets high."""
    return QSize(round(theme.target * 3 + theme.touch_gap * 6), theme.target * 5)


def usual_size(theme: Theme) -> QSize:
    width = least_size(theme).width()
    return QSize(width, int(width / SLENDER))


KEYS_MM = {Keys.KANA: 130.0, Keys.LATIN: 150.0, Keys.DIGITS: 130.0}
"""How wide a keyboard wants to be: five keys of 24 mm and their gaps, or ten of 14 mm."""


def frame_in(size: QSize, theme: Theme, beside: int, scrolls: bool, keys: Keys | None = None) -> QRectF:
    """The largest phone that fits: slender if it can be, stouter where its words or its `keys` need the width.

    It leaves `beside` pixels at its right for the arrows of a screen that `scrolls`. Where there is plenty of room it
    always does, so that the phone stands still from screen to screen.
    """
    height, room = float(size.height()), float(size.width())
    wanted = max(least_size(theme).width(), theme.phone.least_text * 16)
    if scrolls or room - beside >= wanted:
        room -= beside
    typed = theme.mm(KEYS_MM[keys]) if keys else 0.0
    width = min(room, max(height * SLENDER, min(wanted, height * STOUT), min(typed, height)))
    return QRectF(min((size.width() - width) / 2, room - width), 0, width, height)
