"""Settings changed by the staff page: the operator's own file stays theirs, and nothing is ever lost."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import KioskError, OutputError, SettingsError
from kiosk.settings import Settings, load_settings
from kiosk.settings_file import VERSIONS, SettingsFile, check, default_text
from kiosk.settings_table import ENTRIES, Value

OWN = """\
# Written by hand on a Monday
volume = 2   # quiet hall
colour = "red"

[voices] # ours
ranking.en = ["system"]   # only this
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


@pytest.fixture
def file(path: Path, tmp_path: Path) -> SettingsFile:
    return SettingsFile(path, tmp_path / "data" / "settings-history")


@pytest.fixture
def own(path: Path) -> Path:
    path.parent.mkdir()
    path.write_text(OWN)
    return path


def test_the_default_file_says_what_is_so_without_it(path: Path, file: SettingsFile) -> None:
    assert file.write_default()
    assert load_settings(path) == (Settings(), ())
    assert not file.write_default()


def test_each_setting_of_the_default_file_has_its_comment_above(path: Path) -> None:
    lines = default_text().splitlines()
    for key, entry in ENTRIES.items():
        (at,) = (number for number, line in enumerate(lines) if line.startswith(f"{key} = "))
        assert lines[at - 1].startswith(f"# {entry.comment}")


def test_the_first_change_makes_a_file_of_everything(path: Path, file: SettingsFile) -> None:
    now = file.change({"volume": 5})
    assert (now.settings, now.problems) == (Settings(volume=5), ())
    assert path.read_text() == default_text().replace("volume = 3", "volume = 5")


def test_what_the_operator_wrote_stays(own: Path, file: SettingsFile) -> None:
    file.change({"volume": 4})
    assert own.read_text() == OWN.replace("volume = 2 ", "volume = 4 ")


def test_a_new_key_stands_before_the_tables_with_its_comment(own: Path, file: SettingsFile) -> None:
    now = file.change({"idle_minutes": 5.0})
    before, table, after = own.read_text().partition("[voices] # ours\n")
    assert 'colour = "red"\nidle_minutes = 5 # 「まだお使いですか」' in before
    assert table + after == OWN[OWN.index("[voices]") :]
    assert (now.settings.idle_minutes, now.settings.volume) == (5, 2)


def test_a_change_is_undone_to_the_letter(own: Path, file: SettingsFile) -> None:
    file.change({"volume": 4})
    assert file.change({"volume": 5}).can_undo
    assert file.undo().settings.volume == 4
    now = file.undo()
    assert own.read_text() == OWN
    assert not now.can_undo
    assert file.undo().settings.volume == 2


def test_what_undoing_takes_away_is_kept_beside(own: Path, file: SettingsFile) -> None:
    file.change({"volume": 4})
    by_hand = own.read_text() + "# a late thought\n"
    own.write_text(by_hand)
    file.undo()
    assert own.with_name("settings.toml.undone").read_text() == by_hand


def test_so_many_versions_are_kept(path: Path, file: SettingsFile, tmp_path: Path) -> None:
    for number in range(VERSIONS + 8):
        file.change({"prints_per_visit": number + 1})
    assert len(list((tmp_path / "data" / "settings-history").iterdir())) == VERSIONS
    for _ in range(VERSIONS):
        now = file.undo()
    assert (now.settings.prints_per_visit, now.can_undo) == (8, False)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"volume": 0}, "1から5まで"),
        ({"idle_minutes": 0.1}, "0.5から30まで"),
        ({"paper": "letter"}, "a4、a5"),
        ({"read_aloud": "yes"}, "trueかfalse"),
        ({"wake": "8:30", "sleep": "20:00"}, "08:30のような"),
        ({"printer": 5}, "文字"),
        ({"wake": "08:30"}, "両方"),
        ({"colour": "red"}, "ありません"),
    ],
)
def test_what_is_out_of_bounds_is_refused(
    own: Path, file: SettingsFile, values: dict[str, Value], said: str
) -> None:
    with pytest.raises(SettingsError, match=said):
        file.change(values)
    assert own.read_text() == OWN


def test_a_broken_file_is_put_aside_and_its_sound_values_live_on(own: Path, file: SettingsFile) -> None:
    broken = b"volume = \nprinter = 'desk'\nprints_per_visit = 2\n\xff\n[voices.ranking]\nen = ['system']\n"
    for number in (1, 2):
        own.write_bytes(broken)
        now = file.change({"volume": 4})
        assert own.with_name(f"settings.toml.broken-{number}").read_bytes() == broken
    assert (now.problems, now.settings.volume) == ((), 4)
    assert (now.settings.printer, now.settings.prints_per_visit) == ("desk", 2)
    assert now.settings.voices.ranking == {"en": ("system",)}
    assert file.undo().settings.printer == "desk"


def test_a_folder_in_place_of_the_file_is_a_sentence(path: Path, file: SettingsFile) -> None:
    path.mkdir(parents=True)
    with pytest.raises(OutputError, match="settings"):
        file.change({"volume": 4})


def test_nothing_changes_where_nothing_can_be_written(own: Path, tmp_path: Path) -> None:
    (tmp_path / "a-file").touch()
    file = SettingsFile(own, tmp_path / "a-file" / "history")
    with pytest.raises(OutputError):
        file.change({"volume": 4})
    assert own.read_text() == OWN


@given(st.sampled_from(sorted(ENTRIES)), st.one_of(st.booleans(), st.integers(), st.floats(), st.text()))
def test_what_may_be_written_is_read_again(key: str, value: Value) -> None:
    try:
        check(key, value)
    except KioskError:
        return
    import tomlkit

    document = tomlkit.parse(default_text())
    document[key] = value
    assert tomllib.loads(document.as_string())[key] == value
