import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.draw.fonts import load_fonts
from tests.handout.receipts import sink, tcp_sink, usb_sink

__all__ = ["sink", "tcp_sink", "usb_sink"]


@pytest.fixture
def fonts(qapp: QGuiApplication) -> None:
    load_fonts()
