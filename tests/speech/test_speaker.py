import os
import signal

import pytest
from PySide6.QtCore import QProcess, QTimer
from speech_fakes import FAKE_WORKER, RecordingPlayer

from kiosk.speech.speaker import NOT_ANSWERING, STOPPED_WORKING, Speaker
from kiosk.speech.worker import PART_S
from kiosk.text.ruby import parse_ruby

TWO_CHUNKS = parse_ruby("{名前|なまえ}を書いてください。住所も書いてください。")
OTHER = parse_ruby("一つだけの文です。")


def test_says_every_chunk_and_shows_what_is_heard(qtbot, speaker, player):
    ranges, speaking = [], []
    speaker.range_spoken.connect(lambda start, end: ranges.append((start, end)))
    speaker.speaking_changed.connect(speaking.append)
    speaker.say(TWO_CHUNKS, "tone")
    qtbot.waitUntil(lambda: len(player.queue) == 2)
    assert ranges == []
    player.play_out()
    qtbot.waitUntil(lambda: not speaker.speaking)
    assert ranges == [(0, 11), (11, 22)]
    assert speaking == [True, False]


def test_stop_silences_before_it_returns_and_late_chunks_stay_unheard(qtbot, speaker, player):
    speaker.say(TWO_CHUNKS, "tone")
    qtbot.waitUntil(lambda: "play" in player.events)
    speaker.stop()
    assert player.events[-1] == "stop"
    assert not speaker.speaking
    player.events.clear()
    speaker.say(OTHER, "tone")
    qtbot.waitUntil(lambda: "play" in player.events)
    assert player.events == ["stop", "play"]


def test_of_many_requests_the_newest_is_said(qtbot, speaker, player):
    ranges = []
    speaker.range_spoken.connect(lambda start, end: ranges.append((start, end)))
    for _ in range(200):
        speaker.say(TWO_CHUNKS, "tone")
    speaker.say(OTHER, "tone")
    qtbot.waitUntil(lambda: bool(player.queue))
    player.play_out()
    assert ranges == [(0, 9)]


def test_a_killed_child_is_reported_and_the_next_text_is_spoken(qtbot, speaker, player, child_id):
    speaker.say(TWO_CHUNKS, "hanging-later")
    qtbot.waitUntil(lambda: bool(player.queue))
    with qtbot.waitSignal(speaker.failed) as failed:
        os.kill(child_id(), signal.SIGKILL)
    assert failed.args == [STOPPED_WORKING]
    assert not speaker.speaking
    speaker.say(OTHER, "tone")
    qtbot.waitUntil(lambda: bool(player.queue))
    assert speaker.speaking


def test_a_child_killed_while_idle_is_replaced_without_a_word(qtbot, speaker, player, child_id):
    speaker.say(OTHER, "tone")
    qtbot.waitUntil(lambda: bool(player.queue))
    player.play_out()
    qtbot.waitUntil(lambda: not speaker.speaking)
    with qtbot.assertNotEmitted(speaker.failed):
        os.kill(child_id(), signal.SIGKILL)
        qtbot.waitUntil(lambda: speaker.findChild(QProcess) is None)
        speaker.say(OTHER, "tone")
        qtbot.waitUntil(lambda: bool(player.queue))


def test_a_bug_in_the_child_is_reported(qtbot, speaker):
    with qtbot.waitSignal(speaker.failed) as failed:
        speaker.say(OTHER, "buggy")
    assert failed.args == [STOPPED_WORKING]


def test_a_hanging_child_is_killed_and_reported(qtbot, player):
    speaker = Speaker(lambda: player, FAKE_WORKER, patience_ms=1)
    with qtbot.waitSignal(speaker.failed) as failed:
        speaker.say(OTHER, "hanging")
    assert failed.args == [NOT_ANSWERING]
    assert not speaker.speaking
    speaker.close()


def test_a_child_that_cannot_start_is_reported_once(qtbot, player):
    speaker = Speaker(lambda: player, ["/no/such/program"])
    failures = []
    speaker.failed.connect(failures.append)
    speaker.say(OTHER, "tone")
    qtbot.waitUntil(lambda: bool(failures))
    assert failures == [STOPPED_WORKING]
    speaker.close()


def test_a_language_without_a_voice_is_named(qtbot, speaker, player):
    with qtbot.waitSignal(speaker.no_voice) as no_voice:
        speaker.say(OTHER, "tlh")
    assert no_voice.args == ["tlh"]
    assert not speaker.speaking
    assert "play" not in player.events


def test_a_sentence_that_cannot_be_said_is_explained(qtbot, speaker):
    with qtbot.waitSignal(speaker.failed) as failed:
        speaker.say(OTHER, "dumb")
    assert failed.args == ["声が出ません。"]


def test_without_a_device_it_says_so_once_and_starts_nothing(qtbot):
    speaker = Speaker(lambda: RecordingPlayer(has_sound=False), FAKE_WORKER)
    told = []
    speaker.no_sound.connect(lambda: told.append(True))
    speaker.prepare()
    speaker.say(OTHER, "tone")
    speaker.say(OTHER, "tone")
    assert told == [True]
    assert not speaker.speaking
    assert speaker.findChild(QProcess) is None


def test_a_device_plugged_in_later_is_used(qtbot, player):
    players = [player, RecordingPlayer(has_sound=False)]
    speaker = Speaker(players.pop, FAKE_WORKER)
    speaker.say(OTHER, "tone")
    speaker.say(OTHER, "tone")
    qtbot.waitUntil(lambda: bool(player.queue))
    speaker.close()


def test_a_device_unplugged_while_speaking_ends_the_speech(qtbot, speaker, player):
    speaker.say(TWO_CHUNKS, "hanging-later")
    qtbot.waitUntil(lambda: bool(player.queue))
    with qtbot.waitSignal(speaker.no_sound):
        player.unplug()
    assert not speaker.speaking


def test_a_device_that_is_lost_while_nobody_listens_is_told_at_the_next_text(qtbot, speaker, player):
    told = []
    speaker.no_sound.connect(lambda: told.append(True))
    speaker.prepare("tone")
    player.unplug()
    assert told == []
    speaker.say(OTHER, "tone")
    assert told == [True] and not speaker.speaking


def test_a_lost_device_is_looked_for_again_at_once_then_later_or_on_an_express_wish(qtbot, player):
    lost, lost_too = RecordingPlayer(), RecordingPlayer()
    players = [player, lost_too, lost]
    speaker = Speaker(players.pop, FAKE_WORKER)
    speaker.prepare("tone")
    lost.unplug()
    speaker.say(OTHER, "tone")
    assert players == [player]
    lost_too.unplug()
    speaker.say(OTHER, "tone")
    assert players == [player]
    speaker.tell_again()
    speaker.say(OTHER, "tone")
    qtbot.waitUntil(lambda: bool(player.queue))
    speaker.close()


@pytest.mark.parametrize("text", ["", "  \n"])
def test_nothing_to_say_is_silence(speaker, player, text):
    speaker.say(parse_ruby(text), "tone")
    assert not speaker.speaking


def test_symbols_alone_end_by_themselves(qtbot, speaker):
    with qtbot.waitSignals([speaker.speaking_changed] * 2):
        speaker.say(parse_ruby("※※※"), "tone")
    assert not speaker.speaking


def test_prepare_makes_no_sound(qtbot, speaker, player, child_id):
    speaker.prepare("tone")
    assert not speaker.speaking
    speaker.say(OTHER, "tone")
    qtbot.waitUntil(lambda: bool(player.queue))


def test_words_are_told_one_by_one_where_they_stand_in_the_longer_text(qtbot, speaker, player):
    ranges = []
    speaker.range_spoken.connect(lambda start, end: ranges.append((start, end)))
    speaker.say(parse_ruby("Open the map. Touch it now."), "tone", offset=100)
    qtbot.waitUntil(lambda: len(player.queue) == 2)
    player.play_one()
    assert ranges == [(100, 104), (105, 108), (109, 113)]
    player.play_one()
    assert ranges[3:] == [(114, 119), (120, 122), (123, 127)]


def test_a_pause_still_counts_as_speaking_and_is_told(qtbot, speaker, player):
    told = []
    speaker.paused_changed.connect(told.append)
    speaker.pause()
    assert not speaker.paused
    speaker.say(OTHER, "tone")
    speaker.pause()
    qtbot.waitUntil(lambda: bool(player.queue))
    assert (speaker.speaking, speaker.paused) == (True, True)
    speaker.resume()
    assert player.events[-3:] == ["pause", "play", "resume"]
    assert told == [True, False]


@pytest.mark.parametrize("end", [lambda speaker: speaker.stop(), lambda speaker: speaker.say(OTHER, "tone")])
def test_stop_and_a_new_text_end_a_pause(qtbot, speaker, player, end):
    speaker.say(TWO_CHUNKS, "tone")
    qtbot.waitUntil(lambda: len(player.queue) == 2)
    speaker.pause()
    end(speaker)
    assert not speaker.paused
    assert player.events[-1] == "stop"


def test_a_hanging_child_is_not_reported_during_a_pause(qtbot, player):
    speaker = Speaker(lambda: player, FAKE_WORKER, patience_ms=1)
    speaker.say(OTHER, "hanging")
    speaker.pause()
    assert not any(timer.isActive() for timer in speaker.findChildren(QTimer))
    with qtbot.waitSignal(speaker.failed):
        speaker.resume()
    speaker.close()


def test_a_long_text_is_asked_for_as_it_is_heard(qtbot, speaker, player):
    speaker.say(parse_ruby("これは一つの文です。" * 200), "tone")
    qtbot.waitUntil(lambda: sum(sound.seconds for sound in player.queue) > PART_S)
    heard = 0
    while speaker.speaking:
        qtbot.waitUntil(lambda: bool(player.queue) or not speaker.speaking)
        assert sum(sound.seconds for sound in player.queue) < 2 * PART_S
        heard += len(player.queue)
        player.play_out()
    assert heard == 200


def test_a_flood_of_long_texts_leaves_only_the_last(qtbot, speaker, player):
    ranges = []
    speaker.range_spoken.connect(lambda start, end: ranges.append((start, end)))
    for _ in range(500):
        speaker.say(parse_ruby("これは一つの文です。" * 100), "tone")
    speaker.say(OTHER, "tone")
    qtbot.waitUntil(lambda: bool(player.queue))
    player.play_out()
    qtbot.waitUntil(lambda: not speaker.speaking)
    assert ranges == [(0, 9)]


NASTY = {
    "very long": "一つの文です。" * 1_430,
    "long without marks": "あ" * 10_000,
    "emoji": "😀👨‍👩‍👧‍👦を押します🇯🇵",
    "mixed scripts": "Tiếng Việt と 한국어 и русский नेपाली ใน ไทย",
    "control characters": "カメラ\x00を\x1b[31m押\x07します\u202e。\ufffe",
}


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY.keys())
def test_the_real_voice_says_any_text_and_the_next_one(qtbot, player, text, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    speaker = Speaker(lambda: player)
    for line in (text, "一つだけの文です。"):
        speaker.say(parse_ruby(line), "ja")
        qtbot.waitUntil(lambda: bool(player.queue), timeout=20_000)
        assert player.queue[0].marks
        assert speaker.speaking
        player.queue.clear()
    speaker.close()


def test_a_damaged_cache_is_made_anew(qtbot, player, tmp_path):
    speaker = Speaker(lambda: player, [*FAKE_WORKER, str(tmp_path / "sound")])
    lengths = []
    for _ in range(2):
        speaker.say(OTHER, "tone")
        qtbot.waitUntil(lambda: bool(player.queue))
        lengths.append(len(player.queue.pop().samples))
        speaker.stop()
        [file] = (tmp_path / "sound").iterdir()
        file.write_bytes(file.read_bytes()[:-7])
    assert lengths[0] == lengths[1]
    speaker.close()


def test_after_the_end_nothing_is_started_any_more(qtbot, speaker, player):
    speaker.say(OTHER, "tone")
    qtbot.waitUntil(lambda: bool(player.queue))
    speaker.close()
    player.events.clear()
    speaker.say(OTHER, "tone")
    speaker.prepare("tone")
    assert not speaker.speaking and not player.events
    assert all(
        process.state() is QProcess.ProcessState.NotRunning for process in speaker.findChildren(QProcess)
    )
