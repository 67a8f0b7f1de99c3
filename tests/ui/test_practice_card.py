"""The numbers to practise with are all there, large, whole, and one of them is pointed at."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.lessons.steps import Credential
from kiosk.text.ruby import parse_ruby, plain
from kiosk.ui.controls.fit_scroll import FitScroll
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.phone.practice_card import PracticeCard
from kiosk.visit.visit import TextSize
from tests.ui.table import TERMINALS, make_theme, make_words, stage_size

NAMES = (
    "{利用者|りようしゃ}{証明用|しょうめいよう}の{暗証番号|あんしょうばんごう}",
    "{券面|けんめん}{入力用|にゅうりょくよう}の{暗証番号|あんしょうばんごう}",
    "{署名用|しょめいよう}の{暗証番号|あんしょうばんごう}",
)
SECRETS = [(parse_ruby(name), one.dummy) for name, one in zip(NAMES, Credential, strict=True)]


@pytest.fixture
def make_card(qtbot):
    def make(terminal: str, text_size: TextSize, height: int, asked: int = 0) -> PracticeCard:
        theme, words = make_theme(terminal, text_size), make_words()
        page = QWidget()
        qtbot.addWidget(page)
        scroll = FitScroll(theme, words)
        QVBoxLayout(page).addWidget(scroll)
        card = PracticeCard(theme, words, SECRETS, asked)
        scroll.column.addWidget(card)
        for row in card.others:
            scroll.give_way(row, True)
        page.resize(stage_size(terminal).width(), height)
        page.show()
        card.page = page
        return card

    return make


def shown(card: PracticeCard) -> list[RubyLabel]:
    return [label for label in card.findChildren(RubyLabel) if label.isVisible()]


@pytest.mark.parametrize("terminal", TERMINALS)
@pytest.mark.parametrize("text_size", TextSize)
def test_all_numbers_are_whole_and_large(make_card, terminal, text_size):
    theme = make_theme(terminal, text_size)
    labels = shown(make_card(terminal, text_size, 1400))
    assert len(labels) == 7
    for label in labels:
        block = label.block(label.width())
        assert block.height <= label.height() + 1 and block.width <= label.width() + 1
        assert label.px >= theme.least_label


def test_figures_stand_apart(make_card):
    card = make_card("24 inch", TextSize.NORMAL, 1400)
    assert {"1 2 3 4", "5 6 7 8", "A B C 1 2 3"} <= {label.accessibleName() for label in shown(card)}


@pytest.mark.parametrize("asked", range(3))
def test_where_space_is_short_the_one_that_is_wanted_stays(make_card, asked):
    card = make_card("15.6 inch", TextSize.LARGEST, 330, asked)
    names = [label.accessibleName() for label in shown(card)]
    assert names[1:] == [plain(SECRETS[asked][0]), " ".join(SECRETS[asked][1])]


def test_it_has_a_name(make_card):
    assert make_card("24 inch", TextSize.NORMAL, 1400).accessibleName() == "練習用のカード"
