import os
from array import array
from dataclasses import replace
from errno import ENOSPC
from pathlib import Path

import pytest

from kiosk.speech.cache import SoundCache, sound_key
from kiosk.speech.sound import Mark, Sound
from kiosk.text.ruby import Segment

SOUND = Sound(array("h", range(-500, 500)).tobytes(), 48_000, (Mark(0, 3, 0.0), Mark(3, 5, 12.25)))
SIZE = 2_200  # of its file, about


@pytest.fixture
def cache(tmp_path) -> SoundCache:
    return SoundCache(tmp_path / "sound", 10 * SIZE)


def test_a_sound_comes_back_the_same_even_in_another_process(cache, tmp_path):
    cache.put("a", SOUND)
    assert SoundCache(tmp_path / "sound").get("a") == SOUND
    assert (cache.has("a"), cache.has("b"), cache.get("b"), cache.trouble) == (True, False, None, None)


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-1], lambda data: b"", lambda data: data[:900] + b"\x7f" * 9 + data[909:]]
)
def test_a_damaged_file_is_missing_and_goes(cache, tmp_path, damage):
    cache.put("a", SOUND)
    file = tmp_path / "sound" / "a"
    file.write_bytes(damage(file.read_bytes()))
    assert cache.get("a") is None
    assert not file.exists()


def test_what_was_not_used_for_longest_goes_first(cache, tmp_path):
    for number in range(9):
        cache.put(str(number), SOUND)
        os.utime(tmp_path / "sound" / str(number), (number, number))
    cache.get("0")
    for number in range(9, 14):
        cache.put(str(number), SOUND)
    assert cache.has("0")
    assert not cache.has("1")
    assert sum(file.stat().st_size for file in (tmp_path / "sound").iterdir()) <= 10 * SIZE


def test_what_is_larger_than_the_cache_is_not_kept(tmp_path):
    cache = SoundCache(tmp_path / "sound", 100)
    cache.put("a", SOUND)
    assert (cache.get("a"), cache.trouble) == (None, None)


def test_without_a_place_it_forgets_and_says_so_once(tmp_path, caplog):
    (tmp_path / "sound").write_text("in the way")
    cache = SoundCache(tmp_path / "sound")
    for _ in range(3):
        cache.put("a", SOUND)
    assert cache.get("a") is None
    assert cache.trouble is not None
    assert len(caplog.records) == 1


def test_a_full_disk_leaves_nothing_behind_and_may_heal(cache, tmp_path, monkeypatch):
    def full(path, data):
        path.touch()
        raise OSError(ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(Path, "write_bytes", full)
        cache.put("a", SOUND)
    assert cache.trouble is not None
    assert list((tmp_path / "sound").iterdir()) == []
    cache.put("a", SOUND)
    assert cache.get("a") == SOUND


def test_the_key_knows_everything_a_sound_depends_on():
    text = (Segment("箸", "はし", accent=1),)
    others = [
        (replace(text[0], **change),) for change in ({"reading": "ばし"}, {"accent": 2}, {"sound": "ハ"})
    ]
    keys = {sound_key("ja", each, "voice", "1", 1.0) for each in (text, *others)}
    keys |= {sound_key("ja@easy", text, "voice", "1", 1.0), sound_key("ja", text, "voice", "2", 1.0)}
    keys |= {sound_key("ja", text, "other", "1", 1.0), sound_key("ja", text, "voice", "1", 0.8)}
    assert len(keys) == 8
