from datetime import datetime
from pathlib import Path

import pytest

from kiosk.counting import Counting, Ending, counts_of, open_writer
from kiosk.lessons.model import Lesson
from kiosk.lessons.place import Place
from kiosk.visit import moves
from kiosk.visit.usage.counts import Count, Measure
from kiosk.visit.usage.reading import read_rows
from kiosk.visit.visit import (
    Attract,
    ChooseLanguage,
    Front,
    Home,
    InLesson,
    OnShelf,
    Page,
    Stage,
    TakeHome,
    Visit,
    VisitState,
)
from tests.builders import lesson_values, look, tap
from tests.usage_counts import DAY

LESSON = Lesson.model_validate(lesson_values(tap(), look(), look()))
END = len(LESSON.steps) - 1
NOW = datetime(DAY.year, DAY.month, DAY.day, 9, 59, 59)


def at(index: int = 0, stage: Stage = Stage.READY, lesson_id: str = "camera") -> InLesson:
    return InLesson(Place(lesson_id, LESSON, index), sheet=TakeHome(stage=stage))


BEGUN, STARTED = Count(Measure.VISIT), Count(Measure.LESSON_STARTED, "camera")
FINISHED = Count(Measure.LESSON_FINISHED, "camera")
OVER = Count(Measure.VISIT_STARTED_OVER)


def stopped(step: int) -> Count:
    return Count(Measure.LESSON_STOPPED, "camera", step=step)


CHANGES: list[tuple[Page, Page, tuple[Count, ...]]] = [
    (Attract(), ChooseLanguage(), (BEGUN,)),
    (Attract(), at(2), (BEGUN,)),  # a visit that goes on after a restart
    (Attract(), at(END), (BEGUN,)),
    (ChooseLanguage(), Home(greeted=True), (Count(Measure.LANGUAGE, language="ja"),)),
    (ChooseLanguage(), Attract(), (OVER,)),
    (ChooseLanguage(Home()), Home(), ()),
    (Home(greeted=True), OnShelf("first-steps"), ()),
    (Home(), Attract(), (OVER,)),
    (Front("camera"), at(0), (STARTED,)),
    (at(0), at(1), ()),
    (at(1), at(0), ()),
    (at(1), Front("camera"), (stopped(2),)),
    (at(1), ChooseLanguage(at(1)), ()),
    (ChooseLanguage(at(1)), at(1), ()),
    (ChooseLanguage(at(1)), Attract(), (OVER, stopped(2))),
    (at(0), Attract(), (OVER, stopped(1))),
    (at(1), at(0, lesson_id="map"), (stopped(2), Count(Measure.LESSON_STARTED, "map"))),
    (at(END - 1), at(END), (FINISHED,)),
    (at(END), at(END - 1), ()),
    (at(END), at(0), (STARTED,)),
    (at(END), Home(), ()),
    (at(END), Attract(), (Count(Measure.VISIT_FINISHED),)),
    (at(END), at(END, Stage.WORKING), ()),
    (at(END, Stage.WORKING), at(END, Stage.PRINTED), ()),
    (at(END, Stage.PRINTED), ChooseLanguage(at(END, Stage.PRINTED)), ()),
    (ChooseLanguage(at(END, Stage.PRINTED)), at(END, Stage.PRINTED), ()),
    (at(END, Stage.WORKING), at(END, Stage.ENOUGH), ()),
]


@pytest.mark.parametrize(("before", "now", "counted"), CHANGES)
def test_what_a_change_adds(before: Page, now: Page, counted: tuple[Count, ...]) -> None:
    assert counts_of(Visit(before), Visit(now)) == counted


@pytest.mark.parametrize(
    ("ending", "counted"),
    [
        (Ending.IDLE, (Count(Measure.VISIT_LEFT), stopped(2))),
        (Ending.BROKEN, (Count(Measure.VISIT_BROKEN),)),  # nobody stopped: the terminal did
    ],
)
def test_why_a_visit_ends(ending: Ending, counted: tuple[Count, ...]) -> None:
    assert counts_of(Visit(at(1)), Visit(), ending) == counted


def test_a_language_changed_on_the_way_is_counted() -> None:
    before = Visit(ChooseLanguage(at(1)))
    assert counts_of(before, moves.choose_language(before, "en")) == (Count(Measure.LANGUAGE, language="en"),)


def test_a_visit_that_goes_on_in_its_language_chooses_none() -> None:
    assert counts_of(Visit(), Visit(at(1), "vi")) == (BEGUN,)
    assert counts_of(Visit(Home(), "vi"), Visit()) == (OVER,)


class Terminal:
    """A visit that is followed, and its book."""

    def __init__(self, path: Path, wanted: bool = True) -> None:
        self.path, self.state = path, VisitState(Visit())
        self.counting = Counting(self.state, open_writer(path, wanted, 24), now=lambda: NOW)

    def turn_to(self, *pages: Page) -> None:
        for page in pages:
            self.state.become(Visit(page))

    def counted(self) -> dict[Count, int]:
        self.counting.close()
        return {row.what: row.times for row in read_rows(self.path)}


@pytest.fixture
def terminal(tmp_path: Path, qtbot: object) -> Terminal:
    return Terminal(tmp_path / "usage.sqlite3")


def test_a_lesson_is_finished_once_however_often_its_end_is_seen(terminal: Terminal) -> None:
    terminal.turn_to(Front("camera"), at(0), at(1), at(END), at(2), at(END), at(2), Front("camera"))
    assert terminal.counted() == {BEGUN: 1, STARTED: 1, FINISHED: 1}


def test_the_same_lesson_again_is_another_one(terminal: Terminal) -> None:
    terminal.turn_to(Home(), at(0), at(END), at(0), at(END), at(0), at(1), Home())
    assert terminal.counted() == {BEGUN: 1, STARTED: 3, FINISHED: 2, stopped(2): 1}


def test_a_reason_holds_for_one_end_only(terminal: Terminal) -> None:
    for _ in range(2):
        terminal.turn_to(Home())
        terminal.counting.left_idle()
        terminal.turn_to(Attract())
    terminal.turn_to(Home(), Attract())
    assert terminal.counted() == {BEGUN: 3, Count(Measure.VISIT_LEFT): 2, OVER: 1}


def test_paper_is_counted_whatever_page_is_shown(terminal: Terminal) -> None:
    terminal.counting.printed()
    terminal.counting.print_troubled()
    assert terminal.counted() == {Count(Measure.PRINTED): 1, Count(Measure.PRINT_TROUBLE): 1}


def test_errors_and_calls_are_counted(terminal: Terminal) -> None:
    terminal.turn_to(Home())
    terminal.counting.help_called()
    terminal.counting.broken()
    terminal.turn_to(Attract())
    terminal.counting.found_lost_visit()
    broken = {Count(Measure.ERROR): 1, Count(Measure.VISIT_BROKEN): 2}
    assert terminal.counted() == {BEGUN: 1, Count(Measure.HELP): 1, **broken}


def test_an_error_that_changed_nothing_is_not_why_the_visit_ends(terminal: Terminal) -> None:
    terminal.turn_to(Home())
    terminal.counting.broken()
    terminal.counting.calmed()
    terminal.turn_to(Attract())
    assert terminal.counted() == {BEGUN: 1, Count(Measure.ERROR): 1, OVER: 1}


def test_a_terminal_that_shall_not_count_keeps_nothing(tmp_path: Path, qtbot: object) -> None:
    terminal = Terminal(tmp_path / "usage.sqlite3", wanted=False)
    terminal.turn_to(Home(), at(0), Attract())
    terminal.counting.help_called()
    assert (terminal.counted(), list(tmp_path.iterdir())) == ({}, [])


def test_the_book_knows_the_hour_of_a_visit_and_nothing_finer(terminal: Terminal) -> None:
    terminal.turn_to(Home(), at(0), Attract())
    terminal.counting.close()
    hours = {one.what: (one.day, one.entry.hour.hour) for one in read_rows(terminal.path)}
    assert hours.pop(BEGUN) == (DAY, 9)
    assert set(hours.values()) == {(DAY, 0)}


@pytest.mark.parametrize("year", [2025, 2027])
def test_a_wrong_clock_only_files_counts_elsewhere(tmp_path: Path, qtbot: object, year: int) -> None:
    moments = iter([NOW, NOW.replace(year=year), NOW])
    state, path = VisitState(Visit()), tmp_path / "usage.sqlite3"
    counting = Counting(state, open_writer(path, True, 24), now=lambda: next(moments))
    for page in (Home(), Attract(), Home()):
        state.become(Visit(page))
    counting.close()
    assert {(one.day.year, one.what): one.times for one in read_rows(path)} == {
        (2026, BEGUN): 2,
        (year, OVER): 1,
    }
