"""The data dictionary of the published file: every column and every code in it, in Japanese and English."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kiosk.errors import N_
from kiosk.i18n.languages import LANGUAGES
from kiosk.text.ruby import strip_markup
from kiosk.visit.usage.tables import Cell, Table
from kiosk.visit.usage.titles import TITLES

HEADER = ("column", "value", "type", "unit", "title_ja", "title_en", "description_ja", "description_en")

Pair = tuple[str, str]
"""A text in Japanese and in English."""


@dataclass(frozen=True)
class Column:
    """A column of the published file. The type is one of XML Schema's, as in CSVW."""

    name: str
    kind: str
    title: str
    description: str
    unit: str = ""


COLUMNS = (
    Column(
        "table",
        "string",
        N_("表"),
        N_("この行の数を、何ごとに分けたか。ちがう表の数を足すと、同じ利用を二度数えます。"),
    ),
    Column("month", "gYearMonth", N_("月"), N_("数えた月。終わった月だけがあります。")),
    Column("day", "date", N_("日"), N_("数えた日。日ごとの表だけにあります。")),
    Column(
        "hour",
        "integer",
        N_("時間帯"),
        N_("端末の時計の時。9は9時0分から9時59分まで。時間帯ごとの表だけにあります。"),
        unit="hour",
    ),
    Column("measure", "string", N_("数えたもの"), N_("何を数えたか。")),
    Column("lesson", "string", N_("教材"), N_("教材のID。教材の表だけにあります。")),
    Column("step", "integer", N_("手順"), N_("途中でやめた手順。教材ファイルの順で、1から数えます。")),
    Column("language", "string", N_("言語"), N_("選ばれた言語のコード（BCP 47）。")),
    Column(
        "count",
        "nonNegativeInteger",
        N_("回数"),
        N_(
            "数えた回数。人の数ではありません。空欄は、小さい数なので伏せたところです。行がないところは0回です。"
        ),
        unit="times",
    ),
    Column(
        "suppressed",
        "boolean",
        N_("伏せたか"),
        N_(
            "trueは伏せた数です。1から9までの数と、合計からの引き算でそれがわかってしまう数を伏せます。"
            "伏せても守りきれない表は、全部の行をのぞきます。"
        ),
    ),
)

TABLES = {
    Table.MONTH: N_("月の合計"),
    Table.DAY: N_("利用を日ごとに"),
    Table.HOUR: N_("利用を時間帯ごとに"),
    Table.ENDING: N_("利用を終わりかたごとに"),
    Table.LESSON: N_("始めた教材を教材ごとに"),
    Table.OUTCOME: N_("始めた教材を、最後まで終えたか、途中でやめたかごとに"),
    Table.STEP: N_("途中でやめた教材を、やめた手順ごとに"),
    Table.LANGUAGE: N_("選ばれた言語を言語ごとに"),
}


def dictionary(
    cells: Iterable[Cell], lessons: Mapping[str, Pair], english: Callable[[str], str]
) -> list[tuple[str, ...]]:
    """Its rows, the header first. `lessons` are titles by id; a lesson that is gone has its id."""
    cells = list(cells)

    def code(column: str, value: str, title: Pair) -> tuple[str, ...]:
        return column, value, "", "", *(strip_markup(one) for one in title), "", ""

    def both(text: str) -> Pair:
        return text, english(text)

    used_lessons = sorted({cell.what.lesson for cell in cells} - {""})
    used_languages = {cell.what.language for cell in cells}
    return [
        HEADER,
        *((one.name, "", one.kind, one.unit, *both(one.title), *both(one.description)) for one in COLUMNS),
        *(code("table", table, both(title)) for table, title in TABLES.items()),
        *(code("measure", measure, both(title)) for measure, title in TITLES.items()),
        *(code("lesson", one, lessons.get(one, (one, one))) for one in used_lessons),
        *(
            code("language", one.code, (one.in_japanese, one.name))
            for one in LANGUAGES
            if one.code in used_languages
        ),
    ]
