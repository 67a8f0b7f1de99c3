"""Makes every sound and says how far it is: `python -m kiosk.health.baking ROOT LANGUAGE`."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from kiosk.bake import bake_voices
from kiosk.i18n.catalogues import load_catalogue
from kiosk.logs import log_the_uncaught
from kiosk.settings import cache_folder, load_settings, settings_file
from kiosk.speech.worker import be_modest
from kiosk.staff.baking import progress_line


def command(root: Path, language: str) -> tuple[str, ...]:
    """What `kiosk.staff.baking.Baking` runs."""
    return (sys.executable, "-m", __name__, str(root), language)


def main(root: Path, language: str) -> None:
    log_the_uncaught()
    be_modest()
    settings, _ = load_settings(settings_file())
    translate = load_catalogue(root, language, cache_folder()).tr
    try:
        for _told in bake_voices(root, settings, translate, _progress):
            pass
    except BrokenPipeError:
        os._exit(0)  # the window is gone: nobody is left to be told, not even at the end of this process


def _progress(name: str) -> Callable[[int, int], None]:
    def tell(done: int, of: int) -> None:
        sys.stdout.write(progress_line(name, done, of))
        sys.stdout.flush()

    return tell


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
