from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
import pytest

from kiosk.errors import OutputError
from kiosk.handout.paper import Paper, format_of
from kiosk.handout.pdf import write_pdf
from kiosk.handout.sheet import Sheet
from kiosk.text.lexicon import Lexicon
from kiosk.text.readings import Readings
from tests.decoders import read_zxing

from .builders import LINKS, city, codes, lesson, look, page_images, sheet, tap

READINGS = Readings(Lexicon({"読": "よ", "取": "と", "押": "お", "少": "すこ", "画面": "がめん"}))

pytestmark = pytest.mark.usefixtures("fonts")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "sheet.pdf"


def write(what: Sheet, file: Path, paper: Paper = Paper.A4, large: bool = False) -> int:
    return write_pdf([what], file, READINGS, paper, large)


def sizes_of(file: Path) -> list[tuple[float, float]]:
    """Width and height of every page in mm."""
    with pypdfium2.PdfDocument(file) as document:
        return [(wide / 72 * 25.4, high / 72 * 25.4) for wide, high in (page.get_size() for page in document)]


def words_of(file: Path) -> list[str]:
    """The text of every page."""
    with pypdfium2.PdfDocument(file) as document:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "") for page in document]


@pytest.mark.parametrize("dpi", [200, 300])
@pytest.mark.parametrize("paper", Paper)
def test_every_code_on_paper_opens_exactly_its_address(file: Path, paper: Paper, dpi: int) -> None:
    write(sheet(lesson(links=list(LINKS))), file, paper)
    assert sorted(codes(file, dpi)) == sorted(LINKS.values())


def test_codes_are_read_from_a_copy_of_a_copy_of_a_copy(file: Path) -> None:
    write(sheet(lesson(links=list(LINKS))), file)
    found: list[str] = []
    for page in page_images(file, 300):
        picture = np.asarray(page)
        for _ in range(3):
            picture = np.where(cv2.GaussianBlur(picture, (0, 0), 1.4) < 150, 0, 255).astype(np.uint8)
        found += read_zxing(picture)
    assert sorted(found) == sorted(LINKS.values())


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
    assert write(sheet(), file) == 1
    assert sizes_of(file) == [pytest.approx((210, 297), abs=0.5)]


def test_a_receipt_is_one_page_as_long_as_it_needs(file: Path) -> None:
    lengths = []
    for count in (2, 30):
        assert write(sheet(lesson([tap()] * count)), file, Paper.RECEIPT80) == 1
        ((wide, high),) = sizes_of(file)
        assert wide == pytest.approx(80, abs=0.5)
        lengths.append(high)
    assert 100 < lengths[0] < lengths[1]


def test_warnings_and_both_ways_to_ask_are_on_the_sheet(file: Path) -> None:
    there = city(phone="0959-37-0000", other="FAX 0959-37-0001")
    write(sheet(lesson(warnings=["だれにも教えません。"]), links=there), file)
    words = "".join(words_of(file))
    for expected in ("気をつけること", "だれにも教えません。", "0959-37-0000", "FAX 0959-37-0001"):
        assert expected in words


@pytest.mark.parametrize("paper", Paper)
def test_a_link_that_may_not_be_a_code_leaves_its_name_and_host(file: Path, paper: Paper) -> None:
    good = sheet()
    (link,) = good.links
    write(replace(good, links=(replace(link, code=None),)), file, paper)
    words = "".join(words_of(file))
    assert codes(file, 200) == []
    assert link.title in words
    assert link.host in words


def test_a_class_set_begins_every_lesson_on_a_new_page_with_its_own_numbers(file: Path) -> None:
    long = sheet(lesson([tap(f"{n}番目に押します。") for n in range(40)], title="長い教材"))
    assert write_pdf([long, sheet()], file, READINGS, Paper.A4) == 3
    first, second, third = words_of(file)
    assert ("1/2" in first, "2/2" in second, "1/1" in third) == (True, True, True)
    assert "QRコードを読み取る" in third


def test_a_class_set_may_have_a_title(file: Path) -> None:
    write_pdf([sheet()], file, READINGS, title="はじめての{教室|きょうしつ}")
    with pypdfium2.PdfDocument(file) as document:
        assert document.get_metadata_value("Title") == "はじめての教室"


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_a_long_lesson_takes_pages_and_stays_inside_the_margins(
    file: Path, paper: Paper, large: bool
) -> None:
    steps = [tap(f"{n}番目に、「カメラ」を押してください。") for n in range(15)]
    steps += [look(f"長い説明の{n}番目です。" * 6, screen=None, point=None) for n in range(15)]
    write(sheet(lesson(steps, links=list(LINKS))), file, paper, large)
    pages = page_images(file, 100)
    margin = int(format_of(paper).margin_mm / 25.4 * 100) - 1
    assert len(pages) >= 2
    assert {shade for page in pages for shade in margin_shades(page, margin)} == {255}


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
