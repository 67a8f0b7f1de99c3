"""Who speaks each language here, how it sounds, and the sounds made ahead."""

from collections.abc import Callable

from kiosk.errors import N_
from kiosk.staff.baking import Baking, Progress
from kiosk.staff.voices_state import VoicesOfLanguage, VoicesState
from kiosk.text.ruby import RubyText, plain
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.staff.lines import LineCard, Sign, steady
from kiosk.ui.staff.looking_page import LookingPage
from kiosk.ui.staff.page import Run
from kiosk.ui.staff.progress import ProgressBar
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording


class VoicesPage(LookingPage[VoicesState]):
    """`VoicesPage(theme, words, run, look, listen, baking)`; `listen` says a sentence in a language."""

    looking = N_("声を調べています。少しお待ちください。")

    def __init__(
        self,
        theme: Theme,
        words: Wording,
        run: Run,
        look: Callable[[], VoicesState],
        listen: Callable[[str], object],
        baking: Baking,
    ) -> None:
        super().__init__(theme, words, run, look)
        self._listen, self._baking = listen, baking
        self._oven = LineCard(theme, words.tr("音を先に作っておく"))
        self._bar = ProgressBar(theme)
        self._said = steady((), theme, theme.note)
        self._bake = self.button(words.tr("音をすべて作っておく"), self._start_or_stop, icon="download")
        self._furnish_oven()
        baking.moved.connect(self._show_progress)
        baking.ended.connect(self._show_end)

    def _furnish_oven(self) -> None:
        what = self.words.tr(
            "教材の音を先に作っておくと、待たずに聞けます。長くかかります。"
            "このページを開いている間だけ進みます。途中で止めても、作った音は残ります。"
        )
        self._oven.place(steady(what, self.theme, self.theme.note))
        self._oven.place(self._bar)
        self._oven.place(self._said)
        self._oven.place_left(self._bake)
        self._bar.hide()
        self._said.hide()
        self.column.insertWidget(self.column.count() - 1, self._oven)

    @property
    def busy(self) -> bool:
        return self._baking.running

    def closed(self) -> None:
        self._baking.stop()

    # -- what there is -----------------------------------------------------------------------------

    def show_found(self, found: VoicesState) -> None:
        self.summarise(*self._short(found))
        card = self.body.card(self.words.tr("言語と声"))
        for one in found.languages:
            card.line(*self._language(one), control=self._listen_button(one) if one.voices else None)
        kept = self.body.card(self.words.tr("しまってある音"))
        said = self.words.tr("全部で {megabytes} MB です。", megabytes=found.megabytes)
        kept.line(None, said)
        for one in found.languages:
            values = {"language": one.name, "kept": one.kept, "lessons": one.lessons}
            whole = one.kept == one.lessons
            text = self.words.tr(
                "{language}：{lessons}個の教材のうち、{kept}個の音がそろっています。", **values
            )
            kept.line(Sign.WELL if whole else Sign.LACK, text)

    def _short(self, found: VoicesState) -> tuple[Sign, RubyText]:
        silent = sum(not one.voices for one in found.languages)
        if silent:
            return Sign.LACK, self.words.tr_n(
                "声のない言語が{n}つあります。", "声のない言語が{n}つあります。", silent
            )
        return Sign.WELL, self.words.tr("すべての言語に、声があります。")

    def _language(self, one: VoicesOfLanguage) -> tuple[Sign, RubyText, RubyText]:
        if not one.voices:
            return Sign.LACK, self.words.ruby(one.name), self.words.ruby(" ".join(one.lacks))
        ranked = [f"{rank}. {voice}" for rank, voice in enumerate(one.voices, 1)]
        return Sign.WELL, self.words.ruby(one.name), self.words.ruby("　".join([*ranked, *one.lacks]))

    def _listen_button(self, one: VoicesOfLanguage) -> TouchButton:
        button = self.button(self.words.tr("聞く"), lambda: self._listen(one.code), icon="volume_up")
        button.setAccessibleName(plain(self.words.tr("{language}の声を聞く", language=one.name)))
        return button

    # -- making sounds -----------------------------------------------------------------------------

    def _start_or_stop(self) -> None:
        if self._baking.running:
            self._baking.stop()
            self._rest(self.words.tr("止めました。作った音は残っています。"))
            self.look_again()
        else:
            self._baking.start()
            self._bake.set_face(self.words.tr("{止|と}める"), "stop")
            self._say(self.words.tr("用意しています。少しお待ちください。"))
            self._bar.show_share(0.0, plain(self._said.text))
            self._bar.show()
            self.refit()

    def _show_progress(self, progress: Progress) -> None:
        values = {"language": progress.language, "done": progress.done, "of": progress.of}
        self._say(self.words.tr("{language}：{of}個のうち{done}個", **values))
        self._bar.show_share(progress.done / max(progress.of, 1), plain(self._said.text))

    def _show_end(self, well: bool) -> None:
        if well:
            self._rest(self.words.tr("すべての音を作りました。"))
        else:
            self._rest(self.words.tr("途中で止まりました。「記録」を見てください。"))
        self.look_again()

    def _rest(self, text: RubyText) -> None:
        self._bake.set_face(self.words.tr("音をすべて作っておく"), "download")
        self._bar.hide()
        self._say(text)

    def _say(self, text: RubyText) -> None:
        self._said.set_text(text)
        self._said.show()
