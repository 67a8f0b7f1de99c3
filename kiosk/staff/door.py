"""The door to the staff page: what a PIN is answered."""

from dataclasses import dataclass
from threading import Lock

from kiosk.errors import N_, KioskError
from kiosk.settings import data_folder
from kiosk.staff.lockout import Lockout
from kiosk.staff.pin import PinState, PinStore


class AlreadySetError(KioskError):
    """The operator has set a PIN while somebody stood before the page on which the first one is chosen."""


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
        self._one_at_a_time = Lock()

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
        with self._one_at_a_time:
            return self._knock(pin)

    def _knock(self, pin: str) -> Opened | Closed:
        before = self.look()
        if not isinstance(before, Ready):
            return before
        failed = self.lockout.now.failed
        self.lockout.begin()
        if self.pins.verify(pin):
            self.lockout.succeeded()
            return Opened(failed)
        return self.look()

    def change(self, pin: str, first: bool = False) -> None:
        """A new PIN, from staff who are inside, or the first one from whoever starts the kiosk.

        Raises `WeakPinError`, `OutputError`, or `AlreadySetError` where the first one has been set meanwhile.
        """
        if first and self.pins.is_set:
            raise AlreadySetError(N_("番号は、もう決まっています。「あとで」を押してください。"))
        self.pins.set_pin(pin)
        self.lockout.succeeded()
