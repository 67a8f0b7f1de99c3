"""Playing sound, and its silent twin for a terminal without a sound device."""

from PySide6.QtCore import QObject, Signal

from kiosk.speech.sound import Sound


class Player(QObject):
    """Plays sounds one after the other without a gap."""

    sound_started = Signal()
    """The next of the queued sounds, in their order, begins to be heard."""

    mark_reached = Signal(int, int)
    """Start and end of a mark of a queued sound: these characters begin to be heard."""

    finished = Signal()
    """The queue has run empty, or the device is gone. Not sent by `stop`."""

    @property
    def has_sound(self) -> bool:
        """Whether anything played here can be heard."""
        raise NotImplementedError

    def play(self, sound: Sound) -> None:
        """Put a sound at the end of the queue."""
        raise NotImplementedError

    def stop(self) -> None:
        """Silence at once; the queue is forgotten, and so is a pause."""
        raise NotImplementedError

    def pause(self) -> None:
        """Silence at once, until `resume`; what is queued waits."""
        raise NotImplementedError

    def resume(self) -> None:
        raise NotImplementedError

    def set_gain(self, gain: float) -> None:
        """How loud everything that is played is, from now on and at once: 1.0 is all the device gives."""
        raise NotImplementedError

    def ring(self, sound: Sound) -> None:
        """Play a sound at a gain of 1.0, beside whatever is played or paused."""
        raise NotImplementedError

    def stop_ringing(self) -> None:
        raise NotImplementedError

    def close(self) -> None:
        """Let the device go. Nothing is played afterwards."""


class SilentPlayer(Player):
    """For a terminal without a sound device."""

    has_sound = False

    def play(self, sound: Sound) -> None:
        pass

    def stop(self) -> None:
        pass

    def pause(self) -> None:
        pass

    def resume(self) -> None:
        pass

    def set_gain(self, gain: float) -> None:
        pass

    def ring(self, sound: Sound) -> None:
        pass

    def stop_ringing(self) -> None:
        pass


def open_player() -> Player:
    """A player for the present default device; where there is none, that shows at the first sound."""
    from kiosk.speech.distant_player import DistantPlayer

    return DistantPlayer()
