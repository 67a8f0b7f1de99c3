"""The font files that are shipped, and whether they are whole; without Qt."""

import struct
from collections.abc import Iterator
from pathlib import Path

from kiosk.paths import ASSETS

FILES = ("BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf")

_TRUETYPE = b"\x00\x01\x00\x00"
_HEAD, _RECORD = struct.Struct(">4sH6x"), struct.Struct(">4s4xII")


def font_files(folder: Path = ASSETS / "fonts") -> Iterator[tuple[Path, bool]]:
    """Each file that is expected, and whether it is whole: of one that was cut short Qt would draw empty letters."""
    for name in FILES:
        yield folder / name, _is_whole(folder / name)


def _is_whole(file: Path) -> bool:
    """Whether every table of its directory lies inside the file (OpenType 1.9, "Organization of an OpenType Font")."""
    try:
        with file.open("rb") as stream:
            kind, tables = _HEAD.unpack(stream.read(_HEAD.size))
            records = list(_RECORD.iter_unpack(stream.read(tables * _RECORD.size)))
        size = file.stat().st_size
    except (OSError, struct.error):
        return False
    return kind == _TRUETYPE and len(records) == tables > 0 and all(at + of <= size for _, at, of in records)
