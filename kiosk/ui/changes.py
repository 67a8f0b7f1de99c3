"""What a change of the visit means for the window, and for who listens. Pure functions."""

from dataclasses import replace
from enum import Enum, auto

from kiosk.visit.visit import Exploring, InLesson, Page, Visit


class Change(Enum):
    NOTHING = auto()
    INSIDE = auto()
    """Only what stands on the screen: an answer, a tick, the phone, the printer's state."""
    SCREEN = auto()
    DRESS = auto()
    """The same page in another language, size, colour or place."""
    ALL = auto()


def change(before: Visit, now: Visit) -> Change:
    dressed = before.language == now.language and _in_looks_of(now, before) == before
    if before.page == now.page:
        return Change.NOTHING if dressed else Change.DRESS
    if not dressed:
        return Change.ALL
    return Change.INSIDE if _same_screen(before.page, now.page) else Change.SCREEN


def only_looks_changed(before: Visit, now: Visit) -> bool:
    """The same words on the same page, in another size, colour or place."""
    return _in_looks_of(now, before) == now


def is_news(before: Visit, now: Visit) -> bool:
    """Whether there is something new to read aloud: another page or language, or an answer to a touch."""
    if before.language != now.language:
        return True
    old, new = before.page, now.page
    if not _same_screen(old, new):
        return old != new
    if isinstance(old, InLesson) and isinstance(new, InLesson):
        return new.feedback is not None and new.feedback != old.feedback
    return False


def _in_looks_of(other: Visit, visit: Visit) -> Visit:
    return replace(
        visit,
        text_size=other.text_size,
        contrast=other.contrast,
        furigana=other.furigana,
        low_reach=other.low_reach,
        left_handed=other.left_handed,
    )


def _same_screen(before: Page, now: Page) -> bool:
    if isinstance(before, Exploring) and isinstance(now, Exploring):
        return before.app == now.app
    return isinstance(before, InLesson) and isinstance(now, InLesson) and before.place == now.place
