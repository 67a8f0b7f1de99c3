"""What the one application of the process is made to do, and not to do."""

from PySide6.QtGui import QPixmap, QPixmapCache

from kiosk.application import make_application


def test_pictures_are_not_kept_on_the_side():
    """Qt puts each one that is read from a file there."""
    make_application()
    assert not QPixmapCache.insert("sheet", QPixmap(600, 800))
