"""Sub-commands for the terminal itself.

Each imports what it needs when it runs.
"""

import argparse
import sys

from kiosk.cli.common import console, root_of
from kiosk.errors import N_, Message


def run(options: argparse.Namespace) -> int:
    from dataclasses import replace

    from kiosk.app import run
    from kiosk.i18n.languages import SOURCE, available_languages, find_language
    from kiosk.logs import start_log
    from kiosk.settings import load_settings, settings_file

    start_log()
    root = root_of(options)
    settings, problems = load_settings(settings_file())
    for problem in problems:
        sys.stderr.write(problem.text(console()) + "\n")
    if options.lang:
        settings = replace(settings, language=find_language(options.lang, root).code)
    elif settings.language not in {language.code for language in available_languages(root)}:
        unknown = N_("設定の言語「{code}」は使えないので、日本語で始めます。")
        sys.stderr.write(Message(unknown, {"code": settings.language}).text(console()) + "\n")
        settings = replace(settings, language=SOURCE)
    return run(root, settings, options.windowed, options.lesson)


def doctor(options: argparse.Namespace) -> int:
    from kiosk.doctor import examine

    findings = examine(root_of(options))
    translate = console()
    for finding in findings:
        sys.stdout.write(f"{finding.mark}  {finding.message.text(translate)}\n")
    return int(any(finding.fault for finding in findings))
