"""Where a phone is that is held over a paper on the table: millimetres of the hand and pixels of the picture."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QSize

WIDEST_MM = 30.0
"""The phone can always be moved so far to either side, on the smallest stage too."""


@dataclass(frozen=True)
class Ground:
    """`scene` is what is seen of the table, in pixels, with the sizes of what is on it.

    The phone is held at a point: mm to the right of the middle, and its height from 0 to 1. The paper lies so many
    mm to the right.
    """

    scene: QRect
    phone: QSize
    paper: QSize
    px_per_mm: float
    gap: int

    @property
    def unit(self) -> float:
        """Pixels of a millimetre to the side."""
        return min(self.px_per_mm, (self.scene.width() - self.phone.width()) / 2 / WIDEST_MM)

    @property
    def _travel(self) -> float:
        """Pixels from the lowest to the highest place of the phone: low, it hides the upper half of the paper."""
        return self.scene.height() - self.paper.height() / 2 - self.gap - self.phone.height()

    def moved(self, gone: QPoint) -> QPointF:
        """How far a hand moves the phone that has gone so many pixels."""
        return QPointF(gone.x() / self.unit, -gone.y() / self._travel)

    def held(self, held: QPointF) -> QPointF:
        """The phone, as far as the stage goes."""
        return QPointF(self._beside(held.x(), self.phone), max(0.0, min(held.y(), 1.0)))

    def laid(self, paper: float) -> float:
        """The paper, as far as the stage goes."""
        return self._beside(paper, self.paper)

    def _beside(self, aside: float, thing: QSize) -> float:
        widest = (self.scene.width() - thing.width()) / 2 / self.unit
        return max(-widest, min(aside, widest))

    def middle_of(self, held: QPointF) -> QPointF:
        """Where the phone's middle is when it is held so."""
        down = (1 - held.y()) * self._travel + self.phone.height() / 2
        return QPointF(self.scene.center().x() + held.x() * self.unit, down)

    def phone_at(self, held: QPointF) -> QPoint:
        """Its upper left corner."""
        return (self.middle_of(held) - QPointF(self.phone.width(), self.phone.height()) / 2).toPoint()

    def paper_at(self, aside: float) -> QPoint:
        """Its upper left corner."""
        left = self.scene.center().x() + aside * self.unit - self.paper.width() / 2
        return QPoint(round(left), self.scene.bottom() - self.gap - self.paper.height())
