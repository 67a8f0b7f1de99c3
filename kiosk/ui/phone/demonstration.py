"""「やってみせる」: an animated hand over a stage. A touch ends it at once."""

from collections.abc import Sequence

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPointF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.draw.illustrations.hand import paint_hand, paint_path_arrow
from kiosk.ui.phone.hand_moves import Move, Phase, phase_at, phases
from kiosk.ui.theme import Theme

HAND_MM = 48.0
_CALM = QEasingCurve(QEasingCurve.Type.InOutCubic)
_RIPPLE_MS = 600


class Demonstration(QWidget):
    """Lies over the whole stage while it plays, and lets no touch through."""

    pressed = Signal(int)
    """The number of the move whose touch begins now, so that what is touched can answer."""
    finished = Signal()
    stopped = Signal()

    def __init__(self, stage: QWidget, theme: Theme) -> None:
        super().__init__(stage)
        self._stage, self._theme = stage, theme
        self._phases: tuple[Phase, ...] = ()
        self._passed = 0
        self.motion = QVariantAnimation(self)
        self.motion.valueChanged.connect(self._show_moment)
        self.motion.finished.connect(self._finish)
        stage.installEventFilter(self)
        self.hide()

    @property
    def playing(self) -> bool:
        return self.isVisibleTo(self._stage)

    def play(self, moves: Sequence[Move]) -> None:
        """Show the moves from the first; the places are pixels of the stage."""
        if not moves:
            self.finished.emit()
            return
        self.motion.stop()
        self._cover()
        self._phases = phases(moves, QPointF(self.width() * 1.1, self.height() * 1.1), self._theme.animations)
        self._passed = 0
        total = sum(phase.ms for phase in self._phases)
        self.motion.setStartValue(0)
        self.motion.setEndValue(total)
        self.motion.setDuration(total)
        self.show()
        self.raise_()
        self.motion.start()

    def stop(self) -> None:
        """End it before its end."""
        if self.playing:
            self.motion.stop()
            self.hide()
            self.stopped.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._cover()
        return False

    def _cover(self) -> None:
        self.setGeometry(self._stage.rect())

    def _finish(self) -> None:
        self.hide()
        self.finished.emit()

    def _show_moment(self, ms: int) -> None:
        number, _ = phase_at(self._phases, ms)
        entered = self._phases[self._passed : number + 1]
        self._passed = max(self._passed, number + 1)
        self.update()
        for phase in entered:
            if phase.presses is not None:
                self.pressed.emit(phase.presses)

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        number, share = phase_at(self._phases, self.motion.currentTime())
        phase, calm = self._phases[number], _CALM.valueForProgress(share)
        at = phase.start + (phase.end - phase.start) * calm
        if phase.second is None:
            self._paint_finger(painter, phase, at, share)
            return
        near, far = phase.second
        apart = QPointF(1, -0.6) * (near + (far - near) * calm)
        self._paint_finger(painter, phase, at + apart, share)
        painter.scale(-1, 1)
        mirrored = at - apart
        self._paint_finger(painter, phase, QPointF(-mirrored.x(), mirrored.y()), share)

    def _paint_finger(self, painter: QPainter, phase: Phase, at: QPointF, share: float) -> None:
        if phase.way:
            paint_path_arrow(painter, *phase.way, self._theme.colours)
        if phase.down:
            self._paint_ripples(painter, at, share * phase.ms / _RIPPLE_MS)
        paint_hand(painter, at, self._theme.mm(HAND_MM), phase.down)

    def _paint_ripples(self, painter: QPainter, at: QPointF, turns: float) -> None:
        """Two rings that grow and fade under the fingertip, light below so that they are seen on anything."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for late in (0.0, 0.45):
            grown = (turns + 1 - late) % 1 if self._theme.animations else 0.4 + late
            radius = self._theme.mm(3 + 8 * grown)
            for ground, mm in ((self._theme.colours.surface, 2.2), (self._theme.colours.target, 1.3)):
                ink = QColor(ground)
                ink.setAlphaF(1 - grown)
                painter.setPen(QPen(ink, self._theme.mm(mm)))
                painter.drawEllipse(at, radius, radius)
