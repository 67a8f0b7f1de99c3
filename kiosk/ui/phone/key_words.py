"""What the keys of a keyboard are called: for the ear, for a screen reader, and on the keys themselves."""

from typing import assert_never

from kiosk.draw.key_paint import KeyLabels
from kiosk.text.kana_input import (
    Backspace,
    Board,
    Change,
    Choose,
    Confirm,
    Flick,
    Letter,
    Mark,
    Move,
    NextLetter,
    Shift,
    Space,
    Tap,
)
from kiosk.text.ruby import RubyText, parse_ruby, plain
from kiosk.ui.wording import Wording


def key_labels(words: Wording) -> KeyLabels:
    """The words painted on keys."""
    return KeyLabels(
        next_letter=plain(words.tr("次の字へ")),
        space=plain(words.tr("空白")),
        convert=plain(words.tr("変換")),
        done=plain(words.tr("完了")),
        confirm=plain(words.tr("確定")),
    )


def key_name(move: Move, words: Wording, shift: bool = False, composing: bool = False) -> RubyText:
    """What a key says of itself."""
    match move:
        case Tap() if move.key == "、":
            return words.tr("点と丸")
        case Tap() | Flick():
            return parse_ruby(move.key)
        case Letter():
            return parse_ruby(move.sign.upper() if shift else move.sign)
        case Mark():
            return words.tr("てんてん・丸・小さい字にする")
        case NextLetter():
            return words.tr("次の字へ進む")
        case Backspace():
            return words.tr("一字消す")
        case Space():
            return words.tr("漢字に変換する") if composing else words.tr("空白を入れる")
        case Confirm():
            return words.tr("この字に決める") if composing else words.tr("入力を終わる")
        case Shift():
            return words.tr("次の字を大文字にする")
        case Choose():
            return words.ruby(move.written)
        case Change():
            return _board_name(move.board, words)
        case _:
            assert_never(move)


def _board_name(board: Board, words: Wording) -> RubyText:
    match board:
        case Board.KANA:
            return words.tr("ひらがなのキーに変える")
        case Board.LATIN:
            return words.tr("英字のキーに変える")
        case Board.SIGNS:
            return words.tr("記号のキーに変える")
        case Board.DIGITS:
            return words.tr("数字のキーに変える")
        case _:
            assert_never(board)


def is_japanese(move: Move) -> bool:
    """Whether a key's name is Japanese in every language."""
    return isinstance(move, Tap | Flick | Choose)
