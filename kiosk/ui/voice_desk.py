"""When something is said: pages, answers and dialogs as they appear, and everything a resident asks to hear."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from kiosk.speech.speaker import Speaker
from kiosk.text.ruby import RubyText
from kiosk.ui.ahead import said_by_page
from kiosk.ui.changes import only_looks_changed
from kiosk.ui.narrator import Narrator
from kiosk.ui.screens.screen import Screen
from kiosk.ui.screens.step import StepScreen
from kiosk.ui.sheet import Sheet
from kiosk.ui.shell import Shell
from kiosk.ui.theme import Theme
from kiosk.ui.touch_to_hear import TouchToHear
from kiosk.ui.utterance import Marks
from kiosk.ui.views import Views
from kiosk.ui.voice_panel import VoicePanel, VoiceView
from kiosk.ui.wording import Wording
from kiosk.visit import moves
from kiosk.visit.visit import VOLUMES, Attract, Front, InLesson, Speed, Visit, VisitState


class VoiceDesk(QObject):
    """`views_of` and `theme_of` are the words and the looks of a visit."""

    listening_changed = Signal(bool)
    """Whether a touch now only asks to hear what it touches."""

    def __init__(
        self,
        shell: Shell,
        state: VisitState,
        views_of: Callable[[Visit], Views],
        theme_of: Callable[[Visit], Theme],
        speaker: Speaker | None,
        speed: float,
    ) -> None:
        super().__init__(shell)
        self._shell, self._state = shell, state
        self._views_of, self._theme_of = views_of, theme_of
        self._narrator = Narrator(shell, speaker, speed)
        self._narrator.troubled.connect(self._notice)
        self._narrator.follow(state.visit)
        self._touching = TouchToHear(
            shell, state, self._narrator, lambda visit: views_of(visit).words, theme_of
        )
        self._prepared: tuple[str, str, Speed] | None = None
        self._pages: Iterator[tuple[RubyText, ...]] = iter(())
        self._to_prepare: list[RubyText] = []
        self._ahead = QTimer(self, singleShot=True, interval=0)
        self._ahead.timeout.connect(self._prepare_lesson)

    @property
    def _visit(self) -> Visit:
        return self._state.visit

    @property
    def _words(self) -> Wording:
        return self._views_of(self._visit).words

    # -- as things appear ----------------------------------------------------------------------

    def follow(self, before: Visit, now: Visit) -> None:
        """The visit has changed: the pace, the strip, and what will be heard next."""
        self._narrator.follow(now)
        if before.touch_to_hear != now.touch_to_hear:
            self._touching.follow()
            self.listening_changed.emit(now.touch_to_hear)
        elif only_looks_changed(before, now):
            self._narrator.go_on_after_touch()
        self._ahead.start()

    def page_shown(self, screen: Screen) -> None:
        """Perhaps the same page in another size: what is read is marked there."""
        self._narrator.moved_to(screen)
        if self._visit.touch_to_hear:
            self._touching.show_strip()

    def bars_hung(self) -> None:
        bottom = self._shell.bottom
        assert bottom
        bottom.listen_requested.connect(self._toggle_reading)
        bottom.again_requested.connect(self._read_on_wish)
        bottom.voice_requested.connect(self.open_panel)
        self._narrator.refresh(self._visit.language)

    def read_page(self, visit: Visit) -> None:
        """Something new is on the screen."""
        if isinstance(visit.page, Attract):
            self._narrator.start_over()
        elif not visit.read_aloud:
            self._narrator.forget()
        else:
            self._read_aloud()

    def lay_over(self, sheet: Sheet, aloud: bool = True) -> None:
        """Open a sheet, and read it; what it interrupts can go on afterwards."""
        self._shell.lay_over(sheet)
        sheet.closed.connect(self._narrator.pause)
        sheet.listen_requested.connect(lambda: self._toggle_sheet(sheet))
        self._narrator.refresh(self._visit.language)
        if aloud and self._visit.read_aloud:
            self._read_sheet(sheet)

    @property
    def speaking(self) -> bool:
        """Whether something is being heard right now."""
        return self._narrator.audible

    def say_aside(self, text: RubyText, marks: Marks | None = None) -> None:
        """Say something in between, in the resident's language; what it interrupts can go on afterwards."""
        self._narrator.say_aside(text, self._visit.language, marks)

    def say_printing(self, text: RubyText) -> None:
        screen = self._shell.screen_now
        if self._visit.read_aloud:
            self._narrator.say(text, self._visit.language, screen and screen.answering)

    def _read_sheet(self, sheet: Sheet) -> None:
        self._narrator.say_aside(sheet.spoken_text(), self._visit.language, sheet)

    def _read_aloud(self) -> None:
        """The answer to a touch if there is one, else the page."""
        screen = self._shell.screen_now
        if screen and (answer := screen.answering) and isinstance(screen, StepScreen):
            self._narrator.say(answer.text, self._visit.language, answer)
        else:
            self._read_all()

    def _read_all(self) -> None:
        """The page from top to bottom."""
        screen = self._shell.screen_now
        if screen is not None:
            self._narrator.say(screen.spoken_text(), self._visit.language, screen)

    def _prepare_lesson(self) -> None:
        """Have a lesson's sound made ahead as soon as its front page shows; its pages are worked out one a turn."""
        visit, page = self._visit, self._visit.page
        if not isinstance(page, Front | InLesson):
            return
        lesson = page.lesson_id if isinstance(page, Front) else page.place.lesson_id
        wanted = (lesson, visit.language, visit.speed)
        if wanted != self._prepared:
            self._prepared, self._to_prepare = wanted, []
            self._pages = said_by_page(self._views_of(visit), lesson)
        said = next(self._pages, None)
        if said is not None:
            self._to_prepare += said
            self._ahead.start()
        elif self._to_prepare:
            self._narrator.prepare_ahead(tuple(dict.fromkeys(self._to_prepare)), visit.language)
            self._to_prepare = []

    # -- as somebody asks ----------------------------------------------------------------------

    def hush(self) -> None:
        """A finger or a key came down: silence at once."""
        self._narrator.hush()
        self._touching.wait_for_touch()

    def open_panel(self) -> None:
        """While something was being said this is also what makes it wait, so the panel itself keeps quiet."""
        self._narrator.pause()
        narrator, visit = self._narrator, self._visit
        view = VoiceView(visit.speed, visit.volume, narrator.can_go_on, narrator.can_repeat)
        panel = VoicePanel(self._shell, self._theme_of(visit), self._words, view)
        panel.go_on_requested.connect(narrator.go_on)
        panel.sentence_requested.connect(narrator.repeat_sentence)
        panel.speed_requested.connect(self._change_speed)
        panel.volume_requested.connect(lambda volume: self._change_volume(panel, volume))
        panel.touch_to_hear_requested.connect(lambda: self._change(touch_to_hear=True))
        self.lay_over(panel, aloud=not narrator.can_go_on)

    def tell_about(self, at: QPoint) -> None:
        """Read aloud what lies at a place of the window."""
        self._touching.tell_about(at)

    def stop_listening(self) -> bool:
        """End hearing by touch; false when it was not on."""
        return self._touching.stop()

    def _change(self, **changes: object) -> None:
        self._state.become(moves.comfort(self._visit, changes))

    def _change_speed(self, speed: Speed) -> None:
        """Heard at once: the sentence that was interrupted, or the last one."""
        self._change(speed=speed)
        if self._narrator.can_repeat:
            self._narrator.go_on_with_sentence()
        else:
            self._read_on_wish()

    def _change_volume(self, panel: VoicePanel, volume: int) -> None:
        """Heard at once, in the sentence heard last; at the ends it is said that there is no more."""
        narrator, language = self._narrator, self._visit.language
        panel.show_volume(volume)
        narrator.tell_again()
        if volume not in VOLUMES:
            narrator.say_aside(panel.volume_answer, language)
            return
        self._change(volume=volume)
        if narrator.can_repeat:
            narrator.repeat_sentence()
        else:
            narrator.say_aside(panel.volume_text, language)

    def _toggle_reading(self) -> None:
        """「とめる」 switches reading off, 「きく」 switches it on and reads this page."""
        if self._visit.touch_to_hear:
            self._narrator.was_stopped()
            return
        on = not self._narrator.was_stopped()
        self._change(read_aloud=on)
        if on:
            self._read_on_wish()

    def _toggle_sheet(self, sheet: Sheet) -> None:
        if not self._narrator.was_stopped():
            self._narrator.tell_again()
            self._read_sheet(sheet)

    def _read_on_wish(self) -> None:
        """Somebody asked to hear it: if there is no sound, that is said each time."""
        self._narrator.tell_again()
        self._read_all()

    def _notice(self, sentence: str) -> None:
        """A sentence about the voice, in Japanese, as the source of its translation."""
        tr = self._words.tr
        if self._shell.strip is not None:
            self._shell.strip.tell(tr(sentence))
        else:
            self._shell.show_notice(tr(sentence), tr("とじる"))
