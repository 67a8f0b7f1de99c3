"""Goes through a lesson as every resident could, and tells which steps cannot be done."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from kiosk.errors import N_, Message
from kiosk.lessons.base import Text
from kiosk.lessons.model import Lesson
from kiosk.lessons.phone.elements import CardReader, HomePages, Progress, StoreApp
from kiosk.lessons.phone.forms import FieldBox, Keys, PinPad
from kiosk.lessons.phone.gestures import Edge, Way
from kiosk.lessons.phone.pictures import Camera, Map, Photo
from kiosk.lessons.phone.screen import PhoneScreen, SystemWords
from kiosk.lessons.phone.shown import Shown
from kiosk.lessons.phone.values import has_value, refuses, with_texts
from kiosk.lessons.place import Place
from kiosk.lessons.scene import shown_at
from kiosk.lessons.steps import (
    Ask,
    CardStep,
    Check,
    Done,
    Drag,
    Hold,
    Look,
    Pin,
    Pinch,
    Practice,
    Quiz,
    Scan,
    Scroll,
    Step,
    Swipe,
    Tap,
    Type,
    Wait,
)
from kiosk.text.kana_table import typable
from kiosk.text.typing_guide import ALWAYS_ON_LATIN, LATIN_LETTERS, LATIN_SIGNS


@dataclass(frozen=True)
class Fault:
    """Why the step with this index cannot be done."""

    index: int
    key: str
    what: Message
    remedy: Message


def ways(lesson: Lesson) -> tuple[dict[str, str], ...]:
    """Sets of answers that together give each choice of each question, and reach every step."""
    questions = [step for step in lesson.steps if isinstance(step, Ask)]
    most = max((len(step.choices) for step in questions), default=1)
    found = [
        {step.remember: list(step.choices)[min(turn, len(step.choices) - 1)] for step in questions}
        for turn in range(most)
    ]
    reached = {place.index for answers in found for place in Place("", lesson, answers=answers).way()}
    for index, step in enumerate(lesson.steps):
        if index not in reached:
            found.append({**found[0], **_needed(questions, step)})
            reached |= {place.index for place in Place("", lesson, answers=found[-1]).way()}
    return tuple(found)


def _needed(questions: Sequence[Ask], step: Step) -> dict[str, str]:
    """The answers that lead to a step, and to the questions which they answer."""
    needed = dict(step.when)
    for question in reversed(questions):
        if question.remember in needed:
            needed = {**question.when, **needed}
    return needed


def rehearse(lesson: Lesson, screen: Callable[[str], PhoneScreen], words: SystemWords) -> tuple[Fault, ...]:
    """Every step that somebody could not do, told once. Every screen the lesson names has to exist."""
    found = {(fault.index, fault.key): fault for fault in _wrong_values(lesson, screen)}
    for answers in ways(lesson):
        place = Place("", lesson, answers=answers)
        while not place.finished:
            shown = shown_at(place, screen, words)
            for key, what, remedy in _faults(place.step, shown):
                found.setdefault((place.index, key), Fault(place.index, key, what, remedy))
            place = place.forward()
    return tuple(found.values())


def _wrong_values(lesson: Lesson, screen: Callable[[str], PhoneScreen]) -> Iterator[Fault]:
    """States and words that a step puts on elements which are not there, or cannot have them."""
    for index, step in enumerate(lesson.steps):
        if not isinstance(step, Look | Practice) or step.screen is None:
            continue
        here = screen(step.screen)
        for key, text in step.texts.items():
            if with_texts(here, {key: Text(f"{text}。")}) == here:
                what = Message(N_("画面に、言葉を変えられる「{key}」はありません。"), {"key": key})
                yield Fault(index, f"texts.{key}", what, Message(N_("画面の id を確かめてください。")))
        for key, value in step.sets.items():
            if not has_value(here, key):
                what = Message(N_("画面に、状態を変えられる「{key}」はありません。"), {"key": key})
                yield Fault(index, f"sets.{key}", what, Message(N_("画面の id を確かめてください。")))
            elif refuses(here, key, value):
                what = Message(N_("「{key}」を「{value}」にはできません。"), {"key": key, "value": value})
                yield Fault(
                    index, f"sets.{key}", what, Message(N_("on、off、選べる言葉、数字などに直してください。"))
                )


Found = Iterator[tuple[str, Message, Message]]


def _faults(step: Step, shown: Shown | None) -> Found:
    match step:
        case Quiz():
            if step.right not in step.choices:
                yield "right", *_unknown(step.right, list(step.choices))
            for name in step.wrong:
                if name not in step.choices or name == step.right:
                    others = [one for one in step.choices if one != step.right]
                    yield f"wrong.{name}", *_unknown(name, others)
        case Look():
            if shown and step.point and step.point not in _places(shown):
                yield "point", *_not_there(step.point, shown)
        case (
            Tap()
            | Hold()
            | Swipe()
            | Scroll()
            | Drag()
            | Pinch()
            | Type()
            | Pin()
            | CardStep()
            | Scan()
            | Wait()
        ):
            if shown:
                yield from _practice_faults(step, shown)
        case Ask() | Check() | Done():
            pass
        case _:
            assert_never(step)


def _practice_faults(step: Practice, shown: Shown) -> Found:
    if step.target is not None and step.target not in _places(shown):
        yield "target", *_not_there(step.target, shown)
        return
    yield from _answer_faults(step, shown)
    yield from _own_faults(step, shown)


def _answer_faults(step: Practice, shown: Shown) -> Found:
    """Answers to touches that nobody can make, or that are right."""
    for name in step.wrong:
        if name not in _places(shown):
            yield f"wrong.{name}", *_not_there(name, shown)
        elif name not in _touchable(shown):
            yield f"wrong.{name}", *_silent(name, shown)
        elif name == step.target:
            what = N_("正しい場所「{id}」に、まちがいの答えがあります。")
            yield "wrong", Message(what, {"id": name}), Message(N_("その行を消してください。"))


def _own_faults(step: Practice, shown: Shown) -> Found:
    """What only this kind of step needs."""
    match step:
        case Tap() | Hold():
            yield from _touch_faults(step.target, shown)
        case Drag():
            yield from _touch_faults(step.target, shown)
            if step.onto not in _places(shown):
                yield "onto", *_not_there(step.onto, shown)
        case Swipe():
            yield from _swipe_faults(step, shown)
            yield from _touch_faults(step.target, shown)
        case Scroll():
            if not shown.screen.scrolls:
                what = Message(N_("この画面は、長くありません。"))
                yield "target", what, Message(N_("画面に「scrolls: true」を書きたしてください。"))
        case Pinch():
            yield from _kind_fault(step.target, shown, (Map, Photo), "map, photo")
        case Type():
            yield from _kind_fault(step.target, shown, (FieldBox,), "field")
            yield from _typing_faults(step, shown)
        case Pin():
            yield from _kind_fault(step.target, shown, (PinPad, FieldBox), "pin-pad, field")
            yield from _pin_faults(step, shown)
        case CardStep():
            yield from _kind_fault(step.target, shown, (CardReader,), "card-reader")
        case Scan():
            yield from _kind_fault(step.target, shown, (Camera,), "camera")
        case Wait():
            yield from _kind_fault(step.target, shown, (Progress, StoreApp), "progress, store-app")
        case _:
            assert_never(step)


def _places(shown: Shown) -> list[str]:
    """Ids of everything that can be pointed at now: what a finger can mean, and what only shows something."""
    covered = shown.screen.dialog or shown.shade_open or shown.opened
    silent = [] if covered else [getattr(one, "id", None) for one in shown.screen.body]
    return [*dict.fromkeys([one.id for one in shown.touchables()] + [name for name in silent if name])]


def _touchable(shown: Shown) -> list[str]:
    return [one.id for one in shown.touchables()]


def _touch_faults(target: str | None, shown: Shown) -> Found:
    if target is not None and target not in _touchable(shown):
        yield "target", *_silent(target, shown)


def _kind_fault(target: str, shown: Shown, kinds: tuple[type, ...], names: str) -> Found:
    if not isinstance(shown.element(target), kinds):
        what = Message(N_("「{id}」では、この手順を練習できません。"), {"id": target})
        yield "target", what, Message(N_("使えるのは種類 {names} です。"), {"names": names})


def _swipe_faults(step: Swipe, shown: Shown) -> Found:
    if step.way is Edge.NOTIFICATIONS and not shown.screen.shade:
        what = Message(N_("この画面には、引きおろすお知らせがありません。"))
        yield "way", what, Message(N_("画面に「shade:」を書きたしてください。"))
    pages = next((one for one in shown.screen.body if isinstance(one, HomePages)), None)
    if pages and step.way in {Way.LEFT, Way.RIGHT}:
        wanted = pages.page + (1 if step.way is Way.LEFT else -1)
        if not 0 <= wanted < len(pages.pages):
            what = Message(N_("その向きには、もうページがありません。"))
            yield "way", what, Message(N_("反対の向きにするか、ページを足してください。"))


def _typing_faults(step: Type, shown: Shown) -> Found:
    field = shown.element(step.target)
    if not isinstance(field, FieldBox):
        return
    if field.keys is Keys.DIGITS and not (step.text.isascii() and step.text.isdecimal()):
        what = Message(N_("「{text}」は、数字のキーでは打てません。"), {"text": step.text})
        yield "text", what, Message(N_("数字にするか、わくの keys を変えてください。"))
    if field.keys is Keys.LATIN and not set(step.text.lower()) <= _LATIN:
        what = Message(N_("「{text}」は、英字のキーでは打てません。"), {"text": step.text})
        yield "text", what, Message(N_("英字にするか、わくの keys を変えてください。"))
    if field.keys is Keys.KANA and not typable(step.reading or step.text):
        what = Message(N_("「{text}」の打ちかたがわかりません。"), {"text": step.text})
        yield "reading", what, Message(N_("「reading:」に、読みをひらがなで書いてください。"))


def _pin_faults(step: Pin, shown: Shown) -> Found:
    pad = shown.element(step.target)
    dummy = step.which.dummy
    match pad:
        case PinPad():
            fits = dummy.isdecimal() and pad.length == len(dummy)
        case FieldBox():
            fits = not dummy.isdecimal() and pad.secret and pad.keys is Keys.LATIN
        case _:
            return
    if not fits:
        what = Message(N_("この暗証番号は、ここには入れられません。"))
        yield (
            "which",
            what,
            Message(
                N_("数字4桁は length 4 の pin-pad、英数字は secret で keys が latin の field で練習します。")
            ),
        )


def _not_there(name: str, shown: Shown) -> tuple[Message, Message]:
    what = Message(N_("この手順のとき、画面に「{element}」は見えません。"), {"element": name})
    return what, Message(USE_ONE_OF, {"names": "、".join(_places(shown)) or "—"})


def _silent(name: str, shown: Shown) -> tuple[Message, Message]:
    what = Message(N_("「{element}」は、さわれない物です。"), {"element": name})
    return what, Message(USE_ONE_OF, {"names": "、".join(_touchable(shown)) or "—"})


def _unknown(name: str, choices: list[str]) -> tuple[Message, Message]:
    what = Message(N_("「{name}」という答えはありません。"), {"name": name})
    return what, Message(USE_ONE_OF, {"names": "、".join(choices)})


USE_ONE_OF = N_("使えるのは {names} です。")
_LATIN = frozenset("".join((*LATIN_LETTERS, *LATIN_SIGNS, ALWAYS_ON_LATIN, " ")))
"""What the keyboard of letters can type, in its small form."""
