"""How soon the voice is heard and silent, how fast it speaks, and what it costs.

    QT_QPA_PLATFORM=offscreen .venv/bin/python tests/bench/bench_speech.py

Times to the first sound count from the call of `say` until the player is given the first samples, with the real
speaking process and a player that only writes down the time. "Busy" means that the idle process is filling the
cache all the while (Speaker holds it back while somebody waits). Silence is measured at the other end of the sound
server, on the monitor of its default device, where one can be heard (PulseAudio with a null sink will do).
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from bench_highlight import said_texts
from PySide6.QtCore import QCoreApplication, QEventLoop, QProcess, QTimer

from kiosk.i18n.edition import Editions
from kiosk.i18n.texts import texts
from kiosk.paths import SHIPPED
from kiosk.settings import cache_folder
from kiosk.speech.engine_words import with_readings
from kiosk.speech.openjtalk import OpenJTalk, engine_words
from kiosk.speech.player import Player, open_player
from kiosk.speech.sound import Sound
from kiosk.speech.speaker import Speaker
from kiosk.speech.utterance import Studio, utterance
from kiosk.speech.voice import Ranking
from kiosk.text.ruby import RubyText, Segment, plain

TRIES = 100
LONG = 45
"""Characters, about 12 s."""


class NullPlayer(Player):
    """Plays nothing; tells when it was given the first sound after `stop`."""

    has_sound = True

    def __init__(self) -> None:
        super().__init__()
        self.given_at = 0.0

    def play(self, sound: Sound) -> None:
        self.given_at = self.given_at or time.perf_counter()
        self.sound_started.emit()

    def stop(self) -> None:
        self.given_at = 0.0

    def pause(self) -> None: ...

    def resume(self) -> None: ...


def wait_until(done, seconds: float = 30.0) -> None:
    loop, timer = QEventLoop(), QTimer(interval=0)
    end = time.perf_counter() + seconds
    timer.timeout.connect(lambda: loop.quit() if done() or time.perf_counter() > end else None)
    timer.start()
    loop.exec()


def wait(ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def first_sound(speaker: Speaker, player: NullPlayer, text: RubyText) -> float:
    """Milliseconds."""
    before = time.perf_counter()
    speaker.say(text, "ja")
    wait_until(lambda: player.given_at)
    took = player.given_at - before
    speaker.stop()
    wait(20)
    return took * 1000


def lesson_lines() -> list[RubyText]:
    editions = Editions(SHIPPED, cache_folder())
    found = [text for lesson in editions.library.lessons.values() for _, text in texts(lesson)]
    return [editions.readings.annotate(text) for text in dict.fromkeys(found)]


def varied(text: RubyText, number: int) -> RubyText:
    """A text that was never said before, nearly as long as the given one: a kana before each of its parts."""
    kana = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほ"
    said = Segment(kana[number % 30] + kana[number // 30 % 30])
    return (said, *(part for segment in text for part in (segment, *[said] * (segment.base in "、。"))))


def show(name: str, times: list[float], most: str) -> None:
    p50, p95, p99 = (statistics.quantiles(times, n=100)[at] for at in (49, 94, 98))
    print(f"{name:42} p50 {p50:6.1f}   p95 {p95:6.1f}   p99 {p99:6.1f} ms   {most}")


def bench_first_sound(all_lines: list[RubyText]) -> None:
    player = NullPlayer()
    speaker = Speaker(lambda: player)
    first_sound(speaker, player, all_lines[0])
    instructions = said_texts()
    long = sorted(all_lines, key=lambda line: len(plain(line)), reverse=True)
    long = [line for line in long if len(plain(line)) >= LONG][:10] or long[:10]
    for text in instructions:
        first_sound(speaker, player, text)
    cached = [first_sound(speaker, player, instructions[at % len(instructions)]) for at in range(TRIES)]
    show("cached", cached, "(p99 at most 30)")
    fresh = [first_sound(speaker, player, varied(long[at % len(long)], at)) for at in range(TRIES)]
    show("not cached, engine warm, long texts", fresh, "(p95 at most 200)")
    speaker.prepare_ahead([varied(line, at) for at in range(30, 34) for line in all_lines], "ja", 1.2)
    wait(3000)
    busy = []
    for at in range(TRIES):
        busy.append(first_sound(speaker, player, instructions[at % len(instructions)]))
        wait(60)
    show("cached, idle process busy", busy, "(p99 at most 30)")
    for child in speaker.findChildren(QProcess):
        print(
            f"{memory(child.processId()):6.0f} MiB at most in {' '.join(child.arguments()[2:]) or 'speaking process'}"
        )
    speaker.close()


def memory(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))


def mora_of(text: RubyText) -> int:
    return sum(word["mora_size"] for place in with_readings(engine_words(text), text) for word in place.words)


def bench_pace() -> None:
    voice = OpenJTalk()
    for speed in (0.8, 1.0, 1.25):
        mora = seconds = 0.0
        for text in said_texts():
            mora += mora_of(text)
            seconds += sum(
                said.sound.seconds for said in utterance(text, Studio("ja", Ranking((voice,))), speed)
            )
        print(
            f"speed {speed:4}   {mora / seconds:.2f} mora/s with all pauses   {'(4.3 to 5)' * (speed == 1)}"
        )


def kept_awake() -> object:
    """A second stream: PulseAudio's null sink, left alone, sleeps 2 s before it takes the first samples."""
    from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

    form = QAudioFormat()
    form.setSampleRate(48_000)
    form.setChannelCount(1)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    sink = QAudioSink(QMediaDevices.defaultAudioOutput(), form)
    sink.setBufferSize(4_800)
    sink.start().write(bytes(4_800))
    wait(2_500)
    return sink


class Listener:
    """Hears what the sound server plays, through the monitor of its default device."""

    def __init__(self) -> None:
        form = ("--format=s16le", "--rate=48000", "--channels=1", "--latency-msec=10")
        command = ["parec", "-d", "@DEFAULT_MONITOR@", *form]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE)
        self.loud_at: list[float] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while data := os.read(self._process.stdout.fileno(), 960):
            if Sound(data[: len(data) & ~1], 48_000).peak > 100:
                self.loud_at.append(time.perf_counter())

    def close(self) -> None:
        self._process.kill()


def bench_silence(text: RubyText) -> None:
    player = open_player()
    if not player.has_sound or not shutil.which("parec"):
        print("no sound device or no parec: touch to silence not measured")
        return
    awake, listener, speaker = kept_awake(), Listener(), Speaker(lambda: player)
    told: list[float] = []
    speaker.range_spoken.connect(lambda start, end: told.append(time.perf_counter()))
    audible, late, silent = [], [], []
    for number in range(21):
        told.clear()
        listener.loud_at.clear()
        said = time.perf_counter()
        speaker.say(text, "ja")
        wait_until(lambda: told)
        wait(400)
        first, touched = listener.loud_at[0], time.perf_counter()
        (speaker.stop, speaker.pause)[number % 2]()
        wait(500)
        if number:  # the first time the engine is loaded
            audible.append((first - said) * 1000)
            late.append(abs(told[0] - first) * 1000)
            silent.append(max(0.0, listener.loud_at[-1] - touched) * 1000)
        speaker.stop()
        wait(200)
    show("cached, heard on the device", audible, "(150 of it are silence, on purpose)")
    show("first word told beside heard", late, "(at most 150)")
    show("stop or pause to silence on the device", silent, "(at most 100)")
    speaker.close()
    listener.close()
    del awake


def main() -> None:
    with tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        application = QCoreApplication(sys.argv)
        all_lines = lesson_lines()
        bench_pace()
        bench_first_sound(all_lines)
        bench_silence(said_texts()[0])
        del application


if __name__ == "__main__":
    main()
