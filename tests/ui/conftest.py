"""The real window on a stage, with the shipped content."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.i18n.edition import Editions
from kiosk.paths import SHIPPED
from kiosk.shots import ShotPlan, Stage
from kiosk.speech.speaker import Speaker
from kiosk.ui.touch import TouchGuard
from kiosk.visit.visit import Contrast, TextSize

StageMaker = Callable[..., Stage]


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    return Editions(SHIPPED, tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True)
def guards_leave_with_their_windows(qtbot) -> Iterator[None]:
    """The collector would empty a guard that nobody holds any more, while it is still asked about every event."""
    yield
    for window in QApplication.topLevelWidgets():
        for guard in window.findChildren(TouchGuard):
            guard.remove()


@pytest.fixture
def make_stage(qtbot, editions: Editions) -> StageMaker:
    def make(
        size: tuple[int, int] = (1920, 1080),
        text_size: TextSize = TextSize.NORMAL,
        language: str = "ja",
        inches: float = 24.0,
        contrast: Contrast = Contrast.LIGHT,
        speaker: Speaker | None = None,
    ) -> Stage:
        stage = Stage(editions, ShotPlan(*size, text_size, contrast, inches), language, speaker)
        qtbot.addWidget(stage.shell)
        return stage

    return make
