"""The command `kiosk`."""

import sys
from collections.abc import Sequence

from kiosk.cli.common import complain
from kiosk.cli.parser import make_parser
from kiosk.errors import N_, KioskError, Message


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit code. Errors are one sentence on standard error."""
    try:
        options = make_parser().parse_args(arguments)
        return int(options.command(options))
    except KioskError as error:
        complain(error.message)
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has seen enough; closing it quietly is what a command does.
        sys.stderr.close()
        return 0
    except Exception as bug:  # noqa: BLE001 - the last door: a bug becomes a log entry and one sentence
        return _report(bug)


def _report(bug: Exception) -> int:
    import logging

    from kiosk.logs import log_file, start_log

    start_log()
    logging.getLogger("kiosk").error("unexpected error", exc_info=bug)
    sentence = N_("思いがけない問題が起きました。くわしい記録は {file} にあります。")
    complain(Message(sentence, {"file": log_file()}))
    return 70
