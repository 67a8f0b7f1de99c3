"""The command `kiosk`. Each sub-command imports what it needs when it runs.

argparse rather than typer: typer's import alone costs 40 % of what the first screen may take.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from kiosk.errors import N_, KioskError, Message, SettingsError
from kiosk.paths import SHIPPED

Translate = Callable[[str], str]


class _Parser(argparse.ArgumentParser):
    """argparse with one sentence instead of a usage page for a mistake."""

    def error(self, message: str) -> NoReturn:
        raise SettingsError(
            N_("コマンドの書きかたが正しくありません（{detail}）。「kiosk --help」で使いかたが出ます。"),
            detail=message,
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit code. Errors are one sentence on standard error."""
    try:
        options = _parser().parse_args(arguments)
        return int(options.command(options))
    except KioskError as error:
        sys.stderr.write(error.message.text(_console()) + "\n")
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has seen enough; closing it quietly is what a command does.
        sys.stderr.close()
        return 0
    except Exception as bug:  # noqa: BLE001 - the last door: a bug becomes a log entry and one sentence
        return _report(bug)


def _report(bug: Exception) -> int:
    import logging

    from kiosk.logs import log_file, start_log

    start_log()
    logging.getLogger("kiosk").error("unexpected error", exc_info=bug)
    sentence = N_("思いがけない問題が起きました。くわしい記録は {file} にあります。")
    sys.stderr.write(Message(sentence, {"file": log_file()}).text(_console()) + "\n")
    return 70


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="kiosk", description="まなびキオスク / Manabi Kiosk")
    commands = parser.add_subparsers(dest="name", metavar="COMMAND", required=False)
    parser.set_defaults(command=_run, windowed=False, lang=None, lesson=None, data=None)

    run = _command(commands, "run", _run, "利用者の画面を開く / open the resident's terminal")
    run.add_argument("--windowed", action="store_true")
    run.add_argument("--lang")
    run.add_argument("--lesson", metavar="ID")

    check = _command(
        commands, "check", _check, "教材の問題をすべて表示する / list every problem of the content"
    )
    check.add_argument("--json", action="store_true")

    shots = _command(commands, "shots", _shots, "すべての画面の絵を作る / a PNG of every screen and step")
    shots.add_argument("lessons", nargs="*", metavar="LESSON")
    shots.add_argument("--lang", default="ja")
    shots.add_argument("--out", type=Path, required=True, metavar="DIR")
    shots.add_argument("--size", default="1920x1080", metavar="WxH")
    shots.add_argument("--text-size", default="normal", choices=("normal", "large", "largest"))
    shots.add_argument("--contrast", default="light", choices=("light", "dark", "yellow"))
    shots.add_argument("--inches", type=float, default=0.0, help="画面の対角線 / diagonal of the screen")

    handout = _command(commands, "handout", _handout, "配布シートをPDFにする / the sheet as a PDF")
    handout.add_argument("lesson", metavar="LESSON")
    handout.add_argument("--lang", default="ja")
    handout.add_argument("--out", type=Path, required=True, metavar="F.pdf")
    handout.add_argument("--paper", default="a4", choices=("a4",))
    handout.add_argument("--answer", action="append", default=[], metavar="QUESTION=CHOICE")

    say = _command(commands, "say", _say, "文を音声ファイルにする / speech to a file")
    say.add_argument("text", metavar="TEXT")
    say.add_argument("--lang", default="ja")
    say.add_argument("--out", type=Path, required=True, metavar="F.wav")
    say.add_argument("--speed", type=float, default=1.0)

    translations = _command(
        commands, "translations", _translations, "訳文の状態と更新 / status and update of translations"
    )
    translations.add_argument("action", choices=("status", "update"))
    translations.add_argument("--lang", help="新しい言語を始める / start a new language")

    schema = _command(
        commands, "schema", _schema, "エディター用のJSON Schemaを書く / write JSON Schemas for editors"
    )
    schema.add_argument("--out", type=Path, default=None, metavar="DIR")

    _command(commands, "doctor", _doctor, "この端末にあるもの、ないもの / what this terminal has and lacks")
    return parser


def _command(
    commands: "argparse._SubParsersAction[_Parser]",
    name: str,
    function: Callable[[argparse.Namespace], int],
    help_text: str,
) -> _Parser:
    parser = commands.add_parser(name, help=help_text, description=help_text)
    parser.add_argument("--data", type=Path, default=None, metavar="DIR")
    parser.set_defaults(command=function)
    return parser


def _console() -> Translate:
    """Sentences for the terminal: English for an English locale, else Japanese."""
    import os

    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    if not locale.startswith("en"):
        return str
    from kiosk.i18n.catalogues import load_catalogue
    from kiosk.settings import cache_folder

    try:
        return load_catalogue(SHIPPED, "en", cache_folder()).tr
    except KioskError:
        return str


def _root(options: argparse.Namespace) -> Path:
    root: Path = options.data or SHIPPED
    if not (root / "lessons").is_dir():
        raise SettingsError(
            N_("フォルダー「{folder}」に lessons がありません。教材のあるフォルダーを指定してください。"),
            folder=root,
        )
    return root


def _run(options: argparse.Namespace) -> int:
    from dataclasses import replace

    from kiosk.app import run
    from kiosk.i18n.languages import SOURCE, available_languages, find_language
    from kiosk.logs import start_log
    from kiosk.settings import load_settings, settings_file

    start_log()
    root = _root(options)
    settings, problems = load_settings(settings_file())
    for problem in problems:
        sys.stderr.write(problem.text(_console()) + "\n")
    if options.lang:
        settings = replace(settings, language=find_language(options.lang, root).code)
    elif settings.language not in {language.code for language in available_languages(root)}:
        unknown = N_("設定の言語「{code}」は使えないので、日本語で始めます。")
        sys.stderr.write(Message(unknown, {"code": settings.language}).text(_console()) + "\n")
        settings = replace(settings, language=SOURCE)
    return run(root, settings, options.windowed, options.lesson)


def _check(options: argparse.Namespace) -> int:
    from kiosk.i18n.check import check_all, report

    problems = check_all(_root(options))
    sys.stdout.write(report(problems, options.json, _console()))
    return int(any(problem.severity == "error" for problem in problems))


def _shots(options: argparse.Namespace) -> int:
    from kiosk.shots import ShotPlan, take_shots

    plan = ShotPlan.parse(options.size, options.text_size, options.contrast, options.inches)
    for path in take_shots(_root(options), options.lang, plan, options.out, options.lessons):
        sys.stdout.write(f"{path}\n")
    return 0


def _handout(options: argparse.Namespace) -> int:
    from kiosk.shots import write_handout

    write_handout(_root(options), options.lesson, options.lang, options.answer, options.out)
    return 0


def _say(options: argparse.Namespace) -> int:
    from kiosk.i18n.edition import Editions
    from kiosk.settings import cache_folder
    from kiosk.speech.offline import speech_wav
    from kiosk.text.ruby import parse_ruby

    text = parse_ruby(options.text)
    if options.lang.startswith("ja"):
        text = Editions(_root(options), cache_folder()).library.lexicon.annotate(options.text)
    speech_wav(text, options.lang, options.speed, options.out)
    return 0


def _translations(options: argparse.Namespace) -> int:
    from kiosk.i18n.update import status, update

    root = _root(options)
    if options.action == "update":
        update(root, options.lang)
    sys.stdout.write(status(root))
    return 0


def _schema(options: argparse.Namespace) -> int:
    from kiosk.lessons.schema import write_schemas

    write_schemas(options.out or _root(options) / "lessons" / "schema")
    return 0


def _doctor(options: argparse.Namespace) -> int:
    from kiosk.doctor import examine

    findings = examine(_root(options))
    translate = _console()
    for finding in findings:
        sys.stdout.write(f"{finding.mark}  {finding.message.text(translate)}\n")
    return int(any(finding.fault for finding in findings))
