"""What a change of the visit means: for the window, and for who listens."""

from dataclasses import replace

import pytest

from kiosk.lessons.phone.state import PhoneState
from kiosk.ui.changes import Change, change, is_news, only_looks_changed
from kiosk.visit.visit import Contrast, Exploring, Home, InLesson, Missed, TextSize, Visit
from tests.lessons.test_place import place

STEP = InLesson(place())
HERE = Visit(page=STEP)
TRYING = replace(HERE, page=Exploring("camera", PhoneState("camera/ready")))


@pytest.mark.parametrize(
    ("now", "meant", "news"),
    [
        (HERE, Change.NOTHING, False),
        (replace(HERE, volume=1), Change.NOTHING, False),
        (replace(HERE, page=replace(STEP, feedback=Missed(None))), Change.INSIDE, True),
        (replace(HERE, page=replace(STEP, misses=1)), Change.INSIDE, False),
        (replace(HERE, page=Home()), Change.SCREEN, True),
        (replace(HERE, text_size=TextSize.LARGE), Change.DRESS, False),
        (replace(HERE, left_handed=True), Change.DRESS, False),
        (replace(HERE, language="en"), Change.DRESS, True),
        (replace(HERE, page=Home(), contrast=Contrast.DARK), Change.ALL, True),
    ],
)
def test_on_a_step(now: Visit, meant: Change, news: bool) -> None:
    assert (change(HERE, now), is_news(HERE, now)) == (meant, news)


@pytest.mark.parametrize(
    ("page", "meant", "news"),
    [
        (Exploring("camera", PhoneState("camera/code")), Change.INSIDE, False),
        (Exploring("map", PhoneState("map/first")), Change.SCREEN, True),
    ],
)
def test_where_the_phone_is_tried_out(page: Exploring, meant: Change, news: bool) -> None:
    now = replace(TRYING, page=page)
    assert (change(TRYING, now), is_news(TRYING, now)) == (meant, news)


def test_only_looks() -> None:
    assert only_looks_changed(HERE, replace(HERE, contrast=Contrast.DARK, low_reach=True))
    assert not only_looks_changed(HERE, replace(HERE, contrast=Contrast.DARK, volume=1))
    assert not only_looks_changed(HERE, replace(HERE, language="en"))
