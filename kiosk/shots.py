"""Pictures and sheets without a display: every screen and step of every lesson, and handouts as files."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.errors import N_, OutputError, SettingsError
from kiosk.i18n.edition import Editions
from kiosk.lessons.phone.screen import Skin
from kiosk.lessons.phone.state import PhoneState
from kiosk.lessons.place import Place
from kiosk.lessons.rehearsal import ways
from kiosk.lessons.scene import PHONE_QUESTION
from kiosk.lessons.steps import Ask, Practice
from kiosk.settings import cache_folder
from kiosk.ui.answers import HELP_FROM
from kiosk.visit.visit import (
    Attract,
    ChooseLanguage,
    Contrast,
    Exploring,
    Front,
    Home,
    InLesson,
    Missed,
    OnShelf,
    Page,
    TextSize,
    Visit,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.speech.speaker import Speaker
    from kiosk.ui.shell import Shell
    from kiosk.ui.theme import Theme
    from kiosk.ui.wording import Wording


@dataclass(frozen=True)
class ShotPlan:
    """Size in pixels, and the resident's comforts."""

    width: int = 1920
    height: int = 1080
    text_size: TextSize = TextSize.NORMAL
    contrast: Contrast = Contrast.LIGHT
    inches: float = 0.0

    @staticmethod
    def parse(size: str, text_size: str, contrast: str, inches: float) -> "ShotPlan":
        width, _, height = size.partition("x")
        if not (width.isdecimal() and height.isdecimal() and 320 <= min(int(width), int(height)) <= 8192):
            raise SettingsError(
                N_("大きさ「{size}」が正しくありません。1920x1080 のように書いてください。"), size=size
            )
        return ShotPlan(int(width), int(height), TextSize(text_size), Contrast(contrast), inches)


def pages(
    editions: Editions, lessons: Sequence[str] = (), skin: Skin | None = None
) -> Iterator[tuple[str, Page]]:
    """Every page a resident can meet, with a file name: each answer's own steps once, or on one kind of phone only."""
    library = editions.library
    if not lessons:
        yield "00-attract", Attract()
        yield "01-language", ChooseLanguage()
        yield "02-home", Home()
        for shelf in library.shelves:
            if library.on_shelf(shelf.id):
                yield f"03-shelf-{shelf.id}", OnShelf(shelf.id)
        yield from _phone_pages(editions, skin or Skin.IPHONE)
    for name in lessons or library.lessons:
        lesson = library.lesson(name)
        yield f"{name}-00-front", Front(name, lesson.shelf)
        seen: set[int] = set()
        for answers in ways(lesson):
            if skin and answers.get(PHONE_QUESTION, skin) != skin:
                continue
            place = Place(name, lesson, answers=answers | ({PHONE_QUESTION: str(skin)} if skin else {}))
            while True:
                if place.index not in seen:
                    seen.add(place.index)
                    yield from _step_pages(f"{name}-{place.index + 1:02}", _unanswered(place))
                if place.finished:
                    break
                place = place.forward()


def _phone_pages(editions: Editions, skin: Skin) -> Iterator[tuple[str, Page]]:
    """What can be explored, and every screen of the practice phone as one meets it there."""
    library = editions.library
    for app in library.free:
        yield f"06-explore-{app.id}", Exploring(app.id, PhoneState(app.screen), app.shelf, skin)
    if library.free:
        app = library.free[0]
        for screen in library.screens:
            page = Exploring(app.id, PhoneState(screen), app.shelf, skin)
            yield f"07-phone-{screen.replace('/', '-')}", page


def _step_pages(name: str, place: Place) -> Iterator[tuple[str, Page]]:
    """A step, and how it answers a touch on a bare place of the phone."""
    yield f"{name}-{place.step.do}", InLesson(place)
    if isinstance(place.step, Practice):
        yield f"{name}-{place.step.do}-answer", InLesson(place, feedback=Missed(None, HELP_FROM))


def _unanswered(place: Place) -> Place:
    """A question as a resident first meets it."""
    if not isinstance(place.step, Ask):
        return place
    others = {name: answer for name, answer in place.answers.items() if name != place.step.remember}
    return replace(place, answers=others)


def take_shots(
    root: Path,
    language: str,
    plan: ShotPlan,
    out: Path,
    lessons: Sequence[str] = (),
    skin: Skin | None = None,
) -> Iterator[Path]:
    """Write one PNG a page into `out`, and give each path as it is written."""
    editions = Editions(root, cache_folder())
    editions.language(language)
    wanted = list(pages(editions, lessons, skin))
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(_UNWRITABLE, folder=out, detail=error.strerror or error) from error
    stage = Stage(editions, plan, language)
    for name, page in wanted:
        yield _saved(stage.show(page), out / f"{name}.png")
    if not lessons:
        stage.show(Home())
        yield _saved(stage.show_voice_panel(), out / "04-voice.png")
        yield _saved(stage.show_touch_to_hear(), out / "05-touch-to-hear.png")
        stage.state.become(replace(stage.state.visit, touch_to_hear=False))
        yield from _saved_all(stage, out)


def _saved_all(stage: "Stage", out: Path) -> Iterator[Path]:
    """What lies over the pages."""
    from kiosk.over_shots import over_shots

    for name, shell in over_shots(stage):
        yield _saved(shell, out / f"{name}.png")


def _saved(shell: "Shell", path: Path) -> Path:
    if not shell.grab().save(str(path)):
        raise OutputError(_UNWRITABLE, folder=path.parent, detail=path.name)
    return path


class Stage:
    """The real window on Qt's offscreen platform, put on one page after the other."""

    def __init__(
        self, editions: Editions, plan: ShotPlan, language: str, speaker: "Speaker | None" = None
    ) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from PySide6.QtCore import QSize, QSizeF

        from kiosk.application import make_application
        from kiosk.ui.presenter import Presenter
        from kiosk.ui.shell import Shell
        from kiosk.ui.theme import Display, Theme
        from kiosk.visit.visit import VisitState

        self.application = make_application()
        size = QSize(plan.width, plan.height)
        display = Display.of(size, size, plan.inches, QSizeF(), 500.0)
        self.editions = editions
        comfort = Visit(language=language, text_size=plan.text_size, contrast=plan.contrast)
        self.state = VisitState(comfort)
        self.shell = Shell()
        self.shell.resize(size)

        def theme_of(visit: Visit) -> Theme:
            return Theme.of(visit, display, animations=False)

        self.presenter = Presenter(self.shell, self.state, editions, theme_of, speaker)
        self.shell.show()
        self.presenter.show_again()

    @property
    def theme(self) -> "Theme":
        return self.presenter.theme

    @property
    def words(self) -> "Wording":
        return self.words_in(self.state.visit.language)

    def words_in(self, language: str) -> "Wording":
        from kiosk.ui.wording import Wording

        return Wording.of(self.editions.edition(language))

    def show(self, page: Page) -> "Shell":
        self.state.become(replace(self.state.visit, page=page))
        return self.settled()

    def show_voice_panel(self) -> "Shell":
        self.presenter.voice.open_panel()
        return self.settled()

    def show_touch_to_hear(self) -> "Shell":
        """The present page while a touch reads aloud; its first text was just touched."""
        self.shell.close_overlay()
        self.state.become(replace(self.state.visit, touch_to_hear=True))
        self.settle()
        screen = self.shell.screen_now
        self.shell.frame(screen.spoken[0] if screen else None)
        return self.shell

    def cover(self, cover: "QWidget") -> "Shell":
        """Something over everything."""
        self.shell.cover_with(cover)
        return self.settled()

    def settled(self) -> "Shell":
        self.settle()
        return self.shell

    def settle(self) -> None:
        """Let everything that was asked for happen."""
        from PySide6.QtCore import QEvent

        for _ in range(3):  # what is shown asks for a layout, which moves what is shown
            self.application.processEvents()
        # Screens left behind are deleted by a running event loop, which there is not here.
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


_UNWRITABLE = N_("フォルダー {folder} に書けません（{detail}）。書きこめる場所を指定してください。")
