"""The place of a visit as a file, from the first touch to the end, and after a crash."""

import time
from dataclasses import replace

import pytest

from kiosk.i18n.edition import Editions
from kiosk.kept_place import KeptPlace, ask_to_go_on
from kiosk.lessons.place import Place
from kiosk.paths import SHIPPED
from kiosk.shots import ShotPlan, Stage
from kiosk.ui.overlay import Overlay
from kiosk.visit.visit import Attract, Home, InLesson, Visit, VisitState

LANGUAGES = {"ja", "en"}
FRESH = Visit()


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    return Editions(SHIPPED, tmp_path_factory.mktemp("cache"))


@pytest.fixture
def library(editions):
    return editions.library


@pytest.fixture
def at_step(library):
    lesson = library.lesson("read-qr-code")
    return replace(FRESH, language="en", page=InLesson(Place("read-qr-code", lesson, 2)))


@pytest.fixture
def kiosk(tmp_path):
    """A program that keeps places; each call is another start of it."""

    started = []

    def start() -> tuple[VisitState, KeptPlace]:
        state = VisitState(FRESH)
        started.append((state, KeptPlace(state, tmp_path / "runtime")))
        return started[-1]

    return start


def files(tmp_path):
    folder = tmp_path / "runtime"
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def test_after_a_crash_the_place_is_there(kiosk, library, at_step):
    kiosk()[0].become(at_step)
    _, place = kiosk()
    assert place.found(library, LANGUAGES, 180) == at_step


def test_after_the_end_of_a_visit_it_is_gone(kiosk, library, at_step, tmp_path):
    state, _place = kiosk()
    state.become(at_step)
    assert files(tmp_path) == ["visit.json"]
    state.start_over()
    assert files(tmp_path) == []
    assert kiosk()[1].found(library, LANGUAGES, 180) is None


def test_after_the_end_of_the_program_it_is_gone(kiosk, at_step, tmp_path):
    state, place = kiosk()
    state.become(at_step)
    place.close()
    assert files(tmp_path) == []


@pytest.mark.parametrize(("languages", "youngest_s"), [({"ja"}, 180), (LANGUAGES, 0)])
def test_one_that_is_old_or_foreign_is_forgotten(kiosk, library, at_step, tmp_path, languages, youngest_s):
    kiosk()[0].become(at_step)
    assert kiosk()[1].found(library, languages, youngest_s) is None
    assert files(tmp_path) == []


def test_a_clock_set_by_a_year_changes_nothing(kiosk, library, at_step, monkeypatch):
    kiosk()[0].become(at_step)
    for years in (-1, 1):
        now = time.time() + years * 365 * 86_400
        monkeypatch.setattr(time, "time", lambda now=now: now)
        assert kiosk()[1].found(library, LANGUAGES, 180) == at_step


def crash_at_once(kiosk, library) -> Visit | None:
    """What the next program takes up."""
    state, place = kiosk()
    if visit := place.found(library, LANGUAGES, 180):
        state.become(visit)
    return visit


def test_a_place_that_ends_the_program_each_time_is_given_up(kiosk, library, at_step, tmp_path):
    kiosk()[0].become(at_step)
    assert [crash_at_once(kiosk, library) for _ in range(4)] == [at_step, at_step, at_step, None]
    assert files(tmp_path) == []


def test_a_page_that_could_be_seen_is_offered_as_often_as_needed(kiosk, library, at_step):
    kiosk()[0].become(at_step)
    for _ in range(9):
        state, place = kiosk()
        state.become(place.found(library, LANGUAGES, 180))
        place.proved.timeout.emit()
    assert crash_at_once(kiosk, library) == at_step


@pytest.mark.parametrize("data", [b"", b"\x00\xff" * 500, b"{", b"x" * 10_000_000])
def test_a_damaged_file_is_removed(kiosk, library, tmp_path, data):
    (tmp_path / "runtime").mkdir()
    (tmp_path / "runtime" / "visit.json").write_bytes(data)
    assert kiosk()[1].found(library, LANGUAGES, 180) is None
    assert files(tmp_path) == []


def test_without_a_folder_to_write_in_the_visit_goes_on(kiosk, at_step, tmp_path, caplog):
    (tmp_path / "runtime").write_text("no folder")
    state, _place = kiosk()
    state.become(at_step)
    assert state.visit == at_step
    assert "not kept" in caplog.text


def test_a_place_that_somebody_else_has_prepared_is_not_taken_up(kiosk, library, at_step, tmp_path):
    kiosk()[0].become(at_step)
    (tmp_path / "runtime").rename(tmp_path / "elsewhere")
    (tmp_path / "runtime").symlink_to(tmp_path / "elsewhere")
    assert kiosk()[1].found(library, LANGUAGES, 180) is None


@pytest.fixture
def asked(qtbot, editions, at_step):
    """The question over the step where somebody was."""
    stage = Stage(editions, ShotPlan(), "ja")
    qtbot.addWidget(stage.shell)
    stage.state.become(at_step)
    ask_to_go_on(stage.shell, stage.presenter, editions, stage.state)
    assert isinstance(stage.shell.overlay, Overlay)
    return stage


def test_going_on_is_the_safe_answer(asked, at_step):
    asked.shell.overlay.leave()
    assert asked.shell.overlay is None
    assert asked.state.visit == at_step


def test_whoever_else_stands_there_begins_anew(asked):
    asked.shell.overlay.buttons[1].click()
    assert asked.state.visit.page == Attract()


def test_home_is_a_place_too(kiosk, library):
    kiosk()[0].become(replace(FRESH, page=Home()))
    assert kiosk()[1].found(library, LANGUAGES, 180) == replace(FRESH, page=Home())
