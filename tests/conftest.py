"""Qt without a screen, print services of our own, and a sound device that nobody hears."""

import gc
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.print_service import bus_address, hall_port, ipp_printer, print_folder, print_service

__all__ = ["bus_address", "hall_port", "ipp_printer", "print_folder", "print_service"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_YOUNG, _ALL, _SELDOM = 1, 2, 100


class SoundServer:
    """A PulseAudio of our own with a null sink: a machine for tests has no sound card."""

    def __init__(self, folder: str) -> None:
        self.socket = f"{folder}/socket"
        self._environment = {
            **os.environ,
            "HOME": folder,
            "XDG_RUNTIME_DIR": folder,
            "PULSE_RUNTIME_PATH": folder,
        }

    def start(self) -> bool:
        """False where PulseAudio is not installed or does not start."""
        if not shutil.which("pulseaudio"):
            return False
        sinks = [
            f"--load=module-native-protocol-unix socket={self.socket}",
            "--load=module-null-sink norewinds=1",  # otherwise it works in blocks of two seconds
        ]
        return self._run("-n", "--daemonize", "--exit-idle-time=-1", "--use-pid-file", *sinks)

    def stop(self) -> None:
        self._run("--kill")

    def _run(self, *arguments: str) -> bool:
        done = subprocess.run(
            ["pulseaudio", *arguments], env=self._environment, check=False, capture_output=True
        )
        return done.returncode == 0


@pytest.fixture(scope="session", autouse=True)
def sound_server() -> Iterator[None]:
    """Tests that need to hear something are skipped where there is none."""
    with tempfile.TemporaryDirectory(prefix="kiosk-sound-") as folder:
        server = SoundServer(folder)
        if not server.start():
            yield
            return
        os.environ["PULSE_SERVER"] = f"unix:{server.socket}"
        yield
        server.stop()


@pytest.fixture(scope="session", autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Before anything makes an application without widgets: there is only one in a process."""
    return qapp


@pytest.fixture(autouse=True)
def garbage_dies_here() -> Iterator[None]:
    """As in the kiosk (`kiosk.housekeeping`): what one test leaves behind must not go on another one's thread."""
    gc.disable()
    yield
    gc.collect(_ALL if gc.get_count()[_ALL] > _SELDOM else _YOUNG)


@pytest.fixture
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing of this user's own folders is read or written, and the console speaks Japanese."""
    for name in ("STATE", "CACHE", "CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "runtime"))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
