"""Whatever the language and however long its words: nothing is painted beyond its room, nothing is lost."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter

from kiosk.errors import Message
from kiosk.handout.link_piece import links
from kiosk.handout.paper import Format, Paper, format_of
from kiosk.handout.pieces import help_box, page_number
from kiosk.handout.sheet import FilePicture, Sheet
from kiosk.handout.sheet_pages import leaves
from kiosk.handout.tags import TaggedPainter, Words
from kiosk.handout.typesetter import Typesetter
from kiosk.text.lexicon import Lexicon
from kiosk.text.readings import Readings

from .builders import city, lesson, look, sheet, tap
from .ink import outside

pytestmark = pytest.mark.usefixtures("fonts")

READINGS = Readings(Lexicon({"読": "よ", "取": "と", "押": "お"}))
FORMATS = [format_of(paper, large) for paper in Paper for large in (False, True)]
NAMES = [f"{form.paper}-{form.types.body}" for form in FORMATS]
TEXTS = {
    "vi": "Nghiêngngảkhôngkhoảngcáchnàotừrấtdàikhôngthểngắtdòngđược. Hãy nhấn “Máy ảnh”.",
    "ne": "कृपया यो बटन थिच्नुहोस् र बिस्तारै छुनुहोस् । नगरपालिकाकोसेवाखोल्नुहोस् ।",
    "my": "ဖုန်းပင်မစာမျက်နှာရှိကင်မရာကိုနှိပ်ပါ။ထို့နောက်ခဏစောင့်ပါ။",
    "ja": "カメラを紙のコードに向けて、少し待ちます。シャッターは押しません。",
}


def full_sheet(text: str, language: str, count: int = 4) -> Sheet:
    """Every place of a sheet filled with one text."""
    steps = [tap(text), look(text), {"do": "check", "say": text, "items": [text] * 3}]
    there = city(phone="0959-37-0000", other=text)
    taught = lesson(steps * count, title=text, prepare=[text] * 4, warnings=[text] * 3)
    return replace(
        sheet(taught, source=lesson(), language=language, links=there),
        warnings_heading=text,
        prepare_heading=text,
        notes=(Message(text),) * 2,
    )


def pages(what: Sheet, form: Format) -> int:
    """How many there are, of which nothing may be painted beyond its room."""
    printed = leaves(what, READINGS, form)
    assert [one for leaf in printed for one in outside(leaf, form)] == []
    return len(printed)


def words_on(what: Sheet, form: Format) -> str:
    """All that is read on the pages."""
    painter, file = TaggedPainter(what.language), QBuffer()
    file.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(file)
    with painter:
        painter.begin(writer)
        for leaf in leaves(what, READINGS, form):
            leaf.paint(painter)
    return "".join(content.text for content in painter.contents if isinstance(content, Words))


@pytest.mark.parametrize("form", FORMATS, ids=NAMES)
@pytest.mark.parametrize("language", TEXTS)
def test_nothing_is_painted_beyond_its_room(language: str, form: Format) -> None:
    pages(full_sheet(TEXTS[language], language), form)


SYLLABLES = {
    "vi": ("Nghiêng", "ngắt", "ở ", "w", "Mỹ, "),
    "ne": ("कृ", "र्नु", "होस् ", "फो", "।"),
    "my": ("ဖုန်း", "ချို့", "နှင့်", "ခြင်း", "။"),
    "ja": ("読む", "ー", "カメラ", "、", "「", "」", "a/b."),
}


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    """A language, and a made-up text of it with words of any length."""
    language = draw(st.sampled_from(sorted(SYLLABLES)))
    syllables = draw(st.lists(st.sampled_from(SYLLABLES[language]), min_size=1, max_size=55))
    return language, "".join(syllables).strip()


@settings(max_examples=12, deadline=None)
@given(said=texts(), form=st.sampled_from(FORMATS))
def test_nothing_is_painted_beyond_its_room_whatever_the_text(said: tuple[str, str], form: Format) -> None:
    language, text = said
    pages(full_sheet(text or "a", language, count=1), form)


def test_a_sheet_of_few_steps_is_one_page_in_the_most_comfortable_way() -> None:
    assert pages(sheet(lesson([tap(), look()])), format_of(Paper.A4)) == 1


@pytest.mark.parametrize("form", FORMATS[:4], ids=NAMES[:4])
def test_sixty_long_steps_take_pages_and_lose_nothing(form: Format) -> None:
    steps = [look(f"これが{n}番目。" + "長い説明です。" * 30, screen=None, point=None) for n in range(59)]
    what = sheet(lesson(steps))
    assert pages(what, form) > 5
    read = words_on(what, form)
    assert [n for n in range(59) if f"これが{n}番目。" not in read] == []


@pytest.mark.parametrize("form", FORMATS, ids=NAMES)
def test_twenty_things_to_have_ready_all_stand_there(form: Format) -> None:
    what = replace(sheet(), prepare=tuple(f"用意{n}です" for n in range(20)))
    assert pages(what, form)
    read = words_on(what, form)
    assert [n for n in range(20) if f"用意{n}です" not in read] == []


def test_a_sheet_without_links_ends_with_whom_to_ask() -> None:
    assert pages(sheet(lesson(links=[])), format_of(Paper.A4)) == 1


def test_a_picture_that_is_gone_leaves_its_words() -> None:
    """They take more room than no picture at all, and less than a picture."""
    plain = sheet(lesson([look(screen=None, point=None)]))
    gone = FilePicture(Path("/gone.png"), "カメラの絵です。" * 20)
    heights = [
        _step_height(plain),
        _step_height(replace(plain, steps=(replace(plain.steps[0], picture=gone),))),
    ]
    assert heights[0] < heights[1]


def _step_height(what: Sheet) -> float:
    """Of the one step of a sheet, which is its third block, behind the head and what to prepare."""
    return leaves(what, READINGS, format_of(Paper.A4))[0].placed[2].block.height


@pytest.mark.parametrize("form", FORMATS[:4], ids=NAMES[:4])
def test_the_number_of_a_page_stays_on_one_line(form: Format) -> None:
    types = Typesetter("ja", READINGS, form)
    first, last = (page_number(sheet(), 2, pages, types) for pages in (2, 188))
    assert first.height == last.height


def types_of(paper: Paper, large: bool = False) -> Typesetter:
    return Typesetter("ja", READINGS, format_of(paper, large))


@pytest.mark.parametrize(("large", "rows"), [(False, 1), (True, 2)])
def test_links_stand_side_by_side_where_the_words_of_both_have_room(large: bool, rows: int) -> None:
    types = types_of(Paper.A4, large)
    two = sheet(lesson(links=["city-website", "certificate"])).links
    assert len(links(two, types, types.format.mm(30))) == rows


@pytest.mark.parametrize(("paper", "has_own_row"), [(Paper.A4, False), (Paper.RECEIPT58, True)])
def test_a_line_to_write_on_is_never_too_short(paper: Paper, has_own_row: bool) -> None:
    types, given = types_of(paper), sheet(links=city(phone="1", other="1")).help
    filled, ruled = (help_box(what, types, types.format.width).height for what in (given, sheet().help))
    assert (ruled > filled + types.format.mm(5)) == has_own_row


def test_the_number_of_a_page_goes_down_with_a_line_that_has_furigana() -> None:
    plain, ruby = (
        page_number(sheet(lesson(title=title)), 2, 9, types_of(Paper.A4)).height for title in ("あ", "読む")
    )
    assert ruby > plain
