"""Marks on the paper become marked content (ISO 32000-1, 14.6)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pikepdf import Pdf, String

from kiosk.handout.tags import BEGIN, END, MARK_HEIGHT, MARK_Y, Content, Figure, Furniture, Words

_MARK = rb"q\n/CSp\w* cs\n[^\n]+ scn\n/GSa gs\n%%b %d %%d %d re\nf\nQ\n" % (MARK_Y, MARK_HEIGHT)
_CONTENT = re.compile(_MARK % (rb"(\d+)", BEGIN) + rb"(.*?)" + _MARK % (rb"\1", END), re.DOTALL)
_PAINTS = re.compile(rb"[\n ](?:[fFSsBb]\*?|Do|sh)\n")
_WRITES = re.compile(rb"T[jJ]\n")


@dataclass(frozen=True)
class Spot:
    """Where a content is painted: the page, and its number among those that are read there. Both from 0."""

    page: int
    number: int


def tag_contents(file: Pdf, contents: Sequence[Content]) -> dict[int, Spot]:
    """Rewrite every page; gives the spot of every content that is read.

    Raises ValueError when the marks on the paper are not those of `contents`, or words stand outside of them.
    """
    spots: dict[int, Spot] = {}
    found: list[int] = []
    for index, page in enumerate(file.pages):
        outside, *rest = _CONTENT.split(page.Contents.read_bytes())
        stream = [_artifact(outside)]
        on_page = 0
        for number, inside, after in zip(map(int, rest[::3]), rest[1::3], rest[2::3], strict=True):
            stream += [_begin(contents[number], on_page), _unmarked(inside), b"EMC\n", _artifact(after)]
            found.append(number)
            if not isinstance(contents[number], Furniture):
                spots[number] = Spot(index, on_page)
                on_page += 1
        page.Contents = file.make_stream(b"".join(stream))
    if found != list(range(len(contents))):
        raise ValueError(f"{len(contents)} contents were painted, but marked are {found}")
    return spots


def _begin(content: Content, on_page: int) -> bytes:
    match content:
        case Words():
            text = String(content.text).unparse()
            return b"/Span <</MCID %d /ActualText %b>> BDC\n" % (on_page, text)
        case Figure():
            return b"/Figure <</MCID %d>> BDC\n" % on_page
        case Furniture():
            return b"/Artifact <</Type /Pagination>> BDC\n"


def _artifact(stream: bytes) -> bytes:
    """Lines, frames and grounds; what only sets colours and places needs no mark."""
    if _WRITES.search(stream):
        raise ValueError("words are painted outside of every tag")
    return b"/Artifact BMC\n%bEMC\n" % _unmarked(stream) if _PAINTS.search(stream) else _unmarked(stream)


def _unmarked(stream: bytes) -> bytes:
    if b" %d " % MARK_Y in stream:
        raise ValueError("a mark lacks its other half, or Qt wrote it in another way")
    return stream
