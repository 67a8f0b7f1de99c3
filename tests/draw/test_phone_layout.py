from itertools import combinations
from typing import get_args

import pytest
from PySide6.QtCore import QRectF

from kiosk.draw.phone.items import Item, PhoneLayout, Surface
from kiosk.lessons.phone.elements import Element, PhoneText
from kiosk.lessons.phone.forms import FieldBox
from kiosk.lessons.phone.screen import Skin
from kiosk.lessons.phone.shown import element_parts
from kiosk.lessons.phone.touchable import Touchable
from tests.draw.phones import (
    BODIES,
    EVERYTHING,
    FAMILY,
    FRAME,
    QUESTION,
    WORDS,
    app,
    field,
    ids,
    laid_out,
    laid_out_small,
    shown,
)

KINDS = [kind.model_fields["kind"].annotation for kind in get_args(get_args(Element)[0])]

each = pytest.mark.parametrize("name", EVERYTHING)
skins = pytest.mark.parametrize("skin", list(Skin))
sizes = pytest.mark.parametrize("size", ["normal", "large", "largest"])


def layout_of(name: str, skin: Skin, size: str = "normal") -> PhoneLayout:
    return laid_out(shown(skin, **EVERYTHING[name]), size)


def overlaps(layout: PhoneLayout) -> list[tuple[str, str]]:
    return [
        (one.what.id, other.what.id)
        for one, other in combinations(layout.touchables(), 2)
        if min((common := layout.seen_box(one).intersected(layout.seen_box(other))).width(), common.height())
        > 0.01
    ]


def item(layout: PhoneLayout, name: str) -> Item:
    return next(one for one in layout.items if isinstance(one.what, Touchable) and one.what.id == name)


def test_every_kind_of_element_is_tried() -> None:
    assert {get_args(kind)[0] for kind in KINDS} == set(BODIES)


@each
@skins
@sizes
def test_everything_is_on_the_glass_and_what_can_be_touched_apart(name: str, skin: Skin, size: str) -> None:
    layout = layout_of(name, skin, size)
    glass = layout.glass.adjusted(-0.01, -0.01, 0.01, layout.scroll_room + 0.01)
    assert [one.what for one in layout.items if not glass.contains(one.box)] == []
    assert overlaps(layout) == []
    assert layout.overflow == 0


@each
@skins
@sizes
def test_everything_to_touch_is_large_enough_for_a_finger(name: str, skin: Skin, size: str) -> None:
    layout = layout_of(name, skin, size)
    small = [one.what.id for one in layout.touchables() if min(one.box.width(), one.box.height()) < 57.99]
    assert small == []


@each
@skins
def test_what_can_be_touched_is_what_the_phone_shows(name: str, skin: Skin) -> None:
    what = shown(skin, **EVERYTHING[name])
    tabs = {tab.id for tab in what.screen.tabs.tabs} if what.screen.tabs else set()
    found, expected = ids(laid_out(what)), [one.id for one in what.touchables()]
    assert [one for one in found if one not in tabs] == [one for one in expected if one not in tabs]
    assert set(found) == set(expected)


@each
@skins
@sizes
def test_words_stay_in_their_places(name: str, skin: Skin, size: str) -> None:
    for one in layout_of(name, skin, size).items:
        for words in one.words:
            assert words.block.width <= words.box.width() + 1
            assert words.block.height <= words.box.height() + 1
            assert one.box.adjusted(-1, -1, 1, 1).contains(words.box)


@each
@skins
@sizes
def test_no_words_are_smaller_than_the_least(name: str, skin: Skin, size: str) -> None:
    words = [words for one in layout_of(name, skin, size).items for words in one.words]
    assert min(one.block.style.px for one in words) >= 23


@each
@skins
def test_the_practice_band_is_always_at_the_top_and_free(name: str, skin: Skin) -> None:
    layout = layout_of(name, skin)
    assert layout.band.top() == layout.glass.top()
    in_band = [one for one in layout.items if one.box.adjusted(0, 1, 0, 0).intersects(layout.band)]
    assert [one.label.text for one in in_band if one.label] == [WORDS.practice]
    assert [one.what for one in in_band if not one.label] == [Surface.BAND]


@pytest.mark.parametrize("name", ["dialog", "permission", "shade", "opened list", "opened date"])
@skins
def test_what_lies_over_the_screen_hides_the_rest(name: str, skin: Skin) -> None:
    layout = layout_of(name, skin)
    behind = {part.id for one in shown(**EVERYTHING[name]).screen.body for part in element_parts(one, WORDS)}
    assert layout.covered
    assert ids(layout)
    assert not behind & set(ids(layout))


@skins
def test_a_question_keeps_its_buttons_inside(skin: Skin) -> None:
    layout = layout_of("dialog", skin)
    card = next(one.box for one in layout.items if one.what is Surface.DIALOG)
    assert all(card.contains(one.box) for one in layout.touchables())


def test_too_much_for_the_phone_is_told_as_overflow() -> None:
    rows = [{"id": f"row-{number}", "label": "長い名前の行です" * 3} for number in range(8)]
    layout = laid_out(shown(body=[{"kind": "list", "rows": rows}] * 3))
    assert layout.overflow > 0


def test_what_does_not_fit_can_still_be_reached() -> None:
    layout = laid_out(shown(body=EVERYTHING["long"]["body"]), "largest", QRectF(0, 0, 300, 500))
    last = item(layout, "field-8")
    assert layout.overflow == layout.scroll_room > 0
    assert layout.seen_box(last, layout.scroll_room).height() == pytest.approx(last.box.height())


def test_a_screen_that_scrolls_may_be_longer() -> None:
    layout = layout_of("long", Skin.IPHONE, "largest")
    last = item(layout, "field-8")
    assert layout.overflow == 0
    assert layout.sizes.text == 35
    assert layout.seen_box(last).isEmpty()
    assert layout.seen_box(last, layout.scroll_room) == last.box.translated(0, -layout.scroll_room)


@skins
@sizes
@pytest.mark.parametrize("number", range(9))
def test_the_field_with_the_cursor_is_seen_above_the_keyboard(skin: Skin, size: str, number: int) -> None:
    name = f"field-{number}"
    layout = laid_out(shown(skin, body=EVERYTHING["long"]["body"], typing=name), size)
    assert layout.keyboard is not None
    assert 0.4 < layout.keyboard.height() / layout.glass.height() < 0.56
    typed = item(layout, name)
    seen = layout.seen_box(typed, layout.shift)
    assert typed.on
    assert seen.height() == pytest.approx(typed.box.height())
    assert seen.bottom() <= layout.keyboard.top()


def test_a_picture_takes_the_height_that_is_left() -> None:
    button = {"kind": "button", "id": "shutter", "label": "シャッター"}
    alone = layout_of("camera", Skin.IPHONE)
    beside = laid_out(shown(body=[*BODIES["camera"], button]))
    assert item(alone, "view").box.height() - item(beside, "view").box.height() == pytest.approx(58 + 11)


def test_an_address_keeps_its_beginning() -> None:
    layout = laid_out(shown(address="www.city.saikai.nagasaki.jp/a/very/long/path/to/a/page.html"))
    label = item(layout, "address").label
    assert label is not None
    assert label.text.startswith("www.city.saikai")
    assert len(label.lines) == 1


@skins
@sizes
def test_whose_page_it_is_is_whole_where_it_can_be(skin: Skin, size: str) -> None:
    label = item(laid_out(shown(skin, address="www.city.saikai.nagasaki.jp"), size), "address").label
    assert label is not None
    assert label.text == "www.city.saikai.nagasaki.jp"


@pytest.mark.parametrize(
    ("name", "set_in"), [("Mail", (35, 100)), ("Camera", (35, 80)), ("Messages", (27, 80))]
)
def test_a_long_name_gets_narrow_letters_before_small_ones(name: str, set_in: tuple[int, int]) -> None:
    layout = laid_out(shown(body=[{"kind": "apps", "apps": [app("a", name)]}]), "largest")
    label = item(layout, "a").label
    assert label is not None
    assert (label.style.px, label.style.stretch) == set_in
    assert layout.torn_names == 0


@skins
def test_a_title_gets_smaller_before_it_is_torn(skin: Skin) -> None:
    layout = laid_out_small(shown(skin, bar="Notifications", back="home/first", body=BODIES["link"]))
    title = next(one.label for one in layout.items if one.label and one.label.text == "Notifications")
    assert len(title.lines) == 1
    assert layout.sizes.text == 36


def test_a_row_gets_smaller_words_before_they_are_torn() -> None:
    rows = [{"id": "news", "label": "Electrocardiogram", "icon": "wifi"}]
    layout = laid_out_small(shown(body=[{"kind": "list", "rows": rows}]))
    assert layout.torn_names == 0
    assert layout.sizes.text < 36


def test_only_the_longest_name_gets_the_narrowest_letters() -> None:
    names = [app("a", "マイナ手続き"), app("b", "支払い")]
    layout = laid_out_small(shown(body=[{"kind": "apps", "apps": names}]), "ja")
    labels = [item(layout, name).label for name in ("a", "b")]
    assert [(one.style.stretch, len(one.lines)) for one in labels if one] == [(70, 1), (80, 1)]


@skins
def test_where_it_is_tight_targets_still_keep_their_distance(skin: Skin) -> None:
    buttons = [{"kind": "button", "id": name, "label": "次へ"} for name in ("one", "other")]
    words = {"kind": "text", "text": "確かめてください"}
    layout = laid_out_small(shown(skin, bar="申請", back="home/first", body=[words] * 5 + buttons))
    one, other = item(layout, "one").box, item(layout, "other").box
    assert layout.status.isEmpty()
    assert layout.overflow == 0
    assert other.top() - one.bottom() == pytest.approx(12)


def test_what_is_secret_is_laid_out_as_dots() -> None:
    layout = layout_of("field", Skin.IPHONE)
    secret = item(layout, "pin")
    assert isinstance(secret.what, FieldBox)
    assert secret.note is not None
    assert secret.note.text == "●●●●"


def test_a_drop_down_shows_what_was_chosen() -> None:
    chosen = item(laid_out(shown(body=[FAMILY | {"chosen": "self"}])), "family").note
    assert chosen is not None
    assert chosen.text == "本人"


def test_the_dates_of_the_wheels_are_never_torn() -> None:
    layout = laid_out(shown(**EVERYTHING["opened date"]), "largest")
    numbers = [
        one.label for one in layout.items if isinstance(one.what, PhoneText) and one.what.text.isdigit()
    ]
    assert [(one.text, len(one.lines)) for one in numbers if one] == [("2026", 1), ("11", 1), ("22", 1)]


def test_tabs_are_at_the_bottom_of_one_phone_and_below_the_bar_of_the_other() -> None:
    tops = [item(layout_of("frame", skin), "home").box.top() for skin in Skin]
    bodies = [layout_of("frame", skin).body for skin in Skin]
    assert tops[0] > bodies[0].bottom()
    assert tops[1] < bodies[1].top()


def test_a_small_screen_still_holds_a_question() -> None:
    layout = laid_out(shown(Skin.ANDROID, dialog=QUESTION), frame=QRectF(0, 0, 260, 420))
    assert layout.overflow == 0
    assert FRAME.height() > layout.frame.height()


def test_a_lone_field_is_not_moved() -> None:
    assert laid_out(shown(body=[field()], typing="name")).shift == 0
