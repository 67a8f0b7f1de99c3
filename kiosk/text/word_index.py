"""Words by their reading, for converting kana: made from the analyser's dictionary, kept in the cache.

Reading the dictionary takes seconds: not on a thread that people wait for. Looking words up takes microseconds.
"""

import logging
import mmap
import sqlite3
import struct
from contextlib import closing, suppress
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from kiosk.another_process import run_kiosk
from kiosk.errors import N_, SettingsError
from kiosk.files import write_whole

_FORMAT = "1"
"""Counts up whenever what is kept of the dictionary changes."""

_HEAD = 72
_PATIENCE_S = 120
_MOST_WORDS = 14
_TABLE = """CREATE TABLE entry (reading TEXT, cost INT, word TEXT, before INT, behind INT,
    PRIMARY KEY (reading, cost, word, before, behind)) WITHOUT ROWID"""

log = logging.getLogger(__name__)


class Entry(NamedTuple):
    """A way to write a reading. `cost`: less is commoner. `before` and `behind`: what it is to its neighbours."""

    word: str
    cost: int
    before: int
    behind: int


class WordIndex:
    """The words of the index in a cache folder; knows none as long as there is no sound one."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._file: sqlite3.Connection | None = None

    def find(self, reading: str) -> tuple[Entry, ...]:
        """Words with exactly this reading in hiragana, the commonest first."""
        try:
            self._file = self._file or _opened(index_file(self._cache))
            query = "SELECT word, cost, before, behind FROM entry WHERE reading = ? LIMIT ?"
            return tuple(map(Entry._make, self._file.execute(query, (reading, _MOST_WORDS))))
        except (SettingsError, sqlite3.OperationalError):
            self.close()
        except sqlite3.DatabaseError:
            self.close()
            _remove_damaged(index_file(self._cache))
        return ()

    def joint(self, behind: int, before: int) -> int:
        """What it costs that two words stand side by side; 0 is the beginning and the end of a phrase."""
        width, costs = self._joints
        return costs[behind + width * before] if costs else 0

    def close(self) -> None:
        if self._file:
            self._file.close()
        self._file = None

    @cached_property
    def _joints(self) -> tuple[int, memoryview | None]:
        """MeCab's `matrix.bin`: two sizes, then a 16-bit cost for every pair."""
        try:
            with dictionary_file().with_name("matrix.bin").open("rb") as stream:
                view = memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
        except (SettingsError, OSError):
            return 0, None
        return struct.unpack_from("<H", view)[0], view[4:].cast("h")


def dictionary_file() -> Path:
    """Open JTalk's dictionary. Raises `SettingsError` where it is not installed."""
    found = find_spec("pyopenjtalk")
    for folder in (found.submodule_search_locations or ()) if found else ():
        file = Path(folder) / "dictionary" / "sys.dic"
        if file.exists():
            return file
    raise SettingsError(
        N_("日本語の読みを調べる {name} がありません。入れなおしてください。"), name="pyopenjtalk-plus"
    )


def index_file(cache: Path) -> Path:
    """Where this dictionary's index belongs; the head of the dictionary holds the sizes of all its parts."""
    dictionary = dictionary_file()
    with dictionary.open("rb") as stream:
        head = stream.read(_HEAD)
    content = f"{_FORMAT} {dictionary.stat().st_size} ".encode() + head
    return cache / "words" / f"{crc32(content):08x}.sqlite"


def build_index(cache: Path) -> bool:
    """Make the index unless a sound one is there; whether it was made. Takes seconds: for a moment when nobody waits.

    Raises `SettingsError` without the dictionary, `OutputError` where the cache cannot be written.
    """
    file = index_file(cache)
    if _sound(file):
        return False
    if file.exists():
        log.warning("the index of words is damaged and is made again")
    write_whole(file, _index_of(dictionary_file()), make_folder=True, lasting=False)
    for old in file.parent.glob("*.sqlite"):
        if old != file:
            with suppress(OSError):
                old.unlink()
    return True


def build_in_another_process(cache: Path) -> None:
    """Make the index if there is no whole one, without its 200 MB in this process. What fails is logged."""
    if not _whole(index_file(cache)):
        run_kiosk("readings", "keyboard", patience_s=_PATIENCE_S)


def _opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _whole(file: Path) -> bool:
    """Found at once, by its size and its first entry: `_sound` takes seconds."""
    try:
        with closing(_opened(file)) as index:
            pages, page_size = (index.execute(f"PRAGMA page_{of}").fetchone()[0] for of in ("count", "size"))
            filled = index.execute("SELECT 1 FROM entry LIMIT 1").fetchone()
        return bool(filled) and pages * page_size == file.stat().st_size
    except (OSError, sqlite3.Error):
        return False


def _remove_damaged(file: Path) -> None:
    """The next start makes it again."""
    log.warning("the index of words is damaged and is removed")
    with suppress(OSError):
        file.unlink(missing_ok=True)


def _sound(file: Path) -> bool:
    """Every page of it is looked at."""
    try:
        with closing(_opened(file)) as index:
            return _whole(file) and index.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except sqlite3.Error:
        return False


def _index_of(dictionary: Path) -> bytes:
    from kiosk.text.word_source import dictionary_words

    with closing(sqlite3.connect(":memory:")) as index:
        index.execute(_TABLE)
        index.executemany("INSERT OR IGNORE INTO entry VALUES (?, ?, ?, ?, ?)", dictionary_words(dictionary))
        index.commit()
        return index.serialize()
