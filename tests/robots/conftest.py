"""The robots' own time, and the shipped content."""

from collections.abc import Iterator

import pytest

from kiosk.i18n.edition import Editions
from kiosk.paths import SHIPPED
from kiosk.ui.phone.stage import PhoneStage
from tests.robots.finger import Clock
from tests.robots.walks import Walks
from tests.ui.conftest import guards_leave_with_their_windows

__all__ = ["guards_leave_with_their_windows"]


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    return Editions(SHIPPED, tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def clock() -> Iterator[Clock]:
    """What is done on the phone takes its time by this."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PhoneStage, "clock", clock := Clock())
        yield clock


@pytest.fixture(scope="module")
def walks(editions: Editions, clock: Clock) -> Iterator[Walks]:
    walks = Walks(editions, clock)
    yield walks
    print(walks.table())
    walks.close()
