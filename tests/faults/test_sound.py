"""A loudspeaker that is gone in the middle of a sentence, or at the start, and comes back."""

import shutil

import pytest

from kiosk.ui.narrator import NO_SOUND
from tests.conftest import SoundServer
from tests.faults.visits import Visits, own_folders
from tests.programs import until

pytestmark = [
    pytest.mark.timeout(180),
    pytest.mark.skipif(not shutil.which("pulseaudio"), reason="needs PulseAudio"),
]


@pytest.fixture
def server(tmp_path):
    (tmp_path / "pulse").mkdir(mode=0o700)
    server = SoundServer(str(tmp_path / "pulse"))
    yield server
    server.stop()


@pytest.fixture
def kiosk(tmp_path, server):
    """Not started before it is called: the server may be there by then, or not."""
    opened = []

    def start() -> Visits:
        variables = own_folders(tmp_path) | {"PULSE_SERVER": f"unix:{server.socket}"}
        opened.append(Visits(variables, tmp_path / "said"))
        return opened[0]

    yield start
    opened[0].close()


def hears_more(kiosk: Visits) -> bool:
    heard = kiosk("look").words_heard
    return until(lambda: kiosk("look").words_heard > heard, seconds=30)


def test_gone_while_it_speaks_and_back_again(kiosk, server):
    assert server.start()
    visits = kiosk()
    visits("begin")
    assert hears_more(visits)
    server.stop()
    until(lambda: visits("look").notices)
    sight = visits("step")
    assert (sight.notices, sight.errors) == ([NO_SOUND], 0)
    until(lambda: not visits("look").speaking)
    assert server.start()
    visits("leave")
    visits("begin")
    assert hears_more(visits)
    assert visits("look").notices == [NO_SOUND]


def test_absent_at_the_start_and_there_later(kiosk, server):
    visits = kiosk()
    visits("begin")
    until(lambda: visits("look").notices)
    sight = visits("step")
    assert (sight.notices, sight.errors) == ([NO_SOUND], 0)
    assert server.start()
    visits("hear")
    assert hears_more(visits)
