"""What is wrong and due with the content, as staff read it."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.staff.content_state import ContentProblem, ContentState, Drafts, Review
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.staff.content_page import ContentPage
from kiosk.visit.visit import TextSize
from tests.ui.staff.looking import ByHand, Show, press, texts
from tests.ui.table import make_theme, make_words

TODAY = date(2026, 11, 23)


def problem(number: int, grave: bool = True) -> ContentProblem:
    return ContentProblem(
        f"lessons/{number // 30}.yaml", number, grave, f"問題{number}。", "直してください。"
    )


def review(days: int) -> Review:
    return Review(f"教材{days}", TODAY + timedelta(days=days), TODAY)


def content(
    run: ByHand, *problems: ContentProblem, reviews: tuple[Review, ...] = (), drafts: tuple[Drafts, ...] = ()
) -> ContentPage:
    state = ContentState(problems, reviews, drafts)
    return ContentPage(make_theme(), make_words(), run, lambda: state, lambda: TODAY)


@pytest.mark.parametrize(
    ("problems", "reviews", "summary"),
    [
        ((), (), "教材は、すべて正しく書けています。"),
        ((problem(1), problem(2, grave=False)), (review(-1),), "直すところが1件あります。"),
        ((problem(1, grave=False),), (review(-1),), "見なおしの日を過ぎた教材が1個あります。"),
        ((problem(1, grave=False),), (review(0),), "使えます。気をつけるところがあります。"),
    ],
)
def test_content_in_one_sentence(
    run: ByHand,
    shown: Show,
    problems: tuple[ContentProblem, ...],
    reviews: tuple[Review, ...],
    summary: str,
) -> None:
    assert texts(shown(content(run, *problems, reviews=reviews)))[0] == summary


def shown_problems(page: QWidget) -> list[str]:
    return [text for text in texts(page) if "行め：問題" in text]


def test_twenty_problems_at_a_time(run: ByHand, shown: Show) -> None:
    page = shown(content(run, *(problem(number) for number in range(1, 48))))
    seen = shown_problems(page)
    assert len(seen) == 20
    press(page, "つぎの20件")
    press(page, "つぎの20件")
    assert shown_problems(page) == [f"{number}行め：問題{number}。" for number in range(41, 48)]
    press(page, "まえの20件")
    press(page, "まえの20件")
    assert shown_problems(page) == seen


def test_problems_stand_below_their_file(run: ByHand, shown: Show) -> None:
    page = shown(content(run, problem(29), problem(31)))
    files = [text for text in texts(page) if text.startswith("ファイル")]
    assert files == ["ファイル lessons/0.yaml", "ファイル lessons/1.yaml"]


def test_reviews_tell_the_days(run: ByHand, shown: Show) -> None:
    said = "".join(texts(shown(content(run, reviews=(review(-3), review(40))))))
    assert "3日過ぎています" in said and "あと40日" in said


def test_drafts_are_told(run: ByHand, shown: Show) -> None:
    said = texts(shown(content(run, drafts=(Drafts("English", 5, 3, 2),))))
    assert "人が確かめた訳 5件、機械の下書き 3件、まだない訳 2件。" in said


@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize("terminal", ["24 inch", "15.6 inch", "upright"])
@pytest.mark.parametrize("long_winded", [False, True])
def test_nothing_is_wider_than_the_page(
    qtbot: QtBot, run: ByHand, terminal: str, size: TextSize, long_winded: bool
) -> None:
    theme, words = make_theme(terminal, size), make_words(long_winded)
    state = ContentState((problem(1),), (review(-1),), (Drafts("English", 1, 1, 1),))
    page = ContentPage(theme, words, run, lambda: state, lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(round(theme.display.width * 0.66), round(theme.display.height * 0.7))
    page.show()
    page.opened()
    run.open()
    for label in page.findChildren(RubyLabel):
        if label.isVisible():
            left = label.mapTo(page, label.rect().topLeft()).x()
            assert left >= 0 and left + label.width() <= page.width()
            assert label.block(label.width()).width <= label.width() + 1
