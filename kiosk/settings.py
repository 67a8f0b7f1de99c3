"""This terminal's settings: a commented TOML file that the operator may edit, or nothing at all.

A wrong value falls back to its default and is reported; it never stops the kiosk.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from kiosk.errors import N_, Message

VOICES_HERE = ("recorded", "openjtalk", "system")
"""Voices every terminal knows by name: recordings in the lessons, Open JTalk, the system's own voices."""

LONGEST_FILE = 64 * 1024
"""Bytes of a settings file that are read: one that something else was written into may be endless."""

PAPERS = ("a4", "a5", "receipt80", "receipt58")


class VoiceCommand(NamedTuple):
    """A program outside that speaks: `[voices.commands.NAME]`.

    The text comes on its standard input, or where `{text}` stands; the WAV goes to its standard output, or into
    the file `{wav}`. `kana` gives it Japanese as it is heard, in kana.
    """

    command: str
    languages: tuple[str, ...]
    kana: bool = False


@dataclass(frozen=True)
class VoiceSettings:
    """`[voices]`: for a language, the names of its voices, best first; and what the commands among them are."""

    ranking: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    commands: Mapping[str, VoiceCommand] = field(default_factory=dict)


@dataclass(frozen=True)
class Settings:
    """Defaults suit a 24 inch terminal; lengths in millimetres unless the name says otherwise."""

    language: str = "ja"
    viewing_distance: float = 500.0
    screen_inches: float = 0.0
    """Diagonal of the screen; 0 asks the screen itself."""
    animations: bool = True
    read_aloud: bool = True
    speech_speed: float = 1.0
    printer: str = ""
    """A print queue, empty for the system's default; or a receipt printer: network:…, usb:…, serial:…."""
    paper: str = "a4"
    prints_per_visit: int = 3
    prints_per_hour: int = 30
    volume: int = 3
    """Of the voice when a visit begins; a resident may change it (1 to 5)."""
    idle_minutes: float = 3.0
    """Without a touch for so long, the resident is asked whether they are still there."""
    question_seconds: int = 60
    """How long that question waits for a touch before the visit ends."""
    wake: str = ""
    sleep: str = ""
    """Hours of the day, HH:MM, between which the screen is lit; both empty: always."""
    count_usage: bool = True
    usage_months: int = 24
    """Counts older than that are deleted."""
    shuffle_pin: bool = False
    """Whether the keypad for the PIN of staff has its digits in another order each time."""
    voices: VoiceSettings = VoiceSettings()


def settings_file() -> Path:
    import platformdirs

    return Path(platformdirs.user_config_dir("manabi-kiosk")) / "settings.toml"


def cache_folder() -> Path:
    """Where things that can be made again are kept."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("manabi-kiosk"))


def data_folder() -> Path:
    """Where things that nobody can make again are kept: the PIN of staff, the usage counts."""
    import platformdirs

    return Path(platformdirs.user_data_dir("manabi-kiosk"))


def runtime_folder() -> Path:
    """Kept in memory only, and gone when the terminal is switched off: the place of the present visit, locks."""
    if not sys.platform.startswith("linux"):
        import platformdirs

        return Path(platformdirs.user_runtime_dir("manabi-kiosk"))
    if told := os.environ.get("XDG_RUNTIME_DIR"):
        return Path(told, "manabi-kiosk")
    session = Path(f"/run/user/{os.getuid()}")
    return session / "manabi-kiosk" if session.is_dir() else Path(f"/dev/shm/manabi-kiosk-{os.getuid()}")


def load_settings(path: Path) -> tuple[Settings, tuple[Message, ...]]:
    """The settings in a file and what was wrong with it; a missing file is all defaults."""
    try:
        text = settings_text(path)
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        what = N_("設定ファイル {file} が読めないので、標準の設定で動きます（{detail}）。")
        return Settings(), (Message(what, {"file": path, "detail": error.strerror or error}),)
    # Most terminals have no such file, and need no time for its language.
    from kiosk.settings_reader import read_settings

    return read_settings(path, text)


def settings_text(path: Path) -> str:
    """What stands in the file; noise in place of letters becomes letters that no value may have. Raises `OSError`."""
    with path.open("rb") as file:
        return file.read(LONGEST_FILE).decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
