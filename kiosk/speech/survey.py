"""What serves each language on this terminal, how well and how fast; and a lesson's lines to record."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.errors import N_, KioskError, Message
from kiosk.i18n.languages import available_languages
from kiosk.i18n.recordings import Script
from kiosk.settings import Settings
from kiosk.speech.ranking import Candidate, candidates
from kiosk.speech.recorded import Recorded
from kiosk.speech.voice import Voice, is_japanese
from kiosk.text.ruby import parse_ruby

Translate = Callable[[str], str]

_JAPANESE = parse_ruby(
    "{画面|がめん}の「つぎへ」を{押|お}すと、{次|つぎ}の{手順|てじゅん}に{進|すす}みます。"
)
_NUMBERS = parse_ruby("1, 2, 3, 4, 5, 6, 7, 8, 9, 10.")
"""Every engine reads numbers in its own language."""

_QUALITY = {"recorded": N_("人の声"), "openjtalk": N_("日本語の読みを辞書どおりに話す声")}
_MACHINE = N_("機械の声")
_SILENT = N_("声がありません。文字だけで進みます。")


def survey(root: Path, settings: Settings, translate: Translate) -> Iterator[str]:
    """Lines for people: each language, then its voices, best first. Every engine speaks a sentence for it."""
    for language in available_languages(root):
        yield f"{language.name} ({language.code})"
        found = tuple(candidates(settings.voices, root / "lessons", language.code))
        for one in found:
            yield f"  {_line(one, language.code, translate)}"
        if all(isinstance(one.found, Message) for one in found):
            yield f"  ×  {translate(_SILENT)}"


def script_table(script: Script, translate: Translate) -> Iterator[str]:
    """Lines for people: what is recorded (○), what can be (・), and which files fit nothing (×)."""
    for line in script.lines:
        yield f"{'○' if line.recording else '・'}  {line.fingerprint}  {line.text}"
    for file in script.left_over:
        yield "×  " + Message(N_("{file} に合う文がありません。"), {"file": file}).text(translate)
    recorded = sum(line.recording is not None for line in script.lines)
    what = N_("録音 {recorded} / {all} 文。録音のファイルの名前は、8文字の番号で始めてください。")
    yield Message(what, {"recorded": recorded, "all": len(script.lines)}).text(translate)


def _line(one: Candidate, language: str, translate: Translate) -> str:
    if isinstance(one.found, Message):
        return f"△  {one.found.text(translate)}"
    quality = translate(_QUALITY.get(one.name, _MACHINE))
    if isinstance(one.found, Recorded):
        what = N_("録音のファイルが {count} 個。合う文は「kiosk voices script」で確かめられます。")
        return f"○  {quality}: {Message(what, {'count': len(one.found.files)}).text(translate)}"
    try:
        told = _measured(one.found, language)
    except KioskError as error:
        return f"×  {quality}: {one.found.name}: {error.message.text(translate)}"
    return f"○  {quality}: {one.found.name}: {told.text(translate)}"


def _measured(voice: Voice, language: str) -> Message:
    """How long a sentence takes; the one before it, which loads the voice, does not count. Raises `SpeechError`."""
    sample = _JAPANESE if is_japanese(language) else _NUMBERS
    voice.speak(sample, 1.0)
    began = time.perf_counter()
    sound = voice.speak(sample, 1.0)
    took = time.perf_counter() - began
    values = {
        "sound": f"{sound.seconds:.1f}",
        "took": f"{took:.2f}",
        "factor": f"{took / max(sound.seconds, 0.1):.3f}",
    }
    return Message(N_("{sound} 秒の音を {took} 秒で作ります（実時間の {factor} 倍）。"), values)
