from pathlib import Path

import pypdfium2
import pytest

from kiosk.errors import OutputError
from kiosk.handout.paper import MARGIN_MM
from kiosk.handout.pdf import write_pdf
from kiosk.handout.sheet import Sheet
from kiosk.text.lexicon import Lexicon
from kiosk.text.readings import Readings

from .builders import LINKS, codes, lesson, look, page_images, sheet, tap

READINGS = Readings(Lexicon({"読": "よ", "取": "と", "押": "お", "少": "すこ", "画面": "がめん"}))

pytestmark = pytest.mark.usefixtures("fonts")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "sheet.pdf"


def write(what: Sheet, file: Path) -> None:
    write_pdf(what, file, READINGS)


@pytest.mark.parametrize("dpi", [200, 300])
def test_every_code_on_paper_opens_exactly_its_address(file: Path, dpi: int) -> None:
    write(sheet(lesson(links=list(LINKS))), file)
    assert sorted(codes(file, dpi)) == sorted(LINKS.values())


@pytest.mark.parametrize("dpi", [150, 200, 300, 600])
def test_no_reader_takes_a_picture_for_a_code(file: Path, dpi: int) -> None:
    write(sheet(lesson([look(), tap()] * 4, links=[])), file)
    assert codes(file, dpi) == []


def test_the_file_names_its_lesson_and_holds_its_words(file: Path) -> None:
    write(sheet(), file)
    with pypdfium2.PdfDocument(file) as document:
        words = document[0].get_textpage().get_text_bounded()
        assert document.get_metadata_value("Title") == "QRコードを読み取る"
        assert document.get_metadata_value("Creator") == "まなびキオスク"
    assert "QRコードを読み取る" in words.replace("\r\n", "")


def test_a_foreign_sheet_shows_the_japanese_title_too(file: Path) -> None:
    write(sheet(lesson(title="Read a QR code"), source=lesson(), language="en"), file)
    with pypdfium2.PdfDocument(file) as document:
        words = document[0].get_textpage().get_text_bounded()
    assert "Read a QR code" in words
    assert "QRコードを読み取る" in words


def test_a_short_lesson_is_one_page_of_a4(file: Path) -> None:
    write(sheet(), file)
    with pypdfium2.PdfDocument(file) as document:
        assert len(document) == 1
        assert document[0].get_size() == pytest.approx((595, 842), abs=1)


def test_a_long_lesson_takes_pages_and_stays_inside_the_margins(file: Path) -> None:
    steps = [tap(f"{n}番目に、「カメラ」を押してください。") for n in range(15)]
    steps += [look(f"長い説明の{n}番目です。" * 6, screen=None, point=None) for n in range(15)]
    write(sheet(lesson(steps, links=list(LINKS))), file)
    pages = page_images(file, 100)
    assert len(pages) >= 2
    assert {shade for page in pages for shade in margin_shades(page, int(MARGIN_MM / 25.4 * 100) - 1)} == {
        255
    }


def margin_shades(page: memoryview, margin: int) -> set[int]:
    assert page.shape is not None
    height, width = page.shape
    inside_rows, inside_columns = range(margin, height - margin), range(margin, width - margin)
    return {
        page[row, column]
        for row in range(height)
        for column in range(width)
        if row not in inside_rows or column not in inside_columns
    }


def test_a_sheet_replaces_an_older_one_and_leaves_nothing_beside_it(file: Path) -> None:
    file.write_bytes(b"old")
    write(sheet(), file)
    assert file.read_bytes().startswith(b"%PDF")
    assert list(file.parent.iterdir()) == [file]


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="書けません"):
        write(sheet(), tmp_path / "missing" / "sheet.pdf")


def test_a_folder_in_the_way_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").mkdir()
    with pytest.raises(OutputError):
        write(sheet(), tmp_path / "sheet.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]
