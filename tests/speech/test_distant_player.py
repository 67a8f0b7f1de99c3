"""The player in a process of its own, on a real sound server that may go and come back."""

import sys
from array import array
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QProcess

from kiosk.speech.distant_player import DistantPlayer
from kiosk.speech.frames import ProtocolError
from kiosk.speech.orders import (
    Finished,
    Gain,
    Heard,
    Lost,
    OrderReader,
    Pause,
    Play,
    Resume,
    Ring,
    Started,
    Stop,
    StopRinging,
    decode_news,
    encode_news,
    encode_order,
)
from kiosk.speech.sound import Mark, Sound
from tests.conftest import SoundServer

SOUND = Sound(array("h", [0] * 24_000).tobytes(), 48_000, (Mark(0, 2, 10.0), Mark(2, 4, 300.0)))
LONG = Sound(array("h", [0] * 48_000 * 20).tobytes(), 48_000)


@pytest.fixture
def server(tmp_path, monkeypatch) -> Iterator[SoundServer]:
    """Not the one of all tests: it goes and comes back here."""
    server = SoundServer(str(tmp_path))
    if not server.start():
        pytest.skip("no PulseAudio for tests on this machine")
    monkeypatch.setenv("PULSE_SERVER", f"unix:{server.socket}")
    yield server
    server.stop()


@pytest.fixture
def player(qtbot, server) -> Iterator[DistantPlayer]:
    player = DistantPlayer()
    yield player
    player.close()


def test_sounds_and_marks_are_told(qtbot, player):
    told = []
    player.sound_started.connect(lambda: told.append("sound"))
    player.mark_reached.connect(lambda start, end: told.append(f"{start}-{end}"))
    with qtbot.waitSignal(player.finished, timeout=20_000):
        player.play(SOUND)
        player.play(SOUND)
    assert told == ["sound", "0-2", "2-4"] * 2
    assert player.has_sound


def test_what_was_stopped_is_not_told(qtbot, player):
    told = []
    player.play(LONG)
    with qtbot.waitSignal(player.sound_started, timeout=20_000):
        pass
    player.mark_reached.connect(lambda start, end: told.append(start))
    player.play(SOUND)
    player.stop()
    with qtbot.waitSignal(player.finished, timeout=20_000):
        player.play(SOUND)
    assert told == [0, 2]


def test_a_paused_sound_goes_on(qtbot, player):
    player.pause()
    player.play(SOUND)
    with qtbot.waitSignal(player.finished, timeout=20_000):
        player.resume()


def test_a_sound_server_that_goes_costs_the_sound_and_nothing_else(qtbot, player, server):
    player.play(LONG)
    with qtbot.waitSignal(player.sound_started, timeout=20_000):
        pass
    server.stop()
    try:
        with qtbot.waitSignal(player.finished, timeout=20_000):
            player.stop()
            player.play(SOUND)
        assert not player.has_sound
        player.play(SOUND)
    finally:
        server.start()


def test_when_the_server_is_back_another_player_sounds(qtbot, player, server):
    server.stop()
    server.start()
    with qtbot.waitSignal(player.finished, timeout=20_000):
        player.play(SOUND)


@pytest.mark.parametrize("program", ["import os; os.abort()", "print('nonsense')", "raise SystemExit"])
def test_a_process_that_dies_or_babbles_is_a_lost_device(qtbot, program):
    player = DistantPlayer((sys.executable, "-c", program))
    with qtbot.waitSignal(player.finished, timeout=20_000):
        player.play(SOUND)
    assert not player.has_sound
    player.stop()
    player.close()
    assert player.findChild(QProcess).state() == QProcess.ProcessState.NotRunning


def test_orders_come_in_pieces():
    orders = [Play(3, SOUND), Stop(), Pause(), Resume(), Gain(0.5), Ring(SOUND), StopRinging()]
    stream = b"".join(encode_order(order) for order in orders)
    reader = OrderReader()
    assert [
        order for at in range(0, len(stream), 999) for order in reader.feed(stream[at : at + 999])
    ] == orders


@pytest.mark.parametrize("news", [Started(1), Heard(2, 3, 4), Finished(5), Lost()])
def test_news_come_back_as_they_were_sent(news):
    assert decode_news(encode_news(news)) == news


@pytest.mark.parametrize("line", [b"nonsense", b"[]", b'{"is":"started"}'])
def test_nonsense_is_no_news(line):
    with pytest.raises(ProtocolError):
        decode_news(line)
