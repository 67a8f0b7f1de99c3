"""Sub-commands for people who make and check content.

Each imports what it needs when it runs.
"""

import argparse
import sys
from pathlib import Path

from kiosk.cli.common import console, root_of, tell
from kiosk.errors import N_, Message, SettingsError


def check(options: argparse.Namespace) -> int:
    from kiosk.fitting import fitting_problems
    from kiosk.i18n.check import check_all, report

    problems = (*check_all(root_of(options)), *fitting_problems(root_of(options)))
    sys.stdout.write(report(problems, options.json, console()))
    return int(any(problem.severity == "error" for problem in problems))


def shots(options: argparse.Namespace) -> int:
    from kiosk.lessons.phone.screen import Skin
    from kiosk.shots import ShotPlan, take_shots

    plan = ShotPlan.parse(options.size, options.text_size, options.contrast, options.inches)
    skin = Skin(options.phone) if options.phone else None
    for path in take_shots(root_of(options), options.lang, plan, options.out, options.lessons, skin):
        sys.stdout.write(f"{path}\n")
    return 0


def handout(options: argparse.Namespace) -> int:
    from kiosk.handout.making import SheetMaker
    from kiosk.handout.paper import Paper
    from kiosk.handout.pdf import write_pdf
    from kiosk.settings import cache_folder

    if bool(options.lessons) == bool(options.plan):
        raise SettingsError(N_("教材のIDか、--plan 組のID の、どちらかを書いてください。"))
    maker = SheetMaker(root_of(options), cache_folder())
    plan = maker.editions.edition(options.lang).plan(options.plan) if options.plan else None
    lessons = plan.lessons if plan else options.lessons
    sheets = maker.sheets(lessons, options.lang, dict(_answer(text) for text in options.answer))
    paper, title = Paper(options.paper), plan.title if plan else ""
    write_pdf(sheets, options.out, maker.editions.readings, paper, options.large, title)
    return 0


def _answer(text: str) -> tuple[str, str]:
    question, _, choice = text.partition("=")
    return question, choice


def say(options: argparse.Namespace) -> int:
    from kiosk.i18n.edition import Editions
    from kiosk.i18n.readings import reader_for
    from kiosk.settings import cache_folder, load_settings, settings_file
    from kiosk.speech.offline import speech_wav
    from kiosk.speech.ranking import rankings
    from kiosk.text.ruby import parse_ruby

    text = parse_ruby(options.text)
    if options.lang.startswith("ja"):
        library = Editions(root_of(options), cache_folder()).library
        text = reader_for(library).read(options.text).segments
    settings, _ = load_settings(settings_file())
    ranking = rankings(settings, root_of(options) / "lessons")(options.lang)
    speech_wav(text, options.lang, options.speed, options.out, ranking)
    return 0


def read(options: argparse.Namespace) -> int:
    from kiosk.i18n.readings import reader_for
    from kiosk.lessons.library import load_library
    from kiosk.text.ruby import marked_up

    lines = _lines_to_read(options.text, options.file)
    reader = reader_for(load_library(root_of(options)))
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


def voices(options: argparse.Namespace) -> int:
    from kiosk.settings import cache_folder, load_settings, settings_file
    from kiosk.speech.survey import script_table, survey

    root = root_of(options)
    if options.action == "bake":
        return _bake(root)
    if options.action == "script":
        from kiosk.i18n.recordings import script

        if options.lesson is None:
            raise SettingsError(
                N_("「kiosk voices script 教材 --lang 言語」のように、教材を書いてください。")
            )
        lines = script_table(script(root, cache_folder(), options.lesson, options.lang), console())
    else:
        settings, _ = load_settings(settings_file())
        lines = survey(root, settings, console())
    for line in lines:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    return 0


def _bake(root: Path) -> int:
    from kiosk.bake import bake_voices
    from kiosk.settings import load_settings, settings_file

    settings, _ = load_settings(settings_file())
    for line in bake_voices(root, settings, console()):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    return 0


def translations(options: argparse.Namespace) -> int:
    from kiosk.i18n.update import status, update

    root = root_of(options)
    if options.action == "update":
        update(root, options.lang)
    sys.stdout.write(status(root))
    return 0


def readings(options: argparse.Namespace) -> int:
    if options.action == "import":
        return _import_places(options)
    from kiosk.settings import cache_folder

    if options.action == "keyboard":
        from kiosk.text.word_index import build_index

        build_index(cache_folder())
        return 0
    from kiosk.i18n.readings import learn_readings, reviewed_file, update_readings
    from kiosk.lessons.library import load_library

    root = root_of(options)
    library = load_library(root)
    if options.action == "learn":
        learn_readings(root, library, cache_folder())
        return 0
    update_readings(root, library)
    tell(Message(N_("{file} に読みの一覧を書きました。"), {"file": reviewed_file(root)}))
    return 0


def _import_places(options: argparse.Namespace) -> int:
    from kiosk.places.importer import import_places

    if not options.place:
        raise SettingsError(N_("「kiosk readings import 西海市」のように、市区町村の名前を書いてください。"))
    imported = import_places(root_of(options), options.place, options.prefecture)
    for message in imported.messages:
        tell(message)
    return 0


def schema(options: argparse.Namespace) -> int:
    from kiosk.lessons.schema import write_schemas

    write_schemas(options.out or root_of(options) / "lessons" / "schema")
    return 0
