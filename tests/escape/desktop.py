"""A desktop of its own for the kiosk: an X server, a window manager that would act on keys, and the kiosk's process."""

import os
import subprocess
import sys
from pathlib import Path

from tests.escape.x11 import XScreen, XWindow
from tests.programs import Program, until

NAME = "まなびキオスク"
OUTSIDE = 0xFF00FF
"""A colour that the kiosk does not have: the desktop behind it, and every window that is not the kiosk's."""

DESKTOPS = 4
CLOSES = "A-F4"
LEAVES = (
    *("A-Tab", "A-S-Tab", "A-Escape", "A-space", "A-F1", "A-F2", "A-F8", "A-F10", "A-Print"),
    *("C-A-Delete", "C-A-BackSpace", "C-A-Escape", "C-A-t", "C-A-d", "C-Escape", "C-S-Escape"),
    *("C-q", "C-w", "F1", "F11", "Menu", "Print", "Super_L", "Super_R"),
    *("W-d", "W-e", "W-l", "W-r", "W-s", "W-x", "W-Tab", "W-F1", "W-p"),
)
BINDING = '<keybind key="{key}"><action name="{action}">{more}</action></keybind>'


def _rc() -> str:
    """Openbox would go to the next desktop on what leaves a program elsewhere: that is seen at once."""
    closes = BINDING.format(key=CLOSES, action="Close", more="")
    leaves = [BINDING.format(key=key, action="GoToDesktop", more="<to>next</to>") for key in LEAVES]
    return (
        '<?xml version="1.0"?><openbox_config xmlns="http://openbox.org/3.4/rc">'
        f"<desktops><number>{DESKTOPS}</number><popupTime>0</popupTime></desktops>"
        f"<keyboard>{closes}{''.join(leaves)}</keyboard></openbox_config>"
    )


def _number_in(log: Path) -> str:
    """The display that the server chose; it ends its line when it is there."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
    return next((line.strip() for line in lines if line.strip().isdecimal() and line.endswith("\n")), "")


class Desktop:
    """An X server with nothing on it but a window manager."""

    def __init__(self, folder: Path, size: str = "1280x720") -> None:
        self.folder = folder
        told = folder / "xvfb.log"
        command = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"]
        self._server = Program(command, told, {})
        self.display = f":{until(lambda: _number_in(told))}"
        self.environment = {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}
        self.screen = XScreen(self.display)
        self.screen.paint_root(OUTSIDE)
        rc = folder / "rc.xml"
        rc.write_text(_rc(), encoding="utf-8")
        command = ["openbox", "--sm-disable", "--config-file", str(rc)]
        self._manager = Program(command, folder / "openbox.log", self.environment)
        until(lambda: self.screen.number(self.screen.root.value, "_NET_CURRENT_DESKTOP") == 0)

    def xdotool(self, *words: object) -> None:
        subprocess.run(
            ["xdotool", *map(str, words)], env={**os.environ, **self.environment}, check=True, timeout=30
        )

    @property
    def left(self) -> bool:
        """Whether the window manager went to another desktop."""
        return self.screen.number(self.screen.root.value, "_NET_CURRENT_DESKTOP") != 0

    @property
    def has_active_window(self) -> bool:
        """Among those that the window manager manages."""
        return self.screen.number(self.screen.root.value, "_NET_ACTIVE_WINDOW") > 0

    def come_back(self) -> None:
        self.xdotool("set_desktop", 0)
        until(lambda: not self.left)

    def obeyed(self) -> None:
        """The window manager has done everything it was asked so far: it answers in order."""
        root, count = self.screen.root.value, "_NET_NUMBER_OF_DESKTOPS"
        wanted = 2 * DESKTOPS + 1 - self.screen.number(root, count)
        self.screen.send(root, count, wanted, through_root=True)
        until(lambda: self.screen.number(root, count) == wanted)

    def close(self) -> None:
        self.screen.close()
        self._manager.stop()
        self._server.stop()


class Terminal:
    """`kiosk run` on a desktop, with folders of its own."""

    def __init__(self, desktop: Desktop, *options: str) -> None:
        self.desktop, self.screen = desktop, desktop.screen
        folders = {f"XDG_{name}": desktop.folder / name.lower() for name in _FOLDERS}
        for folder in folders.values():
            folder.mkdir(mode=0o700, exist_ok=True)
        settings = folders["XDG_CONFIG_HOME"] / "manabi-kiosk" / "settings.toml"
        settings.parent.mkdir(exist_ok=True)
        settings.write_text("animations = false\nread_aloud = false\n", encoding="utf-8")
        environment = {**desktop.environment, **{name: str(folder) for name, folder in folders.items()}}
        command = [sys.executable, "-m", "kiosk", "run", *options]
        self._program = Program(command, desktop.folder / "kiosk.log", environment)

    @property
    def alive(self) -> bool:
        return self._program.running

    @property
    def front(self) -> XWindow:
        return until(self._front)

    def _front(self) -> XWindow | None:
        seen = self.screen.seen()
        return seen[0] if seen and NAME in seen[0].name else None

    def settle(self) -> None:
        """The window manager and the kiosk have done what they had to do: it looks after its place later than that."""
        self.desktop.obeyed()
        self.screen.lower(self.front.number)
        until(lambda: self.screen.on_top() == self.front.number)

    def kept_in(self) -> bool:
        """Settled, in front of everything, with the keyboard; asks again while the kiosk comes back."""
        self.settle()
        until(lambda: not self.faults())
        return not self.faults()

    def faults(self) -> list[str]:
        """What is not as it must be while the kiosk runs."""
        front, size = self._front(), self.screen.size()
        found = []
        if not self.alive:
            found.append("the process has ended")
        if front is None:
            return [*found, f"in front is {self.screen.seen()[:1]}"]
        if front.place != (0, 0, *size):
            found.append(f"it lies at {front.place} of {size}")
        if self.screen.focus() != front.number:
            found.append(f"the focus is at {self.screen.focus():#x}")
        if self.desktop.left:
            found.append("the window manager has gone to another desktop")
        return [*found, *(f"the outside is seen at {spot}" for spot in self.spots_outside())]

    def spots_outside(self) -> list[tuple[int, int]]:
        """Where a picture of the screen, taken at its corners, its edges and a grid, shows what is not the kiosk."""
        width, height = self.screen.size()
        spots = [(x * (width - 1) // 16, y * (height - 1) // 9) for x in range(17) for y in range(10)]
        return [spot for spot in spots if self.screen.pixel(*spot) == OUTSIDE]

    def close(self) -> None:
        self._program.stop()


_FOLDERS = ("CONFIG_HOME", "CACHE_HOME", "STATE_HOME", "DATA_HOME", "RUNTIME_DIR")
