"""Everything about the voice in one calm place: go on, once more, how fast, and hearing by touch."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.sheet import Sheet
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording
from kiosk.visit.visit import Speed


@dataclass(frozen=True)
class VoiceView:
    speed: Speed
    can_go_on: bool
    """Something was interrupted."""
    can_repeat: bool


class VoicePanel(Sheet):
    """Opens over a reading that is held; whatever is pressed closes it, so that the voice is heard at once."""

    go_on_requested = Signal()
    sentence_requested = Signal()
    speed_requested = Signal(Speed)
    touch_to_hear_requested = Signal()

    def __init__(self, parent: QWidget, theme: Theme, words: Wording, view: VoiceView) -> None:
        super().__init__(parent, theme, words)
        tr = words.tr
        title = RubyLabel(tr("{声|こえ}"), theme, theme.title, bold=True)
        self.add_head("record_voice_over", title)
        self.spoken = [title]
        readings: list[TouchButton] = []
        if view.can_go_on:
            readings.append(
                self.button(tr("つづきを{聞|き}く"), self.go_on_requested.emit, "play_arrow", main=True)
            )
        if view.can_repeat:
            again = tr("{今|いま}の{文|ぶん}をもう{一度|いちど}")
            readings.append(self.button(again, self.sentence_requested.emit, "replay"))
        self._add_row(readings)
        self._add_speeds(view.speed)
        hear = self.button(tr("さわって{聞|き}く"), self.touch_to_hear_requested.emit, "hearing")
        self._add_row([hear, self.button(tr("とじる"), lambda: None, "close")])

    def _add_speeds(self, chosen: Speed) -> None:
        tr = self.words.tr
        label = RubyLabel(tr("はやさ"), self.theme, self.theme.explanation)
        self.inside.addWidget(label)
        self.spoken.append(label)
        names = {Speed.SLOW: tr("ゆっくり"), Speed.NORMAL: tr("ふつう"), Speed.FAST: tr("はやい")}
        row: list[TouchButton] = []
        for speed, name in names.items():
            is_chosen = speed is chosen
            icon = "check_circle-fill" if is_chosen else None
            button = self.button(name, partial(self.speed_requested.emit, speed), icon)
            button.setCheckable(is_chosen)
            button.setChecked(is_chosen)
            row.append(button)
        self._add_row(row)

    def _add_row(self, buttons: list[TouchButton]) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.theme.gap)
        for button in buttons:
            row.addWidget(button, 1)
        self.inside.addLayout(row)
        self.spoken += buttons
