"""What every sub-command needs: the folder it works on, and the language of its sentences."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from kiosk.errors import N_, KioskError, Message, SettingsError
from kiosk.paths import SHIPPED

Translate = Callable[[str], str]

DATA = "KIOSK_DATA"
"""The variable that names a terminal's own content to every command; `--data` goes before it."""


def console() -> Translate:
    """Sentences for the terminal: English for an English locale, else Japanese."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    if not locale.startswith("en"):
        return str
    from kiosk.i18n.catalogues import load_catalogue
    from kiosk.settings import cache_folder

    try:
        return load_catalogue(SHIPPED, "en", cache_folder()).tr
    except KioskError:
        return str


def tell(message: Message) -> None:
    """What the command was asked for."""
    sys.stdout.write(message.text(console()) + "\n")


def complain(message: Message) -> None:
    """What is wrong."""
    sys.stderr.write(message.text(console()) + "\n")


def root_of(options: argparse.Namespace) -> Path:
    root = Path(options.data or os.environ.get(DATA) or SHIPPED)
    if not (root / "lessons").is_dir():
        raise SettingsError(
            N_("フォルダー「{folder}」に lessons がありません。教材のあるフォルダーを指定してください。"),
            folder=root,
        )
    return root
