from pathlib import Path

import pytest

from kiosk.lessons.lexicon_files import load_lexicon
from kiosk.text.reader import settled
from kiosk.text.ruby import marked_up

HEAD = "format: 1\nreadings:\n"


def folder(tmp_path: Path, readings: str, places: str | None = None) -> Path:
    (tmp_path / "readings.yaml").write_text(readings, encoding="utf-8")
    if places is not None:
        (tmp_path / "places.yaml").write_text(places, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        ("  窓口: madoguchi\n", 3),
        ("  窓口: 12\n", 3),
        ("  窓口: {reading: まど, accnt: 1}\n", 3),
        ("  窓口: {accent: 1}\n", 3),
        ("  窓口 まどぐち\n", 3),
        ('  "窓口: まどぐち\n', 3),
        ("\t窓口: まどぐち\n", 3),
        ("  窓口: [まど, mado]\n", 3),
    ],
)
def test_a_wrong_line_costs_one_word_and_is_told(tmp_path: Path, wrong: str, line: int) -> None:
    lexicon, problems = load_lexicon(folder(tmp_path, f"{HEAD}{wrong}  市役所: しやくしょ\n"))
    assert marked_up(settled("市役所の窓口", lexicon)) == "{市役所|しやくしょ}の窓口"
    assert [problem.line for problem in problems] == [line]


@pytest.mark.parametrize("text", ["", "format: 2\nreadings: {}\n", "- 窓口\n", "\x00", "readings: {}\n"])
def test_a_useless_file_is_an_empty_lexicon_and_a_problem(tmp_path: Path, text: str) -> None:
    lexicon, problems = load_lexicon(folder(tmp_path, text))
    assert marked_up(settled("窓口", lexicon)) == "窓口"
    assert problems


def test_staff_win_over_imported_places(tmp_path: Path) -> None:
    lexicon, problems = load_lexicon(
        folder(tmp_path, f"{HEAD}  大島: おおじま\n", f"{HEAD}  大島: おおしま\n  江島: えのしま\n")
    )
    assert marked_up(settled("大島と江島", lexicon)) == "{大島|おおじま}と{江島|えのしま}"
    assert problems == ()


def test_a_place_steps_in_where_the_staffs_reading_does_not_fit(tmp_path: Path) -> None:
    given = "  市場: {reading: しじょう, before: [調査]}\n"
    lexicon, _ = load_lexicon(folder(tmp_path, HEAD + given, f"{HEAD}  市場: いちば\n"))
    assert marked_up(settled("市場調査と市場", lexicon)) == "{市場|しじょう}調査と{市場|いちば}"


def test_the_first_reading_that_fits_is_taken(tmp_path: Path) -> None:
    given = "  何:\n    - {reading: なん, before: [で]}\n    - {reading: なに, after: [「], accent: 1}\n"
    lexicon, _ = load_lexicon(folder(tmp_path, HEAD + given))
    assert marked_up(settled("何で「何を何に", lexicon)) == "{何|なん}で「{何|なに@1}を何に"


def test_no_lexicon_is_a_problem_but_no_places_is_none(tmp_path: Path) -> None:
    _, problems = load_lexicon(tmp_path)
    assert [str(problem.file) for problem in problems] == ["lessons/readings.yaml"]
