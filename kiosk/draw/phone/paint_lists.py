"""Apps, rows, cards, photos, messages and notifications, painted."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor

from kiosk.draw.illustrations.photos import paint_photo
from kiosk.draw.phone.canvas import Canvas, centred_square
from kiosk.draw.phone.items import Item, PageDots
from kiosk.lessons.phone.elements import AppIcon, Bubble, Card, Installing, Progress, Row, StoreApp
from kiosk.lessons.phone.pictures import SmallPhoto
from kiosk.lessons.phone.screen import Notification


def paint_app(on: Canvas, item: Item, app: AppIcon) -> None:
    if item.shape:
        on.tile(app.icon, app.tint, item.shape)
    on.words(item)


def paint_page_dots(on: Canvas, item: Item, dots: PageDots) -> None:
    """The present page is a long filled dot, the others are rings."""
    side = on.sizes.text * 0.42
    step = side * 2
    x = item.box.center().x() - step * dots.pages / 2
    y = item.box.center().y() - side / 2
    for page in range(dots.pages):
        here = page == dots.page
        wide = side * 2 if here else side
        on.disc(QRectF(x, y, wide, side), on.colours.text if here else None, on.colours.text, on.thin)
        x += wide + side


def paint_row(on: Canvas, item: Item, row: Row) -> None:
    colours, box = on.colours, item.box
    if on.pressed:
        on.rounded(box, colours.pressed, on.radius if on.iphone else 0)
    on.line(box.bottomLeft(), box.bottomRight(), colours.hairline)
    if row.icon and item.shape:
        on.icon(row.icon, item.shape, colours.main)
    on.words(item)
    side = on.sizes.text * 0.8
    right = box.right() - (on.sizes.gap * 0.5 if on.iphone else 0)
    on.chevron(QRectF(right - side, box.center().y() - side / 2, side, side), colours.soft_text)


def paint_card(on: Canvas, item: Item, card: Card) -> None:
    colours = on.colours
    on.rounded(
        item.box,
        colours.pressed if on.pressed else colours.surface,
        on.radius * 1.3,
        colours.outline,
        on.thin,
    )
    if card.icon and item.shape:
        on.tile(card.icon, card.tint, item.shape)
    on.words(item)


def paint_tag(on: Canvas, item: Item) -> None:
    """In a frame: what marks an advertisement must not be overlooked."""
    on.rounded(item.box, on.colours.surface, on.sizes.text * 0.2, on.colours.text, on.thin)
    on.words(item)


def paint_store_button(on: Canvas, item: Item, app: StoreApp) -> None:
    colours = on.colours
    radius = min(item.box.height(), on.sizes.touch) / 2
    if app.stage is Installing.LOADING:
        on.rounded(
            item.box, colours.pressed if on.pressed else colours.surface, radius, colours.main, on.thin
        )
        if item.shape:
            paint_bar(on, item.shape, app.percent)
    else:
        on.rounded(item.box, colours.main_pressed if on.pressed else colours.main, radius)
    on.words(item)


def paint_progress(on: Canvas, item: Item, progress: Progress) -> None:
    if item.shape:
        paint_bar(on, item.shape, progress.percent)
    on.words(item)


def paint_bar(on: Canvas, box: QRectF, percent: int | None) -> None:
    """How much is done; stripes where nobody knows."""
    colours = on.colours
    if percent is None:
        on.rounded(box, colours.surface, box.height() / 2)
        painter = on.painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(colours.main, Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    elif percent:
        wide = max(box.height(), box.width() * percent / 100)
        on.disc(QRectF(box.left(), box.top(), wide, box.height()), colours.main)
    on.disc(box, None, colours.main, on.thin)


def paint_small_photo(on: Canvas, item: Item, photo: SmallPhoto) -> None:
    """The chosen one has a thick frame and a tick."""
    paint_photo(on.painter, item.box, photo.shows, 0)
    colours = on.colours
    if item.on:
        on.rounded(item.box, None, 0, colours.main, on.thin * 1.6)
        side = min(on.sizes.text * 1.4, item.box.width() * 0.5)
        badge = QRectF(item.box.right() - side * 1.15, item.box.top() + side * 0.15, side, side)
        on.disc(badge, colours.main, colours.on_main, on.thin)
        on.tick(badge, colours.on_main)
    on.press_frame(item.box)


def paint_bubble(on: Canvas, item: Item, bubble: Bubble) -> None:
    """Mine at the right and filled, others' at the left; a small corner points to whose it is."""
    colours, box = on.colours, item.box
    fill = colours.main if bubble.mine else colours.tool
    radius = on.sizes.text * 0.8
    on.rounded(box, fill, radius)
    corner = QRectF(0, 0, radius, radius)
    if bubble.mine:
        corner.moveBottomRight(box.bottomRight())
    else:
        corner.moveBottomLeft(box.bottomLeft())
    on.rounded(corner, fill, radius * 0.25)
    on.words(item)
    on.press_frame(box, radius)


def paint_notification(on: Canvas, item: Item, news: Notification) -> None:
    """A card with a soft shadow."""
    colours, box = on.colours, item.box
    radius = on.radius * (1.8 if on.iphone else 1.4)
    shadow = on.sizes.gap * 0.25
    on.rounded(box.translated(0, shadow), QColor(0, 0, 0, 40), radius)
    on.rounded(box, colours.pressed if on.pressed else colours.surface, radius, colours.outline, on.thin)
    if item.shape:
        on.rounded(item.shape, colours.main, item.shape.width() * (0.24 if on.iphone else 0.5))
        on.icon(news.icon, centred_square(item.shape, item.shape.width() * 0.66), colours.on_main)
    on.words(item)
