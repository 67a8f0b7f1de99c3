import pytest

from kiosk.handout.paper import Paper, format_of

PAGES = [Paper.A4, Paper.A5]


@pytest.mark.parametrize("paper", PAGES)
def test_body_is_14_points_and_20_in_large_print(paper: Paper) -> None:
    assert format_of(paper).types.body >= 14
    assert format_of(paper, large=True).types.body >= 20


@pytest.mark.parametrize("paper", Paper)
def test_everything_is_larger_in_large_print(paper: Paper) -> None:
    normal, large = format_of(paper).types, format_of(paper, large=True).types
    assert all(getattr(large, name) > getattr(normal, name) for name in vars(normal))


@pytest.mark.parametrize(("paper", "least"), [(Paper.A4, 15), (Paper.A5, 10)])
def test_margins_are_such_that_printers_can_print(paper: Paper, least: float) -> None:
    assert format_of(paper).margin_mm >= least


@pytest.mark.parametrize(("paper", "dots"), [(Paper.RECEIPT80, 576), (Paper.RECEIPT58, 384)])
@pytest.mark.parametrize("large", [False, True])
def test_a_receipt_has_the_dots_of_its_printer(paper: Paper, dots: int, large: bool) -> None:
    assert format_of(paper, large).width == dots
    assert paper.is_receipt


@pytest.mark.parametrize(
    ("paper", "large", "shown"),
    [
        (Paper.RECEIPT80, False, True),
        (Paper.RECEIPT58, False, False),
        (Paper.RECEIPT58, True, True),
        (Paper.A4, False, True),
    ],
)
def test_furigana_of_few_dots_are_left_out(paper: Paper, large: bool, shown: bool) -> None:
    form = format_of(paper, large)
    assert form.has_ruby(form.pt(form.types.body)) is shown
