"""Pictures as files."""

from pathlib import Path

from PySide6.QtGui import QImage

from kiosk.errors import N_, OutputError


def write_picture(image: QImage, file: Path) -> None:
    """In the format that the file's name ends in. Raises `OutputError` when there is no room."""
    if not image.save(str(file)):
        raise OutputError(N_("{file} に書けません。ディスクの空きを確かめてください。"), file=file)
