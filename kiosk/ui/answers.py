"""The kind answers to what a hand did: first what was touched, then where to look, then help."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import assert_never

from kiosk.lessons.phone.shown import Shown
from kiosk.lessons.practice import Nearly
from kiosk.lessons.steps import Credential, Pin, PinGoal, Practice, Quiz, Step
from kiosk.text.ruby import RubyText, Segment
from kiosk.ui.wording import Wording
from kiosk.visit.visit import (
    AnswerFirst,
    InLesson,
    Missed,
    NearlyRight,
    OnlyLooking,
    PinLocked,
    PinMissed,
    PinWasRight,
    QuizAnswered,
)

RING_FROM, HELP_FROM = 2, 3
"""The second answer points at the target, the third lets it pulse and offers help."""


class Offer(Enum):
    """What an answer can offer to touch."""

    SHOW = auto()
    DO = auto()
    AGAIN = auto()


@dataclass(frozen=True)
class Answer:
    """What is said below the instruction, and what is offered with it."""

    text: RubyText = ()
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True)
class Answers:
    """Answers in one language. `step` is the present step in that language, `shown` the phone beside it."""

    words: Wording
    step: Step
    shown: Shown | None

    def to(self, page: InLesson) -> Answer:
        """Empty when there is nothing to answer."""
        if page.feedback is None:
            return Answer()
        offers: tuple[Offer, ...] = ()
        if page.accomplished and not isinstance(self.step, Quiz):
            offers = (Offer.AGAIN,)
        elif page.feedback.times >= HELP_FROM and isinstance(self.step, Practice):
            offers = (Offer.SHOW, Offer.DO)
        return Answer(self._text(page), offers)

    def _text(self, page: InLesson) -> RubyText:
        tr = self.words.tr
        match page.feedback:
            case None:
                return ()
            case AnswerFirst():
                return tr("どれか一つを、押してください。")
            case OnlyLooking():
                return tr("ここは、見るだけです。「つぎへ」を押すと進みます。")
            case Missed(element, times):
                return self._missed(element, times)
            case NearlyRight(what, times):
                hint = self._hint() if times == RING_FROM else ()
                return _joined(self._nearly(what), hint)
            case PinMissed(left):
                return self._pin_missed(left, page)
            case PinLocked():
                return self._locked()
            case PinWasRight():
                return tr("正しい番号です。ここでは、わざと違う番号を押してみましょう。")
            case QuizAnswered(choice, right):
                return self._quiz(choice, right)
            case _:
                assert_never(page.feedback)

    def _hint(self) -> RubyText:
        return self.words.ruby(self.step.hint) if isinstance(self.step, Practice) else ()

    def _missed(self, element: str | None, times: int) -> RubyText:
        """First what was touched and what it is for, then where to look."""
        tr, ruby = self.words.tr, self.words.ruby
        own = self.step.wrong.get(element or "") if isinstance(self.step, Practice) else None
        if own and times < RING_FROM:
            return ruby(own)
        label, what = self._touched(element)
        named = (
            tr("今さわったのは「{label}」です。", label=label) if label else tr("そこには、何もありません。")
        )
        if times >= HELP_FROM:
            return tr("オレンジ色の丸の所です。ゆっくりで大丈夫です。")
        return _joined(named, ruby(what) if what and times < RING_FROM else self._hint())

    def _touched(self, element: str | None) -> tuple[str, str | None]:
        """The label of what was touched and what it is for; what lies on the table has only a name."""
        catalogue = self.words.catalogue
        beside = {"card": catalogue.tr("練習用のカード"), "paper": catalogue.tr("コードのある紙")}
        for one in self.shown.touchables() if self.shown else ():
            if one.id == element:
                return one.label, one.what
        return beside.get(element or "", ""), None

    def _pin_missed(self, left: int, page: InLesson) -> RubyText:
        tr = self.words.tr
        said = self.words.tr_n("番号が違います。あと{n}回です。", "番号が違います。あと{n}回です。", left)
        if isinstance(self.step, Pin) and self.step.goal is PinGoal.LOCK:
            return said
        if page.accomplished:
            return _joined(said, tr("本物でも、あわてずに、番号を確かめてから押します。"))
        return _joined(said, tr("練習用のカードを、ゆっくり見てください。"))

    def _locked(self) -> RubyText:
        tr = self.words.tr
        tries = self.step.which.tries if isinstance(self.step, Pin) else 0
        locked = tr("{tries}回続けて違ったので、止まりました。", tries=tries)
        what_to_do = tr(
            "本物のカードは、市の窓口で、もう一度使えるようにします。ここでは、何度でも練習できます。"
        )
        return _joined(locked, what_to_do)

    def _quiz(self, choice: str, right: bool) -> RubyText:
        if not isinstance(self.step, Quiz):
            return ()
        if right:
            return _joined(self.words.tr("そのとおりです。"), self.words.ruby(self.step.because))
        own = self.step.wrong.get(choice)
        if own:
            return self.words.ruby(own)
        return self.words.tr("そう思う人も多いです。ほかの答えも、読んでみましょう。")

    def _nearly(self, what: Nearly) -> RubyText:
        tr = self.words.tr
        match what:
            case Nearly.HOLD_LONGER:
                return tr("場所は合っています。指をつけたまま、少し待ってください。")
            case Nearly.KEEP_STILL:
                return tr("すべらせなくて大丈夫です。指をつけたまま、動かさずに待ってください。")
            case Nearly.TWICE:
                return tr("場所は合っています。続けて二回、押してください。")
            case Nearly.OTHER_WAY:
                return tr("うごかし方は、いいですね。向きを変えてみましょう。")
            case Nearly.NOT_A_TAP:
                return tr("押すだけでは、動きません。指をつけたまま、すべらせてください。")
            case Nearly.JUST_A_TAP:
                return tr("すべらせなくて大丈夫です。一回、軽く押してください。")
            case Nearly.FROM_THE_EDGE:
                return tr("向きは合っています。画面のいちばん端から、始めてください。")
            case Nearly.FINGERS_APART:
                return tr("二本の指を置いて、ひろげます。右下の「＋」を押しても、大きくなります。")
            case Nearly.FINGERS_TOGETHER:
                return tr("二本の指を置いて、近づけます。右下の「－」を押しても、小さくなります。")
            case Nearly.DROPPED_BESIDE:
                return tr("もう少しです。オレンジ色の丸の所まで、動かしてください。")
            case Nearly.TOO_NEAR:
                return tr("近すぎます。スマートフォンを、少しはなしてください。")
            case Nearly.TOO_FAR:
                return tr("遠すぎます。スマートフォンを、少し近づけてください。")
            case Nearly.IN_SHADOW:
                return tr("影になっています。明るい方へ、ずらしてください。")
            case Nearly.OUTSIDE:
                return tr("コードが写っていません。スマートフォンを、コードの上へ動かしてください。")
            case Nearly.MOVED_TOO_EARLY:
                return tr("少し早く動きました。もう一度カードに当てて、動かさずに待ってください。")
            case Nearly.STILL_BUSY:
                return tr("今は、スマートフォンが仕事をしています。そのまま待ってください。")
            case _:
                assert_never(what)


def credential_name(which: Credential, words: Wording) -> RubyText:
    """The full name of one of the three secrets, so that nobody takes one for another."""
    match which:
        case Credential.LOGIN:
            return words.tr("ログイン用の暗証番号（数字4桁）")
        case Credential.ENTRY:
            return words.tr("入力補助用の暗証番号（数字4桁）")
        case Credential.SIGN:
            return words.tr("署名用の暗証番号（英数字）")
        case _:
            assert_never(which)


def praise(index: int, words: Wording) -> RubyText:
    """Quiet, and not the same every time."""
    praises = (
        words.tr("できました"),
        words.tr("いいですね"),
        words.tr("そのとおりです"),
        words.tr("うまくいきました"),
        words.tr("よくできました"),
    )
    return praises[index % len(praises)]


def _joined(*sentences: RubyText) -> RubyText:
    """Whole sentences one after the other."""
    told: RubyText = ()
    for sentence in sentences:
        if sentence:
            told = (*told, Segment(" "), *sentence) if told else sentence
    return told
