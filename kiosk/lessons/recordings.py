"""Recordings that staff put beside a lesson: `lessons/<lesson>/recordings/<language>/<fingerprint> any words.wav`.

A recording belongs to a line by the line's fingerprint. Who changes the text or a reading changes the
fingerprint, so an old recording can never say something else than the screen shows.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from kiosk.errors import N_
from kiosk.lessons.wav import Wav, WavError, read_wav
from kiosk.text.ruby import RubyText, Segment, plain

_NAME = re.compile(r"([0-9a-f]{8})(?![0-9a-z]).*\.wav", re.IGNORECASE)
_MOST_BYTES = 64 * 1024 * 1024


def fingerprint(line: RubyText) -> str:
    """8 hexadecimal digits for a line's text and what is heard of it; spaces around it do not count."""
    heard = "".join(segment.heard or segment.base for segment in line)
    return hashlib.sha256(f"{plain(line).strip()}\n{heard.strip()}".encode()).hexdigest()[:8]


def lines(text: RubyText) -> Iterator[RubyText]:
    """A text's lines, as they are recorded and spoken, without those that have nothing to say."""
    line: list[Segment] = []
    for segment in (*text, Segment("\n")):
        first, *others = segment.base.split("\n") if not segment.heard else [segment.base]
        line += [segment] if not others else [Segment(first)]
        for other in others:
            if any(character.isalnum() for character in plain(line)):
                yield tuple(line)
            line = [Segment(other)]


def recording_files(lessons: Path, language: str) -> tuple[Path, ...]:
    """Every file in the folders for recordings of a language, sorted, whatever its name."""
    folders = [folder for folder in lessons.glob("*/recordings/*/") if folder.name == language]
    files = (file for folder in folders for file in folder.iterdir())
    return tuple(sorted(file for file in files if not file.name.startswith(".")))


def named_fingerprint(file: Path) -> str | None:
    """The fingerprint a file's name begins with; None for a name that no recording can have."""
    match = _NAME.fullmatch(file.name)
    return match[1].lower() if match else None


def recordings(lessons: Path, language: str) -> dict[str, Path]:
    """The recordings of a language by fingerprint; of several for one line the last by name."""
    named = ((named_fingerprint(file), file) for file in recording_files(lessons, language))
    return {name: file for name, file in named if name}


def read_recording(file: Path) -> Wav:
    """Raises `WavError` for a file that is no usable WAV, was copied only half, or cannot be read."""
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise WavError(N_("ファイルが大きすぎます（64 MBまで）。一つの文だけを録音してください。"))
        wav = read_wav(file.read_bytes())
    except OSError as error:
        raise WavError(N_("ファイルが読めません。読む権限があるかを確かめてください。")) from error
    if not wav.complete:
        raise WavError(N_("ファイルが途中で切れています。もう一度コピーしてください。"))
    return wav
