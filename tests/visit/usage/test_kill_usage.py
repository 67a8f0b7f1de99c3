from pathlib import Path

from tests.faults.kill_usage import kill_often


def test_no_acknowledged_count_is_lost_by_a_kill(tmp_path: Path) -> None:
    outcome = kill_often(tmp_path / "usage.sqlite3", 30, seed=6)
    assert outcome.nothing_lost, outcome
    assert outcome.acknowledged > 0
