"""The phone itself painted: its body, its bars and what lies over the screen."""

from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPolygonF

from kiosk.draw.fonts import font, metrics
from kiosk.draw.phone.canvas import Canvas, centred_square
from kiosk.draw.phone.items import Item, Look, PhoneLayout, RoundIcon, Surface
from kiosk.lessons.phone.screen import BarButton, Tab

TIME = "10:25"
"""Drawn, never read: it is part of the picture of a phone."""

_CASE = QColor("#272727")


def corner(layout: PhoneLayout, on: Canvas) -> float:
    """Radius of the phone's corners."""
    return layout.frame.width() * (0.085 if on.iphone else 0.05)


def paint_case(on: Canvas, layout: PhoneLayout) -> None:
    radius = corner(layout, on)
    on.rounded(layout.frame, _CASE, radius, on.colours.hairline)
    on.rounded(layout.glass, on.colours.surface, radius * 0.8)


def paint_surface(on: Canvas, item: Item, surface: Surface, layout: PhoneLayout) -> None:
    colours, box = on.colours, item.box
    radius = corner(layout, on) * 0.8
    match surface:
        case Surface.WALLPAPER:
            on.painter.fillPath(_rounded_below(box, radius), colours.chosen)
        case Surface.BAND:
            on.painter.fillPath(_rounded_above(box, radius), colours.practice)
        case Surface.STATUS:
            _paint_status(on, box)
        case Surface.BAR:
            on.painter.fillRect(box, colours.tool)
        case Surface.TAB_BAR:
            on.painter.fillRect(box, colours.bar)
            edge = (box.topLeft(), box.topRight()) if on.iphone else (box.bottomLeft(), box.bottomRight())
            on.line(*edge, colours.outline)
        case Surface.NAVIGATION:
            on.painter.fillPath(_rounded_below(box, radius), colours.tool)
        case Surface.HOME_LINE:
            _paint_home_line(on, box)
        case Surface.GROUP:
            if on.iphone:
                on.rounded(box, colours.surface, on.radius, colours.outline)
        case Surface.DOCK:
            on.rounded(box, colours.surface, on.sizes.text * (1.0 if on.iphone else 0.5))
        case Surface.TOAST:
            on.rounded(box, colours.text, min(box.height(), on.sizes.touch) / 2)
        case Surface.SCRIM:
            on.painter.fillPath(_rounded_below(box, radius), colours.scrim)
        case Surface.DIALOG:
            on.rounded(box, colours.surface, on.sizes.text * 0.9, colours.outline, on.thin)
        case Surface.SHEET:
            _paint_sheet(on, box, radius)
        case Surface.SHADE:
            _paint_shade(on, box, layout, radius)
        case _:
            assert_never(surface)


def _rounded_above(box: QRectF, radius: float) -> QPainterPath:
    """A box whose two upper corners are round, as at the top of the glass."""
    path = QPainterPath()
    path.addRoundedRect(box.adjusted(0, 0, 0, radius), radius, radius)
    below = QPainterPath()
    below.addRect(box.adjusted(0, box.height(), 0, radius + 1))
    return path.subtracted(below)


def _rounded_below(box: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(box.adjusted(0, -radius, 0, 0), radius, radius)
    above = QPainterPath()
    above.addRect(box.adjusted(0, -radius - 1, 0, -box.height()))
    return path.subtracted(above)


def _paint_status(on: Canvas, box: QRectF) -> None:
    """Time, signal and battery, and where the other camera looks out."""
    ink, px = on.colours.text, on.sizes.least_text
    edge = px * 1.0
    middle = box.center().y()
    on.painter.setPen(ink)
    on.painter.setFont(font(px, True))
    baseline = middle + metrics(px, True).capHeight() / 2
    on.painter.drawText(QPointF(box.left() + edge, baseline), TIME)
    _paint_signal(on, QRectF(box.right() - edge - px * 2.3, middle - px * 0.35, px * 0.85, px * 0.7), ink)
    _paint_battery(on, QRectF(box.right() - edge - px * 1.2, middle - px * 0.34, px * 1.2, px * 0.68), ink)
    side = px * 0.85
    eye = centred_square(box, side)
    if on.iphone:
        eye = eye.adjusted(-side * 1.3, 0, side * 1.3, 0)
    on.disc(eye, _CASE)


def _paint_signal(on: Canvas, box: QRectF, ink: QColor) -> None:
    wide = box.width() / 5.6
    for bar in range(4):
        tall = box.height() * (0.34 + 0.22 * bar)
        on.rounded(QRectF(box.left() + bar * wide * 1.5, box.bottom() - tall, wide, tall), ink, wide * 0.3)


def _paint_battery(on: Canvas, box: QRectF, ink: QColor) -> None:
    unit = box.width() / 12
    hull = box.adjusted(0, 0, -unit * 1.2, 0)
    on.rounded(hull, None, unit * 2, ink, unit)
    inside = hull.adjusted(unit * 1.9, unit * 1.9, -unit * 1.9, -unit * 1.9)
    inside.setWidth(inside.width() * 0.75)
    on.rounded(inside, ink, unit * 0.6)
    on.rounded(
        QRectF(hull.right() + unit * 0.4, box.center().y() - unit * 1.3, unit, unit * 2.6), ink, unit * 0.5
    )


def _paint_home_line(on: Canvas, box: QRectF) -> None:
    tall = min(max(3.0, on.sizes.least_text * 0.2), box.height() * 0.5)
    wide = box.width() * 0.36
    on.disc(QRectF(box.center().x() - wide / 2, box.center().y() - tall / 2, wide, tall), on.colours.text)


def _paint_sheet(on: Canvas, box: QRectF, radius: float) -> None:
    """From the bottom edge; the small line says that it can go down again."""
    colours = on.colours
    above = on.sizes.text * (1.0 if on.iphone else 0.8)
    path = _rounded_below(box, radius).united(QPainterPath())
    on.painter.setClipPath(path, Qt.ClipOperation.ReplaceClip)
    on.rounded(box.adjusted(0, 0, 0, above), colours.surface, above, colours.outline, on.thin)
    on.painter.setClipping(False)
    _paint_grip(on, box.center().x(), box.top() + on.sizes.gap * 0.8)


def _paint_grip(on: Canvas, x: float, y: float) -> None:
    wide, tall = on.sizes.text * 2.0, max(4.0, on.sizes.text * 0.18)
    on.disc(QRectF(x - wide / 2, y, wide, tall), on.colours.soft_text)


def _paint_shade(on: Canvas, box: QRectF, layout: PhoneLayout, radius: float) -> None:
    """From the top; the small line at its end says that it can be pushed up again."""
    low = box.bottom() >= layout.glass.bottom() - radius
    on.painter.fillPath(_rounded_below(box, radius if low else on.sizes.text * 0.9), on.colours.paper)
    _paint_grip(on, box.center().x(), box.bottom() - on.sizes.gap)


def paint_round_icon(on: Canvas, item: Item, icon: RoundIcon) -> None:
    on.disc(item.box, on.colours.chosen, on.colours.main, on.thin)
    on.icon(icon.icon, centred_square(item.box, item.box.width() * 0.6), on.colours.main)


def paint_bar_button(on: Canvas, item: Item, button: BarButton) -> None:
    if on.pressed:
        on.disc(centred_square(item.box, min(item.box.width(), item.box.height())), on.colours.tool_pressed)
    if item.shape:
        on.icon(button.icon, item.shape, on.colours.main if on.iphone else on.colours.text)


def paint_tab(on: Canvas, item: Item, tab: Tab) -> None:
    """The chosen one has a thick bar at its edge, a tinted ground and the main colour."""
    colours, box = on.colours, item.box
    if on.pressed or item.on:
        on.painter.fillRect(box, colours.pressed if on.pressed else colours.chosen)
    if item.on:
        thick = max(4.0, on.sizes.text * 0.16)
        y = box.top() if on.iphone else box.bottom() - thick
        on.painter.fillRect(QRectF(box.left(), y, box.width(), thick), colours.main)
    if item.shape:
        on.icon(tab.icon, item.shape, colours.main if item.on else colours.soft_text)
    on.words(item)
    on.press_frame(box)


def paint_back(on: Canvas, item: Item) -> None:
    if on.pressed:
        on.rounded(item.box, on.colours.tool_pressed, on.radius)
    if item.shape is None:
        return
    if on.iphone:
        on.chevron(item.shape, on.colours.main, left=True)
    else:
        on.stroke(item.shape, ((0.92, 0.5), (0.1, 0.5)), on.colours.text, 0.1)
        on.stroke(item.shape, ((0.45, 0.16), (0.1, 0.5), (0.45, 0.84)), on.colours.text, 0.1)
    on.words(item)


def paint_address(on: Canvas, item: Item) -> None:
    """A pill with a lock."""
    colours = on.colours
    pad = on.sizes.gap * 0.35
    side = (item.shape.left() - item.box.left()) * 0.6 if item.shape else pad
    box = item.box.adjusted(side, pad, -side, -pad)
    on.rounded(box, colours.pressed if on.pressed else colours.paper, box.height() / 2, colours.outline)
    if item.shape:
        _paint_lock(on, item.shape, colours.text)
    on.words(item)


def _paint_lock(on: Canvas, box: QRectF, ink: QColor) -> None:
    unit = box.width() / 10
    on.rounded(box.adjusted(unit * 1.5, unit * 4.5, -unit * 1.5, 0), ink, unit)
    bow = QRectF(box.left() + unit * 2.8, box.top() + unit * 0.6, unit * 4.4, unit * 8)
    path = QPainterPath(QPointF(bow.left(), box.top() + unit * 5))
    path.arcTo(QRectF(bow.left(), bow.top(), bow.width(), bow.width()), 180, -180)
    path.lineTo(bow.right(), box.top() + unit * 5)
    on.outline(ink, unit * 1.3)
    on.painter.drawPath(path)


def paint_navigation(on: Canvas, item: Item) -> None:
    """A triangle for back, a ring for home, a square for what was used last."""
    if on.pressed:
        on.rounded(item.box.adjusted(4, 4, -4, -4), on.colours.tool_pressed, on.radius)
    if item.shape is None:
        return
    ink, box, thick = on.colours.text, item.shape, on.thin * 1.2
    if item.look is Look.NAV_HOME:
        on.disc(box, None, ink, thick)
    elif item.look is Look.NAV_RECENT:
        on.rounded(box.adjusted(1, 1, -1, -1), None, box.width() * 0.18, ink, thick)
    else:
        on.outline(ink, thick)
        left, right = box.left(), box.right() - box.width() * 0.1
        on.painter.drawPolygon(
            QPolygonF(
                [QPointF(right, box.top()), QPointF(left, box.center().y()), QPointF(right, box.bottom())]
            )
        )


def paint_turn(on: Canvas, item: Item) -> None:
    """＋ or －, above or below the number of a wheel."""
    colours = on.colours
    on.rounded(item.box, colours.pressed if on.pressed else colours.surface, on.radius, colours.main, on.thin)
    if item.shape:
        on.stroke(item.shape, ((0.15, 0.5), (0.85, 0.5)), colours.main, 0.14)
        if item.look is Look.MORE:
            on.stroke(item.shape, ((0.5, 0.15), (0.5, 0.85)), colours.main, 0.14)
