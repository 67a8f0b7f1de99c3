"""Low reach and the left hand: one touch, the same place, and everything where the hand is."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from kiosk.shots import pages
from kiosk.text.kana_input import Typed
from kiosk.ui.controls.fit_scroll import FitScroll
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.theme import LEAST_REACH_MM, Display
from kiosk.visit.visit import Attract, Front, Home, TextSize
from tests.ui.measure import box, faults, touched
from tests.ui.test_calling import a_step
from tests.ui.test_voice_panel import button

SCREENS = {
    "usual": ((1920, 1080), 24.0),
    "upright": ((1080, 1920), 24.0),
    "large": ((1920, 1080), 43.0),
}


def lowered(make_stage, screen, **how):
    size, inches = SCREENS[screen]
    stage = make_stage(size, inches=inches, **how)
    stage.state.become(replace(stage.state.visit, low_reach=True, page=Home()))
    return stage


def middle(widget: QWidget, shell: QWidget) -> int:
    return box(widget, shell).center().x()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("text_size", [TextSize.NORMAL, TextSize.LARGEST])
@pytest.mark.parametrize("screen", ["usual", "upright"])
def test_everything_to_be_touched_lies_low(make_stage, editions, screen, text_size, language):
    stage = lowered(make_stage, screen, text_size=text_size, language=language)
    found = []
    turn = (screen == "upright") + 2 * (language == "en") + 4 * (text_size == TextSize.LARGEST)
    for name, page in list(pages(editions))[1 + turn :: 9]:
        shell = stage.show(page)
        assert min(box(one, shell).top() for one in touched(shell)) >= stage.theme.display.above
        found += [f"{name}: {fault}" for fault in faults(shell, stage.theme)]
    assert found == []


@pytest.mark.parametrize("screen", SCREENS)
def test_sheets_and_what_covers_everything_lie_low_too(make_stage, screen):
    stage = lowered(make_stage, screen)
    shell, above = stage.shell, stage.theme.display.above
    shell.bottom.voice_requested.emit()
    stage.settle()
    assert min(box(one, shell).top() for one in touched(shell)) >= above
    shell.close_overlay()
    stage.presenter._calling.call()
    stage.settle()
    assert min(box(one, shell).top() for one in shell.cover.buttons) >= above
    assert faults(shell, stage.theme) == []


@pytest.mark.parametrize(
    ("width", "height", "inches", "part"), [(1080, 1920, 24, 0.5), (1920, 1080, 43, 0.5)]
)
def test_a_large_screen_gives_its_lower_half(width, height, inches, part):
    screen = display(width, height, inches)
    assert screen.lowered.height == height * part
    assert screen.lowered.above + screen.lowered.height == height


def test_a_wide_screen_of_24_inches_keeps_what_a_page_needs():
    screen = display(1920, 1080, 24)
    assert screen.lowered.height / screen.px_per_mm == pytest.approx(LEAST_REACH_MM, abs=0.3)


def test_a_small_screen_has_no_such_button(make_stage):
    stage = make_stage((1280, 720), inches=15.6)
    stage.show(Home())
    names = [one.accessibleName() for one in touched(stage.shell)]
    assert "左手で使う" in names
    assert "下によせる" not in names
    assert not display(1280, 720, 15.6).can_be_lowered


def display(width: int, height: int, inches: float) -> Display:
    size = QSize(width, height)
    return Display.of(size, size, inches, QSize(), 500.0)


@pytest.mark.parametrize("name", ["下によせる", "左手で使う"])
def test_one_touch_keeps_the_exact_place(make_stage, name):
    stage = make_stage()
    stage.show(replace(a_step(stage), typed=Typed("あ"), misses=1))
    page = stage.state.visit.page
    before = stage.shell.grab().toImage()
    button(stage.shell, name).click()
    stage.settle()
    assert stage.state.visit.page == page
    assert stage.shell.grab().toImage() != before
    back = {"下によせる": "もとの高さ", "左手で使う": "右手で使う"}[name]
    button(stage.shell, back).click()
    stage.settle()
    assert stage.shell.grab().toImage() == before


@pytest.mark.parametrize("low_reach", [False, True])
def test_the_bar_of_a_step_is_for_the_step(make_stage, low_reach):
    """How high everything lies can be changed on every page; which hand, before a lesson."""
    stage = make_stage()
    stage.state.become(replace(stage.state.visit, low_reach=low_reach, page=Home()))
    height = button(stage.shell, "もとの高さ" if low_reach else "下によせる")
    hand = button(stage.shell, "左手で使う")
    assert height.isVisible() and hand.isVisible()
    stage.show(a_step(stage))
    assert height.isVisible() and not hand.isVisible()


def test_what_was_scrolled_stays_scrolled(make_stage):
    stage = make_stage((1280, 720), TextSize.LARGEST, inches=15.6)
    stage.show(Front("apply-disaster-certificate"))
    next(one for one in stage.shell.findChildren(FitScroll) if one._down.isEnabled())._down.click()
    shares = stage.shell.screen_now.scroll_shares()
    button(stage.shell, "左手で使う").click()
    stage.settle()
    assert max(shares) > 0
    assert stage.shell.screen_now.scroll_shares() == shares


def test_the_practice_phone_stays_scrolled_too(make_stage):
    stage = make_stage((1366, 768), TextSize.LARGEST, inches=12.5)
    stage.show(a_step(stage))
    stage.shell.screen_now.stage.scene.scroll_to(20.0)
    shares = stage.shell.screen_now.scroll_shares()
    button(stage.shell, "左手で使う").click()
    stage.settle()
    assert max(shares) > 0
    assert stage.shell.screen_now.scroll_shares() == pytest.approx(shares, abs=0.05)


def test_for_a_left_hand_the_sides_change_and_the_words_do_not(make_stage):
    stage = make_stage()
    stage.show(a_step(stage))
    shell = stage.shell

    def order() -> list[str]:
        say = shell.screen_now.spoken[0]
        controls = {"say": say, "phone": shell.screen_now.stage, "next": shell.bottom.next_button}
        controls |= {name: button(shell, name) for name in ("きく", "もう一度", "もどる")}
        return sorted(controls, key=lambda name: middle(controls[name], shell))

    assert [one for one in order() if one != "もどる"] == ["きく", "もう一度", "say", "phone", "next"]
    button(shell, "左手で使う").click()
    stage.settle()
    left = order()
    assert left.index("next") < left.index("きく") < left.index("もう一度")
    assert left.index("phone") < left.index("say")
    assert left.index("もどる") <= 1
    assert all(not one.isRightToLeft() for one in shell.findChildren(TouchButton))


def test_nobody_s_screen_is_whole(make_stage):
    stage = lowered(make_stage, "upright")
    stage.state.start_over()
    stage.settle()
    assert isinstance(stage.state.visit.page, Attract)
    assert stage.shell.content_box == stage.shell.rect()
