"""The sub-commands and their options.

argparse rather than typer: typer's import alone costs 40 % of what the first screen may take.
"""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn, TypeAlias

from kiosk.cli import content, settings, staff, terminal, usage
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
    _add_staff(commands)
    _add_settings(commands)
    _add_usage(commands)
    return parser


def _add_terminal(commands: Commands) -> None:
    run = _command(commands, "run", terminal.run, "利用者の画面を開く / open the resident's terminal")
    run.add_argument("--windowed", action="store_true")
    run.add_argument("--lang")
    run.add_argument("--lesson", metavar="ID")

    doctor = _command(
        commands, "doctor", terminal.doctor, "この端末にあるもの、ないもの / what this terminal has and lacks"
    )
    doctor.add_argument("--json", action="store_true")


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


def _add_staff(commands: Commands) -> None:
    pin = _command(commands, "pin", staff.pin, "職員の番号を決める、消す / set or reset the PIN of staff")
    pin.add_argument("action", choices=("set", "reset", "status"))
    pin.add_argument("--stdin", action="store_true", help="番号を標準入力から読む / read the PIN from stdin")


def _add_settings(commands: Commands) -> None:
    what = "設定を見る、標準のファイルを書く、元に戻す / settings: show, write the default file, undo"
    own = _command(commands, "settings", settings.settings, what)
    own.add_argument("action", nargs="?", default="show", choices=("show", "write-default", "undo"))


def _add_usage(commands: Commands) -> None:
    what = "利用の数を見る、公開用に書き出す / usage counts: look at them, export them as open data"
    counts = _command(commands, "usage", usage.usage, what)
    counts.add_argument("action", nargs="?", default="show", choices=("show", "export"))
    counts.add_argument("--out", type=Path, metavar="F.csv")
    counts.add_argument("--from", dest="first", type=_day, default=date.min, metavar="YYYY-MM-DD")
    counts.add_argument("--until", dest="last", type=_day, default=date.max, metavar="YYYY-MM-DD")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SettingsError(
            N_("日付「{day}」がわかりません。2026-04-01 のように書いてください。"), day=text
        ) from None


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
