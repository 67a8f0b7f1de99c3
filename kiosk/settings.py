"""This terminal's settings: a commented TOML file that the operator may edit, or nothing at all.

A wrong value falls back to its default and is reported; it never stops the kiosk.
"""

import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path

from kiosk.errors import N_, Message


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
    """Name of the print queue; empty is the system's default."""


_BOUNDS = {"viewing_distance": (300, 1500), "screen_inches": (0, 120), "speech_speed": (0.5, 2.0)}


def settings_file() -> Path:
    import platformdirs

    return Path(platformdirs.user_config_dir("manabi-kiosk")) / "settings.toml"


def cache_folder() -> Path:
    """Where things that can be made again are kept."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("manabi-kiosk"))


def load_settings(path: Path) -> tuple[Settings, tuple[Message, ...]]:
    """The settings in a file and what was wrong with it; a missing file is all defaults."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError, RecursionError) as error:
        what = N_("設定ファイル {file} が読めないので、標準の設定で動きます（{detail}）。")
        return Settings(), (Message(what, {"file": path, "detail": error}),)
    settings, problems = Settings(), []
    known = {field.name: field for field in fields(Settings)}
    for name, value in values.items():
        if name not in known:
            what = N_("設定ファイル {file} に、知らない項目「{name}」があります。つづりを確かめてください。")
            problems.append(Message(what, {"file": path, "name": name}))
        elif not _fits(name, value):
            what = N_("設定ファイル {file} の「{name}」の値が正しくないので、標準の {default} を使います。")
            default = getattr(settings, name)
            problems.append(Message(what, {"file": path, "name": name, "default": default}))
        else:
            settings = replace(settings, **{name: value})
    return settings, tuple(problems)


def _fits(name: str, value: object) -> bool:
    default = getattr(Settings(), name)
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, float):
        low, high = _BOUNDS[name]
        return isinstance(value, int | float) and low <= value <= high
    return isinstance(value, str)
