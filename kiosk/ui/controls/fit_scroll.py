"""A column that gives way when space is short: first the text down to its least size, then pages.

Scrolling is by two large buttons, because a drag is hard for a shaking hand and cannot be seen.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.touch_button import Kind, TouchButton
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

_SHARES = (1.0, 0.9, 0.8, 0.72, 0.64, 0.0)
_WAYS = (*((True, share) for share in _SHARES[:3]), *((False, share) for share in _SHARES))
"""Whether ornaments are shown, and the size of the text: what may give way does so before the text gets small."""


class FitScroll(QWidget):
    """Holds one column of controls in `column`; add to that layout."""

    def __init__(self, theme: Theme, words: Wording) -> None:
        super().__init__()
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.gap)
        self._content = content
        self._ornaments: list[QWidget] = []
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(content)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for surface in (self._area.viewport(), content):
            surface.setAutoFillBackground(False)
        tr = words.catalogue.tr
        self._up = self._arrow(theme, "keyboard_arrow_up", tr("上を見る"), -1)
        self._down = self._arrow(theme, "keyboard_arrow_down", tr("下を見る"), 1)
        arrows = QVBoxLayout()
        arrows.setSpacing(theme.touch_gap)
        arrows.addWidget(self._up)
        arrows.addStretch()
        arrows.addWidget(self._down)
        row = QHBoxLayout(self)
        if theme.left_handed:
            row.setDirection(QBoxLayout.Direction.RightToLeft)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.touch_gap)
        row.addWidget(self._area, 1)
        row.addLayout(arrows)
        self._arrow_room = theme.target + theme.touch_gap
        self._area.verticalScrollBar().valueChanged.connect(self._refresh_arrows)
        self._area.verticalScrollBar().rangeChanged.connect(self._refresh_arrows)
        self._show_arrows(False)

    def _arrow(self, theme: Theme, icon: str, name: str, pages: int) -> TouchButton:
        arrow = TouchButton(
            (), theme, lambda: self._page(pages), kind=Kind.TOOL, icon=icon, height=theme.target
        )
        arrow.always_acts = True
        arrow.setAccessibleName(name)
        return arrow

    def hasHeightForWidth(self) -> bool:
        """No: it takes whatever height is left, or its neighbours would be squeezed."""
        return False

    def fit(self) -> None:
        """Choose the largest text that fits the height, or show the arrows."""
        width, height = self.width(), self.height()
        if width <= 0 or height <= 0:
            return
        fits = self._shrink_until(lambda: self._needed(width) <= height)
        self._show_arrows(not fits)
        self._content.setMinimumHeight(self._needed(width if fits else width - self._arrow_room))
        # The area resizes what it shows when it hears of this, also of a page that is not visible yet.
        QCoreApplication.sendEvent(self._content, QEvent(QEvent.Type.LayoutRequest))
        self._refresh_arrows()

    def scroll_share(self) -> float:
        """How far it is scrolled: 0.0 at the top, 1.0 at the end."""
        bar = self._area.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def scroll_to_share(self, share: float) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(round(share * bar.maximum()))

    def give_way(self, control: QWidget, yes: bool) -> None:
        """Whether a control may disappear before anything has to be scrolled."""
        if (control in self._ornaments) != yes:
            self._ornaments = [one for one in self._ornaments if one is not control] + [control] * yes
            if self.isVisible():
                control.setVisible(True)
                self.fit()

    def _shrink_until(self, fits: Callable[[], bool]) -> bool:
        for ornaments, share in _WAYS:
            for ornament in self._ornaments:
                ornament.setVisible(ornaments)
            for label in self._content.findChildren(RubyLabel):
                label.scale_text(share)
            for button in self._content.findChildren(TouchButton):
                button.scale_text(share)
            self._settle(self._content)
            if fits():
                return True
        return False

    def _needed(self, width: int) -> int:
        return max(0, self._content.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @staticmethod
    def _settle(content: QWidget) -> None:
        """Layouts and their items cache sizes; make nested ones forget, after a change of text size or of what is shown."""
        for widget in (*content.findChildren(QWidget), content):
            if layout := widget.layout():
                layout.invalidate()
                widget.updateGeometry()

    def _show_arrows(self, shown: bool) -> None:
        self._up.setVisible(shown)
        self._down.setVisible(shown)

    def _refresh_arrows(self) -> None:
        bar = self._area.verticalScrollBar()
        self._up.setEnabled(bar.value() > bar.minimum())
        self._down.setEnabled(bar.value() < bar.maximum())

    def _page(self, direction: int) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + direction * round(self._area.viewport().height() * 0.8))
