"""The sounding process: `python -m kiosk.speech.sounding`. It owns the sound device.

QtMultimedia aborts its process when a stream is opened after the sound server has gone, even when the server is
back. So whoever plays is apart from the window; when it dies, the next sound starts another. It reads orders on
standard input and tells on standard output what is heard (`kiosk.speech.orders`).
"""

import os
import sys
import threading

from PySide6.QtCore import QCoreApplication, QObject, Signal

from kiosk.speech.device import default_device
from kiosk.speech.orders import (
    Finished,
    Gain,
    Heard,
    Lost,
    OrderReader,
    Pause,
    Play,
    Resume,
    Ring,
    Started,
    Stop,
    StopRinging,
    encode_news,
)
from kiosk.speech.player import Player

_READ_BYTES = 1 << 16


class Input(QObject):
    """Standard input, piece by piece, on the thread that owns this object."""

    came = Signal(bytes)
    closed = Signal()

    def start(self) -> None:
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        while data := os.read(sys.stdin.fileno(), _READ_BYTES):
            self.came.emit(data)
        self.closed.emit()


class Sounding(QObject):
    """Obeys orders, and tells what is heard of which play. Ends the application when there is no device."""

    def __init__(self, player: Player) -> None:
        super().__init__()
        self._player = player
        self._orders = OrderReader()
        self._number = 0
        player.sound_started.connect(lambda: self._tell(Started(self._number)))
        player.mark_reached.connect(lambda start, end: self._tell(Heard(self._number, start, end)))
        player.finished.connect(self._on_finished)

    def take(self, data: bytes) -> None:
        for order in self._orders.feed(data):
            match order:
                case Play(number, sound):
                    self._number = number
                    self._player.play(sound)
                case Stop():
                    self._player.stop()
                case Pause():
                    self._player.pause()
                case Resume():
                    self._player.resume()
                case Gain(gain):
                    self._player.set_gain(gain)
                case Ring(sound):
                    self._player.ring(sound)
                case StopRinging():
                    self._player.stop_ringing()

    def _on_finished(self) -> None:
        if self._player.has_sound:
            self._tell(Finished(self._number))
        else:
            leave()

    def _tell(self, news: Started | Heard | Finished) -> None:
        os.write(sys.stdout.fileno(), encode_news(news))


def leave() -> None:
    """Without a device there is nothing to do here; closing it properly could abort."""
    os.write(sys.stdout.fileno(), encode_news(Lost()))
    os._exit(0)


def main() -> None:
    application = QCoreApplication(sys.argv)
    device = default_device()
    if device is None:
        leave()
        return
    # QtMultimedia comes in only now that its chatter is switched off.
    from kiosk.speech.device_player import DevicePlayer

    sounding, orders = Sounding(DevicePlayer(device)), Input()
    orders.came.connect(sounding.take)
    orders.closed.connect(application.quit)
    orders.start()
    application.exec()


if __name__ == "__main__":
    main()
