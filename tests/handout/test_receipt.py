from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage

from kiosk.handout.paper import Paper
from kiosk.handout.receipt import receipt_image
from kiosk.text.lexicon import Lexicon
from kiosk.text.readings import Readings
from tests.decoders import read_zxing

from .builders import LINKS, lesson, look, sheet, tap
from .ink import grey

pytestmark = pytest.mark.usefixtures("fonts")

READINGS = Readings(Lexicon({"読": "よ", "押": "お"}))
RECEIPTS = [Paper.RECEIPT80, Paper.RECEIPT58]


@pytest.mark.parametrize(("paper", "dots"), [(Paper.RECEIPT80, 576), (Paper.RECEIPT58, 384)])
@pytest.mark.parametrize("large", [False, True])
def test_a_receipt_is_black_and_white_and_as_wide_as_its_printer(
    paper: Paper, dots: int, large: bool
) -> None:
    image = receipt_image(sheet(), READINGS, paper, large)
    assert image.format() is QImage.Format.Format_Mono
    assert image.width() == dots
    assert set(np.unique(grey(image))) == {0, 255}


@pytest.mark.parametrize("paper", RECEIPTS)
def test_every_code_of_a_receipt_is_read(paper: Paper) -> None:
    image = receipt_image(sheet(lesson(links=list(LINKS))), READINGS, paper)
    assert sorted(read_zxing(grey(image))) == sorted(LINKS.values())


def test_a_receipt_is_longer_with_more_steps_and_in_large_print() -> None:
    few, many = (sheet(lesson([tap()] * count)) for count in (2, 9))
    heights = [receipt_image(one, READINGS, Paper.RECEIPT80).height() for one in (few, many)]
    large = receipt_image(many, READINGS, Paper.RECEIPT80, large=True).height()
    assert heights[0] < heights[1] < large


def test_a_receipt_of_many_metres_is_whole() -> None:
    steps = [look(f"{n}番目。" + "長い説明です。" * 55, screen=None, point=None) for n in range(59)]
    image = receipt_image(sheet(lesson(steps)), READINGS, Paper.RECEIPT58)
    assert image.height() > 40_000
    assert read_zxing(grey(image)[-2500:]) == [LINKS["city-website"]]


def test_dots_do_not_depend_on_where_a_picture_is_put_together() -> None:
    """A step below the seam of two bands looks as one far above it."""
    steps = [look("同じ文です。" * 4, screen=None, point=None)] * 40
    rows = grey(receipt_image(replace(sheet(lesson(steps)), links=()), READINGS, Paper.RECEIPT80))
    said = rows[:, 120:]
    patterns = [said[at : at + 30].tobytes() for at in range(0, said.shape[0] - 30)]
    assert patterns.count(patterns[1000]) >= 30
