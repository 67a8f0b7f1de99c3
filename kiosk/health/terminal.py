"""The terminal as a machine: screen, touch, printer, clock, disk, log."""

import math
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path

from kiosk.display import require_display
from kiosk.errors import N_, Message, SettingsError
from kiosk.health.devices import device_told
from kiosk.health.touch import touch_panels
from kiosk.logs import log_file
from kiosk.settings import cache_folder, data_folder, load_settings, runtime_folder, settings_file
from kiosk.staff.health import Area, Finding, Mark
from kiosk.staff.log_entries import Gravity, newest_entries

LEAST_DISK = 200 * 1024 * 1024
INPUT_DEVICES = Path("/proc/bus/input/devices")
FIRST_DAY, LAST_YEAR = date(2026, 11, 1), 2060
"""No terminal runs this software before that day, and none will be left by then."""
JAPAN = timedelta(hours=9)
RECENT = timedelta(days=7)
MOST_ENTRIES = 1000


def screen(_root: Path) -> Iterator[Finding]:
    try:
        require_display()
    except SettingsError:
        what = N_("画面：見つかりません。「kiosk shots」で画面の絵は作れます。")
        yield Finding(Area.SCREEN, Message(what), Mark.LACK)
        return
    settings, _ = load_settings(settings_file())
    first, *others = device_told("screens")
    yield screen_size(first, settings.screen_inches)
    if others:
        what = N_("画面：{count}枚つながっています。使うのは1枚だけです。ほかの線は抜いてください。")
        yield Finding(Area.SCREEN, Message(what, {"count": len(others) + 1}), Mark.LACK)


def screen_size(told: dict[str, float], set_inches: float) -> Finding:
    """`told` in pixels and millimetres; the set diagonal wins over what the screen says of itself."""
    inches = set_inches or math.hypot(told["width_mm"], told["height_mm"]) / 25.4
    values = {"width": told["width"], "height": told["height"], "inches": round(inches)}
    if 7 <= inches <= 120:
        what = N_("画面：{width}×{height} ドット、{inches} インチです。")
        return Finding(Area.SCREEN, Message(what, values))
    what = N_(
        "画面：{width}×{height} ドットです。大きさが分からないので、24インチとして動きます。"
        "設定の「画面の大きさ」にインチを入れてください。"
    )
    return Finding(Area.SCREEN, Message(what, values), Mark.LACK)


def touch(_root: Path) -> Iterator[Finding]:
    """Only Linux tells it here; elsewhere nothing is said."""
    try:
        panels = touch_panels(INPUT_DEVICES.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return
    if panels:
        what = N_("タッチパネル：{names} がつながっています。")
        yield Finding(Area.TOUCH, Message(what, {"names": "、".join(panels)}))
    else:
        what = N_("タッチパネル：見つかりません。画面のUSBの線がつながっているか、確かめてください。")
        yield Finding(Area.TOUCH, Message(what), Mark.LACK)


def printer(_root: Path) -> Iterator[Finding]:
    from kiosk.handout.paper import Paper
    from kiosk.handout.printers.choose import paper_for, printer_for

    settings, _ = load_settings(settings_file())
    paper = Paper(settings.paper)
    fitting = paper_for(settings.printer, paper)
    if fitting is not paper:
        what = N_("印刷の紙：このプリンターに「{paper}」はないので、「{fitting}」を使います。")
        yield Finding(Area.PRINTER, Message(what, {"paper": paper, "fitting": fitting}), Mark.LACK)
    chosen = printer_for(settings.printer, fitting)
    state = chosen.state()
    if state.trouble is None:
        what = N_("プリンター「{printer}」：使えます。")
        yield Finding(Area.PRINTER, Message(what, {"printer": chosen.name}))
    for message in state.tasks(chosen.name):
        yield Finding(Area.PRINTER, message, Mark.LACK)
    for message in state.remarks:
        yield Finding(Area.PRINTER, message)


def clock(_root: Path) -> Iterator[Finding]:
    now = datetime.now().astimezone()
    yield clock_day(now.date(), _newest_day())
    if now.utcoffset() != JAPAN:
        what = N_("時計：日本の時間になっていません（{zone}）。地域を「Asia/Tokyo」にしてください。")
        yield Finding(Area.CLOCK, Message(what, {"zone": now.tzname() or "?"}), Mark.LACK)
    if _is_synchronised() is False:
        what = N_("時計：ネットワークで合わせていません。ときどき、正しい時刻か見てください。")
        yield Finding(Area.CLOCK, Message(what), Mark.LACK)


def clock_day(today: date, written: date) -> Finding:
    """`written` is the newest day on which this terminal wrote something: later than today, the clock went back."""
    values = {"day": today.isoformat(), "written": written.isoformat()}
    if today < FIRST_DAY or today.year > LAST_YEAR:
        what = N_("時計：{day} になっています。日付を合わせてください。")
        return Finding(Area.CLOCK, Message(what, values), Mark.FAULT)
    if written > today + timedelta(days=1):
        what = N_("時計：{day} ですが、{written} に書いたものがあります。日付を確かめてください。")
        return Finding(Area.CLOCK, Message(what, values), Mark.LACK)
    return Finding(Area.CLOCK, Message(N_("時計：{day} です。"), values))


def _newest_day() -> date:
    newest = 0.0
    for place in (log_file(), settings_file(), cache_folder(), data_folder()):
        with suppress(OSError):
            newest = max(newest, place.stat().st_mtime)
    return date.fromtimestamp(newest)


def _is_synchronised() -> bool | None:
    """None where nobody knows."""
    if not sys.platform.startswith("linux") or not shutil.which("timedatectl"):
        return None
    command = ["timedatectl", "show", "--property=NTPSynchronized", "--value"]
    try:
        done = subprocess.run(command, check=True, capture_output=True, timeout=5, text=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return {"yes": True, "no": False}.get(done.stdout.strip())


def disk(_root: Path) -> Iterator[Finding]:
    for detail, folders in _unwritable_folders().items():
        what = N_("ディスク：{folder} に書けません（{detail}）。空きと、書く権限を確かめてください。")
        values = {"folder": "、".join(map(str, folders)), "detail": detail}
        yield Finding(Area.DISK, Message(what, values), Mark.FAULT)
    free = shutil.disk_usage(_existing(cache_folder())).free
    room = {"megabytes": free // (1024 * 1024)}
    if free < LEAST_DISK:
        what = N_("ディスク：空きが {megabytes} MB しかありません。いらないファイルを消してください。")
        yield Finding(Area.DISK, Message(what, room), Mark.FAULT)
    else:
        yield Finding(Area.DISK, Message(N_("ディスク：空きは {megabytes} MB です。"), room))


def _unwritable_folders() -> dict[str, list[Path]]:
    """All of ours that refuse, by the reason: one disk is one sentence."""
    found: dict[str, list[Path]] = {}
    ours = (data_folder(), settings_file().parent, cache_folder(), log_file().parent, runtime_folder())
    for folder in dict.fromkeys(ours):
        if trouble := _unwritable(folder):
            found.setdefault(trouble.strerror or str(trouble), []).append(folder)
    return found


def _existing(folder: Path) -> Path:
    while not folder.exists():
        folder = folder.parent
    return folder


def _unwritable(folder: Path) -> OSError | None:
    """Found by trying; permissions alone do not tell of a read-only disk."""
    probe = folder / ".probe"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"1")
    except OSError as error:
        return error
    finally:
        with suppress(OSError):  # a full disk still takes its name
            probe.unlink()
    return None


def log(_root: Path) -> Iterator[Finding]:
    """What went wrong while nobody looked, such as a voice that stopped."""
    since = datetime.now() - RECENT
    recent = [entry for entry in newest_entries(log_file(), MOST_ENTRIES) if entry.when > since]
    faults = sum(entry.gravity is Gravity.FAULT for entry in recent)
    values = {"count": len(recent), "faults": faults, "file": log_file()}
    if recent:
        what = N_(
            "記録：この7日に{count}件あります（うち問題が{faults}件）。"
            "職員のページの「記録」か {file} で読めます。"
        )
        yield Finding(Area.LOG, Message(what, values), Mark.LACK)
    else:
        yield Finding(Area.LOG, Message(N_("記録：この7日は、何もありません。")))
