"""What is painted on the sheet, noted meanwhile: for screen readers, for searching and for bookmarks.

Qt cannot tag a PDF. A `TaggedPainter` keeps the tree of what it paints and leaves a mark on the paper before and
after every text and picture; `tagged_pdf` turns the marks into tags. Any other painter notes nothing, so that the
same pieces paint a preview or a receipt.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import assert_never

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter


class Role(StrEnum):
    """Standard structure types, ISO 32000-1, 14.8.4."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    TITLE = "H1"
    HEADING = "H2"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    ITEM_BODY = "LBody"
    SPAN = "Span"


@dataclass(frozen=True)
class Part:
    """One sheet of several; its title becomes a bookmark."""

    title: str


@dataclass(frozen=True)
class Link:
    """Touching `box`, in the painter's units, opens `url`; `says` tells where it leads."""

    url: str
    box: QRectF
    says: str


@dataclass(frozen=True)
class Figure:
    """A picture; `alt` stands for it where it cannot be seen."""

    alt: str


@dataclass(frozen=True)
class Words:
    """One text as it is read, without its furigana."""

    text: str


@dataclass(frozen=True)
class Furniture:
    """What only repeats or numbers the pages; not read."""


Element = Role | Part | Link | Figure
Content = Figure | Words | Furniture
Tag = Element | Content


@dataclass(frozen=True)
class Node:
    """An element of the tree; a number among `kids` is the place in the painter's contents."""

    tag: Element
    language: str
    kids: "list[Node | int]" = field(default_factory=list)


_HOLDS_PARAGRAPHS = (Role.DOCUMENT, Role.SECTION, Role.ITEM_BODY)

MARK_Y, MARK_HEIGHT, BEGIN, END = -777777, 3, 1, 2
"""A mark is a black box far above the paper: its x is the number of the content, its width BEGIN or END."""


def tagged(painter: QPainter, tag: Tag, language: str = "") -> AbstractContextManager[None]:
    """What is painted meanwhile is this, in `language` if that is not the language around it.

    Words that stand free get a paragraph, neighbouring items a list; a part and the body of an item go on
    where they ended. Within pictures, texts and furniture nothing else is noted.
    """
    return painter.inside(tag, language) if isinstance(painter, TaggedPainter) else nullcontext()


class TaggedPainter(QPainter):
    """Paints on a `QPdfWriter`; `document` and `contents` are what it painted so far."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.document = Node(Role.DOCUMENT, language)
        self.contents: list[Content] = []
        self._open = [self.document]
        self._within_content = False

    @contextmanager
    def inside(self, tag: Tag, language: str = "") -> Iterator[None]:
        if self._within_content:
            yield
            return
        before = len(self._open)
        self._open_for(tag, language or self._open[-1].language)
        if isinstance(tag, Figure | Words | Furniture):
            with self._content(tag):
                yield
        else:
            yield
        del self._open[before:]

    def _open_for(self, tag: Tag, language: str) -> None:
        if isinstance(tag, Words | Link) and self._holds_paragraphs:
            self._grow(Role.PARAGRAPH, language)
        match tag:
            case Furniture():
                pass
            case Words():
                if language != self._open[-1].language:
                    self._grow(Role.SPAN, language)
            case Link():
                self._grow(replace(tag, box=self.deviceTransform().mapRect(tag.box)), language)
            case Role.ITEM:
                if self._open[-1].tag is not Role.LIST:
                    self._go_on(Role.LIST, language)
                self._grow(tag, language)
            case Role.ITEM_BODY | Part():
                self._go_on(tag, language)
            case Role() | Figure():
                self._grow(tag, language)
            case _:
                assert_never(tag)

    @property
    def _holds_paragraphs(self) -> bool:
        tag = self._open[-1].tag
        return isinstance(tag, Part) or tag in _HOLDS_PARAGRAPHS

    def _grow(self, tag: Element, language: str) -> None:
        node = Node(tag, language)
        self._open[-1].kids.append(node)
        self._open.append(node)

    def _go_on(self, tag: Element, language: str) -> None:
        """Back into the element that ended last if it was one of this kind."""
        match self._open[-1].kids[-1:]:
            case [Node() as last] if last.tag == tag:
                self._open.append(last)
            case _:
                self._grow(tag, language)

    @contextmanager
    def _content(self, content: Content) -> Iterator[None]:
        number = len(self.contents)
        self.contents.append(content)
        if not isinstance(content, Furniture):
            self._open[-1].kids.append(number)
        self._mark(number, BEGIN)
        self._within_content = True
        yield
        self._within_content = False
        self._mark(number, END)

    def _mark(self, number: int, kind: int) -> None:
        self.save()
        self.resetTransform()
        self.setOpacity(1)
        self.fillRect(QRectF(number, MARK_Y, kind, MARK_HEIGHT), Qt.GlobalColor.black)
        self.restore()
