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

    read = _command(commands, "read", _read, "日本語の読みを表示する / how Japanese text is read")
    read.add_argument("text", nargs="?", metavar="TEXT")
    read.add_argument("--file", type=Path, metavar="F")
    read.add_argument("--kana", action="store_true", help="かなだけ / kana only")

    voices = _command(
        commands,
        "voices",
        _voices,
        "声の一覧と録音の台本 / which voice each language has, and what to record",
    )
    voices.add_argument("action", nargs="?", default="show", choices=("show", "script", "bake"))
    voices.add_argument("lesson", nargs="?", metavar="LESSON")
    voices.add_argument("--lang", default="ja")

    translations = _command(
        commands, "translations", _translations, "訳文の状態と更新 / status and update of translations"
    )
    translations.add_argument("action", choices=("status", "update"))
    translations.add_argument("--lang", help="新しい言語を始める / start a new language")

    readings = _command(
        commands,
        "readings",
        _readings,
        "地名の読みを取りこむ、読みの一覧を書く / import place names, write the list of readings",
    )
    readings.add_argument("action", choices=("import", "update", "learn"))
    readings.add_argument("place", nargs="?", metavar="市区町村")
    readings.add_argument("--prefecture", metavar="都道府県")

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
    from kiosk.i18n.readings import reader_for
    from kiosk.settings import cache_folder, load_settings, settings_file
    from kiosk.speech.offline import speech_wav
    from kiosk.speech.ranking import rankings
    from kiosk.text.ruby import parse_ruby

    text = parse_ruby(options.text)
    if options.lang.startswith("ja"):
        library = Editions(_root(options), cache_folder()).library
        text = reader_for(library).read(options.text).segments
    settings, _ = load_settings(settings_file())
    ranking = rankings(settings, _root(options) / "lessons")(options.lang)
    speech_wav(text, options.lang, options.speed, options.out, ranking)
    return 0


def _read(options: argparse.Namespace) -> int:
    from kiosk.i18n.readings import reader_for
    from kiosk.lessons.library import load_library
    from kiosk.text.ruby import marked_up

    lines = _lines_to_read(options.text, options.file)
    reader = reader_for(load_library(_root(options)))
    for line in lines:
        reading = reader.read(line)
        sys.stdout.write((reading.kana if options.kana else marked_up(reading.segments)) + "\n")
    return 0


def _lines_to_read(text: str | None, file: Path | None) -> list[str]:
    if (text is None) == (file is None):
        raise SettingsError(N_("読む文か、--file ファイルの、どちらか一つを書いてください。"))
    if text is not None:
        return text.splitlines() or [""]
    assert file
    try:
        return file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            N_("「{file}」が読めません（{detail}）。UTF-8の文書を指定してください。"), file=file, detail=error
        ) from error


def _voices(options: argparse.Namespace) -> int:
    from kiosk.settings import cache_folder, load_settings, settings_file
    from kiosk.speech.survey import script_table, survey

    root = _root(options)
    if options.action == "bake":
        return _bake(root)
    if options.action == "script":
        from kiosk.i18n.recordings import script

        if options.lesson is None:
            raise SettingsError(
                N_("「kiosk voices script 教材 --lang 言語」のように、教材を書いてください。")
            )
        lines = script_table(script(root, cache_folder(), options.lesson, options.lang), _console())
    else:
        settings, _ = load_settings(settings_file())
        lines = survey(root, settings, _console())
    for line in lines:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    return 0


def _bake(root: Path) -> int:
    from kiosk.bake import bake_voices
    from kiosk.settings import load_settings, settings_file

    settings, _ = load_settings(settings_file())
    for line in bake_voices(root, settings, _console()):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    return 0


def _translations(options: argparse.Namespace) -> int:
    from kiosk.i18n.update import status, update

    root = _root(options)
    if options.action == "update":
        update(root, options.lang)
    sys.stdout.write(status(root))
    return 0


def _readings(options: argparse.Namespace) -> int:
    if options.action == "import":
        return _import_places(options)
    from kiosk.i18n.readings import learn_readings, reviewed_file, update_readings
    from kiosk.lessons.library import load_library
    from kiosk.settings import cache_folder

    root = _root(options)
    library = load_library(root)
    if options.action == "learn":
        learn_readings(root, library, cache_folder())
        return 0
    update_readings(root, library)
    written = Message(N_("{file} に読みの一覧を書きました。"), {"file": reviewed_file(root)})
    sys.stdout.write(written.text(_console()) + "\n")
    return 0


def _import_places(options: argparse.Namespace) -> int:
    from kiosk.places.importer import import_places

    if not options.place:
        raise SettingsError(N_("「kiosk readings import 西海市」のように、市区町村の名前を書いてください。"))
    imported = import_places(_root(options), options.place, options.prefecture)
    for message in imported.messages:
        sys.stdout.write(message.text(_console()) + "\n")
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
