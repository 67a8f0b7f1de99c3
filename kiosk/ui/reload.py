"""Content that staff change while the kiosk runs is shown at once, and the resident keeps the place."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk.errors import N_, ContentError, KioskError, Message
from kiosk.i18n.edition import Editions
from kiosk.i18n.languages import SOURCE
from kiosk.i18n.readings import content_texts
from kiosk.lessons.problems import Problem, Severity
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Shell
from kiosk.ui.watch import Seen, Watch, look_at
from kiosk.ui.wording import Wording
from kiosk.visit.settled import settled
from kiosk.visit.visit import Attract, Visit, VisitState

MISTAKES = N_(
    "内容に、まちがいが{count}件あります。はじめの一つ：{problem} すべては「kiosk check」で見られます。"
)


@dataclass(frozen=True)
class Fresh:
    """The content as it is now, ready to be shown. `unread`: it has texts whose readings are not known."""

    editions: Editions
    mistakes: tuple[Problem | Message, ...]
    unread: bool


News = Fresh | ContentError | None
"""What a look at the folder brings: None when nothing has changed."""

Look = tuple[Seen, News]
Run = Callable[[Callable[[], Look], Callable[[Look], object], Callable[[KioskError], object]], object]
"""Works off the window's thread and tells the result on it, as `Jobs.run` does."""


class Reload(QObject):
    """`seen` is the folder as it was when the editions read it."""

    renewed = Signal()
    """The content is another one now."""

    unread = Signal()
    """There are texts now whose readings nobody has worked out."""

    def __init__(
        self,
        root: Path,
        seen: Seen,
        editions: Editions,
        presenter: Presenter,
        shell: Shell,
        state: VisitState,
        run: Run,
    ) -> None:
        super().__init__(shell)
        self._root, self._seen, self._run = root, seen, run
        self._editions, self._presenter = editions, presenter
        self._shell, self._state, self._begun_as = shell, state, state.fresh
        self._news: News = None
        self._looking = False
        self._watch = Watch(self)
        self._watch.saved.connect(self._look)
        self._watch.follow(seen)

    def tell_mistakes(self) -> None:
        """A calm word to the author, if anything is wrong; the page shows it until it changes."""
        words = Wording.of(self._editions.edition(self._state.visit.language))
        match self._news:
            case ContentError(message=message):
                text = words.told(message)
            case Fresh(mistakes=(first, *_) as mistakes):
                problem = first.text(words.catalogue.tr)
                text = words.tr(MISTAKES, count=len(mistakes), problem=problem)
            case _:
                return
        self._shell.show_notice(text, words.tr("とじる"))

    def _look(self) -> None:
        """One look at a time, and none while a resident reads a sheet, or is asked something: it would be lost."""
        if self._looking or self._asked_something():
            self._watch.wait()
            return
        self._looking = True
        root, seen, editions = self._root, self._seen, self._editions
        self._run(lambda: _news(root, seen, editions), self._on_look, self._on_failure)

    def _asked_something(self) -> bool:
        """What lies over a page must find that page again; nobody waits for the first screen under it."""
        over = self._shell.overlay is not None or self._shell.cover is not None
        return over and not isinstance(self._state.visit.page, Attract)

    def _on_look(self, look: Look) -> None:
        self._looking = False
        seen, news = look
        if isinstance(news, Fresh) and self._asked_something():  # meanwhile
            self._watch.wait()
            return
        self._seen = seen
        self._watch.follow(seen)
        if news is None:
            return
        self._news = news
        if isinstance(news, Fresh):
            self._editions.become(news.editions)
            self.renewed.emit()
            self._show_settled()
        self.tell_mistakes()
        if isinstance(news, Fresh) and news.unread:
            self.unread.emit()

    def _on_failure(self, error: KioskError) -> None:
        raise error  # every expected one is news

    def _show_settled(self) -> None:
        """A language that is gone is nobody's any more, and the terminal's own again when it comes back."""
        fresh, visit = self._settled(self._begun_as), self._state.visit
        self._state.begin_as(fresh)
        self._presenter.show_content(fresh if isinstance(visit.page, Attract) else self._settled(visit))

    def _settled(self, visit: Visit) -> Visit:
        offered = {language.code for language in self._editions.languages}
        language = visit.language if visit.language in offered else SOURCE
        return replace(visit, page=settled(visit.page, self._editions.library), language=language)


def _news(root: Path, before: Seen, editions: Editions) -> Look:
    """Off the window's thread: the folder now, and its content if that is another."""
    seen = look_at(root)
    if seen.checksums == before.checksums:
        return seen, None
    try:
        fresh = editions.read_again()
    except ContentError as error:
        return seen, error
    library = fresh.library
    errors = [problem for problem in library.problems if problem.severity is Severity.ERROR]
    unread = bool(fresh.readings.missing(content_texts(library)))
    return seen, Fresh(fresh, (*errors, *fresh.faults), unread)
