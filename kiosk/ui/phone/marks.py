"""What points at things on the phone: where to look, where the keyboard is, what was taken up, what is carried."""

from PySide6.QtCore import QObject, QPointF
from PySide6.QtWidgets import QWidget

from kiosk.ui.phone.board import Board
from kiosk.ui.phone.picture import Picture
from kiosk.ui.phone.pointing import FocusRing, Ghost, PickedRing, Ring
from kiosk.ui.theme import Theme


class Marks(QObject):
    """Rings that stay with their elements wherever the board has them; `marked` gets the orange one."""

    def __init__(
        self, phone: QWidget, theme: Theme, board: Board, picture: Picture, marked: str | None
    ) -> None:
        super().__init__(phone)
        self._board, self._picture = board, picture
        self._marked = marked
        self._picked: str | None = None
        self.ring, self.focus_ring = Ring(phone, theme), FocusRing(phone, theme)
        self.picked_ring, self.ghost = PickedRing(phone, theme), Ghost(phone, theme)

    def mark(self, element: str | None) -> None:
        """Move the orange ring to an element, or take it away."""
        self._marked = element
        self.place()
        self.ring.breathe(False)

    def pulse(self, element: str) -> None:
        """Mark an element with a ring that breathes."""
        if element != self._marked or not self.ring.breathes:
            self.mark(element)
            self.ring.breathe(True)

    def show_picked(self, element: str | None) -> None:
        self._picked = element
        self.place()

    def carry(self, element: str, at: QPointF) -> None:
        button = self._board.button(element)
        if button:
            self.ghost.carry(self._picture.of_item(button.item), at.toPoint())

    def put_down(self) -> None:
        self.ghost.hide()

    def follow_focus(self) -> None:
        """Who goes through the phone with keys sees where they are."""
        focused = self._board.focused
        if focused and focused.ringed:
            self._board.bring_into_view(focused.item)
        self.place()

    def place(self) -> None:
        """Everything to where its element is now."""
        board, focused = self._board, self._board.focused
        at_keys = focused.item if focused and focused.ringed else None
        self.focus_ring.around(board.seen_box(at_keys), 0.6)
        self.picked_ring.around(board.seen_box(board.place_of(self._picked)), 0.6)
        marked = board.place_of(self._marked)
        same = marked is not None and at_keys is not None and marked.box == at_keys.box
        self.ring.around(board.seen_box(marked), 1.7 if same else 1.0)
