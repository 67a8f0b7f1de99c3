"""Filling the cache in idle time, with real processes."""

import os
import signal

import pytest
from PySide6.QtCore import QProcess
from speech_fakes import FAKE_WORKER

from kiosk.speech.cache import sound_key
from kiosk.speech.protocol import IDLE
from kiosk.speech.speaker import Speaker
from kiosk.text.ruby import parse_ruby

TEXTS = [parse_ruby(text) for text in ("一つめの文です。", "二つめの文です。", "三つめの文です。")]
TWO_CHUNKS = parse_ruby("名前を書いてください。住所も書いてください。")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "sound"


@pytest.fixture
def speaker(qtbot, player, folder):
    speaker = Speaker(lambda: player, [*FAKE_WORKER, str(folder)])
    yield speaker
    speaker.close()


@pytest.fixture
def made(folder):
    """The numbers of the texts that are in the cache, oldest first."""
    names = {sound_key("tone", text, "a tone", "1", 1.0): at for at, text in enumerate(TEXTS)}

    def found() -> list[int]:
        files = [file for file in folder.glob("[!.]*") if file.name in names]
        return [names[file.name] for file in sorted(files, key=lambda file: file.stat().st_mtime_ns)]

    return found


def idle_processes(speaker) -> list[QProcess]:
    return [process for process in speaker.findChildren(QProcess) if IDLE in process.arguments()]


def test_fills_the_cache_and_gives_the_memory_back(qtbot, speaker, made):
    speaker.prepare_ahead(TEXTS, "tone", 1.0)
    qtbot.waitUntil(lambda: len(made()) == 3)
    qtbot.waitUntil(lambda: not idle_processes(speaker))


def test_what_was_wished_last_is_made_first(qtbot, speaker, player, made):
    speaker.say(TWO_CHUNKS, "hanging-later")
    speaker.prepare_ahead(TEXTS[:2], "tone", 1.0)
    speaker.prepare_ahead(TEXTS[2:], "tone", 1.0)
    speaker.stop()
    qtbot.waitUntil(lambda: len(made()) == 3)
    assert made() == [2, 0, 1]


def test_nothing_is_made_while_it_speaks_but_a_pause_is_idle_time(qtbot, speaker, player, made):
    speaker.say(TWO_CHUNKS, "tone")
    speaker.prepare_ahead(TEXTS, "tone", 1.0)
    qtbot.waitUntil(lambda: len(player.queue) == 2)
    assert not idle_processes(speaker)
    assert made() == []
    speaker.pause()
    qtbot.waitUntil(lambda: len(made()) == 3)


def test_a_text_that_its_process_dies_of_is_left_out(qtbot, speaker, made):
    speaker.prepare_ahead(TEXTS, "tone", 1.0)
    speaker.prepare_ahead(TEXTS[:1], "buggy", 1.0)
    speaker.prepare_ahead(TEXTS[:1], "tlh", 1.0)
    qtbot.waitUntil(lambda: len(made()) == 3)


def test_it_goes_on_after_its_process_was_killed(qtbot, speaker, player, made):
    speaker.prepare_ahead(TEXTS[:1], "hanging", 1.0)
    qtbot.waitUntil(lambda: bool(idle_processes(speaker)) and idle_processes(speaker)[0].processId() > 0)
    speaker.prepare_ahead(TEXTS, "tone", 1.0)
    os.kill(idle_processes(speaker)[0].processId(), signal.SIGKILL)
    qtbot.waitUntil(lambda: len(made()) >= 2)
    speaker.say(TWO_CHUNKS, "tone")
    qtbot.waitUntil(lambda: len(player.queue) == 2)


def test_without_a_place_for_sounds_it_gives_up_and_speech_goes_on(qtbot, speaker, player, folder):
    folder.write_text("in the way")
    speaker.prepare_ahead(TEXTS, "tone", 1.0)
    qtbot.waitUntil(lambda: bool(idle_processes(speaker)))
    qtbot.waitUntil(lambda: not idle_processes(speaker))
    with qtbot.waitSignal(speaker.troubled) as troubled:
        speaker.say(TWO_CHUNKS, "tone")
    assert str(folder) in troubled.args[0]
    qtbot.waitUntil(lambda: len(player.queue) == 2)
