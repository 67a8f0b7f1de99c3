"""A process of ours beside the window, heard by its event loop."""

from PySide6.QtCore import QObject, QProcess

from kiosk.another_process import environment


def qt_process(parent: QObject) -> QProcess:
    """Not yet started. It imports what we import, and what it says on standard error is heard with ours."""
    process = QProcess(parent)
    process.setEnvironment([f"{name}={value}" for name, value in environment().items()])
    process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
    return process
