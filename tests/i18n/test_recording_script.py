from pathlib import Path

import pytest

from kiosk.errors import ContentError, SettingsError
from kiosk.i18n.check import check_all
from kiosk.i18n.recordings import Script, recording_problems, script
from kiosk.i18n.update import po_path, update
from kiosk.lessons.problems import Severity
from kiosk.lessons.recordings import fingerprint
from kiosk.text.ruby import parse_ruby
from tests.builders import lesson_values, look, tap, write_data
from tests.wavs import wav_bytes

SAY = "{係|かかり}をよびます。"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    steps = [look(say=SAY, more="おなじです。"), tap(wrong={"map": "ちずです。"}), look(say="おなじです。")]
    return write_data(tmp_path / "data", {"camera": lesson_values(*steps), "other": lesson_values()})


def record(root: Path, name: str, data: bytes | None = None, language: str = "ja") -> Path:
    folder = root / "lessons" / "camera" / "recordings" / language
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(wav_bytes() if data is None else data)
    return folder / name


def mark(text: str) -> str:
    return fingerprint(parse_ruby(text))


def read(root: Path, language: str = "ja") -> Script:
    return script(root, root / "cache", "camera", language)


def test_a_script_has_every_line_that_is_heard_once_and_without_markup(root: Path) -> None:
    assert [line.text for line in read(root).lines] == [
        "カメラ",
        "カメラをひらきます。",
        "ひらけます。",
        "係をよびます。",
        "おなじです。",
        "おします。",
        "ちずです。",
        "おわりです。",
    ]


def test_a_script_knows_what_is_recorded_and_what_fits_nothing(root: Path) -> None:
    good, old = record(root, f"{mark(SAY)} 係.wav"), record(root, "00000000 まえの文.wav")
    made = read(root)
    assert [(line.fingerprint, line.recording) for line in made.lines if line.recording] == [
        (mark(SAY), good)
    ]
    assert made.left_over == (old,)


def test_a_script_in_another_language(root: Path) -> None:
    update(root, "en")
    po = po_path(root, "en", "lessons")
    text = po.read_text(encoding="utf-8")
    po.write_text(
        text.replace(f'msgid "{SAY}"\nmsgstr ""', f'msgid "{SAY}"\nmsgstr "Call."'), encoding="utf-8"
    )
    assert (mark("Call."), "Call.") in [(line.fingerprint, line.text) for line in read(root, "en").lines]


def test_what_there_is_no_script_for(root: Path) -> None:
    with pytest.raises(ContentError):
        script(root, root, "nothing", "ja")
    with pytest.raises(SettingsError):
        read(root, "xx")


@pytest.mark.parametrize(
    ("name", "data", "language", "sentence"),
    [
        ("00000000 まえの文.wav", None, "ja", "00000000 に合う文がありません"),
        ("カメラ.wav", None, "ja", "8文字の番号"),
        (f"{mark(SAY)}.mp3", None, "ja", "8文字の番号"),
        (f"{mark(SAY)}.wav", wav_bytes()[:100], "ja", "途中で切れて"),
        (f"{mark(SAY)}.wav", None, "xx", "言語「xx」"),
    ],
    ids=["another text", "no number", "no wav", "cut", "no such language"],
)
def test_a_recording_that_is_never_heard_is_a_warning(
    root: Path, name: str, data: bytes | None, language: str, sentence: str
) -> None:
    record(root, name, data, language)
    (problem,) = recording_problems(root, root / "cache")
    assert (problem.severity, problem.file.name) == (Severity.WARNING, name)
    assert problem.file.parts[:2] == ("lessons", "camera")
    assert sentence in problem.text()


def test_good_recordings_are_no_problem_in_whichever_lesson_they_lie(root: Path) -> None:
    assert list(recording_problems(root, root / "cache")) == []
    record(root, f"{mark(SAY)} 係.wav")
    record(root, f"{mark('はじめて')} 棚.wav")
    assert list(recording_problems(root, root / "cache")) == []


def test_the_check_lists_recordings_too(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    file = record(root, "00000000.wav")
    assert file.name in {problem.file.name for problem in check_all(root)}
