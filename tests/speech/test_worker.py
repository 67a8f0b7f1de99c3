import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from fake_worker import fake_ranking
from speech_fakes import FAKE_WORKER, worker_environment

from kiosk.speech.cache import Cache, NoCache, SoundCache
from kiosk.speech.child import WORKER
from kiosk.speech.protocol import (
    AllSaid,
    Answer,
    AnswerReader,
    ChunkReady,
    PartSaid,
    Prepare,
    Say,
    VoiceMissing,
    encode_request,
)
from kiosk.speech.worker import PART_S, Inbox, Worker
from kiosk.text.ruby import parse_ruby

TWO_CHUNKS = parse_ruby("{名前|なまえ}を書いてください。住所も書いてください。")


@pytest.fixture
def start(tmp_path) -> Callable[..., subprocess.Popen]:
    def started(command=WORKER, **options) -> subprocess.Popen:
        pipe = subprocess.PIPE
        environment = worker_environment(tmp_path)
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment, **options)

    return started


def answers_to(child: subprocess.Popen, say: Say) -> list[Answer]:
    """Ask, and read up to the last answer."""
    child.stdin.write(encode_request(say))
    child.stdin.flush()
    reader, answers = AnswerReader(), []
    while not answers or isinstance(answers[-1], ChunkReady):
        answers += reader.feed(child.stdout.read1())
    return answers


class ScriptedInbox(Inbox):
    """Brings a newer request after so many looks."""

    def __init__(self, looks: int) -> None:
        super().__init__()
        self._looks = looks

    def take(self) -> bytes | None:
        line, self._newest = self._newest, None
        return line

    @property
    def has_news(self) -> bool:
        self._looks -= 1
        return self._looks <= 0


def answers_of_worker(request: Say, looks: int, cache: Cache | None = None) -> list[Answer]:
    inbox, out = ScriptedInbox(looks), BytesIO()
    inbox.put(encode_request(request))
    Worker(inbox, out, fake_ranking, cache or NoCache()).run()
    return list(AnswerReader().feed(out.getvalue()))


@pytest.mark.parametrize(("looks", "kinds"), [(1, []), (2, [ChunkReady]), (3, [ChunkReady, ChunkReady])])
def test_drops_a_request_between_chunks_when_a_newer_one_comes(looks, kinds):
    answers = answers_of_worker(Say(1, TWO_CHUNKS, "tone", 1.0), looks)
    assert [type(answer) for answer in answers] == kinds


def test_a_long_text_is_made_in_parts_that_follow_each_other():
    text = parse_ruby("これは長い文です。" * 60)
    *first, part = answers_of_worker(Say(1, text, "tone", 1.0), 100)
    assert isinstance(part, PartSaid)
    assert PART_S <= sum(chunk.sound.seconds for chunk in first) < PART_S + 2
    rest = answers_of_worker(Say(1, text, "tone", 1.0, part.rest), 100)
    assert (rest[0].start, part.rest) == (first[-1].end, first[-1].end)


def test_the_sound_of_what_somebody_typed_is_not_kept(tmp_path):
    typed = Say(1, TWO_CHUNKS, "tone", 1.0, keep=False)
    made = answers_of_worker(typed, 100, SoundCache(tmp_path))
    assert list(tmp_path.iterdir()) == []
    assert answers_of_worker(replace(typed, keep=True), 100, SoundCache(tmp_path)) == made
    assert len(list(tmp_path.iterdir())) == 2
    assert answers_of_worker(typed, 100, SoundCache(tmp_path)) == made


def test_the_inbox_keeps_the_newest_and_ends_when_closed():
    inbox = Inbox()
    inbox.put(b"old")
    inbox.put(b"new")
    assert inbox.take() == b"new"
    assert not inbox.has_news
    inbox.close()
    assert inbox.take() is None


@pytest.mark.parametrize("before", [b"", encode_request(Prepare("ja"))])
def test_ends_quietly_when_its_input_closes(start, before):
    child = start(stderr=subprocess.PIPE)
    out, err = child.communicate(before)
    assert (child.returncode, out, err) == (0, b"", b"")


def test_a_bug_ends_it_with_a_trace_on_standard_error_only(start):
    child = start(FAKE_WORKER, stderr=subprocess.PIPE)
    child.stdin.write(encode_request(Say(1, TWO_CHUNKS, "buggy", 1.0)))
    child.stdin.flush()
    assert child.wait() != 0
    assert b"ZeroDivisionError" in child.communicate()[1]


def test_speaks_japanese_in_little_memory(start):
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


def test_names_a_language_without_a_voice(start):
    child = start()
    assert answers_to(child, Say(6, TWO_CHUNKS, "tlh", 1.0)) == [VoiceMissing(6, "tlh")]
    child.communicate()
