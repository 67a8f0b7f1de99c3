"""Which print queues there are to choose from."""

from kiosk.handout.printers.commands import Commands
from kiosk.handout.trouble import PrintError


def queue_names(*, path: str | None = None, server: str = "", seconds: float = 5.0) -> tuple[str, ...]:
    """The names of all queues of the print service; none without a service. May take `seconds`."""
    try:
        return tuple(Commands(path, server, seconds).run("lpstat", ["-e"]).split())
    except PrintError:
        return ()
