"""A receipt printer for tests at a USB that is not there: a back end of pyusb in place of libusb."""

import errno
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from usb.backend import IBackend
from usb.core import USBError, USBTimeoutError

from tests.escpos_sink import Dots, EscPosPrinter

VENDOR, PRODUCT = 0x04B8, 0x0E15
SINK, SOURCE = 0x03, 0x84
"""End points that no other printer has, either."""


class UsbSink(IBackend):
    """`attached` is false when it is unplugged, `locked` when this user may not use it."""

    def __init__(self) -> None:
        self.printer = EscPosPrinter()
        self.attached, self.locked, self.hangs, self.driver_active = True, False, False, True
        self.taken = False
        """By another program."""
        self.opened = 0
        self._said = b""

    @property
    def name(self) -> str:
        return f"usb:{VENDOR:04x}:{PRODUCT:04x}"

    def receipts(self) -> list[Dots]:
        return self.printer.receipts

    def enumerate_devices(self) -> Iterator[str]:
        yield from ["the printer"] * self.attached

    def get_device_descriptor(self, dev: str) -> SimpleNamespace:
        return _descriptor(idVendor=VENDOR, idProduct=PRODUCT, bNumConfigurations=1)

    def get_configuration_descriptor(self, dev: str, config: int) -> SimpleNamespace:
        if config:
            raise IndexError
        return _descriptor(bNumInterfaces=1, bConfigurationValue=1)

    def get_interface_descriptor(self, dev: str, intf: int, alt: int, config: int) -> SimpleNamespace:
        if intf or alt:
            raise IndexError
        return _descriptor(bInterfaceNumber=0, bAlternateSetting=0, bNumEndpoints=2, bInterfaceClass=7)

    def get_endpoint_descriptor(self, dev: str, ep: int, intf: int, alt: int, config: int) -> SimpleNamespace:
        return _descriptor(bEndpointAddress=(SINK, SOURCE)[ep], bmAttributes=2)

    def open_device(self, dev: str) -> str:
        if self.locked:
            raise USBError("Access denied", -3, errno.EACCES)
        self.opened += 1
        return dev

    def close_device(self, handle: str) -> None:
        self.opened -= 1

    def get_configuration(self, handle: str) -> int:
        return 1

    def claim_interface(self, handle: str, intf: int) -> None:
        if self.driver_active or self.taken:
            raise USBError("Resource busy", -6, errno.EBUSY)

    def release_interface(self, handle: str, intf: int) -> None:
        """Nobody else wants it."""

    def is_kernel_driver_active(self, handle: str, intf: int) -> bool:
        return self.driver_active

    def detach_kernel_driver(self, handle: str, intf: int) -> None:
        self.driver_active = False

    def bulk_write(self, handle: str, ep: int, intf: int, data: Any, timeout: int) -> int:
        assert ep == SINK
        self._check()
        self._said += self.printer.receive(bytes(data))
        return len(data)

    def bulk_read(self, handle: str, ep: int, intf: int, buff: Any, timeout: int) -> int:
        assert ep == SOURCE
        self._check()
        if not self._said:
            raise USBTimeoutError("Operation timed out", -7, errno.ETIMEDOUT)
        said, self._said = self._said[: len(buff)], self._said[len(buff) :]
        buff[: len(said)] = type(buff)("B", said)
        return len(said)

    def _check(self) -> None:
        if not self.attached:
            raise USBError("No such device", -4, errno.ENODEV)
        if self.hangs:
            raise USBTimeoutError("Operation timed out", -7, errno.ETIMEDOUT)


def _descriptor(**values: object) -> SimpleNamespace:
    names = (
        "bLength bDescriptorType bcdUSB bDeviceClass bDeviceSubClass bDeviceProtocol bMaxPacketSize0 bcdDevice "
        "iManufacturer iProduct iSerialNumber address bus port_number port_numbers speed wTotalLength "
        "iConfiguration bmAttributes bMaxPower bInterfaceSubClass bInterfaceProtocol iInterface wMaxPacketSize "
        "bInterval bRefresh bSynchAddress extra_descriptors"
    )
    return SimpleNamespace(**(dict.fromkeys(names.split()) | values))
