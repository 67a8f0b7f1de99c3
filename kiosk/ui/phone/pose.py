"""How a phone is held over a code, and what its camera then sees. Pure."""

from dataclasses import dataclass, replace

from kiosk.lessons.phone.pictures import CameraView

ASIDE_MM = 18.0
"""So far to either side the code is still in the picture; old hands spread by 3.4 mm, so this forgives much."""

SHADOW_MM = 27.0
"""The lamp stands at the left: from there the phone's shadow falls on the code, until it is too far away for that."""

NEAR, FAR = 0.28, 0.72
"""Between these heights the whole code is seen, and large enough."""

STEP = 0.3
"""What one press on 「近づける」 or 「はなす」 does: from too near or too far, one press is enough."""


@dataclass(frozen=True)
class Pose:
    """`aside` is how far the phone is to the right of the code (mm); `height` 0 is on the paper, 1 as high as it goes."""

    aside: float = 0.0
    height: float = 0.5

    @property
    def view(self) -> CameraView:
        if -SHADOW_MM <= self.aside < -ASIDE_MM:
            return CameraView.SHADOW
        if abs(self.aside) > ASIDE_MM:
            return CameraView.OUTSIDE
        if self.height < NEAR:
            return CameraView.NEAR
        return CameraView.FAR if self.height > FAR else CameraView.RIGHT

    def higher(self, by: float) -> "Pose":
        return replace(self, height=min(1.0, max(0.0, self.height + by)))


def pose_for(view: CameraView) -> Pose:
    """How to hold the phone to see just that."""
    return {
        CameraView.RIGHT: Pose(),
        CameraView.NEAR: Pose(height=0.05),
        CameraView.FAR: Pose(height=0.95),
        CameraView.SHADOW: Pose(aside=-(ASIDE_MM + SHADOW_MM) / 2),
        CameraView.OUTSIDE: Pose(aside=29.0),
    }[view]
