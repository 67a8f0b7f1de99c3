import json
from pathlib import Path

import pytest

from kiosk.errors import ContentError
from kiosk.i18n.check import check_all, report
from kiosk.i18n.update import catalogue_problems, po_path, read_catalogue, status, update
from kiosk.lessons.problems import Problem, Severity
from tests.builders import lesson_values, tap, write_data

SAYING = "「{name}」をおします。"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_data(tmp_path, {"camera": lesson_values(tap(say=SAYING))})
    update(tmp_path, "en")
    return tmp_path


def translate(root: Path, source: str, translation: str, fuzzy: bool = False) -> None:
    po = po_path(root, "en", "lessons")
    text = po.read_text(encoding="utf-8")
    flag = "#, fuzzy\n" if fuzzy else ""
    changed = text.replace(f'msgid "{source}"\nmsgstr ""', f'{flag}msgid "{source}"\nmsgstr "{translation}"')
    assert changed != text
    po.write_text(changed, encoding="utf-8")


def string(root: Path, source: str) -> str | None:
    found = read_catalogue(po_path(root, "en", "lessons"), "en").get(source)
    return str(found.string) if found else None


def problems_about(root: Path, source: str) -> list[Problem]:
    return [one for one in catalogue_problems(root, "en") if source in one.what.text()]


def test_a_new_language_gets_every_sentence(root: Path) -> None:
    assert string(root, "カメラをひらきます。") == ""
    assert string(root, "ホームページ") == ""
    assert len(read_catalogue(po_path(root, "en", "kiosk"), "en")) > 50


def test_an_update_adds_what_is_new_and_keeps_what_is_translated(root: Path) -> None:
    translate(root, "カメラ", "Camera")
    lesson = root / "lessons" / "camera" / "lesson.yaml"
    lesson.write_text(
        json.dumps(lesson_values(summary="あたらしい文です。"), ensure_ascii=False), encoding="utf-8"
    )
    update(root)
    assert string(root, "カメラ") == "Camera"
    assert string(root, "あたらしい文です。") == ""
    assert string(root, "カメラをひらきます。") is None


def test_a_sentence_that_comes_back_finds_its_translation(root: Path) -> None:
    lesson = root / "lessons" / "camera" / "lesson.yaml"
    before = lesson.read_text(encoding="utf-8")
    translate(root, "カメラをひらきます。", "Opens the camera.")
    lesson.write_text(json.dumps(lesson_values(summary="べつの文"), ensure_ascii=False), encoding="utf-8")
    update(root)
    lesson.write_text(before, encoding="utf-8")
    update(root)
    assert string(root, "カメラをひらきます。") == "Opens the camera."


def test_an_update_twice_changes_nothing(root: Path) -> None:
    before = po_path(root, "en", "lessons").read_bytes()
    update(root)
    assert po_path(root, "en", "lessons").read_bytes() == before


def test_an_unknown_language_is_told(root: Path) -> None:
    with pytest.raises(ContentError, match="xx"):
        update(root, "xx")


def test_the_status_counts_what_is_ready(root: Path) -> None:
    translate(root, "カメラ", "Camera")
    translate(root, "カメラをひらきます。", "Opens the camera.", fuzzy=True)
    line = next(line for line in status(root).splitlines() if "lessons" in line)
    assert line.split()[:3] == ["en", "lessons", "1"]


def test_a_missing_translation_is_a_warning(root: Path) -> None:
    (problem,) = problems_about(root, SAYING)
    assert problem.severity is Severity.WARNING
    translate(root, SAYING, "Press {name}.", fuzzy=True)
    assert len(problems_about(root, SAYING)) == 1


@pytest.mark.parametrize(
    ("translation", "sound"),
    [
        ("Press {name}.", True),
        ("Press it.", False),
        ("Press {nama}.", False),
        ("Press {name} {more}.", False),
    ],
)
def test_a_lost_placeholder_is_a_mistake(root: Path, translation: str, sound: bool) -> None:
    translate(root, SAYING, translation)
    assert [one.severity for one in problems_about(root, SAYING)] == ([] if sound else [Severity.ERROR])


def test_a_broken_catalogue_is_one_problem(root: Path) -> None:
    po_path(root, "en", "lessons").write_text('msgid "open', encoding="utf-8")
    (problem,) = [one for one in catalogue_problems(root, "en") if one.severity is Severity.ERROR]
    assert problem.file.name == "lessons.po"


def test_a_check_lists_everything_and_never_stops(root: Path) -> None:
    (root / "lessons" / "broken").mkdir()
    (root / "lessons" / "broken" / "lesson.yaml").write_text("a: [", encoding="utf-8")
    files = {problem.file.as_posix() for problem in check_all(root)}
    assert "lessons/broken/lesson.yaml" in files
    assert "locales/en/LC_MESSAGES/lessons.po" in files


def test_an_update_beside_a_broken_lesson_keeps_the_others(root: Path) -> None:
    (root / "lessons" / "broken").mkdir()
    (root / "lessons" / "broken" / "lesson.yaml").write_text("a: [", encoding="utf-8")
    translate(root, "カメラ", "Camera")
    try:
        update(root)
    except ContentError as error:
        assert "broken" in str(error)
    assert string(root, "カメラ") == "Camera"


def test_kanji_without_a_reading_is_a_warning(tmp_path: Path) -> None:
    write_data(tmp_path, {"camera": lesson_values(title="係と鿿")}, readings={"係": "かかり"})
    found = [one.what.text() for one in check_all(tmp_path)]
    assert [text for text in found if "読みがありません" in text and "「鿿」" in text]
    assert not [text for text in found if "「係」の読み" in text]


@pytest.mark.parametrize("file", ["shelves.yaml", "phone/home.yaml"])
def test_an_icon_that_is_not_shipped_is_a_mistake(root: Path, file: str) -> None:
    path = root / "lessons" / file
    changed = (
        path.read_text(encoding="utf-8")
        .replace('"home"', '"no-such-icon"')
        .replace('"map"\n', '"no-such-icon"\n')
    )
    assert "no-such-icon" in changed
    path.write_text(changed, encoding="utf-8")
    problem = next(one for one in check_all(root) if one.severity is Severity.ERROR)
    assert "no-such-icon" in problem.what.text()


def test_a_report_for_people_and_for_programs(root: Path) -> None:
    problems = check_all(root)[:2]
    assert report(problems, False, str).splitlines()[-1] == "まちがい 0 件、注意 2 件"
    rows = json.loads(report(problems, True, str))
    assert set(rows[0]) == {"file", "line", "key", "severity", "problem", "remedy"}
    assert json.loads(report((), True, str)) == []
