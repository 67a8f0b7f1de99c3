import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.draw.boundaries import QtBoundaries


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("", []),
        ("あい", [1, 2]),
        ("👍あ", [1, 2]),
        ("👨‍👩‍👧あ", [5, 6]),
        ("e\u0301a", [2, 3]),
        (
            "\u1014\u103e\u1004\u1037\u103a\u1015",
            [5, 6],
        ),  # Burmese: a final consonant stays with its syllable
    ],
)
def test_positions_count_characters(text: str, ends: list[int]) -> None:
    assert list(QtBoundaries().characters(text)) == ends


@given(st.text(max_size=50))
def test_ends_rise_to_the_end_of_the_text(text: str) -> None:
    for ends in (list(QtBoundaries().characters(text)), list(QtBoundaries().lines(text))):
        assert ends == sorted(set(ends))
        assert ends[-1:] == ([len(text)] if text else [])
