"""A robot that can read and has a finger, but does not know the lessons: it does what it is told, and what it is shown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from kiosk.shots import Stage
from kiosk.text.ruby import RubyText, plain
from kiosk.ui.controls.answer_banner import AnswerBanner
from kiosk.ui.controls.fit_scroll import FitScroll
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.phone.buttons import PhoneButton
from kiosk.ui.phone.practice_card import PracticeCard
from kiosk.ui.phone.view import PhoneView
from kiosk.ui.screens.finish import FinishScreen
from kiosk.ui.screens.screen import Screen
from kiosk.ui.screens.step import StepScreen
from kiosk.visit.visit import InLesson
from tests.robots.finger import Clock, Finger, in_window
from tests.robots.imitate import imitate

MOST_ACTIONS = 40
"""Of one step; each key of a text is one."""

_QUOTED = re.compile('「([^」]+)」|“([^”]+)”|"([^"]+)"')
_TWICE = re.compile("二回|2回|twice", re.IGNORECASE)


class Means(StrEnum):
    """How a step was passed; the last of these that was needed tells."""

    GOING_ON = "next"
    CHOOSING = "choosing"
    WAITING = "waiting"
    READING = "reading"
    PRINTED = "card"
    SHOWN = "shown"


@dataclass(frozen=True)
class Passed:
    """One step, for the report: `kind` and `number` are what the lesson calls it, which the robot does not know."""

    lesson: str
    number: int
    kind: str
    means: Means
    said: str
    actions: int


class StuckError(AssertionError):
    """The instructions did not lead on."""


@dataclass
class Follower:
    """Walks through lessons. `asked` are the answers it has given to questions without a right one, by question."""

    stage: Stage
    clock: Clock
    passed: list[Passed] = field(default_factory=list)
    asked: dict[str, dict[str, int]] = field(default_factory=dict)

    @property
    def curious(self) -> bool:
        """Whether some answer has not been given yet."""
        return any(0 in taken.values() for taken in self.asked.values())

    def __post_init__(self) -> None:
        self._finger = Finger(self.stage, self.clock)

    # -- lessons and steps -----------------------------------------------------------------------

    def walk(self) -> None:
        """From a lesson's front page to its end."""
        self._finger.touch(self._start_button())
        self._finger.wait()
        while not isinstance(self.stage.shell.screen_now, FinishScreen):
            self._pass_step()

    def _start_button(self) -> QWidget:
        button = self._screen.first_focus()
        assert button is not None
        return button

    @property
    def _screen(self) -> Screen:
        screen = self.stage.shell.screen_now
        assert screen is not None
        return screen

    def _pass_step(self) -> None:
        page = self.stage.state.visit.page
        assert isinstance(page, InLesson) and isinstance(self._screen, StepScreen)
        step = _Step(self.stage, self._screen, self._finger, self.asked)
        means = step.do()
        place = page.place
        self.passed.append(
            Passed(place.lesson_id, place.index + 1, place.step.do, means, step.instruction, step.actions)
        )


class _Step:
    """One step as it is seen: texts, choices, a phone. It is done when another page is shown."""

    def __init__(
        self, stage: Stage, screen: StepScreen, finger: Finger, asked: dict[str, dict[str, int]]
    ) -> None:
        self._stage, self._screen, self._finger, self._asked = stage, screen, finger, asked
        self.actions = 0
        self._read = self._typed_printed = False
        self._tried: set[str] = set()
        self._texts = self._read_page()
        self.instruction = self._texts[0]

    def _read_page(self) -> list[str]:
        """What stands there to be read, without the answer to a touch and quiet praise."""
        labels = [one for one in self._screen.spoken if isinstance(one, RubyLabel)]
        own = [one for one in labels if one is not self._screen.answering]
        say = next(place for place, one in enumerate(own) if one.px >= max(label.px for label in own))
        return [plain(one.text) for one in own[say:]]

    @property
    def _over(self) -> bool:
        return self._stage.shell.screen_now is not self._screen

    def do(self) -> Means:
        self._finger.wait()
        if self._over:
            return Means.WAITING
        means = Means.GOING_ON
        while self.actions < MOST_ACTIONS:
            self.actions += 1
            means = max(means, self._act(), key=list(Means).index)
            self._stage.settle()
            if not self._over:
                self._finger.wait()
            if self._over:
                return means
        raise StuckError(f"{self._texts}: {self._answer}")

    def _act(self) -> Means:
        if self._choices and not self._answered_well:
            self._choose()
            return Means.CHOOSING
        if unticked := next(iter(self._unticked), None):
            self._page_to(unticked)
            self._finger.touch(unticked)
            return Means.CHOOSING
        if not self._show_button or self._offered("もう一度やる"):
            self._finger.touch(self._stage.shell.bottom.next_button)
            return Means.GOING_ON
        return self._practise()

    # -- questions and lists ---------------------------------------------------------------------

    @property
    def _buttons(self) -> list[TouchButton]:
        """Buttons of the page itself: neither of the phone nor of an answer."""
        return [
            one for one in self._screen.spoken if isinstance(one, TouchButton) and one not in self._offers
        ]

    @property
    def _choices(self) -> list[TouchButton]:
        return [one for one in self._buttons if not one.accessibleDescription()]

    @property
    def _unticked(self) -> Iterator[TouchButton]:
        return (one for one in self._buttons if one.accessibleDescription() == self._tr("まだです"))

    @property
    def _answered_well(self) -> bool:
        return self._answer.startswith(self._tr("そのとおりです。"))

    def _choose(self) -> None:
        """What was answered before, or else what was answered least often; nothing twice at the same step."""
        choices = {one.accessibleName(): one for one in self._choices}
        taken = self._asked.get(self.instruction, dict.fromkeys(choices, 0))
        before = [name for name, one in choices.items() if one.isChecked() and not self._tried]
        fresh = [name for name in choices if name not in self._tried]
        if not fresh:
            raise StuckError(f"{self.instruction}: {self._answer}")
        name = min(before or fresh, key=taken.__getitem__)
        self._tried.add(name)
        self._page_to(choices[name])
        self._finger.touch(choices[name])
        if self._over and not before:
            self._asked[self.instruction] = taken | {name: taken[name] + 1}

    def _page_to(self, control: TouchButton) -> None:
        """Press the arrows of a column until the middle of what is wanted can be seen."""
        column = next(
            (one for one in self._screen.findChildren(FitScroll) if one.isAncestorOf(control)), None
        )
        for _ in range(6):
            if column is None or control.visibleRegion().contains(control.rect().center()):
                return
            middle = control.mapTo(column, control.rect().center()).y()
            name = self._tr("上を見る" if middle < column.height() / 2 else "下を見る")
            arrows = column.findChildren(TouchButton)
            self._finger.touch(next(one for one in arrows if one.accessibleName() == name))

    # -- practice --------------------------------------------------------------------------------

    def _practise(self) -> Means:
        if not self._read:
            control = self._meant()
            if control is not None:
                self._read = True
                at = in_window(control, control.visibleRegion().boundingRect().center())
                self._finger.tap(at, 2 if _TWICE.search(" ".join(self._texts)) else 1)
                return Means.READING
            if self._look_further():
                return Means.READING
            self._read = True
        if not self._typed_printed and (keys := self._printed()):
            self._typed_printed = True
            for key in keys:
                self._finger.touch(key)
            return Means.PRINTED
        self._imitate()
        return Means.SHOWN

    def _meant(self) -> PhoneButton | None:
        """The one thing on the phone that bears a name quoted in the instruction."""
        for text in self._texts:
            names = ["".join(found) for found in _QUOTED.findall(text)]
            found = {one for name in names for one in self._called(name)}
            if found:
                return found.pop() if len(found) == 1 else None
        return None

    def _called(self, name: str) -> Sequence[PhoneButton]:
        """What has such a name, or else such words on it."""
        name = name.casefold().rstrip(".,")
        buttons = self._phone_buttons
        named = [one for one in buttons if one.accessibleName().casefold() == name]
        return named or [one for one in buttons if name in one.accessibleDescription().casefold().split("\n")]

    @property
    def _phone_buttons(self) -> list[PhoneButton]:
        return [one for one in self._screen.findChildren(PhoneButton) if not one.visibleRegion().isEmpty()]

    def _look_further(self) -> bool:
        """Move a page that goes on below what is seen."""
        scene = self._screen.stage.scene if self._screen.stage else None
        arrows = scene.findChildren(TouchButton) if isinstance(scene, PhoneView) else []
        usable = (one for one in arrows if one.isVisible() and one.isEnabled())
        down = next((one for one in usable if one.accessibleName() == self._tr("下を見る")), None)
        if down:
            self._finger.touch(down)
        return down is not None

    def _printed(self) -> list[PhoneButton]:
        """The keys of the number that the practice card tells to use, where there is a pad of keys."""
        card = self._screen.findChild(PracticeCard)
        if card is None:
            return []
        rows = [one for one in card.findChildren(RubyLabel) if one.parentWidget() not in card.others]
        number = plain(rows[-1].text).split(" ")
        keys = [key for figure in number for key in self._called(figure)]
        return keys if len(keys) == len(number) else []

    def _imitate(self) -> None:
        """Look at the hand, then do the same."""
        button, stage = self._show_button, self._screen.stage
        assert button and stage
        self._finger.touch(button)
        if self._over:
            return
        self._finger.wait()
        for move in stage.moves_shown if not self._over else ():
            imitate(self._finger, move, stage.scene)

    # -- what else is seen -----------------------------------------------------------------------

    @property
    def _answer(self) -> str:
        return plain(self._screen.answering.text) if self._screen.answering else ""

    @property
    def _offers(self) -> list[TouchButton]:
        banner = self._screen.findChild(AnswerBanner)
        return banner.buttons if banner else []

    def _offered(self, words: str) -> bool:
        return any(one.accessibleName() == self._tr(words) for one in self._offers)

    @property
    def _show_button(self) -> TouchButton | None:
        name = self._tr("{見本|みほん}を見る")
        bar = self._stage.shell.bottom.findChildren(TouchButton)
        return next((one for one in bar if one.accessibleName() == name and one.isEnabled()), None)

    def _tr(self, source: str) -> str:
        """Words of the kiosk's own buttons in the language that is shown."""
        words: RubyText = self._screen.words.tr(source)
        return plain(words)
