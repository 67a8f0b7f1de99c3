"""A receipt in ESC/POS, by python-escpos: what goes to the printer, piece by piece."""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from escpos.printer import Dummy
    from PIL.ImageFile import ImageFile

ROLL = "RP-F10-80mm"
"""Any profile whose width is known (576 dots): for others python-escpos complains on standard output."""

WIDEST = 576
"""Dots on a roll of 80 mm; one of 58 mm has 384."""

STRIP = 64
"""Rows in one raster command: 4.6 KB, which small buffers take, and 8 mm where a job can be taken back."""

SLOWEST = 240
"""Dots a second: 30 mm/s, slower than any printer of the class with a picture."""

QUIET = b"\x1da\x00"
"""GS a 0: no status by itself, because its bytes look like answers to GS r."""

FILL = bytes(WIDEST // 8 * STRIP)
"""Ends a raster command that broke off; a printer that waits for none ignores it."""

# DLE EOT, DLE ENQ and DLE DC4 work at once even in the middle of a picture: they answer, open drawers, switch off.
_AT_ONCE = re.compile(rb"\x10(?=\x04[\x01-\x08]|\x05[\x00-\x03]|\x14[\x01-\x08])")
_WIDER = b"\x30"


@dataclass(frozen=True)
class ReceiptCommands:
    """`start`, every strip and `end` are whole commands: between them a job may stop."""

    start: bytes
    strips: tuple[bytes, ...]
    end: bytes
    seconds: float
    """How long a slow printer needs."""


def receipt_commands(file: Path) -> ReceiptCommands:
    """A picture up to 576 dots wide, of any height. Raises `OSError`, `SyntaxError` or `ValueError` if it is none."""
    from PIL import Image

    escpos = _escpos()
    escpos.hw("INIT")
    start = _taken(escpos) + QUIET
    with Image.open(file) as picture:
        strips = tuple(_strips(escpos, picture))
        seconds = picture.height / SLOWEST
    escpos.cut(mode="PART")
    return ReceiptCommands(start, strips, _taken(escpos), seconds)


def _strips(escpos: "Dummy", picture: "ImageFile") -> Iterator[bytes]:
    if picture.width > WIDEST:
        raise ValueError(f"{picture.width} > {WIDEST}")
    for top in range(0, picture.height, STRIP):
        bottom = min(top + STRIP, picture.height)
        escpos.image(picture.crop((0, top, picture.width, bottom)), impl="bitImageRaster")
        yield _AT_ONCE.sub(_WIDER, _taken(escpos))


def _taken(escpos: "Dummy") -> bytes:
    output = escpos.output
    escpos.clear()
    return output


def _escpos() -> "Dummy":
    """python-escpos takes 0.25 s to import, and leaves a folder behind wherever temporary files go."""
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder
        try:
            from escpos.printer import Dummy
        finally:
            tempfile.tempdir = before
    return Dummy(profile=ROLL)
