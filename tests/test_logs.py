"""Whatever goes wrong and wherever: the log tells where, and never a text."""

import errno
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.errors import ContentError, Message
from kiosk.logs import LogFile, older_files, start_log

SECRET = "".join(["やまだ", "はなこ", "0959"])
"""Put together here, so that no source line in a trace holds it."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "log" / "kiosk.log"


@pytest.fixture
def log(file: Path) -> Iterator[logging.Logger]:
    logger = logging.Logger("kiosk.somewhere")
    logger.addHandler(LogFile(file, most_bytes=4000))
    yield logger


def raised(error: BaseException) -> BaseException:
    """With a trace, as it is when somebody catches it."""
    try:
        raise error
    except BaseException as caught:  # noqa: BLE001
        return caught


def caused(first: BaseException, then: BaseException) -> BaseException:
    try:
        raise then from first
    except BaseException as caught:  # noqa: BLE001
        return caught


def during(first: BaseException, then: BaseException) -> BaseException:
    try:
        try:
            raise first
        except type(first):
            raise then  # noqa: B904 - an error on the way, which Python ties to the first by itself
    except BaseException as caught:  # noqa: BLE001
        return caught


def noted(error: BaseException) -> BaseException:
    error.add_note(SECRET)
    return error


SIMPLE = st.sampled_from(
    [
        lambda: KeyError(SECRET),
        lambda: ValueError(SECRET),
        lambda: OSError(SECRET),
        lambda: OSError(errno.ENOSPC, SECRET, SECRET),
        lambda: UnicodeDecodeError("utf-8", SECRET.encode(), 0, 1, SECRET),
        lambda: SyntaxError(SECRET, (SECRET, 1, 1, SECRET)),
        lambda: subprocess.CalledProcessError(3, ["lp", SECRET], SECRET, SECRET),
        lambda: subprocess.TimeoutExpired(["lp", SECRET], 5, SECRET),
        lambda: ContentError("「{text}」は読めません。", text=SECRET),
        lambda: ContentError("{more}", more=Message("「{text}」", {"text": SECRET})),
        lambda: SystemExit(SECRET),
        lambda: noted(RuntimeError(SECRET)),
    ]
).map(lambda make: raised(make()))


def nested(errors: st.SearchStrategy[BaseException]) -> st.SearchStrategy[BaseException]:
    return st.one_of(
        st.builds(caused, errors, errors),
        st.builds(during, errors, errors),
        st.lists(errors, min_size=1, max_size=3).map(lambda all_: raised(BaseExceptionGroup(SECRET, all_))),
    )


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(error=st.recursive(SIMPLE, nested, max_leaves=6))
def test_no_error_carries_a_text_into_the_log(log: logging.Logger, file: Path, error: BaseException) -> None:
    log.error("unexpected error", exc_info=(type(error), error, error.__traceback__))
    log.warning("not done: %s", error)
    log.warning(error)
    everything = "".join(one.read_text("utf-8") for one in (file, *older_files(file)) if one.exists())
    assert type(error).__name__ in everything
    assert [part for part in ("やまだ", "はなこ", "0959") if part in everything] == []


def test_the_trace_says_where(log: logging.Logger, file: Path) -> None:
    log.error("unexpected error", exc_info=caused(KeyError(SECRET), ValueError(SECRET)))
    lines = file.read_text("utf-8").splitlines()
    assert "ERROR kiosk.somewhere unexpected error" in lines[0]
    assert [line.strip() for line in lines if line.strip() in ("KeyError", "then:", "ValueError")] == [
        "KeyError",
        "then:",
        "ValueError",
    ]
    assert any("test_logs.py" in line and "in caused" in line for line in lines)
    assert "    raise then from first" in [line[2:] for line in lines]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "?"), "OSError: [28] No space left on device"),
        (FileNotFoundError(errno.ENOENT, "?", "/srv/a.yaml"), "No such file or directory /srv/a.yaml"),
        (subprocess.CalledProcessError(3, ["lp"]), "CalledProcessError: exit code 3"),
        (ContentError("{file}の{line}行目", file=Path("/a.yaml"), line=3), "ContentError: /a.yamlの3行目"),
    ],
)
def test_what_the_system_says_is_kept(log: logging.Logger, file: Path, error: Exception, said: str) -> None:
    log.warning("%s", error)
    assert said in file.read_text("utf-8")


def test_an_error_that_caused_itself_ends(log: logging.Logger, file: Path) -> None:
    one, other = raised(KeyError()), raised(ValueError())
    one.__cause__, other.__cause__ = other, one
    log.error("unexpected error", exc_info=(type(one), one, one.__traceback__))
    assert file.read_text("utf-8").count("then:") == 1


def test_an_endless_recursion_stays_short(log: logging.Logger, file: Path) -> None:
    def even() -> None:
        odd()

    def odd() -> None:
        even()

    with pytest.raises(RecursionError) as caught:
        even()
    log.error("unexpected error", exc_info=caught.value)
    assert len(file.read_text("utf-8").splitlines()) < 120


def test_groups_of_groups_stay_short(log: logging.Logger, file: Path) -> None:
    error: BaseException = KeyError(SECRET)
    for _ in range(5):
        error = BaseExceptionGroup(SECRET, [error] * 10)
    log.error("unexpected error", exc_info=raised(error))
    assert len(file.read_text("utf-8").splitlines()) < 120


def test_a_wrong_call_of_the_log_is_no_bug(log: logging.Logger, file: Path) -> None:
    log.warning("%d", SECRET)
    said = file.read_text("utf-8")
    assert "an entry of kiosk.somewhere could not be written" in said and SECRET not in said


def test_an_entry_is_one_line_however_it_was_written(log: logging.Logger, file: Path) -> None:
    log.warning("one\n2026-01-01 00:00:00,000 ERROR nobody two")
    assert len(file.read_text("utf-8").splitlines()) == 1


def test_it_rotates(log: logging.Logger, file: Path) -> None:
    for number in range(400):
        log.warning("entry number %d", number)
    files = [file, *older_files(file)]
    assert all(one.stat().st_size <= 4000 for one in files)
    assert "entry number 399" in file.read_text("utf-8")
    assert "entry number 0\n" not in "".join(one.read_text("utf-8") for one in files)


def test_two_processes_share_the_file(file: Path) -> None:
    loggers = [logging.Logger("one"), logging.Logger("two")]
    for logger in loggers:
        logger.addHandler(LogFile(file, most_bytes=4000))
    for number in range(100):
        loggers[number % 2].warning("entry number %d", number)
    kept = "".join(one.read_text("utf-8") for one in (*older_files(file)[::-1], file) if one.exists())
    assert [int(line.split()[-1]) for line in kept.splitlines()] == list(range(100))


def test_a_file_that_cannot_be_put_aside_is_begun_anew(log: logging.Logger, file: Path) -> None:
    (older_files(file)[0] / "in the way").mkdir(parents=True)
    for number in range(400):
        log.warning("entry number %d", number)
    assert file.stat().st_size <= 4000
    assert "entry number 399" in file.read_text("utf-8")


def broken(path: Path, way: str) -> None:
    if way == "no folder":
        path.parent.write_text("a file where the folder should be")
    else:
        path.parent.mkdir(parents=True)
        path.symlink_to("/dev/full")


@pytest.mark.parametrize("way", ["no folder", "disk full"])
def test_what_cannot_be_written_is_said_once(
    log: logging.Logger, file: Path, way: str, capsys: pytest.CaptureFixture[str]
) -> None:
    broken(file, way)
    log.error("unexpected error", exc_info=raised(KeyError(SECRET)))
    said = capsys.readouterr().err
    assert said.count("unexpected error") == 1
    assert "KeyError" in said and SECRET not in said


def test_without_standard_error_nothing_happens(
    log: logging.Logger, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(file, "no folder")
    monkeypatch.setattr(sys, "stderr", None)
    log.warning("unheard")
    assert not file.exists()


HARM = """
import sys, threading, warnings
from kiosk.logs import log_the_uncaught
secret = sys.argv[1]
log_the_uncaught()

class Leaves:
    def __del__(self):
        raise KeyError(secret)

def harm():
    raise ValueError(secret)

def goodbye():
    raise SystemExit(secret)

for work in (harm, goodbye):
    thread = threading.Thread(target=work, name=secret)
    thread.start()
    thread.join()
Leaves()
warnings.warn(secret)
raise LookupError(secret)
"""


def test_what_nobody_catches_is_told_without_its_text(own_folders: None, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", HARM, SECRET],
        capture_output=True,
        check=False,
        text=True,
        env=dict(os.environ),
    )
    said = "".join(path.read_text("utf-8") for path in tmp_path.rglob("kiosk.log"))
    assert all(kind in said for kind in ("ValueError", "KeyError", "UserWarning", "LookupError"))
    assert SECRET not in said + done.stdout + done.stderr
    assert done.returncode == 1


def test_starting_it_twice_writes_once(own_folders: None) -> None:
    start_log()
    before = list(logging.getLogger().handlers)
    start_log()
    assert logging.getLogger().handlers == before
