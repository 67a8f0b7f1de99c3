"""The real kiosk on damaged files of its own software and content, laid over the shipped ones for it alone."""

import random

import pytest

from kiosk.paths import ASSETS, SHIPPED
from tests.faults.own_mounts import can_mount, with_files
from tests.faults.terminal import Terminal
from tests.faults.visits import Visits, own_folders
from tests.programs import until

pytestmark = [
    pytest.mark.timeout(180),
    pytest.mark.skipif(not can_mount(), reason="nothing can be laid over a file here"),
]

NOISE = random.Random(6).randbytes(10_000)
LESSONS = SHIPPED / "lessons"


def test_without_fonts_icons_chime_english_and_a_lesson_it_goes_on(tmp_path):
    variables = own_folders(tmp_path)
    damaged = {
        ASSETS / "fonts": None,
        ASSETS / "icons" / "check.svg": NOISE,
        ASSETS / "icons" / "arrow_forward.svg": b"",
        ASSETS / "sounds" / "call.wav": NOISE,
        SHIPPED / "locales" / "en" / "LC_MESSAGES" / "kiosk.po": NOISE,
        LESSONS / "pay-tax" / "lesson.yaml": b"",
        LESSONS / "classes.yaml": NOISE,
        LESSONS / "readings-reviewed.txt": NOISE,
    }
    kiosk = Visits(variables, tmp_path / "said", with_files(tmp_path, damaged), language="en")
    kiosk("begin")
    sight = kiosk("learn")
    assert (sight.page, sight.errors) == ("InLesson", 0)
    fonts, content, english, software = kiosk("doctor", "fonts", "content", "versions").told.splitlines()
    assert "BIZUDPGothic-Regular.ttf、BIZUDPGothic-Bold.ttf" in fonts
    assert "直すところが" in content and "kiosk.po" in english
    assert "call.wav、arrow_forward.svg、check.svg" in software
    assert kiosk.close() == 0


@pytest.mark.parametrize("file", [LESSONS / "city.yaml", ASSETS / "theme" / "theme.toml"])
def test_where_it_cannot_go_on_it_says_so_and_does_not_spin(tmp_path, file):
    terminal = Terminal(tmp_path, drawn=False, before=with_files(tmp_path, {file: NOISE}))
    try:
        terminal.switch_on()
        assert terminal.beats_within(30)
        window = until(lambda: terminal.process("window"))
        assert until(lambda: terminal.said).count(file.name) == 1
        assert len(terminal.said.splitlines()) == 1
        assert not terminal.beats_within(2), "there is another window already"
        assert terminal.process("window") == window
    finally:
        terminal.switch_off()
