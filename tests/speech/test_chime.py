"""The chime for staff: how often, how it ends, and that it never waits for the speech."""

import pytest
from speech_fakes import FAKE_WORKER, RecordingPlayer

from kiosk.lessons.wav import read_wav
from kiosk.speech.chime import CALL, Chime
from kiosk.speech.loudness import gain
from kiosk.speech.sound import Sound
from kiosk.speech.speaker import Speaker


@pytest.fixture
def chime(speaker) -> Chime:
    return Chime(speaker, every_ms=20)


def test_it_rings_so_many_times_and_no_more(qtbot, chime, player):
    chime.ring(times=3)
    qtbot.waitUntil(lambda: not chime.ringing)
    assert player.events == ["ring"] * 3


def test_it_is_silent_at_once(chime, player):
    chime.ring()
    chime.stop()
    assert not chime.ringing
    assert player.events == ["ring", "stop ringing"]


def test_it_rings_beside_the_speech(chime, speaker, player):
    chime.ring(times=1)
    player.events.clear()
    speaker.stop()
    assert "stop ringing" not in player.events


@pytest.mark.parametrize("lost_later", [True, False])
def test_without_a_sound_device_it_says_so(qtbot, lost_later):
    player = RecordingPlayer(has_sound=lost_later)
    speaker = Speaker(lambda: player, FAKE_WORKER)
    chime = Chime(speaker)
    with qtbot.waitSignal(chime.unheard):
        chime.ring()
        player.unplug()
    chime.stop()


def test_silent_pictures_have_no_chime(qtbot):
    chime = Chime(None)
    chime.ring()
    chime.stop()
    assert not chime.ringing


def test_a_resident_s_volume_reaches_a_device_that_is_found_later(speaker, player):
    speaker.set_volume(1)
    speaker.prepare()
    assert player.gain == gain(1)
    speaker.set_volume(5)
    assert player.gain == 1.0


def test_the_notes_are_short_loud_and_end_in_silence():
    wav = read_wav(CALL.read_bytes())
    sound = Sound(wav.samples, wav.rate)
    assert (wav.channels, wav.rate) == (1, 48_000)
    assert sound.seconds < 3
    assert 0.8 < sound.peak / 32_768 < 0.95
    assert Sound(wav.samples[-192:], wav.rate).peak < 50
