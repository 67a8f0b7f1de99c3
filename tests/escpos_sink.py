"""A receipt printer for tests: a small, strict ESC/POS interpreter, at a TCP port or at a serial line (a pty).

Source: Epson ESC/POS command reference, https://download4.epson.biz/sec_pubs/pos/reference_en/escpos/
"""

import os
import socket
import threading
import tty
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

import numpy as np
import numpy.typing as npt

Dots = npt.NDArray[np.bool_]
"""Rows by columns, True is black."""

CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
CLEARED = b"\x37\x25\x00"
READ_SIZE = 4096
NEVER = 1 << 30


@dataclass
class EscPosPrinter:
    """Set what is wrong with it at any time; `unknown` lists what it did not understand."""

    near_end: bool = False
    paper_out: bool = False
    cover_open: bool = False
    feeding: bool = False
    """Somebody holds its feed button."""
    hot: bool = False
    cutter_stuck: bool = False
    dead: bool = False
    silent: bool = False
    """It prints, but its line has only one direction."""
    answers_the_end: bool = True
    status_noise: bytes = b""
    """Answered to DLE EOT in place of the truth."""
    after_rows: tuple[int, Callable[[], None]] | None = None
    """Something that happens when so many rows of a picture are printed."""

    receipts: list[Dots] = field(default_factory=list)
    unknown: list[bytes] = field(default_factory=list)
    _rows: list[Dots] = field(default_factory=list)
    _buffer: bytearray = field(default_factory=bytearray)
    _recent: bytes = b""

    @property
    def offline(self) -> bool:
        return any((self.paper_out, self.cover_open, self.feeding, self.hot, self.cutter_stuck, self.dead))

    def receive(self, data: bytes) -> bytes:
        """Takes bytes, and gives its answers."""
        said = b"".join(self._at_once(byte) for byte in data) + self._work()
        return b"" if self.silent else said

    def _at_once(self, byte: int) -> bytes:
        """Commands that work even in the middle of a picture, of which their bytes stay a part."""
        self._buffer.append(byte)
        self._recent = (self._recent + bytes((byte,)))[-len(CLEAR) :]
        if self._recent[-3:-1] == b"\x10\x04" and byte in (1, 2, 3, 4):
            return self.status_noise or bytes((self._status(byte),))
        if self._recent == CLEAR:
            self._buffer.clear()
            return CLEARED
        return b""

    def _status(self, question: int) -> int:
        match question:
            case 1:  # With a cash drawer, whose pin is high.
                return 0x16 | 0x08 * self.offline
            case 2:
                return 0x12 | 0x04 * self.cover_open | 0x08 * self.feeding | 0x20 * self.paper_out
            case 3:
                return 0x12 | 0x08 * self.cutter_stuck | 0x20 * self.dead | 0x40 * self.hot
            case _:
                return 0x12 | 0x0C * self.near_end | 0x60 * self.paper_out

    def _work(self) -> bytes:
        said = b""
        while not self.offline and (length := self._next_length()):
            command = bytes(self._buffer[:length])
            del self._buffer[:length]
            said += self._do(command)
        return said

    def _next_length(self) -> int:
        """Bytes of the first command in the buffer; none while it is not complete."""
        head = bytes(self._buffer[:8])
        length = _length(head)
        return length if length <= len(self._buffer) else 0

    def _do(self, command: bytes) -> bytes:
        match command[:2]:
            case b"\x1dv":
                self._print(command)
            case b"\x1bd":
                self._rows.append(np.zeros((0, 0), bool))
            case b"\x1dV":
                self._cut()
            case b"\x1dr" if self.answers_the_end:
                return bytes((0x03 * self.near_end,))
            case b"\x1b@" | b"\x1da" | b"\x10\x04" | b"\x1dr":
                pass
            case _ if command != b"\x00":
                self.unknown.append(command)
        return b""

    def _print(self, command: bytes) -> None:
        width = int.from_bytes(command[4:6], "little")
        packed = np.frombuffer(command[8:], np.uint8).reshape(-1, width)
        self._rows.append(np.unpackbits(packed, axis=1).astype(bool))
        if self.after_rows and sum(map(len, self._rows)) >= self.after_rows[0]:
            happens, self.after_rows = self.after_rows[1], None
            happens()

    def _cut(self) -> None:
        strips = [strip for strip in self._rows if strip.size]
        self.receipts.append(np.concatenate(strips) if strips else np.zeros((0, 0), bool))
        self._rows.clear()


def _length(head: bytes) -> int:
    """Bytes of the command that begins like this; more than there are while that cannot be said yet."""
    if head[:2] in (b"\x1b@",):
        return 2
    if head[:2] in (b"\x10\x04", b"\x1bd", b"\x1bJ", b"\x1dr", b"\x1da", b"\x1dV"):
        return 3
    if head[:4] == b"\x1dv0\x00":
        return 8 + int.from_bytes(head[4:6], "little") * int.from_bytes(head[6:8], "little")
    return 8 if b"\x1dv0\x00".startswith(head[:4]) or head in (b"\x1b", b"\x10") else 1


class TcpSink:
    """The printer at a port of its own. It may hang, or hang up, after so many bytes of a connection."""

    def __init__(self, printer: EscPosPrinter | None = None) -> None:
        self.printer = printer or EscPosPrinter()
        self.hangs_after = self.closes_after = NEVER
        self.connections = 0
        self._idle = threading.Event()
        self._over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, READ_SIZE)
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    @property
    def name(self) -> str:
        return f"network:127.0.0.1:{self.port}"

    def receipts(self) -> list[Dots]:
        """What came out, when the last connection is closed."""
        assert self._idle.wait(10)
        return self.printer.receipts

    def _serve(self) -> None:
        while True:
            link, _ = self._listener.accept()
            with link:
                if self._over.is_set():
                    return
                self._idle.clear()
                self.connections += 1
                self._talk(link)
            self._idle.set()

    def _talk(self, link: socket.socket) -> None:
        taken = 0
        try:
            while data := link.recv(READ_SIZE):
                taken += len(data)
                link.sendall(self.printer.receive(data))
                if taken >= self.closes_after:
                    return
                if taken >= self.hangs_after:
                    self._over.wait(30)
        except ConnectionError:
            return

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        socket.create_connection(("127.0.0.1", self.port)).close()
        self._thread.join(10)
        self._listener.close()
        assert self.printer.unknown == []


class SerialSink:
    """The printer at a pseudo terminal."""

    def __init__(self, printer: EscPosPrinter | None = None) -> None:
        self.printer = printer or EscPosPrinter()
        self.hangs_after = self.closes_after = NEVER
        self._over = threading.Event()
        self._master, self._line = os.openpty()
        tty.setraw(self._line)
        self.device = os.ttyname(self._line)
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    @property
    def name(self) -> str:
        return f"serial:{self.device}:115200"

    def receipts(self) -> list[Dots]:
        return self.printer.receipts

    def _serve(self) -> None:
        taken = 0
        while taken < self.closes_after:
            try:
                data = os.read(self._master, READ_SIZE)
            except OSError:
                break
            taken += len(data)
            os.write(self._master, self.printer.receive(data))
            if taken >= self.hangs_after:
                self._over.wait(30)
        os.close(self._master)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nobody holding the line any more ends the reading."""
        self._over.set()
        os.close(self._line)
        self._thread.join(10)
        assert self.printer.unknown == []
