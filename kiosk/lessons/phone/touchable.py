"""What everything on a screen of the practice phone that can be touched is made of."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from kiosk.lessons.base import Content, Name, Text

ScreenName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
"""A practice-phone screen: `<app>/<screen>`."""

ValueKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}(\.[a-z0-9-]+)?$")]
"""What a value belongs to: an element's id, or a part of it such as `map.shelters`."""

Values = dict[ValueKey, str]
"""States of elements: `on`/`off`, the id of an option, a layer of a map, typed text."""

ON, OFF = "on", "off"


class Tint(StrEnum):
    """The colour family of an app icon or a shelf; the theme knows the actual colours."""

    BLUE = "blue"
    GREEN = "green"
    ORANGE = "orange"
    PINK = "pink"
    CYAN = "cyan"
    PURPLE = "purple"
    GREY = "grey"
    BLACK = "black"


class Touchable(Content):
    """What a finger can mean. In free practice a touch `opens` a screen and `sets` what other elements show."""

    id: Name
    label: Text
    what: Text | None = None
    opens: ScreenName | None = None
    sets: Values = Field(default_factory=dict)
