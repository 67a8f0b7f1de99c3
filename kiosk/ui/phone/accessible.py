"""The roles of the phone's elements in the accessibility tree: a check box is a check box, not a button.

Qt knows the roles of its own controls only; a factory gives ours. PySide keeps every interface a factory made until
the application ends (installFactory, glue/qtgui.cpp), so these hold nothing of their own, least of all their button.
"""

from functools import lru_cache
from typing import assert_never

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import QAccessibleWidget

from kiosk.draw.phone.items import Item, Look, Touched
from kiosk.lessons.phone.elements import AppIcon, Bubble, Button, Card, Link, PayCode, Row, StoreApp
from kiosk.lessons.phone.forms import CheckBox, DatePicker, DropDown, FieldBox, Option, Switch
from kiosk.lessons.phone.pictures import Camera, Map, Photo, SmallPhoto
from kiosk.lessons.phone.screen import BarButton, DialogButton, Notification, Tab
from kiosk.lessons.phone.shown import Part
from kiosk.ui.controls.press import PressButton

Role = QAccessible.Role
_CHECKED = frozenset({Role.CheckBox, Role.RadioButton})
_SELECTED = frozenset({Role.MenuItem, Role.PageTab, Role.Graphic})


class ItemButton(PressButton):
    """A button that stands for one item of the phone."""

    item: Item


def role_of(item: Item) -> QAccessible.Role:
    """What a screen reader calls it."""
    what = item.what
    assert isinstance(what, Touched)
    match what:
        case Link():
            return Role.Link
        case CheckBox() | Switch():
            return Role.CheckBox
        case Option():
            return Role.RadioButton if item.look is Look.RADIO else Role.MenuItem
        case DropDown() | DatePicker():
            return Role.ComboBox
        case FieldBox():
            return Role.EditableText
        case Tab():
            return Role.PageTab
        case Row() | Card() | Bubble() | Notification():
            return Role.ListItem
        case Map() | Photo() | SmallPhoto() | Camera() | PayCode():
            return Role.Graphic
        case AppIcon() | Button() | BarButton() | DialogButton() | StoreApp() | Part():
            return Role.Button
        case _:
            assert_never(what)


class AccessibleItem(QAccessibleWidget):
    """One touchable item: role, state and press. Its name and description are the button's own."""

    @property
    def _button(self) -> ItemButton:
        button = self.object()
        assert isinstance(button, ItemButton)
        return button

    def role(self) -> QAccessible.Role:
        return role_of(self._button.item)

    def state(self) -> QAccessible.State:
        state, item, role = super().state(), self._button.item, self.role()
        what = item.what
        state.checkable, state.checked = role in _CHECKED, role in _CHECKED and item.on
        state.selectable, state.selected = role in _SELECTED, role in _SELECTED and item.on
        state.hasPopup = role is Role.ComboBox
        state.editable = isinstance(what, FieldBox)
        state.passwordEdit = isinstance(what, FieldBox) and what.secret
        return state

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.setFocusAction()]

    def doAction(self, name: str) -> None:
        if name == QAccessibleActionInterface.pressAction():
            self._button.click()
        else:
            self._button.setFocus()


def tell_change(button: ItemButton) -> None:
    """Tell screen readers that it was ticked or chosen, or no longer is."""
    changed = QAccessible.State()
    changed.checked = role_of(button.item) in _CHECKED
    changed.selected = not changed.checked
    QAccessible.updateAccessibility(QAccessibleStateChangeEvent(button, changed))


def _interface(_class: str, there: QObject) -> QAccessibleInterface | None:
    return AccessibleItem(there, Role.Button) if isinstance(there, ItemButton) else None


@lru_cache(maxsize=1)
def tell_roles() -> None:
    """From now on buttons of the phone have their roles; once in a process is enough."""
    QAccessible.installFactory(_interface)
