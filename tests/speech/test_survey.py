import sys
from ctypes.util import find_library
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.i18n.recordings import Script, ScriptLine
from kiosk.settings import Settings, VoiceCommand, VoiceSettings
from kiosk.speech.survey import script_table, survey
from tests.builders import write_data

needs_espeak = pytest.mark.skipif(not find_library("espeak-ng"), reason="libespeak-ng is not installed")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_data(tmp_path / "data")
    (root / "locales" / "en" / "LC_MESSAGES").mkdir(parents=True)
    return root


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


NO_SETTINGS = VoiceSettings()


def surveyed(root: Path, settings: VoiceSettings = NO_SETTINGS) -> list[str]:
    return list(survey(root, Settings(voices=settings), str))


@needs_espeak
def test_every_language_with_its_voices_in_order(root: Path) -> None:
    japanese, no_recordings, engine, english, *_ = surveyed(root)
    assert (japanese, english) == ("日本語 (ja)", "English (en)")
    assert "録音" in no_recordings
    assert "○  日本語の読みを辞書どおりに話す声: Open JTalk" in engine
    assert " 秒の音を 0." in engine


def test_recordings_are_counted(root: Path) -> None:
    folder = root / "lessons" / "camera" / "recordings" / "ja"
    folder.mkdir(parents=True)
    (folder / "00000000.wav").touch()
    assert surveyed(root)[1].startswith("  ○  人の声: 録音のファイルが 1 個")


def test_a_language_without_any_voice_says_so(root: Path) -> None:
    lines = surveyed(
        root, VoiceSettings({"en": ("gone",)}, {"gone": VoiceCommand("no-such-program", ("en",))})
    )
    english = lines[lines.index("English (en)") + 1 :]
    assert [line.split()[0] for line in english] == ["△", "×"]
    assert "no-such-program" in english[0]


def test_a_voice_that_fails_says_so(root: Path) -> None:
    broken = VoiceCommand(f"{sys.executable} -c pass", ("en",))
    *_, robot = surveyed(root, VoiceSettings({"en": ("robot",)}, {"robot": broken}))
    assert robot.startswith("  ×  機械の声: robot: ")


def test_the_table_of_lines_to_record() -> None:
    recorded = ScriptLine("00000001", "一", Path("x.wav"))
    table = script_table(Script((recorded, ScriptLine("00000002", "二", None)), (Path("old.wav"),)), str)
    first, second, left_over, counts = table
    assert (first, second) == ("○  00000001  一", "・  00000002  二")
    assert left_over.startswith("×  old.wav")
    assert "1 / 2" in counts


def test_the_command_shows_voices_and_follows_the_settings(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "config" / "manabi-kiosk" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[voices]\nranking.en = ["recorded"]\nranking.ja = ["recorded"]', encoding="utf-8")
    assert main(["voices", "--data", str(root)]) == 0
    assert capsys.readouterr().out.count("声がありません。文字だけで進みます。") == 2


def test_the_command_prints_a_script(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voices", "script", "camera", "--data", str(root)]) == 0
    assert "カメラをひらきます。" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "part_of_sentence"),
    [
        (["script"], "教材を書いて"),
        (["script", "nothing"], "nothing"),
        (["script", "camera", "--lang", "xx"], "xx"),
        (["sing"], "sing"),
    ],
)
def test_a_mistake_is_one_sentence(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], part_of_sentence: str
) -> None:
    assert main(["voices", *arguments, "--data", str(root)]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert part_of_sentence in said.err
