"""Kill a process that counts, again and again: is every count that it acknowledged still there, and the book sound?

    .venv/bin/python tests/faults/kill_usage.py [KILLS] [SEED]

Each process opens the same book, counts one thing after the other, and acknowledges each when it is written. It is
ended by SIGKILL after a random number of acknowledgements: at any place of a write, of the opening, or of the check.
"""

import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.visit.usage.book import UsageBook
from kiosk.visit.usage.counts import Count, Entry, Hour, Measure
from kiosk.visit.usage.ledger import Ledger, UsageWriter
from kiosk.visit.usage.reading import read_rows

MOST_ACKNOWLEDGED = 40


@dataclass(frozen=True)
class Outcome:
    acknowledged: int
    found: int
    under_way: int
    """How many counts a kill may have met before they were acknowledged: found or not, both are right."""
    put_aside: int

    @property
    def nothing_lost(self) -> bool:
        return self.acknowledged <= self.found <= self.acknowledged + self.under_way and not self.put_aside


def count_on(path: Path) -> None:
    """The process that is killed."""
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    writer = UsageWriter(Ledger(UsageBook(path), 24))
    while True:
        writer.count([Entry(Hour(date(2026, 10, 5), 9), Count(Measure.VISIT))])
        if writer.flush():
            sys.stdout.write("counted\n")
            sys.stdout.flush()


def kill_once(path: Path, patience: int) -> int:
    """Let one process count until it has acknowledged so often, and kill it; all its acknowledgements."""
    command = [sys.executable, __file__, "--count", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for _ in range(patience + 1):
            process.stdout.readline()
        process.kill()
        return patience + process.stdout.read().count("counted\n")


def kill_often(path: Path, kills: int, seed: int) -> Outcome:
    chance = random.Random(seed)
    acknowledged = found = 0
    for number in range(kills):
        acknowledged += kill_once(path, chance.randrange(MOST_ACKNOWLEDGED))
        found = sum(row.times for row in read_rows(path))
        if not acknowledged <= found <= acknowledged + number + 1:
            break
    return Outcome(acknowledged, found, kills, len(list(path.parent.glob("*.damaged-*"))))


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--count"]:
        count_on(Path(arguments[1]))
    kills, seed = (int(one) for one in [*arguments, *["500", "1"][len(arguments) :]])
    with tempfile.TemporaryDirectory() as folder:
        outcome = kill_often(Path(folder) / "usage.sqlite3", kills, seed)
    sys.stdout.write(f"{kills} kills, seed {seed}: {outcome}\n")
    return int(not outcome.nothing_lost)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
