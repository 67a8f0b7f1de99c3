"""The log on the staff page."""

from datetime import datetime

from kiosk.staff.log_entries import Entry, Gravity
from kiosk.ui.staff.log_page import LogPage
from tests.ui.staff.looking import ByHand, Show, buttons, press, texts
from tests.ui.table import make_theme, make_words


def entry(number: int) -> Entry:
    when = datetime(2026, 11, 23, 9, number % 60)
    return Entry(when, Gravity.FAULT, f"こと{number}。", (f"kiosk: {number}", f"  trace {number}"))


def log(run: ByHand, count: int) -> LogPage:
    return LogPage(make_theme(), make_words(), run, lambda: [entry(number) for number in range(count)])


def test_an_empty_log_says_so_kindly(run: ByHand, shown: Show) -> None:
    assert texts(shown(log(run, 0))) == ["記録は、ありません。", "困ったことは、起きていません。"]


def test_a_trace_is_folded_away_until_asked_for(run: ByHand, shown: Show) -> None:
    page = shown(log(run, 3))
    assert not [text for text in texts(page) if "trace" in text]
    press(page, "くわしく")
    assert [text for text in texts(page) if "trace" in text] == ["  trace 0"]
    press(page, "たたむ")
    assert not [text for text in texts(page) if "trace" in text]


def test_the_log_in_pages(run: ByHand, shown: Show) -> None:
    page = shown(log(run, 25))
    assert buttons(page).count("くわしく") == 20
    press(page, "つぎの20件")
    assert buttons(page).count("くわしく") == 5
