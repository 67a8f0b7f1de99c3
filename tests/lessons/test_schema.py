from pathlib import Path

import pytest

from kiosk.lessons.schema import SCHEMAS, schema_text, write_schemas
from kiosk.paths import SHIPPED


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_shipped_schema_is_that_of_the_model(name: str) -> None:
    shipped = (SHIPPED / "lessons" / "schema" / f"{name}.json").read_text(encoding="utf-8")
    assert shipped == schema_text(name), "run `kiosk schema`"


def test_schemas_are_written_into_a_new_folder(tmp_path: Path) -> None:
    write_schemas(tmp_path / "a" / "b")
    assert {path.stem for path in (tmp_path / "a" / "b").iterdir()} == set(SCHEMAS)
