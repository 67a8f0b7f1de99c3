"""Every file that is shipped, emptied, cut short or replaced by noise, one at a time: it costs itself and is named."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.draw import palette
from kiosk.draw.font_files import font_files
from kiosk.draw.icons import whole_svg
from kiosk.errors import ContentError
from kiosk.i18n.edition import Editions
from kiosk.i18n.readings import content_texts
from kiosk.lessons.wav import read_wav
from kiosk.paths import ASSETS, SHIPPED
from kiosk.speech.chime import CALL, Chime
from tests.faults.damages import DAMAGES

NEEDED = {"city.yaml", "shelves.yaml", "phone-words.yaml"}
"""Without one of these nothing can be shown."""

MADE_AGAIN = {"readings-reviewed.txt"}
"""The kiosk works it out again, while nobody waits."""

LEAST_LESSONS = 5
"""The home screen of the practice phone is what most lessons share."""


@pytest.fixture(params=DAMAGES)
def damage(request):
    return DAMAGES[request.param]


@pytest.fixture(scope="module")
def tree(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("tree")
    for name in ("lessons", "locales"):
        shutil.copytree(SHIPPED / name, root / name, ignore=shutil.ignore_patterns("schema", "*.md"))
    return root


@contextmanager
def damaged(file: Path, damage: Callable[[bytes], bytes]) -> Iterator[None]:
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    yield
    file.write_bytes(whole)


def named_by(tree: Path) -> set[str]:
    """Open everything in every language; the names of the files that something is wrong with."""
    editions = Editions(tree, tree / "cache")
    library = editions.library
    editions.readings.missing(content_texts(library))
    for language in editions.languages:
        edition = editions.edition(language.code)
        assert edition.shelves() and edition.city and edition.phone_words
        assert len([edition.lesson(name) for name in library.lessons]) >= LEAST_LESSONS
    faults = {str(message.values["file"]) for message in editions.faults}
    return faults | {str(problem.file) for problem in library.problems}


def is_named(file: Path, tree: Path) -> bool:
    try:
        return any(file.match(name) for name in named_by(tree))
    except ContentError as error:
        assert file.name in NEEDED
        return file.name in str(error)


def is_cut_between_translations(file: Path) -> bool:
    """Then the rest is read, and what is missing is shown in Japanese."""
    return file.suffix == ".po" and file.stat().st_size > 0


@pytest.mark.timeout(120)
def test_content_is_named_and_the_rest_goes_on(tree, damage):
    files = [file for file in tree.rglob("*") if file.is_file() and "cache" not in file.parts]
    assert len(files) > 40
    unnamed = []
    for file in files:
        with damaged(file, damage):
            if not is_named(file, tree) and not is_cut_between_translations(file):
                unnamed.append(file.name)
    assert set(unnamed) <= MADE_AGAIN


def test_a_language_without_translations_is_not_offered(tree):
    with damaged(tree / "locales" / "en" / "LC_MESSAGES" / "kiosk.po", DAMAGES["noise"]):
        editions = Editions(tree, tree / "cache")
        assert [language.code for language in editions.languages] == ["ja"]
        assert editions.catalogue("en").tr("つぎへ") == "つぎへ"


def test_colours_and_sizes(tmp_path, damage, monkeypatch):
    theme = tmp_path / "theme.toml"
    theme.write_bytes(damage(palette.THEME.read_bytes()))
    monkeypatch.setattr(palette, "THEME", theme)
    with pytest.raises(ContentError, match=r"theme\.toml"):
        palette.theme_values.__wrapped__()


def test_fonts(tmp_path, damage):
    for file, whole in font_files():
        assert whole
        (tmp_path / file.name).write_bytes(damage(file.read_bytes()))
    assert [whole for _, whole in font_files(tmp_path)] == [False, False]
    assert [whole for _, whole in font_files(tmp_path / "no folder")] == [False, False]


def test_icons(tmp_path, damage):
    icons = [file for file in sorted((ASSETS / "icons").rglob("*.svg")) if whole_svg(file)]
    assert len(icons) > 80
    for icon in icons:
        (tmp_path / icon.name).write_bytes(damage(icon.read_bytes()))
        assert whole_svg(tmp_path / icon.name) == ""


def test_the_chime(qtbot, tmp_path, damage):
    file = tmp_path / "call.wav"
    file.write_bytes(damage(CALL.read_bytes()))
    chime = Chime(None, file)
    unheard: list[bool] = []
    chime.unheard.connect(lambda: unheard.append(True))
    chime.ring()
    chime.stop()
    assert unheard or not read_wav(file.read_bytes()).complete


def test_without_any_lesson_there_is_a_sentence(tree):
    library = Editions(tree, tree / "cache").library
    library.require_any()
    with pytest.raises(ContentError, match="一つもありません"):
        replace(library, lessons={}, free=()).require_any()
