"""Everything about the voice in one calm place: go on, once more, how fast, how loud, and hearing by touch."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.text.ruby import RubyText, plain
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.controls.volume_marks import VolumeMarks
from kiosk.ui.sheet import Sheet
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording
from kiosk.visit.visit import VOLUMES, Speed


@dataclass(frozen=True)
class VoiceView:
    speed: Speed
    volume: int
    can_go_on: bool
    """Something was interrupted."""
    can_repeat: bool


class VoicePanel(Sheet):
    """Opens over a reading that is held; whatever is pressed closes it, so that the voice is heard at once.

    It stays only for the keys of the volume, which are pressed several times.
    """

    go_on_requested = Signal()
    sentence_requested = Signal()
    speed_requested = Signal(Speed)
    volume_requested = Signal(int)
    """The step that is wished; it may lie beyond the ends."""
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
        self._add_volume(view.volume)
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

    def _add_volume(self, volume: int) -> None:
        theme, tr = self.theme, self.words.tr
        self._volume = volume
        self._marks = VolumeMarks(theme)
        self._loudness = RubyLabel((), theme, theme.label, centred=True, least_px=theme.least_label)
        self._softer = self._volume_key(tr("{小|ちい}さく"), "volume_down", -1)
        self._louder = self._volume_key(tr("{大|おお}きく"), "volume_up", 1)
        middle = QVBoxLayout()
        middle.setSpacing(2)
        middle.addWidget(self._loudness)
        middle.addWidget(self._marks)
        row = QHBoxLayout()
        row.setSpacing(theme.gap)
        row.addWidget(self._softer, 1)
        row.addLayout(middle, 1)
        row.addWidget(self._louder, 1)
        self.inside.addLayout(row)
        self.spoken += [self._loudness, self._softer, self._louder]
        self.show_volume(volume)

    def _volume_key(self, text: RubyText, icon: str, step: int) -> TouchButton:
        key = TouchButton(
            text,
            self.theme,
            lambda: self.volume_requested.emit(self._volume + step),
            icon=icon,
            height=self.theme.main_button,
        )
        key.takes_repeats = True
        self.buttons.append(key)
        return key

    def show_volume(self, volume: int) -> None:
        """Where it stands now; a step beyond the ends is answered in words, and nothing else changes."""
        tr = self.words.tr
        self._loudness.set_text(tr("{音|おと}の{大|おお}きさ"))
        if volume > VOLUMES[-1]:
            self._loudness.set_text(tr("いちばん{大|おお}きい{音|おと}です。"))
        elif volume < VOLUMES[0]:
            self._loudness.set_text(tr("いちばん{小|ちい}さい{音|おと}です。"))
        else:
            self._volume = volume
            self._marks.show_volume(volume, plain(self.volume_text))
        self._softer.set_faint(self._volume == VOLUMES[0])
        self._louder.set_faint(self._volume == VOLUMES[-1])

    @property
    def volume_text(self) -> RubyText:
        tr, most = self.words.tr, VOLUMES[-1]
        return tr("{音|おと}の{大|おお}きさ、{most}のうち{volume}", most=most, volume=self._volume)

    @property
    def volume_answer(self) -> RubyText:
        """What a step beyond the ends was answered with."""
        return self._loudness.text

    def _add_row(self, buttons: list[TouchButton]) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.theme.gap)
        for button in buttons:
            row.addWidget(button, 1)
        self.inside.addLayout(row)
        self.spoken += buttons
