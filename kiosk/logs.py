"""The log of unexpected errors: small, rotating, without anything a resident typed or chose."""

import logging
from pathlib import Path


def log_file() -> Path:
    import platformdirs

    return Path(platformdirs.user_log_dir("manabi-kiosk")) / "kiosk.log"


def start_log() -> None:
    """Write warnings and errors to the log file; without a writable place, to standard error."""
    from logging.handlers import RotatingFileHandler

    handler: logging.Handler
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            log_file(), maxBytes=200_000, backupCount=3, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
    logging.basicConfig(
        level=logging.WARNING, handlers=[handler], format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
