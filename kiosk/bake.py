"""`kiosk voices bake`: the sound of everything the lessons say, made before anybody asks for it."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.errors import N_, Message, NoVoiceError
from kiosk.i18n.edition import Editions
from kiosk.i18n.languages import Language
from kiosk.settings import Settings, cache_folder
from kiosk.speech.baking import Baked, Progress, bake
from kiosk.speech.cache import SoundCache, sound_folder
from kiosk.speech.ranking import rankings
from kiosk.text.ruby import RubyText
from kiosk.ui.ahead import said_in
from kiosk.ui.views import Views
from kiosk.ui.wording import Wording

_BAR = 30
"""Characters."""


def bake_voices(
    root: Path,
    settings: Settings,
    translate: Callable[[str], str],
    progress: Callable[[str], Progress] | None = None,
) -> Iterator[str]:
    """Fill the sound cache, language by language, at the terminal's own speed; what was done, for people.

    `progress` gives what is told of a language by its name; a bar for the command line when nothing is given.
    """
    editions = Editions(root, cache_folder())
    cache = SoundCache(sound_folder())
    ranking_of = rankings(settings, root / "lessons")
    for language in editions.languages:
        try:
            ranking = ranking_of(language.code)
        except NoVoiceError:
            yield Message(N_("{language}：声がありません。"), {"language": language.name}).text(translate)
            continue
        texts = tuple(dict.fromkeys(_texts(editions, language)))
        told = (progress or _bar)(language.name)
        done = bake(texts, language.code, settings.speech_speed, cache, ranking, told)
        yield _told(language, done).text(translate)
    if cache.trouble:
        yield cache.trouble.text(translate)


def _texts(editions: Editions, language: Language) -> Iterator[RubyText]:
    """What the kiosk says in a language: pages and answers of every lesson."""
    edition = editions.edition(language.code)
    words = Wording.of(edition)
    for lesson in editions.library.lessons:
        yield from said_in(Views(edition, words), lesson)


def _told(language: Language, done: Baked) -> Message:
    values = {"language": language.name, "made": done.made, "kept": done.skipped, "failed": len(done.failed)}
    return Message(
        N_(
            "{language}：{made}個の音を作りました。前からあった音は{kept}個、作れなかった文は{failed}個です。"
        ),
        values,
    )


def _bar(name: str) -> Progress:
    """A bar that grows in place on a terminal, and nothing in a log."""

    def show(done: int, of: int) -> None:
        if sys.stderr.isatty():
            full = _BAR * done // max(of, 1)
            end = "\n" if done == of else ""
            sys.stderr.write(f"\r{name} [{'#' * full}{'.' * (_BAR - full)}] {done}/{of}{end}")
            sys.stderr.flush()

    return show
