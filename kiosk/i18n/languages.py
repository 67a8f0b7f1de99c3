"""The languages the kiosk knows by name. A language is offered when `locales/<code>` exists."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import N_, Message, SettingsError

SOURCE = "ja"


@dataclass(frozen=True)
class Language:
    """A BCP 47 code, the language's own name, and its name in Japanese for the staff."""

    code: str
    name: str
    in_japanese: str
    ruby: bool = False


LANGUAGES = (
    Language("ja", "日本語", "にほんご", ruby=True),
    Language("ja@easy", "やさしい日本語", "やさしい にほんご", ruby=True),
    Language("en", "English", "英語"),
    Language("vi", "Tiếng Việt", "ベトナム語"),
    Language("id", "Bahasa Indonesia", "インドネシア語"),
    Language("zh_Hans", "简体中文", "中国語（簡体字）"),
    Language("zh_Hant", "繁體中文", "中国語（繁体字）"),
    Language("ko", "한국어", "韓国語"),
    Language("fil", "Filipino", "フィリピン語"),
    Language("ne", "नेपाली", "ネパール語"),
    Language("my", "မြန်မာဘာသာ", "ミャンマー語"),
    Language("pt", "Português", "ポルトガル語"),
)


def available_languages(root: Path) -> tuple[Language, ...]:
    """Japanese, and every known language that has translations under `root/locales`."""
    return tuple(
        language
        for language in LANGUAGES
        if language.code == SOURCE or (root / "locales" / language.code / "LC_MESSAGES").is_dir()
    )


def offered_or_source(code: str, root: Path) -> tuple[str, tuple[Message, ...]]:
    """The language that was set, or Japanese and why."""
    if code in {language.code for language in available_languages(root)}:
        return code, ()
    return SOURCE, (Message(N_("設定の言語「{code}」は使えないので、日本語で始めます。"), {"code": code}),)


def find_language(code: str, root: Path) -> Language:
    """Raises `SettingsError` for a language that is not offered."""
    offered = available_languages(root)
    for language in offered:
        if language.code == code:
            return language
    codes = "、".join(language.code for language in offered)
    raise SettingsError(N_("言語「{code}」は使えません。使えるのは {codes} です。"), code=code, codes=codes)
