"""A receipt printer at the USB, through pyusb and libusb. Every trouble is an `OSError`."""

from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk.handout.printers.connections import MOST_BYTES

if TYPE_CHECKING:
    from usb.core import Device, Endpoint, Interface

PRINTER_CLASS = 7


class UsbConnection:
    """A device with its two bulk end points; `source` is None for a printer that only listens."""

    def __init__(self, device: "Device", sink: "Endpoint", source: "Endpoint | None", seconds: float) -> None:
        self._device, self._sink, self._source = device, sink, source
        self._seconds = seconds

    @classmethod
    def to(cls, device: "Device", seconds: float) -> "UsbConnection":
        """Takes the printer from the system's own driver. Raises `USBError`."""
        from usb.core import USBError
        from usb.util import dispose_resources

        try:
            return cls(device, *_claimed_ends(device), seconds)
        except USBError:
            dispose_resources(device)
            raise

    def write(self, data: bytes) -> None:
        from usb.core import USBTimeoutError

        try:
            written = self._sink.write(data, _milliseconds(self._seconds))
        except USBTimeoutError as error:
            raise TimeoutError from error
        if written < len(data):
            raise TimeoutError

    def read(self, seconds: float) -> bytes:
        from usb.core import USBTimeoutError

        if self._source is None:
            return b""
        try:
            return bytes(self._source.read(MOST_BYTES, _milliseconds(seconds)))
        except USBTimeoutError:
            return b""

    def close(self, drop: bool = False) -> None:
        from usb.util import dispose_resources

        dispose_resources(self._device)


def _claimed_ends(device: "Device") -> tuple["Endpoint", "Endpoint | None"]:
    from usb.core import USBError
    from usb.util import ENDPOINT_IN, ENDPOINT_OUT, claim_interface

    interface = _printer_interface(device)
    number = interface.bInterfaceNumber
    with suppress(NotImplementedError):
        if device.is_kernel_driver_active(number):
            device.detach_kernel_driver(number)
    claim_interface(device, number)
    sink = _bulk(interface, ENDPOINT_OUT)
    if sink is None:
        raise USBError("not a printer")
    return sink, _bulk(interface, ENDPOINT_IN)


def _printer_interface(device: "Device") -> "Interface":
    from usb.core import USBError
    from usb.util import find_descriptor

    try:
        configuration = device.get_active_configuration()
    except USBError:
        device.set_configuration()
        configuration = device.get_active_configuration()
    return find_descriptor(configuration, bInterfaceClass=PRINTER_CLASS) or configuration[(0, 0)]


def _bulk(interface: "Interface", direction: int) -> "Endpoint | None":
    from usb.util import ENDPOINT_TYPE_BULK, endpoint_direction, endpoint_type

    for end in interface:
        is_bulk = endpoint_type(end.bmAttributes) == ENDPOINT_TYPE_BULK
        if is_bulk and endpoint_direction(end.bEndpointAddress) == direction:
            return end
    return None


def _milliseconds(seconds: float) -> int:
    """At least one: libusb takes none for "without end"."""
    return max(1, round(seconds * 1000))
