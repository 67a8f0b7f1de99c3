"""A player on a real sound device."""

from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QDeadlineTimer, QIODevice, QObject, QTimer
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QtAudio

from kiosk.speech.player import Player
from kiosk.speech.sound import Mark, Sound

_BUFFER_S = 1.0
"""Sound handed over in advance, so that a busy window does not tear the speech."""

_FEED_MS = 20
"""Also how late a mark can be told."""

_STALLED_MS = 4_000
"""A sleeping device takes up to 2 s before it takes the first samples."""

_LINGER_MS = 60_000
"""The device stays open so long after the last sound. Closing at once would cut the tail it still holds, and
opening can take half a second, so that the next step of a lesson would be late."""


@dataclass(frozen=True, slots=True)
class _Event:
    """What happens when so many bytes of the queue were heard: a mark, or the beginning of a sound."""

    at: int
    mark: Mark | None = None


class DevicePlayer(Player):
    """Pushes samples into a `QAudioSink` from the thread it lives on.

    Pulling would call Python from the sound thread. A sound server that goes may take this process with it.
    """

    def __init__(self, device: QAudioDevice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._device = device
        self._sink: QAudioSink | None = None
        self._stream: QIODevice | None = None
        self._lost = False
        self._paused = False
        self._gain = 1.0
        self._bell: DevicePlayer | None = None
        self._waiting = bytearray()
        self._queued = 0
        self._handed_over = 0
        self._events: deque[_Event] = deque()
        self._heard_before = 0
        self._patience = QDeadlineTimer(_STALLED_MS)
        self._feeding = QTimer(self, interval=_FEED_MS)
        self._feeding.timeout.connect(self._feed)
        self._lingering = QTimer(self, interval=_LINGER_MS, singleShot=True)
        self._lingering.timeout.connect(self._close)

    @property
    def has_sound(self) -> bool:
        return not self._lost

    def play(self, sound: Sound) -> None:
        if self._sink is None or self._sink.format().sampleRate() != sound.rate:
            self._forget()
            self._close()
            self._open(sound.rate)
        self._lingering.stop()
        self._events.append(_Event(self._queued))
        for mark in sound.marks:
            self._events.append(_Event(self._queued + 2 * round(mark.ms * sound.rate / 1000), mark))
        self._waiting += sound.samples
        self._queued += len(sound.samples)
        if not self._paused:
            self._go_on_feeding()

    def stop(self) -> None:
        if self._sink is not None and (self._queued or self._paused):
            self._forget()
            self._sink.reset()
            self._stream = self._sink.start()
            self._lingering.start()
        self._paused = False

    def pause(self) -> None:
        self._paused = True
        self._feeding.stop()
        if self._sink is not None:
            self._sink.suspend()

    def resume(self) -> None:
        if not self._paused:
            return
        self._paused = False
        if self._sink is not None:
            self._sink.resume()
        if self._queued:
            self._go_on_feeding()

    def set_gain(self, gain: float) -> None:
        self._gain = gain
        if self._sink is not None:
            self._sink.setVolume(gain)

    def ring(self, sound: Sound) -> None:
        """On a stream of its own, which the system mixes with this one."""
        if self._bell is None:
            self._bell = DevicePlayer(self._device, self)
            self._bell.finished.connect(self._on_rung)
        self._bell.play(sound)

    def stop_ringing(self) -> None:
        if self._bell is not None:
            self._bell.stop()

    def _on_rung(self) -> None:
        if self._bell is not None and not self._bell.has_sound:
            self._lose()

    def _go_on_feeding(self) -> None:
        if not self._feeding.isActive():
            self._patience = QDeadlineTimer(_STALLED_MS)
            self._feeding.start()
        self._feed()

    def _open(self, rate: int) -> None:
        form = QAudioFormat()
        form.setSampleRate(rate)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._sink = QAudioSink(self._device, form, self)
        self._sink.setBufferSize(round(2 * rate * _BUFFER_S))
        self._sink.setVolume(self._gain)
        self._stream = self._sink.start()
        if self._paused:
            self._sink.suspend()

    def _feed(self) -> None:
        if self._sink is None or self._stream is None or self._sink.error() in _FATAL:
            self._lose()
            return
        room = min(self._sink.bytesFree(), len(self._waiting)) & ~1
        written = self._stream.write(bytes(self._waiting[:room])) if room else 0
        del self._waiting[: max(written, 0)]
        self._handed_over += max(written, 0)
        heard = self._handed_over - (self._sink.bufferSize() - self._sink.bytesFree())
        if self._has_stalled(heard):
            self._lose()
        else:
            self._tell(heard)

    def _has_stalled(self, heard: int) -> bool:
        """QtMultimedia does not notice that its sound server has gone: nothing is heard any more, that is all."""
        if heard != self._heard_before:
            self._heard_before = heard
            self._patience = QDeadlineTimer(_STALLED_MS)
        return self._patience.hasExpired()

    def _tell(self, heard: int) -> None:
        """What began to be heard by now. Whoever hears of it may stop us."""
        while self._events and self._events[0].at < heard:
            event = self._events.popleft()
            if event.mark is None:
                self.sound_started.emit()
            else:
                self.mark_reached.emit(event.mark.start, event.mark.end)
        if self._queued and heard >= self._queued:
            self._forget()
            self._lingering.start()
            self.finished.emit()

    def _lose(self) -> None:
        self._lost = True
        self._forget()
        self._close()
        self.finished.emit()

    def _forget(self) -> None:
        self._feeding.stop()
        self._waiting.clear()
        self._events.clear()
        self._queued = self._handed_over = 0

    def _close(self) -> None:
        self._lingering.stop()
        if self._sink is not None:
            self._sink.reset()
            self._sink.deleteLater()
        self._sink = self._stream = None


_FATAL = {QtAudio.Error.OpenError, QtAudio.Error.IOError, QtAudio.Error.FatalError}
