"""Texts ready to be shown: translated, and with furigana where the language has them."""

from dataclasses import dataclass

from kiosk.i18n.catalogues import Catalogue
from kiosk.text.lexicon import Lexicon
from kiosk.text.ruby import RubyText, parse_ruby


@dataclass(frozen=True)
class Wording:
    """One language's words. `tr` marks and translates the kiosk's own sentences."""

    catalogue: Catalogue
    lexicon: Lexicon

    @property
    def language(self) -> str:
        return self.catalogue.language

    def tr(self, text: str, **values: object) -> RubyText:
        return self.ruby(self.catalogue.tr(text, **values))

    def tr_n(self, singular: str, plural: str, n: int) -> RubyText:
        return self.ruby(self.catalogue.tr_n(singular, plural, n))

    def ruby(self, text: str) -> RubyText:
        """A text that is in this language already, such as one from a translated lesson."""
        return self.lexicon.annotate(text) if self.language.startswith("ja") else parse_ruby(text)
