"""Latin letters in a Japanese text: QR キューアール, iPhone アイフォーン, saikai サイカイ, www.city.example.jp."""

import re

from kiosk.text.numbers import one_by_one

_NAMES = """エー ビー シー ディー イー エフ ジー エイチ アイ ジェー ケー エル エム
エヌ オー ピー キュー アール エス ティー ユー ブイ ダブリュー エックス ワイ ゼット"""
_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", _NAMES.split(), strict=True))

_WORDS = {
    "alt": "オルト",
    "android": "アンドロイド",
    "app": "アップ",
    "apple": "アップル",
    "bluetooth": "ブルートゥース",
    "cancel": "キャンセル",
    "card": "カード",
    "chrome": "クローム",
    "code": "コード",
    "cups": "カップス",
    "data": "データ",
    "digital": "デジタル",
    "done": "ダン",
    "e-mail": "イーメール",
    "e-tax": "イータックス",
    "edge": "エッジ",
    "eltax": "エルタックス",
    "email": "イーメール",
    "espeak": "イースピーク",
    "example": "エグザンプル",
    "excel": "エクセル",
    "facebook": "フェイスブック",
    "fax": "ファックス",
    "felica": "フェリカ",
    "git": "ギット",
    "gmail": "ジーメール",
    "google": "グーグル",
    "help": "ヘルプ",
    "home": "ホーム",
    "hz": "ヘルツ",
    "icloud": "アイクラウド",
    "image": "イメージ",
    "instagram": "インスタグラム",
    "ipad": "アイパッド",
    "iphone": "アイフォーン",
    "j-alert": "ジェイアラート",
    "j-lis": "ジェイリス",
    "jpeg": "ジェイペグ",
    "kiosk": "キオスク",
    "kyoto": "キョウト",
    "lan": "ラン",
    "line": "ライン",
    "mail": "メール",
    "maps": "マップ",
    "menu": "メニュー",
    "microsoft": "マイクロソフト",
    "mobile": "モバイル",
    "myna": "マイナ",
    "name": "ネーム",
    "net": "ネット",
    "news": "ニュース",
    "nimoca": "ニモカ",
    "note": "ノート",
    "off": "オフ",
    "ok": "オーケー",
    "on": "オン",
    "one": "ワン",
    "online": "オンライン",
    "osaka": "オオサカ",
    "page": "ページ",
    "pay": "ペイ",
    "paypay": "ペイペイ",
    "pin": "ピン",
    "play": "プレイ",
    "plus": "プラス",
    "pro": "プロ",
    "readme": "リードミー",
    "safari": "サファリ",
    "sim": "シム",
    "site": "サイト",
    "store": "ストア",
    "suica": "スイカ",
    "tel": "デンワ",
    "test": "テスト",
    "time": "タイム",
    "tokyo": "トウキョウ",
    "touch": "タッチ",
    "type": "タイプ",
    "ver": "バージョン",
    "video": "ビデオ",
    "web": "ウェブ",
    "webp": "ウェッピー",
    "wi-fi": "ワイファイ",
    "wifi": "ワイファイ",
    "windows": "ウィンドウズ",
    "yahoo": "ヤフー",
    "yaml": "ヤムル",
    "youtube": "ユーチューブ",
    "zoom": "ズーム",
}

_HOST_LABELS = {
    "www": "ダブリューダブリューダブリュー",
    "go": "ジーオー",
    "co": "シーオー",
    "or": "オーアール",
    "ne": "エヌイー",
    "com": "コム",
    "org": "オルグ",
    "info": "インフォ",
    "city": "シティー",
    "town": "タウン",
    "pref": "プレフ",
    "mynumbercard": "マイナンバーカード",
}
_MARKS = {
    ".": "ドット",
    "-": "ハイフン",
    "_": "アンダーバー",
    "+": "プラス",
    "@": "アットマーク",
    "%": "パーセント",
}

_ROWS = {
    **{"": "アイウエオ", "k": "カキクケコ", "s": "サシスセソ", "t": "タチツテト", "n": "ナニヌネノ"},
    **{"h": "ハヒフヘホ", "m": "マミムメモ", "r": "ラリルレロ", "g": "ガギグゲゴ", "z": "ザジズゼゾ"},
    **{"d": "ダヂヅデド", "b": "バビブベボ", "p": "パピプペポ"},
}
_GLIDES = {
    **{"ky": "キ", "sy": "シ", "sh": "シ", "ty": "チ", "ch": "チ", "ny": "ニ", "hy": "ヒ", "my": "ミ"},
    **{"ry": "リ", "gy": "ギ", "zy": "ジ", "jy": "ジ", "j": "ジ", "by": "ビ", "py": "ピ"},
}
_SYLLABLES = {
    **{row + vowel: kana for row, line in _ROWS.items() for vowel, kana in zip("aiueo", line, strict=True)},
    **{row + vowel: kana + small for row, kana in _GLIDES.items() for vowel, small in zip("auo", "ャュョ", strict=True)},
    **{"shi": "シ", "chi": "チ", "tsu": "ツ", "fu": "フ", "ji": "ジ", "ya": "ヤ", "yu": "ユ", "yo": "ヨ", "wa": "ワ"},
}  # fmt: skip
_ROMAJI = re.compile(
    r"(?P<doubled>k(?=k)|s(?=s)|t(?=t|ch)|p(?=p))"
    rf"|(?P<syllable>{'|'.join(sorted(_SYLLABLES, key=len, reverse=True))})"
    r"|(?P<nasal>n(?![aiueoy])|m(?=[bmp]))"
)
_ADDRESS_PARTS = re.compile(r"[a-z]+|\d+|[.@_+%-]", re.ASCII)


def spelled(text: str) -> str:
    """ASCII letters and digits by their names, one after the other."""
    return "".join(_LETTERS[sign] if sign in _LETTERS else one_by_one(sign) for sign in text.lower())


def known(word: str) -> str:
    """How a word of the table is said, empty for any other."""
    return _WORDS.get(word.lower(), "")


def latin(word: str) -> str:
    """A run of ASCII letters: as a known word, as romaji of three letters or more, else by its letters."""
    if known(word):
        return known(word)
    is_romaji = len(word) > 2 and (word.islower() or word.istitle())
    return (romaji(word) if is_romaji else "") or spelled(word)


def romaji(word: str) -> str:
    """Katakana of a word that consists of Japanese syllables only (Hepburn or Kunrei), empty for any other."""
    word, kana, position = word.lower(), "", 0
    while match := _ROMAJI.match(word, position):
        syllable = match["syllable"]
        kana += _SYLLABLES[syllable] if syllable else "ッ" if match["doubled"] else "ン"
        position = match.end()
    return kana if position == len(word) and kana[:1] not in ("ン", "ッ") else ""


def address(text: str) -> str:
    """A host or a mail address, without scheme and path, as one tells it to a person."""
    return "".join(_address_part(part) for part in _labels(text.lower()))


def _labels(text: str) -> list[str]:
    """Labels of the table that hold a hyphen (e-tax) stay whole."""
    return [
        part
        for label in re.split(r"([.@])", text)
        for part in ([label] if known(label) else _ADDRESS_PARTS.findall(label))
    ]


def _address_part(part: str) -> str:
    if part.isdigit():
        return one_by_one(part)
    return _MARKS.get(part) or _HOST_LABELS.get(part) or latin(part)
