"""The sound device of the terminal: looked for when it is needed, and again when it was gone."""

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QElapsedTimer, QObject, Signal

from kiosk.backoff import FORGIVING
from kiosk.speech.loudness import gain
from kiosk.speech.player import Player, SilentPlayer
from kiosk.speech.sound import Sound
from kiosk.visit.visit import Visit


class Loudspeaker(QObject):
    """What is played while there is no device is not heard later. Call `close` before the end of the program."""

    sound_started = Signal()
    """See `Player`."""

    mark_reached = Signal(int, int)
    """See `Player`."""

    finished = Signal()
    """Everything that was played has been heard."""

    lost = Signal()
    """The device is gone, and what was played with it."""

    chime_unheard = Signal()
    """A chime was asked for, and there is no device, or none any more."""

    def __init__(self, open_player: Callable[[], Player], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_player = open_player
        self._player: Player = SilentPlayer()
        self._gain = gain(Visit.volume)
        self._chiming = False
        self._try_again = QDeadlineTimer(0)
        self._outages = FORGIVING
        """Without an express wish a device that keeps going is looked for less and less: it costs a process."""
        self._sounding_for = QElapsedTimer()

    @property
    def there(self) -> bool:
        """Whether what is played now can be heard."""
        return self._player.has_sound

    def find(self) -> bool:
        """Whether there is a device, also one that somebody has plugged in meanwhile."""
        if not self.there and self._try_again.hasExpired():
            self._player.deleteLater()
            self._player = self._open_player()
            self._sounding_for.start()
            self._player.sound_started.connect(self.sound_started)
            self._player.mark_reached.connect(self.mark_reached)
            self._player.finished.connect(self._on_finished)
            self._player.set_gain(self._gain)
        return self.there

    def look_at_once(self) -> None:
        """Somebody expressly wishes to hear: the next `find` does not wait."""
        self._try_again = QDeadlineTimer(0)

    def set_volume(self, volume: int) -> None:
        """One of the steps of `VOLUMES`, also for what is being heard."""
        self._gain = gain(volume)
        self._player.set_gain(self._gain)

    def play(self, sound: Sound) -> None:
        self._player.play(sound)

    def stop(self) -> None:
        self._player.stop()

    def pause(self) -> None:
        self._player.pause()

    def resume(self) -> None:
        self._player.resume()

    def chime(self, sound: Sound) -> None:
        """As loud as the device is set, beside whatever is played."""
        self.look_at_once()
        self._chiming = self.find()
        if self._chiming:
            self._player.ring(sound)
        else:
            self.chime_unheard.emit()

    def stop_chime(self) -> None:
        self._chiming = False
        self._player.stop_ringing()

    def close(self) -> None:
        """No device is looked for any more."""
        self._player.close()
        self._player, self._open_player = SilentPlayer(), SilentPlayer

    def _on_finished(self) -> None:
        if self.there:
            self.finished.emit()
            return
        self._outages = self._outages.after(self._sounding_for.elapsed() / 1000)
        self._try_again = QDeadlineTimer(round(1000 * self._outages.wait_s))
        self.lost.emit()
        if self._chiming:
            self._chiming = False
            self.chime_unheard.emit()
