"""The staff page: opened by the gesture and the PIN, closed back to the attract screen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from kiosk.errors import N_
from kiosk.staff.door import Door
from kiosk.ui.shell import Shell
from kiosk.ui.staff.entrance import Entrance
from kiosk.ui.staff.frame import StaffFrame
from kiosk.ui.staff.gesture import CornerGesture
from kiosk.ui.staff.page import Run, Section, StaffPage
from kiosk.ui.staff.pin_setup import PinSetup
from kiosk.ui.staff.room import Room, Wardrobe
from kiosk.ui.staff.security_page import SecurityPage
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording
from kiosk.visit.visit import Visit, VisitState

STAFF_SECONDS = 300
"""Without a touch for so long it closes: it must not stay open behind staff who were called away."""


class StaffDesk(QObject):
    """Shows the sections it is given, and after them its own one about the PIN.

    Staff change language and text size of their own page only.
    """

    opened = Signal()
    closed = Signal()

    def __init__(
        self,
        shell: Shell,
        state: VisitState,
        wardrobe: Wardrobe,
        door: Door,
        run: Run,
        sections: Sequence[Section],
        shuffled: Callable[[], bool],
    ) -> None:
        super().__init__(shell)
        self._wardrobe, self._door = wardrobe, door
        self._sections = (*sections, Section(N_("職員の番号"), "password", self._make_security))
        self._dress: Visit = state.visit
        self._chosen = self._failed = 0
        self._changed = self._inside = False
        self.room = Room(shell, state)
        self.room.left.connect(self._on_left)
        self.entrance = Entrance(self.room, wardrobe, door, run, shuffled)
        self.entrance.opened.connect(self._open)
        self.gesture = CornerGesture(self)
        self.gesture.asked.connect(self.entrance.ask)
        shell.screen_shown.connect(self.gesture.watch)
        if shell.screen_now is not None:
            self.gesture.watch(shell.screen_now)

    def begin(self, offer_setup: bool) -> None:
        """Once, when the kiosk has started."""
        self.entrance.begin(offer_setup)

    def stir(self) -> None:
        """Wants to be told of every touch and key."""
        self.room.stir()

    def close(self) -> None:
        """Back to the attract screen."""
        self.room.leave()

    def shut_down(self) -> None:
        """The kiosk ends: what was waited so far is written down."""
        self._door.lockout.keep()

    def _open(self, failed: int) -> None:
        self._dress, self._chosen, self._failed = self.room.visit, 0, failed
        self._changed, self._inside = False, True
        self._lay_frame()
        self.opened.emit()

    def _on_left(self) -> None:
        was_inside, self._inside = self._inside, False
        if was_inside:
            self.closed.emit()

    def _lay_frame(self) -> None:
        theme, words = self._wardrobe.clothes(self._dress)
        frame = StaffFrame(theme, words, self._sections, self._chosen)
        frame.left.connect(self.room.leave)
        frame.section_chosen.connect(self._choose)
        frame.language_asked.connect(self._change_language)
        frame.text_size_asked.connect(self._change_text_size)
        self.room.lay(frame, STAFF_SECONDS)

    def _choose(self, section: int) -> None:
        self._chosen = section

    def _change_language(self) -> None:
        self._dress = self._wardrobe.in_next_language(self._dress)
        self._lay_frame()

    def _change_text_size(self) -> None:
        self._dress = self._wardrobe.in_next_size(self._dress)
        self._lay_frame()

    # -- the section about the PIN -------------------------------------------------------------

    def _make_security(self, theme: Theme, words: Wording) -> StaffPage:
        page = SecurityPage(theme, words, self._failed, self._changed)
        page.change_requested.connect(self._change_pin)
        return page

    def _change_pin(self) -> None:
        setup = PinSetup(*self._wardrobe.clothes(self._dress), first=False)
        setup.left.connect(self._lay_frame)
        self.entrance.choose_pin(setup, self._after_change)

    def _after_change(self) -> None:
        self._changed = True
        self._lay_frame()
