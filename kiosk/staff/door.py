"""The door to the staff page: what a PIN is answered."""

from dataclasses import dataclass

from kiosk.settings import data_folder
from kiosk.staff.lockout import Lockout
from kiosk.staff.pin import PinState, PinStore


@dataclass(frozen=True)
class Unset:
    """There is no PIN yet, so nobody comes in."""


@dataclass(frozen=True)
class Damaged:
    """The kept PIN cannot be read: only the operator of the system can set a new one."""


@dataclass(frozen=True)
class Waits:
    """Nothing is tried for so many seconds, not even the right PIN."""

    seconds: float


@dataclass(frozen=True)
class Ready:
    """A PIN may be tried; `left` may be wrong before there is a wait (0 once there was one)."""

    left: int


@dataclass(frozen=True)
class Opened:
    """The PIN was right; so many were wrong before it."""

    failed: int


Closed = Unset | Damaged | Waits | Ready


class Door:
    """`look` and `knock` read and write the disk and take up to 60 ms or more: not for the window's thread."""

    def __init__(self, pins: PinStore, lockout: Lockout) -> None:
        self.pins, self.lockout = pins, lockout

    @staticmethod
    def here() -> "Door":
        """That of this terminal."""
        folder = data_folder() / "staff"
        return Door(PinStore(folder), Lockout(folder))

    def look(self) -> Closed:
        """How the door stands, before anybody tries."""
        tries = self.lockout.look()
        match self.pins.state:
            case PinState.UNSET:
                return Unset()
            case PinState.DAMAGED:
                return Damaged()
            case PinState.SET:
                return Waits(tries.wait) if tries.wait else Ready(tries.free_left)

    def knock(self, pin: str) -> Opened | Closed:
        """Try a PIN. Raises `OutputError` where the try cannot be counted: then it was not tried."""
        before = self.look()
        if not isinstance(before, Ready):
            return before
        failed = self.lockout.now.failed
        self.lockout.begin()
        if self.pins.verify(pin):
            self.lockout.succeeded()
            return Opened(failed)
        return self.look()

    def change(self, pin: str) -> None:
        """A new PIN, from staff who are inside or at the first start. Raises `WeakPinError` or `OutputError`."""
        self.pins.set_pin(pin)
        self.lockout.succeeded()
