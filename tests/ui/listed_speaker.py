"""A voice that writes down what it is asked to say."""

from collections.abc import Sequence

from kiosk.speech.speaker import Speaker
from kiosk.text.ruby import RubyText, plain


class ListedSpeaker(Speaker):
    """Speaks until it is stopped or the test says that all was said."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.how: list[tuple[str, float, int]] = []
        """Language, speed and offset of each."""
        self.kept: list[bool] = []
        """Of each, whether its sound may stay on the disk."""
        self.ahead: list[str] = []

    def say(
        self, text: RubyText, language: str, speed: float = 1.0, offset: int = 0, keep: bool = True
    ) -> None:
        self.said.append(plain(text))
        self.kept.append(keep)
        self.how.append((language, speed, offset))
        self._set_paused(False)
        self._set_speaking(True)

    def prepare_ahead(self, texts: Sequence[RubyText], language: str, speed: float = 1.0) -> None:
        self.ahead = [plain(text) for text in texts]

    def pause(self) -> None:
        self._set_paused(self.speaking)

    def resume(self) -> None:
        self._set_paused(False)

    def stop(self) -> None:
        self._set_paused(False)
        self._set_speaking(False)

    def say_all(self) -> None:
        """Everything was heard."""
        self._set_speaking(False)
