"""A long work in another process, told and stopped."""

import sys

import pytest
from pytestqt.qtbot import QtBot

from kiosk.staff.baking import Baking, Progress, progress_line, read_progress


def baking(code: str) -> Baking:
    return Baking([sys.executable, "-c", code])


@pytest.mark.parametrize("line", ["", "three 4 English", "3", "3 4", "3 4 "])
def test_other_lines_are_no_progress(line: str) -> None:
    assert read_progress(line) is None


def test_a_line_of_progress_is_read_again() -> None:
    assert read_progress(progress_line("Tiếng Việt", 3, 14)) == Progress("Tiếng Việt", 3, 14)


def test_it_tells_how_far_it_is(qtbot: QtBot) -> None:
    work = baking("import sys; sys.stdout.buffer.write('1 2 日本語\\n2 2 日本語\\n'.encode())")
    told: list[Progress] = []
    work.moved.connect(told.append)
    with qtbot.waitSignal(work.ended) as ended:
        work.start()
    assert ended.args == [True]
    assert told == [Progress("日本語", 1, 2), Progress("日本語", 2, 2)]


def test_one_that_fails_says_so(qtbot: QtBot) -> None:
    work = baking("raise SystemExit(1)")
    with qtbot.waitSignal(work.ended) as ended:
        work.start()
    assert ended.args == [False] and not work.running


def test_one_that_cannot_begin_says_so(qtbot: QtBot) -> None:
    work = Baking(["/no/such/program"])
    with qtbot.waitSignal(work.ended) as ended:
        work.start()
    assert ended.args == [False] and not work.running


def test_it_can_be_stopped_and_begun_again(qtbot: QtBot) -> None:
    work = baking("import time; print('1 9 x', flush=True); time.sleep(60)")
    for _ in range(2):
        with qtbot.waitSignal(work.moved):
            work.start()
        work.stop()
        assert not work.running
