"""Which software and which content this is."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.paths import SHIPPED
from kiosk.staff.versions import INSTALLED, commit_of, versions
from tests.builders import write_data

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("files", "commit"),
    [
        ({"HEAD": COMMIT}, "01234567"),
        ({"HEAD": "ref: refs/heads/main\n", "refs/heads/main": COMMIT + "\n"}, "01234567"),
        (
            {"HEAD": "ref: refs/heads/main", "packed-refs": f"# packed\n{COMMIT} refs/heads/main\n"},
            "01234567",
        ),
        ({"HEAD": "ref: refs/heads/main"}, ""),
        ({}, ""),
    ],
)
def test_the_commit_of_a_checkout(tmp_path: Path, files: dict[str, str], commit: str) -> None:
    for name, text in files.items():
        (tmp_path / ".git" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / ".git" / name).write_text(text)
    assert commit_of(tmp_path) == commit


def test_the_commit_of_a_copy_without_git(tmp_path: Path) -> None:
    (tmp_path / INSTALLED).write_text("01234567\n")
    assert commit_of(tmp_path) == "01234567"


def test_content_has_the_same_version_everywhere_and_another_after_a_change(tmp_path: Path) -> None:
    one, other = write_data(tmp_path / "one"), write_data(tmp_path / "other")
    assert versions(one, SHIPPED).content == versions(other, SHIPPED).content
    with (other / "lessons" / "city.yaml").open("a") as file:
        file.write("\n")
    assert versions(one, SHIPPED).content != versions(other, SHIPPED).content


def test_the_day_of_the_newest_file(tmp_path: Path) -> None:
    root = write_data(tmp_path)
    noon = datetime(2027, 3, 1, 12, tzinfo=UTC)
    for file in root.rglob("*.yaml"):
        os.utime(file, (0, 0))
    os.utime(root / "lessons" / "city.yaml", (0, noon.timestamp()))
    assert versions(root, SHIPPED).changed == noon.astimezone().date()


def test_without_content_there_is_no_day(tmp_path: Path) -> None:
    assert versions(tmp_path, tmp_path).changed is None
