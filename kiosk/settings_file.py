"""Changes the settings file and nothing in it that was not meant: comments, order and unknown keys stay."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.errors import N_, Message, OutputError, SettingsError
from kiosk.files import write_whole
from kiosk.settings import Settings, data_folder, load_settings, settings_file, settings_text
from kiosk.settings_reader import parse
from kiosk.settings_table import (
    ENTRIES,
    GROUPS,
    Amount,
    Choice,
    Entry,
    HourOfDay,
    Name,
    Switch,
    Value,
    bounds,
    fits,
    hours_agree,
)

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

VERSIONS = 20
"""Of the file, kept for undoing."""


class SettingsNow(NamedTuple):
    """The settings in the file, what is wrong with it, and whether a version before it is kept."""

    settings: Settings
    problems: tuple[Message, ...]
    can_undo: bool


class SettingsFile:
    """`history` is a folder for the versions before. Every call takes milliseconds or more: not for the window's thread."""

    def __init__(self, path: Path, history: Path) -> None:
        self.path, self._history = path, history

    @staticmethod
    def here() -> "SettingsFile":
        """That of this terminal."""
        return SettingsFile(settings_file(), data_folder() / "settings-history")

    def read(self) -> SettingsNow:
        return SettingsNow(*load_settings(self.path), bool(self._versions()))

    def change(self, values: Mapping[str, Value]) -> SettingsNow:
        """Write values and keep the version before; without a file, a new one with every setting and its comment.

        A file that cannot be parsed is put aside as `settings.toml.broken-N`, and what is sound in it taken over.
        Raises `SettingsError` for a value out of its bounds, `OutputError`; nothing is changed then.
        """
        self._check(values)
        text = _text(self.path)
        document = _document(text)
        sound = document.as_string()
        for key, value in values.items():
            _put(document, key, value)
        if text not in ("", sound):
            self._put_aside()
        self._keep(sound)
        self._write(document.as_string())
        return self.read()

    def undo(self) -> SettingsNow:
        """The version before, if there is one. What stood in the file is kept beside it as `settings.toml.undone`."""
        versions = self._versions()
        if versions:
            before = _text(versions[-1])
            if now := _text(self.path):
                write_whole(self.path.with_name(f"{self.path.name}.undone"), now.encode())
            self._write(before)
            with suppress(OSError):
                versions[-1].unlink()
        return self.read()

    def write_default(self) -> bool:
        """Write a file of all settings with their comments where there is none; False where there is one."""
        if self.path.exists():
            return False
        self._write(default_text())
        return True

    def _check(self, values: Mapping[str, Value]) -> None:
        for key, value in values.items():
            check(key, value)
        if values.keys() & {"wake", "sleep"}:
            now, _ = load_settings(self.path)
            if not hours_agree(str(values.get("wake", now.wake)), str(values.get("sleep", now.sleep))):
                raise SettingsError(
                    N_("「wake」と「sleep」は、両方に別々の時刻を入れるか、両方を空にしてください。")
                )

    def _write(self, text: str) -> None:
        write_whole(self.path, text.encode(), make_folder=True)

    def _put_aside(self) -> None:
        """As it is, byte for byte, under a name that is free."""
        names = (self.path.with_name(f"{self.path.name}.broken-{n}") for n in range(1, 10_000))
        write_whole(next(name for name in names if not name.exists()), self.path.read_bytes())

    def _versions(self) -> list[Path]:
        """The oldest first."""
        return sorted(self._history.glob("[0-9]*.toml"), key=_number)

    def _keep(self, text: str) -> None:
        versions = self._versions()
        number = _number(versions[-1]) + 1 if versions else 1
        write_whole(self._history / f"{number:06}.toml", text.encode(), make_folder=True)
        for old in versions[: -(VERSIONS - 1)]:
            with suppress(OSError):
                old.unlink()


def default_text() -> str:
    """A file of every setting with its default; above each what it is and what it may be."""
    blocks = ["# まなびキオスクの設定 / Settings of Manabi Kiosk"]
    for group in GROUPS:
        for entry in group.entries:
            line = f"{entry.key} = {as_toml(entry.default)}"
            blocks.append(f"# {_comment(entry)}\n{line}")
    return "\n\n".join(blocks) + "\n"


def check(key: str, value: Value) -> None:
    """Raises `SettingsError`, one sentence, unless the setting exists and may have this value."""
    entry = ENTRIES.get(key)
    if entry is None:
        raise SettingsError(N_("設定「{name}」はありません。つづりを確かめてください。"), name=key)
    if fits(entry, value):
        return
    match entry.kind:
        case Amount(low, high):
            what = N_("「{name}」は、{low}から{high}までの数にしてください。")
            raise SettingsError(what, name=key, low=f"{low}", high=f"{high}")
        case Choice(options):
            what = N_("「{name}」は、次から選んでください：{options}。")
            raise SettingsError(what, name=key, options="、".join(options))
        case HourOfDay():
            raise SettingsError(N_("「{name}」は、08:30のような時刻にしてください。"), name=key)
        case Switch():
            raise SettingsError(N_("「{name}」は、trueかfalseにしてください。"), name=key)
        case Name():
            raise SettingsError(N_("「{name}」は、文字で書いてください。"), name=key)


def _text(path: Path) -> str:
    """Empty without a file. Raises `OutputError` for one that cannot be read: it must not be written over."""
    try:
        return settings_text(path)
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise OutputError(
            N_("設定ファイル {file} が読めないので、変えられません（{detail}）。"),
            file=path,
            detail=error.strerror or error,
        ) from error


def _document(text: str) -> "TOMLDocument":
    """The text to change: just as it stands, or what is sound in it under the usual comments."""
    import tomlkit

    parsed = parse(text)
    if text and not parsed.broken:
        with suppress(ValueError):  # the two libraries may differ about a file
            return tomlkit.parse(text)
    document = tomlkit.parse(default_text())
    for key, value in parsed.values.items():
        document[key] = value
    return document


def _put(document: "TOMLDocument", key: str, value: Value) -> None:
    """A key that is new gets its comment beside it; an old one keeps its own."""
    import tomlkit

    item = tomlkit.item(_plain(value))
    if key not in document:
        item.comment(_comment(ENTRIES[key]))
    document[key] = item


def as_toml(value: Value) -> str:
    """As it stands in the file."""
    import tomlkit

    return tomlkit.item(_plain(value)).as_string()


def _plain(value: Value) -> Value:
    """500 rather than 500.0: the file is for people."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _comment(entry: Entry) -> str:
    return f"{entry.comment} {bounds(entry)}".rstrip()


def _number(version: Path) -> int:
    return int(version.stem)
