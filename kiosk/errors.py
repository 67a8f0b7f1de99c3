"""Sentences for people, and the few kinds of expected error.

An expected error is one sentence that says what is wrong and what to do. It is written in
Japanese, the source language, and translated only when it is shown: the packages that raise
errors do not know which language their reader has.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def N_(text: str) -> str:
    """Mark a sentence for the translators without translating it here."""
    return text


def fill(template: str, values: Mapping[str, object]) -> str:
    """Put values into `{name}` placeholders; ruby markup such as `{方|かた}` is left alone."""
    return _PLACEHOLDER.sub(lambda match: str(values.get(match[1], match[0])), template)


@dataclass(frozen=True)
class Message:
    """A sentence for people: a template in Japanese, and what belongs into its placeholders.

    A value that is a message itself is translated with it.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, translate: Callable[[str], str] = str) -> str:
        values = {
            name: value.text(translate) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return fill(translate(self.template), values)


class KioskError(Exception):
    """Something expected went wrong; the message says what, and what to do."""

    exit_code = 2

    def __init__(self, template: str, **values: object) -> None:
        self.message = Message(template, values)
        super().__init__(self.message.text())


class ContentError(KioskError):
    """Lessons, city data or translations cannot be used at all."""


class SettingsError(KioskError):
    """The terminal's settings or a command's arguments are wrong."""


class OutputError(KioskError):
    """A file asked for cannot be written."""


class LinkError(KioskError):
    """An address may not become a QR code."""


class NoVoiceError(KioskError):
    """There is no voice for this language here."""

    exit_code = 3
