"""The sub-command for usage counts."""

import argparse
import sys
from datetime import date, timedelta

from kiosk.cli.common import console, root_of
from kiosk.errors import N_, Message, SettingsError


def usage(options: argparse.Namespace) -> int:
    if options.action == "export":
        return _export(options)
    if options.out:
        raise SettingsError(N_("ファイルに書くときは「kiosk usage export --out ファイル名」としてください。"))
    return _show()


def _export(options: argparse.Namespace) -> int:
    from kiosk.i18n.edition import Editions
    from kiosk.settings import cache_folder
    from kiosk.visit.usage.export import Exporter
    from kiosk.visit.usage.reading import usage_file

    if options.out is None:
        raise SettingsError(N_("書き出すファイルの名前を「--out」で指定してください。"))
    exporter = Exporter.of(Editions(root_of(options), cache_folder()), usage_file())
    for path in exporter.write(options.out, date.today(), options.first, options.last):
        sys.stdout.write(f"{path}\n")
    return 0


def _show() -> int:
    """The totals of the last days, small groups hidden as on the staff page."""
    from kiosk.visit.usage.figures import MONTH_DAYS, Period, figures_of
    from kiosk.visit.usage.reading import read_rows, usage_file
    from kiosk.visit.usage.suppression import LEAST, is_small
    from kiosk.visit.usage.titles import TITLES

    today, translate = date.today(), console()
    rows = read_rows(usage_file(), Period.MONTH.first_day(today), today + timedelta(1))
    totals = figures_of(rows, Period.MONTH, today).totals
    few = Message(N_("{count}未満"), {"count": LEAST}).text(translate)
    _say(Message(N_("この{days}日間に数えたもの"), {"days": MONTH_DAYS}).text(translate))
    for measure, title in TITLES.items():
        times = totals[measure]
        _say(f"{few if is_small(times) else times}\t{translate(title)}")
    return 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
