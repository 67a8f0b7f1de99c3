from dataclasses import replace

import pytest
import zxingcpp
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from qrcode import QRCode

from kiosk.errors import LinkError
from kiosk.handout.qr import (
    LEAST_MODULE_MM,
    LEAST_SIDE_MM,
    QUIET,
    make_qr,
    module_dots,
    paint_qr,
    qr_if_possible,
    read_back,
)
from kiosk.lessons.address import MAX_LENGTH

from .builders import LINKS

HOSTS = ("www.city.example.jp",)
CITY_PAGE = "https://www.city.example.jp/"


def page(length: int) -> str:
    """An address of that many characters."""
    return CITY_PAGE + "a" * (length - len(CITY_PAGE))


@pytest.mark.parametrize("url", [*LINKS.values(), page(60), page(61), page(MAX_LENGTH)])
def test_a_painted_code_is_read_as_exactly_its_address(qapp: QGuiApplication, url: str) -> None:
    assert _read(_painted(url, 400)) == url


@pytest.mark.parametrize(("length", "size"), [(28, 29), (60, 37), (61, 33), (85, 41), (MAX_LENGTH, 41)])
def test_the_sturdy_level_gives_way_before_a_symbol_gets_too_dense(length: int, size: int) -> None:
    assert make_qr(page(length), HOSTS).size == size


def test_a_code_is_made_once() -> None:
    assert make_qr(page(90), HOSTS) is make_qr(page(90), [*HOSTS, ".lg.jp"])


def test_an_address_must_be_one_of_the_citys() -> None:
    with pytest.raises(LinkError, match="許した"):
        make_qr("https://evil.jp/", HOSTS)
    assert qr_if_possible("https://evil.jp/", HOSTS) is None
    assert qr_if_possible(CITY_PAGE, HOSTS) == make_qr(CITY_PAGE, HOSTS)


def test_what_is_read_back_is_what_the_modules_say() -> None:
    one, other = make_qr(page(60), HOSTS), make_qr(page(61), HOSTS)
    assert read_back(replace(one, modules=other.modules)) == other.url
    without_data = (*one.modules[:8], *(row[:8] + (False,) * (one.size - 8) for row in one.modules[8:]))
    assert read_back(replace(one, modules=without_data)) == ""


def test_a_symbol_that_says_something_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the library that writes codes had a fault."""
    writes = QRCode.add_data
    monkeypatch.setattr(
        QRCode, "add_data", lambda symbol, url: writes(symbol, url.replace("example", "exampie"))
    )
    with pytest.raises(LinkError, match="読み返す"):
        make_qr(page(62), HOSTS)


@pytest.mark.parametrize("dots_per_mm", [8.0, 200 / 25.4, 300 / 25.4, 600 / 25.4, 1200 / 25.4])
@pytest.mark.parametrize("length", [28, 60, 85, MAX_LENGTH])
def test_a_printed_symbol_has_the_least_sizes_in_whole_dots(length: int, dots_per_mm: float) -> None:
    code = make_qr(page(length), HOSTS)
    dots = module_dots(code, dots_per_mm)
    assert dots is not None
    module = dots / dots_per_mm
    assert module >= LEAST_MODULE_MM
    assert module * code.size >= LEAST_SIDE_MM
    one_less = (dots - 1) / dots_per_mm
    assert one_less < LEAST_MODULE_MM or one_less * code.size < LEAST_SIDE_MM


@pytest.mark.parametrize("length", [28, 33, 60, 85, MAX_LENGTH])
def test_every_code_fits_the_narrowest_receipt(length: int) -> None:
    """Printers for paper of 58 mm print 48 mm, in 8 dots a mm."""
    assert module_dots(make_qr(page(length), HOSTS), 8.0, room=384) is not None


def test_without_room_there_is_no_code_rather_than_a_small_one() -> None:
    code = make_qr(page(MAX_LENGTH), HOSTS)
    whole = 7 * (code.size + 2 * QUIET)
    assert (module_dots(code, 8.0, whole), module_dots(code, 8.0, whole - 1)) == (7, None)


def test_modules_are_whole_device_pixels_also_on_a_scaled_screen(qapp: QGuiApplication) -> None:
    image = _painted(CITY_PAGE, 100, scale=1.5)
    shades = {image.pixelColor(x, y).value() for x in range(image.width()) for y in range(image.height())}
    assert shades == {0, 255}


def test_the_quiet_zone_is_painted_white_and_the_side_given(qapp: QGuiApplication) -> None:
    code = make_qr(CITY_PAGE, HOSTS)
    whole = code.size + 2 * QUIET
    image = QImage(whole * 3 + 2, whole * 3 + 2, QImage.Format.Format_Grayscale8)
    image.fill(QColor(128, 128, 128))
    painter = QPainter(image)
    side = paint_qr(painter, code, QRectF(image.rect()))
    painter.end()
    assert side == code.size * 3
    assert [image.pixelColor(at, at).value() for at in (0, 1, QUIET * 3, QUIET * 3 + 1)] == [
        128,
        255,
        255,
        0,
    ]


def _painted(url: str, side: int, scale: float = 1.0) -> QImage:
    image = QImage(round(side * scale), round(side * scale), QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    paint_qr(painter, make_qr(url, HOSTS), QRectF(0.3, 0.3, side - 1, side - 1))
    painter.end()
    return image


def _read(image: QImage) -> str:
    found = zxingcpp.read_barcode(
        memoryview(bytes(image.constBits())).cast("B", (image.height(), image.bytesPerLine()))
    )
    return found.text if found else ""
