"""The page follows the voice: what is being read can be seen."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea

from kiosk.text.ruby import Segment, plain
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.screens.screen import Screen
from kiosk.visit.visit import Front, TextSize
from tests.ui.listed_speaker import ListedSpeaker


@pytest.fixture
def column(qtbot, make_stage):
    """A page of texts, lower than they are; texts shrink to their least size first."""

    def make(*texts: str) -> Screen:
        stage = make_stage()
        words = stage.presenter._views(stage.state.visit).words
        screen = Screen(stage.theme, words)
        qtbot.addWidget(screen)
        scroll = screen.page()
        screen.spoken = [RubyLabel((Segment(text),), stage.theme, stage.theme.title) for text in texts]
        for label in screen.spoken:
            scroll.column.addWidget(label)
        screen.resize(800, 300)
        screen.show()
        stage.settle()
        return screen

    return make


def seen(screen: Screen, box: QRect, inside: RubyLabel) -> bool:
    view = screen.findChild(QScrollArea).viewport()
    return view.rect().contains(box.translated(inside.mapTo(view, QPoint(0, 0))))


def place(screen: Screen) -> int:
    return screen.findChild(QScrollArea).verticalScrollBar().value()


def read(screen: Screen, index: int, character: int = 0) -> RubyLabel:
    start = sum(len(one.accessibleName()) + 1 for one in screen.spoken[:index]) + character
    screen.set_spoken((start, start + 2))
    return screen.spoken[index]


@pytest.mark.parametrize("index", [5, 11, 0])
def test_what_is_read_comes_into_view(column, index):
    screen = column(*["ここを読みます。"] * 12)
    read(screen, 11)
    read(screen, 3)
    label = read(screen, index)
    assert seen(screen, label.rect(), label)


def test_what_can_be_seen_stays_where_it_is(column):
    screen = column(*["ここを読みます。"] * 12)
    read(screen, 6)
    before = place(screen)
    assert before > 0
    read(screen, 5, 3)
    screen.set_spoken(None)
    assert place(screen) == before


@pytest.mark.parametrize("character", [0, 400, 790])
def test_of_a_text_taller_than_the_view_the_line_being_read_is_shown(column, character):
    screen = column("ここを読みます。" * 100, "おわり")
    label = read(screen, 0, character)
    assert label.height() > screen.height()
    assert seen(screen, label.spoken_line(), label)


def test_the_voice_turns_the_page_of_a_lesson(make_stage, qtbot):
    speaker = ListedSpeaker()
    stage = make_stage((1280, 720), TextSize.LARGEST, inches=15.6, speaker=speaker)
    stage.show(Front("apply-disaster-certificate"))
    screen = stage.shell.screen_now
    last = screen.spoken[-2]
    assert not seen(screen, last.rect(), last)
    start = len(plain(screen.spoken_text())) - len(screen.spoken[-1].accessibleName()) - 2
    speaker.range_spoken.emit(start, start + 1)
    assert seen(screen, last.rect(), last)
