"""This terminal's settings: a commented TOML file that the operator may edit, or nothing at all.

A wrong value falls back to its default and is reported; it never stops the kiosk.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.errors import N_, Message

VOICES_HERE = ("recorded", "openjtalk", "system")
"""Voices every terminal knows by name: recordings in the lessons, Open JTalk, the system's own voices."""


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


_BOUNDS = {
    "viewing_distance": (300, 1500),
    "screen_inches": (0, 120),
    "speech_speed": (0.5, 2.0),
    "prints_per_visit": (1, 50),
    "prints_per_hour": (1, 1000),
    "volume": (1, 5),
    "idle_minutes": (0.5, 30),
    "question_seconds": (30, 300),
    "usage_months": (1, 120),
}
_CHOICES = {"paper": PAPERS}


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
    import platformdirs

    return Path(platformdirs.user_runtime_dir("manabi-kiosk"))


def load_settings(path: Path) -> tuple[Settings, tuple[Message, ...]]:
    """The settings in a file and what was wrong with it; a missing file is all defaults."""
    try:
        values = _parsed(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError, RecursionError) as error:
        what = N_("設定ファイル {file} が読めないので、標準の設定で動きます（{detail}）。")
        return Settings(), (Message(what, {"file": path, "detail": error}),)
    reader = _Reader(path, [])
    return reader.settings(values), tuple(reader.problems)


def _parsed(text: str) -> dict[str, Any]:
    """Most terminals have no such file, and need no time for its language. Raises `ValueError`."""
    import tomllib

    return tomllib.loads(text)


class _Reader(NamedTuple):
    """Takes the values of one file one by one, and writes down those that are wrong."""

    file: Path
    problems: list[Message]

    def settings(self, values: Mapping[str, Any]) -> Settings:
        settings = Settings()
        for name, value in values.items():
            default = vars(settings).get(name)
            if default is None:
                self._unknown(name)
            elif isinstance(default, VoiceSettings):
                settings = replace(settings, voices=self._voices(self._table(name, value)))
            elif not _fits(name, value):
                what = N_(
                    "設定ファイル {file} の「{name}」の値が正しくないので、標準の {default} を使います。"
                )
                self.problems.append(Message(what, {"file": self.file, "name": name, "default": default}))
            else:
                settings = replace(settings, **{name: value})
        return settings

    def _voices(self, table: Mapping[str, object]) -> VoiceSettings:
        for name in table.keys() - {"ranking", "commands"}:
            self._unknown(f"voices.{name}")
        commands: dict[str, VoiceCommand] = {}
        for name, entry in self._table("voices.commands", table.get("commands", {})).items():
            if command := self._command(f"voices.commands.{name}", entry):
                commands[name] = command
        known = {*VOICES_HERE, *commands}
        ranking: dict[str, tuple[str, ...]] = {}
        for language, value in self._table("voices.ranking", table.get("ranking", {})).items():
            names = self._words(f"voices.ranking.{language}", value)
            if names and known.issuperset(names):
                ranking[language] = names
            elif names:
                self._useless(f"voices.ranking.{language}")
        return VoiceSettings(ranking, commands)

    def _command(self, name: str, entry: object) -> VoiceCommand | None:
        if not isinstance(entry, dict):
            self._useless(name)
            return None
        table: dict[str, object] = entry
        for key in table.keys() - {"command", "languages", "kana"}:
            self._unknown(f"{name}.{key}")
        command, kana = table.get("command"), table.get("kana", False)
        if not isinstance(command, str) or not _splits(command) or name.rpartition(".")[2] in VOICES_HERE:
            self._useless(f"{name}.command")
            return None
        if not isinstance(kana, bool):
            self._useless(f"{name}.kana")
        languages = self._words(f"{name}.languages", table.get("languages"))
        return VoiceCommand(command, languages, kana is True) if languages else None

    def _table(self, name: str, value: object) -> Mapping[str, object]:
        if isinstance(value, dict):
            return value
        self._useless(name)
        return {}

    def _words(self, name: str, value: object) -> tuple[str, ...]:
        words = tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()
        if not isinstance(value, list) or not words or len(words) < len(value):
            self._useless(name)
            return ()
        return words

    def _unknown(self, name: str) -> None:
        what = N_("設定ファイル {file} に、知らない項目「{name}」があります。つづりを確かめてください。")
        self.problems.append(Message(what, {"file": self.file, "name": name}))

    def _useless(self, name: str) -> None:
        what = N_("設定ファイル {file} の「{name}」が正しくないので、使いません。READMEの例を見てください。")
        self.problems.append(Message(what, {"file": self.file, "name": name}))


def _fits(name: str, value: object) -> bool:
    default = getattr(Settings(), name)
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, int | float):
        low, high = _BOUNDS[name]
        kinds = int | float if isinstance(default, float) else int
        return isinstance(value, kinds) and low <= value <= high
    return isinstance(value, str) and value in _CHOICES.get(name, (value,))


def _splits(command: str) -> bool:
    """Whether it is a command line: its quotation marks come in pairs, and something stands there."""
    import shlex

    try:
        return bool(shlex.split(command))
    except ValueError:
        return False
