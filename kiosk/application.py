"""Qt with our fonts and without the habits of a desktop program."""

import os
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPixmapCache
from PySide6.QtWidgets import QApplication

from kiosk.draw.fonts import load_fonts
from kiosk.memory import give_pictures_back
from kiosk.paths import ASSETS


def make_application() -> QApplication:
    """The one application of this process, made when it is first asked for."""
    # Qt says at every letter that our font lacks a script; another font of the system steps in.
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")
    give_pictures_back()
    application = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(application, QApplication)
    application.setApplicationName("manabi-kiosk")
    application.setWindowIcon(QIcon(str(ASSETS / "icons" / "app" / "manabi-kiosk.svg")))
    application.setAttribute(Qt.ApplicationAttribute.AA_SynthesizeMouseForUnhandledTouchEvents)
    # Qt keeps 10 MiB of pictures that were read from files; ours are sheets of paper, each another one.
    QPixmapCache.setCacheLimit(0)
    load_fonts()
    return application
