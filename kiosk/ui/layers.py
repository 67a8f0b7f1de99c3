"""A window with a page, over which a sheet may lie, and over both a cover; the keyboard is for what lies on top."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kiosk.ui.screens.screen import Screen

if TYPE_CHECKING:
    from kiosk.ui.sheet import Sheet


class LayeredWindow(QWidget):
    """`screen_now` is the page. What lies over it is as large as the window."""

    def __init__(self) -> None:
        super().__init__()
        self.screen_now: Screen | None = None
        self.overlay: Sheet | None = None
        self.cover: QWidget | None = None
        self._focus_below: QWidget | None = None
        self._by_keyboard = False
        self._above = 0

    def keep_free(self, above: int) -> None:
        """So many pixels at the top nobody has to reach: what is on a layer keeps below them."""
        self._above = above
        self._lay_layers()

    def by_keyboard(self, used: bool) -> None:
        """Whether the resident's last move was a key: then the focus ring shows from the start."""
        self._by_keyboard = used

    def lay_over(self, sheet: "Sheet") -> None:
        """Put a sheet, a child of this window, over the page until it closes."""
        self.close_overlay()
        self.overlay = sheet
        self._lay(sheet)
        sheet.closed.connect(self.close_overlay)
        sheet.show()
        self._start_focus(sheet)
        self._keep_cover_on_top()

    def close_overlay(self) -> None:
        if self.overlay is not None:
            overlay, self.overlay = self.overlay, None
            overlay.hide()
            overlay.deleteLater()
            if self.screen_now is not None:
                self._start_focus(self.screen_now)

    def cover_with(self, cover: QWidget) -> None:
        """Put something over everything, sheets included, until it is lifted; what lies below stays as it is."""
        self._focus_below = self.focusWidget() if self.cover is None else self._focus_below
        self._take_cover_away()
        self.cover = cover
        cover.setParent(self)
        self._lay(cover)
        cover.show()
        cover.raise_()
        cover.setFocus(Qt.FocusReason.OtherFocusReason)

    def lift_cover(self) -> None:
        if self.cover is None:
            return
        self._take_cover_away()
        if self._focus_below is not None and isValid(self._focus_below):
            self._focus_below.setFocus(self._focus_reason)
        self._focus_below = None

    def _take_cover_away(self) -> None:
        if self.cover is not None:
            cover, self.cover = self.cover, None
            cover.hide()
            cover.deleteLater()

    def _keep_cover_on_top(self) -> None:
        """What comes to the window later lies below, and takes no key."""
        if self.cover is not None:
            self.cover.raise_()
            if not self.cover.isAncestorOf(self.focusWidget() or self):
                self.cover.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_layers(self) -> None:
        for layer in (self.overlay, self.cover):
            if layer is not None:
                self._lay(layer)

    def _lay(self, layer: QWidget) -> None:
        layer.setGeometry(self.rect())
        layer.setContentsMargins(0, self._above, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_layers()

    def _start_focus(self, screen: Screen) -> None:
        target = screen.first_focus()
        if self.cover is not None:
            self._focus_below = target
        elif target is not None:
            target.setFocus(self._focus_reason)

    @property
    def _focus_reason(self) -> Qt.FocusReason:
        """After a key the focus ring shows from the start."""
        return Qt.FocusReason.TabFocusReason if self._by_keyboard else Qt.FocusReason.OtherFocusReason
