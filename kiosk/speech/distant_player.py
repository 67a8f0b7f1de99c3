"""A player whose sound device lives in another process."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject

from kiosk.speech.child import started
from kiosk.speech.frames import ProtocolError
from kiosk.speech.orders import (
    Finished,
    Gain,
    Heard,
    Lost,
    Order,
    Pause,
    Play,
    Resume,
    Ring,
    Started,
    Stop,
    StopRinging,
    decode_news,
    encode_order,
)
from kiosk.speech.player import Player
from kiosk.speech.sound import Sound

SOUNDING = (sys.executable, "-m", "kiosk.speech.sounding")

_END_MS = 1_000


class DistantPlayer(Player):
    """Takes it that there is a device until the other process says otherwise, or dies."""

    def __init__(self, command: Sequence[str] = SOUNDING, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lost = False
        self._number = 0
        self._process = started(command, self, self._read, self._lose)

    @property
    def has_sound(self) -> bool:
        return not self._lost

    def play(self, sound: Sound) -> None:
        self._order(Play(self._number, sound))

    def stop(self) -> None:
        self._number += 1
        self._order(Stop())

    def pause(self) -> None:
        self._order(Pause())

    def resume(self) -> None:
        self._order(Resume())

    def set_gain(self, gain: float) -> None:
        self._order(Gain(gain))

    def ring(self, sound: Sound) -> None:
        self._order(Ring(sound))

    def stop_ringing(self) -> None:
        self._order(StopRinging())

    def close(self) -> None:
        self._lost = True
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(_END_MS):
            self._process.kill()
            self._process.waitForFinished(_END_MS)

    def _order(self, order: Order) -> None:
        if not self._lost:
            self._process.write(encode_order(order))

    def _read(self) -> None:
        while self._process.canReadLine():
            try:
                news = decode_news(bytes(self._process.readLine().data()))
            except ProtocolError:
                self._lose()
                return
            match news:
                case Lost():
                    self._lose()
                case Started(self._number):
                    self.sound_started.emit()
                case Heard(self._number, start, end):
                    self.mark_reached.emit(start, end)
                case Finished(self._number):
                    self.finished.emit()

    def _lose(self) -> None:
        if self._lost:
            return
        self._lost = True
        self._process.kill()
        self.finished.emit()
