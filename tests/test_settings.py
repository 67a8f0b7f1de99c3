from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.errors import Message
from kiosk.settings import Settings, load_settings


def load(tmp_path: Path, text: str | bytes) -> tuple[Settings, tuple[Message, ...]]:
    path = tmp_path / "settings.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_settings(path)


def test_without_a_file_all_is_as_usual(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "nothing.toml") == (Settings(), ())


def test_every_setting_can_be_set(tmp_path: Path) -> None:
    text = """
        language = "en"
        viewing_distance = 600
        screen_inches = 15.6
        animations = false
        read_aloud = false
        speech_speed = 0.8
        printer = "front desk"
    """
    assert load(tmp_path, text) == (Settings("en", 600, 15.6, False, False, 0.8, "front desk"), ())


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('viewing_distance = "far"', "viewing_distance"),
        ("viewing_distance = 0", "viewing_distance"),
        ("viewing_distance = nan", "viewing_distance"),
        ("viewing_distance = true", "viewing_distance"),
        ("screen_inches = -1", "screen_inches"),
        ("screen_inches = inf", "screen_inches"),
        ("speech_speed = 9", "speech_speed"),
        ("animations = 1", "animations"),
        ('read_aloud = "no"', "read_aloud"),
        ("language = 5", "language"),
        ("printer = []", "printer"),
        ('colour = "red"', "colour"),
        ("[kiosk]\nlanguage = 'en'", "kiosk"),
    ],
)
def test_a_wrong_value_falls_back_alone(tmp_path: Path, line: str, name: str) -> None:
    good = 'printer = "desk"\n' if name != "printer" else ""
    settings, problems = load(tmp_path, good + line)
    assert settings == replace(Settings(), printer="desk" if good else "")
    assert [problem.values["name"] for problem in problems] == [name]
    assert "settings.toml" in problems[0].text()


@pytest.mark.parametrize("text", ["language = ", b'language = "\xff"', "a" * 1000, "x = " + "[" * 5000])
def test_a_broken_file_is_one_problem_and_all_is_as_usual(tmp_path: Path, text: str | bytes) -> None:
    settings, problems = load(tmp_path, text)
    assert settings == Settings()
    assert len(problems) == 1


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    settings, problems = load_settings(tmp_path)
    assert (settings, len(problems)) == (Settings(), 1)
