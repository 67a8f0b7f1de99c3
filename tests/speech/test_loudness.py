"""What comes out of the sound device at each volume, read back from a sound server of our own."""

import math
import shutil
from array import array
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QProcess

from kiosk.speech.device import default_device
from kiosk.speech.device_player import DevicePlayer
from kiosk.speech.loudness import STEP_DB, gain
from kiosk.speech.sound import Mark, Sound
from kiosk.visit.visit import VOLUMES

RATE, FULL = 48_000, 32_000
BLOCK = RATE // 100


def tone(seconds: float, *marks: Mark) -> Sound:
    wave = (round(FULL * math.sin(math.tau * 440 * at / RATE)) for at in range(round(RATE * seconds)))
    return Sound(array("h", wave).tobytes(), RATE, marks)


class Listener(QProcess):
    """Hears what the null device of the tests plays."""

    def __init__(self) -> None:
        super().__init__()
        self._heard = bytearray()
        self.readyReadStandardOutput.connect(lambda: self._heard.extend(self.readAllStandardOutput().data()))
        form = ["--format=s16le", f"--rate={RATE}", "--channels=1", "--latency-msec=10"]
        self.start("parec", ["-d", "@DEFAULT_MONITOR@", *form])

    @property
    def peaks(self) -> list[int]:
        """The loudest sample of each 10 ms that was not silent."""
        heard = array("h", bytes(self._heard[: len(self._heard) & ~1]))
        blocks = (heard[at : at + BLOCK] for at in range(0, len(heard), BLOCK))
        return [peak for block in blocks if (peak := max(map(abs, block))) > 50]


@pytest.fixture
def player(qtbot) -> Iterator[DevicePlayer]:
    device = default_device()
    if device is None or not shutil.which("parec"):
        pytest.skip("no PulseAudio for tests on this machine")
    player = DevicePlayer(device)
    yield player
    player.stop()
    player.stop_ringing()


@pytest.fixture
def heard(qtbot, player) -> Iterator[Listener]:
    heard = Listener()
    heard.waitForStarted()
    player.set_gain(1.0)
    player.play(tone(0.3))
    qtbot.waitUntil(lambda: len(heard.peaks) > 10, timeout=20_000)  # now both are awake
    yield heard
    heard.kill()
    heard.waitForFinished()


def loudest(qtbot, player: DevicePlayer, heard: Listener) -> int:
    """Of a tone that is played and heard to its end."""
    player.stop()
    heard._heard.clear()
    player.play(tone(0.3))
    qtbot.waitUntil(lambda: len(heard.peaks) >= 28, timeout=20_000)
    return sorted(heard.peaks)[14]


def decibel(one: float, other: float) -> float:
    return 20 * math.log10(one / other)


def test_the_steps_are_even_and_the_highest_is_all_there_is():
    assert gain(VOLUMES[-1]) == 1.0
    assert [round(decibel(gain(b), gain(a)), 6) for a, b in pairwise(VOLUMES)] == [STEP_DB] * 4


def test_every_step_is_heard_as_loud_as_it_should_be(qtbot, player, heard):
    found = []
    for volume in VOLUMES:
        player.set_gain(gain(volume))
        found.append(loudest(qtbot, player, heard))
    assert decibel(found[-1], FULL) == pytest.approx(0, abs=0.2)
    assert [decibel(b, a) for a, b in pairwise(found)] == pytest.approx([STEP_DB] * 4, abs=0.2)


def test_what_is_being_said_changes_at_once(qtbot, player, heard):
    """Within less than the second of sound that was handed over in advance."""
    player.stop()
    heard._heard.clear()
    with qtbot.waitSignal(player.mark_reached, timeout=20_000):
        player.play(tone(2.0, Mark(0, 1, 300)))
    player.set_gain(gain(VOLUMES[0]))
    qtbot.waitUntil(lambda: len(heard.peaks) >= 190, timeout=20_000)
    loud = sum(peak > FULL / 2 for peak in heard.peaks)
    assert 30 <= loud <= 60


def test_a_chime_for_staff_is_as_loud_as_the_device_is_set(qtbot, player, heard):
    player.stop()
    heard._heard.clear()
    player.set_gain(gain(VOLUMES[0]))
    player.ring(tone(0.3))
    qtbot.waitUntil(lambda: len(heard.peaks) >= 28, timeout=20_000)
    assert decibel(sorted(heard.peaks)[14], FULL) == pytest.approx(0, abs=0.2)


def test_a_chime_sounds_while_the_speech_waits(qtbot, player, heard):
    player.stop()
    player.play(tone(5.0))
    player.pause()
    heard._heard.clear()
    player.ring(tone(0.3))
    qtbot.waitUntil(lambda: len(heard.peaks) >= 28, timeout=20_000)
    player.stop_ringing()
    assert player.has_sound
