"""Reading a code: a phone that is held over a paper on the table, seen from the front, with what its camera sees."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.draw.illustrations.card import paint_paper_with_code
from kiosk.draw.illustrations.codes import paint_pay_code
from kiosk.lessons.phone.gestures import Aimed, Tapped
from kiosk.lessons.phone.pictures import Camera, CameraSubject, CameraView
from kiosk.lessons.phone.screen import Skin
from kiosk.text.ruby import RubyText, plain
from kiosk.ui.controls.touch_button import TouchButton
from kiosk.ui.phone.finder import paint_finder, sight_words
from kiosk.ui.phone.ground import Ground
from kiosk.ui.phone.hand_moves import Carry, Move, TapAt
from kiosk.ui.phone.handset import Handset
from kiosk.ui.phone.movable import NUDGE_MM, Movable, make_glide
from kiosk.ui.phone.pose import ASIDE_MM, SHADOW_MM, STEP, Pose, pose_for
from kiosk.ui.phone.tabletop import paint_far_shadow, paint_lamp, paint_sight, paint_table
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording

STEADY_MS = 700
"""So long the same thing is seen before it counts: a hand on its way somewhere else is not answered."""

PHONE, PAPER, NEARER, FARTHER = "phone", "paper", "nearer", "farther"

_ICONS = ("keyboard_arrow_down", "keyboard_arrow_up")

_PHONE_SHARE, _PAPER_SHARE = 0.58, 0.3
"""Of the scene's height."""

_PAPER_SHAPE = 82 / 106


class ScanStage(QWidget):
    """Where the phone is held is a point: mm to the right of the middle, and its height from 0 to 1."""

    gestured = Signal(object)

    def __init__(
        self,
        theme: Theme,
        words: Wording,
        camera: Camera,
        skin: Skin,
        start: CameraView,
        steady_ms: int = STEADY_MS,
    ) -> None:
        super().__init__()
        self._theme, self._words, self._camera = theme, words, camera
        self._start = pose_for(start)
        self._held = QPointF(self._start.aside, self._start.height)
        self._paper = 0.0
        self._grabbed = (self._held, self._paper)
        self._told: CameraView | None = None
        self._seen = start
        self._steady = QTimer(self, singleShot=True, interval=steady_ms)
        self._steady.timeout.connect(self._tell)
        self._glide = make_glide(self, theme)
        self._glide.valueChanged.connect(self._hold)
        self._glide.finished.connect(self._look)
        self.paper = Movable(self, theme, words.tr("コードのある紙"), self._paint_paper)
        self.phone = Handset(self, theme, words, skin, self._paint_finder)
        self.nearer = self._button(words.tr("近づける"), -STEP)
        self.farther = self._button(words.tr("はなす"), STEP)
        self._listen_to_hands()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._describe()

    def _button(self, text: RubyText, by: float) -> TouchButton:
        button = TouchButton(text, self._theme, lambda: self._step(by))
        button.setParent(self)
        return button

    def _listen_to_hands(self) -> None:
        for thing in (self.phone, self.paper):
            thing.grabbed.connect(self._grab)
        self.phone.nudged.connect(self._nudge_phone)
        self.paper.nudged.connect(self._nudge_paper)
        self.phone.dragged.connect(self._drag_phone)
        self.paper.dragged.connect(self._drag_paper)
        self.phone.clicked.connect(lambda: self._pick(not self.phone.pointed))
        self.paper.clicked.connect(self._touch_paper)

    @property
    def pose(self) -> Pose:
        return Pose(self._held.x() - self._paper, self._held.y())

    @property
    def framed(self) -> bool:
        """Whether the yellow frame has come; a payment code is none that this camera reads."""
        readable = self._camera.sees is not CameraSubject.PAYMENT_CODE
        return readable and self._told is CameraView.RIGHT and self.pose.view is CameraView.RIGHT

    def place_of(self, name: str) -> QRect | None:
        """Where `phone`, `paper`, `nearer` or `farther` is now, in this widget's pixels; None for anything else."""
        stands = (self.phone, self.paper, self.nearer, self.farther)
        things = dict(zip((PHONE, PAPER, NEARER, FARTHER), stands, strict=True))
        thing = things.get(name)
        return thing.geometry() if thing else None

    def how_to(self) -> list[Move]:
        """How it is done from here, for the hand that shows it; nothing where it is held well."""
        if self.pose.view is CameraView.RIGHT:
            return []
        right = pose_for(CameraView.RIGHT)
        if abs(self.pose.aside) > ASIDE_MM:
            over = self.phone.geometry()
            over.moveCenter(self._ground.middle_of(QPointF(self._paper, right.height)).toPoint())
            return [Carry(self.phone.geometry(), over)]
        button = self.farther if self.pose.height < right.height else self.nearer
        return [TapAt(button.geometry())]

    def first_button(self) -> QWidget:
        return self.phone

    def reset(self) -> None:
        self._stop()
        self._told = None
        self._pick(False)
        self._paper = 0.0
        self._hold(QPointF(self._start.aside, self._start.height))
        self._steady.stop()

    def solve(self) -> None:
        """Hold the phone over the code as it should be, to be seen."""
        self._stop()
        self._told = None
        self._carry(QPointF(self._paper, pose_for(CameraView.RIGHT).height))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.target * 6, self._theme.target * 9)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.target * 4, self._theme.target * 6)

    # -- what hands do ---------------------------------------------------------------------------

    def _grab(self) -> None:
        self._stop()
        self._pick(False)
        self._grabbed = (self._held, self._paper)

    def _drag_phone(self, gone: QPoint) -> None:
        held, _ = self._grabbed
        self._hold(held + self._ground.moved(gone))

    def _drag_paper(self, gone: QPoint) -> None:
        _, paper = self._grabbed
        self._push_paper(paper + gone.x() / self._ground.unit)

    def _nudge_phone(self, way: QPoint) -> None:
        self._hold(self._held + QPointF(way.x() * NUDGE_MM, -way.y() * STEP / 2))

    def _nudge_paper(self, way: QPoint) -> None:
        self._push_paper(self._paper + way.x() * NUDGE_MM)

    def _step(self, by: float) -> None:
        self._stop()
        self._carry(self._held + QPointF(0, by))

    def _touch_paper(self) -> None:
        if self.phone.pointed:
            self._pick(False)
            self._carry(QPointF(self._paper, self._held.y()))
        else:
            self.gestured.emit(Tapped(PAPER))

    def _pick(self, picked: bool) -> None:
        self.phone.point(picked)
        self.paper.point(picked)

    # -- holding and seeing ----------------------------------------------------------------------

    def _carry(self, to: QPointF) -> None:
        self._glide.setStartValue(self._held)
        self._glide.setEndValue(self._ground.held(to))
        self._glide.start()

    def _hold(self, held: QPointF) -> None:
        self._held = self._ground.held(held)
        self._place()
        if self._glide.state() is not QVariantAnimation.State.Running:
            self._look()

    def _push_paper(self, paper: float) -> None:
        self._paper = self._ground.laid(paper)
        self._hold(self._held)

    def _look(self) -> None:
        """What is seen counts when it stays; a new sight starts the time anew."""
        view = self.pose.view
        if view is not self._seen or (view is not self._told and not self._steady.isActive()):
            self._seen = view
            self._describe()
            self._steady.start()

    def _tell(self) -> None:
        view = self.pose.view
        if view is not self._told:
            self._told = view
            self.update()
            self.gestured.emit(Aimed(view))

    def _stop(self) -> None:
        self._glide.stop()
        self._steady.stop()

    def _describe(self) -> None:
        self.phone.setAccessibleDescription(plain(sight_words(self._seen, self._words)))

    # -- places ----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        scene = self._lay_buttons()
        self.phone.resize(self.phone.size_for(scene * _PHONE_SHARE, self.width() * 0.5))
        tall = scene * _PAPER_SHARE
        self.paper.resize(round(tall * _PAPER_SHAPE), round(tall))
        self._held = self._ground.held(self._held)
        self._place()

    def _lay_buttons(self) -> int:
        """Side by side at the bottom; gives the height that is left above them."""
        gap = self._theme.gap
        wide = (self.width() - gap) // 2
        buttons = (self.nearer, self.farther)
        for button, icon in zip(buttons, _ICONS, strict=True):
            button.set_face(button.words, icon)
        if any(button.width_for(button.words) > wide for button in buttons):
            for button in buttons:
                button.set_face(button.words, None)
        tall = max(button.heightForWidth(wide) for button in buttons)
        for number, button in enumerate(buttons):
            button.setGeometry(number * (wide + gap), self.height() - tall, wide, tall)
        return self.height() - tall - gap

    @property
    def _ground(self) -> Ground:
        scene = QRect(0, 0, self.width(), self.nearer.y() - self._theme.gap)
        sizes = self.phone.size(), self.paper.size()
        return Ground(scene, *sizes, self._theme.display.px_per_mm, self._theme.gap)

    def _place(self) -> None:
        ground = self._ground
        self.phone.move(ground.phone_at(self._held))
        self.paper.move(ground.paper_at(self._paper))
        self.update()

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene, paper = QRectF(self._ground.scene), self.paper.geometry()
        table = QRectF(0, paper.top() - self._theme.gap * 2, scene.width(), 0)
        table.setBottom(scene.bottom())
        paint_table(painter, table, self._theme.radius)
        paint_lamp(painter, self._theme.mm(16))
        self._paint_light(painter)

    def _paint_light(self, painter: QPainter) -> None:
        """What falls on the table: the phone's shadow, and where its camera looks."""
        eye, paper, unit = QRectF(self.phone.geometry()).center(), self.paper.geometry(), self._ground.unit
        floor = QPointF(eye.x(), paper.center().y())
        aside = QPointF((ASIDE_MM + SHADOW_MM) / 2 * unit, 0)
        paint_far_shadow(painter, floor + aside, 8 * unit, paper.height() * 0.4)
        paint_sight(painter, eye, floor, (12 + 18 * self._held.y()) * unit, paper.height() * 0.2)

    def _paint_paper(self, painter: QPainter, box: QRectF) -> None:
        if self._camera.sees is CameraSubject.PAYMENT_CODE:
            paint_pay_code(painter, box)
        else:
            paint_paper_with_code(painter, box)
        painter.translate(-self.paper.pos())
        self._paint_light(painter)
        painter.translate(self.paper.pos())

    def _paint_finder(self, painter: QPainter, glass: QRectF) -> None:
        paint_finder(painter, glass, self._camera.sees, self.pose, self.framed)
