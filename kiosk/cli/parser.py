"""The sub-commands and their options.

argparse rather than typer: typer's import alone costs 40 % of what the first screen may take.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, TypeAlias

from kiosk.cli import content, terminal
from kiosk.errors import N_, SettingsError
from kiosk.settings import PAPERS


class _Parser(argparse.ArgumentParser):
    """argparse with one sentence instead of a usage page for a mistake."""

    def error(self, message: str) -> NoReturn:
        raise SettingsError(
            N_("コマンドの書きかたが正しくありません（{detail}）。「kiosk --help」で使いかたが出ます。"),
            detail=message,
        )


Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


def make_parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="kiosk", description="まなびキオスク / Manabi Kiosk")
    commands = parser.add_subparsers(dest="name", metavar="COMMAND", required=False)
    parser.set_defaults(command=terminal.run, windowed=False, lang=None, lesson=None, data=None)
    _add_terminal(commands)
    _add_content(commands)
    _add_readings_and_voices(commands)
    return parser


def _add_terminal(commands: Commands) -> None:
    run = _command(commands, "run", terminal.run, "利用者の画面を開く / open the resident's terminal")
    run.add_argument("--windowed", action="store_true")
    run.add_argument("--lang")
    run.add_argument("--lesson", metavar="ID")

    _command(
        commands, "doctor", terminal.doctor, "この端末にあるもの、ないもの / what this terminal has and lacks"
    )


def _add_content(commands: Commands) -> None:
    check = _command(
        commands, "check", content.check, "教材の問題をすべて表示する / list every problem of the content"
    )
    check.add_argument("--json", action="store_true")

    shots = _command(
        commands, "shots", content.shots, "すべての画面の絵を作る / a PNG of every screen and step"
    )
    shots.add_argument("lessons", nargs="*", metavar="LESSON")
    shots.add_argument("--lang", default="ja")
    shots.add_argument("--out", type=Path, required=True, metavar="DIR")
    shots.add_argument("--size", default="1920x1080", metavar="WxH")
    shots.add_argument("--text-size", default="normal", choices=("normal", "large", "largest"))
    shots.add_argument("--contrast", default="light", choices=("light", "dark", "yellow"))
    shots.add_argument("--phone", choices=("iphone", "android"), help="スマートフォンの種類 / kind of phone")
    shots.add_argument("--inches", type=float, default=0.0, help="画面の対角線 / diagonal of the screen")

    handout = _command(commands, "handout", content.handout, "配布シートをPDFにする / the sheet as a PDF")
    handout.add_argument("lessons", nargs="*", metavar="LESSON")
    handout.add_argument("--plan", metavar="ID", help="lessons/plans.yaml の教室の組 / a class plan")
    handout.add_argument("--lang", default="ja")
    handout.add_argument("--out", type=Path, required=True, metavar="F.pdf")
    handout.add_argument("--paper", default="a4", choices=PAPERS)
    handout.add_argument("--large", action="store_true", help="大きな文字 / large print")
    handout.add_argument("--answer", action="append", default=[], metavar="QUESTION=CHOICE")

    schema = _command(
        commands, "schema", content.schema, "エディター用のJSON Schemaを書く / write JSON Schemas for editors"
    )
    schema.add_argument("--out", type=Path, default=None, metavar="DIR")

    translations = _command(
        commands, "translations", content.translations, "訳文の状態と更新 / status and update of translations"
    )
    translations.add_argument("action", choices=("status", "update"))
    translations.add_argument("--lang", help="新しい言語を始める / start a new language")


def _add_readings_and_voices(commands: Commands) -> None:
    read = _command(commands, "read", content.read, "日本語の読みを表示する / how Japanese text is read")
    read.add_argument("text", nargs="?", metavar="TEXT")
    read.add_argument("--file", type=Path, metavar="F")
    read.add_argument("--kana", action="store_true", help="かなだけ / kana only")

    readings = _command(
        commands,
        "readings",
        content.readings,
        "地名の読みを取りこむ、読みの一覧を書く / import place names, write the list of readings",
    )
    readings.add_argument("action", choices=("import", "update", "learn", "keyboard"))
    readings.add_argument("place", nargs="?", metavar="市区町村")
    readings.add_argument("--prefecture", metavar="都道府県")

    say = _command(commands, "say", content.say, "文を音声ファイルにする / speech to a file")
    say.add_argument("text", metavar="TEXT")
    say.add_argument("--lang", default="ja")
    say.add_argument("--out", type=Path, required=True, metavar="F.wav")
    say.add_argument("--speed", type=float, default=1.0)

    voices = _command(
        commands,
        "voices",
        content.voices,
        "声の一覧と録音の台本 / which voice each language has, and what to record",
    )
    voices.add_argument("action", nargs="?", default="show", choices=("show", "script", "bake"))
    voices.add_argument("lesson", nargs="?", metavar="LESSON")
    voices.add_argument("--lang", default="ja")


def _command(
    commands: Commands,
    name: str,
    function: Callable[[argparse.Namespace], int],
    help_text: str,
) -> _Parser:
    parser = commands.add_parser(name, help=help_text, description=help_text)
    parser.add_argument("--data", type=Path, default=None, metavar="DIR")
    parser.set_defaults(command=function)
    return parser
