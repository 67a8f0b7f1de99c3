"""Voices and kept sounds on the staff page."""

from collections.abc import Iterator

import pytest

from kiosk.staff.baking import Baking
from kiosk.staff.voices_state import VoicesOfLanguage, VoicesState
from kiosk.ui.staff.voices_page import VoicesPage
from tests.ui.staff.looking import ByHand, Show, buttons, press, texts
from tests.ui.table import make_theme, make_words

VOICES = VoicesState(
    (
        VoicesOfLanguage("ja", "日本語", ("録音", "Open JTalk"), (), 3, 11),
        VoicesOfLanguage("my", "မြန်မာဘာသာ", (), ("声がありません。",), 0, 11),
    ),
    117,
)


@pytest.fixture
def baking() -> Iterator[Baking]:
    work = Baking(["sleep", "60"])
    yield work
    work.stop()


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture
def voices(run: ByHand, shown: Show, heard: list[str], baking: Baking) -> VoicesPage:
    return shown(VoicesPage(make_theme(), make_words(), run, lambda: VOICES, heard.append, baking))


def test_a_language_without_a_voice_is_told(voices: VoicesPage) -> None:
    assert texts(voices)[0] == "声のない言語が1つあります。"
    assert "声がありません。" in texts(voices)
    assert "1. 録音　2. Open JTalk" in texts(voices)


def test_a_voice_can_be_heard(voices: VoicesPage, heard: list[str]) -> None:
    assert buttons(voices).count("聞く") == 1
    press(voices, "聞く")
    assert heard == ["ja"]


def test_sounds_are_made_until_stopped(voices: VoicesPage, baking: Baking, run: ByHand) -> None:
    assert not voices.busy
    press(voices, "音をすべて作っておく")
    assert voices.busy and baking.running
    press(voices, "止める")
    run.open()
    assert not voices.busy
    assert "止めました。作った音は残っています。" in texts(voices)


def test_leaving_the_page_ends_the_making(voices: VoicesPage, baking: Baking) -> None:
    press(voices, "音をすべて作っておく")
    voices.closed()
    assert not baking.running
