import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from fake_worker import fake_ranking
from speech_fakes import FAKE_WORKER, worker_environment

from kiosk.speech.child import WORKER
from kiosk.speech.protocol import (
    AllSaid,
    Answer,
    ChunkReady,
    FrameReader,
    Prepare,
    Say,
    VoiceMissing,
    encode_request,
)
from kiosk.speech.worker import Inbox, Worker
from kiosk.text.ruby import parse_ruby

TWO_CHUNKS = parse_ruby("{名前|なまえ}を書いてください。住所も書いてください。")


def start(command=WORKER, **options) -> subprocess.Popen:
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, env=worker_environment(), **options)


def answers_to(child: subprocess.Popen, say: Say) -> list[Answer]:
    """Ask, and read up to the last answer."""
    child.stdin.write(encode_request(say))
    child.stdin.flush()
    reader, answers = FrameReader(), []
    while not answers or isinstance(answers[-1], ChunkReady):
        answers += reader.feed(child.stdout.read1())
    return answers


class ScriptedInbox(Inbox):
    """Brings a newer request after so many looks."""

    def __init__(self, looks: int) -> None:
        super().__init__()
        self.asked: list[float] = []
        self._looks = looks

    def news_within(self, seconds: float) -> bool:
        self.asked.append(seconds)
        self._looks -= 1
        if self._looks == 0:
            self.close()
        return super().news_within(0)


@pytest.mark.parametrize(("looks", "kinds"), [(1, []), (2, [ChunkReady]), (3, [ChunkReady, ChunkReady])])
def test_drops_a_request_between_chunks_when_a_newer_one_comes(looks, kinds):
    inbox, out = ScriptedInbox(looks), BytesIO()
    inbox.put(encode_request(Say(1, TWO_CHUNKS, "tone", 1.0)))
    Worker(inbox, out, fake_ranking).run()
    assert [type(answer) for answer in FrameReader().feed(out.getvalue())] == kinds


def test_waits_for_the_listener_when_it_is_far_ahead():
    inbox = ScriptedInbox(looks=100)
    inbox.put(encode_request(Say(1, parse_ruby("これは長い文です。" * 200), "tone", 1.0)))
    Worker(inbox, BytesIO(), fake_ranking).run()
    assert inbox.asked[0] < 0 < inbox.asked[-1]


def test_the_inbox_keeps_the_newest_and_ends_when_closed():
    inbox = Inbox()
    inbox.put(b"old")
    inbox.put(b"new")
    assert inbox.take() == b"new"
    assert not inbox.news_within(0)
    inbox.close()
    assert inbox.take() is None


@pytest.mark.parametrize("before", [b"", encode_request(Prepare("ja"))])
def test_ends_quietly_when_its_input_closes(before):
    child = start(stderr=subprocess.PIPE)
    out, err = child.communicate(before)
    assert (child.returncode, out, err) == (0, b"", b"")


def test_a_bug_ends_it_with_a_trace_on_standard_error_only():
    child = start(FAKE_WORKER, stderr=subprocess.PIPE)
    child.stdin.write(encode_request(Say(1, TWO_CHUNKS, "buggy", 1.0)))
    child.stdin.flush()
    assert child.wait() != 0
    assert b"ZeroDivisionError" in child.communicate()[1]


def test_speaks_japanese_in_little_memory():
    child = start()
    answers = answers_to(
        child, Say(5, parse_ruby("今日は{大島町|おおしまちょう}です。方言を聞きます。"), "ja", 1.0)
    )
    assert [(type(answer), answer.number) for answer in answers] == [
        (ChunkReady, 5),
        (ChunkReady, 5),
        (AllSaid, 5),
    ]
    status = Path(f"/proc/{child.pid}/status")
    if status.exists():
        assert int(re.search(r"VmHWM:\s+(\d+)", status.read_text())[1]) < 220 * 1024  # KiB
    child.communicate()


def test_names_a_language_without_a_voice():
    child = start()
    assert answers_to(child, Say(6, TWO_CHUNKS, "tlh", 1.0)) == [VoiceMissing(6, "tlh")]
    child.communicate()


def test_without_a_sound_server_the_player_is_silent(tmp_path):
    """In a process of its own, since QtMultimedia logs that it found no server."""
    look = "from kiosk.speech.player import open_player as o; p = o(); p.stop(); print(p.has_sound)"
    nowhere = {"PULSE_SERVER": str(tmp_path / "none"), "XDG_RUNTIME_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", look], env=worker_environment() | nowhere, capture_output=True, check=True
    )
    assert done.stdout == b"False\n"
