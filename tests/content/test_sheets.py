"""Every sheet that can be printed: each lesson in each language, on each paper, in normal and in large print."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import ceil
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from kiosk.handout.drawings import drawn
from kiosk.handout.making import SheetMaker
from kiosk.handout.paper import Format, Paper, format_of
from kiosk.handout.pdf import write_pdf
from kiosk.handout.receipt import receipt_image
from kiosk.handout.sheet import FilePicture, PhonePicture, Sheet
from kiosk.handout.sheet_pages import leaves
from kiosk.i18n.languages import available_languages
from kiosk.lessons.files import lesson_files
from kiosk.paths import SHIPPED
from tests.decoders import DECODERS, Grey, qr_codes
from tests.handout.ink import grey, outside

LANGUAGES = [language.code for language in available_languages(SHIPPED)]
LESSONS = [file.parent.name for file in lesson_files(SHIPPED / "lessons")]
PRINTS = list(product(LESSONS, LANGUAGES, Paper, (False, True)))
PHONES = {False: "iphone", True: "android"}
"""Whose way is printed in normal and in large print, so that the pictures of both phones are seen."""

PDF_DPI = (200, 300)
RECEIPT_DPI = 203
"""What a receipt printer itself prints, dot by dot."""

AROUND = 0.2
"""White and words round a code in sides of the code, as a camera sees them."""


@dataclass
class Printed:
    """A sheet on its paper; `pages` are grey pictures by dpi."""

    sheet: Sheet
    form: Format
    pages: Mapping[int, list[Grey]]

    @property
    def addresses(self) -> list[str]:
        return sorted(link.code.url for link in self.sheet.links if link.code)

    @cached_property
    def codes(self) -> Mapping[int, list[tuple[str, Grey]]]:
        """By dpi, everything that zxing-cpp takes for a code, and its surroundings."""
        return {dpi: [code for page in pages for code in codes_on(page)] for dpi, pages in self.pages.items()}


def codes_on(page: Grey) -> Iterator[tuple[str, Grey]]:
    for code in qr_codes(page):
        spot = code.position
        corners = [spot.top_left, spot.top_right, spot.bottom_right, spot.bottom_left]
        across, down = [corner.x for corner in corners], [corner.y for corner in corners]
        around = round(AROUND * (max(across) - min(across)))
        left, top = max(0, min(across) - around), max(0, min(down) - around)
        yield code.text, page[top : max(down) + around, left : max(across) + around].copy()


@pytest.fixture(scope="module")
def maker(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> SheetMaker:
    return SheetMaker(SHIPPED, tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module", params=PRINTS, ids=lambda print_: "-".join(map(str, print_)))
def printed(
    request: pytest.FixtureRequest, maker: SheetMaker, tmp_path_factory: pytest.TempPathFactory
) -> Printed:
    """Each is made once for all tests."""
    lesson, language, paper, large = request.param
    [sheet] = maker.sheets([lesson], language, {"phone": PHONES[large]})
    file = tmp_path_factory.mktemp("sheet") / "sheet.pdf"
    write_pdf([sheet], file, maker.editions.readings, paper, large)
    pages = {dpi: rendered(file, dpi) for dpi in PDF_DPI}
    if paper.is_receipt:
        pages[RECEIPT_DPI] = [grey(receipt_image(sheet, maker.editions.readings, paper, large))]
    return Printed(sheet, format_of(paper, large), pages)


def rendered(file: Path, dpi: int) -> list[Grey]:
    with pypdfium2.PdfDocument(file) as document:
        return [page.render(scale=dpi / 72, grayscale=True).to_numpy() for page in document]


def test_every_link_has_its_code(printed: Printed) -> None:
    assert printed.addresses
    assert all(link.code for link in printed.sheet.links)


def test_the_codes_are_exactly_those_of_the_links(printed: Printed) -> None:
    """So no reader takes a picture for a code either."""
    for dpi, codes in printed.codes.items():
        assert (dpi, sorted(text for text, _ in codes)) == (dpi, printed.addresses)


@pytest.mark.parametrize("reader", DECODERS)
def test_every_reader_reads_every_code(printed: Printed, reader: str) -> None:
    for dpi, codes in printed.codes.items():
        assert [(dpi, DECODERS[reader](seen)) for _, seen in codes] == [(dpi, [text]) for text, _ in codes]


def test_nothing_is_printed_in_the_margins(printed: Printed) -> None:
    for dpi in PDF_DPI:
        margin = int((printed.form.margin_mm - 0.3) / 25.4 * dpi)
        for page in printed.pages[dpi]:
            frame = page.copy()
            frame[margin:-margin, margin:-margin] = 255
            assert (frame == 255).all()


def test_nothing_is_painted_beyond_its_room(printed: Printed, maker: SheetMaker) -> None:
    printed_leaves = leaves(printed.sheet, maker.editions.readings, printed.form)
    assert [one for leaf in printed_leaves for one in outside(leaf, printed.form)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("phone", PHONES.values())
@pytest.mark.parametrize("lesson", LESSONS)
def test_one_or_two_pages_of_a4_go_home(maker: SheetMaker, lesson: str, phone: str, language: str) -> None:
    [sheet] = maker.sheets([lesson], language, {"phone": phone})
    assert len(leaves(sheet, maker.editions.readings, format_of(Paper.A4))) <= 2


@pytest.mark.parametrize("phone", PHONES.values())
@pytest.mark.parametrize("lesson", LESSONS)
def test_no_reader_takes_a_picture_for_a_code(maker: SheetMaker, lesson: str, phone: str) -> None:
    [sheet] = maker.sheets([lesson], "ja", {"phone": phone})
    pictures = [picture_of(step.picture) for step in sheet.steps if step.picture]
    assert pictures
    assert [read(one) for one in pictures for read in DECODERS.values()] == [[]] * (3 * len(pictures))


def picture_of(what: PhonePicture | FilePicture) -> Grey:
    """As on A4 at 300 dpi."""
    width = round(27 / 25.4 * 300)
    drawing = drawn(what, "ja")
    assert drawing
    block = drawing.block(width, 2 * width)
    image = QImage(width, ceil(block.height), QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    block.paint(painter)
    painter.end()
    return grey(image).copy()
