"""One loudspeaker at a time."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from kiosk.speech.device import default_device
from kiosk.speech.sides import RATE, SECONDS, NoSoundError, play_side, tone


@pytest.mark.parametrize("left", [True, False])
def test_a_tone_is_on_one_side_only(left: bool) -> None:
    sides = np.frombuffer(tone(left), np.int16).reshape(-1, 2)
    loud, silent = sides[:, 0 if left else 1], sides[:, 1 if left else 0]
    assert len(sides) == round(RATE * SECONDS)
    assert np.abs(loud).max() > 10_000
    assert not silent.any()
    assert np.abs(np.diff(loud.astype(int))).max() < 1_200  # no click


@pytest.fixture
def heard(qtbot: QtBot, tmp_path: Path) -> Iterator[Path]:
    """The file into which the null device of the tests is recorded, both sides of it."""
    if default_device() is None or not shutil.which("parec"):
        pytest.skip("no PulseAudio for tests on this machine")
    command = ["parec", "-d", "@DEFAULT_MONITOR@", "--format=s16le", f"--rate={RATE}", "--channels=2"]
    file = tmp_path / "heard"
    with file.open("wb") as sink, subprocess.Popen([*command, "--latency-msec=10"], stdout=sink) as listening:
        qtbot.waitUntil(lambda: file.stat().st_size > 0, timeout=10_000)
        yield file
        listening.kill()


@pytest.mark.parametrize("left", [True, False])
def test_it_comes_from_that_side_of_the_device(heard: Path, left: bool) -> None:
    assert play_side(left, volume=5)
    samples = np.fromfile(heard, np.int16)
    loudest = np.abs(samples[: len(samples) // 2 * 2].reshape(-1, 2).astype(int)).max(axis=0)
    assert loudest[0 if left else 1] > 5_000
    assert loudest[1 if left else 0] < 50


def test_without_a_device_it_is_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")
    with pytest.raises(NoSoundError, match="スピーカー"):
        play_side(left=False, volume=3)
