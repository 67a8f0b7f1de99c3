from functools import partial

import pytest
import zxingcpp
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from kiosk.draw.illustrations.camera import Aim, paint_aim, paint_camera
from kiosk.draw.illustrations.card import paint_paper_with_code
from kiosk.draw.illustrations.codes import paint_code, paint_pay_code
from kiosk.lessons.phone.pictures import Camera, CameraSubject, CameraView
from tests.draw.pictures import Paint, codes_in, picture

SIDES = (60, 120, 200, 317, 401, 640, 823, 1000, 1200)
CODES = (CameraSubject.QR_CODE, CameraSubject.PAYMENT_CODE)


def camera(sees: CameraSubject, view: CameraView, framed: bool) -> Camera:
    return Camera(kind="camera", id="view", label="カメラの画面", sees=sees, view=view, framed=framed)


def real_code(painter: QPainter, box: QRectF) -> None:
    symbol = zxingcpp.create_barcode("まなび", zxingcpp.BarcodeFormat.QRCode)
    pixels = symbol.to_image(scale=6)
    high, wide = pixels.shape
    painter.drawImage(box.topLeft(), QImage(bytes(pixels), wide, high, wide, QImage.Format.Format_Grayscale8))


def test_the_reader_of_these_tests_reads_a_real_code() -> None:
    assert [one.text for one in codes_in(picture(real_code))] == ["まなび"]


@pytest.mark.parametrize("framed", [False, True])
@pytest.mark.parametrize("view", CameraView)
@pytest.mark.parametrize("sees", CODES)
def test_no_reader_takes_what_the_camera_sees(sees: CameraSubject, view: CameraView, framed: bool) -> None:
    paint = partial(paint_camera, camera=camera(sees, view, framed))
    assert not any(codes_in(picture(paint, side, side * 6 // 5)) for side in SIDES)


@pytest.mark.parametrize("scale", [0.28, 0.5, 0.8, 1.3, 2.0, 3.0])
@pytest.mark.parametrize("sees", CODES)
def test_no_reader_takes_a_code_on_its_way_through_the_view(sees: CameraSubject, scale: float) -> None:
    paint = partial(paint_aim, sees=sees, aim=Aim(44, 53, scale))
    assert not any(codes_in(picture(paint, side, side)) for side in SIDES)


@pytest.mark.parametrize("paint", [paint_code, paint_pay_code, paint_paper_with_code])
def test_no_reader_takes_a_code_by_itself(paint: Paint) -> None:
    assert not any(codes_in(picture(paint, side, side)) for side in SIDES)
