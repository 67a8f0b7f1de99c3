"""The pictures of the steps: the practice phone, or a picture of the lesson. All pictures on paper come from here."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from kiosk.handout.blocks import Block
from kiosk.handout.phone_picture import PhonePiece
from kiosk.handout.sheet import FilePicture, PhonePicture


@dataclass(frozen=True)
class ImagePiece:
    """A picture of the lesson, in grey."""

    image: QImage

    def block(self, width: float, tallest: float) -> Block:
        image = self.image
        scale = min(width / image.width(), tallest / image.height())
        wide, tall = image.width() * scale, image.height() * scale
        return Block(
            tall, lambda painter: painter.drawImage(QRectF((width - wide) / 2, 0, wide, tall), image)
        )


Drawing = PhonePiece | ImagePiece


def drawn(what: PhonePicture | FilePicture | None, language: str) -> Drawing | None:
    """What a step's picture is made of. None where there is none, or its file is gone."""
    match what:
        case None:
            return None
        case PhonePicture():
            return PhonePiece.of(what.shown, what.marked, language)
        case FilePicture():
            image = QImage(str(what.path))
            return (
                None if image.isNull() else ImagePiece(image.convertToFormat(QImage.Format.Format_Grayscale8))
            )
