"""A whole terminal to break: the real kiosk with its supervisor, on a screen and a loudspeaker of its own.

This side plays systemd: it starts the supervisor, hears through $NOTIFY_SOCKET that a window is there and beats,
and starts the supervisor again when it is gone.
"""

import json
import os
import select
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import Any

from kiosk.another_process import environment
from kiosk.kept_place import moment_now
from kiosk.lessons.library import load_library
from kiosk.lessons.place import Place
from kiosk.paths import SHIPPED
from kiosk.visit.kept import kept
from kiosk.visit.visit import InLesson, Visit
from tests.faults.visits import PIN, own_folders, pin_of

SUPERVISOR = """
import sys
from kiosk.backoff import Backoff
from kiosk.display import require_display
from kiosk.only_one import only_one
from kiosk.settings import runtime_folder
from kiosk.supervisor import Patience, supervise
def say(message):
    print(message.text(), file=sys.stderr, flush=True)
with only_one(runtime_folder(), "supervisor"):
    command = [sys.executable, "-m", "kiosk", "run"]
    patience = Patience(beat_s=float(sys.argv[1]), screen_s=0.2)
    sys.exit(supervise(command, require_display, say, patience, Backoff(long_s=0.0)))
"""
"""What `kiosk run` does, but every life of a window counts as a long one: 500 kills would last for days."""

KINDS = {
    "speech": "kiosk.speech.worker",
    "player": "kiosk.speech.sounding",
    "printing": "kiosk.handout.worker",
}
"""What runs beside the window, by its module."""

DEATH_S = 30.0
"""A supervisor's window may be just starting; it ends before it beats."""

LESSON = "read-qr-code"
SETTINGS = 'printer = ""\nspeech_speed = 1.0\n'


class Terminal:
    """Call `switch_on`, and `switch_off` whatever happens."""

    def __init__(
        self, folder: Path, drawn: bool = True, beat_s: float = 10.0, before: Sequence[str] = ()
    ) -> None:
        """`drawn`: on an X server, where keys and touches can be sent. `beat_s`: see `Patience`.

        `before` begins the supervisor's command: see `tests.faults.own_mounts`.
        """
        self._beat_s, self._before = beat_s, before
        self.folder, self.drawn = folder, drawn and bool(shutil.which("Xvfb") and shutil.which("xdotool"))
        self._own: list[subprocess.Popen[bytes]] = []
        self._supervisor: subprocess.Popen[bytes] | None = None
        self._heard = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.environment = {**environment(), **own_folders(folder)}
        for own in (self.settings.parent, self._place.parent):
            own.mkdir(mode=0o700)
        self.settings.write_text(SETTINGS, encoding="utf-8")

    @property
    def settings(self) -> Path:
        return self.folder / "config" / "manabi-kiosk" / "settings.toml"

    @property
    def _place(self) -> Path:
        return self.folder / "runtime" / "manabi-kiosk" / "visit.json"

    # -- on and off ----------------------------------------------------------------------------

    def switch_on(self) -> None:
        """With somebody in the middle of a lesson, as after a crash."""
        self._write_place()
        if self.drawn:
            self.show_on(self.open_screen())
        self._open_sound()
        # Only now: the sound server would say that it is ready, too.
        self.environment["NOTIFY_SOCKET"] = address = str(self.folder / "notify")
        self._heard.bind(address)
        self.start()

    def _write_place(self) -> None:
        """Two steps before the end, where the sheet is begun."""
        place = Place(LESSON, load_library(SHIPPED).lesson(LESSON), answers={"phone": "iphone"})
        place = list(place.way())[-3]
        self._place.write_bytes(kept(Visit(page=InLesson(place)), moment_now()))

    def show_on(self, display: str) -> None:
        # Without a wish for a platform Qt takes the X server that DISPLAY names.
        self.environment.pop("QT_QPA_PLATFORM", None)
        self.environment.pop("WAYLAND_DISPLAY", None)
        self.environment["DISPLAY"] = display

    def open_screen(self, *display: str) -> str:
        """Plug a screen in; the name it got, or the one that was wished."""
        read, write = os.pipe()
        # As `deploy` starts it: with -reset, the default here, who comes while the last one goes is turned away.
        command = ["Xvfb", *display, "-noreset", "-displayfd", str(write), "-screen", "0", "1280x800x24"]
        self._own.append(subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL))
        os.close(write)
        with os.fdopen(read) as answer:
            return f":{answer.readline().strip()}"

    def unplug_screen(self) -> None:
        screen = self._own.pop()
        screen.kill()
        screen.wait()

    def _open_sound(self) -> None:
        """A loudspeaker that nobody hears."""
        address = str(self.folder / "sound")
        if program := shutil.which("pulseaudio"):
            load = f"--load=module-native-protocol-unix auth-anonymous=1 socket={address}"
            command = [program, "-n", "--exit-idle-time=-1", load, "--load=module-null-sink"]
            quiet = subprocess.DEVNULL
            self._own.append(subprocess.Popen(command, env=self.environment, stdout=quiet, stderr=quiet))
        self.environment["PULSE_SERVER"] = f"unix:{address}"

    def start(self) -> None:
        with (self.folder / "said").open("ab") as said:
            command = [*self._before, sys.executable, "-c", SUPERVISOR, str(self._beat_s)]
            self._supervisor = subprocess.Popen(command, env=self.environment, stderr=said)

    def switch_off(self) -> None:
        everybody = [*([self._supervisor] if self._supervisor else []), *reversed(self._own)]
        for process in everybody:
            with suppress(subprocess.TimeoutExpired):
                process.terminate()
                process.wait(10)
            process.kill()
            process.wait()
        self._heard.close()

    @property
    def said(self) -> str:
        """On standard error."""
        return (self.folder / "said").read_text(encoding="utf-8")

    # -- what there is -------------------------------------------------------------------------

    def process(self, kind: str) -> int | None:
        """The id of a process: supervisor, window, or one of `KINDS`."""
        assert self._supervisor
        if kind == "supervisor":
            return self._supervisor.pid if self._supervisor.poll() is None else None
        window = next((pid for pid, words in _children(self._supervisor.pid) if "run" in words), None)
        if kind == "window" or window is None:
            return window
        # A process that makes sound ahead of time is not the one that speaks.
        found = [pid for pid, words in _children(window) if KINDS[kind] in words and "--idle" not in words]
        return found[0] if found else None

    def place(self) -> dict[str, Any] | None:
        """The place of the present visit, as it would be offered after a crash."""
        with suppress(OSError, ValueError):
            read: dict[str, Any] = json.loads(self._place.read_bytes())
            return read
        return None

    def beats_within(self, seconds: float) -> bool:
        """Whether a window that was opened now beats, as systemd is told."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._heard.settimeout(left)
            with suppress(TimeoutError):
                if self._heard.recv(4096).startswith(b"READY=1"):
                    return True
        return False

    def forget_news(self) -> None:
        self._heard.setblocking(False)
        with suppress(BlockingIOError):
            while self._heard.recv(4096):
                pass

    # -- what happens --------------------------------------------------------------------------

    def kill(self, kind: str) -> bool:
        """Until it is dead; false when there is no such process at the moment.

        With the supervisor its window ends, and only then it is started again: as by systemd.
        """
        victim = self.process(kind)
        if victim is None:
            return False
        ending = {victim, self.process("window") or victim} if kind == "supervisor" else {victim}
        with ExitStack() as handles:
            deaths = [death for process in ending if (death := _death(process, handles))]
            with suppress(ProcessLookupError):
                os.kill(victim, signal.SIGKILL)
            late = [death for death in deaths if not select.select([death], [], [], DEATH_S)[0]]
        if late:
            raise AssertionError(f"after kill -9 of {kind}, it or its window lives on")
        if kind == "supervisor" and self._supervisor:
            self._supervisor.wait()
            self.start()
        return True

    def press(self, key: str) -> None:
        subprocess.run(["xdotool", "key", key], env=self.environment, check=True)

    def touch(self, x: float, y: float) -> None:
        """At shares of the screen's width and height."""
        at = [str(round(1280 * x)), str(round(800 * y))]
        subprocess.run(["xdotool", "mousemove", *at, "click", "1"], env=self.environment, check=True)

    def faults(self) -> list[str]:
        """What is not whole of all that the terminal keeps."""
        found = [f"{file.name}: left behind" for file in self.folder.rglob("*.new")]
        found += ["the PIN of staff is lost"] * (not pin_of(self.folder).verify(PIN))
        found += ["settings.toml: changed"] * (self.settings.read_text(encoding="utf-8") != SETTINGS)
        for file in (self.folder / "data").rglob("*"):
            if file.is_file() and not _is_whole(file):
                found.append(f"{file.name}: damaged")
        return found


def _death(process: int, handles: ExitStack) -> int | None:
    """A descriptor that can be read once a process is dead; none of one that is gone."""
    with suppress(ProcessLookupError):
        descriptor = os.pidfd_open(process)
        handles.callback(os.close, descriptor)
        return descriptor
    return None


def _children(parent: int) -> Iterator[tuple[int, list[str]]]:
    """Their ids and command lines."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            with suppress(OSError):
                stat = (folder / "stat").read_text().rpartition(")")[2].split()
                words = (folder / "cmdline").read_bytes().decode(errors="replace").split("\0")
                if int(stat[1]) == parent and stat[0] != "Z":
                    yield int(folder.name), words


def _is_whole(file: Path) -> bool:
    try:
        match file.suffix:
            case ".db" | ".sqlite" | ".sqlite3":
                with closing(sqlite3.connect(file)) as database:
                    answer: tuple[str] = database.execute("PRAGMA integrity_check").fetchone()
                    return answer == ("ok",)
            case ".toml":
                tomllib.loads(file.read_text(encoding="utf-8"))
            case ".json":
                json.loads(file.read_bytes())
    except (ValueError, sqlite3.DatabaseError):
        return False
    return True
