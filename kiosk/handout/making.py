"""From a lesson's name to its sheet: for the printing process and for `kiosk handout`."""

import os
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk.draw.fonts import load_fonts
from kiosk.errors import N_, ContentError, SettingsError
from kiosk.handout.sheet import Sheet, sheet_for
from kiosk.i18n.edition import Edition, Editions
from kiosk.lessons.model import Lesson
from kiosk.lessons.phone.screen import Skin
from kiosk.lessons.place import Place
from kiosk.lessons.rehearsal import ways
from kiosk.lessons.scene import PHONE_QUESTION
from kiosk.lessons.steps import Ask


class SheetMaker:
    """Holds the content, and Qt without a display; make one in a process."""

    def __init__(self, root: Path, cache: Path) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        self._application = QGuiApplication.instance() or QGuiApplication(["kiosk"])
        load_fonts()
        self.editions = Editions(root, cache)

    def read_again(self) -> None:
        """The content as it is now; the last sound state of what is broken."""
        with suppress(ContentError):
            self.editions = self.editions.read_again()

    def sheets(self, lessons: Sequence[str], language: str, answers: Mapping[str, str]) -> list[Sheet]:
        """The sheets of ways through lessons; an open question takes its first choice.

        Raises `KioskError` for a lesson or a language that is not there, or an answer that no lesson asks for.
        """
        edition = self.editions.edition(self.editions.language(language).code)
        used: set[str] = set()
        sheets: list[Sheet] = []
        for lesson_id in lessons:
            source = edition.library.lesson(lesson_id)
            given = {name: choice for name, choice in answers.items() if _fits(name, choice, source)}
            used |= given.keys()
            sheets.append(self._sheet(lesson_id, edition, ways(source)[0] | given))
        if beside := sorted(answers.keys() - used):
            raise SettingsError(
                N_("答え「{answer}」は、この教材にありません。phone=iphone のように書いてください。"),
                answer="、".join(f"{name}={answers[name]}" for name in beside),
            )
        return sheets

    def _sheet(self, lesson_id: str, edition: Edition, answers: Mapping[str, str]) -> Sheet:
        place = Place(lesson_id, edition.lesson(lesson_id), answers=answers)
        source, phone_words = edition.library.lesson(lesson_id), edition.phone_words
        words, today, folder = edition.catalogue, date.today(), edition.library.folder
        return sheet_for(place, source, edition.city, words, today, edition.screen, phone_words, folder)


def _fits(question: str, choice: str, lesson: Lesson) -> bool:
    choices: dict[str, Collection[str]] = {PHONE_QUESTION: set(Skin)}
    choices |= {step.remember: step.choices for step in lesson.steps if isinstance(step, Ask)}
    return choice in choices.get(question, {})
