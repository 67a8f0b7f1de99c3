"""The one button of the kiosk: large, named, acting on release, its focus always visible."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, SignalInstance
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from kiosk.draw.icons import paint_icon
from kiosk.draw.ruby import RubyBlock, set_text
from kiosk.text.ruby import RubyText, plain
from kiosk.ui.controls.press import PressButton
from kiosk.ui.theme import Theme

Wish = Callable[[], object] | SignalInstance
"""What a touch does. Give a signal itself: PySide 6.11 never frees an `emit` that was connected, 70 bytes a button."""

LEFT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter


class Kind(Enum):
    """What a button is for; decides its surface."""

    MAIN = auto()
    PLAIN = auto()
    TOOL = auto()
    CARD = auto()


class TouchButton(PressButton):
    """Icon and words. `short` are words for a crowded bar; an empty `short` leaves the icon alone.

    What is heard and what a screen reader gets are always the whole words. `spoken_in` names their language
    where that is not the resident's.
    """

    def __init__(
        self,
        text: RubyText,
        theme: Theme,
        wished: Wish,
        *,
        kind: Kind = Kind.PLAIN,
        icon: str | None = None,
        icon_last: bool = False,
        short: RubyText | None = None,
        px: int | None = None,
        height: int | None = None,
    ) -> None:
        super().__init__(theme)
        self.words = text
        self.spoken_in = ""
        self._kind = kind
        self._icon = icon
        self._icon_last = icon_last
        self._short = short
        self._is_short = False
        self._faint = False
        self._faces: tuple[RubyText, ...] = ()
        self._px = self._full_px = px or theme.label
        self._tall = height or theme.button
        self._spoken: tuple[int, int] | None = None
        self.setAccessibleName(plain(text))
        policy = QSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(theme.target, self._tall)
        self.clicked.connect(wished)

    @property
    def text_px(self) -> int:
        return self._px

    @property
    def shown(self) -> RubyText:
        return self._short if self._is_short and self._short is not None else self.words

    def set_face(self, text: RubyText, icon: str | None, short: RubyText | None = None) -> None:
        """Another state of the same button: new words and icon in the same place."""
        self.words, self._icon, self._short = text, icon, short
        self.setAccessibleName(plain(text))
        self.updateGeometry()
        self.update()

    def keep_width(self, *faces: RubyText) -> None:
        """Room for each of its faces, so that a change of face moves no neighbour."""
        self._faces = faces
        self.updateGeometry()

    def set_kind(self, kind: Kind) -> None:
        self._kind = kind
        self.update()

    def set_faint(self, faint: bool) -> None:
        """Look as if there were nothing more to do, and answer a touch all the same."""
        self._faint = faint
        self.update()

    def set_short(self, short: bool) -> None:
        self._is_short = short
        self.updateGeometry()
        self.update()

    @property
    def can_be_short(self) -> bool:
        return self._short is not None

    def scale_text(self, share: float) -> None:
        """Set the words at a share of their full size, but never under the least."""
        px = max(min(self._full_px, self._theme.least_text), round(self._full_px * share))
        if px != self._px:
            self._px = px
            self.updateGeometry()
            self.update()

    def heard_text(self) -> RubyText:
        """What is said for it when it is read aloud."""
        return self.words

    def set_spoken(self, spoken: tuple[int, int] | None) -> None:
        """Highlight the characters of `heard_text()` being read aloud."""
        if spoken != self._spoken:
            self._spoken = spoken
            self.update()

    # -- sizes ---------------------------------------------------------------------------------

    def _pad(self) -> int:
        return max(self._theme.touch_gap, round(self._px * 0.5))

    def _icon_side(self) -> int:
        return round(self._px * 1.15) if self._icon else 0

    def _icon_room(self) -> int:
        return self._icon_side() + (round(self._px * 0.35) if self._icon and self.shown else 0)

    def block(self, width: float) -> RubyBlock | None:
        """The words as they are set at a button width."""
        if not self.shown:
            return None
        bold = self._kind is not Kind.TOOL
        return set_text(
            self.shown, width - 2 * self._pad() - self._icon_room(), self._theme.text_style(self._px, bold)
        )

    def sizeHint(self) -> QSize:
        faces = () if self._is_short else self._faces
        return QSize(max(self.width_for(face) for face in (self.shown, *faces)), self._tall)

    def width_for(self, text: RubyText) -> int:
        """Width this button would take with other words."""
        style = self._theme.text_style(self._px, self._kind is not Kind.TOOL)
        words = set_text(text, 1e6, style).width if text else 0.0
        return max(self._theme.target, int(words) + self._icon_room() + 2 * self._pad() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.target, self._tall)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        block = self.block(width)
        return max(self._tall, int(block.height) + self._pad() if block else 0)

    # -- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_surface(painter)
        ink = self._ink()
        self._paint_face(painter, ink)
        self.paint_focus(painter, QRectF(self.rect()), self._radius())

    def _radius(self) -> float:
        return self._theme.radius if self._kind is Kind.CARD else self._theme.radius * 0.5

    def _paint_surface(self, painter: QPainter) -> None:
        fill, edge = self._surface()
        painter.setBrush(fill)
        painter.setPen(QPen(edge, 2) if edge else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self._radius(), self._radius())

    def _surface(self) -> tuple[QColor, QColor | None]:
        colours = self._theme.colours
        down = self.isDown()
        if self.isChecked():
            return colours.chosen, colours.main
        match self._kind:
            case Kind.MAIN:
                return (colours.main_pressed if down else colours.main), None
            case Kind.PLAIN:
                return (colours.pressed if down else colours.surface), colours.outline
            case Kind.TOOL:
                return (colours.tool_pressed if down else colours.tool), None
            case Kind.CARD:
                return (colours.pressed if down else colours.surface), (
                    colours.main if down else colours.hairline
                )

    def _ink(self) -> QColor:
        colours = self._theme.colours
        if not self.isEnabled() or self._faint:
            return colours.outline
        if self._kind is Kind.MAIN:
            return colours.on_main
        return colours.main if self.isChecked() and self._theme.contrast == "light" else colours.text

    def _paint_face(self, painter: QPainter, ink: QColor) -> None:
        colours = self._theme.colours
        block = self.block(self.width())
        words = block.width if block else 0.0
        content = words + self._icon_room()
        left_aligned = self._kind is Kind.CARD
        x = float(self._pad()) if left_aligned else (self.width() - content) / 2
        side = self._icon_side()
        icon_x = x + content - side if self._icon_last else x
        if self._icon:
            paint_icon(painter, self._icon, QRectF(icon_x, (self.height() - side) / 2, side, side), ink)
        if block:
            text_x = x if self._icon_last else x + self._icon_room()
            # The ruby's own space is above the words; half of it back keeps the words optically centred.
            y = (self.height() - block.height) / 2 - block.ruby_space * 0.25
            block.paint(
                painter,
                QPointF(text_x, y),
                ink,
                spoken=None if self.shown is not self.words else self._spoken,
                spoken_colour=colours.main_pressed if self._kind is Kind.MAIN else colours.spoken,
            )
