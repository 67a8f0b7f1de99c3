"""Pictures painted for tests."""

from collections.abc import Callable, Sequence

import zxingcpp
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

Paint = Callable[[QPainter, QRectF], None]


def picture(paint: Paint, width: int = 300, height: int = 300, ground: str = "white") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    paint(painter, QRectF(image.rect()))
    painter.end()
    return image


def all_differ(pictures: Sequence[QImage]) -> bool:
    return all(one != other for number, one in enumerate(pictures) for other in pictures[number + 1 :])


def codes_in(image: QImage) -> list[zxingcpp.Barcode]:
    """Whatever a reader finds, even what it finds damaged."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(bytes(grey.constBits())).cast("B", (grey.height(), grey.bytesPerLine()))
    return list(zxingcpp.read_barcodes(pixels, return_errors=True))
