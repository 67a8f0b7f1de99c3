"""A player on a real sound device."""

from collections import deque

from PySide6.QtCore import QIODevice, QObject, QTimer
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QtAudio

from kiosk.speech.player import Player
from kiosk.speech.sound import Sound

_BUFFER_S = 1.0
"""Sound handed over in advance, so that a busy window does not tear the speech."""

_FEED_MS = 50
_LINGER_MS = 60_000
"""The device stays open so long after the last sound. Closing at once would cut the tail it still holds, and
opening can take half a second, so that the next step of a lesson would be late."""


class DevicePlayer(Player):
    """Pushes samples into a `QAudioSink` from the window's own thread.

    Pulling would call Python from the sound thread, where it had to wait for whatever the window does.
    """

    def __init__(self, device: QAudioDevice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._device = device
        self._sink: QAudioSink | None = None
        self._stream: QIODevice | None = None
        self._lost = False
        self._waiting = bytearray()
        self._queued = 0
        self._handed_over = 0
        self._starts: deque[int] = deque()
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
        self._starts.append(self._queued)
        self._waiting += sound.samples
        self._queued += len(sound.samples)
        self._feeding.start()
        self._feed()

    def stop(self) -> None:
        if self._queued:
            self._forget()
            self._close()

    def _open(self, rate: int) -> None:
        form = QAudioFormat()
        form.setSampleRate(rate)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._sink = QAudioSink(self._device, form, self)
        self._sink.setBufferSize(round(2 * rate * _BUFFER_S))
        self._stream = self._sink.start()

    def _feed(self) -> None:
        if self._sink is None or self._stream is None or self._sink.error() in _FATAL:
            self._lose()
            return
        room = min(self._sink.bytesFree(), len(self._waiting)) & ~1
        written = self._stream.write(bytes(self._waiting[:room])) if room else 0
        del self._waiting[: max(written, 0)]
        self._handed_over += max(written, 0)
        heard = self._handed_over - (self._sink.bufferSize() - self._sink.bytesFree())
        while self._starts and self._starts[0] < heard:
            self._starts.popleft()
            self.sound_started.emit()
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
        self._starts.clear()
        self._queued = self._handed_over = 0

    def _close(self) -> None:
        self._lingering.stop()
        if self._sink is not None:
            self._sink.reset()
            self._sink.deleteLater()
        self._sink = self._stream = None


_FATAL = {QtAudio.Error.OpenError, QtAudio.Error.IOError, QtAudio.Error.FatalError}
