import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.draw.fonts import load_fonts


@pytest.fixture(autouse=True)
def fonts(qapp: QGuiApplication) -> None:
    load_fonts()
