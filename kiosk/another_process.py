"""Work that the window's process leaves to others: what they inherit, and the kiosk's own commands run to their end."""

import logging
import os
import subprocess
import sys
from pathlib import Path

log = logging.getLogger(__name__)


def environment() -> dict[str, str]:
    """Ours, and a process of ours imports the very package that started it, wherever that lies."""
    package_home = str(Path(__file__).parents[1])
    paths = [package_home, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def output_of(*arguments: str, patience_s: float, check: bool = True) -> bytes:
    """What a process of Python prints until it ends; `check`: it must end well.

    Raises `OSError`, `SubprocessError`. Not for a thread that people wait for.
    """
    command = [sys.executable, *arguments]
    done = subprocess.run(command, check=check, capture_output=True, timeout=patience_s, env=environment())
    return done.stdout


def run_kiosk(*arguments: str, patience_s: float) -> None:
    """Run a command that needs much memory. What fails is logged."""
    try:
        output_of("-m", "kiosk", *arguments, patience_s=patience_s)
    except (OSError, subprocess.SubprocessError) as error:
        log.warning("%s: not done: %s", " ".join(arguments[:2]), type(error).__name__)
