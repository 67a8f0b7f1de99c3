"""The log as staff read it."""

import logging
from pathlib import Path

import pytest

from kiosk.logs import LogFile, older_files
from kiosk.staff.log_entries import OTHER, SLIPPED, Gravity, entries, newest_entries


def lines(*entries_: tuple[str, str, str]) -> list[str]:
    return [f"2026-11-23 09:30:00,123 {gravity} {who} {what}" for gravity, who, what in entries_]


@pytest.mark.parametrize(
    ("who", "what", "words"),
    [
        ("kiosk.calm", "unexpected error", SLIPPED),
        ("kiosk", "unexpected error", "思いがけない問題が起きました。"),
        ("kiosk.speech.speaker", "the speaking process ended by itself", "読み上げのしくみが止まり"),
        ("kiosk.speech.cache", "…", "読み上げに"),
        ("kiosk.printing", "no paper: OFFLINE ", "印刷できませんでした。"),
        ("kiosk.speechless", "what", OTHER),
        ("another", "what", OTHER),
    ],
)
def test_plain_words(who: str, what: str, words: str) -> None:
    (entry,) = entries(lines(("ERROR", who, what)))
    assert entry.words.startswith(words)


def test_a_trace_belongs_to_its_entry() -> None:
    first, second = lines(("ERROR", "kiosk", "unexpected error"), ("WARNING", "kiosk.printing", "no sheet: "))
    found = list(entries(["rest of an older one", first, "  Traceback", "  KeyError", second]))
    assert [entry.gravity for entry in found] == [Gravity.FAULT, Gravity.REMARK]
    assert found[0].details == ("kiosk: unexpected error", "  Traceback", "  KeyError")


def test_newest_first_across_the_files_and_not_too_many(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.log"
    log = logging.Logger("kiosk.somewhere")
    log.addHandler(LogFile(file, most_bytes=1000))
    for number in range(40):
        log.warning("number %d", number)
    assert older_files(file)[0].exists()
    found = newest_entries(file, 25)
    assert [entry.details[0].split()[-1] for entry in found] == [str(number) for number in range(39, 14, -1)]


@pytest.mark.parametrize("noise", [b"", b"\xff\x00\xfe" * 500, b"2026-13-99 99:99:99,000 ERROR kiosk x\n"])
def test_a_damaged_log_is_no_fault(tmp_path: Path, noise: bytes) -> None:
    file = tmp_path / "kiosk.log"
    file.write_bytes(noise)
    assert newest_entries(file, 10) == ()


def test_without_a_file_there_is_nothing(tmp_path: Path) -> None:
    assert newest_entries(tmp_path / "kiosk.log", 10) == ()
