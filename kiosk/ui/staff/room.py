"""Where staff are: whatever lies on the window's cover for them, until they leave or nobody touches it any more."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.ui.shell import Shell
from kiosk.ui.staff.cover import StaffCover
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording
from kiosk.visit.visit import Attract, Visit, VisitState, following


@dataclass(frozen=True)
class Wardrobe:
    """What theme and words the pages of staff are made with; `languages` gives the codes of those
    there are now.

    Furigana are for residents: lists and findings are easier to run over without them.
    """

    languages: Callable[[], Sequence[str]]
    words_of: Callable[[str], Wording]
    theme_of: Callable[[Visit], Theme]

    def clothes(self, visit: Visit) -> tuple[Theme, Wording]:
        return self.theme_of(replace(visit, furigana=False)), self.words_of(visit.language)

    def in_next_language(self, visit: Visit) -> Visit:
        codes = list(self.languages())
        present = codes.index(visit.language) if visit.language in codes else -1
        return replace(visit, language=codes[(present + 1) % len(codes)])

    def in_next_size(self, visit: Visit) -> Visit:
        return replace(visit, text_size=following(visit.text_size))


class Room(QObject):
    """Opens only where no visit is going on; what was left is destroyed, so that the next visit finds nothing."""

    left = Signal()
    left_at_work = Signal()
    """Nobody touches it any more, and something goes on: it wants a curtain."""

    def __init__(self, shell: Shell, state: VisitState) -> None:
        super().__init__(shell)
        self._shell, self._state = shell, state
        self._cover: StaffCover | None = None
        self._curtain: StaffCover | None = None
        self.idle = QTimer(self, singleShot=True)
        self.idle.timeout.connect(self._on_idle)

    @property
    def cover(self) -> StaffCover | None:
        """What staff see now; None also when something else has taken its place over the window."""
        return self._cover if self._shell.cover is self._cover else None

    @property
    def front(self) -> StaffCover | None:
        """What can be touched: the cover, or the curtain before it."""
        return self._curtain or self.cover if self.cover is not None else None

    @property
    def may_open(self) -> bool:
        return self._shell.cover is None and isinstance(self._state.visit.page, Attract)

    @property
    def visit(self) -> Visit:
        """How the terminal looks while nobody is at it."""
        return self._state.visit

    def lay(self, cover: StaffCover, seconds: int) -> None:
        """Show something to staff; after so long without a touch it goes."""
        self._cover, self._curtain = cover, None
        self._shell.cover_with(cover)
        self.idle.start(seconds * 1000)

    def draw(self, curtain: StaffCover) -> None:
        """Before the cover, which goes on with its work and cannot be touched."""
        if self.cover is not None:
            self._curtain = curtain
            curtain.setParent(self.cover)
            curtain.setGeometry(self.cover.rect())
            curtain.show()
            curtain.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_curtain(self) -> bool:
        """False when there was none."""
        curtain, self._curtain = self._curtain, None
        if curtain is not None and self.cover is not None:
            curtain.hide()
            curtain.deleteLater()
            self.cover.setFocus(Qt.FocusReason.OtherFocusReason)
        return curtain is not None

    def stir(self) -> None:
        """Somebody is here."""
        if self.cover is not None:
            self.idle.start()

    def leave(self) -> None:
        """Back to the attract screen."""
        lies, self._cover, self._curtain = self.cover is not None, None, None
        self.idle.stop()
        if lies:
            self._shell.lift_cover()
        self.left.emit()

    def _on_idle(self) -> None:
        if self.cover is None or not self.cover.busy:
            self.leave()
            return
        self.idle.start()
        if self._curtain is None:
            self.left_at_work.emit()
