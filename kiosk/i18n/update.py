"""The translator's round: extract every sentence, merge into each language's PO files, tell what is open."""

import io
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePath

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.pofile import PoFileError, read_po, write_po

from kiosk import __version__
from kiosk.errors import N_, ContentError, Message, fill
from kiosk.files import write_whole
from kiosk.i18n.catalogues import DOMAINS
from kiosk.i18n.languages import LANGUAGES, SOURCE, available_languages
from kiosk.lessons.files import text_files
from kiosk.lessons.problems import Problem, Severity
from kiosk.lessons.yaml_reader import YamlError
from kiosk.paths import SHIPPED

KEYWORDS = {"tr": None, "tr_n": (1, 2), "N_": None}
_PLACEHOLDER = re.compile(r"\{\w+\}")


def extract(root: Path, domain: str) -> Catalog:
    """All messages of the screens (`kiosk`) or of the content under `root` (`lessons`).

    A broken content file is left out: it is on the list of problems already.
    """
    catalogue = Catalog(project="manabi-kiosk", charset="utf-8")
    for file, message, comments in _screen_messages() if domain == "kiosk" else _content_messages(root):
        catalogue.add(message, None, [(file, 0)], auto_comments=comments)
    return catalogue


Found = tuple[str, str | tuple[str, ...], list[str]]
"""File, message (with its plural), comments."""


@lru_cache(maxsize=1)
def _screen_messages() -> tuple[Found, ...]:
    """Read once: every language asks for them, and the program stays as it is while it runs."""
    folder = SHIPPED / "kiosk"
    found = extract_from_dir(folder, [("**.py", "python")], keywords=KEYWORDS, strip_comment_tags=True)
    return tuple(
        (f"{folder.name}/{file}", message, comments) for file, _line, message, comments, _context in found
    )


def _content_messages(root: Path) -> Iterator[Found]:
    folder = root / "lessons"
    for path in text_files(folder):
        try:
            found = list(extract_from_file("kiosk.i18n.extract:extract_content", path))
        except (OSError, ValueError, YamlError):
            continue
        for _line, message, comments, _context in found:
            yield path.relative_to(root).as_posix(), message, comments


def update(root: Path, new_language: str | None = None) -> None:
    """Merge new and changed sentences into every language's files; nothing translated is lost."""
    codes = [language.code for language in available_languages(root) if language.code != SOURCE]
    if new_language and new_language not in codes:
        if new_language not in {language.code for language in LANGUAGES}:
            raise ContentError(
                N_("言語「{code}」を知りません。kiosk/i18n/languages.py に書きたしてください。"),
                code=new_language,
            )
        codes.append(new_language)
    for domain in DOMAINS:
        template = extract(root, domain)
        for code in codes:
            path = po_path(root, code, domain)
            catalogue = read_catalogue(path, code) if path.exists() else Catalog(locale=code, charset="utf-8")
            _bring_back(catalogue, template)
            written = catalogue.creation_date
            catalogue.update(template, no_fuzzy_matching=True)
            catalogue.creation_date = written  # else every update would change every file
            _write(path, catalogue)


def _bring_back(catalogue: Catalog, template: Catalog) -> None:
    """A sentence that was gone for a while finds its old translation again."""
    for message in template:
        key = message.id[0] if isinstance(message.id, list | tuple) else message.id
        old = catalogue.obsolete.pop(key, None) if key else None
        if old is not None:
            catalogue.add(old.id, old.string, flags=old.flags, user_comments=old.user_comments)


def status(root: Path) -> str:
    """One line a language and domain: how many sentences are translated."""
    lines: list[str] = []
    for language in available_languages(root):
        if language.code == SOURCE:
            continue
        for domain in DOMAINS:
            catalogue = read_catalogue(po_path(root, language.code, domain), language.code)
            total = len(catalogue)
            ready = sum(any(_strings(message)) and not message.fuzzy for message in catalogue if message.id)
            lines.append(f"{language.code:8} {domain:8} {ready:4} / {total:4}  {language.name}")
    return "\n".join(lines) + "\n"


def po_path(root: Path, code: str, domain: str) -> Path:
    return root / "locales" / code / "LC_MESSAGES" / f"{domain}.po"


def read_catalogue(path: Path, code: str) -> Catalog:
    """Raises `ContentError` for a PO file that is missing or broken."""
    try:
        return read_po(io.BytesIO(path.read_bytes()), locale=code, abort_invalid=True)
    except (OSError, PoFileError, ValueError) as error:
        raise ContentError(
            N_("訳文のファイル {file} の書きかたが正しくありません（{detail}）。"), file=path, detail=error
        ) from error


def catalogue_problems(root: Path, code: str) -> Iterator[Problem]:
    """Sentences without a translation, and translations that lost a placeholder."""
    for domain in DOMAINS:
        path = po_path(root, code, domain)
        shown = PurePath("locales", code, "LC_MESSAGES", path.name)
        try:
            catalogue = read_catalogue(path, code)
        except ContentError as error:
            yield Problem(shown, 0, "", error.message, Message(N_("git か控えから、元にもどしてください。")))
            continue
        for message in extract(root, domain):
            if message.id:
                yield from _message_problems(message.id, catalogue, shown)


def _message_problems(message_id: object, catalogue: Catalog, file: PurePath) -> Iterator[Problem]:
    source = message_id if isinstance(message_id, str) else message_id[0]  # type: ignore[index]
    present = catalogue.get(message_id)  # type: ignore[arg-type]
    strings = _strings(present)
    if present is None or present.fuzzy or not any(strings):
        what = Message(N_("「{text}」の訳がありません。"), {"text": source})
        yield Problem(file, 0, "", what, Message(_UPDATE), Severity.WARNING)
    elif not all(_same_placeholders(source, string) for string in strings):
        what = Message(N_("「{text}」の訳で、かっこの言葉が原文と合いません。"), {"text": source})
        remedy = Message(N_("{かっこ} の中を原文と同じにしてください。"))
        yield Problem(file, present.lineno or 0, "", what, remedy)


def _strings(message: BabelMessage | None) -> tuple[str, ...]:
    """The translations of a message, one for each plural form."""
    if message is None:
        return ()
    string = message.string
    return (string,) if isinstance(string, str) else tuple(string or ())


def _same_placeholders(source: str, translation: str) -> bool:
    """A plural form may leave out the number ("one lesson"), nothing else."""
    wanted, given = set(_PLACEHOLDER.findall(source)), set(_PLACEHOLDER.findall(translation))
    return given <= wanted and wanted - given <= {"{n}"}


_UPDATE = N_("「kiosk translations update」のあとで、訳を書いてください。")


_HEADER = """\
# Manabi Kiosk: translation of {domain} into {language}. Licence: CC BY 4.0.
# A translation made by a machine stays marked "fuzzy" until a person has read it."""


def _write(path: Path, catalogue: Catalog) -> None:
    catalogue.header_comment = fill(_HEADER, {"domain": path.stem, "language": catalogue.locale_identifier})
    catalogue.project, catalogue.version, catalogue.fuzzy = "manabi-kiosk", __version__, False
    catalogue.last_translator = catalogue.language_team = catalogue.msgid_bugs_address = ""
    catalogue.revision_date = catalogue.creation_date
    out = io.BytesIO()
    write_po(out, catalogue, width=100, sort_output=True, omit_header=False, include_lineno=False)
    write_whole(path, out.getvalue(), make_folder=True)
