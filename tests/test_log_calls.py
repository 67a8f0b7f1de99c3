"""Every call of the log leaves it to the formatter what of a value may be told."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import kiosk

PACKAGE = Path(kiosk.__file__).parent
GRAVITIES = {"debug", "info", "warning", "error", "exception", "critical"}
LEAST_CALLS = 15
"""Far fewer would mean that this test reads the wrong files."""

OVERRULING = {"str", "repr", "format", "ascii"}
"""An error made a text before it reaches the log keeps its message."""


def calls(source: str) -> Iterator[ast.Call]:
    """On what is called a log, or on `logging.getLogger(...)` itself."""
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in GRAVITIES
        ):
            of = ast.unparse(node.func.value)
            if of in {"log", "_log"} or of.startswith("logging."):
                yield node


def faults(call: ast.Call) -> list[str]:
    """What lets a text past the formatter."""
    first, *parts = call.args
    found = [] if isinstance(first, ast.Constant) else ["the message is put together"]
    for node in (one for part in parts for one in ast.walk(part)):
        if isinstance(node, ast.JoinedStr):
            found.append("an f-string")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in OVERRULING:
            found.append(f"{node.func.id}()")
    return found


def test_no_call_puts_texts_together_itself() -> None:
    all_calls = [
        (path.relative_to(PACKAGE).as_posix(), call)
        for path in sorted(PACKAGE.rglob("*.py"))
        for call in calls(path.read_text(encoding="utf-8"))
    ]
    assert len(all_calls) >= LEAST_CALLS
    assert [(file, call.lineno, faults(call)) for file, call in all_calls if faults(call)] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('log.warning("no sheet: %s", error)', []),
        ('log.warning("no sheet: %s", str(error))', ["str()"]),
        ('log.warning("no sheet: %s", f"{error}")', ["an f-string"]),
        ('log.warning(f"no sheet: {error}")', ["the message is put together"]),
        ('log.warning("no sheet: " + text)', ["the message is put together"]),
    ],
)
def test_every_way_around_the_formatter_is_seen(source: str, found: list[str]) -> None:
    (call,) = calls(source)
    assert faults(call) == found
