import pytest

from kiosk.speech.frames import ProtocolError
from kiosk.speech.protocol import (
    AllSaid,
    AnswerReader,
    CacheTrouble,
    ChunkReady,
    Make,
    PartSaid,
    Prepare,
    Say,
    SayFailed,
    Stop,
    VoiceMissing,
    decode_request,
    encode_answer,
    encode_request,
)
from kiosk.speech.sound import Mark, Sound
from kiosk.text.ruby import parse_ruby

ANSWERS = [
    ChunkReady(7, 0, 4, Sound(b"\n{}\n" * 3, 48_000)),
    ChunkReady(7, 4, 5, Sound(b"", 22_050, (Mark(0, 2, 12.5), Mark(2, 3, 40.0)))),
    PartSaid(7, 5),
    CacheTrouble("空きがありません。"),
    SayFailed(8, "声が\n出ません。"),
    VoiceMissing(9, "tlh"),
    AllSaid(10),
]


@pytest.mark.parametrize(
    "request_",
    [
        Say(3, parse_ruby("{方|かた}\nへ"), "ja@easy", 1.25, 2, keep=False),
        Make(4, parse_ruby("{箸|はし@1}{3||さん}"), "ja", 0.8),
        Prepare("ja"),
        Stop(),
    ],
)
def test_a_request_is_one_line_and_comes_back_the_same(request_):
    line = encode_request(request_)
    assert line.count(b"\n") == 1
    assert decode_request(line) == request_


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50, 10_000])
def test_answers_come_out_whole_however_the_stream_is_cut(size):
    stream = b"".join(encode_answer(answer) for answer in ANSWERS)
    reader = AnswerReader()
    found = [answer for at in range(0, len(stream), size) for answer in reader.feed(stream[at : at + size])]
    assert found == ANSWERS


@pytest.mark.parametrize(
    "data",
    [b"warning: no\n", b"[]\n", b'{"is":"end"}\n', b'{"is":"x","bytes":-1}\n', b"\xff\n", b"x" * 70_000],
)
def test_what_is_no_answer_is_refused(data):
    with pytest.raises(ProtocolError):
        list(AnswerReader().feed(data))


def test_an_unknown_request_is_refused():
    with pytest.raises(ProtocolError):
        decode_request(b'{"do":"sing"}')
