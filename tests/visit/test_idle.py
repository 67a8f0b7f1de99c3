"""The question whether somebody is still there, second by second."""

import time

import pytest

from kiosk.visit.idle import LONGEST_LOOK_S, MOST_BUSY_S, IdleWatch

IDLE_S, QUESTION_S = 180, 60


class Bench:
    """A watch whose clock is moved by hand, and everything it said."""

    def __init__(self, started: bool = True) -> None:
        self.now = 1000.0
        self.busy = self.typing = False
        self.said: list[str | int] = []
        self.watch = IdleWatch(
            IDLE_S, QUESTION_S, lambda: self.busy, lambda: self.typing, clock=lambda: self.now
        )
        self.watch.asked.connect(lambda: self.said.append("asked"))
        self.watch.counted.connect(self.said.append)
        self.watch.answered.connect(lambda: self.said.append("answered"))
        self.watch.ended.connect(lambda: self.said.append("ended"))
        if started:
            self.watch.start()

    def wait(self, seconds: int) -> None:
        for _ in range(seconds):
            self.now += 1
            self.watch.look()

    def sleep(self, seconds: float) -> None:
        """Nothing runs meanwhile."""
        self.now += seconds
        self.watch.look()


@pytest.fixture
def bench(qtbot) -> Bench:
    return Bench()


def test_nobody_is_asked_before_the_time(bench: Bench) -> None:
    bench.wait(IDLE_S - 1)
    assert bench.said == []


def test_the_question_counts_every_second_and_then_ends_the_visit(bench: Bench) -> None:
    bench.wait(IDLE_S + QUESTION_S)
    assert bench.said == ["asked", *range(QUESTION_S, 0, -1), "ended"]
    assert not bench.watch.watching


def test_who_touches_is_never_asked(bench: Bench) -> None:
    for _ in range(20):
        bench.wait(IDLE_S - 1)
        bench.watch.touch()
    assert bench.said == []


def test_the_question_can_be_answered_as_often_as_wanted(bench: Bench) -> None:
    for _ in range(5):
        bench.wait(IDLE_S + QUESTION_S - 1)
        bench.watch.stay()
    assert bench.said.count("asked") == bench.said.count("answered") == 5
    assert "ended" not in bench.said


def test_a_touch_that_is_not_finished_begins_the_count_anew(bench: Bench) -> None:
    bench.wait(IDLE_S + QUESTION_S - 1)
    bench.watch.touch()
    bench.wait(QUESTION_S - 1)
    assert bench.said[-1] == 1
    assert bench.said.count(QUESTION_S) == 2


def test_an_answer_without_a_question_is_nothing(bench: Bench) -> None:
    bench.wait(10)
    bench.watch.stay()
    assert bench.said == []


def test_time_counts_from_the_end_of_what_was_going_on(bench: Bench) -> None:
    bench.wait(IDLE_S - 1)
    bench.busy = True
    bench.wait(IDLE_S)
    bench.busy = False
    bench.wait(IDLE_S - 1)
    assert bench.said == []
    bench.wait(1)
    assert bench.said[0] == "asked"


def test_what_the_question_itself_says_does_not_hold_it_up(bench: Bench) -> None:
    bench.wait(IDLE_S)
    bench.busy = True
    bench.wait(QUESTION_S)
    assert bench.said[-1] == "ended"


def test_what_has_hung_keeps_no_visit_open(bench: Bench) -> None:
    bench.busy = True
    bench.wait(MOST_BUSY_S)
    assert bench.said == []
    bench.wait(IDLE_S + QUESTION_S)
    assert bench.said[-1] == "ended"


def test_a_touch_gives_what_goes_on_all_its_time_again(bench: Bench) -> None:
    bench.busy = True
    bench.wait(MOST_BUSY_S)
    bench.watch.touch()
    bench.wait(MOST_BUSY_S)
    assert bench.said == []


def test_a_word_half_typed_gives_twice_the_time(bench: Bench) -> None:
    bench.typing = True
    bench.wait(2 * IDLE_S - 1)
    assert bench.said == []
    bench.wait(1)
    assert bench.said[0] == "asked"


@pytest.mark.parametrize("pause", [5, 3600, 1e9])
def test_a_terminal_that_stood_still_has_asked_nobody(bench: Bench, pause: float) -> None:
    bench.wait(IDLE_S)
    bench.wait(QUESTION_S - 10)
    bench.sleep(pause)
    assert bench.said[-1] == 10 - LONGEST_LOOK_S
    bench.wait(8)
    assert bench.said[-1] == "ended"


def test_a_terminal_that_stood_still_before_the_question_shows_all_of_it(bench: Bench) -> None:
    bench.wait(IDLE_S - 1)
    bench.sleep(3600)
    assert bench.said == ["asked", QUESTION_S]


@pytest.mark.parametrize("years", [-1, 1])
def test_a_clock_that_is_set_changes_nothing(qtbot, monkeypatch: pytest.MonkeyPatch, years: int) -> None:
    told: list[str] = []
    watch = IdleWatch(0.5, 30, lambda: False, lambda: False)
    watch.asked.connect(lambda: told.append("asked"))
    watch.start()
    there = time.time() + years * 365 * 86400
    monkeypatch.setattr(time, "time", lambda: there)
    watch.look()
    assert told == []


def test_a_clock_that_goes_back_is_not_believed(bench: Bench) -> None:
    bench.wait(IDLE_S - 1)
    bench.sleep(-500)
    bench.wait(1)
    assert bench.said[0] == "asked"


def test_nothing_runs_while_nobody_is_here(qtbot) -> None:
    bench = Bench(started=False)
    assert not bench.watch.watching
    bench.wait(IDLE_S * 2)
    bench.watch.touch()
    assert bench.said == []


def test_a_visit_that_ended_otherwise_is_not_asked(bench: Bench) -> None:
    bench.wait(IDLE_S)
    bench.watch.stop()
    bench.wait(QUESTION_S)
    assert bench.said == ["asked", QUESTION_S]
    assert not bench.watch.asking
