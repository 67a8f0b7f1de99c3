"""The readings of every Japanese text of the kiosk, worked out once and kept.

`lessons/readings-reviewed.txt` is shipped, and people look at its changes. A terminal whose staff changed the
lexicon or the lessons works them out again, in a moment when nobody waits, and keeps them in its cache.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.another_process import run_kiosk
from kiosk.files import write_whole
from kiosk.i18n.texts import texts
from kiosk.lessons.library import Library, content_files
from kiosk.text.readings import Readings, read_lines, reading_line

if TYPE_CHECKING:
    from kiosk.text.reader import Reader

_LEARNING_S = 300
_EXPLAINED = (
    "# よみの一覧です。「kiosk readings update」が書きます。手で直さないでください。\n"
    "# 読みを直すときは、文の中に {漢字|かんじ} と書くか、lessons/readings.yaml に言葉を書きます。"
)


def reviewed_file(root: Path) -> Path:
    return root / "lessons" / "readings-reviewed.txt"


def japanese_texts(root: Path, library: Library) -> Iterator[str]:
    """Every Japanese text of lessons, phone, city and screens, in this order; some come twice."""
    yield from content_texts(library)
    yield from _screen_texts(root)


def content_texts(library: Library) -> Iterator[str]:
    for _file, content in content_files(library):
        for _key, text in texts(content):
            yield str(text)


def _screen_texts(root: Path) -> Iterator[str]:
    """The kiosk's own sentences: every translators' file lists them all, so one is enough."""
    from babel.messages.pofile import read_po

    for file in sorted((root / "locales").glob("*/LC_MESSAGES/kiosk.po"))[:1]:
        with file.open("rb") as stream:
            for message in read_po(stream):
                if message.id:
                    yield message.id if isinstance(message.id, str) else message.id[0]


def load_readings(root: Path, library: Library, cache: Path) -> Readings:
    """What is known with this lexicon: the shipped list and what this terminal keeps."""
    known = _known(_kept_file(cache, library), library) | _known(reviewed_file(root), library)
    return Readings(library.lexicon, known)


def learn_readings(root: Path, library: Library, cache: Path) -> None:
    """Read what nobody has read yet, and keep it. Takes seconds; raises `SettingsError` without the analyser."""
    missing = load_readings(root, library, cache).missing(japanese_texts(root, library))
    if missing:
        file = _kept_file(cache, library)
        lines = [*_known_lines(file, library), *_lines(missing, reader_for(library))]
        write_whole(file, _text(library, lines), make_folder=True, lasting=False)


def update_readings(root: Path, library: Library) -> None:
    """Write the reviewed file anew. Raises `OutputError`, or `SettingsError` without the analyser."""
    every = dict.fromkeys(japanese_texts(root, library))
    write_whole(reviewed_file(root), _text(library, _lines(every, reader_for(library))))


def reader_for(library: Library) -> "Reader":
    from kiosk.text.analyser import JapaneseAnalyser
    from kiosk.text.reader import Reader

    return Reader(library.lexicon, JapaneseAnalyser())


def _lines(wanted: Iterable[str], reader: "Reader") -> list[str]:
    return [reading_line(text, reader.read(text)) for text in wanted]


def _text(library: Library, lines: Iterable[str]) -> bytes:
    from kiosk.text.analyser import analyser_version

    return ("\n".join([_head(library), f"# {analyser_version()}", _EXPLAINED, *lines]) + "\n").encode()


def _head(library: Library) -> str:
    """What the readings depend on. The analyser is only named: asking for its version costs 4 MiB."""
    return f"# lexicon {library.lexicon.fingerprint}"


def _kept_file(cache: Path, library: Library) -> Path:
    return cache / "readings" / f"{library.lexicon.fingerprint}.txt"


def _known(file: Path, library: Library) -> dict[str, str]:
    return dict(read_lines(_known_lines(file, library)))


def _known_lines(file: Path, library: Library) -> list[str]:
    """The lines of a file of readings, none if it is missing, unreadable or made with another lexicon."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    return [line for line in lines if not line.startswith("# ")] if lines[:1] == [_head(library)] else []


def learn_in_another_process(root: Path, library: Library, cache: Path) -> dict[str, str]:
    """What `learn_readings` finds, without its 250 MB in this process. Takes seconds; what fails is logged."""
    run_kiosk("readings", "learn", "--data", str(root), patience_s=_LEARNING_S)
    return _known(_kept_file(cache, library), library)
