"""The sheet to take home, at the end of a lesson: its picture, the one button that prints, what the printer says."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kiosk.draw.icons import paint_icon
from kiosk.text.ruby import RubyText
from kiosk.ui.controls.ruby_label import RubyLabel
from kiosk.ui.controls.surfaces import Picture
from kiosk.ui.controls.touch_button import Kind, TouchButton
from kiosk.ui.theme import Theme
from kiosk.visit.visit import Stage

_A4 = 297 / 210


@dataclass(frozen=True)
class SheetView:
    """`preview` is the file of the sheet's picture, empty while there is none."""

    button: RubyText
    said: RubyText
    """What the touch gives, then what the printer is doing or needs."""
    preview: str = ""
    preview_name: str = ""
    stage: Stage = Stage.READY


def picture_size(theme: Theme) -> QSize:
    """As high as the buttons beside it, with a line of words between them."""
    tall = theme.main_button + 2 * theme.button + 3 * theme.gap + 2 * theme.explanation
    return QSize(round(tall / _A4), tall)


class SheetPicture(QWidget):
    """The first page, small: to see what will come. Paper is white in every contrast."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._file = ""
        self._picture = QPixmap()
        self.setFixedSize(picture_size(theme))

    def show_file(self, file: str, name: str) -> None:
        self.setAccessibleName(name)
        if file != self._file:
            self._file = file
            picture = QPixmap(file)
            self._picture = picture if picture.isNull() else self._fitted(picture)
            self.update()

    def _fitted(self, picture: QPixmap) -> QPixmap:
        """A receipt is longer than the place: only its beginning is seen."""
        size = self.size() * self.devicePixelRatioF()
        wide = picture.scaledToWidth(size.width(), Qt.TransformationMode.SmoothTransformation)
        return wide.copy(0, 0, wide.width(), min(wide.height(), size.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.fillRect(box, Qt.GlobalColor.white)
        if self._picture.isNull():
            side = box.width() * 0.3
            middle = QRectF(0, 0, side, side)
            middle.moveCenter(box.center())
            paint_icon(painter, "print", middle, QColor("#767676"))
        else:
            painter.drawPixmap(box.topLeft(), self._picture.scaled(box.size().toSize()))
        painter.setPen(QPen(self._theme.colours.outline, 2))
        painter.drawRect(box)


class StatusLine(QWidget):
    """An icon and words: neither depends on the colour of the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._stage = Stage.READY
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.gap // 2)
        self._side = round(theme.explanation * 1.2)
        self._icon = self._picture()
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self.said = RubyLabel((), theme, theme.explanation)
        row.addWidget(self.said, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_stage(self, stage: Stage, said: RubyText) -> None:
        self.said.set_text(said)
        if stage is not self._stage:
            self._stage = stage
            old, self._icon = self._icon, self._picture()
            layout = self.layout()
            assert layout
            layout.replaceWidget(old, self._icon)
            old.deleteLater()

    def _picture(self) -> Picture:
        colours = self._theme.colours
        name, ink = {
            Stage.READY: ("info", colours.soft_text),
            Stage.WORKING: ("print", colours.text),
            Stage.PRINTED: ("check_circle-fill", colours.done),
            Stage.TROUBLE: ("warning", colours.alert),
            Stage.ENOUGH: ("info", colours.soft_text),
        }[self._stage]
        return Picture(name, self._side, ink)


class SheetPanel:
    """Three controls of the page, kept in step; the page decides where they stand."""

    def __init__(self, theme: Theme) -> None:
        self._view: SheetView | None = None
        self.picture = SheetPicture(theme)
        self.status = StatusLine(theme)
        px, tall = round(theme.label * 1.2), theme.main_button
        self.button = TouchButton((), theme, lambda: None, kind=Kind.MAIN, icon="print", px=px, height=tall)

    def show_view(self, view: SheetView) -> bool:
        """Whether anything changed."""
        if view == self._view:
            return False
        self._view = view
        self.button.set_face(view.button, "print")
        self.button.set_kind(Kind.PLAIN if view.stage is Stage.PRINTED else Kind.MAIN)
        self.picture.show_file(view.preview, view.preview_name)
        self.status.show_stage(view.stage, view.said)
        return True
