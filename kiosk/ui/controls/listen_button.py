"""The button that reads aloud, and stops reading."""

from kiosk.ui.controls.touch_button import Kind, TouchButton, Wish
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


class ListenButton(TouchButton):
    """「きく」, and 「とめる」 while something is heard, in the same width."""

    def __init__(self, theme: Theme, words: Wording, wished: Wish) -> None:
        super().__init__((), theme, wished, kind=Kind.TOOL, icon="volume_up")
        self._listen, self._stop, self._mute = words.tr("きく"), words.tr("とめる"), words.tr("声なし")
        self.keep_width(self._listen, self._stop, self._mute)
        self.show_speaking(False)

    def show_speaking(self, speaking: bool) -> None:
        face = (self._stop, "stop") if speaking else (self._listen, "volume_up")
        self.set_face(*face)
        self.always_acts = speaking

    def show_no_voice(self) -> None:
        """The language cannot be heard here; the button says so and stays in its place."""
        self.show_speaking(False)
        self.set_face(self._mute, "volume_off")
