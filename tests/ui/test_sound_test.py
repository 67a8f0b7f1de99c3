"""The sound test: its order, its hints, and a terminal that makes no sound."""

import pytest

from kiosk.i18n.edition import Editions
from kiosk.speech.sides import NoSoundError
from kiosk.staff.sound_check import LOOK
from kiosk.text.ruby import plain
from kiosk.ui.staff.sound_test import (
    ALL_HEARD,
    ASK_LEFT,
    NO_DEVICE,
    NO_VOICE,
    NOT_ALL_HEARD,
    SENTENCE,
    SoundTestPage,
)
from kiosk.ui.theme import Display, Theme
from kiosk.visit.visit import TextSize
from tests.ui.listed_speaker import ListedSpeaker
from tests.ui.staff_pages import FULL_HD, SCREENS, assert_touchable, at_once, shown, touch, words_in


class Hall:
    """The page, its voice, and what came from the loudspeakers."""

    def __init__(self, qtbot, editions: Editions, theme: Theme = FULL_HD) -> None:
        self.speaker, self.tones = ListedSpeaker(), list[tuple[bool, int]]()
        self.volumes: list[int] = []
        self.speaker.set_volume = self.volumes.append
        self.has_device = True
        languages = {one.name: words_in(editions, one.code) for one in editions.languages}
        self.page = SoundTestPage(
            theme, words_in(editions, theme.language), self.speaker, languages, self._play, 3, at_once
        )
        shown(self.page, theme, qtbot)

    def _play(self, left: bool, volume: int) -> str:
        if not self.has_device:
            raise NoSoundError(NO_DEVICE)
        self.tones.append((left, volume))
        return "USB Speaker"

    @property
    def told(self) -> tuple[str, str]:
        return plain(self.page.said.text), plain(self.page.hint.text)


@pytest.fixture
def hall(qtbot, editions: Editions) -> Hall:
    return Hall(qtbot, editions)


def test_left_right_and_every_voice(hall: Hall) -> None:
    touch(hall.page.begin_button)
    assert hall.told == (ASK_LEFT, "")
    for _ in range(4):
        assert hall.page.busy
        touch(hall.page.heard_button)
    assert hall.tones == [(True, 3), (False, 3)]
    assert [language for language, _, _ in hall.speaker.how] == ["ja", "en"]
    assert hall.speaker.said[0] == SENTENCE
    assert hall.told == (ALL_HEARD, "")
    assert hall.page.begin_button.isVisible()
    assert not hall.page.busy


def test_what_is_not_heard_is_looked_for_and_sounded_again(hall: Hall) -> None:
    touch(hall.page.begin_button)
    for hint in LOOK:
        touch(hall.page.unheard_button)
        assert hall.told == (ASK_LEFT, hint.replace("{device}", "USB Speaker"))
        touch(hall.page.again_button)
    assert hall.tones == [(True, 3)] * (len(LOOK) + 1)


def test_what_is_passed_over_is_said_at_the_end(hall: Hall) -> None:
    touch(hall.page.begin_button)
    for button in (hall.page.over_button, *[hall.page.heard_button] * 3):
        touch(button)
    assert hall.told == (NOT_ALL_HEARD, "")


def test_without_a_device_it_says_so(hall: Hall) -> None:
    hall.has_device = False
    touch(hall.page.begin_button)
    assert hall.told == (ASK_LEFT, NO_DEVICE)


def test_a_language_without_a_voice_says_so(hall: Hall) -> None:
    touch(hall.page.begin_button)
    touch(hall.page.heard_button)
    touch(hall.page.heard_button)
    hall.speaker.no_voice.emit("ja")
    assert hall.told[1] == NO_VOICE.replace("{name}", "日本語")
    hall.speaker.no_sound.emit()
    assert hall.told[1] == NO_DEVICE


def test_the_volume_is_chosen_and_goes_back(hall: Hall) -> None:
    touch(hall.page.begin_button)
    for _ in range(4):
        touch(hall.page.more)
    touch(hall.page.again_button)
    assert hall.tones[-1] == (True, 5)
    assert not hall.page.more.isEnabled()
    hall.page.closed()
    assert hall.volumes[-1] == 3
    assert not hall.page.busy


def test_leaving_is_silence(hall: Hall) -> None:
    touch(hall.page.begin_button)
    for _ in range(2):
        touch(hall.page.heard_button)
    assert hall.speaker.speaking
    hall.page.closed()
    assert not hall.speaker.speaking


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_fits(qtbot, editions: Editions, screen, language: str) -> None:
    theme = Theme(Display(*screen), TextSize.LARGEST, language=language)
    hall = Hall(qtbot, editions, theme)
    touch(hall.page.begin_button)
    assert_touchable(hall.page, theme)
