"""How the terminal is: first what must be mended, then what is lacking, then what is well."""

from collections.abc import Sequence

from kiosk.errors import N_
from kiosk.staff.health import Finding, Mark
from kiosk.text.ruby import RubyText
from kiosk.ui.staff.lines import Sign
from kiosk.ui.staff.looking_page import LookingPage

_GROUPS = (
    (Mark.FAULT, Sign.FAULT, N_("直すこと")),
    (Mark.LACK, Sign.LACK, N_("なくても動きますが、気をつけること")),
    (Mark.WELL, Sign.WELL, N_("よく動いているもの")),
)


class HealthPage(LookingPage[Sequence[Finding]]):
    """`HealthPage(theme, words, run, examine)`; `examine` gives the findings of the doctor."""

    looking = N_("端末を調べています。少しお待ちください。")

    def show_found(self, found: Sequence[Finding]) -> None:
        self.summarise(*self._short(found))
        for mark, sign, heading in _GROUPS:
            group = [finding for finding in found if finding.mark is mark]
            if group:
                card = self.body.card(self.words.tr(heading))
                for finding in group:
                    card.line(sign, self.words.told(finding.message))

    def _short(self, found: Sequence[Finding]) -> tuple[Sign, RubyText]:
        counts = {mark: sum(finding.mark is mark for finding in found) for mark in Mark}
        tr_n = self.words.tr_n
        if faults := counts[Mark.FAULT]:
            return Sign.FAULT, tr_n("直すことが{n}件あります。", "直すことが{n}件あります。", faults)
        if lacks := counts[Mark.LACK]:
            return Sign.LACK, tr_n(
                "動いています。気をつけることが{n}件あります。",
                "動いています。気をつけることが{n}件あります。",
                lacks,
            )
        return Sign.WELL, self.words.tr("すべて、よく動いています。")
