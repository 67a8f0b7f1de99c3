from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.errors import Message
from kiosk.settings import Settings, VoiceCommand, VoiceSettings, load_settings


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
        paper = "a5"
        prints_per_visit = 1
        prints_per_hour = 12
    """
    wanted = Settings("en", 600, 15.6, False, False, 0.8, "front desk", "a5", 1, 12)
    assert load(tmp_path, text) == (wanted, ())


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
        ('paper = "letter"', "paper"),
        ("prints_per_visit = 0", "prints_per_visit"),
        ("prints_per_visit = 1.5", "prints_per_visit"),
        ("prints_per_hour = true", "prints_per_hour"),
        ('colour = "red"', "colour"),
        ('__doc__ = "x"', "__doc__"),
        ("[kiosk]\nlanguage = 'en'", "kiosk"),
    ],
)
def test_a_wrong_value_falls_back_alone(tmp_path: Path, line: str, name: str) -> None:
    good = 'printer = "desk"\n' if name != "printer" else ""
    settings, problems = load(tmp_path, good + line)
    assert settings == replace(Settings(), printer="desk" if good else "")
    assert [problem.values["name"] for problem in problems] == [name]
    assert "settings.toml" in problems[0].text()


PIPER = """
    [voices.commands.piper]
    command = "piper --model '/opt/my voices/en.onnx' --output_file {wav}"
    languages = ["en", "ne"]
"""


def test_voices_can_be_ranked_and_added(tmp_path: Path) -> None:
    text = f"""
        [voices]
        ranking.en = ["recorded", "piper", "system"]
        ranking.ja = ["openjtalk"]
        {PIPER}
        kana = true
    """
    piper = VoiceCommand(
        "piper --model '/opt/my voices/en.onnx' --output_file {wav}", ("en", "ne"), kana=True
    )
    ranking = {"en": ("recorded", "piper", "system"), "ja": ("openjtalk",)}
    expected = VoiceSettings(ranking, {"piper": piper})
    assert load(tmp_path, text) == (Settings(voices=expected), ())


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("voices = 5", "voices"),
        ("[voices]\nranking = 5", "voices.ranking"),
        ("[voices]\ncommands = []", "voices.commands"),
        ("[voices]\nspeed = 1", "voices.speed"),
        ('[voices.ranking]\nen = "system"', "voices.ranking.en"),
        ("[voices.ranking]\nen = []", "voices.ranking.en"),
        ('[voices.ranking]\nen = ["system", 5]', "voices.ranking.en"),
        ('[voices.ranking]\nen = ["piper"]', "voices.ranking.en"),
        ("[voices.commands]\npiper = 'piper'", "voices.commands.piper"),
        ("[voices.commands.piper]\nlanguages = ['en']", "voices.commands.piper.command"),
        ("[voices.commands.piper]\ncommand = ''\nlanguages = ['en']", "voices.commands.piper.command"),
        ('[voices.commands.piper]\ncommand = "a \'b"\nlanguages = ["en"]', "voices.commands.piper.command"),
        ("[voices.commands.system]\ncommand = 'a'\nlanguages = ['en']", "voices.commands.system.command"),
        ("[voices.commands.piper]\ncommand = 'piper'", "voices.commands.piper.languages"),
        ("[voices.commands.piper]\ncommand = 'piper'\nlanguages = 'en'", "voices.commands.piper.languages"),
    ],
)
def test_a_wrong_voice_falls_back_alone(tmp_path: Path, lines: str, name: str) -> None:
    settings, problems = load(tmp_path, 'printer = "desk"\n' + lines)
    assert settings == Settings(printer="desk")
    assert [problem.values["name"] for problem in problems] == [name]
    assert "settings.toml" in problems[0].text()


@pytest.mark.parametrize(("line", "name"), [("kana = 1", "kana"), ("speed = 2", "speed")])
def test_a_wrong_key_of_a_voice_costs_only_itself(tmp_path: Path, line: str, name: str) -> None:
    settings, (problem,) = load(tmp_path, f"{PIPER}\n{line}")
    assert settings.voices.commands["piper"].languages == ("en", "ne")
    assert problem.values["name"] == f"voices.commands.piper.{name}"


@pytest.mark.parametrize("text", ["language = ", b'language = "\xff"', "a" * 1000, "x = " + "[" * 5000])
def test_a_broken_file_is_one_problem_and_all_is_as_usual(tmp_path: Path, text: str | bytes) -> None:
    settings, problems = load(tmp_path, text)
    assert settings == Settings()
    assert len(problems) == 1


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    settings, problems = load_settings(tmp_path)
    assert (settings, len(problems)) == (Settings(), 1)
