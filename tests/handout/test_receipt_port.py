import errno
import os
import socket
import threading
from pathlib import Path

import pytest
import usb.backend.libusb0
import usb.backend.libusb1
import usb.backend.openusb

from kiosk.errors import SettingsError
from kiosk.handout.printers.ports import NetworkPort, ReceiptPort, SerialPort, UsbPort
from kiosk.handout.trouble import PrintError, Trouble
from tests.handout.receipts import SECONDS, open_lines
from tests.usb_sink import UsbSink


@pytest.mark.parametrize(
    ("text", "port"),
    [
        ("network:192.168.1.50", NetworkPort("network:192.168.1.50", "192.168.1.50", 9100)),
        (
            "network:printer-2.local:9101",
            NetworkPort("network:printer-2.local:9101", "printer-2.local", 9101),
        ),
        ("network:[fe80::1]:9100", NetworkPort("network:[fe80::1]:9100", "fe80::1", 9100)),
        ("usb:04b8:0e15", UsbPort("usb:04b8:0e15", 0x04B8, 0x0E15)),
        ("usb:0x4B8:0xE15", UsbPort("usb:0x4B8:0xE15", 0x04B8, 0x0E15)),
        ("serial:/dev/ttyUSB0", SerialPort("serial:/dev/ttyUSB0", "/dev/ttyUSB0", 38400)),
        ("serial:/dev/ttyS1:9600", SerialPort("serial:/dev/ttyS1:9600", "/dev/ttyS1", 9600)),
        (
            "serial:/dev/serial/by-path/pci-0:00:14.0-usb-0:1:1.0-port0",
            SerialPort(
                "serial:/dev/serial/by-path/pci-0:00:14.0-usb-0:1:1.0-port0",
                "/dev/serial/by-path/pci-0:00:14.0-usb-0:1:1.0-port0",
            ),
        ),
    ],
)
def test_a_port_is_what_the_settings_say(text: str, port: ReceiptPort) -> None:
    assert ReceiptPort.parse(text) == port


@pytest.mark.parametrize(
    "text",
    [
        "",
        "network:",
        "network:printer:0",
        "network:printer:65536",
        "network:printer:９１００",
        "network:two words",
        "network:http://printer/",
        "network:printer\n",
        "usb:04b8",
        "usb:04b8:12345",
        "usb:zzzz:0e15",
        "serial:",
        "serial:/dev/ttyUSB0:38401",
        "serial:/dev/tty USB0",
        "bluetooth:00:11",
        "network:" + "a" * 4000 + "é",
    ],
)
def test_a_wrong_port_is_one_sentence_that_shows_how(text: str) -> None:
    with pytest.raises(SettingsError) as caught:
        ReceiptPort.parse(text)
    assert "network:192.168.1.50" in str(caught.value)


def trouble_of(text: str) -> PrintError:
    with pytest.raises(PrintError) as caught:
        ReceiptPort.parse(text).open(SECONDS)
    return caught.value


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def test_a_network_printer_that_is_off_is_offline() -> None:
    before = open_lines()
    assert trouble_of(f"network:127.0.0.1:{free_port()}").trouble is Trouble.OFFLINE
    assert open_lines() == before


def test_a_name_that_nobody_knows_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert trouble_of("network:printer.invalid").trouble is Trouble.NOT_FOUND


def test_a_name_server_that_is_away_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: over.wait(30) and [])
    assert trouble_of("network:printer.invalid").trouble is Trouble.OFFLINE
    over.set()


def test_a_serial_line_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    assert trouble_of(f"serial:{tmp_path}/ttyUSB0").trouble is Trouble.NOT_FOUND


def test_a_file_is_no_serial_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert trouble_of(f"serial:{tmp_path}/file").trouble is Trouble.OFFLINE


def test_a_serial_line_without_the_right_says_which_group(monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    assert "dialout" in str(trouble_of("serial:/dev/ttyUSB0"))


def test_a_usb_printer_that_is_unplugged_is_not_found(usb_sink: UsbSink) -> None:
    usb_sink.attached = False
    assert trouble_of(usb_sink.name).trouble is Trouble.NOT_FOUND


def test_another_usb_device_is_not_the_printer(usb_sink: UsbSink) -> None:
    assert trouble_of("usb:04b8:ffff").trouble is Trouble.NOT_FOUND


def test_a_usb_printer_without_the_right_asks_for_a_udev_rule(usb_sink: UsbSink) -> None:
    usb_sink.locked = True
    assert "udev" in str(trouble_of(usb_sink.name))


def test_a_usb_printer_that_another_program_has_is_let_go(usb_sink: UsbSink) -> None:
    usb_sink.taken = True
    assert trouble_of(usb_sink.name).trouble is Trouble.OFFLINE
    assert usb_sink.opened == 0


def test_a_system_without_libusb_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for backend in (usb.backend.libusb0, usb.backend.libusb1, usb.backend.openusb):
        monkeypatch.setattr(backend, "get_backend", lambda: None)
    assert "libusb-1.0-0" in str(trouble_of("usb:04b8:0e15"))


@pytest.mark.skipif(usb.backend.libusb1.get_backend() is None, reason="libusb-1.0-0 is not installed")
def test_the_real_libusb_finds_no_such_device() -> None:
    assert trouble_of("usb:dead:beef").trouble is Trouble.NOT_FOUND
