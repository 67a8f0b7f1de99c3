import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter

from kiosk.draw.fonts import FAMILY, cap_share, font, metrics
from kiosk.draw.ruby import TextStyle, set_text
from kiosk.text.ruby import RubyText, Segment, parse_ruby

BLACK, WHITE, YELLOW = QColor("#000000"), QColor("#FFFFFF"), QColor("#FFD43D")
STYLE = TextStyle(40)
MARKED = parse_ruby("{押|お}してください")


def painted(segments: RubyText, spoken: tuple[int, int] | None = None) -> QImage:
    image = QImage(600, 200, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    block = set_text(segments, 500, STYLE)
    block.paint(painter, QPointF(20, 20), BLACK, spoken=spoken, spoken_colour=YELLOW)
    painter.end()
    return image


def ink(image: QImage, colour: QColor = BLACK) -> QRect:
    """The box around every pixel of a colour."""
    places = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) == colour
    ]
    columns, rows = [x for x, _ in places], [y for _, y in places]
    return QRect(min(columns), min(rows), max(columns) - min(columns), max(rows) - min(rows))


@pytest.mark.parametrize("bold", [False, True])
def test_the_shipped_font_is_used(bold: bool) -> None:
    assert QFontInfo(font(40, bold)).family() == FAMILY
    assert QFontInfo(font(40, bold)).bold() is bold
    assert metrics(40).inFontUcs4(ord("罹"))
    assert 0.6 < cap_share() < 0.8


@pytest.mark.parametrize(
    ("segments", "ruby", "height"),
    [
        ((Segment("かな"),), True, 40 * 1.4),
        (MARKED, True, 40 * 1.4 + 17 * 1.1),
        (MARKED, False, 40 * 1.4),
        ((Segment("上\n下"),), True, 2 * 40 * 1.4),
        ((), True, 40 * 1.4),
    ],
)
def test_a_block_is_as_high_as_its_lines(segments: RubyText, ruby: bool, height: float) -> None:
    block = set_text(segments, 500, TextStyle(40, ruby=ruby))
    assert block.height == pytest.approx(height)


def test_without_furigana_the_words_are_the_same() -> None:
    plain = set_text(MARKED, 500, TextStyle(40, ruby=False))
    assert plain.text == "押してください"
    assert not any(line.has_ruby for line in plain.lines)


@pytest.mark.parametrize("width", [90, 150, 260, 500])
def test_lines_fit_the_width(width: int) -> None:
    block = set_text(
        parse_ruby("{申|もう}し{込|こ}みの{画面|がめん}を、ゆっくりと{開|ひら}きます。"), width, STYLE
    )
    assert block.width <= width


def test_all_ink_lies_in_the_block() -> None:
    block = set_text(MARKED, 500, STYLE)
    box = ink(painted(MARKED))
    assert box.top() >= 20
    assert box.bottom() <= 20 + block.height
    assert box.right() <= 20 + block.width


def test_furigana_lies_above_and_takes_no_letter() -> None:
    assert ink(painted(MARKED)).height() > ink(painted((Segment("押してください"),))).height()


def test_what_is_spoken_is_marked_under_the_words() -> None:
    marked = ink(painted(MARKED, (3, 7)), YELLOW)
    left = 20 + metrics(40).horizontalAdvance("押して")
    assert abs(marked.left() - left) < 4
    assert marked.right() <= 20 + set_text(MARKED, 500, STYLE).width


def test_centred_text_has_the_same_air_on_both_sides() -> None:
    image = QImage(400, 100, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    block = set_text((Segment("口口"),), 400, STYLE)
    block.paint(painter, QPointF(0, 0), BLACK, Qt.AlignmentFlag.AlignHCenter, 400)
    painter.end()
    box = ink(image)
    assert abs(box.left() - (400 - box.right())) < 5


def test_painting_twenty_thousand_times_does_not_stop_the_process() -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for _ in range(20_000):
        painter.setFont(font(12))
        painter.setPen(BLACK)
        painter.setBrush(YELLOW)
        painter.fillRect(image.rect(), WHITE)
    painter.end()
    assert image.pixelColor(5, 5) == WHITE


@pytest.mark.parametrize("text", ["နိုဝင်ဘာ", "2026 နိုဝင်ဘာ 22に", "ဖုန်းပင်မစာမျက်နှာ", "कृपया हेर्नुहोस्"])
@pytest.mark.parametrize("spacing", [1.4, 1.1])
def test_marks_above_and_below_a_letter_stay_inside_the_line(text: str, spacing: float) -> None:
    block = set_text(parse_ruby(text), 4000, TextStyle(60, spacing=spacing, language="my"))
    image = QImage(4000, round(block.height) + 80, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    block.paint(painter, QPointF(0, 40), QColor("black"))
    painter.end()
    rows = bytes(image.constBits())
    beyond = rows[: image.bytesPerLine() * 38] + rows[image.bytesPerLine() * (image.height() - 38) :]
    assert min(beyond) == 255
