"""Everything wrong or due with the content, for the staff page: `python -m kiosk.health.content ROOT LANGUAGE`."""

import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from kiosk.errors import N_
from kiosk.health.elsewhere import told_by
from kiosk.i18n.catalogues import DOMAINS, load_catalogue
from kiosk.i18n.languages import SOURCE, available_languages
from kiosk.lessons.library import Library, load_library
from kiosk.lessons.problems import Problem, Severity
from kiosk.settings import cache_folder
from kiosk.staff.content_state import ContentProblem, ContentState, Drafts, Review
from kiosk.staff.health import NotExaminedError

PATIENCE_S = 180.0
"""Every text of every lesson is laid out in every language, to see whether it fits."""


def content_elsewhere(root: Path, language: str) -> ContentState:
    """The state of the content, found out in another process. Raises `NotExaminedError`."""
    told = told_by("-m", __name__, str(root), language, patience_s=PATIENCE_S)
    try:
        return _adapter().validate_json(told)
    except ValidationError as error:
        raise NotExaminedError(
            N_("教材を調べられませんでした。「kiosk check」で確かめてください。")
        ) from error


def content_state(root: Path, language: str) -> ContentState:
    """Raises `ContentError` when nothing can be read at all."""
    from kiosk.fitting import fitting_problems
    from kiosk.i18n.check import check_all

    catalogue = load_catalogue(root, language, cache_folder())
    problems = (*check_all(root), *fitting_problems(root))
    told = [_told(problem, catalogue.tr) for problem in problems if not _is_missing_translation(problem)]
    reviews = _reviews(load_library(root), catalogue.lesson_text)
    return ContentState(_sorted(told), tuple(reviews), tuple(_drafts(root)))


@cache
def _adapter() -> TypeAdapter[ContentState]:
    return TypeAdapter(ContentState)


def _is_missing_translation(problem: Problem) -> bool:
    """Those are told as a number: there may be hundreds."""
    return problem.severity is Severity.WARNING and problem.file.suffix == ".po"


def _told(problem: Problem, translate: Callable[[str], str]) -> ContentProblem:
    return ContentProblem(
        problem.file.as_posix(),
        problem.line,
        problem.severity is Severity.ERROR,
        problem.what.text(translate),
        problem.remedy.text(translate),
    )


def _sorted(problems: list[ContentProblem]) -> tuple[ContentProblem, ...]:
    """Files with grave problems first, and each file's problems together."""
    grave = {problem.file for problem in problems if problem.grave}
    order = sorted(problems, key=lambda one: (one.file not in grave, one.file, not one.grave, one.line))
    return tuple(order)


def _reviews(library: Library, translate: Callable[[str], str]) -> list[Review]:
    found = [
        Review(translate(lesson.title), lesson.review_by, min(source.checked_on for source in lesson.sources))
        for lesson in library.lessons.values()
    ]
    return sorted(found, key=lambda review: (review.review_by, review.title))


def _drafts(root: Path) -> Iterator[Drafts]:
    from kiosk.i18n.update import po_path, read_catalogue

    for language in available_languages(root):
        if language.code == SOURCE:
            continue
        catalogues = [
            read_catalogue(po_path(root, language.code, domain), language.code) for domain in DOMAINS
        ]
        messages = [message for catalogue in catalogues for message in catalogue if message.id]
        translated = [
            message
            for message in messages
            if (any(message.string) if isinstance(message.string, list | tuple) else message.string)
        ]
        drafts = sum(message.fuzzy for message in translated)
        yield Drafts(language.name, len(translated) - drafts, drafts, len(messages) - len(translated))


if __name__ == "__main__":
    state = content_state(Path(sys.argv[1]), sys.argv[2])
    sys.stdout.buffer.write(_adapter().dump_json(state))
