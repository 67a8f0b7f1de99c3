"""Who speaks which language and what was made before, for the staff page: `python -m kiosk.health.voices ROOT LANGUAGE`."""

import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from kiosk.errors import N_, Message
from kiosk.health.elsewhere import told_by
from kiosk.i18n.catalogues import load_catalogue
from kiosk.i18n.edition import Editions
from kiosk.i18n.languages import Language
from kiosk.settings import Settings, cache_folder, load_settings, settings_file
from kiosk.speech.cache import SoundCache, sound_folder
from kiosk.speech.ranking import candidates
from kiosk.speech.utterance import Studio
from kiosk.speech.voice import Ranking, SpeechError
from kiosk.staff.health import NotExaminedError
from kiosk.staff.voices_state import VoicesOfLanguage, VoicesState
from kiosk.ui.ahead import said_in
from kiosk.ui.views import Views
from kiosk.ui.wording import Wording

PATIENCE_S = 120.0


def voices_elsewhere(root: Path, language: str) -> VoicesState:
    """Found out in another process: a voice's dictionary takes much memory. Raises `NotExaminedError`."""
    told = told_by("-m", __name__, str(root), language, patience_s=PATIENCE_S)
    try:
        return _adapter().validate_json(told)
    except ValidationError as error:
        raise NotExaminedError(
            N_("声を調べられませんでした。少し待ってから、もう一度ためしてください。")
        ) from error


def voices_state(root: Path, language: str) -> VoicesState:
    """Raises `ContentError` when there is no content."""
    translate = load_catalogue(root, language, cache_folder()).tr
    editions = Editions(root, cache_folder())
    settings, _ = load_settings(settings_file())
    languages = tuple(_of(one, editions, root, settings, translate) for one in editions.languages)
    cache_ = SoundCache(sound_folder())
    megabytes = 0 if cache_.try_out() else cache_.size_bytes // (1024 * 1024)
    return VoicesState(languages, megabytes)


@cache
def _adapter() -> TypeAdapter[VoicesState]:
    return TypeAdapter(VoicesState)


def _of(
    language: Language, editions: Editions, root: Path, settings: Settings, translate: Callable[[str], str]
) -> VoicesOfLanguage:
    found = tuple(candidates(settings.voices, root / "lessons", language.code))
    voices = tuple(one.found for one in found if not isinstance(one.found, Message))
    # Few lessons have recordings: their absence is nothing to tell while another voice speaks.
    lacks = tuple(
        one.found.text(translate)
        for one in found
        if isinstance(one.found, Message) and not (voices and one.name == "recorded")
    )
    kept = _kept(editions, language, Ranking(voices), settings.speech_speed) if voices else iter(())
    names = tuple(voice.name for voice in voices)
    return VoicesOfLanguage(
        language.code, language.name, names, lacks, sum(kept), len(editions.library.lessons)
    )


def _kept(editions: Editions, language: Language, ranking: Ranking, speed: float) -> Iterator[bool]:
    """For each lesson, whether all it says was made before at the terminal's own speed."""
    edition = editions.edition(language.code)
    views = Views(edition, Wording(edition.catalogue, editions.readings))
    studio = Studio(language.code, ranking, SoundCache(sound_folder()))
    for lesson in editions.library.lessons:
        yield all(_is_kept(studio, views, lesson, speed))


def _is_kept(studio: Studio, views: Views, lesson: str, speed: float) -> Iterator[bool]:
    for text in said_in(views, lesson):
        try:
            yield all(studio.has(chunk, speed) for chunk in studio.chunks(text))
        except SpeechError:
            continue  # no voice manages it: there is nothing to be kept


if __name__ == "__main__":
    state = voices_state(Path(sys.argv[1]), sys.argv[2])
    sys.stdout.buffer.write(_adapter().dump_json(state))
