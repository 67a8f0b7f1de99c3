"""On the real sound device, where there is one."""

from array import array

import pytest
from PySide6.QtCore import QTimer

from kiosk.speech.device import default_device
from kiosk.speech.device_player import DevicePlayer
from kiosk.speech.player import Player
from kiosk.speech.sound import Mark, Sound

SOUND = Sound(
    array("h", [0] * 24_000).tobytes(), 48_000, (Mark(0, 2, 10.0), Mark(2, 4, 150.0), Mark(4, 6, 400.0))
)


@pytest.fixture
def player(qtbot) -> Player:
    device = default_device()
    if device is None:
        pytest.skip("no sound device")
    player = DevicePlayer(device)
    yield player
    player.stop()


@pytest.fixture
def told(player) -> list[str]:
    told: list[str] = []
    player.sound_started.connect(lambda: told.append("sound"))
    player.mark_reached.connect(lambda start, end: told.append(f"{start}-{end}"))
    return told


def test_tells_sounds_and_marks_in_order(qtbot, player, told):
    with qtbot.waitSignal(player.finished):
        player.play(SOUND)
        player.play(SOUND)
    assert told == ["sound", "0-2", "2-4", "4-6"] * 2


def test_nothing_is_told_during_a_pause_and_the_rest_after_it(qtbot, player, told):
    player.play(SOUND)
    qtbot.waitUntil(lambda: "0-2" in told)
    player.pause()
    assert not any(timer.isActive() for timer in player.findChildren(QTimer))
    assert len(told) < 4
    with qtbot.waitSignal(player.finished):
        player.resume()
    assert told == ["sound", "0-2", "2-4", "4-6"]


@pytest.mark.parametrize("paused_first", [True, False])
def test_after_a_stop_in_a_pause_the_next_sound_is_heard(qtbot, player, told, paused_first):
    steps = [player.pause, lambda: player.play(SOUND)]
    for step in steps if paused_first else reversed(steps):
        step()
    player.stop()
    with qtbot.waitSignal(player.finished):
        player.play(SOUND)
    assert told == ["sound", "0-2", "2-4", "4-6"]


def test_a_stop_before_anything_came_ends_the_pause(qtbot, player):
    with qtbot.waitSignal(player.finished):
        player.play(SOUND)
    player.pause()
    player.stop()
    with qtbot.waitSignal(player.finished):
        player.play(SOUND)
