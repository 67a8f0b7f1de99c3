"""The sub-command for this terminal's settings."""

import argparse
import sys
from typing import TYPE_CHECKING

from kiosk.cli.common import complain, tell
from kiosk.errors import N_, Message

if TYPE_CHECKING:
    from kiosk.settings_file import SettingsNow


def settings(options: argparse.Namespace) -> int:
    from kiosk.settings_file import SettingsFile

    file = SettingsFile.here()
    match options.action:
        case "write-default" if file.write_default():
            tell(Message(N_("標準の設定を {file} に書きました。"), {"file": file.path}))
        case "write-default":
            tell(Message(N_("設定ファイル {file} はもうあるので、何もしませんでした。"), {"file": file.path}))
        case "undo":
            _show(file.undo())
        case _:
            _show(file.read())
    return 0


def _show(now: "SettingsNow") -> None:
    from kiosk.settings_file import as_toml
    from kiosk.settings_table import ENTRIES

    for key in ENTRIES:
        sys.stdout.write(f"{key} = {as_toml(getattr(now.settings, key))}\n")
    for problem in now.problems:
        complain(problem)
