"""Work that needs much memory, done by the kiosk's own commands in a process of their own."""

import logging
import subprocess
import sys

log = logging.getLogger(__name__)


def run_kiosk(*arguments: str, patience_s: float) -> None:
    """Run a command of the kiosk to its end: not on a thread that people wait for. What fails is logged."""
    try:
        command = [sys.executable, "-m", "kiosk", *arguments]
        subprocess.run(command, check=True, capture_output=True, timeout=patience_s)
    except (OSError, subprocess.SubprocessError) as error:
        log.warning("%s: not done: %s", " ".join(arguments[:2]), type(error).__name__)
