from datetime import date
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.errors import KioskError, OutputError
from kiosk.i18n.edition import Editions
from kiosk.jobs import Jobs
from kiosk.ui.staff.charts import BarChart
from kiosk.ui.wording import Wording
from kiosk.usage_desk import UsageDesk, plugged_in, write_to_first
from kiosk.visit.usage.book import UsageBook, months_before
from kiosk.visit.usage.counts import Count, Measure
from kiosk.visit.usage.export import Exporter
from kiosk.visit.usage.reading import usage_file
from tests.builders import write_data
from tests.ui.table import make_theme
from tests.usage_counts import entry

LAST_MONTH = months_before(date.today(), 1)


@pytest.fixture
def book(own_folders: None) -> Path:
    """A book with a few counts of the last month, and of today."""
    book = UsageBook(usage_file())
    started = Count(Measure.LESSON_STARTED, "camera")
    book.add({entry(day=LAST_MONTH): 30, entry(started, LAST_MONTH): 20, entry(day=date.today()): 12})
    book.close()
    return book.path


@pytest.fixture
def editions(tmp_path: Path) -> Editions:
    return Editions(write_data(tmp_path / "content"), tmp_path / "cache")


def test_the_page_shows_the_book(qtbot, tmp_path: Path, editions: Editions, book: Path) -> None:
    words, jobs = Wording(editions.catalogue("ja"), editions.readings), Jobs()
    page = UsageDesk(editions, jobs.run).page(make_theme(), words)
    qtbot.addWidget(page)
    page.opened()
    qtbot.waitUntil(lambda: bool(page.findChildren(BarChart)))
    assert any("カメラ 20" in one.accessibleName() for one in page.findChildren(BarChart)) == (
        (date.today() - LAST_MONTH).days < 30
    )


def test_the_file_goes_to_the_first_folder_that_takes_it(
    editions: Editions, book: Path, tmp_path: Path
) -> None:
    exporter, today = Exporter.of(editions, book), date.today()
    stick = tmp_path / "stick"
    stick.mkdir()
    written = write_to_first(exporter, [tmp_path / "gone", stick, book.parent], today)
    assert written.parent == stick
    assert len(list(stick.iterdir())) == 2


def test_where_no_folder_takes_it_there_is_one_sentence(
    editions: Editions, book: Path, tmp_path: Path
) -> None:
    with pytest.raises(OutputError):
        write_to_first(Exporter.of(editions, book), [tmp_path / "gone", tmp_path / "lost"], date.today())


def test_nothing_to_publish_is_told_whatever_is_plugged_in(editions: Editions, tmp_path: Path) -> None:
    with pytest.raises(KioskError):
        write_to_first(Exporter.of(editions, tmp_path / "none"), [tmp_path, tmp_path], date.today())


def test_only_what_somebody_plugged_in_counts_as_a_stick() -> None:
    assert [one for one in plugged_in() if one.parts[1] not in ("media", "run")] == []


def test_the_command_writes_the_file(book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "counts.csv"
    assert main(["usage", "export", "--out", str(out)]) == 0
    assert capsys.readouterr().out.splitlines() == [str(out), str(tmp_path / "counts-dictionary.csv")]
    assert f"month,{LAST_MONTH:%Y-%m},,,visits,,,,30,false" in out.read_text(encoding="utf-8-sig")


def test_the_command_shows_the_last_days(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["usage"]) == 0
    assert capsys.readouterr().out.splitlines()[1] in ("42\t利用", "12\t利用")


def test_small_numbers_are_hidden_on_the_console_too(
    own_folders: None, capsys: pytest.CaptureFixture[str]
) -> None:
    book = UsageBook(usage_file())
    book.add({entry(day=date.today()): 3})
    book.close()
    assert main(["usage", "show"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "10未満\t利用"


@pytest.mark.parametrize(
    ("arguments", "part_of_sentence"),
    [
        (["export"], "--out"),
        (["show", "--out", "OUT"], "export"),
        (["export", "--out", "OUT", "--from", "soon"], "soon"),
        (["export", "--out", "OUT", "--from", "9999-12-31"], "まだ"),
        (["export", "--out", "OUT", "--until", "0001-01-01"], "まだ"),
        (["export", "--out", "GONE/f.csv"], "gone"),
    ],
    ids=" ".join,
)
def test_a_mistake_is_one_sentence(
    book: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    part_of_sentence: str,
) -> None:
    places = {"OUT": str(tmp_path / "f.csv"), "GONE/f.csv": str(tmp_path / "gone" / "f.csv")}
    assert main(["usage", *(places.get(one, one) for one in arguments)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert part_of_sentence in said


def test_a_damaged_book_is_told_and_left_alone(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book.write_bytes(b"garbage" * 99)
    assert main(["usage"]) == 2
    assert str(book) in capsys.readouterr().err
    assert book.read_bytes() == b"garbage" * 99
