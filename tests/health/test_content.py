"""What the staff page says of content and voices comes from other processes, and arrives whole."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.health.content import content_elsewhere
from kiosk.health.voices import voices_state
from kiosk.staff.health import NotExaminedError
from tests.builders import lesson_values, write_data


def test_problems_and_reviews_of_a_folder(own_folders: None, tmp_path: Path) -> None:
    broken = lesson_values(minutes=0)
    due = lesson_values(review_by="2026-11-01")
    root = write_data(tmp_path / "data", {"broken": broken, "due": due})
    state = content_elsewhere(root, "ja")
    assert state.problems[0].file == "lessons/broken/lesson.yaml"
    assert state.problems[0].grave
    assert [review.days_left(date(2026, 11, 23)) for review in state.reviews] == [-22]


def test_content_that_cannot_be_read_is_a_sentence(own_folders: None, tmp_path: Path) -> None:
    with pytest.raises(NotExaminedError):
        content_elsewhere(tmp_path, "ja")


def test_voices_and_what_is_kept(own_folders: None, tmp_path: Path) -> None:
    state = voices_state(write_data(tmp_path / "data"), "ja")
    assert [(one.code, one.kept, one.lessons) for one in state.languages] == [("ja", 0, 1)]
    assert state.megabytes == 0
