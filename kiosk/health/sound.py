"""Who speaks, what it comes out of, and the sounds that were made before."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.errors import N_, Message
from kiosk.health.devices import device_told
from kiosk.i18n.languages import available_languages
from kiosk.settings import load_settings, settings_file
from kiosk.staff.health import Area, Finding, Mark


def voices(root: Path) -> Iterator[Finding]:
    from kiosk.speech.offline import voice_name
    from kiosk.speech.ranking import rankings

    settings, _ = load_settings(settings_file())
    ranking_of = rankings(settings, root / "lessons")
    for language in available_languages(root):
        voice = voice_name(language.code, ranking_of)
        values = {"language": language.name, "voice": voice}
        if voice:
            yield Finding(Area.VOICES, Message(N_("声：{language}は {voice} が読みます。"), values))
        else:
            what = N_("声：{language}の声がありません。文字だけで進みます。")
            yield Finding(Area.VOICES, Message(what, values), Mark.LACK)


def sound(_root: Path) -> Iterator[Finding]:
    if device := str(device_told("sound")):
        yield Finding(Area.SOUND, Message(N_("音：{device} から出ます。"), {"device": device}))
    else:
        what = N_("音：スピーカーが見つかりません。音なしで動きます。")
        yield Finding(Area.SOUND, Message(what), Mark.LACK)


def kept_sounds(_root: Path) -> Iterator[Finding]:
    from kiosk.speech.cache import SoundCache, sound_folder

    cache = SoundCache(sound_folder())
    if trouble := cache.try_out():
        yield Finding(Area.KEPT_SOUNDS, trouble, Mark.LACK)
    else:
        what = N_("作った音：{megabytes} MB をしまっています。")
        values = {"megabytes": cache.size_bytes // (1024 * 1024)}
        yield Finding(Area.KEPT_SOUNDS, Message(what, values))
