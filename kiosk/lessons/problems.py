"""What is wrong with a content file: where, what, and what to do."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from kiosk.errors import Message


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """One fault of one file. `line` counts from 1; 0 means the file as a whole. `key` is a path like `steps[2].target`."""

    file: PurePath
    line: int
    key: str
    what: Message
    remedy: Message
    severity: Severity = Severity.ERROR

    def text(self, translate: Callable[[str], str] = str) -> str:
        place = f"{self.file}:{self.line}" if self.line else str(self.file)
        key = f" [{self.key}]" if self.key else ""
        return f"{place}{key} {self.what.text(translate)} {self.remedy.text(translate)}"
