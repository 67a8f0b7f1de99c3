"""The speaking process: `python -m kiosk.speech.worker`.

It is apart from the window's process because a speech engine can block, crash or grow, and because
stopping must never wait for it. It reads requests on standard input and writes answers on standard
output (`kiosk.speech.protocol`), drops a request as soon as a newer one has come, and ends when its
input closes. A bug ends it with a trace on standard error; the other side starts it again.
"""

import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from kiosk.errors import KioskError, NoVoiceError
from kiosk.speech.protocol import (
    AllSaid,
    Answer,
    ChunkReady,
    Prepare,
    Say,
    SayFailed,
    Stop,
    VoiceMissing,
    decode_request,
    encode_answer,
)
from kiosk.speech.utterance import utterance
from kiosk.speech.voice import Ranking, is_japanese, ranking_for
from kiosk.text.ruby import Segment

AHEAD_S = 30.0
"""Seconds of sound made before they can be heard; more would only fill the other side's memory."""

_READ_BYTES = 1 << 16

Rankings = Callable[[str], Ranking]


class Inbox:
    """The newest request; an older one that nobody took yet is forgotten."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._newest: bytes | None = None
        self._closed = False

    def fill_from(self, descriptor: int) -> None:
        """Read lines until the stream ends. Runs in its own thread, on the bare descriptor: a buffered
        reader would hold a lock that the end of the process needs."""
        rest = b""
        while data := os.read(descriptor, _READ_BYTES):
            *lines, rest = (rest + data).split(b"\n")
            if lines:
                self.put(lines[-1])
        self.close()

    def put(self, line: bytes) -> None:
        with self._changed:
            self._newest = line
            self._changed.notify()

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify()

    def take(self) -> bytes | None:
        """Wait for a request; None when there will be no more."""
        with self._changed:
            self._changed.wait_for(self._has_news)
            newest, self._newest = self._newest, None
            return None if self._closed else newest

    def news_within(self, seconds: float) -> bool:
        """Whether a newer request or the end has come, waiting so long for it."""
        with self._changed:
            return self._changed.wait_for(self._has_news, timeout=max(seconds, 0.0))

    def _has_news(self) -> bool:
        return self._closed or self._newest is not None


@dataclass
class Worker:
    """Answers requests one after the other."""

    inbox: Inbox
    out: BinaryIO
    rankings: Rankings = ranking_for
    _known: dict[str, Ranking] = field(default_factory=dict)

    def run(self) -> None:
        while (line := self.inbox.take()) is not None:
            match decode_request(line):
                case Say() as say:
                    self._send(*self._answers_at_end(say))
                case Prepare(language):
                    self._prepare(language)
                case Stop():
                    pass

    def _answers_at_end(self, say: Say) -> tuple[Answer, ...]:
        try:
            complete = self._say(say)
        except NoVoiceError:
            return (VoiceMissing(say.number, say.language),)
        except KioskError as error:
            return (SayFailed(say.number, str(error)),)
        return (AllSaid(say.number),) if complete else ()

    def _say(self, say: Say) -> bool:
        """Send the chunks; False if something newer came in between."""
        heard_up_to = time.monotonic()
        for spoken in utterance(say.text, self._ranking(say.language), say.speed):
            if self.inbox.news_within(heard_up_to - time.monotonic() - AHEAD_S):
                return False
            self._send(ChunkReady(say.number, spoken.chunk.start, spoken.chunk.end, spoken.sound))
            heard_up_to = max(heard_up_to, time.monotonic()) + spoken.sound.seconds
        return not self.inbox.news_within(0)

    def _prepare(self, language: str) -> None:
        try:
            text = (Segment("あ" if is_japanese(language) else "a"),)
            self._ranking(language).choose(text).speak(text, 1.0)
        except KioskError:
            return  # whoever asks for a text in this language will be told

    def _ranking(self, language: str) -> Ranking:
        if language not in self._known:
            self._known[language] = self.rankings(language)
        return self._known[language]

    def _send(self, *answers: Answer) -> None:
        for answer in answers:
            self.out.write(encode_answer(answer))
            self.out.flush()


def serve(rankings: Rankings = ranking_for) -> None:
    """Answer requests until standard input closes."""
    inbox = Inbox()
    threading.Thread(target=inbox.fill_from, args=(sys.stdin.fileno(),), daemon=True).start()
    try:
        Worker(inbox, _answers_only(), rankings).run()
    except BrokenPipeError:
        return  # the window's process is gone


def _answers_only() -> BinaryIO:
    """Standard output for answers alone: what a library prints goes to standard error."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


if __name__ == "__main__":
    serve()
