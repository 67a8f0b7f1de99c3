"""The terminal's settings, with nothing to type: every touch is saved, and can be taken back."""

import logging
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from kiosk.errors import N_, KioskError, Message
from kiosk.settings import Settings
from kiosk.settings_file import SettingsFile, SettingsNow
from kiosk.settings_table import GROUPS, Entry, Group, Value, with_values
from kiosk.staff.setting_steps import chosen, stepped
from kiosk.text.ruby import RubyText
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.staff.choices import Choices, Option
from kiosk.ui.staff.page import Run, StaffPage
from kiosk.ui.staff.quiet import enable
from kiosk.ui.staff.setting_row import SettingRow
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording
from kiosk.visit.visit import TextSize

log = logging.getLogger(__name__)

PAUSE_MS = 500
"""Touches that follow each other so soon are one change, and are undone as one."""

PAGE_SHARE = 0.66
"""Of the window's width: what a section of the staff page has for its rows."""

SAVED = N_("保存しました。再起動すると使われます。")
UNDONE = N_("元に戻しました。")
NEXT_START = N_("さわると保存します。再起動すると使われます。")


class SettingsPage(StaffPage):
    """`languages` are codes with their own names; `queues` asks the print service, off the window's thread."""

    restart_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        words: Wording,
        file: SettingsFile,
        languages: Mapping[str, str],
        queues: Callable[[], Sequence[str]],
        run: Run,
    ) -> None:
        super().__init__(theme, words)
        self._file, self._languages, self._queues, self._run = file, languages, queues, run
        self._settings = Settings()
        self._printers: tuple[str, ...] = ()
        self._group: Group | None = None
        self._rows: dict[str, SettingRow] = {}
        self._changes: dict[str, Value] = {}
        self._busy = self._restart_after = False
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.save)
        self._room = round(theme.display.width * PAGE_SHARE) - theme.target  # the arrows that scroll
        self.status = RubyLabel(words.tr(NEXT_START), theme, theme.least_text)
        self.undo_button = self._small(words.tr("元に戻す"), self.undo, "replay")
        self.restart_button = self._small(words.tr("再起動する"), self.restart, "restart_alt")
        groups = [Option(one.name, words.tr(one.name), one.icon) for one in GROUPS]
        self.groups = Choices(theme, groups, self._room, self.open_group)
        self._problems, self._list = QVBoxLayout(), QVBoxLayout()
        self._frame()

    def _small(self, text: RubyText, wished: Callable[[], object], icon: str | None = None) -> TouchButton:
        theme = self.theme
        return TouchButton(text, theme, wished, icon=icon, px=theme.least_text, height=theme.target)

    def _frame(self) -> None:
        """The groups stay above the rows and the rest below them while they scroll, where there is room for both."""
        theme, page = self.theme, self.layout()
        assert isinstance(page, QVBoxLayout)
        page.setSpacing(theme.gap)
        roomy = theme.text_size is TextSize.NORMAL and not theme.display.portrait
        self._problems.setSpacing(theme.touch_gap)
        self._list.setSpacing(theme.gap)
        self.column.addLayout(self._problems)
        if roomy:
            page.insertWidget(0, self.groups)
            self.column.addLayout(self._list)
            page.addLayout(self._foot(QBoxLayout.Direction.LeftToRight))
        else:
            self.column.addWidget(self.groups)
            self.column.addLayout(self._list)
            self.column.addLayout(self._foot(QBoxLayout.Direction.TopToBottom))
        self.column.addStretch()

    def _foot(self, direction: QBoxLayout.Direction) -> QBoxLayout:
        foot, buttons = QBoxLayout(direction), QHBoxLayout()
        for line in (foot, buttons):
            line.setSpacing(self.theme.gap)
        foot.addWidget(self.status, 1)
        foot.addLayout(buttons)
        buttons.addWidget(self.undo_button)
        buttons.addWidget(self.restart_button)
        return foot

    # -- wishes --------------------------------------------------------------------------------

    def opened(self) -> None:
        self._do(self._file.read, self._show)
        self._run(self._queues, self._know_printers, _nothing)

    def closed(self) -> None:
        self.save()

    def open_group(self, name: Value) -> None:
        self._group = next(group for group in GROUPS if group.name == name)
        self._fill()

    def save(self) -> None:
        """What was touched, now."""
        self._pause.stop()
        if self._changes and not self._busy:
            changes, self._changes = self._changes, {}
            self._do(partial(self._file.change, changes), partial(self._show, said=SAVED))

    def undo(self) -> None:
        """The last change, also one that is not saved yet."""
        if self._changes:
            self._changes.clear()
            self._pause.stop()
            self._do(self._file.read, partial(self._show, said=UNDONE))
        else:
            self._do(self._file.undo, partial(self._show, said=UNDONE))

    def restart(self) -> None:
        """When everything is saved."""
        self._restart_after = True
        self.save()
        self._restart_if_done()

    def _step(self, entry: Entry, up: bool) -> None:
        self._change(stepped(self._settings, entry, up))

    def _choose(self, entry: Entry, value: Value) -> None:
        self._change(chosen(self._settings, entry, value))

    def _change(self, values: Mapping[str, Value]) -> None:
        if values:
            self._settings = with_values(self._settings, values)
            self._changes.update(values)
            self._pause.start()
            self.undo_button.setEnabled(not self._busy)
            self._show_values()

    # -- the file ------------------------------------------------------------------------------

    def _do(self, work: Callable[[], SettingsNow], done: Callable[[SettingsNow], object]) -> None:
        """One after the other: the buttons wait for the file."""
        self._busy = True
        enable(self.undo_button, False, self.restart_button)
        self._run(work, partial(self._did, done), self._failed)

    def _did(self, done: Callable[[SettingsNow], object], now: SettingsNow) -> None:
        self._busy = False
        if isValid(self):
            done(now)
            self._go_on()
        elif self._changes:  # touched while the file was written, and left before it was
            self._run(partial(self._file.change, self._changes), _nothing, _log_unwritten)

    def _failed(self, error: KioskError) -> None:
        self._busy = False
        if isValid(self):
            self._restart_after = False
            self._say(error.message)
            self._run(self._file.read, self._show, self._failed)

    def _go_on(self) -> None:
        """What was touched while the file was written."""
        if self._changes and not self._pause.isActive():
            self.save()
        self._restart_if_done()

    def _restart_if_done(self) -> None:
        if self._restart_after and not self._busy and not self._changes:
            self._restart_after = False
            self.restart_requested.emit()

    # -- what is shown -------------------------------------------------------------------------

    def _show(self, now: SettingsNow, said: str = "") -> None:
        self._settings = with_values(now.settings, self._changes)
        enable(self.undo_button, now.can_undo or bool(self._changes), self.restart_button)
        _empty(self._problems)
        for problem in now.problems:
            text = self.words.told(problem)
            _add(self._problems, RubyLabel(text, self.theme, self.theme.least_text, bold=True))
        if said:
            self._say(Message(said))
        if self._group is None:
            self._group = GROUPS[0]
            self._fill()
        else:
            self._show_values()
            self.refit()

    def _say(self, message: Message) -> None:
        self.status.set_text(self.words.told(message))

    def _know_printers(self, names: Sequence[str]) -> None:
        self._printers = tuple(names)
        if isValid(self) and self._group and "printer" in self._rows:
            self._fill()

    def _fill(self) -> None:
        assert self._group
        self.groups.choose(self._group.name)
        _empty(self._list)
        self._rows = {entry.key: self._row(entry) for entry in self._group.entries}
        for row in self._rows.values():
            _add(self._list, row)
        self._show_values()
        self.refit()

    def _row(self, entry: Entry) -> SettingRow:
        options = self._options(entry.key)
        return SettingRow(self.theme, self.words, entry, self._room, self._step, self._choose, options)

    def _options(self, key: str) -> list[Option]:
        """What is outside the table: languages and printers. The one that is set can always be chosen again."""
        names: dict[str, str] = {}
        if key == "language":
            names = {**self._languages}
        elif key == "printer":
            names = {"": self.words.catalogue.tr("標準のプリンター")} | {one: one for one in self._printers}
        if names:
            names.setdefault(getattr(self._settings, key), getattr(self._settings, key))
        return [Option(value, self.words.ruby(name)) for value, name in names.items()]

    def _show_values(self) -> None:
        for row in self._rows.values():
            row.show_value(self._settings)


def _nothing(_result: object) -> None:
    """Nobody waits for it."""


def _log_unwritten(error: KioskError) -> None:
    """Nobody is there any more to be told."""
    log.warning("the last change of a setting was not written", exc_info=error)


def _add(layout: QLayout, widget: QWidget) -> None:
    """Shown at once: layouts leave no room for what is not shown yet."""
    layout.addWidget(widget)
    widget.show()


def _empty(layout: QLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        if item and (widget := item.widget()):
            widget.hide()
            widget.deleteLater()
