from pathlib import Path

import pytest

from kiosk.errors import ContentError
from kiosk.i18n.catalogues import Catalogue, load_catalogue

HEAD = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)
PO = HEAD + 'msgid "つぎへ"\nmsgstr "Next"\n'


def load(root: Path, po: str | bytes | None = PO, domain: str = "kiosk") -> Catalogue:
    folder = root / "locales" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    if po is not None:
        data = po if isinstance(po, bytes) else po.encode()
        (folder / f"{domain}.po").write_bytes(data)
    return load_catalogue(root, "en", root / "cache")


def compiled(root: Path) -> list[Path]:
    return sorted((root / "cache").rglob("*.mo"))


def test_a_catalogue_is_compiled_once_and_kept(tmp_path: Path) -> None:
    assert load(tmp_path).tr("つぎへ") == "Next"
    (kept,) = compiled(tmp_path)
    before = kept.stat().st_mtime_ns
    assert load(tmp_path).tr("つぎへ") == "Next"
    assert [path.stat().st_mtime_ns for path in compiled(tmp_path)] == [before]
    assert not list((tmp_path / "cache").rglob("*.new"))


def test_a_changed_file_is_seen_at_once(tmp_path: Path) -> None:
    load(tmp_path)
    assert load(tmp_path, PO.replace("Next", "Go on")).tr("つぎへ") == "Go on"


def test_a_cache_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    assert load(tmp_path).tr("つぎへ") == "Next"


@pytest.mark.parametrize(
    "rubbish", [b"", b"\xde\x12", b"rubbish, but longer", b"\xde\x12\x04\x95" + b"\xff" * 40]
)
def test_a_damaged_cache_is_made_again(tmp_path: Path, rubbish: bytes) -> None:
    load(tmp_path)
    compiled(tmp_path)[0].write_bytes(rubbish)
    assert load(tmp_path).tr("つぎへ") == "Next"


@pytest.mark.parametrize(
    "po", ['msgid "open', 'msgid "a"\nmsgstr "b"\nrubbish\n', b'msgid "\xff"\nmsgstr "a"\n', "<html>"]
)
def test_a_broken_file_is_told(tmp_path: Path, po: str | bytes) -> None:
    with pytest.raises(ContentError, match=r"kiosk\.po"):
        load(tmp_path, po)


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "locales" / "en" / "LC_MESSAGES" / "kiosk.po").mkdir(parents=True)
    with pytest.raises(ContentError, match=r"kiosk\.po"):
        load(tmp_path, None)


@pytest.mark.parametrize(
    "entry",
    [
        '#, fuzzy\nmsgid "つぎへ"\nmsgstr "Next"\n',
        'msgid "つぎへ"\nmsgstr ""\n',
        '#~ msgid "つぎへ"\n#~ msgstr "Next"\n',
    ],
)
def test_what_nobody_reviewed_is_shown_in_japanese(tmp_path: Path, entry: str) -> None:
    assert load(tmp_path, HEAD + entry).tr("つぎへ") == "つぎへ"


def test_japanese_and_a_language_without_files_show_the_source(tmp_path: Path) -> None:
    assert load(tmp_path, None).tr("つぎへ") == "つぎへ"
    assert load_catalogue(tmp_path, "ja", tmp_path).tr("{n}を{方|かた}へ", n=2) == "2を{方|かた}へ"


def test_plurals_and_placeholders(tmp_path: Path) -> None:
    po = HEAD + 'msgid "{n}個"\nmsgid_plural "{n}個"\nmsgstr[0] "one"\nmsgstr[1] "{n} of {what}"\n'
    words = load(tmp_path, po)
    assert words.tr_n("{n}個", "{n}個", 1, what="x") == "one"
    assert words.tr_n("{n}個", "{n}個", 3, what="x") == "3 of x"


def test_screens_and_lessons_have_their_own_texts(tmp_path: Path) -> None:
    words = load(tmp_path, PO, "lessons")
    assert (words.tr("つぎへ"), words.lesson_text("つぎへ")) == ("つぎへ", "Next")
