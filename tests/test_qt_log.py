"""What Qt says: who said it, never what."""

import logging

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from kiosk.qt_log import MOST, QtLog

WARNING = QtMsgType.QtWarningMsg


@pytest.mark.parametrize(
    ("kind", "message", "said"),
    [
        (WARNING, "QPainter::begin: Paint device returned engine == 0", "QPainter::begin"),
        (WARNING, "QString::arg: Argument missing: 山田花子, 1", "QString::arg"),
        (QtMsgType.QtFatalMsg, "山田花子", "Qt"),
        (QtMsgType.QtDebugMsg, "QPainter::begin: x", None),
        (QtMsgType.QtInfoMsg, "QPainter::begin: x", None),
    ],
)
def test_who_spoke(kind: QtMsgType, message: str, said: str | None, caplog: pytest.LogCaptureFixture) -> None:
    QtLog().tell(kind, QMessageLogContext(), message)
    assert [record.args[1] for record in caplog.records] == ([said] if said else [])
    assert "山田" not in caplog.text


def test_each_thing_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    qt = QtLog()
    for number in range(1000):
        qt.tell(WARNING, QMessageLogContext(), f"QFont::setPixelSize: {number}")
    assert len(caplog.records) == 1


def test_it_never_floods_the_log(caplog: pytest.LogCaptureFixture) -> None:
    qt = QtLog()
    for number in range(1000):
        qt.tell(WARNING, QMessageLogContext(), f"QThing{number}::is: wrong")
    assert [record.levelno for record in caplog.records] == [logging.WARNING] * MOST
