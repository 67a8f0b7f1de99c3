"""Texts ready to be shown: translated, and with furigana where the language has them."""

from dataclasses import dataclass

from kiosk.errors import Message
from kiosk.i18n.catalogues import Catalogue
from kiosk.i18n.edition import Edition
from kiosk.text.readings import Readings
from kiosk.text.ruby import RubyText, parse_ruby


@dataclass(frozen=True)
class Wording:
    """One language's words. `tr` marks and translates the kiosk's own sentences."""

    catalogue: Catalogue
    readings: Readings

    @staticmethod
    def of(edition: Edition) -> "Wording":
        return Wording(edition.catalogue, edition.readings)

    @property
    def language(self) -> str:
        return self.catalogue.language

    def tr(self, text: str, **values: object) -> RubyText:
        return self._filled(self.catalogue.tr(text), values)

    def tr_n(self, singular: str, plural: str, n: int) -> RubyText:
        return self._filled(self.catalogue.screens.ngettext(singular, plural, n), {"n": n})

    def told(self, message: Message) -> RubyText:
        """A sentence that comes with its values; one that is a message itself is told in the same words."""
        tr = self.catalogue.tr
        values = {
            name: value.text(tr) if isinstance(value, Message) else value
            for name, value in message.values.items()
        }
        return self.tr(message.template, **values)

    def ruby(self, text: str) -> RubyText:
        """A text that is in this language already, such as one from a translated lesson."""
        return self.readings.annotate(text) if self.language.startswith("ja") else parse_ruby(text)

    def _filled(self, text: str, values: dict[str, object]) -> RubyText:
        """Values keep their own readings: 「{label}」 of a sentence may be any word of a lesson."""
        if not values:
            return self.ruby(text)
        from kiosk.text.filling import filled

        return filled(self.ruby(text), {name: self._value(value) for name, value in values.items()})

    def _value(self, value: object) -> RubyText:
        """A number is read with what it counts, by the voice."""
        return parse_ruby(str(value)) if isinstance(value, int) else self.ruby(str(value))
