"""QR codes that open the real form: made, read back at once, and painted on screen or paper.

Sizes after Denso Wave: at least 4 printer dots a module and a quiet zone of 4 modules on all sides,
https://www.qrcode.com/en/howto/code.html
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from kiosk.errors import N_, LinkError

QUIET = 4
"""Modules that stay white on every side of a symbol."""

MAX_LENGTH = 300
DENSEST_AT_Q = 41
"""Modules on a side up to which level Q is affordable: 33 mm at 0.8 mm a module (version 6)."""

_ADDRESS = re.compile(r"[!-~]+")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")


@dataclass(frozen=True)
class QrCode:
    """A symbol without its quiet zone: rows of modules, True is black; and the address it carries."""

    url: str
    modules: tuple[tuple[bool, ...], ...]

    @property
    def size(self) -> int:
        """Modules on a side."""
        return len(self.modules)


@lru_cache(maxsize=128)
def make_qr(url: str) -> QrCode:
    """The QR code of an address. Raises `LinkError` if the address may not become one, or is not read back."""
    check_address(url)
    code = QrCode(url, _modules(url))
    if _read_back(code) != url:
        raise LinkError(
            N_("QRコードを読み返すと、元のアドレス（{url}）と違いました。別のアドレスを使ってください。"),
            url=url,
        )
    return code


def check_address(url: str) -> None:
    """Raises `LinkError` unless this is a short https address whose host everybody can read."""
    if len(url) > MAX_LENGTH:
        raise LinkError(
            N_("アドレスが長すぎます（{length}字）。QRコードにできるのは{most}字までです。"),
            length=len(url),
            most=MAX_LENGTH,
        )
    # Browsers read a backslash as a slash, and urlsplit drops line ends: both can hide the real host.
    if not _ADDRESS.fullmatch(url) or "\\" in url:
        raise LinkError(
            N_("アドレスに使えない文字があります（{url}）。英数字のアドレスにしてください。"), url=url
        )
    parts = _split(url)
    if parts is None or parts.scheme != "https":
        raise LinkError(N_("QRコードにできるのは https:// で始まるアドレスだけです（{url}）。"), url=url)
    if "@" in parts.netloc:
        raise LinkError(
            N_(
                "アドレスに名前や「@」を入れることはできません（{url}）。サイトのアドレスだけにしてください。"
            ),
            url=url,
        )
    # "xn--" spells letters of other scripts, which can look like those of a known site.
    if not _HOST.fullmatch(parts.netloc) or "xn--" in parts.netloc:
        raise LinkError(
            N_("サイトの名前「{host}」は使えません。英小文字と数字の正式な名前にしてください。"),
            host=parts.netloc,
        )


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url)
    except ValueError:
        return None


def _modules(url: str) -> tuple[tuple[bool, ...], ...]:
    from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q

    sturdy = _encoded(url, ERROR_CORRECT_Q)
    return sturdy if len(sturdy) <= DENSEST_AT_Q else _encoded(url, ERROR_CORRECT_M)


def _encoded(url: str, level: int) -> tuple[tuple[bool, ...], ...]:
    from qrcode import QRCode

    symbol = QRCode(error_correction=level)
    symbol.add_data(url)
    symbol.make(fit=True)
    return tuple(tuple(row) for row in symbol.modules)


def _read_back(code: QrCode) -> str:
    """What a reader makes of the symbol, at 3 pixels a module."""
    import zxingcpp

    scale = 3
    side = (code.size + 2 * QUIET) * scale
    blank = bytes([255]) * (side * QUIET * scale)
    pixels = blank + b"".join(_pixel_row(row, scale) * scale for row in code.modules) + blank
    image = memoryview(pixels).cast("B", (side, side))
    found = zxingcpp.read_barcode(image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return found.text if found else ""


def _pixel_row(row: Sequence[bool], scale: int) -> bytes:
    quiet = [False] * QUIET
    return bytes(0 if black else 255 for black in (*quiet, *row, *quiet) for _ in range(scale))


def paint_qr(painter: QPainter, code: QrCode, box: QRectF) -> float:
    """Paint a code as large as `box` holds with its quiet zone, centred, in whole device pixels a module.

    Gives the symbol's side without the quiet zone, in the painter's units. The painter may be moved and
    scaled, not turned.
    """
    to_device = painter.deviceTransform()
    from_device, _ = to_device.inverted()
    room = to_device.mapRect(box)
    whole = code.size + 2 * QUIET
    module = max(1, int(min(room.width(), room.height()) / whole + 1e-6))
    left, top = (round(middle - module * whole / 2) for middle in (room.center().x(), room.center().y()))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(
        from_device.mapRect(QRectF(left, top, module * whole, module * whole)), Qt.GlobalColor.white
    )
    path = QPainterPath()
    for row, start, end in _runs(code.modules):
        x, y = left + (start + QUIET) * module, top + (row + QUIET) * module
        path.addRect(from_device.mapRect(QRectF(x, y, (end - start) * module, module)))
    # One path for all: between shapes painted one by one, viewers show hairlines of white.
    painter.fillPath(path, Qt.GlobalColor.black)
    painter.restore()
    return from_device.mapRect(QRectF(0, 0, module * code.size, 0)).width()


def _runs(modules: Sequence[Sequence[bool]]) -> list[tuple[int, int, int]]:
    """Stretches of black as (row, first, one behind the last)."""
    runs: list[tuple[int, int, int]] = []
    for number, row in enumerate(modules):
        start: int | None = None
        for column, black in enumerate((*row, False)):
            if black and start is None:
                start = column
            elif not black and start is not None:
                runs.append((number, start, column))
                start = None
    return runs
