from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from kiosk.handout.paper import Paper
from kiosk.handout.pdf import write_pdf
from kiosk.handout.sheet import PhonePicture, Sheet
from kiosk.text.lexicon import Lexicon
from kiosk.text.readings import Readings
from kiosk.text.ruby import strip_markup

from .builders import LINKS, lesson, look, page_images, sheet, tap
from .pdf_structure import found, loose_content, opened_at, structure

READINGS = Readings(Lexicon({"読": "よ", "取": "と", "押": "お", "少": "すこ", "画面": "がめん"}))
ENGLISH = {
    "スマートフォンの画面です。「{label}」に丸い印がついています。": "A phone. A ring marks “{label}”."
}

pytestmark = pytest.mark.usefixtures("fonts")


def long_sheet(language: str = "ja") -> Sheet:
    """Two pages of A4 with all there can be on a sheet."""
    check = {"do": "check", "say": "用意できましたか。", "items": ["カード", "この{紙|かみ}"]}
    title = "Read a code" if language == "en" else "QRコードを読み取る"
    taught = lesson([check, *[tap(), look()] * 6], title=title, links=list(LINKS), warnings=["急ぎません。"])
    return sheet(taught, source=lesson(), language=language, texts=ENGLISH if language == "en" else {})


def written(folder: Path, *sheets: Sheet, paper: Paper = Paper.A4) -> bytes:
    write_pdf(sheets, folder / "sheet.pdf", READINGS, paper)
    return (folder / "sheet.pdf").read_bytes()


def read_aloud(pdf: bytes) -> str:
    """What a screen reader says, from the first page to the last."""
    elements = chain.from_iterable(page.all() for page in structure(pdf))
    return "\n".join(one.words + one.alt for one in elements)


def words_of(what: Sheet) -> Iterator[str]:
    """All that is said on a sheet, in reading order."""
    yield from (what.kind, what.title, what.japanese_title, what.date, what.city)
    yield from (what.prepare_heading, *what.prepare)
    for step in what.steps:
        yield from (str(step.number), step.say, *step.items)
        yield step.picture.alt if isinstance(step.picture, PhonePicture) else ""
    yield from (what.warnings_heading, *what.warnings)
    for link in what.links:
        yield from (link.alt, link.title, link.host, link.note, link.checked.text())
    yield from (what.help.heading, what.help.who, what.help.how, what.help.phone_label, what.help.other_label)
    yield from (note.text() for note in what.notes)


@pytest.mark.parametrize("language", ["ja", "ja@easy", "en"])
@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_a_whole_sheet_is_read_in_its_order(tmp_path: Path, language: str, paper: Paper) -> None:
    what = long_sheet(language)
    read, place = read_aloud(written(tmp_path, what, paper=paper)), 0
    for words in map(strip_markup, words_of(what)):
        place = read.index(words, place) + len(words)


def test_a_receipt_is_read_in_its_order(tmp_path: Path) -> None:
    what = sheet(lesson([look(screen=None, point=None)]))
    read = read_aloud(written(tmp_path, what, paper=Paper.RECEIPT80))
    places = [read.index(words) for words in (what.title, what.steps[0].say, what.links[0].alt)]
    assert places == sorted(places)


def test_a_picture_says_which_place_is_marked() -> None:
    first = sheet(lesson([tap()])).steps[0].picture
    assert isinstance(first, PhonePicture)
    assert first.alt == "スマートフォンの画面です。「カメラ」に丸い印がついています。"


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5, Paper.RECEIPT80])
def test_touching_a_code_in_a_viewer_opens_its_address(tmp_path: Path, paper: Paper) -> None:
    pdf = written(tmp_path, sheet(lesson([look(screen=None, point=None)])), paper=paper)
    (code,) = zxingcpp.read_barcodes(page_images(tmp_path / "sheet.pdf", 216)[0])
    with pypdfium2.PdfDocument(pdf) as document:
        height = document[0].get_height()
    corners = code.position.top_left, code.position.bottom_right
    x, y = (sum(getattr(corner, axis) for corner in corners) / 2 / 3 for axis in "xy")
    assert opened_at(pdf, x, height - y) == code.text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_on_a_sheet_is_left_untagged(tmp_path: Path, language: str) -> None:
    assert loose_content(written(tmp_path, long_sheet(language))) == []


def test_a_step_is_an_item_with_its_number_words_things_to_tick_and_picture(tmp_path: Path) -> None:
    steps = [{"do": "check", "say": "用意できましたか。", "items": ["カード", "この紙"]}, tap()]
    (page,) = structure(written(tmp_path, sheet(lesson(steps, prepare=[], links=[]))))
    (steps_list,) = [kid for kid in page.kids[0].kids if kid.role == "L"]
    roles = [[one.role for one in item.all()] for item in steps_list.kids]
    ticked = ["LI", "LBody", "P"]
    assert roles == [
        ["LI", "Lbl", "LBody", "P", "L", *ticked, *ticked],
        ["LI", "Lbl", "LBody", "P", "Figure"],
    ]


@pytest.mark.parametrize(
    ("language", "in_file", "title"),
    [
        ("ja", "ja", "QRコードを読み取る"),
        ("ja@easy", "ja", "QRコードを読み取る"),
        ("en", "en", "Read a code"),
    ],
)
def test_a_sheet_has_its_own_language_and_title(
    tmp_path: Path, language: str, in_file: str, title: str
) -> None:
    with pikepdf.open(BytesIO(written(tmp_path, long_sheet(language)))) as file:
        assert (file.Root.Lang, file.docinfo.Title) == (in_file, title)


def test_the_japanese_title_of_a_foreign_sheet_is_japanese(tmp_path: Path) -> None:
    parts = chain.from_iterable(page.all() for page in structure(written(tmp_path, long_sheet("en"))))
    assert [one.words for one in parts if one.language == "ja"] == ["QRコードを読み取る"]


@pytest.mark.parametrize(
    "words", ["読み取る", "QRコードが写ったら、少し待ちます", "「カメラ」を押してください"]
)
def test_a_search_finds_words_that_carry_furigana(tmp_path: Path, words: str) -> None:
    assert sum(found(written(tmp_path, long_sheet()), words)) >= 1


def test_every_sheet_of_a_class_set_has_a_bookmark(tmp_path: Path) -> None:
    pdf = written(tmp_path, long_sheet(), sheet(lesson(title="{税|ぜい}を払う")))
    with pypdfium2.PdfDocument(pdf) as document:
        marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    assert marks[0] == ("QRコードを読み取る", 0)
    assert marks[1][0] == "税を払う"
    assert marks[1][1] >= 2
