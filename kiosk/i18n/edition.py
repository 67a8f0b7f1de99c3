"""The library in one language."""

import gettext
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kiosk.errors import N_, ContentError, Message
from kiosk.i18n.catalogues import Catalogue, load_catalogue
from kiosk.i18n.languages import Language, available_languages, find_language

if TYPE_CHECKING:
    from kiosk.lessons.base import Content
    from kiosk.lessons.classes import ClassDate
    from kiosk.lessons.library import Library
    from kiosk.lessons.model import City, FreeApp, Lesson, Plan, Shelf
    from kiosk.lessons.phone.screen import PhoneScreen, SystemWords
    from kiosk.text.readings import Readings

C = TypeVar("C", bound="Content")

log = logging.getLogger(__name__)


@dataclass
class Edition:
    """Translates a lesson or a phone screen when it is first asked for."""

    library: "Library"
    catalogue: Catalogue
    readings: "Readings"
    _lessons: dict[str, "Lesson"] = field(default_factory=dict)
    _screens: dict[str, "PhoneScreen"] = field(default_factory=dict)
    _city: "City | None" = None
    _phone_words: "SystemWords | None" = None

    def lesson(self, lesson_id: str) -> "Lesson":
        """Raises `ContentError` when there is no such lesson."""
        source = self.library.lesson(lesson_id)
        if lesson_id not in self._lessons:
            self._lessons[lesson_id] = self._translated(source)
        return self._lessons[lesson_id]

    def screen(self, name: str) -> "PhoneScreen":
        if name not in self._screens:
            self._screens[name] = self._translated(self.library.screens[name])
        return self._screens[name]

    @property
    def city(self) -> "City":
        if self._city is None:
            self._city = self._translated(self.library.city)
        return self._city

    @property
    def phone_words(self) -> "SystemWords":
        if self._phone_words is None:
            self._phone_words = self._translated(self.library.phone_words)
        return self._phone_words

    def free_app(self, name: str) -> "FreeApp":
        """Raises `ContentError` when there is nothing of that name to explore."""
        return self._translated(self.library.free_app(name))

    def plan(self, name: str) -> "Plan":
        """Raises `ContentError` when there is no such plan."""
        return self._translated(self.library.plan(name))

    def classes(self) -> "tuple[ClassDate, ...]":
        return tuple(self._translated(one) for one in self.library.classes)

    def shelves(self) -> "tuple[Shelf, ...]":
        """The shelves that have something on them."""
        filled = [shelf for shelf in self.library.shelves if self.library.is_filled(shelf.id)]
        return tuple(self._translated(shelf) for shelf in filled)

    def _translated(self, content: C) -> C:
        from kiosk.i18n.texts import translated

        return translated(content, self.catalogue.lesson_text)


class Editions:
    """Every language's catalogue, and its edition, which is made when it is first needed."""

    def __init__(self, root: Path, cache: Path, before: "Editions | None" = None) -> None:
        """`before` has the last sound state of translations that cannot be read now."""
        self._root, self._cache = root, cache
        self.faults: list[Message] = []
        """What kept translations from being read. A language without any sound state is not offered."""
        self._catalogues: dict[str, Catalogue] = {}
        found = available_languages(root)
        self.languages = tuple(one for one in found if self._read_catalogue(one.code, before))
        self._editions: dict[str, Edition] = {}
        self._library: Library | None = None
        self._readings: Readings | None = None

    @property
    def library(self) -> "Library":
        """Read at first use; raises `ContentError` when nothing can be read at all."""
        if self._library is None:
            from kiosk.lessons.library import load_library

            self._library = load_library(self._root)
        return self._library

    @property
    def readings(self) -> "Readings":
        """How Japanese texts are read, as far as somebody has worked it out; grows when `learn` is called."""
        if self._readings is None:
            from kiosk.i18n.readings import load_readings

            self._readings = load_readings(self._root, self.library, self._cache)
        return self._readings

    def language(self, code: str) -> Language:
        return find_language(code, self._root)

    def catalogue(self, code: str) -> Catalogue:
        if code not in self._catalogues:
            self._read_catalogue(self.language(code).code)
        return self._catalogues[code]

    def edition(self, code: str) -> Edition:
        if code not in self._editions:
            self._editions[code] = Edition(self.library, self.catalogue(code), self.readings)
        return self._editions[code]

    def read_again(self) -> "Editions":
        """The same folder as it is now, read whole, with the last sound state of what is broken.

        Takes a while. Raises `ContentError` when nothing can be read at all.
        """
        from kiosk.lessons.renewed import renewed

        fresh = Editions(self._root, self._cache, self)
        try:
            fresh._library = renewed(self.library, fresh.library)
        except OSError as error:
            raise ContentError(
                N_("フォルダー「{folder}」が読めません（{detail}）。読む権限があるかを確かめてください。"),
                folder=self._root,
                detail=error.strerror or error,
            ) from error
        for language in fresh.languages:
            fresh.edition(language.code)
        return fresh

    def _read_catalogue(self, code: str, before: "Editions | None" = None) -> bool:
        """Whether there is a sound one; else whoever asks for it gets Japanese."""
        try:
            self._catalogues[code] = load_catalogue(self._root, code, self._cache)
        except ContentError as error:
            log.warning("%s", error)
            self.faults.append(error.message)
            if before is None or code not in {one.code for one in before.languages}:
                self._catalogues[code] = Catalogue(
                    code, gettext.NullTranslations(), gettext.NullTranslations()
                )
                return False
            self._catalogues[code] = before.catalogue(code)
        return True

    def become(self, fresh: "Editions") -> None:
        """Take over what was read again; whoever holds these editions shows it from now on."""
        self.languages, self.faults = fresh.languages, fresh.faults
        self._catalogues, self._editions = fresh._catalogues, fresh._editions
        self._library, self._readings = fresh._library, fresh._readings
