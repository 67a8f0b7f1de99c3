"""Ruby text set and painted with Qt, on screen and on paper."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from kiosk.draw.boundaries import QtBoundaries
from kiosk.draw.fonts import font, metrics
from kiosk.text.layout import RUBY_SCALE, Line, Run, lay_out
from kiosk.text.linebreak import Break, line_breaks
from kiosk.text.ruby import RubyText, Segment, plain

_BOUNDARIES = QtBoundaries()
_TALL_SCRIPTS = re.compile("[\u0900-\u109f\u1780-\u17ff]")


@dataclass(frozen=True)
class TextStyle:
    """How a text is set. `px` is the size of the base, `spacing` the line pitch in base sizes without ruby.

    `stretch` is the width of the letters in per cent: the Latin letters of our font are wide. On paper furigana are
    bold: their thin strokes would be gone in a copy of a copy.
    """

    px: int
    bold: bool = False
    ruby: bool = True
    spacing: float = 1.4
    language: str = "ja"
    stretch: int = 100
    bold_ruby: bool = False

    @property
    def ruby_px(self) -> int:
        return max(1, round(self.px * RUBY_SCALE))


@dataclass(frozen=True)
class RubyBlock:
    """A text set to a width, ready to be painted. Sizes in pixels of the device it was set for."""

    text: str
    style: TextStyle
    lines: tuple[Line, ...]
    ruby_space: float
    above: float = 0.0
    below: float = 0.0
    """Room that a tall script needs beyond the line height of Japanese."""

    @property
    def width(self) -> float:
        return max(line.width for line in self.lines)

    @property
    def pitch(self) -> float:
        return self.style.px * self.style.spacing + self.ruby_space + self.above + self.below

    @property
    def height(self) -> float:
        return self.pitch * len(self.lines)

    @property
    def torn(self) -> bool:
        """Whether a line ends in the middle of a word, or between words that no space separates."""
        ends = [(one.runs[-1].end, other.runs[0].start) for one, other in pairwise(self.lines)]
        return any(end == start for end, start in ends)

    @cached_property
    def worst_break(self) -> Break:
        """The worst place in which a line ends; without more than one line the best there is."""
        if len(self.lines) == 1:
            return Break.PHRASE
        breaks = line_breaks(self.text, self.style.language, _BOUNDARIES)
        before = [line.runs[0].start - 1 for line in self.lines[1:] if line.runs]
        return min((breaks[at] for at in before if self.text[at] != "\n"), default=Break.PHRASE)

    def paint(
        self,
        painter: QPainter,
        at: QPointF,
        colour: QColor,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        width: float = 0.0,
        spoken: tuple[int, int] | None = None,
        spoken_colour: QColor | None = None,
    ) -> None:
        """Paint with the block's top left corner at `at`; centring needs the `width` to centre in."""
        painter.setPen(colour)
        for number, line in enumerate(self.lines):
            left = at.x()
            if align == Qt.AlignmentFlag.AlignHCenter:
                left += (width - line.width) / 2
            top = at.y() + number * self.pitch
            if spoken and spoken_colour:
                self._paint_spoken(painter, line, QPointF(left, top), spoken, spoken_colour)
            self._paint_line(painter, line, left, self._baseline(top))

    def _baseline(self, top: float) -> float:
        measured = metrics(self.style.px, self.style.bold)
        body = self.style.px * self.style.spacing
        return top + self.ruby_space + self.above + (body + measured.capHeight()) / 2

    def _paint_line(self, painter: QPainter, line: Line, left: float, baseline: float) -> None:
        painter.setFont(font(self.style.px, self.style.bold, self.style.stretch))
        for run in line.runs:
            painter.drawText(QPointF(left + run.x, baseline), run.text)
        if not line.has_ruby:
            return
        painter.setFont(font(self.style.ruby_px, self.style.bold_ruby))
        # Kana are about 0.88 em high above the base line of this font; leave a hair of air below the ruby.
        ruby_baseline = baseline - self.style.px * 0.92
        for run in line.runs:
            for text, x in run.ruby:
                painter.drawText(QPointF(left + x, ruby_baseline), text)

    def _paint_spoken(
        self, painter: QPainter, line: Line, corner: QPointF, spoken: tuple[int, int], colour: QColor
    ) -> None:
        """One box a line round the words, their furigana included: kana and kanji are heard as one."""
        measure, px = _measure(self.style), self.style.px
        spans = [
            span for run in line.runs for span in _spans(run, max(spoken[0], run.start), spoken[1], measure)
        ]
        if not spans:
            return
        touched = [run for run in line.runs if run.start < spoken[1] and run.end > spoken[0]]
        baseline = self._baseline(corner.y())
        top = baseline - px * (0.98 + RUBY_SCALE if any(run.ruby for run in touched) else 1.0)
        left, right = min(x0 for x0, _ in spans), max(x1 for _, x1 in spans)
        box = QRectF(corner.x() + left, top, right - left, baseline + px * 0.2 - top)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = painter.pen().color()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(box.adjusted(-px * 0.04, 0, px * 0.04, 0), px * 0.12, px * 0.12)
        # Not by colour alone: in the dark contrasts a ground on which letters keep 7:1 is hard to tell apart.
        painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), max(2.0, px * 0.06)), ink)
        painter.restore()


def set_text(segments: RubyText, width: float, style: TextStyle) -> RubyBlock:
    """Set a text in lines of at most `width` pixels."""
    shown = segments if style.ruby else (Segment(plain(segments)),)
    return _set_text(shown, round(width), style)


@lru_cache(maxsize=512)
def _set_text(segments: RubyText, width: int, style: TextStyle) -> RubyBlock:
    measure = _measure(style)
    lines = lay_out(segments, width, measure, _BOUNDARIES, style.language)
    has_ruby = any(line.has_ruby for line in lines)
    text = plain(segments)
    above, below = _tall_script_room(text, style)
    return RubyBlock(text, style, lines, style.ruby_px * 1.1 if has_ruby else 0.0, above, below)


def _tall_script_room(text: str, style: TextStyle) -> tuple[float, float]:
    """How far the marks of Nepali, Burmese or Thai reach beyond the line, above and below."""
    if not _TALL_SCRIPTS.search(text):
        return 0.0, 0.0
    measured = metrics(style.px, style.bold, style.stretch)
    # The metrics' own `tightBoundingRect` forgets marks that are placed below a letter.
    drawn = QPainterPath()
    drawn.addText(QPointF(), font(style.px, style.bold, style.stretch), text)
    ink = drawn.boundingRect()
    air = (style.px * style.spacing - measured.capHeight()) / 2
    return max(0.0, -ink.top() - measured.capHeight() - air), max(0.0, ink.bottom() - air)


@lru_cache(maxsize=64)
def _measure(style: TextStyle) -> Callable[..., float]:
    base, ruby = metrics(style.px, style.bold, style.stretch), metrics(style.ruby_px, style.bold_ruby)

    @lru_cache(maxsize=1024)
    def measure(text: str, small: bool = False, /) -> float:
        return (ruby if small else base).horizontalAdvance(text)

    return measure


def _spans(run: Run, start: int, end: int, measure: Callable[..., float]) -> Iterator[tuple[float, float]]:
    """From where to where the characters `start` to `end` of a run reach, and their readings."""
    if start >= min(end, run.end):
        return
    x0 = run.x + measure(run.text[: start - run.start])
    yield x0, run.x + measure(run.text[: end - run.start])
    yield from ((x, x + measure(text, True)) for text, x in run.ruby)
