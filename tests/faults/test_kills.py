"""A few of the kills of `kill_500.py`, which does as many as one likes."""

import threading

import pytest

from tests.faults.kill_500 import kill
from tests.faults.terminal import KINDS


@pytest.mark.timeout(180)
def test_a_killed_process_is_back_with_the_visit_at_its_place(tmp_path):
    tallies = kill(tmp_path, 1, 2, threading.Event())
    assert {kind: tally.faults for kind, tally in tallies.items() if tally.faults} == {}
    assert all(tallies[kind].kills for kind in ("window", "supervisor", *KINDS))


@pytest.mark.timeout(180)
def test_also_without_an_x_server(tmp_path):
    tallies = kill(tmp_path, 2, 3, threading.Event(), drawn=False)
    assert {kind: tally.faults for kind, tally in tallies.items() if tally.faults} == {}
    assert not KINDS.keys() & tallies.keys()
