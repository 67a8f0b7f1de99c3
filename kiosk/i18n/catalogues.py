"""Translations from PO files, compiled when they are first needed and kept by content.

Translators edit `locales/<language>/LC_MESSAGES/{kiosk,lessons}.po`; there is no build step to
forget. A message without a reviewed translation is shown in Japanese, the source.
"""

import gettext
import io
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import N_, ContentError, OutputError, fill
from kiosk.files import write_whole
from kiosk.i18n.languages import SOURCE

DOMAINS = ("kiosk", "lessons")
_SUM = 8
"""Bytes of a checksum."""


@dataclass(frozen=True)
class Catalogue:
    """One language's texts. `tr` is for the kiosk's own sentences, `lesson_text` for content."""

    language: str
    screens: gettext.NullTranslations
    lessons: gettext.NullTranslations

    def tr(self, text: str, **values: object) -> str:
        return fill(self.screens.gettext(text), values)

    def tr_n(self, singular: str, plural: str, n: int, **values: object) -> str:
        return fill(self.screens.ngettext(singular, plural, n), {"n": n, **values})

    def lesson_text(self, text: str) -> str:
        return self.lessons.gettext(text)


def load_catalogue(root: Path, language: str, cache: Path) -> Catalogue:
    """Both catalogues of a language. Raises `ContentError` for a PO file that cannot be read."""
    if language == SOURCE:
        return Catalogue(language, gettext.NullTranslations(), gettext.NullTranslations())
    folder = root / "locales" / language / "LC_MESSAGES"
    screens, lessons = (_translations(folder / f"{domain}.po", language, cache) for domain in DOMAINS)
    return Catalogue(language, screens, lessons)


def _translations(po: Path, language: str, cache: Path) -> gettext.NullTranslations:
    try:
        source = po.read_bytes()
    except FileNotFoundError:
        return gettext.NullTranslations()
    except OSError as error:
        raise ContentError(N_("訳文のファイル {file} が読めません。"), file=po) from error
    # A checksum of the content, not a secret: hashlib would cost the first screen 5 ms and 3 MiB.
    compiled = cache / "catalogues" / f"{zlib.crc32(source):08x}-{len(source)}.mo"
    mo = _kept(compiled)
    if mo is None:
        mo = _compile(source, po, language)
        _keep(compiled, mo)
    return gettext.GNUTranslations(io.BytesIO(mo))


def _compile(source: bytes, po: Path, language: str) -> bytes:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    if not source.strip():
        raise ContentError(N_("訳文のファイル {file} が空です。元にもどしてください。"), file=po)
    try:
        catalogue = read_po(io.BytesIO(source), locale=language, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise ContentError(
            N_("訳文のファイル {file} の書きかたが正しくありません（{detail}）。"), file=po, detail=error
        ) from error
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def _kept(path: Path) -> bytes | None:
    """None unless it is as it was written: a checksum stands before it."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    mo = data[_SUM:]
    return mo if data[:_SUM] == _sum(mo) else None


def _keep(path: Path, mo: bytes) -> None:
    """Write for the next start; a full or read-only disk only costs time."""
    with suppress(OutputError):
        write_whole(path, _sum(mo) + mo, make_folder=True, lasting=False)


def _sum(mo: bytes) -> bytes:
    return b"%08x" % zlib.crc32(mo)
