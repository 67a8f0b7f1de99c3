"""What the camera shows of a code while the phone is moved over it, in a picture and in words."""

from typing import assert_never

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kiosk.draw.illustrations.camera import Aim, paint_aim
from kiosk.lessons.phone.pictures import CameraSubject, CameraView
from kiosk.text.ruby import RubyText
from kiosk.ui.phone.pose import ASIDE_MM, SHADOW_MM, Pose
from kiosk.ui.wording import Wording

_NEAREST, _FARTHEST = 3.0, 0.28
"""How large the code is seen from the lowest and the highest place, where 1 fills the view well."""

_SHIFT, _LEAVING = 1.1, 4.0
"""Hundredths of the view for a millimetre to the side: inside the picture, and where the code leaves it."""


def paint_finder(painter: QPainter, glass: QRectF, sees: CameraSubject, pose: Pose, framed: bool) -> None:
    inside = min(max(pose.aside, -SHADOW_MM), ASIDE_MM)
    x = 50 - inside * _SHIFT - (pose.aside - inside) * _LEAVING
    scale = _NEAREST * (_FARTHEST / _NEAREST) ** pose.height
    paint_aim(painter, glass, sees, Aim(x, 50, scale, pose.view is CameraView.SHADOW), framed)


def sight_words(view: CameraView, words: Wording) -> RubyText:
    match view:
        case CameraView.RIGHT:
            return words.tr("コード全体が、うつっています。")
        case CameraView.NEAR:
            return words.tr("コードに、近すぎます。")
        case CameraView.FAR:
            return words.tr("コードから、遠すぎます。")
        case CameraView.SHADOW:
            return words.tr("コードに、かげが、かかっています。")
        case CameraView.OUTSIDE:
            return words.tr("コードが、うつっていません。")
        case _:
            assert_never(view)
