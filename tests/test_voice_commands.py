"""`kiosk read`, `kiosk readings` and `kiosk voices bake`."""

import shutil
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.i18n.readings import japanese_texts, load_readings
from kiosk.lessons.library import load_library
from kiosk.settings import cache_folder
from kiosk.speech.cache import sound_folder
from tests.builders import lesson_values, look, write_data

pytestmark = pytest.mark.usefixtures("own_folders")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    lesson = lesson_values(look(say="海を見ます。"), look(say="山を見ます。"))
    return write_data(tmp_path / "data", {"camera": lesson}, readings={"海": "うみ"})


def told(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main([str(argument) for argument in arguments]) == 0
    return capsys.readouterr().out


def test_a_text_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "read", "西海市の{方|かた}へ") == "{西海市|さいかいし@3}の{方|かた}へ\n"
    assert told(capsys, "read", "--kana", "3人です") == "サンニンデス\n"


def test_a_file_is_read_line_by_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "texts.txt"
    file.write_text("窓口\n\n押す\n", encoding="utf-8")
    assert told(capsys, "read", "--file", file) == "{窓口|まどぐち}\n\n{押|お}す\n"


@pytest.mark.parametrize(
    "arguments",
    [["read"], ["read", "海", "--file", "x"], ["read", "--file", "no-such-file"], ["readings", "import"]],
)
def test_what_is_missing_is_told_in_one_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_learnt_readings_are_kept_until_the_lexicon_changes(root: Path) -> None:
    assert main(["readings", "learn", "--data", str(root)]) == 0
    library = load_library(root)
    readings = load_readings(root, library, cache_folder())
    assert readings.missing(japanese_texts(root, library)) == []
    (root / "lessons" / "readings.yaml").write_text("format: 1\nreadings: {山: さん}\n", encoding="utf-8")
    changed = load_library(root)
    assert "山を見ます。" in load_readings(root, changed, cache_folder()).missing(
        japanese_texts(root, changed)
    )


def test_a_new_lesson_costs_only_its_own_texts(root: Path) -> None:
    assert main(["readings", "update", "--data", str(root)]) == 0
    more = lesson_values(look(say="空を見ます。"))
    shutil.rmtree(root / "lessons" / "camera")
    write_data(root.parent / "more", {"camera": more})
    shutil.copytree(root.parent / "more" / "lessons" / "camera", root / "lessons" / "camera")
    library = load_library(root)
    missing = load_readings(root, library, cache_folder()).missing(japanese_texts(root, library))
    assert missing == ["空を見ます。"]


def test_baking_makes_every_sound_once(capsys: pytest.CaptureFixture[str], root: Path) -> None:
    first = told(capsys, "voices", "bake", "--data", root)
    made = {file.name for file in sound_folder().iterdir()}
    second = told(capsys, "voices", "bake", "--data", root)
    assert made and {file.name for file in sound_folder().iterdir()} == made
    assert "0個の音を作りました" in second and "0個の音を作りました" not in first
