"""What each count is called, for staff and for readers of the published file."""

from kiosk.errors import N_
from kiosk.visit.usage.counts import Measure

TITLES = {
    Measure.VISIT: N_("利用"),
    Measure.VISIT_FINISHED: N_("教材の最後で終わった利用"),
    Measure.VISIT_STARTED_OVER: N_("途中で終わりにした利用"),
    Measure.VISIT_LEFT: N_("人がいなくなって終わった利用"),
    Measure.VISIT_BROKEN: N_("端末の不具合で終わった利用"),
    Measure.LANGUAGE: N_("選ばれた言語"),
    Measure.LESSON_STARTED: N_("始めた教材"),
    Measure.LESSON_FINISHED: N_("最後まで終えた教材"),
    Measure.LESSON_STOPPED: N_("途中でやめた教材"),
    Measure.PRINTED: N_("印刷した配布シート"),
    Measure.PRINT_TROUBLE: N_("印刷できなかったとき"),
    Measure.HELP: N_("「人を呼ぶ」が押されたとき"),
    Measure.ERROR: N_("思いがけない不具合"),
}
"""Japanese, the source of the translations."""
