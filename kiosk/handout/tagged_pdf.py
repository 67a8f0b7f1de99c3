"""The file that Qt wrote becomes a tagged PDF with a language and a title (ISO 32000-1, 14.7 to 14.9)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

from pikepdf import Array, Dictionary, Matrix, Name, Object, OutlineItem, Page, Pdf, Rectangle

from kiosk.handout.marks import Spot, tag_contents
from kiosk.handout.tags import Content, Figure, Link, Node, Part, Role, Words

_FIRST_MATRIX = re.compile(rb"^((?:\S+ ){6})cm$", re.MULTILINE)


def tagged_pdf(pdf: bytes, document: Node, contents: Sequence[Content], title: str) -> bytes:
    """The tagged form of a file, from what its `TaggedPainter` noted.

    Raises ValueError when the marks on the paper are not those of `contents`, or words stand outside of them.
    """
    tagged = BytesIO()
    with Pdf.open(BytesIO(pdf)) as file:
        _describe(file, title, language_tag(document.language))
        spots = tag_contents(file, contents)
        _Tree(file, spots, contents).plant(document)
        _bookmark(file, spots, document)
        file.save(tagged, min_version="1.7", deterministic_id=True)
    return tagged.getvalue()


def language_tag(language: str) -> str:
    """BCP 47 of our code: easy Japanese ("ja@easy") is Japanese, "zh_Hans" is written "zh-Hans"."""
    return language.partition("@")[0].replace("_", "-")


def _describe(file: Pdf, title: str, language: str) -> None:
    file.Root.Lang = language
    file.Root.MarkInfo = Dictionary(Marked=True)
    file.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    with file.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = title
        metadata["dc:language"] = {language}


def _bookmark(file: Pdf, spots: Mapping[int, Spot], document: Node) -> None:
    with file.open_outline() as outline:
        for kid in document.kids:
            match kid:
                case Node(tag=Part(title)):
                    outline.root.append(OutlineItem(title, spots[next(_numbers(kid))].page))


def _numbers(node: Node) -> Iterator[int]:
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _numbers(kid)
        else:
            yield kid


class _Tree:
    """The elements of the file, and for everything that is read the element it belongs to."""

    def __init__(self, file: Pdf, spots: Mapping[int, Spot], contents: Sequence[Content]) -> None:
        self._file = file
        self._spots = spots
        self._contents = contents
        self._parents: dict[int, Object] = {}
        self._links: list[Object] = []
        self._to_points = [_to_points(page) for page in file.pages]

    def plant(self, document: Node) -> None:
        root = self._file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = self._element(document, root, document.language)
        root.ParentTree = self._file.make_indirect(Dictionary(Nums=Array(self._parent_tree())))
        self._file.Root.StructTreeRoot = root

    def _element(self, node: Node, parent: Object, around: str) -> Object:
        role = node.tag.value if isinstance(node.tag, Role) else type(node.tag).__name__
        element = self._file.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + role), P=parent))
        if node.language != around:
            element.Lang = language_tag(node.language)
        element.K = Array([self._kid(kid, element, node.language) for kid in node.kids])
        if words := self._words(node):
            element.ActualText = words
        match node.tag:
            case Figure(alt):
                element.Alt = alt
            case Link():
                page = self._spots[next(_numbers(node))].page
                element.K.append(self._opening(node.tag, page, element))
            case Role() | Part():
                pass
        return element

    def _words(self, node: Node) -> str:
        """What the node holds if that is nothing but words."""
        contents = [self._contents[kid] for kid in node.kids if isinstance(kid, int)]
        texts = [content.text for content in contents if isinstance(content, Words)]
        return " ".join(texts) if len(texts) == len(node.kids) else ""

    def _kid(self, kid: Node | int, element: Object, language: str) -> Object:
        if isinstance(kid, Node):
            return self._element(kid, element, language)
        spot = self._spots[kid]
        self._parents[kid] = element
        return Dictionary(Type=Name.MCR, Pg=self._file.pages[spot.page].obj, MCID=spot.number)

    def _opening(self, link: Link, index: int, element: Object) -> Object:
        """The place to touch on the page."""
        page = self._file.pages[index]
        box = Rectangle(link.box.left(), link.box.top(), link.box.right(), link.box.bottom())
        place = self._file.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=self._to_points[index].transform(box).as_array(),
                Border=[0, 0, 0],
                F=4,
                A=Dictionary(S=Name.URI, URI=link.url),
                Contents=link.says,
                StructParent=len(self._file.pages) + len(self._links),
            )
        )
        page.Annots.append(place)
        self._links.append(element)
        return Dictionary(Type=Name.OBJR, Obj=place, Pg=page.obj)

    def _parent_tree(self) -> Iterator[object]:
        """Numbers and values in turn: the pages first, then the links."""
        spots = self._spots.items()
        for number, page in enumerate(self._file.pages):
            page.obj.StructParents = number
            page.obj.Tabs = Name.S
            yield number
            yield Array([self._parents[content] for content, spot in spots if spot.page == number])
        for number, element in enumerate(self._links, start=len(self._file.pages)):
            yield number
            yield element


def _to_points(page: Page) -> Matrix:
    """From dots inside the margins to points on the page: Qt's first matrix."""
    found = _FIRST_MATRIX.search(page.Contents.read_bytes())
    if found is None:
        raise ValueError("Qt wrote a page without a matrix")
    return Matrix(*map(float, found[1].split()))
