"""Measures a window as it stands: what is clipped, overlaps, or is under the sizes of the design."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from kiosk.draw.ruby import RubyBlock
from kiosk.fitting import faults as layout_faults
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Progress
from kiosk.ui.controls.tile import Tile
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.hearing import seen_box
from kiosk.ui.phone.buttons import PhoneButton, ZoomButton
from kiosk.ui.phone.candidates import CandidateButton
from kiosk.ui.phone.key_button import KeyButton
from kiosk.ui.phone.movable import Thing
from kiosk.ui.phone.view import PhoneView
from kiosk.ui.shell import Shell
from kiosk.ui.staff.aiming import Aiming
from kiosk.ui.theme import Theme


def faults(shell: Shell, theme: Theme) -> list[str]:
    """One line a fault; an empty list is a page to be proud of."""
    return [
        *_text_faults(shell, theme),
        *_button_faults(shell, theme),
        *_phone_faults(shell, theme),
        *_overlaps(shell, theme),
    ]


def breaks_a_word(block: RubyBlock) -> bool:
    """Whether a line ends between two Latin letters; web addresses have to."""
    ends = [
        one.runs[-1].end for one, other in pairwise(block.lines) if one.runs[-1].end == other.runs[0].start
    ]
    torn = any(_latin(block.text[end - 1]) and _latin(block.text[end]) for end in ends)
    return torn and "." not in block.text[:-1]


def _latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()


def box(widget: QWidget, shell: Shell) -> QRect:
    return QRect(widget.mapTo(shell, QPoint(0, 0)), widget.size())


def visible(shell: Shell, kind: type) -> list:
    """What can be touched: an open sheet, or what staff see, covers everything else; the touch test covers both."""
    top = shell.cover or shell.overlay or shell
    top = next((one for one in top.findChildren(Aiming) if one.isVisibleTo(shell)), top)
    return [one for one in top.findChildren(kind) if one.isVisibleTo(shell)]


def scrolled(widget: QWidget) -> bool:
    """Inside a column that the resident pages through: may lie below the edge of its viewport."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return parent.verticalScrollBar().maximum() > 0
        parent = parent.parentWidget()
    return False


def _text_faults(shell: Shell, theme: Theme) -> Iterator[str]:
    for label in visible(shell, RubyLabel):
        name = label.accessibleName()
        if not name:
            continue
        chrome = label.parentWidget() is not None and label.px <= theme.label
        least = theme.least_label if chrome else theme.least_text
        if label.px < least:
            yield f"text {label.px} px under {least}: {name}"
        block = label.block(label.width())
        if block.height > label.height() + 1 or block.width > label.width() + 1:
            yield f"clipped text ({block.width:.0f}x{block.height:.0f} in {label.width()}x{label.height()}): {name}"
        if breaks_a_word(block):
            yield f"word broken: {name}"
        if not scrolled(label) and not shell.rect().contains(box(label, shell)):
            yield f"text outside the window: {name}"
    for progress in visible(shell, Progress):
        if progress.width() < progress.minimumSizeHint().width():
            yield "progress is clipped"


LEAST_KEY_MM = 9.0
"""A phone's keyboard has more keys than room; below 10 mm errors rise, so the taps are forgiving there."""


def touched(shell: Shell) -> list[QAbstractButton]:
    """What can be touched now: what the phone has scrolled away cannot."""
    buttons = visible(shell, QAbstractButton)
    return [b for b in buttons if not (isinstance(b, PhoneButton) and seen_box(shell, b).isEmpty())]


def _button_faults(shell: Shell, theme: Theme) -> Iterator[str]:
    for button in touched(shell):
        name = button.accessibleName()
        if not name:
            yield f"button without a name: {button}"
        least = theme.mm(LEAST_KEY_MM) if isinstance(button, KeyButton) else theme.target
        if min(button.width(), button.height()) < least - 1:
            yield f"target {button.width()}x{button.height()} under {least}: {name}"
        if isinstance(button, PhoneButton):
            continue
        if not scrolled(button) and not shell.rect().contains(box(button, shell)):
            yield f"button outside the window: {name}"
        if isinstance(button, Tile):
            needed = button.heightForWidth(button.width())
            if needed > button.height() + 1:
                yield f"tile's words are clipped: {name}"
        elif isinstance(button, TouchButton):
            yield from _word_faults(button, theme)


def _word_faults(button: TouchButton, theme: Theme) -> Iterator[str]:
    if button.text_px < theme.least_label:
        yield f"button text {button.text_px} px under {theme.least_label}: {button.accessibleName()}"
    block = button.block(button.width())
    if block and (block.height > button.height() or block.width > button.width()):
        yield f"button words are clipped: {button.accessibleName()}"


def _phone_faults(shell: Shell, theme: Theme) -> Iterator[str]:
    for phone in visible(shell, PhoneView):
        layout = phone.layout_now
        assert layout is not None
        if layout.sizes.text < theme.phone.least_text:
            yield "phone text too small"
        for what, _remedy in layout_faults(layout):
            yield f"phone: {what.template} {dict(what.values)}"


def _overlaps(shell: Shell, theme: Theme) -> Iterator[str]:
    """Targets that touch each other; on the phone rows of a list may share an edge."""
    buttons = [(b, seen_box(shell, b)) for b in touched(shell) if not scrolled(b)]
    gap = theme.touch_gap - 1
    for number, (one, first) in enumerate(buttons):
        around = first.adjusted(-gap, -gap, gap, gap)
        for other, second in buttons[number + 1 :]:
            if not around.intersects(second) or _may_overlap(one, other):
                continue
            on_phone = all(isinstance(b, PhoneButton | KeyButton | CandidateButton) for b in (one, other))
            if not on_phone or first.adjusted(1, 1, -1, -1).intersects(second):
                yield f"too close: {one.accessibleName()} / {other.accessibleName()}"


def _may_overlap(one: QAbstractButton, other: QAbstractButton) -> bool:
    """＋ and － lie over the picture that they enlarge; what lies on the table is carried over each other."""
    on_table = isinstance(one, Thing) and isinstance(other, Thing)
    return on_table or (isinstance(one, PhoneButton) and isinstance(other, ZoomButton))
