"""While touches only ask to hear: what each one is told, the strip that ends it, and when it ends by itself."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QWidget

from kiosk.text.ruby import Segment, plain
from kiosk.ui.hearing import Audible, audible_at, heard_text
from kiosk.ui.listening import ListeningStrip
from kiosk.ui.narrator import Narrator
from kiosk.ui.shell import Shell
from kiosk.ui.theme import Theme
from kiosk.ui.utterance import Marks, OneAfterAnother
from kiosk.ui.wording import Wording
from kiosk.visit import moves
from kiosk.visit.visit import Visit, VisitState

LEFT_ALONE_MS = 60_000
"""Who neither listens nor touches anything for so long has left, and the next person wants buttons that work."""

REMINDED_EVERY = 3
"""After so many touches that only asked to hear, how to end that is said too: it may not be what was wanted."""


class TouchToHear(QObject):
    """Whether it is on is part of the visit."""

    def __init__(
        self,
        shell: Shell,
        state: VisitState,
        narrator: Narrator,
        words_of: Callable[[Visit], Wording],
        theme_of: Callable[[Visit], Theme],
    ) -> None:
        super().__init__(shell)
        self._shell, self._state, self._narrator = shell, state, narrator
        self._words_of, self._theme_of = words_of, theme_of
        self._asked = 0
        self._left_alone = QTimer(self, singleShot=True, interval=LEFT_ALONE_MS)
        self._left_alone.timeout.connect(self.stop)
        narrator.heard_changed.connect(self.wait_for_touch)

    @property
    def _visit(self) -> Visit:
        return self._state.visit

    def follow(self) -> None:
        """It was switched on or off."""
        self.show_strip()
        self._narrator.pause()
        self._tell_how_to_end()
        self.wait_for_touch()

    def show_strip(self) -> None:
        """A strip for the present page, while it is on."""
        visit, strip = self._visit, None
        if visit.touch_to_hear:
            strip = ListeningStrip(self._theme_of(visit), self._words_of(visit), self.stop)
        self._shell.show_strip(strip)

    def wait_for_touch(self) -> None:
        """Count anew the time in which nobody touches anything, but never while something is heard."""
        if self._visit.touch_to_hear and not self._narrator.audible:
            self._left_alone.start()
        else:
            self._left_alone.stop()

    def stop(self) -> bool:
        """End it; false when it was not on."""
        on = self._visit.touch_to_hear
        self._state.become(moves.comfort(self._visit, {"touch_to_hear": False}))
        return on

    def tell_about(self, at: QPoint) -> None:
        """Read aloud what lies at a place of the window."""
        control = audible_at(self._shell.overlay or self._shell, at, self._theme_of(self._visit).target)
        self._shell.frame(control)
        self._narrator.tell_again()
        if control is not None:
            self._tell(control)
        else:
            self._tell_how_to_end()

    def _tell(self, control: QWidget) -> None:
        language = control.spoken_in if isinstance(control, Audible) else ""
        marks: Marks | None = control if isinstance(control, Marks) else None
        text, strip = heard_text(control, self._words_of(self._visit)), self._shell.strip
        self._asked += 1
        if strip is not None and self._asked >= REMINDED_EVERY and not language:
            marks = OneAfterAnother(marks, len(plain(text)), strip)
            text = (*text, Segment("\n"), *strip.said)
            self._asked = 0
        # On the practice phone it may be what the resident has typed: no sound of that stays on the disk.
        self._narrator.say_aside(text, language or self._visit.language, marks, keep=False)

    def _tell_how_to_end(self) -> None:
        self._asked = 0
        strip = self._shell.strip
        if strip is not None:
            self._narrator.say_aside(strip.said, self._visit.language, strip)
