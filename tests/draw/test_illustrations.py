import pytest
import zxingcpp
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from kiosk.draw.icons import icon_names, paint_icon
from kiosk.draw.illustrations import HAZARD_AREAS, SHELTERS, paint_camera, paint_map
from kiosk.errors import ContentError
from kiosk.lessons.phone import Camera, CameraSubject, Hazard, Map


def camera(sees: CameraSubject, framed: bool = False) -> Camera:
    return Camera(kind="camera", id="view", label="カメラの画面", sees=sees, framed=framed)


def painted(what: Camera | Map, width: int = 400, height: int = 500) -> QImage:
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint = paint_camera if isinstance(what, Camera) else paint_map
    paint(painter, QRectF(image.rect()), what)
    painter.end()
    return image


@pytest.mark.parametrize("framed", [False, True])
@pytest.mark.parametrize("side", [120, 200, 300, 401, 640, 1000])
def test_the_drawn_code_is_no_code(side: int, framed: bool) -> None:
    image = painted(camera(CameraSubject.QR_CODE, framed), side, side)
    pixels = memoryview(bytes(image.constBits())).cast("B", (image.height(), image.bytesPerLine()))
    assert not zxingcpp.read_barcodes(pixels, try_rotate=True, try_downscale=True, try_invert=True)


def test_the_frame_round_the_code_can_be_seen() -> None:
    assert painted(camera(CameraSubject.QR_CODE)) != painted(camera(CameraSubject.QR_CODE, True))


def test_the_camera_sees_different_things() -> None:
    pictures = [painted(camera(subject)) for subject in CameraSubject]
    assert all(one != other for number, one in enumerate(pictures) for other in pictures[number + 1 :])


def test_every_hazard_and_the_shelters_change_the_map() -> None:
    maps = [Map(kind="map", id="map", label="地図", hazard=hazard) for hazard in Hazard]
    pictures = [painted(one) for one in [*maps, maps[0].model_copy(update={"shelters": True})]]
    assert all(one != other for number, one in enumerate(pictures) for other in pictures[number + 1 :])


@pytest.mark.parametrize("name", sorted(icon_names()))
def test_every_icon_leaves_ink(name: str) -> None:
    image = QImage(48, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    blank = image.copy()
    painter = QPainter(image)
    paint_icon(painter, name, QRectF(0, 0, 48, 48), QColor("#0017C1"))
    painter.end()
    assert image != blank


def test_an_icon_that_is_not_there_is_told() -> None:
    image = QImage(48, 48, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    with pytest.raises(ContentError, match="nothing"):
        paint_icon(painter, "nothing", QRectF(0, 0, 48, 48), QColor("black"))
    painter.end()


@pytest.mark.parametrize("hazard", [one for one in Hazard if one is not Hazard.NONE])
def test_no_shelter_stands_where_its_hazard_is_possible(hazard: Hazard) -> None:
    possible = QPolygonF([QPointF(x, y) for x, y in HAZARD_AREAS[hazard][0]])
    for x, y in SHELTERS[hazard]:
        assert not possible.containsPoint(QPointF(x, y), Qt.FillRule.OddEvenFill)
