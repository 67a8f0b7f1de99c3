"""Pictures of what lies over the pages: questions, the voice, a call, and everything that staff see."""

from collections.abc import Iterator
from dataclasses import replace

from kiosk.i18n.edition import Editions
from kiosk.kept_place import ask_to_go_on
from kiosk.lessons.place import Place
from kiosk.lessons.rehearsal import ways
from kiosk.lessons.steps import Practice
from kiosk.section_shots import section_shots
from kiosk.shots import Stage
from kiosk.staff.door import Damaged, Ready, Unset, Waits
from kiosk.ui.screens.asleep import Asleep
from kiosk.ui.screens.called import CalledScreen
from kiosk.ui.screens.still_there import StillThere
from kiosk.ui.shell import Shell
from kiosk.ui.staff.pin_pad import PinPad
from kiosk.ui.staff.pin_setup import PinSetup
from kiosk.visit.visit import Attract, Home, InLesson, Page

Shot = tuple[str, Shell]


def over_shots(stage: Stage) -> Iterator[Shot]:
    """A name for each picture, and the window as it stands then."""
    yield from visit_shots(stage)
    yield from reach_shots(stage)
    yield from staff_shots(stage)


# -- what residents meet -----------------------------------------------------------------------------


def visit_shots(stage: Stage) -> Iterator[Shot]:
    theme, words, shell = stage.theme, stage.words, stage.shell
    stage.show(Home())
    for name, cover in (
        ("10-still-there", StillThere(theme, words, 30)),
        ("10-called", CalledScreen(theme, words, stage.words_in("ja"))),
        ("10-asleep", Asleep(theme, "")),
    ):
        yield name, stage.cover(cover)
    shell.lift_cover()
    assert shell.top
    shell.top.help_requested.emit()
    yield "11-call-someone", stage.settled()
    shell.top.start_over_requested.emit()
    yield "11-start-over", stage.settled()
    ask_to_go_on(shell, stage.presenter, stage.editions, stage.state)
    yield "11-lost-place", stage.settled()
    shell.close_overlay()


def reach_shots(stage: Stage) -> Iterator[Shot]:
    """Within reach of a wheelchair, and for a left hand."""
    usual = stage.state.visit
    ways_to_stand = [("13-left", replace(usual, left_handed=True))]
    if stage.theme.display.can_be_lowered:
        ways_to_stand.append(("12-low", replace(usual, low_reach=True)))
    for name, visit in ways_to_stand:
        stage.state.become(visit)
        for page_name, page in _typical_pages(stage.editions):
            yield f"{name}-{page_name}", stage.show(page)
        yield f"{name}-still-there", stage.cover(StillThere(stage.theme, stage.words, 30))
        stage.shell.lift_cover()
    stage.state.become(usual)
    stage.settle()


def _typical_pages(editions: Editions) -> Iterator[tuple[str, Page]]:
    yield "home", Home()
    name, lesson = next(iter(editions.library.lessons.items()))
    place = Place(name, lesson, answers=next(iter(ways(lesson))))
    while not isinstance(place.step, Practice):
        place = place.forward()
    yield "step", InLesson(place)
    while not place.finished:
        place = place.forward()
    yield "finish", InLesson(place)


# -- what staff meet ---------------------------------------------------------------------------------


def staff_shots(stage: Stage) -> Iterator[Shot]:
    stage.show(Attract())
    theme, words = replace(stage.theme, furigana=False), stage.words
    for name, door, wrong in (
        ("ready", Ready(3), False),
        ("wrong", Ready(2), True),
        ("locked", Waits(700.0), False),
        ("damaged", Damaged(), False),
        ("unset", Unset(), False),
    ):
        pad = PinPad(theme, words)
        pad.show_door(door, wrong)
        yield f"20-pin-{name}", stage.cover(pad)
    setup = PinSetup(theme, words, first=True)
    yield "21-pin-setup", stage.cover(setup)
    setup.keypad.entered.emit("123456")
    yield "21-pin-weak", stage.settled()
    yield from section_shots(stage)
    stage.shell.lift_cover()
