"""Every file that the kiosk makes for itself, damaged in every way: it is never fatal, and it is made again."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.i18n.catalogues import load_catalogue
from kiosk.i18n.readings import learn_readings, load_readings
from kiosk.lessons.library import load_library
from kiosk.paths import SHIPPED
from kiosk.speech.cache import SoundCache
from kiosk.speech.sound import Mark, Sound
from kiosk.text import word_index
from kiosk.text.word_index import WordIndex, build_in_another_process, index_file
from tests.builders import lesson_values, write_data
from tests.faults.damages import FINER_DAMAGES
from tests.words import words_made_before


@pytest.fixture(params=FINER_DAMAGES)
def damage(request: pytest.FixtureRequest) -> Callable[[Path], None]:
    def do(file: Path) -> None:
        file.write_bytes(FINER_DAMAGES[request.param](file.read_bytes()))

    return do


def only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_translations(tmp_path, damage):
    sound = load_catalogue(SHIPPED, "en", tmp_path).tr("つぎへ")
    for file in (tmp_path / "catalogues").iterdir():
        whole = file.read_bytes()
        damage(file)
        assert load_catalogue(SHIPPED, "en", tmp_path).tr("つぎへ") == sound
        assert file.read_bytes() == whole


def test_readings(tmp_path, damage):
    root = write_data(tmp_path / "data", {"camera": lesson_values(title="海の窓口で魚を食べる")})
    library = load_library(root)
    learn_readings(root, library, tmp_path)
    whole = only_file(tmp_path / "readings").read_bytes()
    damage(only_file(tmp_path / "readings"))
    load_readings(root, library, tmp_path)
    learn_readings(root, library, tmp_path)
    assert set(only_file(tmp_path / "readings").read_bytes().splitlines()) >= set(whole.splitlines())


def test_sounds(tmp_path, damage):
    cache, sound = SoundCache(tmp_path / "sound"), Sound(bytes(400), 24_000, (Mark(0, 1, 0.0),))
    cache.put("key", sound)
    damage(tmp_path / "sound" / "key")
    assert cache.get("key") in (None, sound)
    cache.put("key", sound)
    assert cache.get("key") == sound


@pytest.fixture
def damaged_index(tmp_path, damage) -> Path:
    file = index_file(tmp_path)
    file.parent.mkdir()
    shutil.copy(index_file(words_made_before()), file)
    damage(file)
    return tmp_path


def test_words(damaged_index):
    """What is not seen at the start is seen at the first question, and then made again at the next start."""
    words = WordIndex(damaged_index)
    assert words.find("でんわ") in ((), WordIndex(words_made_before()).find("でんわ"))
    words.close()


def test_words_are_made_again(damaged_index, monkeypatch):
    wished = []
    monkeypatch.setattr(word_index, "run_kiosk", lambda *words, patience_s: wished.append(words))
    WordIndex(damaged_index).find("でんわ")
    build_in_another_process(damaged_index)
    assert wished == [("readings", "keyboard")] or WordIndex(damaged_index).find("でんわ")
