"""From the gesture to the open door: how the PIN is asked for, and how it is chosen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.errors import KioskError
from kiosk.staff.door import Closed, Door, Opened, Unset, Waits
from kiosk.staff.lockout import KEEP_SECONDS
from kiosk.text.ruby import RubyText
from kiosk.ui.staff.keypad import key_order
from kiosk.ui.staff.notice_page import NoticePage
from kiosk.ui.staff.page import Run
from kiosk.ui.staff.pin_pad import PinPad
from kiosk.ui.staff.pin_setup import PinSetup
from kiosk.ui.staff.room import Room, Wardrobe

PAD_SECONDS = 60
SETUP_SECONDS = 300
"""Without a touch for so long, the page goes away."""


class Entrance(QObject):
    """`shuffled` tells whether the keypad has its digits in another order each time."""

    opened = Signal(int)
    """The right PIN was entered, after so many wrong ones."""

    def __init__(
        self, room: Room, wardrobe: Wardrobe, door: Door, run: Run, shuffled: Callable[[], bool]
    ) -> None:
        super().__init__(room)
        self._room, self._wardrobe, self._door = room, wardrobe, door
        self._run, self._shuffled = run, shuffled
        room.left_at_work.connect(self._lock)
        self.second = QTimer(self, interval=1000)
        self.second.timeout.connect(self._count_down)
        self.keeper = QTimer(self, interval=KEEP_SECONDS * 1000)
        self.keeper.timeout.connect(self._keep)

    def begin(self, offer_setup: bool) -> None:
        """Once, when the kiosk starts: a wait goes on where it was, and a terminal without a PIN asks for one."""
        self.keeper.start()
        self._run(self._door.look, self._offer_setup if offer_setup else _nothing, _nothing)

    def ask(self) -> None:
        """The gesture was made."""
        self._run(self._door.look, self._meet, _nothing)

    def _meet(self, door: Closed) -> None:
        if not self._room.may_open:
            return
        if isinstance(door, Unset):
            self._tell_how_to_set()
        else:
            self._lay_pad(door)

    # -- the keypad ----------------------------------------------------------------------------

    def _lay_pad(self, door: Closed) -> None:
        self._room.lay(self._new_pad(door), PAD_SECONDS)
        self.second.start()

    def _lock(self) -> None:
        """Who comes next to something that works on alone has to have the PIN, too."""
        self._run(self._door.look, self._draw, _nothing)

    def _draw(self, door: Closed) -> None:
        self._room.draw(self._new_pad(door))
        self.second.start()

    def _new_pad(self, door: Closed) -> PinPad:
        pad = PinPad(*self._wardrobe.clothes(self._room.visit), key_order(self._shuffled()))
        pad.entered.connect(self._knock)
        pad.left.connect(self._room.leave)
        pad.show_door(door)
        return pad

    @property
    def _pad(self) -> PinPad | None:
        """The keypad, while staff stand before it."""
        front = self._room.front
        return front if isinstance(front, PinPad) else None

    def _knock(self, pin: str) -> None:
        self._run(partial(self._door.knock, pin), self._answer, self._tell_trouble)

    def _answer(self, answer: Opened | Closed) -> None:
        if self._pad is None:
            return
        if not isinstance(answer, Opened):
            self._pad.show_door(answer, wrong=True)
        elif not self._room.open_curtain():
            self.opened.emit(answer.failed)

    def _tell_trouble(self, error: KioskError) -> None:
        if isinstance(self._room.front, PinPad | PinSetup):
            self._room.front.show_trouble(error.message)

    def _count_down(self) -> None:
        """Once a second, as long as there is a keypad."""
        pad, wait = self._pad, self._door.lockout.now.wait
        if pad is None:
            self.second.stop()
        elif wait:
            pad.show_door(Waits(wait))
        elif pad.waits:
            self._run(self._door.look, self._show_again, self._tell_trouble)

    def _show_again(self, door: Closed) -> None:
        if self._pad is not None:
            self._pad.show_door(door)

    def _keep(self) -> None:
        if self._door.lockout.shrinks:
            self._run(self._door.lockout.keep, _nothing, _nothing)

    # -- choosing a PIN ------------------------------------------------------------------------

    def choose_pin(self, setup: PinSetup, done: Callable[[], object], first: bool = False) -> None:
        """Show the page on which a PIN, or the first one, is chosen; `done` once it is kept."""
        setup.chosen.connect(partial(self._change, done, first))
        self._room.lay(setup, SETUP_SECONDS)

    def _change(self, done: Callable[[], object], first: bool, pin: str) -> None:
        change = partial(self._door.change, pin, first)
        self._run(change, partial(self._changed, done), self._tell_trouble)

    def _changed(self, done: Callable[[], object], _kept: None) -> None:
        if isinstance(self._room.cover, PinSetup):
            done()

    def _offer_setup(self, door: Closed) -> None:
        if isinstance(door, Unset) and self._room.may_open:
            setup = PinSetup(*self._wardrobe.clothes(self._room.visit), first=True)
            setup.left.connect(self._room.leave)
            self.choose_pin(setup, self._tell_how_to_open, first=True)

    def _tell_how_to_open(self) -> None:
        tr = self._wardrobe.words_of(self._room.visit.language).tr
        self._tell(
            "check_circle",
            tr("番号を決めました。"),
            tr("職員のページは、最初の画面の四すみをさわると開きます。"),
            tr("左上、右上、右下、左下の順に、{間|あいだ}をあけずにさわってください。"),
        )

    def _tell_how_to_set(self) -> None:
        tr = self._wardrobe.words_of(self._room.visit.language).tr
        self._tell(
            "lock",
            tr("職員の番号は、まだ決まっていません。"),
            tr("番号が決まるまで、職員のページは開きません。"),
            tr("キオスクが次に始まるときに決められます。管理している人は「kiosk pin set」でも決められます。"),
        )

    def _tell(self, icon: str, *texts: RubyText) -> None:
        notice = NoticePage(*self._wardrobe.clothes(self._room.visit), icon, *texts)
        notice.left.connect(self._room.leave)
        self._room.lay(notice, PAD_SECONDS)


def _nothing(_result: object) -> None:
    """Nobody waits for it."""
