"""The voice of the window: says what is shown, marks what is being said, falls silent at a touch."""

from PySide6.QtCore import QObject, Signal

from kiosk.errors import N_
from kiosk.speech.speaker import Speaker
from kiosk.text.ruby import RubyText
from kiosk.ui.screens.screen import Screen
from kiosk.ui.shell import Shell

NO_SOUND = N_("ここでは、いま音が出ません。画面の文字で進めます。")
NO_VOICE = N_("この言葉の声は、ここにはありません。画面の文字で進めます。")


class Narrator(QObject):
    """`speaker` is None for silent pictures: everything works, nothing is said."""

    troubled = Signal(str)
    """A sentence for people, in Japanese: it can be looked up in a catalogue."""

    def __init__(self, shell: Shell, speaker: Speaker | None, speed: float) -> None:
        super().__init__(shell)
        self._shell, self._speaker, self._speed = shell, speaker, speed
        self._language = ""
        self._marked_on: Screen | None = None
        self._stopped_by_touch = False
        self._voiceless: set[str] = set()
        if speaker:
            speaker.speaking_changed.connect(self._on_speaking)
            speaker.range_spoken.connect(lambda start, end: self._mark((start, end)))
            speaker.no_sound.connect(lambda: self.troubled.emit(NO_SOUND))
            speaker.no_voice.connect(self._on_no_voice)
            speaker.failed.connect(self.troubled)

    def say(self, text: RubyText, language: str, shown_on: Screen | None = None) -> None:
        """Speak; the words are marked on the screen that shows them, if one does."""
        self._language = language
        if self._speaker:
            self._mark(None)
            self._marked_on = shown_on
            self._speaker.say(text, language, self._speed)

    def hush(self) -> None:
        """Silence at once."""
        if self._speaker:
            self._stopped_by_touch = self._speaker.speaking
            self._speaker.stop()

    def was_stopped(self) -> bool:
        """Whether the press of the listen button means "stop": it spoke until that press, or speaks still."""
        self._stopped_by_touch |= bool(self._speaker and self._speaker.speaking)
        stopped, self._stopped_by_touch = self._stopped_by_touch, False
        if stopped and self._speaker:
            self._speaker.stop()
        return stopped

    def tell_again(self) -> None:
        """Another resident, or an express wish to hear: that there is no sound is said once more."""
        if self._speaker:
            self._speaker.tell_again()

    def refresh(self, language: str) -> None:
        """New bars: the listen button shows again what it showed."""
        self._language = language
        self._on_speaking(bool(self._speaker and self._speaker.speaking))

    def _mark(self, spoken: tuple[int, int] | None) -> None:
        screen = self._marked_on
        if screen is not None and screen in {self._shell.screen_now, self._shell.overlay}:
            screen.highlight(spoken)

    def _on_speaking(self, speaking: bool) -> None:
        bottom = self._shell.bottom
        if bottom and self._language in self._voiceless:
            bottom.show_no_voice()
        elif bottom:
            bottom.show_speaking(speaking)
        if not speaking:
            self._mark(None)

    def _on_no_voice(self, language: str) -> None:
        """Said in words once a language; the button goes on showing it."""
        if language not in self._voiceless:
            self._voiceless.add(language)
            self.troubled.emit(NO_VOICE)
        self._on_speaking(False)
