"""Staff save files while the kiosk runs: real files, the real watcher, the resident's place."""

import json
import shutil
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.app import Kiosk
from kiosk.i18n.edition import Editions
from kiosk.jobs import Jobs
from kiosk.lessons.place import Place
from kiosk.paths import SHIPPED
from kiosk.settings import Settings, cache_folder
from kiosk.shots import ShotPlan, Stage
from kiosk.text.ruby import plain
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.tile import Tile
from kiosk.ui.reload import Reload
from kiosk.ui.watch import Watch, look_at
from kiosk.visit.visit import InLesson, OnShelf, TextSize

from .builders import CITY, lesson_values, look, write_data
from .words import lay_words

TWO_STEPS = lesson_values(look(say="はじめ。"), look(say="つぎ。"))
BROKEN = "steps: [\n"
PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "つぎ。"\nmsgstr "Then."\n'


def write(file, values):
    file.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")


class Desk:
    """A running window on a folder, and the staff who save files in it."""

    def __init__(self, root, cache, language="ja"):
        self.root, self.file = root, root / "lessons" / "camera" / "lesson.yaml"
        self.editions = Editions(root, cache)
        self.stage = Stage(self.editions, ShotPlan(1280, 720, TextSize.LARGE), "ja")
        self.begun, self.news = 0, []
        self.jobs = Jobs(self.stage.shell)
        seen, stage = look_at(root), self.stage
        stage.state.begin_as(replace(stage.state.fresh, language=language))
        self.reload = Reload(root, seen, self.editions, stage.presenter, stage.shell, stage.state, self._run)

    def _run(self, work, done, failed):
        def noted(look):
            done(look)
            self.news.append(look[1])

        self.begun += 1
        self.jobs.run(work, noted, failed)

    def save(self, values):
        write(self.file, values)

    def be_at(self, page):
        state = self.stage.state
        state.become(replace(state.visit, page=page))

    def be_in_lesson(self, index):
        self.be_at(InLesson(Place("camera", self.editions.library.lesson("camera"), index)))

    def says(self, text):
        return text in self.words

    @property
    def page(self):
        return self.stage.state.visit.page

    @property
    def words(self):
        """Everything that stands in the window."""
        labels = self.stage.shell.findChildren(RubyLabel)
        return "\n".join(plain(label.text) for label in labels if label.window() is self.stage.shell)


@pytest.fixture
def language():
    """What the terminal begins in."""
    return "ja"


@pytest.fixture
def desk(qtbot, tmp_path, language):
    root = write_data(tmp_path / "data", {"camera": TWO_STEPS, "other": lesson_values()})
    english = root / "locales" / "en" / "LC_MESSAGES"
    english.mkdir(parents=True)
    (english / "lessons.po").write_text(PO, encoding="utf-8")
    desk = Desk(root, tmp_path / "cache", language)
    qtbot.addWidget(desk.stage.shell)
    desk.be_in_lesson(1)
    yield desk
    qtbot.waitUntil(lambda: len(desk.news) == desk.begun)


def test_a_saved_text_appears_where_the_resident_is(qtbot, desk):
    desk.save(lesson_values(look(say="はじめ。"), look(say="あたらしい。")))
    qtbot.waitUntil(lambda: desk.says("あたらしい。"))
    assert desk.page.place.index == 1
    assert desk.stage.state.visit.text_size == TextSize.LARGE


def test_what_was_made_of_the_old_content_can_be_made_again(qtbot, desk):
    with qtbot.waitSignal(desk.reload.renewed):
        desk.save(lesson_values(look(say="はじめ。"), look(say="あたらしい。")))


def test_an_editor_that_writes_aside_and_renames_is_noticed_again(qtbot, desk):
    aside = desk.file.with_name(".lesson.yaml.new")
    for times in (1, 2, 3):
        write(aside, lesson_values(look(), look(say=f"{times}。")))
        aside.replace(desk.file)
        qtbot.waitUntil(partial(desk.says, f"{times}。"))


def test_a_translation_is_shown_in_its_language(qtbot, desk):
    state = desk.stage.state
    state.become(replace(state.visit, language="en"))
    assert "Then." in desk.words
    po = desk.root / "locales" / "en" / "LC_MESSAGES" / "lessons.po"
    po.write_text(PO.replace("Then.", "And then."), encoding="utf-8")
    qtbot.waitUntil(lambda: desk.says("And then."))
    assert state.visit.language == "en"


@pytest.mark.parametrize("language", ["en"])
def test_a_terminal_whose_language_is_taken_away_begins_in_japanese_until_it_comes_back(qtbot, desk):
    state, english = desk.stage.state, desk.root / "locales" / "en"
    state.start_over()
    english.rename(desk.root / "english")
    qtbot.waitUntil(lambda: state.visit.language == "ja")
    desk.be_in_lesson(1)
    state.start_over()
    assert state.visit == replace(state.fresh, language="ja")
    (desk.root / "english").rename(english)
    qtbot.waitUntil(lambda: state.visit.language == "en")


def test_new_content_waits_until_a_question_over_the_page_is_answered(qtbot, desk):
    shell = desk.stage.shell
    shell.cover_with(QWidget())
    with qtbot.waitSignal(desk.reload._watch.saved):
        desk.save(lesson_values(look(say="はじめ。"), look(say="あたらしい。")))
    below = shell.screen_now
    qtbot.waitSignal(desk.reload._watch.saved).wait()
    assert shell.screen_now is below
    shell.lift_cover()
    qtbot.waitUntil(lambda: desk.says("あたらしい。"))


def test_new_content_comes_to_the_first_screen_under_whatever_lies_over_it(qtbot, desk):
    desk.stage.state.start_over()
    desk.stage.shell.cover_with(QWidget())
    with qtbot.waitSignal(desk.reload.renewed):
        desk.save(lesson_values(look(say="はじめ。"), look(say="あたらしい。")))


def test_a_broken_lesson_is_told_calmly_until_it_is_mended(qtbot, desk):
    desk.file.write_text(BROKEN, encoding="utf-8")
    qtbot.waitUntil(lambda: desk.says("lessons/camera/lesson.yaml"))
    assert "まちがいが1件" in desk.words and "つぎ。" in desk.words
    assert desk.page.place.index == 1
    desk.save(TWO_STEPS)
    qtbot.waitUntil(lambda: "まちがい" not in desk.words)
    assert desk.page.place.index == 1


def test_a_broken_translation_takes_nothing_away(qtbot, desk):
    state = desk.stage.state
    state.become(replace(state.visit, language="en"))
    (desk.root / "locales" / "en" / "LC_MESSAGES" / "lessons.po").write_text("msgid x", encoding="utf-8")
    qtbot.waitUntil(lambda: desk.says("lessons.po"))
    assert "Then." in desk.words


def test_without_city_data_the_old_content_stays(qtbot, desk):
    city = desk.root / "lessons" / "city.yaml"
    city.write_text(BROKEN, encoding="utf-8")
    qtbot.waitUntil(lambda: desk.says("lessons/city.yaml"))
    assert "つぎ。" in desk.words
    write(city, CITY)
    qtbot.waitUntil(lambda: not desk.says("city.yaml"))


def test_a_new_lesson_appears_on_its_shelf(qtbot, desk):
    desk.be_at(OnShelf("first-steps"))
    folder = desk.root / "lessons" / "new"
    folder.mkdir()
    write(folder / "lesson.yaml", lesson_values(title="まったくあたらしい"))
    qtbot.waitUntil(lambda: "new" in desk.editions.library.lessons)
    write(folder / "lesson.yaml", lesson_values(title="なおした"))
    qtbot.waitUntil(lambda: any("なおした" in tile.accessibleName() for tile in tiles(desk)))


def tiles(desk):
    return desk.stage.shell.screen_now.findChildren(Tile)


def test_a_lesson_deleted_under_the_residents_feet_leads_to_its_shelf(qtbot, desk):
    shutil.rmtree(desk.file.parent)
    qtbot.waitUntil(lambda: desk.page == OnShelf("first-steps"))
    assert "まちがい" not in desk.words


def test_a_folder_put_in_the_place_of_lessons_is_watched(qtbot, desk):
    lessons, old = desk.root / "lessons", desk.root / "old"
    shutil.copytree(lessons, old)
    shutil.rmtree(lessons)
    qtbot.waitUntil(lambda: desk.says("lessons"))
    old.replace(lessons)
    qtbot.waitUntil(lambda: "がありません" not in desk.words)
    desk.save(lesson_values(look(), look(say="あたらしい。")))
    qtbot.waitUntil(lambda: desk.says("あたらしい。"))


def test_a_storm_of_saves_is_one_change(qtbot, desk):
    for number in range(50):
        desk.save(lesson_values(look(), look(say=f"{number}。")))
        QApplication.processEvents()
    qtbot.waitUntil(lambda: desk.says("49。"))
    assert len(desk.news) <= 3


def test_a_file_touched_without_a_change_leaves_the_page_alone(qtbot, desk):
    screen = desk.stage.shell.screen_now
    desk.file.write_bytes(desk.file.read_bytes())
    qtbot.waitUntil(lambda: desk.news == [None])
    assert desk.stage.shell.screen_now is screen


def test_an_open_sheet_is_not_taken_away(qtbot, desk):
    saved = []
    desk.reload.findChild(Watch).saved.connect(lambda: saved.append(desk.begun))
    desk.stage.shell.top.help_requested.emit()
    desk.save(lesson_values(look(), look(say="あたらしい。")))
    qtbot.waitUntil(lambda: len(saved) == 2)
    assert desk.begun == 0
    desk.stage.shell.close_overlay()
    qtbot.waitUntil(lambda: desk.says("あたらしい。"))


def test_new_readings_reach_the_whole_kiosk(qtbot, tmp_path, own_folders):
    lay_words(cache_folder())
    root = write_data(tmp_path / "content")
    kiosk = Kiosk(root, Settings(animations=False, read_aloud=False), "camera")
    qtbot.addWidget(kiosk.shell)
    with qtbot.waitSignal(kiosk.ready):
        kiosk.open(True)
    write(root / "lessons" / "camera" / "lesson.yaml", lesson_values(title="海と山"))
    qtbot.waitUntil(lambda: {("海", "うみ"), ("山", "やま")} <= furigana(kiosk), timeout=60_000)
    write(root / "lessons" / "readings.yaml", {"format": 1, "readings": {"海": "かい"}})
    qtbot.waitUntil(lambda: {("海", "かい"), ("山", "やま")} <= furigana(kiosk), timeout=60_000)
    kiosk.close()


def test_the_shipped_content_is_not_watched(qtbot, own_folders):
    lay_words(cache_folder())
    kiosk = Kiosk(SHIPPED, Settings(animations=False, read_aloud=False))
    qtbot.addWidget(kiosk.shell)
    with qtbot.waitSignal(kiosk.ready):
        kiosk.open(True)
    assert not kiosk.shell.findChildren(Watch)
    kiosk.close()


def furigana(kiosk):
    labels = kiosk.shell.screen_now.findChildren(RubyLabel)
    return {(segment.base, segment.reading) for label in labels for segment in label.text}
