"""Where a receipt printer is, as the settings name it; and how to reach it."""

import errno
import re
import socket
from abc import ABC, abstractmethod
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import NoReturn

from kiosk.errors import N_, Message, SettingsError
from kiosk.handout.printers.connections import Connection, SerialConnection, SocketConnection
from kiosk.handout.printers.usb_device import UsbConnection
from kiosk.handout.trouble import PrintError, Trouble

BAUDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400)

_NETWORK = re.compile(r"network:(?:\[([0-9a-fA-F:.]+)\]|([\w.-]+))(?::(\d{1,5}))?", re.ASCII)
_USB = re.compile(r"usb:(?:0x)?([0-9a-fA-F]{1,4}):(?:0x)?([0-9a-fA-F]{1,4})")
_SERIAL = re.compile(r"serial:([!-~]+?)(?::(\d+))?")

_NO_RIGHTS_LINE = N_("この端末の利用者を、グループ dialout に入れてください")
_NO_RIGHTS_USB = N_("このUSB機器を使ってよいという udev の規則を入れてください")
_NO_LIBUSB = N_("libusb がありません。libusb-1.0-0 を入れてください")


@dataclass(frozen=True)
class ReceiptPort(ABC):
    """`text` is what stands in the settings, and how staff call the printer."""

    text: str

    @staticmethod
    def parse(text: str) -> "ReceiptPort":
        """`network:HOST[:PORT]`, `usb:VENDOR:PRODUCT` (hexadecimal) or `serial:DEVICE[:BAUD]`.

        Raises `SettingsError`.
        """
        port = _network(text) or _usb(text) or _serial(text)
        if port is None:
            raise SettingsError(
                N_(
                    "設定の printer「{text}」が読めません。network:192.168.1.50、usb:04b8:0e15、serial:/dev/ttyUSB0:38400 のように書いてください。"
                ),
                text=text,
            )
        return port

    @abstractmethod
    def open(self, seconds: float) -> Connection:
        """Raises `PrintError`. `seconds` is the most that one call may take later on, too."""


@dataclass(frozen=True)
class NetworkPort(ReceiptPort):
    host: str
    port: int = 9100

    def open(self, seconds: float) -> Connection:
        failed: OSError = TimeoutError(errno.ETIMEDOUT, "no address in time")
        for address in self._addresses(seconds):
            try:
                return SocketConnection(socket.create_connection(address, seconds), seconds)
            except OSError as error:
                failed = error
        raise PrintError(Trouble.OFFLINE, self.text, failed.strerror or failed) from failed

    def _addresses(self, seconds: float) -> list[tuple[str, int]]:
        """A name server that is away holds its caller for longer than anybody waits, so a thread asks it."""
        answers: SimpleQueue[list[tuple[str, int]] | None] = SimpleQueue()
        Thread(target=lambda: answers.put(_look_up(self.host, self.port)), daemon=True).start()
        with suppress(Empty):
            found = answers.get(timeout=seconds)
            if found is None:
                raise PrintError(Trouble.NOT_FOUND, self.text)
            return found
        return []


@dataclass(frozen=True)
class SerialPort(ReceiptPort):
    """Answers never look like XON or XOFF, so minding these is right for every printer."""

    device: str
    baud: int = 38400

    def open(self, seconds: float) -> Connection:
        from serial import Serial, SerialException

        try:
            line = Serial(self.device, self.baud, xonxoff=True, write_timeout=seconds, exclusive=True)
        except SerialException as error:
            if error.errno in (errno.ENOENT, errno.ENODEV, errno.ENXIO):
                raise PrintError(Trouble.NOT_FOUND, self.text) from error
            _refuse(self.text, error, _NO_RIGHTS_LINE)
        return SerialConnection(line, seconds)


@dataclass(frozen=True)
class UsbPort(ReceiptPort):
    """Numbers as `lsusb` shows them. Needs pyusb, and libusb 1.0 from the system."""

    vendor: int
    product: int

    def open(self, seconds: float) -> Connection:
        from usb.core import NoBackendError, USBError, find

        try:
            device = find(idVendor=self.vendor, idProduct=self.product)
            if device is None:
                raise PrintError(Trouble.NOT_FOUND, self.text)
            return UsbConnection.to(device, seconds)
        except NoBackendError as error:
            raise PrintError(Trouble.UNKNOWN, self.text, Message(_NO_LIBUSB)) from error
        except USBError as error:
            _refuse(self.text, error, _NO_RIGHTS_USB)


def _refuse(name: str, error: OSError, rights: str) -> NoReturn:
    if error.errno in (errno.EACCES, errno.EPERM):
        raise PrintError(Trouble.UNKNOWN, name, Message(rights)) from error
    raise PrintError(Trouble.OFFLINE, name, error.strerror or error) from error


def _network(text: str) -> NetworkPort | None:
    found = _NETWORK.fullmatch(text)
    port = int(found[3] or 9100) if found else 0
    return NetworkPort(text, found[1] or found[2], port) if found and 0 < port < 65536 else None


def _usb(text: str) -> UsbPort | None:
    found = _USB.fullmatch(text)
    return UsbPort(text, int(found[1], 16), int(found[2], 16)) if found else None


def _serial(text: str) -> SerialPort | None:
    found = _SERIAL.fullmatch(text)
    baud = int(found[2] or 38400) if found else 0
    return SerialPort(text, found[1], baud) if found and baud in BAUDS else None


def _look_up(host: str, port: int) -> list[tuple[str, int]] | None:
    """None for a name that nobody knows."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return None
    return [(str(address[0]), port) for *_, address in found]
