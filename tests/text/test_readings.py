from kiosk.text.analyser import JapaneseAnalyser
from kiosk.text.lexicon import Lexicon
from kiosk.text.reader import Reader
from kiosk.text.readings import Readings, read_lines, reading_line
from kiosk.text.ruby import marked_up


def lines(*texts: str) -> list[str]:
    reader = Reader(Lexicon({}), JapaneseAnalyser())
    return [reading_line(text, reader.read(text)) for text in texts]


def test_readings_are_written_and_read_again() -> None:
    texts = ["窓口で聞く。", "{窓口|まど}で\n聞く。", "かな", "8分"]
    known = dict(read_lines(lines(*texts)))
    assert list(known) == texts
    assert known["窓口で聞く。"] == "{窓口|まどぐち}で{聞|き}く。"
    assert known["{窓口|まど}で\n聞く。"] == "{窓口|まど}で\n{聞|き}く。"


def test_a_broken_line_costs_itself() -> None:
    assert dict(read_lines(["# lexicon", "", "half", "{窓口|まどぐち}\tマドグチ"])) == {
        "窓口": "{窓口|まどぐち}"
    }


def test_a_known_text_needs_no_analyser_and_another_gets_what_is_settled() -> None:
    readings = Readings(Lexicon({"市": "し"}), {"窓口": "{窓口|まどぐち}"})
    assert marked_up(readings.annotate("窓口")) == "{窓口|まどぐち}"
    assert marked_up(readings.annotate("市の窓口")) == "{市|し}の窓口"
    assert readings.missing(["窓口", "市の窓口", "市の窓口"]) == ["市の窓口"]


def test_what_is_learnt_is_shown() -> None:
    readings = Readings()
    assert marked_up(readings.annotate("窓口")) == "窓口"
    readings.learn({"窓口": "{窓口|まどぐち}"})
    assert marked_up(readings.annotate("窓口")) == "{窓口|まどぐち}"
