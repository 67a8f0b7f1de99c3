"""Choosing the PIN: at the first start, and later from the staff page. It is entered twice."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from kiosk.errors import Message
from kiosk.staff.pin import WeakPinError, check_pin
from kiosk.text.ruby import RubyText
from kiosk.ui.staff.keypad import IN_ORDER
from kiosk.ui.staff.pin_page import PinPage
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


class PinSetup(PinPage):
    """`first` is whether there is no PIN yet: then it is explained, and may be left for later."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, words: Wording, first: bool, order: Sequence[str] = IN_ORDER) -> None:
        title = words.tr("職員の番号を決める") if first else words.tr("番号を変える")
        super().__init__(theme, words, title, words.tr("あとで") if first else words.tr("やめる"), order)
        self._once = ""
        self.entered.connect(self._take)
        self.say(self._wish(), self._advice())

    def show_trouble(self, trouble: Message) -> None:
        """It could not be kept, or may not be a PIN: from the beginning."""
        self._once = ""
        self.say(self.words.told(trouble), self._advice())

    def _take(self, pin: str) -> None:
        if not self._once:
            self._take_first(pin)
        elif pin == self._once:
            self.say(self.words.tr("番号をしまっています。"))
            self.chosen.emit(pin)
        else:
            self._once = ""
            self.say(
                self.words.tr("2回の番号が同じではありません。はじめから入れてください。"), self._advice()
            )

    def _take_first(self, pin: str) -> None:
        try:
            check_pin(pin)
        except WeakPinError as error:
            self.show_trouble(error.message)
        else:
            self._once = pin
            self.say(self.words.tr("もう一度、同じ番号を入れてください。"))

    def _wish(self) -> RubyText:
        return self.words.tr("職員のページを開く番号です。6文字から12文字の数字を入れてください。")

    def _advice(self) -> RubyText:
        return self.words.tr(
            "ほかの人に知られないように、忘れないようにしてください。誕生日や電話番号は使わないでください。"
        )
