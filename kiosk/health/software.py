"""What was installed, set and written: fonts, settings, content, PIN, versions."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kiosk.draw.font_files import font_files
from kiosk.errors import N_, ContentError, Message
from kiosk.i18n.languages import offered_or_source
from kiosk.paths import ASSETS, SHIPPED
from kiosk.settings import cache_folder, load_settings, settings_file
from kiosk.staff.health import Area, Finding, Mark


def fonts(_root: Path) -> Iterator[Finding]:
    damaged = [file.name for file, whole in font_files() if not whole]
    if damaged:
        what = N_("書体：{names} がないか、こわれています。ソフトを入れなおしてください。")
        yield Finding(Area.FONTS, Message(what, {"names": "、".join(damaged)}), Mark.FAULT)
    else:
        yield Finding(Area.FONTS, Message(N_("書体：BIZ UDPゴシックがあります。")))


def settings(root: Path) -> Iterator[Finding]:
    found, problems = load_settings(settings_file())
    problems = (*problems, *offered_or_source(found.language, root)[1])
    yield from (Finding(Area.SETTINGS, problem, Mark.LACK) for problem in problems)
    if not problems:
        yield Finding(Area.SETTINGS, Message(N_("設定：正しく読めました。")))


def content(root: Path) -> Iterator[Finding]:
    """Its faults, and what is due to be looked at again. Raises `ContentError` when there is none at all."""
    from kiosk.i18n.edition import Editions
    from kiosk.lessons.problems import Severity

    editions = Editions(root, cache_folder())
    library = editions.library
    errors = [problem for problem in library.problems if problem.severity is Severity.ERROR]
    counts = {"lessons": len(library.lessons), "errors": len(errors)}
    if errors:
        what = N_(
            "教材：{lessons}個が使えます。直すところが{errors}件あります。"
            "職員のページの「教材」か「kiosk check」で確かめてください。"
        )
        yield Finding(Area.CONTENT, Message(what, counts), Mark.FAULT)
    else:
        yield Finding(Area.CONTENT, Message(N_("教材：{lessons}個が使えます。"), counts))
    yield from (Finding(Area.CONTENT, fault, Mark.FAULT) for fault in editions.faults)
    yield from reviews({name: lesson.review_by for name, lesson in library.lessons.items()}, date.today())


def reviews(due: dict[str, date], today: date) -> Iterator[Finding]:
    """From the day by which each lesson must be looked at again."""
    late = sorted(name for name, day in due.items() if day < today)
    if late:
        what = N_(
            "教材の見なおし：{count}個の日が過ぎています（{names}）。内容を確かめて、日を新しくしてください。"
        )
        values = {"count": len(late), "names": "、".join(late)}
        yield Finding(Area.REVIEWS, Message(what, values), Mark.LACK)
    elif due:
        what = N_("教材の見なおし：次は {day} までです。")
        yield Finding(Area.REVIEWS, Message(what, {"day": min(due.values()).isoformat()}))


def pin(_root: Path) -> Iterator[Finding]:
    from kiosk.staff.door import Door
    from kiosk.staff.pin import PinState

    match Door.here().pins.state:
        case PinState.SET:
            yield Finding(Area.PIN, Message(N_("職員の番号：決まっています。")))
        case PinState.UNSET:
            what = N_(
                "職員の番号：まだ決まっていません。キオスクを始めなおすか、「kiosk pin set」で決めてください。"
            )
            yield Finding(Area.PIN, Message(what), Mark.LACK)
        case PinState.DAMAGED:
            what = N_("職員の番号：こわれています。「kiosk pin reset」で消して、決めなおしてください。")
            yield Finding(Area.PIN, Message(what), Mark.FAULT)


def watch(_root: Path) -> Iterator[Finding]:
    """Whether somebody starts the kiosk again when it stops; a doctor called by hand cannot know."""
    from kiosk.beat import supervised

    if not supervised():
        return
    if "INVOCATION_ID" in os.environ:
        what = N_("見守り：電源を入れると始まり、止まってもひとりでに始めなおします。")
        yield Finding(Area.WATCH, Message(what))
    else:
        what = N_(
            "見守り：止まっても、ひとりでに始めなおします。"
            "電源を入れたときに始まるようにするには、サービスとして入れてください。"
        )
        yield Finding(Area.WATCH, Message(what))


def usage(_root: Path) -> Iterator[Finding]:
    """Raises `UsageError` for counts that cannot be read."""
    from kiosk.visit.usage.reading import read_rows, usage_file

    chosen, _ = load_settings(settings_file())
    read_rows(usage_file(), first=date.max)
    if not chosen.count_usage:
        what = N_("利用の数：数えない設定です。")
    elif usage_file().exists():
        what = N_("利用の数：数えています。ファイルはこわれていません。")
    else:
        what = N_("利用の数：まだ、だれも使っていません。")
    yield Finding(Area.USAGE, Message(what))


def files(_root: Path) -> Iterator[Finding]:
    """Colours, icons and the chime, which came with the software. Says nothing while they are whole."""
    damaged = [file.name for file in _damaged_files()]
    if damaged:
        what = N_("ソフトのファイル：{names} がないか、こわれています。ソフトを入れなおしてください。")
        yield Finding(Area.VERSIONS, Message(what, {"names": "、".join(damaged)}), Mark.FAULT)


def _damaged_files() -> Iterator[Path]:
    from kiosk.draw.icons import whole_svg
    from kiosk.draw.palette import THEME, theme_values
    from kiosk.lessons.wav import WavError, read_wav
    from kiosk.speech.chime import CALL

    try:
        theme_values()
    except ContentError:
        yield THEME
    try:
        sound = read_wav(CALL.read_bytes()).complete
    except (OSError, WavError):
        sound = False
    if not sound:
        yield CALL
    yield from (icon for icon in sorted((ASSETS / "icons").rglob("*.svg")) if not whole_svg(icon))


def version(root: Path) -> Iterator[Finding]:
    from kiosk.staff.versions import versions

    now = versions(root, SHIPPED)
    what = N_("ソフトの版：{software}、教材の版：{content}（Python {python}、Qt {qt}）。")
    values = {"software": now.software, "content": now.content, "python": now.python, "qt": now.qt}
    yield Finding(Area.VERSIONS, Message(what, values))
    yield Finding(Area.VERSIONS, Message(N_("教材のフォルダー：{folder}"), {"folder": root}))
