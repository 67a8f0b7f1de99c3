"""Sub-commands for the terminal itself.

Each imports what it needs when it runs.
"""

import argparse
import sys

from kiosk.cli.common import complain, console, root_of
from kiosk.errors import ContentError


def run(options: argparse.Namespace) -> int:
    """Supervised, unless it is in a window on somebody's desktop."""
    from kiosk.beat import supervised

    return _open_window(options) if options.windowed or supervised() else _supervise(options)


def _supervise(options: argparse.Namespace) -> int:
    from kiosk.display import require_display
    from kiosk.i18n.languages import find_language
    from kiosk.logs import log_the_uncaught
    from kiosk.only_one import only_one
    from kiosk.settings import runtime_folder
    from kiosk.supervisor import supervise

    log_the_uncaught()
    root = root_of(options)
    if options.lang:
        find_language(options.lang, root)
    command = [sys.executable, "-m", "kiosk", "run"]
    for name in ("lang", "lesson", "data"):
        value = getattr(options, name)
        command += [f"--{name}", str(value)] if value else []
    with only_one(runtime_folder(), "supervisor"):
        return supervise(command, require_display, complain)


def _open_window(options: argparse.Namespace) -> int:
    from dataclasses import replace

    from kiosk.app import run
    from kiosk.beat import supervised
    from kiosk.i18n.languages import find_language, offered_or_source
    from kiosk.logs import log_the_uncaught
    from kiosk.settings import load_settings, settings_file

    log_the_uncaught()
    root = root_of(options)
    settings, problems = load_settings(settings_file())
    for problem in problems:
        complain(problem)
    if options.lang:
        language = find_language(options.lang, root).code
    else:
        language, unknown = offered_or_source(settings.language, root)
        for problem in unknown:
            complain(problem)
    settings = replace(settings, language=language)
    try:
        return run(root, settings, options.windowed, options.lesson)
    except ContentError as error:
        if not supervised():
            raise
        trouble = error.with_traceback(None)
    from kiosk.out_of_service import stay

    complain(trouble.message)
    return stay(trouble, console())


def doctor(options: argparse.Namespace) -> int:
    from kiosk.doctor import examine
    from kiosk.logs import start_log
    from kiosk.staff.health import Mark, as_json

    start_log()
    findings = examine(root_of(options))
    translate = console()
    if options.json:
        sys.stdout.write(as_json(findings, translate))
    else:
        for finding in findings:
            sys.stdout.write(f"{finding.mark.sign}  {finding.message.text(translate)}\n")
    return int(any(finding.mark is Mark.FAULT for finding in findings))
