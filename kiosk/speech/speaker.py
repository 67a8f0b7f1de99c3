"""The voice of the kiosk: says a text, stops at once, and tells what is being heard."""

import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.errors import N_
from kiosk.speech.ahead import Ahead
from kiosk.speech.child import WORKER, Child
from kiosk.speech.loudspeaker import Loudspeaker
from kiosk.speech.player import Player, open_player
from kiosk.speech.protocol import (
    AllSaid,
    Answer,
    CacheTrouble,
    ChunkReady,
    PartSaid,
    Prepare,
    Request,
    Say,
    SayFailed,
    Stop,
    VoiceMissing,
)
from kiosk.speech.sound import Sound, shifted
from kiosk.text.ruby import RubyText, plain

_log = logging.getLogger(__name__)

PATIENCE_MS = 15_000
"""A voice that leaves us in silence for so long is taken to hang."""

_LOW_S = 6.0
"""When less sound than this waits to be heard, the next part of a long text is asked for."""

STOPPED_WORKING = N_("読み上げが途中で止まりました。もう一度お試しください。")
NOT_ANSWERING = N_("読み上げの準備に時間がかかっています。もう一度お試しください。")


class Speaker(QObject):
    """Says one text at a time; the newest wins. Call `close` before the end of the program.

    The work is done by a child process, which is started when first needed and again if it was lost.
    Nothing is synthesised on a terminal without a sound device.
    """

    speaking_changed = Signal(bool)

    paused_changed = Signal(bool)

    range_spoken = Signal(int, int)
    """Start and end, in characters of the plain text, of the word that now begins to be heard."""

    no_voice = Signal(str)
    """There is no voice for this language here."""

    no_sound = Signal()
    """This terminal has no sound device. Sent once, until `tell_again`."""

    chime_unheard = Signal()
    """A chime was asked for, and this terminal has no sound device."""

    troubled = Signal(str)
    """A sentence for staff: sounds cannot be kept, so that everything is made anew each time. Sent once."""

    failed = Signal(str)
    """A sentence for people, in Japanese without placeholders: it can be looked up in a catalogue."""

    def __init__(
        self,
        open_player: Callable[[], Player] = open_player,
        command: Sequence[str] = WORKER,
        patience_ms: int = PATIENCE_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._command = command
        self._child: Child | None = None
        self._told_no_sound = False
        self._loudspeaker = self._connected(Loudspeaker(open_player, self))
        self._ahead = Ahead(command, self)
        self._speaking = False
        self._paused = False
        self._number = 0
        self._saying: Say | None = None
        self._offset = 0
        self._more_to_come = False
        self._rest: int | None = None
        self._sounding = False
        self._unheard: deque[float] = deque()
        self._patience = QTimer(self, interval=patience_ms, singleShot=True)
        self._patience.timeout.connect(self._on_hang)

    def _connected(self, loudspeaker: Loudspeaker) -> Loudspeaker:
        loudspeaker.sound_started.connect(self._on_sound_started)
        loudspeaker.mark_reached.connect(self.range_spoken)
        loudspeaker.finished.connect(self._on_all_heard)
        loudspeaker.lost.connect(self._on_device_lost)
        loudspeaker.chime_unheard.connect(self.chime_unheard)
        return loudspeaker

    @property
    def speaking(self) -> bool:
        return self._speaking

    @property
    def paused(self) -> bool:
        """Whether the speech waits for `resume`; it still counts as speaking."""
        return self._paused

    def prepare(self, language: str = "ja") -> None:
        """Start the child and load a voice, in a moment when nobody waits."""
        if not self._speaking and self._loudspeaker.find():
            self._send(Prepare(language))

    def prepare_ahead(self, texts: Sequence[RubyText], language: str, speed: float = 1.0) -> None:
        """Make the sound of texts while nothing is said, the latest wishes first."""
        if self._loudspeaker.find():
            self._ahead.add(texts, language, speed)

    def say(
        self, text: RubyText, language: str, speed: float = 1.0, offset: int = 0, keep: bool = True
    ) -> None:
        """Say a text instead of whatever is being said. Speed 1.0 is unhurried.

        `offset`: where the text begins in a longer one, whose characters `range_spoken` counts. `keep`: whether
        its sound may stay on the disk; not where a resident may have written it.
        """
        self._silence()
        if not plain(text).strip() or not self._loudspeaker.find():
            self._set_speaking(False)
            self._tell_no_sound()
            return
        self._more_to_come = True
        self._patience.start()
        self._offset = offset
        request = self._saying = Say(self._number, text, language, speed, keep=keep)
        self._set_speaking(True)
        if request.number == self._number:  # nobody answered the signal with `stop`
            self._send(request)

    def stop(self) -> None:
        """Silence now; what the child still makes of the text is ignored."""
        if self._more_to_come:
            self._send(Stop())
        self._give_up()

    def pause(self) -> None:
        """Silence now, until `resume`."""
        if self._speaking and not self._paused:
            self._patience.stop()
            self._loudspeaker.pause()
            self._set_paused(True)

    def resume(self) -> None:
        """Go on where `pause` interrupted."""
        if self._paused:
            if self._more_to_come and not self._sounding:
                self._patience.start()
            self._loudspeaker.resume()
            self._set_paused(False)

    def set_volume(self, volume: int) -> None:
        """One of the steps of `VOLUMES`; also what is being said has that loudness at once."""
        self._loudspeaker.set_volume(volume)

    def chime(self, sound: Sound) -> None:
        """Sound something for staff, as loud as the device is set, beside whatever is being said."""
        self._loudspeaker.chime(sound)

    def stop_chime(self) -> None:
        self._loudspeaker.stop_chime()

    def tell_again(self) -> None:
        """Another resident, or an express wish to hear: `no_sound` may be sent once more."""
        self._told_no_sound = False
        self._loudspeaker.look_at_once()

    def close(self) -> None:
        """End the child, and wait for one that was killed just now; takes a moment. Silent from now on."""
        self._give_up()
        # Whoever still wishes to prepare or say something starts no process any more.
        self._loudspeaker.close()
        self._ahead.close()
        self._child = None
        for child in self.findChildren(Child):
            child.end()

    def _tell_no_sound(self) -> None:
        if not self._loudspeaker.there and not self._told_no_sound:
            self._told_no_sound = True
            self.no_sound.emit()

    def _send(self, request: Request) -> None:
        if self._child is None:
            self._child = Child(self._command, self)
            self._child.answered.connect(self._on_answer)
            self._child.lost.connect(self._on_lost)
        self._child.send(request)

    def _on_answer(self, answer: Answer) -> None:
        if isinstance(answer, CacheTrouble):
            _log.warning("%s", answer.sentence)
            self.troubled.emit(answer.sentence)
        elif answer.number == self._number:
            self._take(answer)

    def _take(self, answer: ChunkReady | PartSaid | AllSaid | VoiceMissing | SayFailed) -> None:
        self._patience.stop()
        match answer:
            case ChunkReady(_, start, _, sound):
                self._sounding = True
                self._unheard.append(sound.seconds)
                self._loudspeaker.play(shifted(sound, start + self._offset))
            case PartSaid(_, rest):
                self._more_to_come, self._rest = False, rest
                self._ask_for_rest()
            case AllSaid():
                self._more_to_come = False
                self._set_speaking(self._sounding)
            case VoiceMissing(_, language):
                self._give_up()
                self.no_voice.emit(language)
            case SayFailed(_, sentence):
                self._give_up()
                self.failed.emit(sentence)

    def _ask_for_rest(self) -> None:
        if self._saying and self._rest is not None and sum(self._unheard) < _LOW_S:
            self._more_to_come = True
            self._send(replace(self._saying, start=self._rest))
            self._rest = None

    def _on_sound_started(self) -> None:
        if self._unheard:
            self._unheard.popleft()
        self._ask_for_rest()

    def _on_all_heard(self) -> None:
        self._sounding = False
        if self._more_to_come:
            self._patience.start()
        else:
            self._set_speaking(False)

    def _on_device_lost(self) -> None:
        wanted = self._speaking
        self._give_up()
        if wanted:
            self._tell_no_sound()

    def _on_lost(self) -> None:
        _log.warning("the speaking process ended by itself")
        self._child = None
        if self._more_to_come:
            self._give_up()
            self.failed.emit(STOPPED_WORKING)

    def _on_hang(self) -> None:
        _log.warning("the speaking process did not answer")
        if self._child is not None:
            self._child.kill()
            self._child = None
        self._give_up()
        self.failed.emit(NOT_ANSWERING)

    def _give_up(self) -> None:
        self._silence()
        self._set_speaking(False)

    def _silence(self) -> None:
        """Nothing is heard any more, and no answer that comes from now on is ours."""
        self._number += 1
        self._patience.stop()
        self._loudspeaker.stop()
        self._unheard.clear()
        self._saying = self._rest = None
        self._more_to_come = self._sounding = False
        self._set_paused(False)

    def _set_speaking(self, speaking: bool) -> None:
        if speaking != self._speaking:
            self._speaking = speaking
            self._ahead.hold(speaking and not self._paused)
            self.speaking_changed.emit(speaking)

    def _set_paused(self, paused: bool) -> None:
        if paused != self._paused:
            self._paused = paused
            self._ahead.hold(self._speaking and not paused)
            self.paused_changed.emit(paused)
