"""What this terminal has and lacks, in words for the people who look after it."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.errors import N_, KioskError, Message
from kiosk.i18n.languages import available_languages
from kiosk.logs import log_file
from kiosk.paths import ASSETS
from kiosk.settings import cache_folder, load_settings, settings_file

_ENTRY = re.compile(r"\d{4}-\d\d-\d\d .* (WARNING|ERROR|CRITICAL) ")
LEAST_DISK = 200 * 1024 * 1024


@dataclass(frozen=True)
class Finding:
    """`fault` is something that must be mended; a lack the kiosk can live with is not."""

    message: Message
    fault: bool = False
    lack: bool = False

    @property
    def mark(self) -> str:
        return "×" if self.fault else "△" if self.lack else "○"


def examine(root: Path) -> tuple[Finding, ...]:
    """Everything, in the order in which one would look."""
    return (
        *_fonts(),
        *_settings(),
        *_content(root),
        *_voices(root),
        *_sound(),
        *_kept_sounds(),
        *_screen(),
        *_printer(),
        *_clock(),
        *_disk(),
        *_log(),
    )


def _fonts() -> Iterator[Finding]:
    missing = [
        name
        for name in ("BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf")
        if not (ASSETS / "fonts" / name).is_file()
    ]
    if missing:
        what = N_("書体：{names} がありません。ソフトを入れなおしてください。")
        yield Finding(Message(what, {"names": "、".join(missing)}), fault=True)
    else:
        yield Finding(Message(N_("書体：BIZ UDPゴシックがあります。")))


def _settings() -> Iterator[Finding]:
    _, problems = load_settings(settings_file())
    yield from (Finding(problem, lack=True) for problem in problems)


def _content(root: Path) -> Iterator[Finding]:
    from kiosk.lessons.library import load_library

    try:
        library = load_library(root)
    except KioskError as error:
        yield Finding(error.message, fault=True)
        return
    errors = [problem for problem in library.problems if problem.severity == "error"]
    counts = {"lessons": len(library.lessons), "errors": len(errors)}
    if errors:
        what = N_(
            "教材：{lessons}個が使えます。問題が{errors}件あります。「kiosk check」で確かめてください。"
        )
        yield Finding(Message(what, counts), fault=True)
    else:
        yield Finding(Message(N_("教材：{lessons}個が使えます。"), counts))


def _voices(root: Path) -> Iterator[Finding]:
    from kiosk.speech.offline import voice_name
    from kiosk.speech.ranking import rankings

    settings, _ = load_settings(settings_file())
    ranking_of = rankings(settings, root / "lessons")
    for language in available_languages(root):
        voice = voice_name(language.code, ranking_of)
        values = {"language": language.name, "voice": voice}
        if voice:
            yield Finding(Message(N_("声：{language}は {voice} が読みます。"), values))
        else:
            yield Finding(
                Message(N_("声：{language}の声がありません。文字だけで進みます。"), values), lack=True
            )


def _sound() -> Iterator[Finding]:
    from PySide6.QtCore import QCoreApplication

    from kiosk.speech.device import device_name

    application = QCoreApplication.instance() or QCoreApplication([])
    if device := device_name():
        yield Finding(Message(N_("音：{device} から出ます。"), {"device": device}))
    else:
        yield Finding(Message(N_("音：スピーカーが見つかりません。音なしで動きます。")), lack=True)
    del application


def _kept_sounds() -> Iterator[Finding]:
    from kiosk.speech.cache import SoundCache, sound_folder

    cache = SoundCache(sound_folder())
    if trouble := cache.try_out():
        yield Finding(trouble, lack=True)
    else:
        what = N_("作った音：{megabytes} MB をしまっています。")
        yield Finding(Message(what, {"megabytes": cache.size_bytes // (1024 * 1024)}))


def _screen() -> Iterator[Finding]:
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        yield Finding(Message(N_("画面：見つかりません。「kiosk shots」で画面の絵は作れます。")), lack=True)
        return
    yield Finding(Message(N_("画面：つながっています。")))


def _printer() -> Iterator[Finding]:
    from kiosk.handout.paper import Paper
    from kiosk.handout.printers.choose import paper_for, printer_for

    settings, _ = load_settings(settings_file())
    paper = Paper(settings.paper)
    fitting = paper_for(settings.printer, paper)
    if fitting is not paper:
        what = N_("印刷の紙：このプリンターに「{paper}」はないので、「{fitting}」を使います。")
        yield Finding(Message(what, {"paper": paper, "fitting": fitting}), lack=True)
    printer = printer_for(settings.printer, fitting)
    state = printer.state()
    if state.trouble is None:
        yield Finding(Message(N_("プリンター「{printer}」：使えます。"), {"printer": printer.name}))
    for message in state.tasks(printer.name):
        yield Finding(message, lack=True)
    for message in state.remarks:
        yield Finding(message)


def _clock() -> Iterator[Finding]:
    today = date.today()
    values = {"day": today.isoformat()}
    if today.year < 2026:
        yield Finding(Message(N_("時計：{day} になっています。日付を合わせてください。"), values), fault=True)
    else:
        yield Finding(Message(N_("時計：{day} です。"), values))


def _disk() -> Iterator[Finding]:
    folder = cache_folder()
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    values = {"megabytes": free // (1024 * 1024)}
    if free < LEAST_DISK:
        what = N_("ディスク：空きが {megabytes} MB しかありません。いらないファイルを消してください。")
        yield Finding(Message(what, values), fault=True)
    else:
        yield Finding(Message(N_("ディスク：空きは {megabytes} MB です。"), values))


def _log() -> Iterator[Finding]:
    """What went wrong while nobody looked, such as a voice that stopped."""
    try:
        lines = log_file().read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    values = {"count": sum(bool(_ENTRY.match(line)) for line in lines), "file": log_file()}
    if values["count"]:
        yield Finding(Message(N_("記録：{file} に{count}件あります。"), values), lack=True)
