"""QR codes that open the real form: made, read back at once, and painted on screen or paper.

Sizes after Denso Wave: at least 4 printer dots a module and a quiet zone of 4 modules on all sides,
https://www.qrcode.com/en/howto/code.html; the least module and the levels after `tests/bench/bench_codes.py`.
"""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from kiosk.errors import N_, LinkError
from kiosk.lessons.address import check_address

if TYPE_CHECKING:
    from qrcode import QRCode

QUIET = 4
"""Modules that stay white on every side of a symbol."""

LEAST_MODULE_MM, LEAST_SIDE_MM = 0.8, 30.0
"""Of a printed module, and of a printed symbol without its quiet zone."""

LARGEST_AT_Q = 5
"""The version up to which level Q is affordable: 37 modules, 30 mm at the least module. Level M is read as well, and a
denser symbol is read less often from aslant."""

Modules = tuple[tuple[bool, ...], ...]
"""Rows of a symbol without its quiet zone; True is black."""


@dataclass(frozen=True)
class QrCode:
    """A symbol, and the address it carries."""

    url: str
    modules: Modules

    @property
    def size(self) -> int:
        """Modules on a side."""
        return len(self.modules)


def make_qr(url: str, hosts: Collection[str]) -> QrCode:
    """The QR code of an address of one of the city's `hosts`.

    Raises `LinkError` if the address may not become one, or if the symbol is not read back as exactly this address.
    """
    check_address(url, hosts)
    return _proven(url)


def prove_codes(urls: Iterable[str], hosts: Collection[str]) -> None:
    """Make codes before they are shown: it takes longer than a page may, and they are kept."""
    for url in urls:
        qr_if_possible(url, hosts)


def qr_if_possible(url: str, hosts: Collection[str]) -> QrCode | None:
    """The code, or None where `make_qr` refuses: a link's name and host then stand without one."""
    try:
        return make_qr(url, hosts)
    except LinkError:
        return None


def module_dots(code: QrCode, dots_per_mm: float, room: float = math.inf) -> int | None:
    """Whole printer dots a module, the fewest that give a module and a symbol of the least sizes.

    None if the symbol with its quiet zone is then wider than `room` dots: a smaller code would not be read.
    """
    least_mm = max(LEAST_MODULE_MM, LEAST_SIDE_MM / code.size)
    dots = math.ceil(least_mm * dots_per_mm - 1e-6)
    return dots if dots * (code.size + 2 * QUIET) <= room else None


@lru_cache(maxsize=128)
def _proven(url: str) -> QrCode:
    code = QrCode(url, _modules(url))
    if read_back(code) != url:
        raise LinkError(
            N_("QRコードを読み返すと、元のアドレス（{url}）と違いました。別のアドレスを使ってください。"),
            url=url,
        )
    return code


def _modules(url: str) -> Modules:
    """Written by another library than reads it back, so that a fault of one is seen by the other."""
    from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q

    symbol = _symbol(url, ERROR_CORRECT_Q)
    if symbol.best_fit() > LARGEST_AT_Q:
        symbol = _symbol(url, ERROR_CORRECT_M)
    symbol.make()
    return tuple(tuple(row) for row in symbol.modules)


def _symbol(url: str, level: int) -> "QRCode":
    from qrcode import QRCode

    symbol = QRCode(error_correction=level)
    symbol.add_data(url)
    return symbol


def read_back(code: QrCode) -> str:
    """What a reader makes of the symbol, at 3 pixels a module; empty if nothing."""
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
