import pytest

from kiosk.text.filling import filled
from kiosk.text.ruby import marked_up, parse_ruby


@pytest.mark.parametrize(
    ("template", "values", "expected"),
    [
        ("「{label}」です", {"label": "{設定|せってい}"}, "「{設定|せってい}」です"),
        ("およそ{n}{分|ふん}", {"n": "{8||ハチ}"}, "およそ{8||ハッ}{分|ぷん}"),
        ("{n}{階|かい}の{a}", {"n": "3", "a": "{窓|まど}"}, "{3||サン}{階|がい}の{窓|まど}"),
        ("{n}つの{教材|きょうざい}", {"n": "3"}, "{3||ミッ}つの{教材|きょうざい}"),
        ("{a}と{b}", {"a": "x"}, "xと{b}"),
        ("{第|だい}{n}{版|はん}", {"n": "2"}, "{第|だい}{2||ニ}{版|はん}"),
        ("{窓|まど}", {"n": "3"}, "{窓|まど}"),
    ],
)
def test_gaps_are_filled_with_their_readings(template: str, values: dict[str, str], expected: str) -> None:
    parts = {name: parse_ruby(value) for name, value in values.items()}
    assert marked_up(filled(parse_ruby(template), parts)) == expected
