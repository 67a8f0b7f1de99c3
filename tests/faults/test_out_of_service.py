"""What everybody and staff read when the content cannot be used, and that it is tried again."""

import pytest
from PySide6.QtWidgets import QLabel

from kiosk.errors import ContentError
from kiosk.out_of_service import AGAIN_S, stay
from kiosk.supervisor import Supervisor
from kiosk.ui.out_of_service import OutOfService

ERROR = ContentError("{file} が読めません。", file="city.yaml")


def test_two_sentences(qtbot):
    page = OutOfService(ERROR.message, str)
    qtbot.addWidget(page)
    sorry, for_staff = (label.text() for label in page.findChildren(QLabel))
    assert "お休みしています" in sorry
    assert for_staff == "職員のかたへ：city.yaml が読めません。"


def test_after_a_while_it_ends_with_the_code_of_its_sentence(application):
    assert stay(ERROR, str, again_s=0.0) == ERROR.exit_code


@pytest.mark.parametrize(("lived_s", "code"), [(AGAIN_S, None), (1.0, ERROR.exit_code)])
def test_the_supervisor_begins_it_anew_then(lived_s, code):
    supervisor = Supervisor([], lambda: None, lambda message: None)
    assert supervisor._after(ERROR.exit_code, lived_s) == code
