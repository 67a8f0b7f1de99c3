from pathlib import Path

import pytest

from kiosk.errors import ContentError, SettingsError
from kiosk.i18n.edition import Editions
from tests.builders import write_data

PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "カメラ"\nmsgstr "Camera"\n'


@pytest.fixture
def editions(tmp_path: Path) -> Editions:
    folder = write_data(tmp_path) / "locales" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "lessons.po").write_text(PO, encoding="utf-8")
    return Editions(tmp_path, tmp_path / "cache")


def test_a_lesson_and_a_screen_in_another_language(editions: Editions) -> None:
    english = editions.edition("en")
    assert english.lesson("camera").title == "Camera"
    assert english.screen("home/first").body[0].apps[0].label == "Camera"
    assert english.lesson("camera").summary == "カメラをひらきます。"
    assert editions.edition("ja").lesson("camera").title == "カメラ"


def test_each_is_made_once(editions: Editions) -> None:
    assert editions.edition("en") is editions.edition("en")
    assert editions.edition("en").lesson("camera") is editions.edition("en").lesson("camera")
    assert editions.edition("en").city is editions.edition("en").city


def test_only_filled_shelves_are_shown(editions: Editions) -> None:
    assert [shelf.id for shelf in editions.edition("en").shelves()] == ["first-steps"]


def test_unknown_lessons_and_languages_are_told(editions: Editions) -> None:
    with pytest.raises(ContentError, match="nothing"):
        editions.edition("en").lesson("nothing")
    with pytest.raises(SettingsError, match="xx"):
        editions.edition("xx")
