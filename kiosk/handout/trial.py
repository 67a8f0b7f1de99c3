"""A page for staff that shows whether a printer prints well: its frame, lengths, sizes of type, and a real code."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kiosk import __version__
from kiosk.errors import N_, Message
from kiosk.files import write_whole
from kiosk.handout.blocks import INK, Block, arranged, read_as, rule, stack
from kiosk.handout.pages import Placed
from kiosk.handout.paper import Format, Paper, format_of
from kiosk.handout.pdf import PrintedPage, pdf_bytes
from kiosk.handout.picture_file import write_picture
from kiosk.handout.qr import QUIET, QrCode, module_dots, paint_qr, qr_if_possible
from kiosk.handout.receipt import dots
from kiosk.handout.sheet_pages import Leaf
from kiosk.handout.tags import Figure, Furniture, Role
from kiosk.handout.typesetter import Typesetter
from kiosk.i18n.edition import Edition
from kiosk.settings_table import PAPER_NAMES
from kiosk.text.ruby import strip_markup

TITLE = N_("ためし刷り")
_PRINTED_ON = N_("{day}　まなびキオスク {version}")
_PRINTER = N_("プリンター「{printer}」、紙は{paper}")
_FRAME = N_("わくの線が四つとも見えれば、紙の大きさは合っています。")
_RULER = N_("この線は{mm} mmです。ものさしで測って、ちがうときは、拡大・縮小をしない設定にします。")
_TYPE = N_("{points}ポイントの文字")
_CODE = N_("スマートフォンで読むと「{title}」が開きます。")

_RULERS_MM = (50, 40)
"""The longer one, if the paper holds it."""

_PAD_MM = 4.0


def write_trial(edition: Edition, paper: Paper, printer: str, today: date, file: Path) -> None:
    """One page as a PDF, or a receipt as a PNG. The fonts must be loaded. Raises `OutputError`."""
    form = format_of(paper)
    types = Typesetter(edition.catalogue.language, edition.readings, form)
    leaf = trial_page(edition, types, printer, today)
    if paper.is_receipt:
        write_picture(dots([leaf], form), file)
    else:
        title = strip_markup(edition.catalogue.tr(TITLE))
        write_whole(file, pdf_bytes([PrintedPage(title, types.language, leaf)], form, title))


def trial_page(edition: Edition, types: Typesetter, printer: str, today: date) -> Leaf:
    """Everything in a frame as large as what a sheet takes; on a receipt as high as it needs."""
    form, tr = types.format, edition.catalogue.tr
    pad = form.mm(_PAD_MM)
    width = form.width - 2 * pad
    about = {"day": today.isoformat(), "version": __version__}
    where = {"printer": printer, "paper": tr(PAPER_NAMES[form.paper])}
    second = form.types.second
    inside = [
        read_as(types.block(tr(TITLE), form.types.title, width, bold=True), Role.TITLE),
        types.block(Message(tr(_PRINTED_ON), about), second, width),
        types.block(Message(tr(_PRINTER), where), second, width),
        types.block(tr(_FRAME), second, width),
        *_ruler(types, width, tr(_RULER)),
        *_samples(types, width, tr(_TYPE)),
        *_code(edition, types, width),
    ]
    content = stack(inside, gap=form.mm(4))
    height = content.height + 2 * pad if form.paper.is_receipt else form.height
    frame = Block(height, lambda painter: _frame(painter, form, height))
    return Leaf((Placed(read_as(frame, Furniture()), 0, 0), Placed(content, pad, pad)), height)


def _frame(painter: QPainter, form: Format, height: float) -> None:
    line = form.line
    painter.setPen(
        QPen(INK, line, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(line / 2, line / 2, form.width - line, height - line))


def _ruler(types: Typesetter, width: float, template: str) -> Sequence[Block]:
    """A line of whole centimetres, exact from end to end, with its ends upright."""
    form = types.format
    mm = next((length for length in _RULERS_MM if form.mm(length) <= width), _RULERS_MM[-1])
    thick, tall = round(form.line), form.mm(4)
    ticks = [
        (rule(thick, tall if at in (0, mm) else tall / 2), _tick_x(form, at, mm, thick), 0.0)
        for at in range(0, mm + 1, 10)
    ]
    line = (rule(form.mm(mm), thick), 0.0, 0.0)
    drawn = read_as(arranged([line, *ticks], tall), Furniture())
    return types.block(Message(template, {"mm": mm}), types.format.types.second, width), drawn


def _tick_x(form: Format, at: int, whole: int, thick: int) -> float:
    """The outer ticks end where the line does."""
    return form.mm(at) - (thick if at == whole else thick / 2 if at else 0)


def _samples(types: Typesetter, width: float, template: str) -> list[Block]:
    sizes = sorted({types.format.types.note, types.format.types.body, types.format.types.title})
    return [types.block(Message(template, {"points": f"{size:g}"}), size, width) for size in sizes]


def _code(edition: Edition, types: Typesetter, width: float) -> list[Block]:
    """The first link of the city that has a code; none where no link has one, or the paper is too narrow."""
    city, form = edition.city, types.format
    for link in city.links.values():
        code = qr_if_possible(link.url, city.hosts)
        module = module_dots(code, form.dots_per_mm, width) if code else None
        if code and module:
            said = Message(edition.catalogue.tr(_CODE), {"title": link.title})
            symbol = _symbol(code, module, strip_markup(link.title))
            return [symbol, types.block(said, form.types.body, width)]
    return []


def _symbol(code: QrCode, module: int, alt: str) -> Block:
    side = float((code.size + 2 * QUIET) * module)

    def paint(painter: QPainter) -> None:
        paint_qr(painter, code, QRectF(0, 0, side, side))

    return read_as(Block(side, paint), Figure(alt))
