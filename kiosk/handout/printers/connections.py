"""Bytes to a receipt printer and back, by network or serial line. Every trouble is an `OSError`.

The connections of python-escpos are not used: its serial line has no time-out for writing and waits for ever when
it closes, its USB end points are fixed, and a socket that does not connect is lost.
"""

import errno
import socket
import struct
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from serial import Serial

MOST_BYTES = 64
"""Answers are one byte each; more than this is noise."""


AHEAD = 32 * 1024
"""Bytes that wait in this machine for a network printer: half a second of paper, and what is taken is soon printed."""


class Connection(Protocol):
    def write(self, data: bytes) -> None:
        """Raises `TimeoutError` if the printer does not take the bytes in time."""

    def read(self, seconds: float) -> bytes:
        """What the printer says within that time; empty for nothing."""

    def close(self, drop: bool = False) -> None:
        """`drop` also throws away what the printer has not taken yet."""


class SocketConnection:
    def __init__(self, link: socket.socket, seconds: float) -> None:
        self._link, self._seconds = link, seconds
        link.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, AHEAD)

    def write(self, data: bytes) -> None:
        self._link.settimeout(self._seconds)
        self._link.sendall(data)

    def read(self, seconds: float) -> bytes:
        self._link.settimeout(seconds)
        try:
            said = self._link.recv(MOST_BYTES)
        except (TimeoutError, BlockingIOError):
            return b""
        if not said:
            raise ConnectionResetError(errno.ECONNRESET, "the printer hung up")
        return said

    def close(self, drop: bool = False) -> None:
        if drop:
            linger_not_at_all = struct.pack("ii", 1, 0)
            self._link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger_not_at_all)
        self._link.close()


class SerialConnection:
    def __init__(self, line: "Serial", seconds: float) -> None:
        self._line, self._seconds = line, seconds

    def write(self, data: bytes) -> None:
        """Returns when the bytes are on the line, so that an answer can be waited for."""
        from serial import SerialTimeoutException

        try:
            self._line.write(data)
        except SerialTimeoutException as error:
            raise TimeoutError from error
        end = time.monotonic() + self._seconds
        while self._line.out_waiting:
            if time.monotonic() > end:
                raise TimeoutError
            time.sleep(0.005)

    def read(self, seconds: float) -> bytes:
        self._line.timeout = seconds
        first: bytes = self._line.read(1)
        return first + self._line.read(min(self._line.in_waiting, MOST_BYTES)) if first else first

    def close(self, drop: bool = False) -> None:
        """A line that is stuck would hold its closing for half a minute."""
        if drop and sys.platform != "win32":
            import termios

            with suppress(OSError, termios.error):
                self._line.reset_output_buffer()
        self._line.close()
