import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.text.ruby import Segment, kanji_runs, markup_mistakes, parse_ruby, plain, strip_markup

READINGS = st.text("ぁあかんゃーカキヲ", min_size=1, max_size=6)
BASES = st.text("漢字方押A1々", min_size=1, max_size=6)
PLAIN = st.text("あいう漢字abc 1。、\n", min_size=1, max_size=8).map(Segment)
RUBY = st.builds(Segment, BASES, READINGS)


@given(st.lists(RUBY | PLAIN, max_size=8))
def test_segments_survive_the_way_through_markup(segments: list[Segment]) -> None:
    text = "".join(f"{{{s.base}|{s.reading}}}" if s.reading else s.base for s in segments)
    found = parse_ruby(text)
    assert plain(found) == plain(segments) == strip_markup(text)
    assert [s for s in found if s.reading] == [s for s in segments if s.reading]
    assert markup_mistakes(text) == ()


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("", ()),
        ("かな", (Segment("かな"),)),
        ("{方|かた}を{押|お}す", (Segment("方", "かた"), Segment("を"), Segment("押", "お"), Segment("す"))),
        ("{大人|おとな}{方|かた}", (Segment("大人", "おとな"), Segment("方", "かた"))),
        ("{name}さん", (Segment("{name}さん"),)),
        ("A|B", (Segment("A|B"),)),
        ("{押|}す", (Segment("{押|}す"),)),
    ],
)
def test_markup_becomes_segments(text: str, segments: tuple[Segment, ...]) -> None:
    assert parse_ruby(text) == segments


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("{押|お}す", ()),
        ("{name}と{0}", ()),
        ("{押|}す", ("{押|}",)),
        ("{|お}す", ("{|お}",)),
        ("{押|お|す}", ("{押|お|す}",)),
        ("{押|osu}す", ("{押|osu}",)),
        ("{押|押}と{方|}", ("{方|}", "{押|押}")),
    ],
)
def test_what_looks_like_markup_but_is_not_is_found(text: str, mistakes: tuple[str, ...]) -> None:
    assert markup_mistakes(text) == mistakes


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("押して", ("押",)),
        ("罹災証明書の申請", ("罹災証明書", "申請")),
        ("時々、市ヶ谷", ("時々", "市ヶ谷")),
        ("カナ", ()),
    ],
)
def test_kanji_runs(text: str, runs: tuple[str, ...]) -> None:
    assert kanji_runs(text) == runs
