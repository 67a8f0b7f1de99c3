"""A real print service for tests: a private CUPS, and a real IPP printer behind its queue "hall".

The machine's own services are neither used nor touched: sockets and files are in a folder of the tests, and the
printer takes a free port.
"""

import os
import resource
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ipp_printer import DBus, IppPrinter
from tests.programs import PATH, Program, until

MOST_SAID = 4_000
"""Characters."""

COMMANDS = ("cupsd", "ippeveprinter", "lpadmin", "dbus-daemon")

CUPSD_CONF = """\
Listen {folder}/cups.sock
Browsing No
DefaultAuthType None
DirtyCleanInterval 0
LogLevel warn
PreserveJobFiles No
PreserveJobHistory {history}
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
"""

CUPS_FILES_CONF = """\
ServerRoot {folder}
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/run
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
"""


class PrintService:
    """A CUPS that only commands with `server` as their CUPS_SERVER find.

    `history` is its PreserveJobHistory: "No", or for how many seconds finished jobs are remembered.
    """

    def __init__(self, folder: Path, history: str = "No") -> None:
        self.server = str(folder / "cups.sock")
        self._folder = folder
        folder.mkdir()
        values = {"folder": folder, "history": history}
        (folder / "cupsd.conf").write_text(CUPSD_CONF.format(**values))
        (folder / "cups-files.conf").write_text(CUPS_FILES_CONF.format(**values))
        self._program = self._start()

    def run(self, *command: str) -> str:
        environment = {**os.environ, "PATH": PATH, "LC_ALL": "C", "CUPS_SERVER": self.server}
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def job_files(self) -> bytes:
        """What it has written down about the jobs it has now."""
        return b"".join(file.read_bytes() for file in (self._folder / "spool").glob("c*"))

    @property
    def said(self) -> str:
        """The end of its log of errors."""
        return (self._folder / "error.log").read_text(errors="replace")[-MOST_SAID:]

    def freeze(self) -> None:
        self._program.send(signal.SIGSTOP)

    def thaw(self) -> None:
        self._program.send(signal.SIGCONT)

    def limit_disk(self, size: int = resource.RLIM_INFINITY) -> None:
        """From now on no file can grow over this many bytes."""
        resource.prlimit(self._program.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def stop(self) -> None:
        """Its filters have sessions of their own, so it must have the time to end them."""
        self._program.stop(signal.SIGTERM)

    def _start(self) -> Program:
        files = [str(self._folder / name) for name in ("cupsd.conf", "cups-files.conf")]
        program = Program(["cupsd", "-f", "-c", files[0], "-s", files[1]], self._folder / "cupsd.out", {})
        until(lambda: Path(self.server).exists())
        return program


@pytest.fixture(scope="session")
def print_folder() -> Iterator[Path]:
    """Short, because a socket's path has at most 107 bytes, and open to CUPS' own user."""
    if missing := [name for name in COMMANDS if not shutil.which(name, path=PATH)]:
        pytest.fail(f"not installed: {missing}; ./test.sh installs them")
    with tempfile.TemporaryDirectory(prefix="kiosk-print-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture(scope="session")
def bus_address(print_folder: Path) -> Iterator[str]:
    bus = DBus(print_folder)
    yield bus.address
    bus.stop()


@pytest.fixture(scope="session")
def print_service(print_folder: Path) -> Iterator[PrintService]:
    """Like a terminal as the manual recommends it: finished jobs leave nothing behind."""
    service = PrintService(print_folder / "cups")
    yield service
    service.stop()


@pytest.fixture(scope="session")
def hall_port(print_service: PrintService, bus_address: str, print_folder: Path) -> int:
    """Where the queue "hall" expects its printer.

    Made once: CUPS can mix up two queues of one name that follow each other within a second.
    """
    printer = IppPrinter(print_folder / "first", bus_address)
    print_service.run("lpadmin", "-p", "hall", "-E", "-v", printer.uri, "-m", "everywhere")
    printer.close()
    return printer.port


@pytest.fixture
def ipp_printer(
    print_service: PrintService,
    bus_address: str,
    hall_port: int,
    print_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[IppPrinter]:
    """The printer behind the queue "hall", as new; processes that the test starts find its service."""
    monkeypatch.setenv("CUPS_SERVER", print_service.server)
    printer = IppPrinter(Path(tempfile.mkdtemp(dir=print_folder)), bus_address, hall_port)
    try:
        yield printer
    finally:
        printer.close()
        # Pytest shows it where a test has failed.
        print(print_service.said, printer.said)
        for command in (("cancel", "-a", "-x", "hall"), ("cupsenable", "hall"), ("cupsaccept", "hall")):
            print_service.run(*command)
