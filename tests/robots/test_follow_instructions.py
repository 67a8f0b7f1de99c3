"""A robot that only does what the page tells and the hand shows gets to the end of everything that is shipped.

With `-s` a table is printed: by what means steps were passed, and which taps cannot be found by reading alone.
"""

import pytest

from kiosk.i18n.languages import available_languages
from kiosk.paths import SHIPPED
from tests.robots.follower import Means

LESSONS = sorted(path.parent.name for path in (SHIPPED / "lessons").glob("*/lesson.yaml"))
LANGUAGES = [language.code for language in available_languages(SHIPPED)]

LEAST_READ = 0.8
"""Of the taps: people look for the name of what they are told to touch."""


@pytest.mark.parametrize("phone_kind", ["", "android"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lesson", LESSONS)
def test_the_instructions_lead_to_the_end(walks, lesson, language, phone_kind):
    assert walks.of(lesson, language, phone_kind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_instructions_name_what_is_to_be_touched(walks, language):
    steps = [step for lesson in LESSONS for step in walks.of(lesson, language, "android")]
    taps = [step for step in steps if step.kind == "tap"]
    assert sum(step.means is Means.READING for step in taps) >= LEAST_READ * len(taps)
