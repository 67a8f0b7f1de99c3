"""The speaking process: `python -m kiosk.speech.worker`.

It is apart from the window's process because a speech engine can block, crash or grow, and because
stopping must never wait for it. It reads requests on standard input and writes answers on standard
output (`kiosk.speech.protocol`), drops a request as soon as a newer one has come, and ends when its
input closes. A bug ends it with an entry in the log; the other side starts it again.
"""

import argparse
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TypeVar

from kiosk.errors import KioskError, NoVoiceError
from kiosk.logs import log_the_uncaught
from kiosk.paths import SHIPPED
from kiosk.settings import load_settings, settings_file
from kiosk.speech.cache import Cache, NoCache, ReadOnly, SoundCache, sound_folder
from kiosk.speech.protocol import (
    IDLE,
    LESSONS,
    AllSaid,
    Answer,
    CacheTrouble,
    ChunkReady,
    Make,
    PartSaid,
    Prepare,
    Say,
    SayFailed,
    Stop,
    VoiceMissing,
    decode_request,
    encode_answer,
)
from kiosk.speech.ranking import rankings
from kiosk.speech.utterance import Studio, utterance
from kiosk.speech.voice import Ranking, is_japanese
from kiosk.text.ruby import Segment

PART_S = 10.0
"""Seconds of sound made for one request; more would only fill the other side's memory."""

_READ_BYTES = 1 << 16
_NICE = 15

Rankings = Callable[[str], Ranking]
R = TypeVar("R", Say, Make)


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
            self._changed.wait_for(lambda: self.has_news)
            newest, self._newest = self._newest, None
            return None if self._closed else newest

    @property
    def has_news(self) -> bool:
        """Whether a newer request or the end has come."""
        return self._closed or self._newest is not None


@dataclass
class Worker:
    """Answers requests one after the other."""

    inbox: Inbox
    out: BinaryIO
    rankings: Rankings
    cache: Cache = field(default_factory=NoCache)
    _known: dict[str, Ranking] = field(default_factory=dict)
    _told_trouble: bool = False

    def run(self) -> None:
        while (line := self.inbox.take()) is not None:
            match decode_request(line):
                case Say() as say:
                    self._send(*self._answers_at_end(say, self._say))
                case Make() as make:
                    self._send(*self._answers_at_end(make, self._make))
                case Prepare(language):
                    self._prepare(language)
                case Stop():
                    pass
            self._tell_trouble()

    def _answers_at_end(self, request: R, work: Callable[[R, Studio], Answer | None]) -> tuple[Answer, ...]:
        try:
            answer = work(request, self._studio(request))
        except NoVoiceError:
            return (VoiceMissing(request.number, request.language),)
        except KioskError as error:
            return (SayFailed(request.number, str(error)),)
        return (answer,) if answer else ()

    def _say(self, say: Say, studio: Studio) -> Answer | None:
        """Send the chunks; None if something newer came in between."""
        seconds = 0.0
        for spoken in utterance(say.text, studio, say.speed, say.start):
            if self.inbox.has_news:
                return None
            self._send(ChunkReady(say.number, spoken.chunk.start, spoken.chunk.end, spoken.sound))
            seconds += spoken.sound.seconds
            if seconds >= PART_S:
                return PartSaid(say.number, spoken.chunk.end)
        return None if self.inbox.has_news else AllSaid(say.number)

    def _make(self, make: Make, studio: Studio) -> Answer | None:
        for chunk in studio.chunks(make.text):
            if self.inbox.has_news:
                return None
            if not studio.has(chunk, make.speed):
                studio.sound(chunk, make.speed)
        return AllSaid(make.number)

    def _prepare(self, language: str) -> None:
        text = (Segment("あ" if is_japanese(language) else "a"),)
        with suppress(KioskError):  # whoever asks for a text in this language will be told
            self._ranking(language).speak(text, 1.0)

    def _studio(self, request: Say | Make) -> Studio:
        keep = isinstance(request, Make) or request.keep
        cache = self.cache if keep else ReadOnly(self.cache)
        return Studio(request.language, self._ranking(request.language), cache)

    def _ranking(self, language: str) -> Ranking:
        if language not in self._known:
            self._known[language] = self.rankings(language)
        return self._known[language]

    def _tell_trouble(self) -> None:
        if self.cache.trouble and not self._told_trouble:
            self._told_trouble = True
            self._send(CacheTrouble(self.cache.trouble.text()))

    def _send(self, *answers: Answer) -> None:
        for answer in answers:
            self.out.write(encode_answer(answer))
            self.out.flush()


def serve(rankings: Rankings, cache: Cache) -> None:
    """Answer requests until standard input closes."""
    inbox = Inbox()
    threading.Thread(target=inbox.fill_from, args=(sys.stdin.fileno(),), daemon=True).start()
    try:
        Worker(inbox, _answers_only(), rankings, cache).run()
    except BrokenPipeError:
        return  # the window's process is gone


def be_modest() -> None:
    """Leave the processor to everybody else."""
    if hasattr(os, "nice"):
        os.nice(_NICE)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument(LESSONS, type=Path, dest="lessons", default=SHIPPED / "lessons")
    parser.add_argument(IDLE, action="store_true", dest="idle")
    options = parser.parse_args(arguments)
    log_the_uncaught()
    if options.idle:
        be_modest()
    settings, _ = load_settings(settings_file())
    serve(rankings(settings, options.lessons), SoundCache(sound_folder()))


def _answers_only() -> BinaryIO:
    """Standard output for answers alone: what a library prints goes to standard error."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


if __name__ == "__main__":
    main(sys.argv[1:])
