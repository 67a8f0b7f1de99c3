"""The text of a settings file to settings: whatever is sound in it counts, and what is not is named."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.errors import N_, Message
from kiosk.settings import VOICES_HERE, Settings, VoiceCommand, VoiceSettings
from kiosk.settings_table import ENTRIES, fits, hours_agree

_LONGEST = 40
"""Lines that one value may take, where the file is broken."""

_OPENERS = ("[", "{", '"""', "'''")
_BLANK = " \t"
"""All that may stand around a statement: Python knows more kinds of space than TOML."""

_NOISE = "\N{REPLACEMENT CHARACTER}"
_MOST = 500
"""Lines of a broken file that are looked at, each by itself: a minute's work otherwise, at every start."""

_NAMED = 5
"""Line numbers in a sentence."""


class Parsed(NamedTuple):
    """The sound values of a file, and the numbers of its lines that are none."""

    values: Mapping[str, Any]
    broken: tuple[int, ...]


def read_settings(path: Path, text: str) -> tuple[Settings, tuple[Message, ...]]:
    """The settings in the text of a file, and what was wrong with it."""
    parsed = parse(text)
    reader = _Reader(path, [])
    if parsed.broken:
        reader.lost_lines(parsed.broken)
    return reader.settings(parsed.values), tuple(reader.problems)


def parse(text: str) -> Parsed:
    """All values, or where the file as a whole cannot be read, those of every sound line."""
    lines = text.split("\n")
    if _is_sound([text]):
        return Parsed(tomllib.loads(text), ())
    return _salvaged(lines[:_MOST], beyond=range(_MOST + 1, len(lines) + 1))


def _salvaged(lines: Sequence[str], beyond: Sequence[int]) -> Parsed:
    """`beyond` numbers lines that are not looked at. What followed a broken `[table]` would land in another one."""
    kept: list[str] = []
    broken: list[int] = []
    at, lost_table = 0, False
    while at < len(lines):
        line = lines[at].strip(_BLANK)
        if line.startswith("["):
            lost_table = False
        belongs = line.partition("=")[0].strip() in ENTRIES or not (lost_table and line)
        taken = _statement(kept, lines, at) if belongs else 0
        if taken:
            kept += lines[at : at + taken]
        else:
            broken.append(at + 1)
            lost_table = lost_table or line.startswith("[")
        at += taken or 1
    return Parsed(tomllib.loads("\n".join(kept)), (*broken, *beyond))


def _statement(kept: Sequence[str], lines: Sequence[str], at: int) -> int:
    """How many lines from `at` on are a statement that can follow those kept; 0 if none is."""
    line = lines[at].strip(_BLANK)
    if not line or (line.startswith("#") and line.isprintable()):
        return 1
    most = _LONGEST if any(opener in line for opener in _OPENERS) else 1
    for count in range(1, most + 1):
        statement = lines[at : at + count]
        # By itself first: it is a short text, and most of what is tried is none.
        if _is_sound(statement) and _is_sound([*kept, *statement]):
            return count
    return 0


def _is_sound(lines: Sequence[str]) -> bool:
    try:
        tomllib.loads("\n".join(lines))
    except (ValueError, RecursionError):
        return False
    return _NOISE not in lines[-1]


class _Reader(NamedTuple):
    """Takes the values of one file one by one, and writes down those that are wrong."""

    file: Path
    problems: list[Message]

    def settings(self, values: Mapping[str, Any]) -> Settings:
        settings = Settings()
        for name, value in values.items():
            entry = ENTRIES.get(name)
            if name == "voices":
                settings = replace(settings, voices=self._voices(self._table(name, value)))
            elif entry is None:
                self._unknown(name)
            elif not fits(entry, value):
                self._fall_back(name, entry.default)
            else:
                settings = replace(settings, **{name: value})
        return self._with_agreeing_hours(settings)

    def lost_lines(self, numbers: Sequence[int]) -> None:
        named = "、".join(map(str, numbers[:_NAMED])) + ("、…" if len(numbers) > _NAMED else "")
        what = N_("設定ファイル {file} の{lines}行目が読めないので、使いません。書きかたを確かめてください。")
        self.problems.append(Message(what, {"file": self.file, "lines": named}))

    def _with_agreeing_hours(self, settings: Settings) -> Settings:
        if hours_agree(settings.wake, settings.sleep):
            return settings
        what = N_(
            "設定ファイル {file} の「wake」と「sleep」は、両方に別々の時刻を書いてください。画面はいつもつけておきます。"
        )
        self.problems.append(Message(what, {"file": self.file}))
        return replace(settings, wake="", sleep="")

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

    def _fall_back(self, name: str, default: object) -> None:
        what = N_("設定ファイル {file} の「{name}」の値が正しくないので、標準の {default} を使います。")
        self.problems.append(Message(what, {"file": self.file, "name": name, "default": default}))

    def _unknown(self, name: str) -> None:
        what = N_("設定ファイル {file} に、知らない項目「{name}」があります。つづりを確かめてください。")
        self.problems.append(Message(what, {"file": self.file, "name": name}))

    def _useless(self, name: str) -> None:
        what = N_("設定ファイル {file} の「{name}」が正しくないので、使いません。READMEの例を見てください。")
        self.problems.append(Message(what, {"file": self.file, "name": name}))


def _splits(command: str) -> bool:
    """Whether it is a command line: its quotation marks come in pairs, and something stands there."""
    import shlex

    try:
        return bool(shlex.split(command))
    except ValueError:
        return False
