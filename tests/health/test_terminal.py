"""The terminal as the doctor sees it."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.health import software, terminal
from kiosk.health.devices import device_told
from kiosk.health.elsewhere import examine_elsewhere, told_by
from kiosk.health.probe import Probe, answers
from kiosk.health.touch import touch_panels
from kiosk.logs import log_file
from kiosk.paths import SHIPPED
from kiosk.settings import settings_file
from kiosk.staff.door import Door
from kiosk.staff.health import Area, Mark, NotExaminedError
from kiosk.visit.usage.reading import usage_file

TOUCH_SCREEN = """\
I: Bus=0003 Vendor=0eef Product=0001 Version=0210
N: Name="eGalax Inc. USB TouchController"
B: PROP=2
B: EV=b
B: KEY=400 0 0 0 0 0
B: ABS=2618000 3
"""
TOUCH_PAD = """\
N: Name="SynPS/2 Synaptics TouchPad"
B: PROP=5
B: ABS=660800011000003
"""
KEYBOARD = """\
N: Name="AT Translated Set 2 keyboard"
B: PROP=0
B: EV=120013
"""
PEN = """\
N: Name="Wacom Pen"
B: PROP=2
B: ABS=1000003
"""


@pytest.mark.parametrize(
    ("devices", "names"),
    [
        ("", ()),
        (TOUCH_PAD, ()),
        (KEYBOARD, ()),
        (PEN, ()),
        (TOUCH_SCREEN, ("eGalax Inc. USB TouchController",)),
        ("\n".join([KEYBOARD, TOUCH_SCREEN, TOUCH_PAD]), ("eGalax Inc. USB TouchController",)),
        ("\n".join([TOUCH_SCREEN, TOUCH_SCREEN]), ("eGalax Inc. USB TouchController",)),
        ('N: Name="odd"\nB: PROP=2', ()),
    ],
)
def test_touch_panels(devices: str, names: tuple[str, ...]) -> None:
    assert touch_panels(devices) == names


TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("today", "written", "mark"),
    [
        (TODAY, TODAY, Mark.WELL),
        (TODAY, TODAY + timedelta(days=1), Mark.WELL),
        (TODAY, TODAY + timedelta(days=2), Mark.LACK),
        (date(2025, 11, 23), date(2025, 11, 23), Mark.FAULT),
        (date(1970, 1, 1), TODAY, Mark.FAULT),
        (date(2099, 1, 1), TODAY, Mark.FAULT),
    ],
)
def test_the_clock_is_plausible(today: date, written: date, mark: Mark) -> None:
    assert terminal.clock_day(today, written).mark is mark


def told(width_mm: float, height_mm: float) -> dict[str, float]:
    return {"width": 1920, "height": 1080, "width_mm": width_mm, "height_mm": height_mm}


@pytest.mark.parametrize(
    ("screen", "set_inches", "mark", "part"),
    [
        (told(531, 299), 0.0, Mark.WELL, "24 インチ"),
        (told(531, 299), 15.6, Mark.WELL, "16 インチ"),
        (told(0, 0), 0.0, Mark.LACK, "24インチとして"),
        (told(160, 90), 27.0, Mark.WELL, "27 インチ"),
    ],
)
def test_the_size_of_the_screen(screen: dict[str, float], set_inches: float, mark: Mark, part: str) -> None:
    finding = terminal.screen_size(screen, set_inches)
    assert finding.mark is mark
    assert part in finding.message.text()


def test_qt_tells_the_screens_from_another_process() -> None:
    assert device_told("screens")[0]["width"] > 0


@pytest.mark.parametrize(
    ("due", "mark"),
    [
        ({"a": TODAY, "b": TODAY + timedelta(days=90)}, Mark.WELL),
        ({"a": TODAY - timedelta(days=1), "b": TODAY}, Mark.LACK),
    ],
)
def test_reviews(due: dict[str, date], mark: Mark) -> None:
    (finding,) = software.reviews(due, TODAY)
    assert (finding.area, finding.mark) == (Area.REVIEWS, mark)


def test_a_language_of_the_settings_that_is_not_there(own_folders: None) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('language = "xx"', encoding="utf-8")
    (finding,) = software.settings(SHIPPED)
    assert (finding.mark, finding.message.values) == (Mark.LACK, {"code": "xx"})


def mark_of_pin() -> Mark:
    (finding,) = software.pin(SHIPPED)
    return finding.mark


def test_the_pin(own_folders: None) -> None:
    assert mark_of_pin() is Mark.LACK
    store = Door.here().pins
    store.set_pin("482915")
    assert mark_of_pin() is Mark.WELL
    store.file.write_bytes(b"noise")
    assert mark_of_pin() is Mark.FAULT


def test_usage_counts(own_folders: None) -> None:
    probe = Probe(Area.USAGE, software.usage)
    assert [finding.mark for finding in answers([probe], SHIPPED)] == [Mark.WELL]
    usage_file().parent.mkdir(parents=True)
    usage_file().write_bytes(b"noise" * 1000)
    assert [finding.mark for finding in answers([probe], SHIPPED)] == [Mark.FAULT]


def test_the_log_counts_the_last_week(own_folders: None) -> None:
    assert [finding.mark for finding in terminal.log(SHIPPED)] == [Mark.WELL]
    log_file().parent.mkdir(parents=True)
    days = (datetime.now() - timedelta(days=8), datetime.now() - timedelta(days=1))
    lines = [f"{day:%Y-%m-%d %H:%M:%S},000 ERROR kiosk unexpected error" for day in days]
    log_file().write_text("\n".join(lines) + "\n", encoding="utf-8")
    (finding,) = terminal.log(SHIPPED)
    assert (finding.mark, finding.message.values["count"]) == (Mark.LACK, 1)


def test_a_folder_that_cannot_be_written_is_a_fault(
    own_folders: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(in_the_way))
    assert Mark.FAULT in [finding.mark for finding in terminal.disk(SHIPPED)]


def test_a_window_that_nobody_watches_is_told(own_folders: None) -> None:
    found = {finding.area: finding.mark for finding in examine_elsewhere(SHIPPED)}
    assert found[Area.WATCH] is Mark.LACK
    assert {Area.FONTS, Area.CONTENT, Area.DISK, Area.VERSIONS} <= set(found)


def test_a_process_that_does_not_end_is_a_sentence() -> None:
    with pytest.raises(NotExaminedError):
        told_by("-c", "import threading; threading.Event().wait()", patience_s=0.5)
