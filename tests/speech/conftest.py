from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QProcess
from speech_fakes import FAKE_WORKER, RecordingPlayer

from kiosk.speech.speaker import Speaker


@pytest.fixture
def player() -> RecordingPlayer:
    return RecordingPlayer()


@pytest.fixture
def speaker(qtbot, player: RecordingPlayer) -> Iterator[Speaker]:
    speaker = Speaker(lambda: player, FAKE_WORKER)
    yield speaker
    speaker.close()


@pytest.fixture
def child_id(speaker: Speaker) -> Callable[[], int]:
    """The process id of the speaker's child."""
    return lambda: speaker.findChild(QProcess).processId()
