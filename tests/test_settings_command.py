"""`kiosk settings`."""

import tomllib

import pytest

from kiosk.cli import main
from kiosk.settings import settings_file
from kiosk.settings_file import SettingsFile, default_text

pytestmark = pytest.mark.usefixtures("own_folders")


def test_the_default_file_is_written_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["settings", "write-default"]) == 0
    assert settings_file().read_text() == default_text()
    settings_file().write_text("volume = 2\n")
    assert main(["settings", "write-default"]) == 0
    assert settings_file().read_text() == "volume = 2\n"
    assert "もうある" in capsys.readouterr().out


def test_settings_and_their_problems_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("volume = 9\nprinter = 'desk'\n")
    assert main(["settings"]) == 0
    said = capsys.readouterr()
    shown = tomllib.loads(said.out)
    assert (shown["volume"], shown["printer"]) == (3, "desk")
    assert "「volume」" in said.err


def test_a_change_is_undone(capsys: pytest.CaptureFixture[str]) -> None:
    SettingsFile.here().change({"volume": 5})
    assert main(["settings", "undo"]) == 0
    assert "volume = 3\n" in capsys.readouterr().out
