import sys
from pathlib import Path

import pytest

from kiosk.errors import NoVoiceError
from kiosk.settings import Settings, VoiceCommand, VoiceSettings
from kiosk.speech.ranking import candidates, rankings
from kiosk.speech.sound import Sound
from kiosk.speech.voice import Ranking, SpeechError, Voice, ranking_for
from kiosk.text.ruby import RubyText, parse_ruby

LINE = parse_ruby("カメラ")
ROBOT = VoiceCommand(f"{sys.executable} -c pass", ("en", "zh"))
WITH_ROBOT = VoiceSettings(commands={"robot": ROBOT})


def names(lessons: Path, language: str, settings: VoiceSettings = WITH_ROBOT) -> list[str]:
    return [one.name for one in candidates(settings, lessons, language)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ja", ["recorded", "openjtalk"]),
        ("ja@easy", ["recorded", "openjtalk"]),
        ("en", ["recorded", "robot", "system"]),
        ("zh_Hans", ["recorded", "robot", "system"]),
        ("vi", ["recorded", "system"]),
    ],
)
def test_without_a_ranking_people_come_first_and_engines_last(
    tmp_path: Path, language: str, expected: list[str]
) -> None:
    assert names(tmp_path, language) == expected


def test_a_ranking_in_the_settings_is_followed(tmp_path: Path) -> None:
    settings = VoiceSettings({"en": ("system", "robot"), "zh": ("robot",)}, {"robot": ROBOT})
    assert names(tmp_path, "en", settings) == ["system", "robot"]
    assert names(tmp_path, "zh_Hant", settings) == ["robot"]


@pytest.mark.parametrize(
    ("language", "ranking"), [("ja", "system"), ("en", "openjtalk"), ("ja", "robot"), ("en", "gone")]
)
def test_a_voice_never_speaks_a_language_that_is_not_its_own(
    tmp_path: Path, language: str, ranking: str
) -> None:
    commands = {"robot": ROBOT, "gone": VoiceCommand("no-such-program", ("en",))}
    settings = Settings(voices=VoiceSettings({language: (ranking,)}, commands))
    with pytest.raises(NoVoiceError, match=language if ranking != "gone" else "no-such-program"):
        rankings(settings, tmp_path)(language)


def test_recordings_come_before_the_engine(tmp_path: Path) -> None:
    folder = tmp_path / "camera" / "recordings" / "ja"
    folder.mkdir(parents=True)
    (folder / "00000000.wav").touch()
    recorded, engine = rankings(Settings(), tmp_path)("ja").voices
    assert (recorded.whole_lines, engine.name) == (True, "Open JTalk (mei_normal)")


class Fake:
    version, whole_lines = "1", False

    def __init__(self, name: str, knows: bool = True, works: bool = True) -> None:
        self.name, self._knows, self._works = name, knows, works

    def can_say(self, line: RubyText) -> bool:
        return self._knows

    def speak(self, text: RubyText, speed: float) -> Sound:
        if not self._works:
            raise SpeechError(self.name)
        return Sound(self.name.encode(), 48_000)


def ranking(*voices: Voice) -> Ranking:
    return Ranking(voices)


def test_the_next_voice_speaks_for_one_that_fails() -> None:
    voices = ranking(Fake("no", knows=False), Fake("bad", works=False), Fake("good"), Fake("last"))
    assert voices.choose(LINE).name == "bad"
    assert [voice.name for voice in voices.able(LINE)] == ["bad", "good", "last"]
    assert voices.speak(LINE, 1.0).samples == b"good"


def test_when_all_fail_the_last_one_is_told() -> None:
    with pytest.raises(SpeechError, match="second"):
        ranking(Fake("first", works=False), Fake("second", works=False)).speak(LINE, 1.0)


def test_a_line_that_no_voice_has() -> None:
    nobody = ranking(Fake("recordings", knows=False))
    for ask in (lambda: nobody.choose(LINE), lambda: nobody.speak(LINE, 1.0)):
        with pytest.raises(SpeechError, match="この文の声"):
            ask()


@pytest.mark.parametrize("language", ["tlh", "xx_YY", "zzz@easy", ""])
def test_an_unknown_language_has_no_voice(language: str) -> None:
    with pytest.raises(NoVoiceError) as caught:
        ranking_for(language)
    assert language in str(caught.value)


@pytest.mark.parametrize("language", ["ja", "ja@easy", "ja_JP", "JA"])
def test_japanese_without_open_jtalk_has_no_voice_even_if_espeak_is_there(
    monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.delitem(sys.modules, "kiosk.speech.openjtalk", raising=False)
    monkeypatch.setitem(sys.modules, "pyopenjtalk", None)
    with pytest.raises(NoVoiceError):
        ranking_for(language)


def test_a_terminal_without_pyttsx3_has_no_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "kiosk.speech.system_voice", raising=False)
    monkeypatch.setitem(sys.modules, "pyttsx3", None)
    with pytest.raises(NoVoiceError):
        ranking_for("en")


def test_a_terminal_whose_system_has_no_voices_has_no_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """pyttsx3 raises RuntimeError where the eSpeak library is missing; here it is macOS' driver that is."""
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(NoVoiceError):
        ranking_for("en")
