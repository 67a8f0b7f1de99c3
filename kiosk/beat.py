"""What the window's process and its supervisor say to each other, a line at a time."""

import os

BEAT = b"beat\n"
"""The window's event loop goes round."""

END = b"end\n"
"""The window shall close as if somebody had closed it."""

RESTART_CODE = 75
"""The window ends with it when staff wish it to begin anew."""

MARK = "MANABI_SUPERVISED"
"""The variable by which the window knows that it has a supervisor, and how the window before ended."""

FIRST = "first"
"""There was none before."""


def supervised() -> bool:
    """Whether this process is a window that somebody supervises."""
    return MARK in os.environ
