"""Speech without Qt and without a sound device: into a file, and who would speak."""

import contextlib
import os
import wave
from collections.abc import Callable, Iterable
from pathlib import Path

from kiosk.errors import N_, NoVoiceError, OutputError, SettingsError
from kiosk.speech.sound import Sound
from kiosk.speech.utterance import Studio, utterance
from kiosk.speech.voice import Ranking, ranking_for
from kiosk.text.ruby import RubyText


def speech_wav(
    text: RubyText, language: str, speed: float, out: Path, ranking: Ranking | None = None
) -> None:
    """Write the whole text as one WAV file, which appears only when it is complete.

    Without a `ranking` the default voices speak. Raises `NoVoiceError`, `OutputError`, `SpeechError`, or
    `SettingsError` when there is nothing to say.
    """
    studio = Studio(language, ranking or ranking_for(language))
    sounds = (spoken.sound for spoken in utterance(text, studio, speed))
    first = next(sounds, None)
    if first is None:
        raise SettingsError(N_("読み上げる言葉がありません。文字のある文を書いてください。"))
    unfinished = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        _write(unfinished, first, sounds)
        unfinished.replace(out)
    except OSError as error:
        raise OutputError(
            N_(
                "「{path}」に書けません（{detail}）。フォルダーがあるか、書く権限があるかを確かめてください。"
            ),
            path=out,
            detail=error.strerror or str(error),
        ) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


def voice_name(language: str, rankings: Callable[[str], Ranking] = ranking_for) -> str | None:
    """What would speak this language here, best first; None if nothing would."""
    try:
        return "、".join(voice.name for voice in rankings(language).voices)
    except NoVoiceError:
        return None


def _write(file: Path, first: Sound, others: Iterable[Sound]) -> None:
    with file.open("xb") as stream, wave.open(stream, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(first.rate)
        writer.writeframes(first.samples)
        for sound in others:
            writer.writeframes(sound.samples)
