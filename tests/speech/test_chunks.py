import random

import pytest

from kiosk.speech.chunks import MAX_LENGTH, Chunk, Ending, chunks, lines
from kiosk.text.ruby import RubyText, Segment, parse_ruby, plain


def cut_up(text: RubyText) -> list[Chunk]:
    return [chunk for line in lines(text) for chunk in chunks(line)]


def cut(text: str) -> list[str]:
    return [plain(chunk.text) for chunk in cut_up(parse_ruby(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("。、！", []),
        ("カメラを開きます", ["カメラを開きます"]),
        ("カメラを開きます。読み取ります。", ["カメラを開きます。", "読み取ります。"]),
        ("はい、カメラを開きます。", ["はい、カメラを開きます。"]),
        ("カメラを開きます。はい", ["カメラを開きます。", "はい"]),
        ("「カメラを開きます。」と言います。", ["「カメラを開きます。」", "と言います。"]),
        ("カメラを開きます。　※　", ["カメラを開きます。　※　"]),
        ("一行目の文字です\n二行目の文字です", ["一行目の文字です", "二行目の文字です"]),
        ("はい\n※\n二行目", ["はい", "二行目"]),
        ("ホーム画面の「カメラ」を押します", ["ホーム画面の", "「カメラ」を押します"]),
        ("次の「カメラ」を押します", ["次の「カメラ」を押します"]),
        ("受付は12:30から、手数料は1,000円です。", ["受付は12:30から、", "手数料は1,000円です。"]),
        ("Open it, then wait. Visit city.jp now!", ["Open it, ", "then wait. ", "Visit city.jp now!"]),
        ("{一、二、三、四、五、六|ひふみ}です。", ["一、二、三、四、五、六です。"]),
    ],
)
def test_cuts_at_marks(text, expected):
    assert cut(text) == expected


def test_a_long_text_without_marks_is_cut_at_spaces_or_anywhere():
    assert [len(piece) for piece in cut("word " * 60)] == [MAX_LENGTH, MAX_LENGTH, 60]
    assert [len(piece) for piece in cut("あ" * 250)] == [MAX_LENGTH, MAX_LENGTH, 10]


def test_a_chunk_knows_what_ends_it():
    text = parse_ruby("ホーム画面の「カメラ」を押すと、写真が写ります。終わりです。")
    found = [chunk.ending for chunk in cut_up(text)]
    assert found == [Ending.QUOTE, Ending.PHRASE, Ending.SENTENCE, Ending.SENTENCE]


@pytest.mark.parametrize("seed", range(50))
def test_chunks_are_the_whole_text_and_keep_furigana_whole(seed):
    dice = random.Random(seed)
    bases = ["".join(dice.choices("あ漢a1、。「 ", k=dice.randint(1, 9))) for _ in range(dice.randint(0, 30))]
    text = tuple(Segment(base, dice.choice(["", "かな"])) for base in bases)
    found = cut_up(text)
    whole = plain(text)
    assert [whole[chunk.start : chunk.end] for chunk in found] == [plain(chunk.text) for chunk in found]
    if found:
        assert "".join(plain(chunk.text) for chunk in found) == whole
        readings = [segment for segment in text if segment.reading]
        assert [segment for chunk in found for segment in chunk.text if segment.reading] == readings
