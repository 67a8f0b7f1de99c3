"""`kiosk settings`."""

from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.settings import data_folder, settings_file
from kiosk.settings_file import SettingsFile, default_text

pytestmark = pytest.mark.usefixtures("own_folders", "own_data")


@pytest.fixture
def own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


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
    said = capsys.readouterr().out
    assert "volume = 3\n" in said
    assert "printer = 'desk'\n" in said
    assert "「volume」" in said


def test_a_change_is_undone(capsys: pytest.CaptureFixture[str]) -> None:
    SettingsFile(settings_file(), data_folder() / "settings-history").change({"volume": 5})
    assert main(["settings", "undo"]) == 0
    assert "volume = 3\n" in capsys.readouterr().out
