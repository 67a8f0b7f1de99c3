"""Qt without a screen, before anything imports it, and a sound device that nobody hears."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def sound_server() -> Iterator[None]:
    """A PulseAudio of our own with a null sink: a machine for tests has no sound card."""
    if not shutil.which("pulseaudio"):
        yield
        return
    with tempfile.TemporaryDirectory(prefix="kiosk-sound-") as folder:
        ours = {**os.environ, "HOME": folder, "XDG_RUNTIME_DIR": folder, "PULSE_RUNTIME_PATH": folder}
        socket = f"{folder}/socket"
        sinks = [f"--load=module-native-protocol-unix socket={socket}", "--load=module-null-sink"]
        start = ["pulseaudio", "-n", "--daemonize", "--exit-idle-time=-1", "--use-pid-file", *sinks]
        subprocess.run(start, env=ours, check=True, capture_output=True)
        os.environ["PULSE_SERVER"] = f"unix:{socket}"
        yield
        subprocess.run(["pulseaudio", "--kill"], env=ours, check=True, capture_output=True)
