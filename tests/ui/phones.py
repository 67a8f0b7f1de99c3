"""Practice phones for tests: a screen as data, the phone that shows it, and what was done on it."""

import gettext
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtWidgets import QApplication

from kiosk.i18n.catalogues import Catalogue
from kiosk.lessons.phone.screen import PhoneScreen, Skin, SystemWords
from kiosk.lessons.phone.shown import Shown
from kiosk.lessons.yaml_reader import read_yaml
from kiosk.paths import SHIPPED
from kiosk.text.readings import Readings
from kiosk.ui.phone.view import PhoneView
from kiosk.ui.theme import Display, Theme
from kiosk.ui.touch import TouchGuard
from kiosk.ui.wording import Wording
from kiosk.visit.visit import Contrast, TextSize

APPS = {
    "kind": "home",
    "pages": [
        [
            {"id": f"app-{number}", "label": name, "icon": "info"}
            for number, name in enumerate("かきくけこさ")
        ],
        [{"id": "app-later", "label": "あと", "icon": "info"}],
    ],
    "dock": [{"id": "bin", "label": "ごみ箱", "icon": "close"}],
}
BUTTONS = [
    {"kind": "button", "id": f"button-{number}", "label": name} for number, name in enumerate("あいうえお")
]
LONG = [{"kind": "button", "id": f"row-{number}", "label": f"{number}番"} for number in range(30)]
MAP = {"kind": "map", "id": "map", "label": "地図"}


class Clock:
    """A time that passes only when a test says so, in seconds."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def theme(animations: bool = False) -> Theme:
    size = QSize(1920, 1080)
    display = Display.of(size, size, 24.0, QSizeF(531, 299), 500.0)
    return Theme(display, TextSize.NORMAL, Contrast.LIGHT, "ja", True, animations)


def wording() -> Wording:
    nothing = gettext.NullTranslations()
    return Wording(Catalogue("ja", nothing, nothing), Readings())


def system_words() -> SystemWords:
    name = PurePath("lessons/phone-words.yaml")
    return SystemWords.model_validate(read_yaml(SHIPPED / name, name).value)


def shown(*body: dict[str, Any], skin: Skin = Skin.IPHONE, **screen: object) -> Shown:
    return Shown(PhoneScreen.model_validate({"body": body, **screen}), system_words(), skin)


class Phone(PhoneView):
    """A phone in a window of its own, guarded as in the kiosk, that writes down the gestures."""

    def __init__(self, phone: Shown, clock: Clock | None = None, animations: bool = False) -> None:
        self.now = clock or Clock()
        super().__init__(theme(animations), phone, wording(), clock=self.now)
        self.done: list[object] = []
        self.gestured.connect(self.done.append)
        self.guard = TouchGuard(self, self.now)
        self.guard.install()
        self.resize(560, 900)
        self.show()
        self.activateWindow()
        QApplication.processEvents()

    def button(self, element: str):
        return next(one for one in self.buttons if one.element == element)
