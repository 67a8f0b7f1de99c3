"""Lines of text with furigana, worked out without a screen.

The caller measures text (in whatever unit: screen pixels, printer dots) and gets lines of runs with
their x positions in the same unit. Ruby rules after JLREQ 3.3: the reading is centred over its base,
spread 1:2:1 when it is shorter, may hang over neighbouring kana by half a ruby character, and is
never separated from its base by a line end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.text.linebreak import Boundaries, Break, line_breaks
from kiosk.text.ruby import RubyText, is_kana, plain

RUBY_SCALE = 0.42
"""Size of furigana as a share of its base."""


class Measure(Protocol):
    """Advance width of a text, set in the base size or (`ruby`) in the size of furigana."""

    def __call__(self, text: str, ruby: bool = False, /) -> float: ...


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of one line: base text at `x`, its place in the plain text, readings at their own x."""

    text: str
    start: int
    x: float
    width: float
    ruby: tuple[tuple[str, float], ...] = ()

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Line:
    runs: tuple[Run, ...]
    width: float

    @property
    def has_ruby(self) -> bool:
        return any(run.ruby for run in self.runs)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What cannot be torn apart: a ruby segment, or plain text up to the next possible line end."""

    text: str
    start: int
    reading: str
    after: Break
    forced: bool = False


def lay_out(
    segments: RubyText, width: float, measure: Measure, boundaries: Boundaries, language: str = "ja"
) -> tuple[Line, ...]:
    """Set a text in lines of at most `width`; only one unbreakable ruby group may be wider.

    `language` is a BCP 47 code; Japanese keeps its phrases together. "\\n" always ends a line.
    """
    one_line = "\n" not in plain(segments) and _line(_whole(segments), measure)
    if one_line and one_line.width <= width:
        return (one_line,)
    lines: list[Line] = []
    waiting: list[_Piece] = []
    for phrase in _groups(_pieces(segments, language, boundaries), Break.PHRASE):
        for part in _fitting_parts(phrase, width, measure):
            if waiting and _width([*waiting, *part], measure) > width:
                lines.append(_line(waiting, measure))
                waiting = []
            waiting += part
            if part[-1].forced:
                lines.append(_line(waiting, measure))
                waiting = []
    if waiting or not lines:
        lines.append(_line(waiting, measure))
    return tuple(lines)


def _whole(segments: RubyText) -> list[_Piece]:
    pieces: list[_Piece] = []
    start = 0
    for segment in segments:
        pieces.append(_Piece(segment.base, start, segment.reading, Break.NEVER))
        start += len(segment.base)
    return pieces


def _pieces(segments: RubyText, language: str, boundaries: Boundaries) -> Iterator[_Piece]:
    breaks = line_breaks(plain(segments), language, boundaries)
    start = 0
    for segment in segments:
        end = start + len(segment.base)
        cut = start
        for position in range(start, end):
            last = position == end - 1
            if last or (not segment.reading and breaks[position] > Break.NEVER):
                text = segment.base[cut - start : position + 1 - start]
                forced = text.endswith("\n")
                yield _Piece(text.rstrip("\n"), cut, segment.reading, breaks[position], forced)
                cut = position + 1
        start = end


def _groups(pieces: Iterator[_Piece] | Sequence[_Piece], strength: Break) -> Iterator[list[_Piece]]:
    """Pieces joined until a line end of at least this strength."""
    group: list[_Piece] = []
    for piece in pieces:
        group.append(piece)
        if piece.after >= strength or piece.forced:
            yield group
            group = []
    if group:
        yield group


def _fitting_parts(phrase: list[_Piece], width: float, measure: Measure) -> Iterator[list[_Piece]]:
    """The phrase whole if a line can hold it, else in ever smaller parts."""
    if _width(phrase, measure) <= width:
        yield phrase
        return
    for part in _groups(phrase, Break.ALLOWED):
        if _width(part, measure) <= width:
            yield part
            continue
        for piece in _groups(part, Break.ADDRESS):
            yield from [piece] if _width(piece, measure) <= width else _groups(piece, Break.CHARACTER)


def _width(pieces: Sequence[_Piece], measure: Measure) -> float:
    return _line(pieces, measure).width


def _line(pieces: Sequence[_Piece], measure: Measure) -> Line:
    """Place pieces one after the other; plain neighbours become one run, so that scripts join up."""
    runs: list[Run] = []
    x = 0.0
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        if piece.reading:
            before = pieces[index - 1] if index else None
            behind = pieces[index + 1] if index + 1 < len(pieces) else None
            run, x = _ruby_run(piece, x, measure, _overhang(before, measure), _overhang(behind, measure))
            index += 1
        else:
            text = ""
            while index < len(pieces) and not pieces[index].reading:
                text += pieces[index].text
                index += 1
            if index == len(pieces):
                text = text.rstrip(" ")
            run = Run(text, piece.start, x, measure(text))
            x += run.width
        runs.append(run)
    return Line(tuple(runs), x)


def _overhang(neighbour: _Piece | None, measure: Measure) -> float:
    """How far furigana may reach over a neighbour: half a ruby character over kana, else not at all."""
    if neighbour is None or neighbour.reading or not neighbour.text:
        return 0.0
    touching = (neighbour.text[0], neighbour.text[-1])
    return measure("か", True) / 2 if all(is_kana(letter) for letter in touching) else 0.0


def _ruby_run(piece: _Piece, x: float, measure: Measure, left: float, right: float) -> tuple[Run, float]:
    base_width = measure(piece.text)
    ruby_width = measure(piece.reading, True)
    spare = base_width - ruby_width
    if spare >= 0:
        gap = spare / len(piece.reading)
        step = ruby_width / len(piece.reading) + gap
        letters = [(letter, x + gap / 2 + step * i) for i, letter in enumerate(piece.reading)]
        return Run(piece.text, piece.start, x, base_width, tuple(letters)), x + base_width
    pad_left = max(0.0, -spare / 2 - left)
    pad_right = max(0.0, -spare / 2 - right)
    base_x = x + pad_left
    ruby = ((piece.reading, base_x + spare / 2),)
    return Run(piece.text, piece.start, base_x, base_width, ruby), base_x + base_width + pad_right
