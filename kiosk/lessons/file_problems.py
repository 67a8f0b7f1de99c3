"""The problems of one content file, each with the line of its key."""

from dataclasses import dataclass, field
from pathlib import PurePath

from kiosk.errors import Message
from kiosk.lessons.problems import Problem, Severity
from kiosk.lessons.yaml_reader import Document, Key, key_text


@dataclass
class FileProblems:
    """Collects them; `path` is how the file is shown to its author."""

    path: PurePath
    document: Document
    problems: list[Problem] = field(default_factory=list)

    def add(
        self, key: Key, what: str, remedy: str, severity: Severity = Severity.ERROR, **values: object
    ) -> None:
        """Both templates get the same values."""
        self.tell(key, Message(what, values), Message(remedy, values), severity)

    def tell(self, key: Key, what: Message, remedy: Message, severity: Severity = Severity.ERROR) -> None:
        line = self.document.line(key)
        self.problems.append(Problem(self.path, line, key_text(key), what, remedy, severity))
