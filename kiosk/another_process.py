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


def run_kiosk(*arguments: str, patience_s: float) -> None:
    """Run a command that needs much memory: not on a thread that people wait for. What fails is logged."""
    try:
        command = [sys.executable, "-m", "kiosk", *arguments]
        subprocess.run(command, check=True, capture_output=True, timeout=patience_s, env=environment())
    except (OSError, subprocess.SubprocessError) as error:
        log.warning("%s: not done: %s", " ".join(arguments[:2]), type(error).__name__)
