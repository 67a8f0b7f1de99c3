"""The dictionary of the practice phone's keyboard, made once: every kiosk with folders of its own would spend 8 s on it."""

from pathlib import Path

from kiosk.paths import SHIPPED
from kiosk.text.word_index import build_index, index_file

_KEPT = SHIPPED / ".pytest_cache" / "words-for-tests"


def words_made_before() -> Path:
    """A cache folder that holds them; nobody may change what is in it."""
    if not index_file(_KEPT).exists():  # written whole or not at all
        build_index(_KEPT)
    return _KEPT


def lay_words(cache: Path) -> None:
    """Into the cache folder of a kiosk, by a link."""
    cache.mkdir(parents=True, exist_ok=True)
    (cache / "words").symlink_to(words_made_before() / "words")
