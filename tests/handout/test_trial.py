"""The page for staff: its code is read, its line is as long as it says, its frame is where sheets print."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from kiosk.handout.making import SheetMaker
from kiosk.handout.paper import RECEIPT_DOTS, Paper, format_of
from kiosk.handout.trial import write_trial
from kiosk.paths import SHIPPED
from tests.decoders import Grey, read_zxing

DPMM = 12


@pytest.fixture(scope="module")
def maker(tmp_path_factory: pytest.TempPathFactory) -> SheetMaker:
    return SheetMaker(SHIPPED, tmp_path_factory.mktemp("cache"))


def printed(maker: SheetMaker, paper: Paper, folder: Path, language: str = "ja") -> tuple[Grey, float]:
    """The picture of the page, and its dots a mm."""
    file = folder / "trial"
    file = file.with_suffix(".png" if paper.is_receipt else ".pdf")
    write_trial(maker.editions.edition(language), paper, "hall", date(2026, 11, 23), file)
    if paper.is_receipt:
        return np.array(Image.open(file).convert("L")), RECEIPT_DOTS
    with PdfDocument(file) as document:
        assert len(document) == 1
        return np.array(document[0].render(scale=DPMM * 25.4 / 72).to_pil().convert("L")), DPMM


def longest_line(picture: Grey) -> int:
    """Dots of the longest level line that is not as wide as the frame."""
    lengths = set()
    frame = (picture < 128).any(axis=0).nonzero()[0]
    for row in picture < 128:
        edges = np.flatnonzero(np.diff(np.concatenate(([0], row.astype(np.int8), [0]))))
        lengths |= set((edges[1::2] - edges[::2]).tolist())
    return max(length for length in lengths if length < 0.95 * np.ptp(frame))


@pytest.mark.parametrize(("paper", "mm"), [("a4", 50), ("a5", 50), ("receipt80", 50), ("receipt58", 40)])
def test_the_line_is_as_long_as_it_says(maker: SheetMaker, tmp_path: Path, paper: str, mm: int) -> None:
    picture, dots_per_mm = printed(maker, Paper(paper), tmp_path)
    assert longest_line(picture) / dots_per_mm == pytest.approx(mm, abs=0.2)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_its_code_opens_a_page_of_the_city(
    maker: SheetMaker, tmp_path: Path, paper: Paper, language: str
) -> None:
    picture, _ = printed(maker, paper, tmp_path, language)
    (url,) = read_zxing(picture)
    assert url in {link.url for link in maker.editions.library.city.links.values()}


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_its_frame_is_where_the_sheets_are_printed(maker: SheetMaker, tmp_path: Path, paper: Paper) -> None:
    picture, dots_per_mm = printed(maker, paper, tmp_path)
    rows, columns = (picture < 128).nonzero()
    form = format_of(paper)
    edges = [columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]
    wide, tall = form.page
    margin = form.margin_mm
    assert np.array(edges) / dots_per_mm == pytest.approx(
        [margin, margin, wide - margin, tall - margin], abs=0.3
    )
