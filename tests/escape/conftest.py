"""One X server with a kiosk for each file of tests."""

import shutil
from collections.abc import Iterator

import pytest

from tests.escape.desktop import Desktop, Terminal
from tests.programs import PATH, until

COMMANDS = ("Xvfb", "xdotool", "openbox", "xrandr")


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    if missing := [name for name in COMMANDS if not shutil.which(name, path=PATH)]:
        pytest.skip(f"not installed: {missing}; ./test.sh installs them")
    desktop = Desktop(tmp_path_factory.mktemp("desktop"))
    yield desktop
    desktop.close()


@pytest.fixture(scope="module")
def running(desktop: Desktop) -> Iterator[Terminal]:
    terminal = Terminal(desktop)
    until(lambda: not terminal.faults(), 30)
    yield terminal
    terminal.close()


@pytest.fixture
def kiosk(running: Terminal) -> Terminal:
    """As it must be before anybody tries anything."""
    until(lambda: not running.faults())
    return running


@pytest.fixture(scope="module")
def desktop_without_kiosk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    desktop = Desktop(tmp_path_factory.mktemp("bare"))
    yield desktop
    desktop.close()
