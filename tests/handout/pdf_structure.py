"""The tags of a PDF as PDFium reads them, a reader that had no part in writing them."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True)
class Element:
    role: str
    words: str = ""
    alt: str = ""
    language: str = ""
    kids: "tuple[Element, ...]" = ()

    def all(self) -> "Iterator[Element]":
        """This and everything below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.all()


def structure(pdf: bytes) -> tuple[Element, ...]:
    """The top element of every page; one that goes on over several pages shows on each its part."""
    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(_page_structure(page) for page in document)


def _page_structure(page: pypdfium2.PdfPage) -> Element:
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    element = _element(pdfium.FPDF_StructTree_GetChildAtIndex(tree, 0))
    pdfium.FPDF_StructTree_Close(tree)
    return element


def _element(handle: Any) -> Element:
    count = pdfium.FPDF_StructElement_CountChildren(handle)
    kids = (pdfium.FPDF_StructElement_GetChildAtIndex(handle, index) for index in range(count))
    return Element(
        _string(pdfium.FPDF_StructElement_GetType, handle),
        _string(pdfium.FPDF_StructElement_GetActualText, handle),
        _string(pdfium.FPDF_StructElement_GetAltText, handle),
        _string(pdfium.FPDF_StructElement_GetLang, handle),
        tuple(_element(kid) for kid in kids if kid),
    )


def _string(get: Callable[..., int], handle: Any) -> str:
    """What a function of PDFium writes: UTF-16 with a zero at its end."""
    buffer = ctypes.create_string_buffer(get(handle, None, 0))
    get(handle, buffer, len(buffer))
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def found(pdf: bytes, words: str) -> list[int]:
    """How often each page has these words, for somebody who searches."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_count(page.get_textpage(), words) for page in document]


def _count(text: pypdfium2.PdfTextPage, words: str) -> int:
    search = text.search(words)
    return sum(1 for _ in iter(search.get_next, None))


def opened_at(pdf: bytes, x: float, y: float) -> str:
    """The address that opens at a place of the first page, in points from its lower left corner."""
    with pypdfium2.PdfDocument(pdf) as document:
        link = pdfium.FPDFLink_GetLinkAtPoint(document[0], x, y)
        action = pdfium.FPDFLink_GetAction(link)
        size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
        return buffer.value.decode()


_PAINT = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh"}
_OPENS = {"EMC": {"BDC", "BMC"}, "ET": {"BT"}}


def loose_content(pdf: bytes) -> list[str]:
    """Operators that paint outside of all marked content, and marks that do not nest, of all pages."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return [loose for page in file.pages for loose in _loose(page)]


def _loose(page: pikepdf.Page) -> Iterator[str]:
    opened: list[str] = []
    for _, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        match name:
            case "BDC" | "BMC" | "BT":
                opened.append(name)
            case "EMC" | "ET":
                if not opened or opened.pop() not in _OPENS[name]:
                    yield name
            case _ if name in _PAINT and _OPENS["EMC"].isdisjoint(opened):
                yield name
    yield from opened
