"""The library in one language."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kiosk.i18n.catalogues import Catalogue, load_catalogue
from kiosk.i18n.languages import Language, available_languages, find_language

if TYPE_CHECKING:
    from kiosk.lessons.base import Content
    from kiosk.lessons.library import Library
    from kiosk.lessons.model import City, Lesson, Shelf
    from kiosk.lessons.phone import PhoneScreen
    from kiosk.text.readings import Readings

C = TypeVar("C", bound="Content")


@dataclass
class Edition:
    """Translates a lesson or a phone screen when it is first asked for."""

    library: "Library"
    catalogue: Catalogue
    readings: "Readings"
    _lessons: dict[str, "Lesson"] = field(default_factory=dict)
    _screens: dict[str, "PhoneScreen"] = field(default_factory=dict)
    _city: "City | None" = None

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

    def shelves(self) -> "tuple[Shelf, ...]":
        """The shelves that have lessons."""
        filled = [shelf for shelf in self.library.shelves if self.library.on_shelf(shelf.id)]
        return tuple(self._translated(shelf) for shelf in filled)

    def _translated(self, content: C) -> C:
        from kiosk.i18n.texts import translated

        return translated(content, self.catalogue.lesson_text)


class Editions:
    """Every language's catalogue and edition, each made when it is first needed."""

    def __init__(self, root: Path, cache: Path) -> None:
        self._root, self._cache = root, cache
        self.languages = available_languages(root)
        self._catalogues: dict[str, Catalogue] = {}
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
            self._catalogues[code] = load_catalogue(self._root, self.language(code).code, self._cache)
        return self._catalogues[code]

    def edition(self, code: str) -> Edition:
        if code not in self._editions:
            self._editions[code] = Edition(self.library, self.catalogue(code), self.readings)
        return self._editions[code]
