"""Who may import whom (design.md), read from the source: also inside functions and TYPE_CHECKING blocks."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import kiosk

PACKAGE = Path(kiosk.__file__).parent
BOTTOM = (
    "__version__",
    "errors",
    "files",
    "paths",
    "settings",
    "settings_table",
    "settings_reader",
    "settings_file",
    "logs",
    "log_format",
    "another_process",
    "backoff",
    "beat",
    "only_one",
    "supervisor",
    "systemd",
)
SIDE_BY_SIDE = ("speech", "handout", "visit", "classroom", "staff")
COMPOSERS = (
    "app",
    "application",
    "desks",
    "terminal",
    "preparing",
    "staff_room",
    "staff_samples",
    "section_shots",
    "over_shots",
    "jobs",
    "printing",
    "trial",
    "shots",
    "doctor",
    "places",
    "bake",
    "fitting",
    "display",
    "housekeeping",
    "memory",
    "calm",
    "heartbeat",
    "kept_place",
    "out_of_service",
    "qt_log",
    "counting",
    "usage_desk",
    "health",
)
LAYERS = (
    BOTTOM,
    ("text",),
    ("lessons",),
    ("i18n",),
    ("draw", "qt_process"),
    SIDE_BY_SIDE,
    ("ui",),
    COMPOSERS,
    ("cli",),
    ("__main__",),
)
HEIGHT = {part: height for height, layer in enumerate(LAYERS) for part in layer}
LEAST_IMPORTS = 400
"""Far fewer would mean that this test reads the wrong files."""

Import = tuple[str, str]
"""A module of ours, and what it imports: a module, or one name of a module."""


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(source: str, importer: str, is_package: bool = False) -> Iterator[Import]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((importer, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                around = importer.split(".")[: len(importer.split(".")) - node.level + is_package]
                base = ".".join([*around, *filter(None, [node.module])])
            yield from ((importer, f"{base}.{alias.name}") for alias in node.names)


def all_imports() -> list[Import]:
    return [
        found
        for path in sorted(PACKAGE.rglob("*.py"))
        if "data" not in path.relative_to(PACKAGE).parts
        for found in imports(path.read_text(encoding="utf-8"), module_name(path), path.stem == "__init__")
    ]


def part(name: str) -> str:
    """`kiosk.lessons.model.Step` is of the part `lessons`."""
    return name.split(".")[1] if "." in name else ""


IMPORTS = all_imports()
INTERNAL = [(who, what) for who, what in IMPORTS if what.startswith("kiosk.") and part(who)]


def test_suspiciously_few_imports_mean_a_broken_test() -> None:
    assert len(INTERNAL) >= LEAST_IMPORTS
    assert {part(who) for who, _ in INTERNAL} >= {
        "lessons",
        "i18n",
        "draw",
        "speech",
        "handout",
        "ui",
        "app",
        "cli",
    }


def test_every_part_has_its_place_in_the_order() -> None:
    parts = {part(module_name(path)) for path in PACKAGE.rglob("*.py")} - {"", "data"}
    assert parts - set(HEIGHT) == set()


def test_nobody_imports_from_above() -> None:
    assert [(who, what) for who, what in INTERNAL if HEIGHT[part(what)] > HEIGHT[part(who)]] == []


def test_packages_side_by_side_share_only_the_visits_values() -> None:
    across = [
        (who, what)
        for who, what in INTERNAL
        if part(who) in SIDE_BY_SIDE and part(what) in SIDE_BY_SIDE and part(who) != part(what)
    ]
    assert [found for found in across if not found[1].startswith("kiosk.visit.visit.")] == []


@pytest.mark.parametrize("pure", [*BOTTOM, "text", "lessons", "i18n"])
def test_pure_packages_know_nothing_of_qt(pure: str) -> None:
    assert [found for found in IMPORTS if part(found[0]) == pure and found[1].startswith("PySide6")] == []


BUILDERS = ("ui", "app", "application", "staff_room", "shots", "section_shots")


def test_only_ui_and_app_build_widgets() -> None:
    users = {who for who, what in IMPORTS if what.startswith(("PySide6.QtWidgets", "PySide6.QtPrintSupport"))}
    assert {who for who in users if part(who) not in BUILDERS} == set()


def test_screens_know_neither_each_other_nor_who_shows_them() -> None:
    screens = [(who, what) for who, what in INTERNAL if who.startswith("kiosk.ui.screens.")]
    others = ("kiosk.ui.screens.", "kiosk.ui.shell", "kiosk.ui.presenter", "kiosk.ui.views")
    shared = "kiosk.ui.screens.screen."
    assert [
        found for found in screens if found[1].startswith(others) and not found[1].startswith(shared)
    ] == []


def test_only_the_command_line_imports_app() -> None:
    assert {who for who, what in INTERNAL if part(what) == "app" and part(who) != "cli"} == set()


def test_nobody_imports_the_command_line() -> None:
    importers = {who for who, what in INTERNAL if part(what) == "cli" and part(who) != "cli"}
    assert importers <= {"kiosk.__main__"}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import kiosk.ui.shell", ["kiosk.ui.shell"]),
        ("from kiosk.ui import shell, bars", ["kiosk.ui.shell", "kiosk.ui.bars"]),
        ("from . import b", ["kiosk.text.b"]),
        ("from ..ui.shell import Shell", ["kiosk.ui.shell.Shell"]),
        ("def f():\n from kiosk.app import run", ["kiosk.app.run"]),
        ("if TYPE_CHECKING:\n import kiosk.cli", ["kiosk.cli"]),
    ],
)
def test_every_way_to_import_is_seen(source: str, found: list[str]) -> None:
    assert [what for _, what in imports(source, "kiosk.text.a")] == found
