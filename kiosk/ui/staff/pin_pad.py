"""「職員の番号」: what staff meet after the gesture."""

from collections.abc import Sequence
from math import ceil
from typing import assert_never

from kiosk.errors import Message
from kiosk.staff.door import Closed, Damaged, Ready, Unset, Waits
from kiosk.text.ruby import RubyText
from kiosk.ui.staff.keypad import IN_ORDER
from kiosk.ui.staff.pin_page import PinPage
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


class PinPad(PinPage):
    """Shows how the door stands; takes no digits until it has been told, nor during a wait."""

    def __init__(self, theme: Theme, words: Wording, order: Sequence[str] = IN_ORDER) -> None:
        super().__init__(theme, words, words.tr("職員の番号"), words.tr("やめる"), order)
        self.waits = False
        self.keypad.setEnabled(False)
        self.entered.connect(self._rest)

    def _rest(self, _pin: str) -> None:
        """While the PIN is looked at."""
        self.keypad.setEnabled(False)

    def show_door(self, door: Closed, wrong: bool = False) -> None:
        """`wrong` is true right after a PIN that was not the right one."""
        self.waits = isinstance(door, Waits)
        self.say(door_words(self.words, door, wrong), self._help(door))
        self.keypad.setEnabled(isinstance(door, Ready))

    def show_trouble(self, trouble: Message) -> None:
        self.say(self.words.told(trouble))
        self.keypad.setEnabled(False)

    def _help(self, door: Closed) -> RubyText:
        tr = self.words.tr
        match door:
            case Ready():
                return tr("番号を忘れたときは、この端末を管理している人に聞いてください。")
            case Waits():
                return tr(
                    "いそぐときは、この端末を管理している人に、「kiosk pin reset」で番号を消してもらってください。"
                )
            case Damaged() | Unset():
                return tr("この端末を管理している人に、「kiosk pin set」で番号を決めてもらってください。")
            case _:
                assert_never(door)


def door_words(words: Wording, door: Closed, wrong: bool) -> RubyText:
    match door:
        case Waits(seconds):
            return words.tr_n(
                "番号のまちがいが続きました。あと{n}{分|ふん}、お待ちください。",
                "番号のまちがいが続きました。あと{n}{分|ふん}、お待ちください。",
                ceil(seconds / 60),
            )
        case Ready(left) if wrong:
            return words.tr_n(
                "番号がちがいます。あと{n}回まちがえると、しばらく入れません。",
                "番号がちがいます。あと{n}回まちがえると、しばらく入れません。",
                left,
            )
        case Ready(0):
            return words.tr("番号を入れてください。まちがえると、しばらく入れません。")
        case Ready(_):
            return words.tr("番号を入れて、「決定」をさわってください。")
        case Unset():
            return words.tr("職員の番号は、まだ決まっていません。")
        case Damaged():
            return words.tr("番号の記録がこわれていて、どの番号でも入れません。")
        case _:
            assert_never(door)
