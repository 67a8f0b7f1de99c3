"""Whether the terminal is heard: left, right, and each language's voice, with what to look at when it is not."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout
from shiboken6 import isValid

from kiosk.errors import N_, KioskError, Message
from kiosk.speech.speaker import Speaker
from kiosk.staff.sound_check import Check, OneSide, OneVoice, SoundCheck
from kiosk.text.ruby import plain
from kiosk.ui.controls.volume_marks import VolumeMarks
from kiosk.ui.staff.page import Run, StaffPage
from kiosk.ui.staff.quiet import enable
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording
from kiosk.visit.visit import VOLUMES

HOW = N_("左、右、声の順に、音を鳴らします。利用者が立つところで聞いてください。")
VOLUME = N_("テストのあいだだけの、音の大きさです。いつもの大きさは「設定」で変えます。")
SENTENCE = N_("これは声のテストです。この声が聞こえますか。")
ASK_LEFT = N_("左から、音が聞こえますか。")
ASK_RIGHT = N_("右から、音が聞こえますか。")
ASK_VOICE = N_("{name}の声が聞こえますか。")
ALL_HEARD = N_("すべて聞こえました。")
NOT_ALL_HEARD = N_("聞こえない音がありました。スピーカーと線を確かめて、もう一度ためしてください。")
NO_VOICE = N_("「{name}」の声は、この端末にありません。文字だけで進みます。")
NO_DEVICE = N_("音の出口（スピーカー）が見つかりません。線がささっているか、見てください。")


class SoundTestPage(StaffPage):
    """`languages`: the words of every language by its own name; `play_side(left, volume)` gives the device's name."""

    def __init__(
        self,
        theme: Theme,
        words: Wording,
        speaker: Speaker,
        languages: Mapping[str, Wording],
        play_side: Callable[[bool, int], str],
        volume: int,
        run: Run,
    ) -> None:
        super().__init__(theme, words)
        self._speaker, self._languages, self._play_side, self._run = speaker, languages, play_side, run
        self._usual_volume = self.volume = volume
        self._check: SoundCheck | None = None
        self._turn = 0
        """Counts tones: one that ends after staff went on says nothing."""
        self._device = ""
        self.said = self.heading(())
        self.hint = self.note(())
        self._add_buttons()
        self._add_volume()
        self.column.addStretch()
        speaker.no_voice.connect(self._no_voice)
        speaker.no_sound.connect(self._no_sound)
        self._refresh()

    def _add_buttons(self) -> None:
        tr = self.words.tr
        self.begin_button = self.button(tr("はじめる"), self.begin, icon="volume_up", main=True)
        self.heard_button = self.button(tr("聞こえました"), self.heard, icon="check", main=True)
        self.unheard_button = self.button(tr("聞こえません"), self.not_heard, icon="close")
        self.again_button = self.button(tr("もう一度"), self.sound, icon="replay")
        self.over_button = self.button(tr("とばす"), self.pass_over, icon="arrow_forward")
        self.row(self.begin_button)
        self.row(self.heard_button, self.unheard_button)
        self.row(self.again_button, self.over_button)

    def _add_volume(self) -> None:
        words, row = self.words, QHBoxLayout()
        self.note(words.tr(VOLUME))
        row.setSpacing(self.theme.gap)
        self.less = self.button(words.ruby("－"), partial(self.turn, -1))
        self.more = self.button(words.ruby("＋"), partial(self.turn, 1))
        self.less.setAccessibleName(words.catalogue.tr("音を小さくする"))
        self.more.setAccessibleName(words.catalogue.tr("音を大きくする"))
        self._marks = VolumeMarks(self.theme)
        self._marks.setFixedWidth(self._marks.sizeHint().width())
        for control in (self.less, self._marks, self.more):
            row.addWidget(control)
        row.addStretch(1)
        self.column.addLayout(row)

    @property
    def busy(self) -> bool:
        return self._check is not None and self._check.now is not None

    def closed(self) -> None:
        self._check = None
        self._turn += 1
        self._speaker.stop()
        self._speaker.set_volume(self._usual_volume)
        self._refresh()

    # -- wishes --------------------------------------------------------------------------------

    def begin(self) -> None:
        voices = (OneVoice(words.language, name) for name, words in self._languages.items())
        self._check = SoundCheck((OneSide(left=True), OneSide(left=False), *voices))
        self._speaker.set_volume(self.volume)
        self.sound()

    def heard(self) -> None:
        self._go_to(self._check.heard() if self._check else None)

    def pass_over(self) -> None:
        self._go_to(self._check.passed_over() if self._check else None)

    def not_heard(self) -> None:
        """Staff look, and sound it again when they have looked."""
        if self._check:
            self._speaker.stop()
            self._check = self._check.not_heard()
            self._refresh()

    def turn(self, by: int) -> None:
        """Louder or less loud, heard at once where a voice speaks."""
        self.volume = min(max(self.volume + by, VOLUMES[0]), VOLUMES[-1])
        self._speaker.set_volume(self.volume)
        self._refresh()

    def sound(self) -> None:
        """What is to be heard now, from its beginning."""
        self._turn += 1
        self._speaker.stop()
        self._refresh()
        match self._check.now if self._check else None:
            case OneSide(left):
                work = partial(self._play_side, left, self.volume)
                self._run(work, partial(self._played, self._turn), partial(self._not_played, self._turn))
            case OneVoice(_, name):
                words = self._languages[name]
                self._speaker.tell_again()
                self._speaker.say(words.tr(SENTENCE), words.language)

    def _go_to(self, check: SoundCheck | None) -> None:
        self._check = check
        self.sound()

    # -- what comes back -----------------------------------------------------------------------

    def _played(self, turn: int, device: str) -> None:
        if isValid(self) and turn == self._turn:
            self._device = device
            self._refresh()

    def _not_played(self, turn: int, error: KioskError) -> None:
        if isValid(self) and turn == self._turn:
            self._say_hint(error.message)

    def _no_voice(self, language: str) -> None:
        now = self._check.now if self._check else None
        if isinstance(now, OneVoice) and now.language == language:
            self._say_hint(Message(NO_VOICE, {"name": now.name}))

    def _no_sound(self) -> None:
        if self._check and isinstance(self._check.now, OneVoice):
            self._say_hint(Message(NO_DEVICE))

    # -- what is shown -------------------------------------------------------------------------

    def _refresh(self) -> None:
        self._swap_buttons(self.busy)
        self._marks.show_volume(self.volume, plain(self.words.tr("音量は{volume}です。", volume=self.volume)))
        enable(self.less, self.volume > VOLUMES[0], self.more)
        enable(self.more, self.volume < VOLUMES[-1], self.less)
        check = self._check
        said = _question(check) if check else Message(HOW)
        self.said.set_text(self.words.told(said))
        self._say_hint(Message(check.hint, {"device": self._device}) if check and check.hint else None)

    def _swap_buttons(self, asks: bool) -> None:
        """The focus goes along: a button that is hidden would pass it on to any other, with a ring."""
        answers = (self.heard_button, self.unheard_button, self.again_button, self.over_button)
        coming, going = (answers, (self.begin_button,)) if asks else ((self.begin_button,), answers)
        for button in coming:
            button.show()
        if any(button.hasFocus() for button in going):
            coming[0].setFocus(Qt.FocusReason.OtherFocusReason)
        for button in going:
            button.hide()

    def _say_hint(self, message: Message | None) -> None:
        self.hint.set_text(self.words.told(message) if message else ())
        self.refit()


def _question(check: SoundCheck) -> Message:
    now: Check | None = check.now
    match now:
        case OneSide(left):
            return Message(ASK_LEFT if left else ASK_RIGHT)
        case OneVoice(_, name):
            return Message(ASK_VOICE, {"name": name})
        case None:
            return Message(NOT_ALL_HEARD if check.unheard else ALL_HEARD)
        case _:
            assert_never(now)
