"""Typing as values: every kana and twenty words, by flick and by repeated tap, without a keyboard on a screen."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from kiosk.text.kana_input import (
    CYCLE_MS,
    Backspace,
    Board,
    Change,
    Choose,
    Confirm,
    Flick,
    Letter,
    Mark,
    Move,
    NextLetter,
    Shift,
    Space,
    Tap,
    Typed,
    after,
)
from kiosk.text.kana_table import Way, cycle, flick_of, typable
from kiosk.text.typing_guide import Method, Wanted, guidance_delay_ms, guidance_strength, next_move
from tests.text.sample_words import KANA, WORDS

QUICK_MS = 300
MOST_MOVES = 200


def typing(wanted: Sequence[Wanted], method: Method, start: Typed) -> Iterator[tuple[Move, Typed]]:
    """Follow the guide blindly, one quick move after the other."""
    typed = start
    for count in range(MOST_MOVES):
        move = next_move(typed, wanted, method)
        if move is None:
            return
        typed = after(typed, move, count * QUICK_MS)
        yield move, typed
    raise AssertionError("the guide does not come to an end")


def typed_by(wanted: Sequence[Wanted], method: Method = Method.FLICK, start: Typed | None = None) -> str:
    *_, (_, typed) = typing(wanted, method, start or Typed())
    assert not typed.composing
    return typed.text


def taps(keys: str, gap_ms: float = QUICK_MS) -> Typed:
    typed = Typed()
    for count, key in enumerate(keys):
        typed = typed.tap(key, count * gap_ms)
    return typed


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("kana", KANA)
def test_every_kana_can_be_typed(kana: str, method: Method) -> None:
    assert typed_by([Wanted(kana, kana)], method) == kana


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize(("reading", "written"), WORDS.items())
def test_whoever_follows_the_guide_types_the_word(reading: str, written: str, method: Method) -> None:
    assert typed_by([Wanted(written, reading)], method) == written


@pytest.mark.parametrize("method", Method)
def test_the_whole_table_can_be_typed_in_one_go(method: Method) -> None:
    table = "".join(KANA)
    start = Typed()
    for _move, typed in typing([Wanted(table[:40], table[:40])], method, start):
        start = typed
    assert start.text == table[:40]


def test_taps_go_round_the_small_kana_too() -> None:
    row = cycle("あ")
    assert row == "あいうえおぁぃぅぇぉ"
    assert [taps("あ" * count).composing for count in range(1, 12)] == [*row, "あ"]


def test_a_tap_that_comes_late_begins_a_new_letter() -> None:
    assert taps("ああ", CYCLE_MS).composing == "い"
    assert taps("ああ", CYCLE_MS + 1).composing == "ああ"


def test_next_letter_lets_the_same_key_begin_again() -> None:
    assert taps("あ").next_letter().tap("あ", QUICK_MS).composing == "ああ"


def test_another_key_begins_a_new_letter() -> None:
    assert taps("あかあ").composing == "あかあ"


def test_a_flick_does_not_turn_the_letter_before() -> None:
    assert after(taps("あ"), Flick("あ", Way.LEFT), QUICK_MS).composing == "あい"


def test_a_flick_to_where_nothing_is_changes_nothing() -> None:
    assert after(taps("か"), Flick("、", Way.DOWN), QUICK_MS) == taps("か")


@pytest.mark.parametrize("row", ["かがか", "はばぱは", "つっづつ", "やゃや", "あぁあ", "うぅゔう", "んん"])
def test_the_mark_key_goes_round(row: str) -> None:
    typed = Typed(composing=row[0])
    for kana in row[1:]:
        typed = typed.mark()
        assert typed.composing == kana


def test_a_mark_with_nothing_before_it_changes_nothing() -> None:
    assert Typed().mark() == Typed()


def test_backspace_takes_what_is_composed_before_what_stands() -> None:
    typed = Typed("西海市", "か")
    assert typed.backspace() == Typed("西海市")
    assert typed.backspace().backspace() == Typed("西海")
    assert Typed().backspace() == Typed()


def test_the_conversion_key_goes_through_the_candidates_and_typing_on_takes_one() -> None:
    typed = Typed(composing="でんわ")
    shown = []
    for _ in range(3):
        typed = typed.space(("電話", "でんわ"))
        shown.append(typed.shown)
    assert shown == ["電話", "でんわ", "電話"]
    assert typed.backspace() == Typed(composing="でんわ")
    assert typed.add("を") == Typed("電話", "を")


def test_a_space_is_as_wide_as_the_letters() -> None:
    assert Typed().space(()).text == "　"
    assert Typed(board=Board.LATIN).space(()).text == " "


def test_shift_holds_for_one_letter() -> None:
    typed = Typed(board=Board.LATIN)
    for move in (Shift(), Letter("a"), Letter("b")):
        typed = after(typed, move, 0)
    assert typed.text == "Ab"


def test_letters_keep_the_kana_before_them() -> None:
    assert after(Typed(composing="か"), Letter("1"), 0).text == "か1"
    assert after(Typed(composing="か"), Change(Board.DIGITS), 0) == Typed("か", board=Board.DIGITS)


@pytest.mark.parametrize("text", ["ABC123", "Saikai2026", "mail@example.jp", "a b", "0959-37-0011", "[~]'"])
def test_the_guide_types_letters_signs_and_digits(text: str) -> None:
    assert typed_by([Wanted(text)], start=Typed(board=Board.LATIN)) == text


def test_the_guide_types_one_piece_after_the_other() -> None:
    wanted = [Wanted("西海市", "さいかいし"), Wanted("　"), Wanted("電話", "でんわ"), Wanted("12")]
    assert typed_by(wanted) == "西海市　電話12"


@pytest.mark.parametrize(
    ("typed", "move"),
    [
        (Typed(), Flick("か", Way.LEFT)),
        (Typed(composing="か"), Backspace()),
        (Typed(composing="き"), Mark(1)),
        (Typed(composing="ぎ"), Tap("あ", 1)),
        (Typed(composing="ぎあ"), Choose("銀")),
        (Typed(composing="ぎあ", converted="義亜"), Choose("銀")),
        (Typed(composing="ぎあ", converted="銀"), Confirm()),
        (Typed(composing="ぎあう"), Backspace()),
        (Typed("金"), Backspace()),
        (Typed(board=Board.DIGITS), Change(Board.KANA)),
        (Typed("銀"), None),
        (Typed("銀", composing="あ"), Backspace()),
    ],
)
def test_the_next_move(typed: Typed, move: Move | None) -> None:
    assert next_move(typed, [Wanted("銀", "ぎあ")]) == move


def test_the_guide_counts_the_taps_that_are_left() -> None:
    wanted = [Wanted("う", "う")]
    assert next_move(Typed(), wanted, Method.TAP) == Tap("あ", 3)
    assert next_move(taps("あ"), wanted, Method.TAP) == Tap("あ", 2)
    assert next_move(taps("あ").next_letter(), wanted, Method.TAP) == Backspace()
    assert next_move(taps("ああああ"), wanted, Method.TAP) == Tap("あ", 9)


def test_the_guide_separates_two_letters_of_one_key() -> None:
    assert next_move(taps("ああ"), [Wanted("いう", "いう")], Method.TAP) == NextLetter()
    assert next_move(taps("ああ"), [Wanted("いう", "いう")], Method.FLICK) == Flick("あ", Way.UP)


def test_the_guide_knows_shift_and_space() -> None:
    latin = Typed(board=Board.LATIN)
    assert next_move(latin, [Wanted("A")]) == Shift()
    assert next_move(replace(latin, shift=True), [Wanted("a")]) == Shift()
    assert next_move(latin, [Wanted(" ")]) == Space()


def test_every_kana_of_a_flick_key_is_where_phones_have_it() -> None:
    keys = "あかさたなはまやらわ、"
    assert flick_of("ん") == ("わ", Way.UP)
    assert flick_of("ょ") == ("や", Way.DOWN)
    assert [flick_of(key) for key in keys] == [(key, None) for key in keys]


def test_what_is_no_kana_cannot_be_typed_with_kana_keys() -> None:
    assert typable("".join(KANA)) and not typable("住所") and not typable("カナ")
    with pytest.raises(ValueError, match="住"):
        flick_of("住")


def test_guidance_fades_and_comes_back_after_a_miss() -> None:
    strengths = [guidance_strength(hits, 0) for hits in range(20)]
    assert strengths[:5] == [1.0] * 5 and strengths[-1] == 0.0
    assert strengths == sorted(strengths, reverse=True)
    assert guidance_strength(0, 3) == 1.0
    assert guidance_strength(8, 3) > guidance_strength(8, 0)


def test_guidance_waits_longer_as_it_fades() -> None:
    assert [guidance_delay_ms(strength) for strength in (1.0, 0.5, 0.0)] == [0, 2000, 4000]
