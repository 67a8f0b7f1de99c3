"""What systemd hears, on a real socket."""

import os
import socket

import pytest

from kiosk.systemd import Systemd


@pytest.fixture
def heard(tmp_path):
    """The two kinds of address, and the socket that listens there."""
    made = []

    def listen(name: str) -> tuple[str, socket.socket]:
        address = name if name.startswith("@") else str(tmp_path / name)
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        listener.bind(address.replace("@", "\0", 1) if name.startswith("@") else address)
        listener.setblocking(False)
        made.append(listener)
        return address, listener

    yield listen
    for listener in made:
        listener.close()


@pytest.mark.parametrize("name", ["notify", "@manabi-test-{pid}"], ids=["path", "abstract"])
def test_it_hears_how_the_service_is(heard, name):
    address, listener = heard(name.format(pid=os.getpid()))
    systemd = Systemd({"NOTIFY_SOCKET": address})
    systemd.ready("open")
    systemd.status("closing")
    systemd.stopping()
    assert [listener.recv(100) for _ in range(3)] == [
        b"READY=1\nSTATUS=open",
        b"STATUS=closing",
        b"STOPPING=1",
    ]


def test_the_watchdog_is_fed_at_half_its_time(heard):
    address, listener = heard("notify")
    systemd = Systemd({"NOTIFY_SOCKET": address, "WATCHDOG_USEC": "30000000"})
    systemd.alive()
    systemd.alive()
    assert systemd.every_s == 15
    assert listener.recv(100) == b"WATCHDOG=1"
    with pytest.raises(BlockingIOError):
        listener.recv(100)


@pytest.mark.parametrize(
    "variables", [{}, {"WATCHDOG_USEC": "x"}, {"WATCHDOG_USEC": "9", "WATCHDOG_PID": "1"}]
)
def test_no_watchdog_wants_no_food(heard, variables):
    address, listener = heard("notify")
    Systemd({"NOTIFY_SOCKET": address, **variables}).alive()
    with pytest.raises(BlockingIOError):
        listener.recv(100)


def test_nobody_listens():
    Systemd({}).ready("open")
    Systemd({"NOTIFY_SOCKET": "/nowhere"}).ready("open")
