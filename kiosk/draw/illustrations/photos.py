"""Drawn photos of the album."""

from typing import assert_never

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kiosk.draw.illustrations.scenes import draw_house, draw_room
from kiosk.draw.illustrations.shapes import SHADOW, Drawing, Points
from kiosk.lessons.phone.pictures import PhotoSubject


def paint_photo(painter: QPainter, box: QRectF, subject: PhotoSubject, zoom: int = 0) -> None:
    """A photo that fills the box; each `zoom` doubles it about its middle."""
    with Drawing.covering(painter, box, 1 << zoom) as draw:
        match subject:
            case PhotoSubject.HOUSE:
                draw_house(draw)
            case PhotoSubject.ROOM:
                draw_room(draw)
            case PhotoSubject.FLOWERS:
                _draw_flowers(draw)
            case PhotoSubject.SEA:
                _draw_sea(draw)
            case PhotoSubject.CAT:
                _draw_cat(draw)
            case PhotoSubject.LETTER:
                _draw_letter(draw)
            case _:
                assert_never(subject)


def _draw_flowers(draw: Drawing) -> None:
    """Flowers in a vase on a window sill."""
    draw.rect("#FBE7D3", 0, 0, 100, 100)
    draw.oval("#FFF4E4", 50, 42, 42)
    draw.rect("#E4B98C", 0, 82, 100, 18)
    draw.rect("#D3A474", 0, 82, 100, 2)
    draw.oval(SHADOW, 56, 86, 20, 3)
    stems: tuple[Points, ...] = (
        [(50, 66), (48, 50), (50, 30)],
        [(49, 66), (40, 54), (31, 42)],
        [(51, 66), (60, 54), (69, 40)],
    )
    for stem in stems:
        draw.curve("#5F9A5B", 1.8, stem)
    for x, y, turn in ((41, 57, -40), (60, 56, 40), (46, 48, -150), (54, 45, 150)):
        with draw.moved(x, y, turn=turn) as leaf:
            leaf.oval("#74AE6B", 0, -5, 2.4, 6)
    _flower(draw, 31, 40, 10, "#F2A7B8", "#E98BA1")
    _flower(draw, 69, 38, 10, "#F6C453", "#EDAE2E")
    _flower(draw, 50, 27, 12.5, "#E4677F", "#CF4E68")
    _vase(draw)


def _flower(draw: Drawing, x: float, y: float, size: float, light: str, deep: str) -> None:
    for number in range(6):
        with draw.moved(x, y, size / 10, number * 60) as petal:
            petal.oval(light if number % 2 else deep, 0, -5.8, 4, 5)
    draw.oval("#FFF0B8", x, y, size * 0.32)
    draw.oval("#E0A63A", x, y, size * 0.2)


def _vase(draw: Drawing) -> None:
    draw.blob("#5B8DB0", [(43, 62), (40, 70), (38, 79), (43, 87), (57, 87), (62, 79), (60, 70), (57, 62)])
    draw.blob("#7FAECB", [(44.5, 64), (42.5, 71), (41, 79), (44, 84), (46.5, 79), (46, 70)])
    draw.oval("#46748F", 50, 62.5, 7.6, 1.7)


def _draw_sea(draw: Drawing) -> None:
    """A bay with an island, a lighthouse and a small boat."""
    draw.rect("#FBE3CB", 0, 0, 100, 100)
    draw.rect("#FDEEDC", 0, 26, 100, 24)
    draw.oval("#FFF6E2", 30, 30, 13)
    draw.oval("#F7B267", 30, 30, 9.5)
    draw.rect("#7FBBD2", 0, 48, 100, 52)
    draw.rect("#A4D2E0", 0, 48, 100, 7)
    draw.rect("#5FA3C0", 0, 68, 100, 32)
    for x, y, wide in ((18, 58, 9), (44, 62, 7), (27, 74, 12), (66, 79, 9), (46, 88, 11), (84, 66, 6)):
        draw.curve("#CFE8EF", 1.1, [(x - wide, y), (x - wide / 2, y - 1.2), (x, y), (x + wide, y - 0.6)])
    _island(draw)
    _boat(draw)


def _island(draw: Drawing) -> None:
    draw.blob("#6E9C76", [(54, 53), (61, 42), (72, 37), (86, 41), (104, 37), (108, 53), (80, 56)])
    draw.blob("#8AB38A", [(60, 49), (66, 42), (74, 39.5), (80, 44), (70, 49)])
    draw.polygon("#FFFDF6", [(69.4, 40), (70.6, 22), (75.4, 22), (76.6, 40)])
    draw.polygon("#D8614C", [(69.8, 34), (70.2, 28.5), (75.8, 28.5), (76.2, 34)])
    draw.rect("#4E4A46", 69.6, 21, 6.8, 1.6, 0.8)
    draw.rect("#FFE9A8", 71, 16.6, 4, 4.6)
    draw.polygon("#D8614C", [(69.8, 17), (73, 13), (76.2, 17)])


def _boat(draw: Drawing) -> None:
    draw.oval("#4C8BA8", 38, 73.4, 15, 2)
    draw.rect("#7C5637", 37.4, 48, 1.4, 20)
    draw.polygon("#FFFDF6", [(39.6, 48.5), (39.6, 65), (52, 65)])
    draw.polygon("#F2D9B8", [(36.6, 51), (36.6, 65), (27, 65)])
    draw.polygon("#C8654C", [(24, 67), (54, 67), (48.5, 73.6), (30, 73.6)])
    draw.polygon("#FFFDF6", [(24, 67), (54, 67), (53, 68.6), (25.4, 68.6)])


_FUR, _FUR_DEEP, _FUR_LIGHT = "#E9A45C", "#CB7F3B", "#FFF3E0"


def _draw_cat(draw: Drawing) -> None:
    """A ginger cat on a cushion."""
    draw.rect("#CFE3DA", 0, 0, 100, 76)
    draw.rect("#DDC7A2", 0, 74, 100, 26)
    draw.rect("#CBB189", 0, 74, 100, 1.6)
    draw.oval(SHADOW, 50, 89, 38, 4.5)
    draw.blob("#B85C6E", [(14, 80), (50, 76), (86, 80), (86, 88), (50, 92), (14, 88)])
    draw.blob("#CD7686", [(17, 79), (50, 75.5), (83, 79), (78, 84), (50, 85.5), (22, 84)])
    draw.curve(_FUR_DEEP, 7, [(70, 80), (82, 74), (83, 62), (77, 56)])
    draw.blob(_FUR, [(50, 42), (64, 50), (71, 68), (69, 82), (50, 85), (31, 82), (29, 68), (36, 50)])
    draw.blob(_FUR_LIGHT, [(50, 54), (57, 62), (56, 78), (50, 82), (44, 78), (43, 62)])
    for x in (41.5, 58.5):
        draw.oval(_FUR_DEEP, x, 82.6, 7.2, 4.2)
        draw.oval(_FUR_LIGHT, x, 82.6, 6.2, 3.4)
    for y in (62, 68):
        draw.curve(_FUR_DEEP, 2.2, [(66, y), (62, y + 0.6), (60, y + 2)])
        draw.curve(_FUR_DEEP, 2.2, [(34, y), (38, y + 0.6), (40, y + 2)])
    _cat_head(draw)


def _cat_head(draw: Drawing) -> None:
    for side in (-1, 1):
        draw.polygon(_FUR, [(50 + 21 * side, 30), (50 + 18 * side, 10), (50 + 4 * side, 20)])
        draw.polygon("#F4C0A8", [(50 + 17.6 * side, 26), (50 + 16 * side, 15.5), (50 + 8.6 * side, 21)])
    draw.oval(_FUR, 50, 35, 23, 19.5)
    for x, top in ((43.5, 18.6), (50, 17), (56.5, 18.6)):
        draw.line(_FUR_DEEP, 2.6, [(x, top + 1), (50 + (x - 50) * 0.8, top + 7)])
    draw.blob(_FUR_LIGHT, [(50, 35), (58, 42), (60, 48), (50, 53.4), (40, 48), (42, 42)])
    for x in (40.5, 59.5):
        draw.oval("#3B3330", x, 34, 3.2, 3.9)
        draw.oval("#FFFFFF", x + 1, 32.6, 1.1)
        draw.oval("#F4B8A0", 50 + (x - 50) * 1.55, 42, 3, 2)
    draw.polygon("#C9675C", [(47, 40), (53, 40), (50, 43.4)])
    draw.curve("#6E4A38", 1.2, [(43.6, 45.6), (46.6, 47.6), (50, 44.4)])
    draw.curve("#6E4A38", 1.2, [(56.4, 45.6), (53.4, 47.6), (50, 44.4)])
    for side in (-1, 1):
        for y, drop in ((43, -1.5), (46.4, 1)):
            draw.line("#FFF9EE", 0.9, [(50 + 15 * side, y), (50 + 29 * side, y + drop)])


def _draw_letter(draw: Drawing) -> None:
    """A handwritten letter on its envelope; the writing is no writing."""
    draw.rect("#D9B48A", 0, 0, 100, 100)
    for y in (22, 50, 78):
        draw.rect("#CDA577", 0, y, 100, 1.2)
    with draw.moved(50, 52, turn=-5) as table:
        table.sheet("#F3C9B4", "#BB936A", -37, -16, 74, 46, 2)
        table.polygon("#E9B59C", [(-37, -16), (37, -16), (0, 12)])
    with draw.moved(48, 47, turn=4) as sheet:
        _letter_sheet(sheet)
    with draw.moved(80, 62, turn=28) as pen:
        pen.rect("#C3997A", -0.2, -24, 4.4, 40, 2)
        pen.rect("#35577A", -2.2, -26, 4.4, 40, 2)
        pen.rect("#E7C86F", -2.2, -6, 4.4, 2.6)
        pen.polygon("#2B3F55", [(-2.2, 14), (2.2, 14), (0, 21)])


def _letter_sheet(sheet: Drawing) -> None:
    sheet.sheet("#FFFCF3", "#C79A7C", -25, -34, 50, 68, 1, 1.8)
    for line in range(7):
        y = -24 + line * 7.2
        end = (15, 19, 17, 19, 13, 19, 3)[line]
        points = [(x, y + (1.1 if number % 2 else -1.1)) for number, x in enumerate(range(-18, end, 4))]
        sheet.line("#4A5B73", 1.5, points)
    with sheet.moved(13, 25, 0.5) as mark:
        _flower(mark, 0, 0, 10, "#F2A7B8", "#E98BA1")
