"""Whether a printer in the network is there at all: CUPS does not ask as long as it has nothing to print."""

import socket
from threading import Thread
from urllib.parse import urlsplit

_PORTS = {"ipp": 631, "ipps": 631, "http": 80, "https": 443}
_PORTS_FOR_ONE = {"socket": 9100, "lpd": 515}
"""Printers that talk to one at a time refuse others while they print."""


def is_silent(device: str, seconds: float, *, busy: bool) -> bool:
    """True if nothing listens at a device's address within the time; False also where one cannot ask."""
    try:
        address = urlsplit(device)
        host, port = address.hostname, address.port
    except ValueError:
        return False
    ports = _PORTS if busy else {**_PORTS, **_PORTS_FOR_ONE}
    if host is None or address.scheme not in ports:
        return False
    return _may_ask() and not _listens(host, port or ports[address.scheme], seconds)


def _may_ask() -> bool:
    """A service without a network may open no socket of the internet at all, while CUPS does."""
    try:
        socket.socket(socket.AF_INET).close()
    except OSError:
        return False
    return True


def _listens(host: str, port: int, seconds: float) -> bool:
    """In a thread, because looking up a name has no time-out."""
    answers: list[bool] = []

    def knock() -> None:
        try:
            socket.create_connection((host, port), timeout=seconds).close()
        except OSError:
            return
        answers.append(True)

    thread = Thread(target=knock, daemon=True)
    thread.start()
    thread.join(seconds)
    return bool(answers)
