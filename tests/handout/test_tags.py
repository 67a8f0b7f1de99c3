from collections.abc import Callable
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPdfWriter

from kiosk.draw.ruby import TextStyle, set_text
from kiosk.handout.tagged_pdf import tagged_pdf
from kiosk.handout.tags import Figure, Furniture, Link, Part, Role, TaggedPainter, Words, tagged
from kiosk.text.ruby import parse_ruby, strip_markup

from .pdf_structure import Element, found, loose_content, opened_at, structure

pytestmark = pytest.mark.usefixtures("fonts")

INK = QColor("#000000")
DPI = 600
Paint = Callable[[QPainter], None]


def raw_file(*pages: Paint, language: str = "ja") -> tuple[bytes, TaggedPainter]:
    """What Qt writes, and who painted it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setPageMargins(QMarginsF())
    painter = TaggedPainter(language)
    with painter:
        painter.begin(writer)
        for number, paint in enumerate(pages):
            if number:
                writer.newPage()
            paint(painter)
    return bytes(buffer.data().data()), painter


def file(*pages: Paint, language: str = "ja", title: str = "題") -> bytes:
    raw, painter = raw_file(*pages, language=language)
    return tagged_pdf(raw, painter.document, painter.contents, title)


def write(painter: QPainter, markup: str, y: float = 0.0, language: str = "") -> None:
    text = set_text(parse_ruby(markup), 2000, TextStyle(120))
    with tagged(painter, Words(text.text), language):
        text.paint(painter, QPointF(0, y), INK)


def item(painter: QPainter, markup: str) -> None:
    with tagged(painter, Role.ITEM), tagged(painter, Role.ITEM_BODY):
        write(painter, markup)


def phone(painter: QPainter) -> None:
    """Clipped and scaled, with words of its own, as the phone pictures are."""
    with tagged(painter, Figure("スマートフォンの画面。")):
        painter.save()
        painter.setClipRect(QRectF(100, 2000, 300, 500))
        painter.scale(0.5, 0.5)
        painter.drawEllipse(QRectF(200, 4000, 900, 900))
        write(painter, "カメラ", 4000)
        painter.restore()


def rule(painter: QPainter) -> None:
    painter.fillRect(QRectF(0, 3000, 4000, 20), INK)


def test_what_is_painted_is_read_in_its_order() -> None:
    def paint(painter: QPainter) -> None:
        with tagged(painter, Role.TITLE):
            write(painter, "{読|よ}み{取|と}る")
        rule(painter)
        write(painter, "{次|つぎ}です。", 500)
        phone(painter)

    (document,) = structure(file(paint))
    assert document.kids == (
        Element("H1", "読み取る"),
        Element("P", "次です。"),
        Element("Figure", alt="スマートフォンの画面。"),
    )


def test_neighbouring_items_make_one_list_across_pages() -> None:
    def first(painter: QPainter) -> None:
        item(painter, "一")
        with tagged(painter, Furniture()):
            write(painter, "1/2", 6000)

    def second(painter: QPainter) -> None:
        item(painter, "二")
        write(painter, "終わり", 800)
        item(painter, "三")

    with pikepdf.open(BytesIO(file(first, second))) as read:
        document = read.Root.StructTreeRoot.K
        assert [(kid.S, len(kid.K)) for kid in document.K] == [("/L", 2), ("/P", 1), ("/L", 1)]


SENTENCE = "ホーム{画面|がめん}で「カメラ」を{押|お}して、QRコードを{読|よ}み{取|と}ります。"


@pytest.mark.parametrize("markup", [SENTENCE, "कृपया पढ्नुहोस् क्यूआर कोड", "QR ကုဒ်ကို ဖတ်ပါ"])
def test_a_reader_gets_the_words_without_furigana_and_without_shapes_of_letters(markup: str) -> None:
    pdf = file(lambda painter: write(painter, markup))
    with pypdfium2.PdfDocument(pdf) as document:
        assert document[0].get_textpage().get_text_range() == strip_markup(markup)


def test_a_search_finds_words_that_a_line_end_parts() -> None:
    pdf = file(lambda painter: write(painter, SENTENCE))
    assert found(pdf, "画面で「カメラ」を押して、QRコードを読み取ります") == [1]


def test_a_link_opens_where_it_is_painted() -> None:
    def paint(painter: QPainter) -> None:
        painter.translate(1000, 1000)
        with tagged(painter, Link("https://www.city.example.jp/", QRectF(0, 0, 600, 600), "市のページ")):
            write(painter, "www.city.example.jp")

    pdf = file(paint)
    point = 72 / DPI
    assert opened_at(pdf, 1300 * point, 842 - 1300 * point) == "https://www.city.example.jp/"
    assert opened_at(pdf, 900 * point, 842 - 1300 * point) == ""
    assert structure(pdf)[0].kids == (Element("P", kids=(Element("Link", "www.city.example.jp"),)),)
    with pikepdf.open(BytesIO(pdf)) as read:
        assert read.pages[0].Annots[0].Contents == "市のページ"


def test_the_file_tells_its_title_and_language() -> None:
    pdf = file(lambda painter: write(painter, "a"), language="zh_Hans", title="二维码")
    with pikepdf.open(BytesIO(pdf)) as read:
        assert read.Root.Lang == "zh-Hans"
        assert read.Root.MarkInfo.Marked
        assert read.Root.ViewerPreferences.DisplayDocTitle
        assert read.docinfo.Title == "二维码"
        with read.open_metadata() as metadata:
            assert (metadata["dc:title"], metadata["dc:language"]) == ("二维码", {"zh-Hans"})


def test_words_in_another_language_say_so() -> None:
    def paint(painter: QPainter) -> None:
        with tagged(painter, Role.TITLE):
            write(painter, "Read")
        write(painter, "読み取る", 300, "ja")

    languages = [(kid.words, kid.language) for kid in structure(file(paint, language="en"))[0].kids]
    assert languages == [("Read", ""), ("読み取る", "ja")]


def test_every_sheet_of_several_has_a_bookmark_and_its_own_language() -> None:
    def sheet(title: str, language: str) -> Paint:
        def paint(painter: QPainter) -> None:
            with tagged(painter, Part(title), language):
                write(painter, title)

        return paint

    pdf = file(sheet("一", "ja"), sheet("Two", "en"))
    with pypdfium2.PdfDocument(pdf) as document:
        marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    assert marks == [("一", 0), ("Two", 1)]
    assert [page.kids[0].language for page in structure(pdf)] == ["", "en"]


def test_all_that_is_painted_is_read_or_an_artifact() -> None:
    def paint(painter: QPainter) -> None:
        rule(painter)
        write(painter, "{次|つぎ}です。")
        phone(painter)
        rule(painter)

    assert loose_content(file(paint)) == []


def test_tagging_changes_nothing_that_is_seen() -> None:
    def paint(painter: QPainter) -> None:
        painter.setOpacity(0.5)
        write(painter, "{次|つぎ}です。")
        phone(painter)
        rule(painter)

    raw, painter = raw_file(paint)
    assert pixels(tagged_pdf(raw, painter.document, painter.contents, "題")) == pixels(raw)


def pixels(pdf: bytes) -> bytes:
    with pypdfium2.PdfDocument(pdf) as document:
        return bytes(document[0].render(scale=2).buffer)


def test_words_outside_of_every_tag_are_refused() -> None:
    raw, painter = raw_file(lambda painter: painter.drawText(QPointF(100, 100), "読まれない"))
    with pytest.raises(ValueError, match="outside"):
        tagged_pdf(raw, painter.document, painter.contents, "題")


def test_a_mark_that_is_not_on_the_paper_is_refused() -> None:
    raw, painter = raw_file(lambda painter: write(painter, "一"))
    with pytest.raises(ValueError, match="marked"):
        tagged_pdf(raw, painter.document, [*painter.contents, Words("二")], "題")


def test_half_a_mark_is_refused() -> None:
    def paint(painter: QPainter) -> None:
        tagged(painter, Words("一")).__enter__()
        rule(painter)

    raw, painter = raw_file(paint)
    with pytest.raises(ValueError, match="half"):
        tagged_pdf(raw, painter.document, painter.contents, "題")
