"""Tells systemd how the service is; elsewhere nobody listens and nothing happens.

Source: sd_notify(3), sd_watchdog_enabled(3).
"""

import os
import time
from collections.abc import Mapping
from contextlib import suppress

VARIABLES = frozenset({"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})
"""Not for what we start: a sound server would say that it is ready, in our name."""


class Systemd:
    """`environment` is that of the process which systemd started."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._address = environment.get("NOTIFY_SOCKET", "")
        self._every_s = _watchdog_s(environment) / 2
        self._told = float("-inf")

    def ready(self, status: str) -> None:
        self._send(f"READY=1\nSTATUS={status}")

    def status(self, words: str) -> None:
        """One line for `systemctl status`."""
        self._send(f"STATUS={words}")

    def stopping(self) -> None:
        self._send("STOPPING=1")

    def alive(self) -> None:
        """To be called often; told at half the time after which the watchdog would bite."""
        now = time.monotonic()
        if self._every_s and now - self._told >= self._every_s:
            self._told = now
            self._send("WATCHDOG=1")

    @property
    def every_s(self) -> float:
        """How often `alive` wants to be called; 0 when no watchdog waits for it."""
        return self._every_s

    def _send(self, words: str) -> None:
        if not self._address:
            return
        import socket

        # A name that begins with @ stands in no folder: the system wants a zero byte there.
        address = f"\0{self._address[1:]}" if self._address.startswith("@") else self._address
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as connection:
            connection.setblocking(False)
            connection.sendto(words.encode(), address)


def _watchdog_s(environment: Mapping[str, str]) -> float:
    """0 without a watchdog, or with one that is meant for another process."""
    for_whom = environment.get("WATCHDOG_PID", str(os.getpid()))
    micros = environment.get("WATCHDOG_USEC", "")
    return int(micros) / 1e6 if micros.isdecimal() and for_whom == str(os.getpid()) else 0.0
