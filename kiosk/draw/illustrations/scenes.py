"""What stands before the camera and lies in the album: 100 by 100 units each, the subject in the middle 60."""

from kiosk.draw.illustrations.shapes import SHADOW, Drawing


def draw_house(draw: Drawing) -> None:
    draw.rect("#CDE6F2", 0, 0, 100, 100)
    draw.oval("#FFF3C9", 82, 17, 8)
    _cloud(draw, 20, 20)
    draw.blob("#B4D3A4", [(-10, 74), (10, 58), (36, 64), (64, 56), (90, 63), (110, 74), (50, 84)])
    draw.rect("#93BC7F", 0, 72, 100, 28)
    draw.polygon("#EADBBE", [(45, 78), (55, 78), (66, 100), (38, 100)])
    draw.oval(SHADOW, 50, 78.5, 34, 3.2)
    _tree(draw, 85, 70, 1.0)
    _walls(draw)
    _roof(draw)
    _tree(draw, 15, 74, 0.75)


def _walls(draw: Drawing) -> None:
    draw.rect("#FBF3E2", 24, 45, 52, 33)
    draw.rect("#EFE0C4", 24, 45, 52, 5)
    draw.rect("#D9C6A3", 24, 75, 52, 3)
    for x in (29, 60):
        draw.rect("#FFFFFF", x, 53, 12, 13, 1)
        draw.rect("#8FC1DC", x + 1.3, 54.3, 9.4, 10.4)
        draw.polygon("#B4DAEC", [(x + 1.3, 54.3), (x + 8, 54.3), (x + 1.3, 62)])
        draw.rect("#FFFFFF", x + 5.3, 54, 1.4, 11)
    draw.rect("#8C5A3C", 45, 55, 10, 23, 1)
    draw.rect("#A5714F", 46.4, 57, 7.2, 8, 0.8)
    draw.oval("#F2D488", 52.8, 68.5, 0.9)


def _roof(draw: Drawing) -> None:
    draw.rect("#B2543F", 60, 20, 6, 12, 0.6)
    draw.polygon("#C8654C", [(17, 47), (31, 27), (69, 27), (83, 47)])
    draw.polygon("#B2543F", [(17, 47), (20.5, 42), (79.5, 42), (83, 47)])
    draw.rect("#D97F63", 30, 25.5, 40, 2.6, 1.3)


def _tree(draw: Drawing, x: float, y: float, size: float) -> None:
    with draw.moved(x, y, size) as tree:
        tree.oval(SHADOW, 0, 6, 9, 1.8)
        tree.rect("#8C6A4A", -1.4, -8, 2.8, 14, 1)
        tree.oval("#5E9463", 0, -14, 10, 12)
        tree.oval("#78AC73", -2.5, -17, 6, 7)


def _cloud(draw: Drawing, x: float, y: float) -> None:
    for dx, dy, size in ((-7, 1, 4.5), (0, -2, 6.5), (7, 1, 4.5)):
        draw.oval("#FFFFFF", x + dx, y + dy, size)
    draw.rect("#FFFFFF", x - 9, y + 0.5, 18, 5, 2.5)


def draw_room(draw: Drawing) -> None:
    """A living room with tatami; the tide mark low on the wall is what a flood leaves behind."""
    draw.rect("#F6ECD8", 0, 0, 100, 66)
    draw.rect("#E6D5B5", 0, 58, 100, 8)
    draw.curve("#D3BC93", 1, [(0, 58), (22, 57.2), (45, 58.6), (70, 57.4), (100, 58.2)])
    draw.rect("#A98560", 0, 66, 100, 2.4)
    draw.rect("#CFC98F", 0, 68.4, 100, 32)
    for points in ([(50, 68.4), (50, 100)], [(0, 84), (100, 84)]):
        draw.line("#8F8D58", 1.1, points)
    _window(draw)
    _lamp(draw)
    _table(draw)


def _window(draw: Drawing) -> None:
    draw.rect("#9A7350", 52, 18, 32, 30, 1)
    draw.rect("#BFE0F0", 54, 20, 28, 26)
    draw.blob("#9CC48D", [(53, 47), (58, 38), (66, 41), (74, 36), (83, 42), (83, 48)])
    draw.rect("#9A7350", 52, 46, 32, 3, 0.6)
    draw.rect("#9A7350", 67, 19, 2, 28)
    draw.polygon("#F2C9A5", [(48, 15), (58, 15), (53, 50), (48, 52)])
    draw.polygon("#F2C9A5", [(88, 15), (78, 15), (83, 50), (88, 52)])
    draw.rect("#86623F", 45, 13.5, 46, 2.4, 1.2)


def _lamp(draw: Drawing) -> None:
    draw.rect("#86623F", 31.4, 0, 1.2, 18)
    draw.oval("#FFF0BF", 32, 27, 13, 4)
    draw.polygon("#E8A96A", [(27, 17), (37, 17), (44, 27), (20, 27)])
    draw.oval("#FFF6D9", 32, 27, 12, 2)


def _table(draw: Drawing) -> None:
    draw.oval(SHADOW, 44, 84, 32, 5)
    for x in (20, 27, 58, 65):
        draw.rect("#7C5637", x, 72, 4, 12 if x in {20, 65} else 9, 1)
    draw.oval("#A87B52", 44, 72.5, 29, 6.4)
    draw.oval("#BE9167", 44, 71, 29, 6.4)
    draw.oval(SHADOW, 50, 71.6, 5, 1.5)
    draw.blob("#FFFFFF", [(43, 64.5), (57, 64.5), (54, 70), (46, 70)])
    draw.oval("#7FA46A", 50, 64.6, 3.6, 1)
    draw.oval("#F3B24E", 32, 70, 3.4, 3.2)
    draw.oval("#F5A23C", 37.5, 71, 3.4, 3.2)
    draw.oval("#6B9A56", 32.3, 67.2, 1.5, 0.6)
