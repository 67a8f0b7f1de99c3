"""The keys of a phone's keyboards painted: on the screen key by key, on paper all at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kiosk.draw.fonts import font
from kiosk.draw.icons import paint_icon
from kiosk.draw.keys import Key, Look
from kiosk.draw.palette import Palette
from kiosk.draw.phone_sizes import PhoneSizes
from kiosk.draw.ruby import RubyBlock, TextStyle, set_text
from kiosk.text.kana_input import (
    Backspace,
    Board,
    Change,
    Choose,
    Confirm,
    Flick,
    Letter,
    Mark,
    NextLetter,
    Shift,
    Space,
    Tap,
)
from kiosk.text.ruby import Segment

CENTRE = Qt.AlignmentFlag.AlignHCenter
_BOARDS = {Board.KANA: "あいう", Board.LATIN: "ABC", Board.SIGNS: "!?#", Board.DIGITS: "123"}
_SEVERAL = {"、": "、。?!"}
_LETTER_SHARE = 0.52
_LEAST_PX = 9
_ON_ONE_LINE = 3
"""Letters: あいう and ABC are never broken."""

_SEVERAL_SHARE = 0.32
_TOOL_SHARE = 0.42
_MOST_TOOL = 1.35
"""Words on keys, in sizes of the phone's text: all of them look alike."""


@dataclass(frozen=True)
class KeyLabels:
    """The words on keys, in the language of the phone."""

    next_letter: str
    space: str
    convert: str
    done: str
    confirm: str


@dataclass(frozen=True)
class KeyPainter:
    """Paints keys. `shift`: letters are capitals. `composing`: there are kana to convert and to confirm."""

    colours: Palette
    sizes: PhoneSizes
    labels: KeyLabels
    shift: bool = False
    composing: bool = False

    def paint_all(self, painter: QPainter, box: QRectF, keys: Iterable[Key]) -> None:
        """A whole keyboard, as on paper."""
        self.paint_ground(painter, box)
        for key in keys:
            self.paint_key(painter, key)

    def paint_ground(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, self.colours.tool)

    def paint_key(self, painter: QPainter, key: Key, pressed: bool = False) -> None:
        """One key in its place; `pressed` is how it answers a finger at once."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink = self._colours_of(key, pressed)
        radius = min(key.face.width(), key.face.height()) * 0.16
        rim = max(1.0, self.sizes.gap * 0.1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colours.outline)
        painter.drawRoundedRect(key.face, radius, radius)
        painter.setBrush(fill)
        thin = max(1.0, rim * 0.5)
        painter.drawRoundedRect(
            key.face.adjusted(thin, thin, -thin, -rim - thin), radius - thin, radius - thin
        )
        self._paint_label(painter, key, ink)

    def _colours_of(self, key: Key, pressed: bool) -> tuple[QColor, QColor]:
        colours = self.colours
        if key.look is Look.MAIN:
            return (colours.main_pressed if pressed else colours.main), colours.on_main
        if pressed or (isinstance(key.move, Shift) and self.shift):
            return colours.main, colours.on_main
        return (colours.surface if key.look is Look.LETTER else colours.tool_pressed), colours.text

    def _paint_label(self, painter: QPainter, key: Key, ink: QColor) -> None:
        match key.move:
            case Tap():
                self._paint_letter(painter, key.face, _SEVERAL.get(key.move.key, key.move.key), ink)
            case Letter():
                sign = key.move.sign
                self._paint_letter(painter, key.face, sign.upper() if self.shift else sign, ink)
            case Mark():
                self._paint_words(painter, key.face, "小゛゜", ink)
            case Change():
                self._paint_words(painter, key.face, _BOARDS[key.move.board], ink)
            case Space():
                words = self.labels.convert if self.composing else self.labels.space
                self._paint_words(painter, key.face, words, ink)
            case Confirm():
                words = self.labels.confirm if self.composing else self.labels.done
                self._paint_words(painter, key.face, words, ink)
            case NextLetter():
                self._paint_next(painter, key.face, ink)
            case Backspace():
                _paint_backspace(painter, key.face, ink)
            case Shift():
                _paint_shift(painter, key.face, ink)
            case Flick() | Choose():
                pass
            case _:
                assert_never(key.move)

    def _paint_letter(self, painter: QPainter, face: QRectF, letter: str, ink: QColor) -> None:
        share = _LETTER_SHARE if len(letter) == 1 else _SEVERAL_SHARE
        px = round(min(face.height() * share, face.width() * share * 1.15))
        paint_letter(painter, face, letter, px, ink)

    def _paint_words(self, painter: QPainter, face: QRectF, words: str, ink: QColor) -> None:
        block = self._set(words, face)
        top = face.center().y() - block.height / 2
        block.paint(painter, QPointF(face.left(), top), ink, CENTRE, face.width())

    def _paint_next(self, painter: QPainter, face: QRectF, ink: QColor) -> None:
        block = self._set(self.labels.next_letter, face)
        side = min(face.width() * 0.36, face.height() - block.height) if face.height() > block.height else 0.0
        top = face.center().y() - (block.height + side) / 2
        block.paint(painter, QPointF(face.left(), top), ink, CENTRE, face.width())
        if side > 0:
            box = QRectF(face.center().x() - side / 2, top + block.height, side, side)
            paint_icon(painter, "arrow_forward", box, ink)

    def _set(self, words: str, face: QRectF) -> RubyBlock:
        """Words as large as the key allows, on two lines at most as long as that can be read."""
        largest = min(max(self.sizes.text, face.height() * _TOOL_SHARE), self.sizes.text * _MOST_TOOL)
        most_lines = 1 if len(words) <= _ON_ONE_LINE else 2
        for px in range(round(largest), _LEAST_PX - 1, -1):
            style = TextStyle(px, ruby=False, spacing=1.15, language=self.sizes.language)
            block = set_text((Segment(words),), face.width() * 0.94, style)
            broken = block.torn and not self.sizes.language.startswith("ja")
            fits = block.width <= face.width() * 0.94 and block.height <= face.height()
            if fits and not broken and len(block.lines) <= most_lines:
                return block
        return block


def paint_letter(painter: QPainter, box: QRectF, letter: str, px: int, ink: QColor) -> None:
    """A letter in the middle of a box."""
    painter.setFont(font(max(1, px)))
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)


def _stroke(painter: QPainter, face: QRectF, ink: QColor) -> float:
    """Prepare to draw a glyph in lines; the height it should have."""
    tall = min(face.width() * 0.34, face.height() * 0.42)
    pen = QPen(ink, max(1.5, tall * 0.11))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    return tall


def _paint_backspace(painter: QPainter, face: QRectF, ink: QColor) -> None:
    """An arrow to the left with a cross in it."""
    tall = _stroke(painter, face, ink)
    x, y, half = face.center().x(), face.center().y(), tall / 2
    path = QPainterPath(QPointF(x - tall * 0.85, y))
    for dx, dy in ((-0.35, -half), (0.75, -half), (0.75, half), (-0.35, half)):
        path.lineTo(x + tall * dx, y + dy)
    path.closeSubpath()
    painter.drawPath(path)
    arm = tall * 0.2
    middle = x + tall * 0.18
    painter.drawLine(QPointF(middle - arm, y - arm), QPointF(middle + arm, y + arm))
    painter.drawLine(QPointF(middle - arm, y + arm), QPointF(middle + arm, y - arm))


def _paint_shift(painter: QPainter, face: QRectF, ink: QColor) -> None:
    """A broad arrow upwards."""
    tall = _stroke(painter, face, ink)
    x, top = face.center().x(), face.center().y() - tall / 2
    path = QPainterPath(QPointF(x, top))
    for dx, dy in ((0.55, 0.52), (0.26, 0.52), (0.26, 1.0), (-0.26, 1.0), (-0.26, 0.52), (-0.55, 0.52)):
        path.lineTo(x + tall * dx, top + tall * dy)
    path.closeSubpath()
    painter.drawPath(path)
