from pathlib import Path

import pytest

from kiosk.errors import SettingsError
from kiosk.i18n.languages import LANGUAGES, available_languages, find_language


def root_with(tmp_path: Path, *codes: str) -> Path:
    for code in codes:
        (tmp_path / "locales" / code / "LC_MESSAGES").mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize(
    ("folders", "offered"),
    [
        ((), ["ja"]),
        (("en",), ["ja", "en"]),
        (("vi", "en", "ja@easy"), ["ja", "ja@easy", "en", "vi"]),
        (("xx", "en_US"), ["ja"]),
    ],
)
def test_a_language_is_offered_when_it_has_translations(
    tmp_path: Path, folders: tuple[str, ...], offered: list[str]
) -> None:
    assert [one.code for one in available_languages(root_with(tmp_path, *folders))] == offered


def test_a_folder_without_catalogues_offers_nothing(tmp_path: Path) -> None:
    (tmp_path / "locales" / "en").mkdir(parents=True)
    assert [one.code for one in available_languages(tmp_path)] == ["ja"]


@pytest.mark.parametrize("code", ["xx", "vi", "EN", "", "../en"])
def test_a_language_that_is_not_offered_is_told_with_those_that_are(tmp_path: Path, code: str) -> None:
    with pytest.raises(SettingsError, match="ja、en"):
        find_language(code, root_with(tmp_path, "en"))


def test_codes_and_names_are_unique() -> None:
    assert len({one.code for one in LANGUAGES}) == len({one.name for one in LANGUAGES}) == len(LANGUAGES)


def test_only_japanese_has_furigana() -> None:
    assert {one.code for one in LANGUAGES if one.ruby} == {"ja", "ja@easy"}
