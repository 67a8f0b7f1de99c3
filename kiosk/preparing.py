"""What is worked out in the background once a resident can begin: readings, the keyboard's dictionary, codes."""

import logging
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.i18n.edition import Editions
from kiosk.jobs import Jobs
from kiosk.text.readings import Readings

if TYPE_CHECKING:
    from kiosk.text.word_index import WordIndex

log = logging.getLogger(__name__)


class Preparing(QObject):
    """`cache` is where it is kept for the next time."""

    learnt = Signal()
    """Furigana that the pages did not have are there now."""

    def __init__(self, root: Path, cache: Path, editions: Editions, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._root, self._cache, self._editions, self._run = root, cache, editions, jobs.run
        self._learning: Readings | None = None
        """What is being added to at the moment."""
        self._words: WordIndex | None = None

    def learn_readings(self) -> None:
        """In another process, one at a time: it takes seconds and much memory."""
        from kiosk.i18n.readings import learn_in_another_process

        if self._learning is None:
            library, self._learning = self._editions.library, self._editions.readings
            work = partial(learn_in_another_process, self._root, library, self._cache)
            self._run(work, self._use_readings, log.warning)

    def _use_readings(self, learnt: dict[str, str]) -> None:
        readings, self._learning = self._learning, None
        if readings is not self._editions.readings:  # the content was read again meanwhile
            self.learn_readings()
        elif learnt and readings:
            readings.learn(learnt)
            self.learnt.emit()

    def make_keyboard(self) -> None:
        """The dictionary of the practice phone's keyboard; until it is there, only the lessons' words are known."""
        from kiosk.text.word_index import WordIndex, build_in_another_process

        self._words = WordIndex(self._cache)
        self._run(partial(build_in_another_process, self._cache), lambda _made: None, log.warning)

    def ways_to_write(self, kana: str, own: Mapping[str, str]) -> tuple[str, ...]:
        """For that keyboard: the lesson's words, then places, then the dictionary's."""
        from kiosk.text.conversion import Converter

        names = self._editions.library.lexicon.by_reading
        return Converter(self._words, names).candidates(kana, own) if self._words else ()

    def prove_codes(self) -> None:
        """Read every code of the city's links back before anybody asks for one."""
        from kiosk.handout.qr import prove_codes

        city = self._editions.library.city
        urls = [link.url for link in city.links.values()]
        self._run(partial(prove_codes, urls, city.hosts), lambda _made: None, log.warning)
