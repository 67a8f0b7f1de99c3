"""How the process keeps its memory."""

import ctypes
import sys

_M_MMAP_THRESHOLD, _PICTURE_BYTES = -3, 1024 * 1024


def give_pictures_back() -> None:
    """Pictures are large, come and go, and leave holes: glibc then keeps some 40 MiB that nobody uses.

    Its threshold grows with what was freed unless it is set (mallopt(3), M_MMAP_THRESHOLD).
    """
    if sys.platform.startswith("linux") and hasattr(libc := ctypes.CDLL(None), "mallopt"):
        libc.mallopt(_M_MMAP_THRESHOLD, _PICTURE_BYTES)
