import numpy as np
import pytest

from kiosk.handout.paper import Paper
from kiosk.handout.preview import preview_image
from kiosk.text.lexicon import Lexicon
from kiosk.text.readings import Readings

from .builders import lesson, sheet, tap
from .ink import grey

pytestmark = pytest.mark.usefixtures("fonts")

READINGS = Readings(Lexicon({"読": "よ"}))


@pytest.mark.parametrize(("paper", "shape"), [(Paper.A4, 297 / 210), (Paper.A5, 210 / 148)])
def test_the_preview_has_the_shape_of_its_paper(paper: Paper, shape: float) -> None:
    image = preview_image(sheet(), READINGS, paper, False, 600)
    assert image.width() == 600
    assert image.height() / 600 == pytest.approx(shape, abs=0.01)


@pytest.mark.parametrize("paper", Paper)
def test_the_preview_shows_the_sheet_inside_white_margins(paper: Paper) -> None:
    picture = grey(preview_image(sheet(), READINGS, paper, False, 600))
    assert picture.min() < 50
    assert (picture[:10] == 255).all()
    assert (picture[:, :10] == 255).all()


def test_a_long_receipt_is_shown_from_its_beginning() -> None:
    image = preview_image(sheet(lesson([tap()] * 50)), READINGS, Paper.RECEIPT58, False, 300)
    assert image.height() == 1200


def test_large_print_looks_larger() -> None:
    normal, large = (preview_image(sheet(), READINGS, Paper.A4, size, 400) for size in (False, True))
    assert np.count_nonzero(grey(large) < 128) > np.count_nonzero(grey(normal) < 128)
