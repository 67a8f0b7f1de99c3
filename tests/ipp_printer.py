"""A real printer in the network, which fails on request."""

import os
import socket
from pathlib import Path

from tests.programs import Program, until


class DBus:
    """A message bus of our own: the printer does not start without one."""

    def __init__(self, folder: Path) -> None:
        self.address = f"unix:path={folder}/bus"
        options = ["--session", "--nofork", "--nopidfile", f"--address={self.address}"]
        self._program = Program(["dbus-daemon", *options], folder / "bus.log", {})
        until((folder / "bus").exists)

    def stop(self) -> None:
        self._program.stop()


PRINT_SCRIPT = """\
#!/bin/sh
# A job has arrived as the file $1. A first word of `hold` is told as the printer's state.
cd "{folder}"
if [ -e hold ]; then
    read -r reasons < hold
    echo "STATE: $reasons" >&2
    : > holding
    read -r _ < go
    rm holding
    echo "STATE: none" >&2
fi
env | grep ^IPP_ > arriving.env
cp "$1" arriving.pdf
mv arriving.env "out/$IPP_JOB_ID.env"
mv arriving.pdf "out/$IPP_JOB_ID.pdf"
"""


class IppPrinter:
    """A printer in the network; paper comes out as files."""

    def __init__(self, folder: Path, bus_address: str, port: int = 0) -> None:
        self._folder, self._bus_address = folder, bus_address
        self.port = port or _free_port()
        (folder / "out").mkdir(parents=True)
        os.mkfifo(folder / "go")
        # A writer that stays: what is written is kept for a script that comes to read it later.
        self._go = os.open(folder / "go", os.O_RDWR)
        script = folder / "print.sh"
        script.write_text(PRINT_SCRIPT.format(folder=folder))
        script.chmod(0o755)
        self.start()

    @property
    def uri(self) -> str:
        return f"ipp://localhost:{self.port}/ipp/print"

    @property
    def paper(self) -> list[Path]:
        """What came out, oldest first."""
        return sorted((self._folder / "out").glob("*.pdf"), key=lambda file: file.stat().st_mtime_ns)

    @property
    def said(self) -> str:
        return (self._folder / "printer.log").read_text(errors="replace")

    @property
    def facts(self) -> dict[str, str]:
        """The attributes of the oldest job that came out, as "IPP_JOB_NAME" and so on."""
        if not self.paper:
            return {}
        lines = self.paper[0].with_suffix(".env").read_text().splitlines()
        return dict(line.split("=", 1) for line in lines)

    def start(self) -> None:
        # Without "-r off" it would look for avahi-daemon, to announce itself to the network.
        options = ["-r", "off", "-n", "localhost", "-p", str(self.port), "-f", "application/pdf"]
        files = ["-d", str(self._folder), "-c", str(self._folder / "print.sh")]
        log = self._folder / "printer.log"
        self._program = Program(
            ["ippeveprinter", *options, *files, "hall"], log, {"DBUS_SYSTEM_BUS_ADDRESS": self._bus_address}
        )
        until(self._answers)

    def stop(self) -> None:
        """Power off."""
        self._program.stop()

    def hold(self, reasons: str = "none") -> None:
        """From now on jobs wait for `go_on`, and the printer tells why: "media-empty-error,…"."""
        (self._folder / "hold").write_text(f"{reasons}\n")

    @property
    def holding(self) -> bool:
        """Whether a job has arrived whole and waits."""
        return (self._folder / "holding").exists()

    def go_on(self) -> None:
        (self._folder / "hold").unlink()
        os.write(self._go, b"\n")

    def close(self) -> None:
        self.stop()
        os.close(self._go)

    def _answers(self) -> bool:
        with socket.socket() as client:
            return client.connect_ex(("localhost", self.port)) == 0


def _free_port() -> int:
    with socket.socket() as server:
        server.bind(("localhost", 0))
        port = server.getsockname()[1]
    assert isinstance(port, int)
    return port
