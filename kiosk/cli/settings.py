"""The sub-command for this terminal's settings."""

import argparse
import sys
from typing import TYPE_CHECKING

from kiosk.cli.common import console
from kiosk.errors import N_, Message
from kiosk.settings import data_folder, settings_file

if TYPE_CHECKING:
    from kiosk.settings_file import SettingsNow


def settings(options: argparse.Namespace) -> int:
    from kiosk.settings_file import SettingsFile

    path = settings_file()
    file = SettingsFile(path, data_folder() / "settings-history")
    match options.action:
        case "write-default" if file.write_default():
            _say(Message(N_("標準の設定を {file} に書きました。"), {"file": path}))
        case "write-default":
            _say(Message(N_("設定ファイル {file} はもうあるので、何もしませんでした。"), {"file": path}))
        case "undo":
            _show(file.undo())
        case _:
            _show(file.read())
    return 0


def _show(now: "SettingsNow") -> None:
    from kiosk.settings_table import ENTRIES

    for key in ENTRIES:
        sys.stdout.write(f"{key} = {getattr(now.settings, key)!r}\n")
    for problem in now.problems:
        _say(problem)


def _say(message: Message) -> None:
    sys.stdout.write(message.text(console()) + "\n")
