"""What to beware of, behind a warning triangle."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from kiosk.handout.blocks import INK, Block, beside, framed, read_as, stack
from kiosk.handout.sheet import Sheet
from kiosk.handout.tags import Role
from kiosk.handout.typesetter import Typesetter


def warnings(sheet: Sheet, types: Typesetter) -> Block:
    """What to beware of, in a frame behind a warning triangle."""
    paper, body = types.format, types.format.types.body
    pad, side = paper.mm(3), paper.mm(9 if not paper.paper.is_receipt else 7)
    left, room = side + paper.mm(3), paper.width - 2 * pad
    heading = read_as(types.block(sheet.warnings_heading, body, room - left, bold=True), Role.HEADING)
    said = [types.block(text, body, room) for text in sheet.warnings]
    inside = stack([beside([(_triangle(side), 0), (heading, left)]), *said], gap=paper.mm(1.6))
    return read_as(framed(inside, paper.width, paper.line * 1.6, pad), Role.SECTION)


def _triangle(side: float) -> Block:
    """Black with a white exclamation mark: it is the shape that warns, not a colour."""
    height = side * 0.9

    def paint(painter: QPainter) -> None:
        solid, join = Qt.PenStyle.SolidLine, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(INK, side * 0.08, solid, Qt.PenCapStyle.RoundCap, join))
        painter.setBrush(INK)
        edge = side * 0.04
        corners = [QPointF(side / 2, edge), QPointF(side - edge, height - edge), QPointF(edge, height - edge)]
        painter.drawPolygon(QPolygonF(corners))
        white = QColor("#FFFFFF")
        painter.setPen(QPen(white, side * 0.11, solid, Qt.PenCapStyle.RoundCap, join))
        painter.drawLine(QPointF(side / 2, side * 0.34), QPointF(side / 2, side * 0.56))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(white)
        painter.drawEllipse(QPointF(side / 2, side * 0.73), side * 0.065, side * 0.065)

    return Block(height, paint)
