"""A control that goes while it has the focus."""

from kiosk.ui.controls.touch_button import TouchButton


def enable(button: TouchButton, yes: bool, heir: TouchButton) -> None:
    """Left to itself, Qt would pass the focus on as if somebody had typed: with a ring that nobody asked for."""
    if not yes and button.hasFocus():
        heir.setFocus(button.focus_reason)
    button.setEnabled(yes)
