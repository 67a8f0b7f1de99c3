import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.draw.boundaries import QtBoundaries
from kiosk.text.layout import Line, lay_out
from kiosk.text.linebreak import Break, line_breaks
from kiosk.text.ruby import RubyText, Segment, plain

BASE, RUBY = 10.0, 4.0
MIXED = "あいっーカ漢字を。、」「（）abc xyz 12  \n/.ကင်ि가👍é"
SEGMENTS = st.lists(
    st.builds(Segment, st.text(MIXED, min_size=1, max_size=15))
    | st.builds(
        Segment, st.text("漢字方A1", min_size=1, max_size=4), st.text("あかんー", min_size=1, max_size=8)
    ),
    max_size=10,
).map(tuple)
WIDTHS = st.floats(10, 300)
LANGUAGES = st.sampled_from(["ja", "en", "my", "ne"])


def even(text: str, ruby: bool = False, /) -> float:
    return len(text) * (RUBY if ruby else BASE)


def laid(segments: RubyText, width: float = 1000.0, language: str = "ja") -> tuple[Line, ...]:
    return lay_out(segments, width, even, QtBoundaries(), language)


def texts(segments: RubyText, width: float = 1000.0) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in laid(segments, width)]


@settings(deadline=None)
@given(SEGMENTS, WIDTHS, LANGUAGES)
def test_nothing_is_lost_but_spaces_and_newlines_at_line_ends(
    segments: RubyText, width: float, language: str
) -> None:
    text, end = plain(segments), 0
    for line in laid(segments, width, language):
        for run in line.runs:
            assert set(text[end : run.start]) <= {" ", "\n"}
            assert run.text == text[run.start : run.end]
            end = run.end
    assert set(text[end:]) <= {" ", "\n"}


@settings(deadline=None)
@given(SEGMENTS, WIDTHS, LANGUAGES)
def test_only_what_cannot_be_broken_is_wider_than_a_line(
    segments: RubyText, width: float, language: str
) -> None:
    breaks = line_breaks(plain(segments), language, QtBoundaries())
    inside = _inside_ruby(segments)
    for line in laid(segments, width, language):
        if line.width > width + 1e-6:
            places = range(line.runs[0].start, line.runs[-1].end - 1)
            assert not [at for at in places if at not in inside and breaks[at] > Break.NEVER]


@settings(deadline=None)
@given(SEGMENTS, WIDTHS)
def test_a_reading_is_never_parted_from_its_base(segments: RubyText, width: float) -> None:
    runs = [run for line in laid(segments, width) for run in line.runs if run.ruby]
    found = [(run.text, "".join(text for text, _ in run.ruby)) for run in runs]
    assert found == [(s.base, s.reading) for s in segments if s.reading]


@settings(deadline=None)
@given(SEGMENTS, WIDTHS)
def test_no_reading_lies_on_another_reading_or_outside_the_line(segments: RubyText, width: float) -> None:
    for line in laid(segments, width):
        edge = 0.0
        for text, x in (ruby for run in line.runs for ruby in run.ruby):
            assert x >= edge - 1e-6
            edge = x + even(text, True)
        assert edge <= line.width + 1e-6


def test_a_short_reading_is_spread_one_two_one() -> None:
    (line,) = laid((Segment("漢字", "かじ"),))
    # 20 wide, two letters of 4: 12 to share, 3 + 6 + 3.
    assert line.runs[0].ruby == (("か", 3.0), ("じ", 13.0))


@pytest.mark.parametrize(
    ("before", "behind", "x", "width"),
    [
        ("あ", "あ", 11.0, 32.0),
        ("A", "あ", 13.0, 34.0),
        ("あ", "漢", 11.0, 34.0),
        ("。", "、", 13.0, 36.0),
    ],
)
def test_a_long_reading_hangs_over_kana_only(before: str, behind: str, x: float, width: float) -> None:
    # The base is 10 wide, its reading 16: 3 too long on either side, 2 may hang over.
    (line,) = laid((Segment(before), Segment("方", "あいうえ"), Segment(behind)))
    assert (line.runs[1].x, line.width) == (x, width)
    assert line.runs[1].ruby[0][1] == x - 3


def test_a_long_reading_at_a_line_end_stays_in_the_line() -> None:
    (line,) = laid((Segment("方", "あいうえ"),))
    assert (line.runs[0].x, line.runs[0].ruby[0][1], line.width) == (3.0, 0.0, 16.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上\n下", ["上", "下"]),
        ("上\n\n下", ["上", "", "下"]),
        ("上\n", ["上"]),
        ("\n下", ["", "下"]),
        ("", [""]),
        ("上  ", ["上"]),
    ],
)
def test_a_newline_always_ends_a_line(text: str, expected: list[str]) -> None:
    assert texts((Segment(text),)) == expected


def test_a_ruby_group_wider_than_the_line_gets_a_line_of_its_own() -> None:
    long = Segment("罹災証明書", "りさいしょうめいしょ")
    assert texts((Segment("この"), long, Segment("です")), 30.0) == ["この", "罹災証明書", "です"]


def _inside_ruby(segments: RubyText) -> set[int]:
    inside: set[int] = set()
    start = 0
    for segment in segments:
        end = start + len(segment.base)
        if segment.reading:
            inside |= set(range(start, end - 1))
        start = end
    return inside
