"""The check of what fits: that it finds what does not, and that it measures the room of the real window."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.draw.phone.items import Item
from kiosk.fitting import SMALLEST, faults, fitting_problems, room
from kiosk.i18n.edition import Editions
from kiosk.lessons.phone.touchable import Touchable
from kiosk.lessons.place import Place
from kiosk.shots import Stage
from kiosk.ui.screens.step import StepScreen
from kiosk.visit.visit import InLesson, TextSize
from tests.builders import Values, lesson_values, tap, write_data
from tests.draw.phones import BODIES, app, field, laid_out, shown

BUTTON: Values = {"kind": "button", "id": "next", "label": "つぎへ"}
TYPING = {
    "do": "type",
    "say": "いれます。",
    "screen": "home/form",
    "target": "name",
    "text": "うみ",
    "hint": "した。",
}


def phone_with(*body: Values, **changes: object) -> Mapping[str, Values]:
    return {"home": {"first": {"body": [*BODIES["apps"], *body]} | changes, "form": {"body": [field()]}}}


def named(item: Item, name: str) -> bool:
    return isinstance(item.what, Touchable) and item.what.id == name


def told(root: Path, screens: Mapping[str, Values]) -> list[str]:
    return [problem.what.text() for problem in fitting_problems(write_data(root, screens=screens))]


@pytest.fixture(autouse=True)
def alone(own_folders: None, qtbot: object) -> None:
    pass


def test_a_sound_screen_has_no_problem(tmp_path: Path) -> None:
    assert told(tmp_path, phone_with()) == []


def test_too_many_elements_are_told_in_words_of_the_staff(tmp_path: Path) -> None:
    many = [BUTTON | {"id": f"next-{number}"} for number in range(9)]
    problems = list(fitting_problems(write_data(tmp_path, screens=phone_with(*many))))
    screen = next(problem for problem in problems if problem.key == "screens.first")
    assert screen.file == Path("lessons/phone/home.yaml")
    assert screen.what.text().startswith(
        "言語「日本語」、文字の大きさ「いちばん大きい」のとき、画面に入りきりません"
    )


def test_the_same_elements_may_be_scrolled(tmp_path: Path) -> None:
    many = [BUTTON | {"id": f"next-{number}"} for number in range(9)]
    assert told(tmp_path, phone_with(*many, scrolls=True)) == []


def test_a_name_that_no_line_can_hold_is_told(tmp_path: Path) -> None:
    long = {"kind": "apps", "apps": [app("long", "Donaudampfschifffahrt")]}
    assert any("途中" in what for what in told(tmp_path, phone_with(long, scrolls=True)))


@pytest.mark.parametrize(("left", "right", "word"), [(-60, 0, "重なります"), (90, 0, "小さすぎて")])
def test_what_is_covered_or_small_is_told(left: float, right: float, word: str) -> None:
    sound = laid_out(shown(body=BODIES["apps"]))
    assert list(faults(sound)) == []
    moved = [
        replace(item, box=item.box.adjusted(left, 0, right, 0)) if named(item, "mail") else item
        for item in sound.items
    ]
    found = [what.template for what, _ in faults(replace(sound, items=tuple(moved)))]
    assert len(found) == 1 and word in found[0]


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("size", [TextSize.NORMAL, TextSize.LARGEST])
def test_the_room_is_that_of_the_real_window(tmp_path: Path, size: TextSize, wide: bool) -> None:
    """A keyboard is up in a wide step."""
    lesson = lesson_values(TYPING if wide else tap())
    editions = Editions(write_data(tmp_path, {"camera": lesson}, screens=phone_with()), tmp_path / "cache")
    stage = Stage(editions, replace(SMALLEST, text_size=size), "ja")
    screen = stage.show(InLesson(Place("camera", editions.edition("ja").lesson("camera")))).screen_now
    assert isinstance(screen, StepScreen) and screen.stage
    assert bool(screen.stage.keyboard) == wide
    assert room(stage, wide) == screen.stage.scene.size()
