"""What every paint function needs: the painter, the colours, and the small shapes that come again and again."""

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.draw.icons import paint_icon
from kiosk.draw.palette import Palette
from kiosk.draw.phone.items import Item, Tone
from kiosk.draw.phone_sizes import PhoneSizes
from kiosk.lessons.phone.screen import Skin
from kiosk.lessons.phone.touchable import Tint

_CENTRE, _LEFT = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignLeft
_NO_PEN, _NO_BRUSH = Qt.PenStyle.NoPen, Qt.BrushStyle.NoBrush


@dataclass(frozen=True)
class Canvas:
    """`pressed`: a finger is on what is painted now."""

    painter: QPainter
    colours: Palette
    sizes: PhoneSizes
    skin: Skin
    pressed: bool = False

    @property
    def iphone(self) -> bool:
        return self.skin is Skin.IPHONE

    @property
    def thin(self) -> float:
        """A line to be seen, such as the edge of a field."""
        return max(2.0, self.sizes.text * 0.08)

    @property
    def radius(self) -> float:
        """Corners of buttons, fields and cards."""
        return self.sizes.text * (0.55 if self.iphone else 0.3)

    def words(self, item: Item, ink: QColor | None = None) -> None:
        """All words of an item, each in the colour of its tone or all in one `ink`."""
        for one in item.words:
            colour = ink or self.ink(one.tone)
            align = _CENTRE if one.centred else _LEFT
            one.block.paint(self.painter, one.box.topLeft(), colour, align, one.box.width())
            if one.underlined:
                self._underline(one.box, [line.width for line in one.block.lines], one.block.pitch, colour)

    def _underline(self, box: QRectF, widths: list[float], pitch: float, colour: QColor) -> None:
        self.painter.setPen(QPen(colour, max(1, self.sizes.text // 14)))
        for number, width in enumerate(widths, start=1):
            y = box.top() + pitch * number - self.sizes.text * 0.12
            self.painter.drawLine(QPointF(box.left(), y), QPointF(box.left() + width, y))

    def ink(self, tone: Tone) -> QColor:
        colours = self.colours
        match tone:
            case Tone.PLAIN:
                return colours.text
            case Tone.SOFT:
                return colours.soft_text
            case Tone.MAIN:
                return colours.main
            case Tone.ON_MAIN:
                return colours.on_main
            case Tone.PRACTICE:
                return colours.on_practice
            case Tone.REVERSED:
                return colours.surface
            case _:
                assert_never(tone)

    def rounded(
        self,
        box: QRectF,
        fill: QColor | None,
        radius: float,
        edge: QColor | None = None,
        thickness: float = 1.0,
    ) -> None:
        """A box with round corners; its edge lies inside it."""
        painter = self.painter
        painter.setBrush(fill if fill else _NO_BRUSH)
        if edge:
            painter.setPen(QPen(edge, thickness))
            half = thickness / 2
            box = box.adjusted(half, half, -half, -half)
        else:
            painter.setPen(_NO_PEN)
        painter.drawRoundedRect(box, radius, radius)

    def disc(
        self, box: QRectF, fill: QColor | None, edge: QColor | None = None, thickness: float = 1.0
    ) -> None:
        radius = min(box.width(), box.height()) / 2
        self.rounded(box, fill, radius, edge, thickness)

    def line(self, one: QPointF, other: QPointF, ink: QColor, thickness: float = 1.0) -> None:
        self.painter.setPen(QPen(ink, thickness))
        self.painter.drawLine(one, other)

    def outline(self, ink: QColor, thickness: float) -> None:
        """From here on the painter draws lines and fills nothing."""
        self.painter.setPen(QPen(ink, thickness))
        self.painter.setBrush(_NO_BRUSH)

    def stroke(self, box: QRectF, points: tuple[tuple[float, float], ...], ink: QColor, share: float) -> None:
        """A line through points given in shares of a box, `share` of its width thick, with round ends."""
        pen = QPen(ink, box.width() * share)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(_NO_BRUSH)
        self.painter.drawPolyline(
            [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in points]
        )

    def tick(self, box: QRectF, ink: QColor) -> None:
        self.stroke(box, ((0.22, 0.52), (0.43, 0.72), (0.80, 0.30)), ink, 0.13)

    def chevron(self, box: QRectF, ink: QColor, *, left: bool = False) -> None:
        x0, x1 = (0.6, 0.35) if left else (0.4, 0.65)
        self.stroke(box, ((x0, 0.22), (x1, 0.5), (x0, 0.78)), ink, 0.1)

    def icon(self, name: str, box: QRectF, ink: QColor) -> None:
        paint_icon(self.painter, name, box, ink)

    def press_frame(self, box: QRectF, radius: float = 0.0) -> None:
        """A thick edge under a finger, for what has no ground of its own that could turn darker."""
        if self.pressed:
            self.rounded(box, None, radius, self.colours.main_pressed, self.thin * 2.5)

    def tile(self, icon: str, tint: Tint, box: QRectF) -> None:
        """An app's picture: a rounded square on one phone, round on the other."""
        soft, strong = self.colours.tints[tint]
        fill, ink = (soft, strong) if self.pressed else (strong, soft)
        radius = box.width() * (0.24 if self.iphone else 0.5)
        self.rounded(box, fill, radius, strong if self.pressed else None, self.thin)
        inner = box.width() * (0.6 if self.iphone else 0.54)
        self.icon(icon, centred_square(box, inner), ink)


def centred_square(box: QRectF, side: float) -> QRectF:
    return QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
