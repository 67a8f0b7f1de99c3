"""One setting: what it is, what it means, its value with large buttons, and the way back to the usual value."""

from collections.abc import Callable, Sequence
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.errors import fill
from kiosk.settings import Settings
from kiosk.settings_table import Amount, Choice, Entry, HourOfDay, Name, Switch, Value
from kiosk.staff.setting_steps import stepped
from kiosk.text.ruby import RubyText, plain
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Card
from kiosk.ui.controls.touch_button import Kind, TouchButton
from kiosk.ui.staff.choices import Choices, Option
from kiosk.ui.staff.quiet import enable
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording
from kiosk.visit.visit import TextSize

_LEAST_BESIDE = 13
"""Widths of a target that a row needs for words and control side by side."""

Step = Callable[[Entry, bool], object]
Choose = Callable[[Entry, Value], object]


def value_words(entry: Entry, value: Value, words: Wording) -> RubyText:
    """A value as people say it."""
    match entry.kind:
        case Switch():
            return words.tr("はい") if value else words.tr("いいえ")
        case Amount(unit=unit, zero=zero):
            said = words.catalogue.tr(zero if zero and value == 0 else unit)
            return words.ruby(fill(said, {"value": f"{value:g}"}))  # the unit's reading goes by the number
        case Choice(options):
            return words.tr(options[str(value)])
        case HourOfDay():
            return words.ruby(str(value)) if value else words.tr("決めない")
        case Name():
            return words.ruby(str(value))
        case _:
            assert_never(entry.kind)


class Stepper(QWidget):
    """Less, the value, more."""

    def __init__(
        self, theme: Theme, words: Wording, entry: Entry, widest: Sequence[RubyText], step: Step
    ) -> None:
        super().__init__()
        self._entry, self._words = entry, words
        name = plain(words.tr(entry.name))
        self.less = self._button(
            theme, "－", words.tr("「{name}」をへらす", name=name), lambda: step(entry, False)
        )
        self.more = self._button(
            theme, "＋", words.tr("「{name}」をふやす", name=name), lambda: step(entry, True)
        )
        self.value = RubyLabel((), theme, theme.note, bold=True, centred=True)
        probe = RubyLabel((), theme, theme.note, bold=True)
        room = 0
        for text in widest:
            probe.set_text(text)
            room = max(room, probe.natural_width())
        self.value.setMinimumWidth(room)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.touch_gap)
        row.addWidget(self.less)
        row.addWidget(self.value, 1)
        row.addWidget(self.more)

    def _button(self, theme: Theme, sign: str, name: RubyText, wished: Callable[[], object]) -> TouchButton:
        button = TouchButton(self._words.ruby(sign), theme, wished, height=theme.target)
        button.setAccessibleName(plain(name))
        button.takes_repeats = True
        return button

    def show_value(self, settings: Settings) -> None:
        """A button that leads nowhere cannot be touched."""
        value: Value = getattr(settings, self._entry.key)
        self.value.set_text(value_words(self._entry, value, self._words))
        enable(self.less, bool(stepped(settings, self._entry, up=False)), self.more)
        enable(self.more, bool(stepped(settings, self._entry, up=True)), self.less)

    @property
    def heir(self) -> TouchButton:
        """Takes the focus of a neighbour that goes."""
        return self.more if self.more.isEnabled() else self.less


class SettingRow(Card):
    """`room` is the row's width in pixels; `options` are the names to choose from, where the table knows none."""

    def __init__(
        self,
        theme: Theme,
        words: Wording,
        entry: Entry,
        room: int,
        step: Step,
        choose: Choose,
        options: Sequence[Option] = (),
    ) -> None:
        super().__init__(theme, edge=theme.colours.hairline, radius=theme.radius * 2 // 3)
        self._theme, self._words, self._entry = theme, words, entry
        self._step, self._choose = step, choose
        self._options = options
        pad = theme.gap
        stacked = room < theme.target * _LEAST_BESIDE or theme.text_size is TextSize.LARGEST
        inside = room - 2 * pad
        self._control_room = inside if stacked else inside // 2
        self.control = self._control()
        self.back = self._back_button()
        stacked = stacked or self.control.minimumSizeHint().width() > self._control_room - self._back_room
        line = QBoxLayout(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight, self
        )
        line.setContentsMargins(pad, pad // 2, pad, pad // 2)
        line.setSpacing(theme.touch_gap if stacked else theme.gap)
        line.addLayout(self._texts(), 1)
        line.addLayout(self._controls(stacked))

    def show_value(self, settings: Settings) -> None:
        value: Value = getattr(settings, self._entry.key)
        if isinstance(self.control, Stepper):
            self.control.show_value(settings)
        else:
            self.control.choose(value)
        enable(self.back, value != self._entry.default, self.control.heir)

    def _texts(self) -> QVBoxLayout:
        theme, tr = self._theme, self._words.tr
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch()
        texts.addWidget(RubyLabel(tr(self._entry.name), theme, theme.note, bold=True))
        texts.addWidget(RubyLabel(tr(self._entry.meaning), theme, theme.least_text))
        texts.addStretch()
        return texts

    def _controls(self, stacked: bool) -> QHBoxLayout:
        controls = QHBoxLayout()
        controls.setSpacing(self._theme.gap)
        controls.addWidget(self.control, 1, Qt.AlignmentFlag(0) if stacked else Qt.AlignmentFlag.AlignVCenter)
        if not stacked:
            self.control.setFixedWidth(self._control_room - self._back_room)
        controls.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        return controls

    @property
    def _back_room(self) -> int:
        return self._back_button().sizeHint().width() + self._theme.gap

    def _back_button(self) -> TouchButton:
        theme, words, entry = self._theme, self._words, self._entry
        back = TouchButton(
            words.tr("標準"),
            theme,
            lambda: self._choose(entry, entry.default),
            kind=Kind.TOOL,
            icon="replay",
            px=theme.least_text,
            height=theme.target,
        )
        name = words.tr("「{name}」を標準に戻す", name=plain(words.tr(entry.name)))
        back.setAccessibleName(plain(name))
        return back

    def _control(self) -> "Stepper | Choices":
        entry, words = self._entry, self._words
        match entry.kind:
            case Switch():
                return self._choices([Option(one, value_words(entry, one, words)) for one in (True, False)])
            case Choice(options):
                return self._choices([Option(one, value_words(entry, one, words)) for one in options])
            case Name():
                return self._choices(self._options)
            case Amount(steps=steps):
                return self._stepper([value_words(entry, one, words) for one in steps])
            case HourOfDay():
                return self._stepper([value_words(entry, one, words) for one in ("", "00:00")])
            case _:
                assert_never(entry.kind)

    def _choices(self, options: Sequence[Option]) -> Choices:
        room = self._control_room - self._back_room
        return Choices(self._theme, options, room, lambda value: self._choose(self._entry, value))

    def _stepper(self, widest: Sequence[RubyText]) -> Stepper:
        return Stepper(self._theme, self._words, self._entry, widest, self._step)
