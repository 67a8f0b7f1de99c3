"""The few shapes all our pictures are made of, in a picture's own units."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

Points = Sequence[tuple[float, float]]

SHADOW = QColor(60, 40, 20, 45)
"""Soft and warm; shapes have no other outline."""


@dataclass(frozen=True)
class Drawing:
    """A picture being painted. Sizes are in its units, `px` is how many pixels one of them has."""

    painter: QPainter
    px: float

    @classmethod
    @contextmanager
    def covering(cls, painter: QPainter, box: QRectF, zoom: float = 1.0) -> Iterator[Self]:
        """A square picture of 100 by 100 units that fills the box; what hangs over is cut off."""
        yield from cls._fitted(
            painter, box, max(box.width(), box.height()) * zoom / 100, QPointF(50, 50), clip=True
        )

    @classmethod
    @contextmanager
    def inside(cls, painter: QPainter, box: QRectF, wide: float = 100, high: float = 100) -> Iterator[Self]:
        """A picture of `wide` by `high` units in the middle of the box, as large as it allows."""
        px = min(box.width() / wide, box.height() / high)
        yield from cls._fitted(painter, box, px, QPointF(wide / 2, high / 2), clip=False)

    @classmethod
    @contextmanager
    def at(cls, painter: QPainter, origin: QPointF, px: float) -> Iterator[Self]:
        """A picture with its own origin, and units of `px`."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(origin)
        painter.scale(px, px)
        yield cls(painter, px)
        painter.restore()

    @classmethod
    def _fitted(
        cls, painter: QPainter, box: QRectF, px: float, middle: QPointF, clip: bool
    ) -> Iterator[Self]:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if clip:
            painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        painter.translate(box.center())
        painter.scale(px, px)
        painter.translate(-middle)
        yield cls(painter, px)
        painter.restore()

    @contextmanager
    def moved(self, x: float, y: float, scale: float = 1.0, turn: float = 0.0) -> Iterator[Self]:
        """A part with its own origin at (x, y), scaled, and turned clockwise by degrees."""
        self.painter.save()
        self.painter.translate(x, y)
        self.painter.rotate(turn)
        self.painter.scale(scale, scale)
        yield type(self)(self.painter, self.px * scale)
        self.painter.restore()

    @contextmanager
    def clipped(self, x: float, y: float, wide: float, high: float) -> Iterator[Self]:
        """A part of which nothing is seen outside a rectangle."""
        self.painter.save()
        self.painter.setClipRect(QRectF(x, y, wide, high), Qt.ClipOperation.IntersectClip)
        yield self
        self.painter.restore()

    def rect(
        self, colour: QColor | str, x: float, y: float, wide: float, high: float, round_: float = 0
    ) -> None:
        self._fill(colour)
        if round_:
            self.painter.drawRoundedRect(QRectF(x, y, wide, high), round_, round_)
        else:
            self.painter.drawRect(QRectF(x, y, wide, high))

    def sheet(
        self,
        colour: QColor | str,
        shade: QColor | str,
        x: float,
        y: float,
        wide: float,
        high: float,
        round_: float,
        drop: float = 2.0,
    ) -> None:
        """A rectangle and its shadow to the lower right.

        Where the ground is known, `shade` is an opaque darker tone of it: ten times as fast as a translucent one.
        """
        self.rect(shade, x + drop, y + drop, wide, high, round_)
        self.rect(colour, x, y, wide, high, round_)

    def oval(self, colour: QColor | str, x: float, y: float, wide: float, high: float | None = None) -> None:
        """An ellipse round (x, y); `wide` and `high` are half of its axes."""
        self._fill(colour)
        self.painter.drawEllipse(QPointF(x, y), wide, wide if high is None else high)

    def polygon(self, colour: QColor | str, points: Points) -> None:
        self._fill(colour)
        self.painter.drawPolygon([QPointF(x, y) for x, y in points])

    def blob(self, colour: QColor | str, points: Points) -> None:
        """A soft shape through the points."""
        self._fill(colour)
        self.painter.drawPath(soft_shape(points))

    def line(self, colour: QColor | str, width: float, points: Points) -> None:
        self.painter.setPen(round_pen(colour, width))
        self.painter.drawPolyline([QPointF(x, y) for x, y in points])

    def curve(self, colour: QColor | str, width: float, points: Points) -> None:
        """A soft line through the points."""
        path = soft_line(points)
        self.painter.strokePath(path, round_pen(colour, width))

    def path(self, colour: QColor | str, path: QPainterPath) -> None:
        self._fill(colour)
        self.painter.drawPath(path)

    def _fill(self, colour: QColor | str) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(colour))


def round_pen(colour: QColor | str, width: float) -> QPen:
    return QPen(
        QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )


def soft_line(points: Points) -> QPainterPath:
    """An open curve through the points (Catmull-Rom)."""
    return _through([points[0], *points, points[-1]])


def soft_shape(points: Points) -> QPainterPath:
    """A closed curve through the points (Catmull-Rom)."""
    path = _through([points[-1], *points, points[0], points[1]])
    path.closeSubpath()
    return path


def _through(points: Points) -> QPainterPath:
    """From the second point to the last but one; their neighbours give the directions."""
    at = [QPointF(x, y) for x, y in points]
    path = QPainterPath(at[1])
    for before, start, end, after in zip(at, at[1:], at[2:], at[3:], strict=False):
        path.cubicTo(start + (end - before) / 6, end - (after - start) / 6, end)
    return path
