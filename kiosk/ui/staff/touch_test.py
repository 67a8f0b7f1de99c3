"""Whether the screen is touched where the finger is: crosses to aim at, and what came of it in mm and in words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.errors import N_
from kiosk.staff.touch_accuracy import Accuracy, Aim, Verdict, accuracy, verdict
from kiosk.ui.staff.aiming import Aiming
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

TITLE = N_("指の位置とタッチの位置が、合っているかを調べます。")
HOW = N_(
    "画面に＋が13回、一つずつ出ます。いつもの姿勢で、＋のまん中を指でさわってください。30秒さわらないと終わります。"
)
GOOD = N_("よく合っています。")
RIGHT = N_(
    "少しずれています（右に{mm} mm）。管理している人に、画面の調整（キャリブレーション）を頼んでください。"
)
LEFT = N_(
    "少しずれています（左に{mm} mm）。管理している人に、画面の調整（キャリブレーション）を頼んでください。"
)
DOWN = N_(
    "少しずれています（下に{mm} mm）。管理している人に、画面の調整（キャリブレーション）を頼んでください。"
)
UP = N_(
    "少しずれています（上に{mm} mm）。管理している人に、画面の調整（キャリブレーション）を頼んでください。"
)
UNEVEN = N_("ところどころ、ずれています。画面をふいてから、もう一度ためしてください。")
BAD = N_("大きくずれています。管理している人に、画面の調整（キャリブレーション）を頼んでください。")
MEASURED = N_("＋からの距離は、平均{mean} mm、95%が{p95} mm以内です。")
SHIFT = N_("全体のずれは、横に{across} mm（右が＋）、縦に{down} mm（下が＋）です。")

_MAP_MM = 70.0


def sentence(found: Accuracy) -> tuple[str, float]:
    """What to say of a screen, and the mm of the shift in it."""
    match verdict(found):
        case Verdict.GOOD:
            return GOOD, 0.0
        case Verdict.UNEVEN:
            return UNEVEN, 0.0
        case Verdict.BAD:
            return BAD, 0.0
        case Verdict.SHIFTED:
            across, down = found.shift
            if abs(across) >= abs(down):
                return (RIGHT if across > 0 else LEFT), abs(across)
            return (DOWN if down > 0 else UP), abs(down)


class TouchMap(QWidget):
    """The window in small: a ring at each cross, a line from there to the touch, the window's own scale."""

    def __init__(self, theme: Theme, aims: Sequence[Aim], window: tuple[int, int]) -> None:
        super().__init__()
        self._theme, self._aims, self._window = theme, aims, window
        tall = round(theme.mm(_MAP_MM))
        self.setFixedSize(round(tall * window[0] / window[1]), tall)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, scale = self._theme.colours, self.height() / self._window[1]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.outline, 2))
        painter.setBrush(colours.surface)
        painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        ring = self._theme.mm(1.6)
        for aim in self._aims:
            cross, touch = QPointF(*aim.cross) * scale, QPointF(*aim.touch) * scale
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.outline, 2))
            painter.drawEllipse(cross, ring, ring)
            painter.setPen(QPen(colours.main, 2))
            painter.drawLine(cross, touch)
            painter.setBrush(colours.main)
            painter.drawEllipse(touch, ring / 2, ring / 2)


class TouchTestPage(StaffPage):
    """`show_full` puts a widget over the whole window and owns it, `close_full` takes it away."""

    def __init__(
        self,
        theme: Theme,
        words: Wording,
        show_full: Callable[[QWidget], object],
        close_full: Callable[[], object],
    ) -> None:
        super().__init__(theme, words)
        self._show_full, self._close_full = show_full, close_full
        self.aiming: Aiming | None = None
        self._map: TouchMap | None = None
        self.said = self.heading(words.tr(TITLE))
        self.measured = [self.note(()), self.note(())]
        for label in self.measured:
            label.hide()
        self._how = self.note(words.tr(HOW))
        self.begin_button = self.button(words.tr("はじめる"), self.begin, icon="touch_app", main=True)
        self.row(self.begin_button)
        self.column.addStretch()

    @property
    def busy(self) -> bool:
        return self.aiming is not None

    def begin(self) -> None:
        self.aiming = Aiming(self.theme, self.words)
        self.aiming.finished.connect(self._tell)
        self.aiming.left.connect(self.closed)
        self._show_full(self.aiming)

    def closed(self) -> None:
        if self.aiming is not None:
            self.aiming = None
            # Left to itself, Qt would pass the focus on as if somebody had typed: with a ring.
            self.begin_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._close_full()

    def _tell(self, aims: tuple[Aim, ...]) -> None:
        assert self.aiming is not None
        size = self.aiming.size()
        self.closed()
        found = accuracy(aims, self.theme.display.px_per_mm)
        what, mm = sentence(found)
        self.said.set_text(self.words.tr(what, mm=f"{mm:.0f}"))
        across, down = found.shift
        tr = self.words.tr
        self.measured[0].set_text(tr(MEASURED, mean=f"{found.mean:.1f}", p95=f"{found.p95:.1f}"))
        self.measured[1].set_text(tr(SHIFT, across=f"{across:+.1f}", down=f"{down:+.1f}"))
        for label in self.measured:
            label.show()
        self._how.hide()
        self._show_map(TouchMap(self.theme, aims, (size.width(), size.height())))
        self.refit()

    def _show_map(self, touches: TouchMap) -> None:
        if self._map is not None:
            self._map.hide()
            self._map.deleteLater()
        self._map = touches
        self.column.insertWidget(self.column.count() - 1, touches)
        touches.show()
