import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import Message
from kiosk.settings import Settings, VoiceCommand, VoiceSettings, load_settings
from kiosk.settings_file import default_text
from kiosk.settings_reader import parse, read_settings
from kiosk.settings_table import ENTRIES, fits

DEFAULT = default_text()


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


@pytest.mark.parametrize(
    ("broken", "lines"),
    [
        ("volume =", "2"),
        ("volume = [1,\n2", "2、3"),
        ('volume = "x', "2"),
        ("volume", "2"),
        ("printer = 'again'", "2"),
        ("[voices", "2"),
        ("[voices\nranking.ja = ['openjtalk']", "2、3"),
        ("\x00\x01", "2"),
        ("=\n=\n=\n=\n=\n=", "2、3、4、5、6、…"),
    ],
)
def test_a_broken_line_costs_only_itself(tmp_path: Path, broken: str, lines: str) -> None:
    settings, (problem,) = load(
        tmp_path, f"printer = 'desk'\n{broken}\n\n[voices.ranking]\nen = [\n'system',\n]"
    )
    assert settings == Settings(printer="desk", voices=VoiceSettings({"en": ("system",)}))
    assert problem.values["lines"] == lines


@given(st.integers(0, len(DEFAULT) - 1), st.binary(max_size=8))
def test_noise_in_one_line_leaves_the_other_lines_alone(at: int, noise: bytes) -> None:
    line = DEFAULT[:at].count("\n")
    lines = DEFAULT.split("\n")
    lines[line] = noise.replace(b"\n", b" ").decode("utf-8", "replace") + " ="
    sound = tomllib.loads("\n".join(lines[:line] + lines[line + 1 :]))
    parsed = parse("\n".join(lines))
    assert dict(parsed.values) | sound == dict(parsed.values)


def test_a_file_from_windows(tmp_path: Path) -> None:
    assert load(tmp_path, b"\xef\xbb\xbfvolume = 4\r\nprinter = 'desk'\r\n") == (
        Settings(volume=4, printer="desk"),
        (),
    )


@pytest.mark.parametrize("lines", ["wake = '08:30'", "wake = '08:30'\nsleep = '08:30'", "sleep = '20:00'"])
def test_hours_come_in_pairs(tmp_path: Path, lines: str) -> None:
    settings, (problem,) = load(tmp_path, "volume = 4\n" + lines)
    assert settings == Settings(volume=4)
    assert "wake" in problem.text()


def test_a_wrong_hour_leaves_the_screen_lit(tmp_path: Path) -> None:
    settings, problems = load(tmp_path, "wake = '8:30'\nsleep = '20:00'")
    assert settings == Settings()
    assert len(problems) == 2


def test_a_long_broken_file_costs_no_minute(tmp_path: Path) -> None:
    text = "volume = \n" + "\n".join(f"key{number} = {number}" for number in range(5000))
    settings, problems = load(tmp_path, text)
    assert settings == Settings()
    assert problems[0].values["lines"] == "1、501、502、503、504、…"


@given(st.binary(max_size=300), st.integers(0, len(DEFAULT.encode())))
def test_noise_and_cut_off_files_leave_settings_that_fit(noise: bytes, end: int) -> None:
    text = (DEFAULT.encode()[:end] + noise).decode("utf-8-sig", "replace")
    settings, _ = read_settings(Path("settings.toml"), text)
    assert all(fits(entry, getattr(settings, key)) for key, entry in ENTRIES.items())
