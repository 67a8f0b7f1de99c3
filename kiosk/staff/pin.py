"""The PIN that opens the staff page: kept as an Argon2id hash only, and never a default one."""

from enum import Enum, auto
from itertools import pairwise
from pathlib import Path

from kiosk.errors import N_, KioskError
from kiosk.staff.private import remove, write_private

LEAST_DIGITS, MOST_DIGITS = 6, 12

MEMORY_KIB, ROUNDS, LANES = 19_456, 2, 1
"""OWASP's least for Argon2id (Password Storage Cheat Sheet)."""
_SALT_BYTES, _HASH_BYTES = 16, 32

_OFTEN_CHOSEN = frozenset(
    (
        *("112233", "223344", "445566", "332211", "665544", "111222", "112211", "100000", "000001"),
        *("123321", "654456", "123654", "789456", "142536", "246810", "135790", "121314", "131313"),
        *("159753", "147258", "258369", "147852", "741852", "963852", "102030", "010203"),
    )
)


class WeakPinError(KioskError):
    """This may not become the PIN."""


class PinState(Enum):
    UNSET = auto()
    SET = auto()
    DAMAGED = auto()
    """There is something where the hash should be, but no PIN can be right: staff reset it from the system."""


class PinStore:
    """Keeps the hash in `folder`/pin, mode 0600. `set_pin` and `verify` take some 30 to 60 ms."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "pin"

    @property
    def state(self) -> PinState:
        kept = self._kept()
        if kept is None:
            return PinState.UNSET
        return PinState.SET if _is_sound(kept) else PinState.DAMAGED

    @property
    def is_set(self) -> bool:
        return self.state is not PinState.UNSET

    def set_pin(self, pin: str) -> None:
        """Raises `WeakPinError` or `OutputError`; the PIN before is kept then."""
        from argon2 import PasswordHasher

        check_pin(pin)
        hasher = PasswordHasher(ROUNDS, MEMORY_KIB, LANES, _HASH_BYTES, _SALT_BYTES)
        write_private(self.file, hasher.hash(pin).encode())

    def verify(self, pin: str) -> bool:
        """Never true without a sound hash."""
        from argon2 import PasswordHasher
        from argon2.exceptions import VerificationError

        kept = self._kept()
        if kept is None or not _is_sound(kept):
            return False
        try:
            return PasswordHasher().verify(kept, pin)
        except VerificationError:
            return False

    def reset(self) -> None:
        """Raises `OutputError`."""
        remove(self.file)

    def _kept(self) -> str | None:
        """What is kept; None only where there is nothing, and an empty text where it cannot be read."""
        try:
            return self.file.read_text(encoding="ascii")
        except FileNotFoundError:
            return None
        except (OSError, ValueError):
            return ""


def check_pin(pin: str) -> None:
    """Raises `WeakPinError` for what is no PIN, and for what everybody tries first."""
    if not (pin.isascii() and pin.isdigit()):
        raise WeakPinError(N_("番号には、数字だけを使ってください。"))
    if not LEAST_DIGITS <= len(pin) <= MOST_DIGITS:
        raise WeakPinError(
            N_("番号は、{least}けたから{most}けたまでの数字にしてください。"),
            least=LEAST_DIGITS,
            most=MOST_DIGITS,
        )
    if pin in _OFTEN_CHOSEN or _repeats(pin) or _runs(pin):
        raise WeakPinError(N_("この番号は、すぐに当てられます。ほかの番号にしてください。"))


def _repeats(pin: str) -> bool:
    """000000, 121212, 123123: one block again and again."""
    return pin in (pin + pin)[1:-1]


def _runs(pin: str) -> bool:
    """123456, 987654, also over the end: 789012."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return steps in ({1}, {9})


def _is_sound(kept: str) -> bool:
    """Whether it is a whole hash of ours: a shortened one would be matched by PINs that are not right."""
    from argon2 import Parameters, Type, extract_parameters
    from argon2.exceptions import InvalidHashError

    try:
        found = extract_parameters(kept)
    except (InvalidHashError, ValueError):
        return False
    return found == Parameters(Type.ID, 19, _SALT_BYTES, _HASH_BYTES, ROUNDS, MEMORY_KIB, LANES)
