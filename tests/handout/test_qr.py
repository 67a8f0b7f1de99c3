import pytest
import zxingcpp
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from kiosk.errors import LinkError
from kiosk.handout.qr import MAX_LENGTH, QUIET, check_address, make_qr, paint_qr

from .builders import LINKS

LONGEST = "https://www.example.jp/" + "a" * (MAX_LENGTH - 23)


@pytest.mark.parametrize("url", [*LINKS.values(), LONGEST])
def test_a_painted_code_is_read_as_exactly_its_address(qapp: QGuiApplication, url: str) -> None:
    assert _read(_painted(url, 400)) == url


def test_the_sturdy_level_gives_way_before_a_symbol_gets_too_dense() -> None:
    assert make_qr("https://www.example.jp/").size == 29
    assert make_qr(LONGEST).size == 69


def test_a_code_is_made_once() -> None:
    assert make_qr(LONGEST) is make_qr(LONGEST)


@pytest.mark.parametrize(
    ("url", "part_of_sentence"),
    [
        ("http://www.example.jp/", "https://"),
        ("ftp://www.example.jp/", "https://"),
        ("www.example.jp", "https://"),
        ("https://[::1", "https://"),
        ("", "使えない文字"),
        ("https://www.例え.jp/", "使えない文字"),
        ("https://www.example.jp/申請", "使えない文字"),
        ("https://www.example.jp/a b", "使えない文字"),
        ("https://www.exa\nmple.jp/", "使えない文字"),
        ("https://www.example.jp\\@evil.jp/", "使えない文字"),
        ("https://city@evil.jp/", "「@」"),
        ("https://city:1234@evil.jp/", "「@」"),
        ("https:///path", "サイトの名前"),
        ("https://localhost/", "サイトの名前"),
        ("https://127.0.0.1/", "サイトの名前"),
        ("https://www.example.jp:8443/", "サイトの名前"),
        ("https://xn--r8jz45g.jp/", "サイトの名前"),
        (LONGEST + "a", "301字"),
    ],
)
def test_a_doubtful_address_is_refused(url: str, part_of_sentence: str) -> None:
    with pytest.raises(LinkError, match=part_of_sentence):
        check_address(url)


def test_modules_are_whole_device_pixels_also_on_a_scaled_screen(qapp: QGuiApplication) -> None:
    image = _painted("https://www.example.jp/", 100, scale=1.5)
    shades = {image.pixelColor(x, y).value() for x in range(image.width()) for y in range(image.height())}
    assert shades == {0, 255}


def test_the_quiet_zone_is_painted_white_and_the_side_given(qapp: QGuiApplication) -> None:
    code = make_qr("https://www.example.jp/")
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
    paint_qr(painter, make_qr(url), QRectF(0.3, 0.3, side - 1, side - 1))
    painter.end()
    return image


def _read(image: QImage) -> str:
    found = zxingcpp.read_barcode(
        memoryview(bytes(image.constBits())).cast("B", (image.height(), image.bytesPerLine()))
    )
    return found.text if found else ""
