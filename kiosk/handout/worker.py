"""The printing process. Whatever a printer or a print service does (hangs, answers slowly, dies), it does it here.

Wishes come on standard input, news go to standard output (`kiosk.handout.protocol`).
"""

import shutil
import signal
import sys
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from kiosk.handout.clerk import Clerk
from kiosk.handout.paper import Paper
from kiosk.handout.protocol import News, read_wish
from kiosk.logs import log_the_uncaught

POLL_S = 0.4


def work(clerk: Clerk, wishes: "SimpleQueue[bytes]") -> None:
    """Until an empty line says that the visit is over, and then until every job has come to its end."""
    visiting = True
    while visiting or clerk.jobs.busy:
        try:
            line = wishes.get(timeout=POLL_S if clerk.jobs.busy else None)
        except Empty:
            clerk.jobs.look()
            continue
        if line:
            clerk.hear(read_wish(line))
            if wishes.empty():
                clerk.make_ahead()
        else:
            visiting = False
            clerk.jobs.leave()
            clerk.jobs.look()


def _listen(wishes: "SimpleQueue[bytes]") -> None:
    # Not sys.stdin: the end of the process would wait for this thread to let go of it.
    with open(0, "rb", closefd=False) as lines:
        for line in lines:
            wishes.put(line)
    wishes.put(b"")


def _tell(news: News) -> None:
    with suppress(BrokenPipeError):  # the kiosk has closed; the jobs are still seen to their end
        sys.stdout.buffer.write(news.line())
        sys.stdout.buffer.flush()


def main(arguments: list[str]) -> int:
    """`PRINTER PAPER DATA-FOLDER CACHE-FOLDER FOLDER`; the last one is for the sheets."""
    from kiosk.handout.making import SheetMaker
    from kiosk.handout.printers.choose import printer_for

    log_the_uncaught()
    printer_name, paper, root, cache_folder, folder = arguments
    wishes: SimpleQueue[bytes] = SimpleQueue()
    for number in (signal.SIGINT, signal.SIGTERM):  # Ctrl+C in a terminal comes here too
        signal.signal(number, lambda *_: wishes.put(b""))
    Thread(target=_listen, args=(wishes,), daemon=True).start()
    kind = Paper(paper)
    maker = cache(partial(SheetMaker, Path(root), Path(cache_folder)))
    work(Clerk(maker, printer_for(printer_name, kind), kind, Path(folder), _tell), wishes)
    shutil.rmtree(folder, ignore_errors=True)  # the window does, too, but it may be gone
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
