"""The voice of the window: says what is shown, marks the word being said, is silent at a touch and can go on."""

from collections.abc import Callable, Sequence
from time import monotonic

from PySide6.QtCore import QObject, Signal

from kiosk.errors import N_
from kiosk.speech.speaker import Speaker
from kiosk.text.ruby import RubyText, plain
from kiosk.ui.screens.screen import Screen
from kiosk.ui.shell import Shell
from kiosk.ui.utterance import Marks, Utterance
from kiosk.visit.visit import Visit

NO_SOUND = N_("ここでは、いま音が出ません。画面の文字で進めます。")
NO_VOICE = N_("この言葉の声は、ここにはありません。画面の文字で進めます。")


class Narrator(QObject):
    """`speaker` is None for silent pictures: everything works, nothing is said.

    `speed` is the terminal's own; the resident's is a factor of it.
    """

    heard_changed = Signal()
    """It may have begun to be heard, or have fallen silent."""
    troubled = Signal(str)
    """A sentence for people, in Japanese: it can be looked up in a catalogue."""

    def __init__(
        self, shell: Shell, speaker: Speaker | None, speed: float, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(shell)
        self._shell, self._speaker, self._speed, self._clock = shell, speaker, speed, clock
        self._pace = 1.0
        self._language = ""
        self._reading: Utterance | None = None
        self._now: Utterance | None = None
        self._ends_at = 0
        self._stopping = False
        self._stopped_by_touch = False
        self._voiceless: set[str] = set()
        if speaker:
            speaker.speaking_changed.connect(self._on_speaking)
            speaker.paused_changed.connect(self._show_voice)
            speaker.range_spoken.connect(self._on_range)
            speaker.no_sound.connect(lambda: self.troubled.emit(NO_SOUND))
            speaker.no_voice.connect(self._on_no_voice)
            speaker.failed.connect(self.troubled)

    def follow(self, visit: Visit) -> None:
        """As fast and as loud as this resident wants it."""
        self._pace = visit.speed.factor
        if self._speaker:
            self._speaker.set_volume(visit.volume)

    @property
    def audible(self) -> bool:
        return bool(self._speaker and self._speaker.speaking and not self._speaker.paused)

    @property
    def can_go_on(self) -> bool:
        """Whether a reading was interrupted, so that there is more to say of it."""
        return bool(self._reading and self._reading.rest)

    @property
    def can_repeat(self) -> bool:
        return bool(self._reading and self._reading.last_sentence)

    # -- saying --------------------------------------------------------------------------------

    def say(self, text: RubyText, language: str, marks: Marks | None = None) -> None:
        """Speak; the words are marked on whatever shows them."""
        self._reading = Utterance(text, language, marks)
        self._speak(self._reading, text, 0)

    def say_aside(self, text: RubyText, language: str, marks: Marks | None = None, keep: bool = True) -> None:
        """Speak something in between: afterwards the reading it interrupts can still go on."""
        self._speak(Utterance(text, language, marks), text, 0, keep)

    def prepare_ahead(self, texts: Sequence[RubyText], language: str) -> None:
        """Have the sound of texts ready before anybody waits for it."""
        if self._speaker:
            self._speaker.prepare_ahead(texts, language, self._speed * self._pace)

    def go_on(self) -> None:
        """From the word where it was interrupted, if nothing else was said since."""
        speaker = self._speaker
        if speaker and speaker.paused and self._now is self._reading:
            speaker.resume()
        else:
            self.go_on_with_sentence()

    def go_on_with_sentence(self) -> None:
        """From the start of the sentence that was interrupted; the last sentence when all was said."""
        if self._reading and self._reading.rest:
            self._speak(self._reading, self._reading.rest, self._reading.goes_on_at)
        else:
            self.repeat_sentence()

    def repeat_sentence(self) -> None:
        """The sentence heard last, once more and no further."""
        found = self._reading and self._reading.last_sentence
        if self._reading and found:
            self._speak(self._reading, found.text, found.start)

    def _speak(self, utterance: Utterance, text: RubyText, start: int, keep: bool = True) -> None:
        if self._speaker:
            self._mark(None)
            self._now, self._ends_at = utterance, start + len(plain(text))
            utterance.begin(start, self._clock())
            self._speaker.say(text, utterance.language, self._speed * self._pace, start, keep)

    # -- silence -------------------------------------------------------------------------------

    def hush(self) -> None:
        """A finger or a key came down: silence at once."""
        self._stopped_by_touch = self.audible
        self.pause()

    def pause(self) -> None:
        """Silence; `go_on` can take it up again."""
        if self._speaker and self.audible:
            if self._now:
                self._now.fall_silent(self._clock())
            self._speaker.pause()

    def go_on_after_touch(self) -> None:
        """The last touch was about something else: what it made wait goes on, if it still waits."""
        interrupted, self._stopped_by_touch = self._stopped_by_touch, False
        if self._speaker and interrupted:
            self._speaker.resume()

    def was_stopped(self) -> bool:
        """Whether the press of the listen button means "stop": it spoke until that press, or speaks still."""
        stopped, self._stopped_by_touch = self._stopped_by_touch or self.audible, False
        if stopped:
            self._stop()
        return stopped

    def forget(self) -> None:
        """Silence; there is nothing to go on with, and nothing to repeat."""
        self._stop()
        self._reading = self._now = None

    def start_over(self) -> None:
        """Another resident: nothing of the last one's hearing is left."""
        self.forget()
        self.tell_again()
        self._stopped_by_touch = False
        self._ends_at, self._language = 0, ""
        self._voiceless.clear()

    def _stop(self) -> None:
        if self._speaker:
            self._stopping = True
            self._speaker.stop()
            self._stopping = False

    # -- showing -------------------------------------------------------------------------------

    def tell_again(self) -> None:
        """Another resident, or an express wish to hear: that there is no sound is said once more."""
        if self._speaker:
            self._speaker.tell_again()

    def refresh(self, language: str) -> None:
        """New bars, or a new sheet: their buttons show what is heard."""
        self._language = language
        self._show_voice()

    def moved_to(self, screen: Screen) -> None:
        """The same page was built again; what is read is marked there from now on."""
        if self._reading and self._reading.marks:
            whole = isinstance(self._reading.marks, Screen)
            self._reading.marks = screen if whole else screen.answering

    def _mark(self, spoken: tuple[int, int] | None) -> None:
        if self._now:
            self._now.mark(spoken)

    def _on_range(self, start: int, end: int) -> None:
        if self._now:
            self._now.hear(start, self._clock())
            self._now.mark((start, end))

    def _on_speaking(self, speaking: bool) -> None:
        if not speaking:
            self._mark(None)
            if self._now and not self._stopping:
                self._now.end(self._ends_at)
        self._show_voice()

    def _show_voice(self) -> None:
        for place in (self._shell.bottom, self._shell.overlay):
            if place and self._language in self._voiceless:
                place.show_no_voice()
            elif place:
                place.show_speaking(self.audible)
        self.heard_changed.emit()

    def _on_no_voice(self, language: str) -> None:
        """Said in words once a language; the button goes on showing it."""
        if language not in self._voiceless:
            self._voiceless.add(language)
            self.troubled.emit(NO_VOICE)
        self._show_voice()
