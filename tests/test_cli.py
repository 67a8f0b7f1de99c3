import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.cli import main
from kiosk.cli.common import DATA, root_of
from kiosk.cli.parser import make_parser
from kiosk.paths import SHIPPED
from tests.builders import CITY, PHONE, lesson_values, write_data

LESSON = "read-qr-code"


pytestmark = pytest.mark.usefixtures("own_folders")


@pytest.fixture
def a_file(tmp_path: Path) -> Path:
    path = tmp_path / "file"
    path.write_text("a file where a folder should be")
    return path


def fails_with(capsys: pytest.CaptureFixture[str], code: int, *arguments: str | Path) -> str:
    """The one line on standard error."""
    assert main([str(argument) for argument in arguments]) == code
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err + said.out
    return said.err


@pytest.mark.parametrize(
    ("arguments", "part_of_sentence"),
    [
        (["run", "--lang", "xx"], "xx"),
        (["run", "--windowed", "--lang", "EN"], "EN"),
        (["shots", "--lang", "xx", "--out", "OUT"], "xx"),
        (["usage", "export", "--from", "2026-99-01", "--out", "OUT"], "「2026-99-01」"),
        (["shots", "nothing", "--out", "OUT"], "nothing"),
        (["shots", "--size", "big", "--out", "OUT"], "big"),
        (["shots", "--size", "10x10", "--out", "OUT"], "10x10"),
        (["shots", "--size", "1920", "--out", "OUT"], "1920"),
        (["shots", "--size", "²²²²x1080", "--out", "OUT"], "²²²²x1080"),
        (["shots", "--out", "FILE/shots"], "file"),
        (["shots", "--text-size", "huge", "--out", "OUT"], "huge"),
        (["shots"], "--out"),
        (["handout", LESSON, "--lang", "xx", "--out", "OUT"], "xx"),
        (["handout", "nothing", "--out", "OUT"], "nothing"),
        (["handout", LESSON, "--out", "FILE/x.pdf"], "file"),
        (["handout", LESSON, "--answer", "phone=watch", "--out", "OUT"], "phone=watch"),
        (["handout", LESSON, "--answer", "rubbish", "--out", "OUT"], "rubbish"),
        (["say", "あ", "--out", "FILE/x.wav"], "file"),
        (["say", "。", "--out", "OUT"], "読み上げる"),
        (["say", "あ", "--speed", "fast", "--out", "OUT"], "fast"),
        (["schema", "--out", "FILE/schema"], "file"),
        (["translations", "status", "--data", "MISSING"], "missing"),
        (["check", "--data", "MISSING"], "missing"),
        (["check", "--data", "FILE"], "file"),
        (["run", "--data", "MISSING"], "missing"),
        (["doctor", "--data", "MISSING"], "missing"),
        (["nothing"], "nothing"),
        (["check", "--nothing"], "--nothing"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_is_one_sentence(
    qapp: QApplication,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    a_file: Path,
    arguments: list[str],
    part_of_sentence: str,
) -> None:
    places = {"OUT": str(tmp_path / "out"), "FILE": str(a_file), "MISSING": str(tmp_path / "missing")}
    for word, place in places.items():
        arguments = [argument.replace(word, place) for argument in arguments]
    assert part_of_sentence in fails_with(capsys, 2, *arguments)


@pytest.mark.parametrize("command", ["run", "check", "doctor", "usage export --out x.csv"])
def test_the_content_of_the_terminal_counts_for_every_command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str
) -> None:
    monkeypatch.setenv(DATA, str(tmp_path / "missing"))
    assert "missing" in fails_with(capsys, 2, *command.split())


@pytest.mark.parametrize(
    ("option", "variable", "root"),
    [("OWN", "OTHER", "OWN"), (None, "OTHER", "OTHER"), (None, "", SHIPPED), (None, None, SHIPPED)],
)
def test_where_the_content_is(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    option: str | None,
    variable: str | None,
    root: str | Path,
) -> None:
    for name in ("OWN", "OTHER"):
        (tmp_path / name / "lessons").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(DATA, raising=False)
    if variable is not None:
        monkeypatch.setenv(DATA, variable)
    arguments = ["check", "--data", option] if option else ["check"]
    assert root_of(make_parser().parse_args(arguments)) == Path(root)


def test_a_language_without_a_voice(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "x.wav"
    assert "xx" in fails_with(capsys, 3, "say", "hello", "--lang", "xx", "--out", out)
    assert not out.exists()


def test_an_unknown_new_language_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    data = write_data(tmp_path / "data")
    assert "xx" in fails_with(capsys, 2, "translations", "update", "--lang", "xx", "--data", data)


def test_a_check_of_sound_content(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    root = write_data(tmp_path / "data")
    assert main(["check", "--json", "--data", str(root)]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["severity"] for row in rows} <= {"warning"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"format": 1', '"format": 9'),
        ('"format": 1', '"format": ['),
        ('"shelf": "', '"shelf": "no-'),
        ('"format": 1', '"a": &x 1'),
    ],
)
def test_a_check_of_a_broken_lesson(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, old: str, new: str
) -> None:
    """The others are checked all the same, also whether they fit the screen."""
    root = write_data(tmp_path / "data", {"sound": lesson_values(), "broken": lesson_values()})
    lesson = root / "lessons" / "broken" / "lesson.yaml"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert main(["check", "--json", "--data", str(root)]) == 1
    errors = [row for row in json.loads(capsys.readouterr().out) if row["severity"] == "error"]
    assert {row["file"] for row in errors} == {"lessons/broken/lesson.yaml"}


def test_a_check_tells_what_does_not_fit(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    buttons = [{"kind": "button", "id": f"b{number}", "label": "おす"} for number in range(30)]
    screens = {"home": PHONE["screens"] | {"full": {"body": buttons}}}
    root = write_data(tmp_path / "data", screens=screens)
    assert main(["check", "--json", "--data", str(root)]) == 1
    errors = [row for row in json.loads(capsys.readouterr().out) if row["severity"] == "error"]
    assert {(row["file"], row["key"]) for row in errors} == {("lessons/phone/home.yaml", "screens.full")}


def test_a_check_for_people_ends_with_the_count(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    root = write_data(tmp_path / "data", {"camera": lesson_values(shelf="nothing")})
    assert main(["check", "--data", str(root)]) == 1
    assert "まちがい 1 件" in capsys.readouterr().out.splitlines()[-1]


def test_content_that_cannot_be_used_at_all(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    root = write_data(tmp_path / "data", city=CITY | {"format": 9})
    assert "city.yaml" in fails_with(capsys, 2, "check", "--data", root)


def test_a_sheet_becomes_a_pdf(qapp: QApplication, tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    assert main(["handout", LESSON, "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_schemas_are_written(tmp_path: Path) -> None:
    assert main(["schema", "--out", str(tmp_path / "schema")]) == 0
    assert (tmp_path / "schema" / "lesson.json").is_file()


def test_the_status_of_translations(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translations", "status"]) == 0
    assert capsys.readouterr().out.startswith("en ")


@contextmanager
def own_log_handlers() -> Iterator[None]:
    """As in a process of its own: nobody has set up logging yet."""
    root = logging.getLogger()
    others, root.handlers = root.handlers, []
    yield
    for handler in root.handlers:
        handler.close()
    root.handlers = others


def broken(_root: Path) -> None:
    raise RuntimeError("a bug of ours")


def test_a_bug_is_one_sentence_and_a_trace_in_the_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("kiosk.i18n.check.check_all", broken)
    with own_log_handlers():
        sentence = fails_with(capsys, 70, "check")
    log = tmp_path / "state" / "manabi-kiosk" / "log" / "kiosk.log"
    assert str(log) in sentence
    assert "a bug of ours" not in sentence
    assert log.read_text(encoding="utf-8").endswith(
        ', in broken\n      raise RuntimeError("a bug of ours")\n  RuntimeError\n'
    )


def test_a_log_that_cannot_be_written_is_no_second_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], a_file: Path
) -> None:
    monkeypatch.setattr("kiosk.i18n.check.check_all", broken)
    monkeypatch.setenv("XDG_STATE_HOME", str(a_file))
    with own_log_handlers():
        assert main(["check"]) == 70
    assert capsys.readouterr().out == ""


def test_sentences_are_english_in_an_english_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    sentence = fails_with(capsys, 2, "handout", "nothing", "--out", "x.pdf")
    assert "教材" not in sentence


@pytest.mark.qt_log_ignore("pa_context_connect", "pipewire")
def test_the_doctor_says_one_line_each(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["doctor"])
    lines = capsys.readouterr().out.splitlines()
    assert code == int(any(line.startswith("×") for line in lines))
    assert len(lines) >= 7
    assert all(line[0] in "○△×" for line in lines)


def test_the_doctor_for_scripts(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["doctor", "--json"])
    rows = json.loads(capsys.readouterr().out)
    assert code == int(any(row["mark"] == "fault" for row in rows))
    assert {"fonts", "content", "voices", "disk", "clock"} <= {row["area"] for row in rows}
    assert all(row["text"] for row in rows)


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    assert end.value.code == 0
    told = capsys.readouterr().out
    assert all(name in told for name in ("run", "check", "shots", "handout", "say", "translations", "doctor"))
