"""JSON Schemas of the content files, so that editors complete and check while people type."""

import json
from collections.abc import Mapping
from pathlib import Path

from kiosk.files import write_whole
from kiosk.lessons.base import Content
from kiosk.lessons.classes import ClassesFile
from kiosk.lessons.lexicon_files import ReadingsFile
from kiosk.lessons.model import City, FreePracticeFile, Lesson, PlansFile, ShelvesFile
from kiosk.lessons.phone.screen import PhoneFile, SystemWords

SCHEMAS: Mapping[str, type[Content]] = {
    "lesson": Lesson,
    "phone": PhoneFile,
    "phone-words": SystemWords,
    "free-practice": FreePracticeFile,
    "plans": PlansFile,
    "classes": ClassesFile,
    "shelves": ShelvesFile,
    "city": City,
    "readings": ReadingsFile,
}


def schema_text(name: str) -> str:
    schema = SCHEMAS[name].model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def write_schemas(folder: Path) -> None:
    """Raises `OutputError` when the folder cannot be written."""
    for name in SCHEMAS:
        write_whole(folder / f"{name}.json", schema_text(name).encode(), make_folder=True)
