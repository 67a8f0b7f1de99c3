"""Pictures on a screen of the practice phone, as data: the camera, maps and photos."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from kiosk.lessons.base import Content, Name
from kiosk.lessons.phone.touchable import Touchable


class CameraSubject(StrEnum):
    QR_CODE = "qr-code"
    PAYMENT_CODE = "payment-code"
    ROOM = "room"
    HOUSE = "house"


class CameraView(StrEnum):
    """How a code lies in the view finder."""

    RIGHT = "right"
    NEAR = "near"
    FAR = "far"
    SHADOW = "shadow"
    OUTSIDE = "outside"


class Camera(Touchable):
    """A camera's view finder: what it sees and how, and whether the yellow frame round a code has appeared."""

    kind: Literal["camera"]
    sees: CameraSubject
    view: CameraView = CameraView.RIGHT
    framed: bool = False


class Hazard(StrEnum):
    NONE = "none"
    FLOOD = "flood"
    LANDSLIDE = "landslide"
    STORM_SURGE = "storm-surge"
    TSUNAMI = "tsunami"


MOST_ZOOM = 2

Zoom = Annotated[int, Field(ge=0, le=MOST_ZOOM)]
"""How often a map or a photo was made larger; each time doubles it."""


class Map(Touchable):
    """A drawn, made-up map of a coast with a home; a hazard's colours and shelters can be laid over it."""

    kind: Literal["map"]
    hazard: Hazard = Hazard.NONE
    shelters: bool = False
    zoom: Zoom = 0


class PhotoSubject(StrEnum):
    HOUSE = "house"
    ROOM = "room"
    FLOWERS = "flowers"
    SEA = "sea"
    CAT = "cat"
    LETTER = "letter"


class Photo(Touchable):
    """One drawn photo, as large as there is room."""

    kind: Literal["photo"]
    shows: PhotoSubject
    zoom: Zoom = 0


class SmallPhoto(Touchable):
    shows: PhotoSubject


class Photos(Content):
    """Photos in rows of three, as in an album; the chosen one bears a tick."""

    kind: Literal["photos"]
    id: Name = "photos"
    photos: Annotated[tuple[SmallPhoto, ...], Field(min_length=1, max_length=6)]
    chosen: Name | None = None
