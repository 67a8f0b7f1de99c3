"""Counts what happens in visits: follows the visit, and hands counts without persons to the writer."""

from collections.abc import Callable, Iterator
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QObject

from kiosk.visit.usage.book import UsageBook
from kiosk.visit.usage.counts import Count, Entry, Measure
from kiosk.visit.usage.ledger import Ledger, UsageWriter
from kiosk.visit.visit import Attract, ChooseLanguage, Home, InLesson, Page, Visit, VisitState


class Ending(Enum):
    """Who or what ends a visit."""

    RESIDENT = auto()
    IDLE = auto()
    BROKEN = auto()


class Counting(QObject):
    """Follows the visits of a terminal. `writer` is None where nothing is to be counted."""

    def __init__(
        self,
        state: VisitState,
        writer: UsageWriter | None,
        parent: QObject | None = None,
        *,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(parent)
        self._writer, self._now = writer, now
        self._ending = Ending.RESIDENT
        self._through = False
        """The present lesson has been seen to its end."""
        state.changed.connect(self._follow)

    def left_idle(self) -> None:
        """Call before the visit is ended because nobody is there."""
        self._ending = Ending.IDLE

    def broken(self) -> None:
        """Call after an unexpected error, before the visit is ended because of it."""
        self._ending = Ending.BROKEN
        self._count(Count(Measure.ERROR))

    def calmed(self) -> None:
        """What follows is the resident's doing again, also where the error changed nothing."""
        self._ending = Ending.RESIDENT

    def found_lost_visit(self) -> None:
        """Call at the start, when the kiosk before this one ended in the middle of a visit."""
        self._count(Count(Measure.VISIT_BROKEN))

    def help_called(self) -> None:
        self._count(Count(Measure.HELP))

    def printed(self) -> None:
        self._count(Count(Measure.PRINTED))

    def print_troubled(self) -> None:
        self._count(Count(Measure.PRINT_TROUBLE))

    def close(self) -> None:
        if self._writer:
            self._writer.close()

    def _follow(self, before: Visit, now: Visit) -> None:
        self._count(*counts_of(before, now, self._ending, self._through))
        self._through = is_through(before, now, self._through)
        self._ending = Ending.RESIDENT

    def _count(self, *counts: Count) -> None:
        if self._writer and counts:
            now = self._now()
            self._writer.count(Entry.at(now, count) for count in counts)


def open_writer(path: Path, wanted: bool, months: int) -> UsageWriter | None:
    """None when the terminal is set not to count."""
    return UsageWriter(Ledger(UsageBook(path), months)) if wanted else None


def counts_of(
    before: Visit, now: Visit, ending: Ending = Ending.RESIDENT, through: bool = False
) -> tuple[Count, ...]:
    """What a change of the visit adds. `ending` says why, if the visit ends with it.

    `through`: the lesson of `before` has been seen to its end, and going back in it stops nothing.
    """
    old, new = _lesson(before.page), _lesson(now.page)
    return (
        *_of_visit(before.page, now.page, ending),
        *_of_language(before, now),
        *_of_lesson(old, new, before.page, ending, through),
    )


def is_through(before: Visit, now: Visit, through: bool) -> bool:
    """Whether the lesson of `now` has been seen to its end since it was started."""
    old, new = _lesson(before.page), _lesson(now.page)
    if old is None or new is None or _started(old, new):
        return bool(new and new.place.finished)
    return through or new.place.finished


def _of_visit(before: Page, now: Page, ending: Ending) -> tuple[Count, ...]:
    match isinstance(before, Attract), isinstance(now, Attract):
        case True, False:
            return (Count(Measure.VISIT),)
        case False, True:
            return (Count(_ending_measure(before, ending)),)
        case _:
            return ()


def _ending_measure(last: Page, ending: Ending) -> Measure:
    match ending:
        case Ending.IDLE:
            return Measure.VISIT_LEFT
        case Ending.BROKEN:
            return Measure.VISIT_BROKEN
        case Ending.RESIDENT:
            lesson = _lesson(last)
            return Measure.VISIT_FINISHED if lesson and lesson.place.finished else Measure.VISIT_STARTED_OVER
        case _:
            assert_never(ending)


def _of_language(before: Visit, now: Visit) -> tuple[Count, ...]:
    """The first choice of a visit, and every change; going back from the choice is none."""
    chosen = isinstance(before.page, ChooseLanguage) and now.page == Home(greeted=True)
    within = not isinstance(before.page, Attract) and not isinstance(now.page, Attract)
    changed = within and before.language != now.language
    return (Count(Measure.LANGUAGE, language=now.language),) if chosen or changed else ()


def _of_lesson(
    old: InLesson | None, new: InLesson | None, page: Page, ending: Ending, through: bool
) -> Iterator[Count]:
    starts = new is not None and not isinstance(page, Attract) and _started(old, new)
    through = through or bool(old and old.place.finished)
    if old and (new is None or starts) and not through and ending is not Ending.BROKEN:
        yield Count(Measure.LESSON_STOPPED, old.place.lesson_id, step=old.place.index + 1)
    if new and starts:
        yield Count(Measure.LESSON_STARTED, new.place.lesson_id)
    elif old and new and new.place.finished and not through:
        yield Count(Measure.LESSON_FINISHED, new.place.lesson_id)


def _started(old: InLesson | None, new: InLesson) -> bool:
    """Another lesson than before, or the same one from its end to its start."""
    if old is None or old.place.lesson_id != new.place.lesson_id:
        return True
    return old.place.finished and new.place.at_start


def _lesson(page: Page) -> InLesson | None:
    """The lesson somebody is in, also while they choose a language."""
    where = page.then if isinstance(page, ChooseLanguage) else page
    return where if isinstance(where, InLesson) else None
