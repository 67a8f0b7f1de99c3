"""Holding the phone on the card: a table seen from above, where the phone is laid on the card and reads it."""

import math
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import (
    QEasingCurve,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.draw.illustrations.card import paint_practice_card
from kiosk.draw.ruby import set_text
from kiosk.lessons.phone.elements import Reading
from kiosk.lessons.phone.gestures import HeldOnCard, Tapped
from kiosk.lessons.phone.screen import Skin
from kiosk.text.ruby import RubyText, plain
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.phone.hand_moves import Carry, Move
from kiosk.ui.phone.handset import Handset
from kiosk.ui.phone.movable import NUDGE_MM, Thing, make_glide, travel_mm, trembles
from kiosk.ui.phone.reader_face import paint_reader
from kiosk.ui.phone.tabletop import paint_shadow, paint_table
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

REACH_MM = 25.0
"""So near to the card's middle the phone is on the card."""

MOVED_MM = 10.0
"""A hand may shake by 5 mm and a phone may slip a little; what goes farther has been moved."""

PHONE, CARD = "phone", "card"

_READS_AT = {Skin.IPHONE: 0.3, Skin.ANDROID: 0.42}
"""Where a phone's reader is, as a share of its length: near the top of one, lower on the other."""

_CARD_SHAPE = 85.6 / 54.0
"""ISO/IEC 7810 ID-1."""

_CARD_SHARE = 0.45
"""How high the card is beside the phone; a real one has 0.36, but its words must be read."""


@dataclass(frozen=True)
class Pace:
    """How long the phone must lie before it counts as laid down, and how long it reads, in ms."""

    rest: int = 300
    read: int = 3_000


class CardStage(QWidget):
    gestured = Signal(object)

    def __init__(self, theme: Theme, words: Wording, skin: Skin, pace: Pace | None = None) -> None:
        super().__init__()
        pace = pace or Pace()
        self._theme, self._words = theme, words
        self._reads_at = _READS_AT[skin]
        self._stage = Reading.WAITING
        self._caption = RubyLabel((), theme, theme.least_label, bold=True, centred=True)
        self._caption.setParent(self)
        self.card = Thing(self, theme, words.tr("練習用のカード"), self._paint_card)
        self.phone = Handset(self, theme, words, skin, self._paint_reader)
        self._glide = make_glide(self, theme)
        self._glide.valueChanged.connect(self._move_phone)
        self._glide.finished.connect(self._read)
        self._reader = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=pace.read)
        self._reader.setEasingCurve(QEasingCurve.Type.Linear)
        self._reader.valueChanged.connect(self.phone.update)
        self._reader.finished.connect(self._done)
        self._resting = QTimer(self, singleShot=True, interval=pace.rest)
        self._resting.timeout.connect(self._lie_down)
        self._grabbed_at = self._anchor = QPoint()
        self._slack = 0.0
        self._picked_caption = words.tr("カードを押します")
        self._listen_to_hands()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._become(Reading.WAITING)

    def _listen_to_hands(self) -> None:
        self.phone.grabbed.connect(self._grab)
        self.phone.dragged.connect(self._drag)
        self.phone.let_go.connect(self._lie_down)
        self.phone.nudged.connect(self._nudge)
        self.phone.clicked.connect(self._pick_up)
        self.card.clicked.connect(self._touch_card)

    @property
    def stage_now(self) -> Reading:
        return self._stage

    def place_of(self, name: str) -> QRect | None:
        """Where `phone` or `card` is now, in this widget's pixels; None for anything else."""
        thing = {PHONE: self.phone, CARD: self.card}.get(name)
        return thing.geometry() if thing else None

    def how_to(self) -> list[Move]:
        """How it is done from here, for the hand that shows it."""
        return [Carry(self.phone.geometry(), QRect(self._spot(), self.phone.size()))]

    def first_button(self) -> QWidget:
        return self.phone

    def reset(self) -> None:
        self._stop()
        self.phone.move(self._home())
        self._become(Reading.WAITING)

    def lay(self) -> None:
        """Carry the phone onto the card, to be seen, and let it read."""
        self._stop()
        self._pick(False)
        self._glide.setStartValue(self.phone.pos())
        self._glide.setEndValue(self._spot())
        self._glide.start()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.target * 6, self._theme.target * 9)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.target * 4, self._theme.target * 6)

    # -- what hands do ---------------------------------------------------------------------------

    def _grab(self) -> None:
        self._glide.stop()
        self._pick(False)
        self._grabbed_at = self.phone.pos()
        self._slack = 0.0
        self._anchor = QPoint()

    def _drag(self, gone: QPoint) -> None:
        to = self._kept(self._grabbed_at + gone)
        if self._stage is Reading.READING:
            if self._beside(to) <= self._slack + MOVED_MM:
                return
            self._moved_too_early()
        self._move_phone(to)
        if not trembles(gone - self._anchor, self._theme) or not self._resting.isActive():
            self._anchor = gone
            self._resting.start()

    def _beside(self, place: QPoint) -> float:
        """How far from where it should lie the phone would be, in mm."""
        return travel_mm(place - self._spot(), self._theme)

    def _nudge(self, way: QPoint) -> None:
        self._grab()
        self._drag(way * round(NUDGE_MM * self._theme.display.px_per_mm))

    def _moved_too_early(self) -> None:
        self._reader.stop()
        self._become(Reading.MOVED)
        self.gestured.emit(HeldOnCard(still=False))

    def _lie_down(self) -> None:
        """The phone rests. Near the card it slips into place and reads.

        A slow finger may still be on its way there: only going farther away than now is moving the phone.
        """
        self._resting.stop()
        busy = self._stage in {Reading.READING, Reading.DONE}
        if not busy and self._beside(self.phone.pos()) <= REACH_MM:
            self._slack = self._beside(self.phone.pos())
            self.phone.move(self._spot())
            self._read()

    def _pick_up(self) -> None:
        if self._stage not in {Reading.READING, Reading.DONE}:
            self._pick(not self.phone.pointed)

    def _touch_card(self) -> None:
        if self.phone.pointed:
            self.lay()
        else:
            self.gestured.emit(Tapped(CARD))

    # -- what the phone does ---------------------------------------------------------------------

    def _pick(self, picked: bool) -> None:
        self.phone.point(picked)
        self.card.point(picked)
        self._say(self._picked_caption if picked else self._caption_of(self._stage))

    def _read(self) -> None:
        self._become(Reading.READING)
        self._reader.start()

    def _done(self) -> None:
        self._become(Reading.DONE)
        self.gestured.emit(HeldOnCard(still=True))

    def _stop(self) -> None:
        for motion in (self._glide, self._reader):
            motion.stop()
        self._resting.stop()

    def _become(self, stage: Reading) -> None:
        self._stage = stage
        self._pick(False)
        self.update()

    def _caption_of(self, stage: Reading) -> RubyText:
        match stage:
            case Reading.WAITING:
                return self._words.tr("カードに重ねます")
            case Reading.READING:
                return self._words.tr("そのまま待ちます")
            case Reading.DONE:
                return self._words.tr("読み取りました")
            case Reading.MOVED:
                return self._words.tr("もう一度、重ねます")
            case _:
                assert_never(stage)

    def _say(self, caption: RubyText) -> None:
        self._caption.set_text(caption)
        self.phone.setAccessibleDescription(plain(caption))

    # -- places and painting -----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        gliding = self._glide.state() is QVariantAnimation.State.Running
        table, gap = self._table(), self._theme.gap
        # The phone, then the upper half of the card, then what hangs over its middle fill the table.
        length = (table.height() - 3 * gap) / (1 + _CARD_SHARE / 2 + 1 - self._reads_at)
        self.phone.resize(self.phone.size_for(length, table.width() * 0.7))
        wide = min(table.width() * 0.9, max(length * _CARD_SHARE * _CARD_SHAPE, self.phone.width() * 1.2))
        card = QRectF(0, 0, wide, wide / _CARD_SHAPE)
        card.moveCenter(QPointF(table.center().x(), table.bottom() - gap - length * (1 - self._reads_at)))
        self.card.setGeometry(card.toRect())
        lies = self._stage in {Reading.READING, Reading.DONE}
        self.phone.move(self._spot() if lies else self._home())
        self._caption.setGeometry(0, table.height(), self.width(), self.height() - table.height())
        if gliding:
            self.lay()

    def _table(self) -> QRect:
        """What the caption leaves, however long its words are."""
        style = self._theme.text_style(self._caption.px, True)
        texts = [self._picked_caption, *(self._caption_of(stage) for stage in Reading)]
        tall = max(set_text(text, self.width(), style).height for text in texts)
        return QRect(0, 0, self.width(), self.height() - math.ceil(tall))

    def _home(self) -> QPoint:
        return QPoint((self.width() - self.phone.width()) // 2, self._theme.gap)

    def _spot(self) -> QPoint:
        """Where the phone lies when its reader is over the card's middle."""
        reader = QPoint(self.phone.width() // 2, round(self.phone.height() * self._reads_at))
        return self.card.geometry().center() - reader

    def _kept(self, place: QPoint) -> QPoint:
        """As far as the table goes."""
        room = self._table().size() - self.phone.size()
        return QPoint(max(0, min(place.x(), room.width())), max(0, min(place.y(), room.height())))

    def _move_phone(self, to: QPoint) -> None:
        self.phone.move(to)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lies = self._stage in {Reading.READING, Reading.DONE}
        paint_table(painter, QRectF(self._table()), self._theme.radius)
        paint_shadow(painter, self.card.geometry(), self.card.radius, self._theme.mm(1))
        paint_shadow(painter, self.phone.geometry(), self.phone.radius, self._theme.mm(1.5 if lies else 4))

    def _paint_card(self, painter: QPainter, box: QRectF) -> None:
        paint_practice_card(painter, box)

    def _paint_reader(self, painter: QPainter, glass: QRectF) -> None:
        share = self._reader.currentValue() if self._theme.animations else 0.0
        paint_reader(painter, glass, self._stage, share or 0.0, self._theme.colours)
