"""The end of a lesson: the sheet's picture, the one touch that prints, and what is said of it."""

from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from kiosk.errors import Message
from kiosk.handout.trouble import Trouble
from kiosk.lessons.place import Place
from kiosk.printing import PRINTED, PRINTING
from kiosk.text.ruby import plain
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.screens.finish import CodeView
from kiosk.visit.visit import Attract, Contrast, InLesson, Stage, TakeHome, TextSize
from tests.ui.listed_speaker import ListedSpeaker

SIZES = [((1920, 1080), 24.0), ((1280, 720), 15.6), ((1080, 1920), 24.0)]


def end(stage, lesson_id: str = "read-qr-code") -> InLesson:
    lesson = stage.presenter._editions.library.lesson(lesson_id)
    return InLesson(Place(lesson_id, lesson, len(lesson.steps) - 1, answers={"phone": "iphone"}))


@pytest.fixture
def stage(make_stage):
    stage = make_stage()
    stage.show(end(stage))
    return stage


@pytest.fixture
def preview(tmp_path: Path) -> str:
    picture = QImage(200, 283, QImage.Format.Format_Grayscale8)
    picture.fill(QColor("#404040"))
    file = str(tmp_path / "preview.png")
    assert picture.save(file)
    return file


def said(stage) -> str:
    return plain(stage.shell.screen_now.sheet.status.said.text)


def tell(stage, stage_now: Stage, template: str, **values: object) -> None:
    stage.presenter.show_sheet(TakeHome("", 2, stage_now, Message(template, values)))
    stage.settle()


def test_one_touch_asks_for_the_sheet(stage, qtbot):
    with qtbot.waitSignal(stage.presenter.print_requested):
        QTest.mouseClick(stage.shell.screen_now.sheet.button, Qt.MouseButton.LeftButton)


def test_a_touch_that_changes_nothing_is_answered_again(make_stage, qtbot):
    stage = make_stage(speaker=(speaker := ListedSpeaker()))
    stage.show(end(stage))
    tell(stage, Stage.WORKING, PRINTING)
    speaker.said.clear()
    stage.presenter.print_sheet()
    assert len(speaker.said) == 1
    assert speaker.said[0].startswith("印刷しています。")


def test_a_picture_that_is_gone_is_only_a_sign(stage):
    stage.presenter.show_sheet(TakeHome("/no/such/preview.png"))
    stage.settle()
    assert stage.shell.screen_now.sheet.picture._picture.isNull()


def test_how_much_paper_comes_is_said_while_it_comes(stage):
    stage.presenter.show_sheet(TakeHome("", 2))
    assert said(stage) == "手順とQRコードの紙を、もらえます。"
    tell(stage, Stage.WORKING, PRINTING)
    assert said(stage).split("\n") == ["印刷しています。少しお待ちください。", "紙が2枚、出ます。"]


def test_trouble_is_told_with_what_helps_instead(stage):
    tell(stage, Stage.TROUBLE, Trouble.PAPER_OUT.resident)
    assert said(stage).split("\n") == [
        "プリンターの紙が、なくなりました。",
        "画面のQRコードを、ご自分のスマートフォンで読み取ってください。",
    ]


def test_without_a_code_on_the_screen_a_person_helps(stage):
    page = end(stage)
    lesson = page.place.lesson.model_copy(update={"links": ()})
    stage.presenter._editions.edition("ja")._lessons["read-qr-code"] = lesson
    try:
        tell(stage, Stage.TROUBLE, Trouble.PAPER_OUT.resident)
        assert said(stage).endswith("係の人に、声をかけてください。")
    finally:
        del stage.presenter._editions.edition("ja")._lessons["read-qr-code"]


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_is_told_in_the_residents_language(make_stage, trouble):
    stage = make_stage(language="en")
    stage.show(end(stage))
    tell(stage, Stage.TROUBLE, trouble.resident)
    assert said(stage).isascii()


def test_after_printing_the_button_offers_another_copy(stage):
    tell(stage, Stage.WORKING, PRINTING)
    assert stage.shell.screen_now.sheet.button.accessibleName() == "持ち帰りの紙を印刷する"
    tell(stage, Stage.PRINTED, PRINTED)
    assert stage.shell.screen_now.sheet.button.accessibleName() == "もう一枚、印刷する"


def test_the_picture_of_the_sheet_is_shown_and_named(stage, preview):
    stage.presenter.show_sheet(TakeHome(preview, 1))
    stage.settle()
    picture = stage.shell.screen_now.sheet.picture
    assert picture.accessibleName() == "印刷する紙の見本"
    middle = picture.grab().toImage().pixelColor(picture.width() // 2, picture.height() // 2)
    assert middle == QColor("#404040")


@pytest.mark.parametrize(("size", "inches"), SIZES)
@pytest.mark.parametrize("text_size", TextSize)
@pytest.mark.parametrize("contrast", Contrast)
def test_the_codes_on_the_screen_are_read(make_stage, size, inches, text_size, contrast):
    stage = make_stage(size, text_size, inches=inches, contrast=contrast)
    stage.show(end(stage, "moving-notice"))
    city = stage.presenter._editions.library.city
    wanted = [city.links[name].url for name in ("moving-online", "moving-list")]
    views = stage.shell.screen_now.findChildren(CodeView)
    assert [read(view) for view in views] == wanted


def read(view: CodeView) -> str:
    grey = view.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(grey.constBits()).cast("B", (grey.height(), grey.bytesPerLine()))
    found = zxingcpp.read_barcodes(pixels)
    return found[0].text if found else ""


def test_an_address_is_never_torn(make_stage):
    stage = make_stage((1280, 720), TextSize.LARGEST, inches=15.6)
    stage.show(end(stage, "three-pins"))
    labels = stage.shell.screen_now.findChildren(RubyLabel)
    [host] = [one for one in labels if one.accessibleName() == "www.kojinbango-card.go.jp"]
    assert len(host.block(host.width()).lines) == 1


def test_staff_see_on_the_first_screen_what_the_printer_needs(stage):
    stage.presenter.show_printer(("プリンター「hall」に紙がありません。紙を入れてください。",))
    stage.show(Attract())
    label = stage.shell.screen_now._for_staff
    assert "紙を入れてください" in plain(label.text)
    assert QRect(0, 0, stage.shell.width(), stage.shell.height()).contains(label.geometry())
    stage.presenter.show_printer(())
    assert label.isHidden()


def test_what_the_printer_says_is_gone_with_the_page(stage):
    tell(stage, Stage.PRINTED, PRINTED)
    stage.state.become(replace(stage.state.visit, page=end(stage, "three-pins")))
    assert said(stage) == "手順とQRコードの紙を、もらえます。"
