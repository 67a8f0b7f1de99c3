"""What is counted, and how number and counter change each other: 30分 サンジュッ・ぷん, 3階 サン・がい.

Source of the forms: NHK ことばのハンドブック, 助数詞; words that cannot be divided (一人, 二十日) after the
appendix (付表) of 常用漢字表, https://www.bunka.go.jp/kokugo_nihongo/sisaku/joho/joho/kijun/naikaku/kanji/
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

K = "一六八十百"
"""Where a number is doubled before か行 and は行: イッカイ, ロッカイ, ハッカイ, ジュッカイ, ヒャッカイ."""
S = "一八十"
"""Where it is doubled before さ行 and た行: イッサイ, ハッサイ, ジュッサイ."""

_POPPED = str.maketrans("はひふへほ", "ぱぴぷぺぽ")
_VOICED = str.maketrans(
    "かきくけこさしすせそたちつてとはひふへほ", "がぎぐげござじずぜぞだぢづでどばびぶべぼ"
)


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter's kana, and what happens between it and a number.

    Keys are what the number ends in (`numbers.last_place`): `doubled` doubles the number's end, `popped`
    turns は into ぱ, `voiced` か into が; `ends` are other names of a last digit, `whole` of a whole number.
    Before a character of `unlike` it is the beginning of another word: 通知, 個人.
    """

    kana: str
    doubled: str = ""
    popped: str = ""
    voiced: str = ""
    ends: Mapping[str, str] = field(default_factory=dict)
    whole: Mapping[str, str] = field(default_factory=dict)
    unlike: str = ""

    def after(self, place: str) -> str:
        """The counter's kana behind a number that ends in `place`."""
        if place in self.popped:
            return self.kana[0].translate(_POPPED) + self.kana[1:]
        return self.kana[0].translate(_VOICED) + self.kana[1:] if place in self.voiced else self.kana


@dataclass(frozen=True, slots=True)
class Suffix:
    """A character that belongs to the counter it stands `behind`, unless a character of `unlike` follows."""

    kana: str
    behind: str
    unlike: str = ""


YO = {"四": "ヨ"}
HOURS = {"〇": "レイ", "四": "ヨ", "七": "シチ", "九": "ク"}
ZERO = {"〇": "レイ"}
ONE_TWO = {"1": "ヒト", "2": "フタ"}
NATIVE = dict(
    zip("123456789", ("ヒト", "フタ", "ミッ", "ヨッ", "イツ", "ムッ", "ナナ", "ヤッ", "ココノ"), strict=True)
)
_DAYS = ("ミッ", "ヨッ", "イツ", "ムイ", "ナノ", "ヨウ", "ココノ", "トオ")

DAY = Counter(
    "か", ends={"四": "ヨッ"}, whole={str(day): name for day, name in enumerate(_DAYS, start=3)}, unlike="本"
)
"""日 behind 3 to 10 and whatever ends in 4; behind the rest it is にち."""

GROUPS = {
    "2日": "ふつか",
    "20日": "はつか",
    "20歳": "はたち",
    "20才": "はたち",
    "1人": "ひとり",
    "2人": "ふたり",
}
"""Numbers with counters that cannot be divided."""

LARGE = {
    "十": Counter("じゅう"),
    "百": Counter("ひゃく", "六八", popped="六八", voiced="三"),
    "千": Counter("せん", "一八", voiced="三"),
    "万": Counter("まん"),
    "億": Counter("おく"),
    "兆": Counter("ちょう", S),
}
"""Places of a number that is half digits, half kanji: 3万5千円."""

SUFFIXES = {
    "間": Suffix("かん", behind="日週時年分秒月", unlike="際違柄"),
    "目": Suffix(
        "め",
        behind="日週年月間時分回番号階段個件軒校桁歳冊足社点通頭店本杯匹歩泊人名枚台行問組つ所位",
        unlike="標的次録線立",
    ),
    "後": Suffix("ご", behind="日週時年分秒月間回", unlike="半期ろ"),
    "分": Suffix("ぶん", behind="人日回月年円個枚歳食名前度割間", unlike="割類析野別担岐"),
    "半": Suffix("はん", behind="年月日時間", unlike="分年額角"),
    "頃": Suffix("ごろ", behind="年月日時分秒"),
    "末": Suffix("まつ", behind="年月度週"),
    "生": Suffix("せい", behind="年", unlike="活命産徒物"),
    "玉": Suffix("だま", behind="円"),
    "札": Suffix("さつ", behind="円"),
    "建": Suffix("だ", behind="階"),
    "代": Suffix("だい", behind="歳"),
    "台": Suffix("だい", behind="時円"),
    "組": Suffix("ぐみ", behind="人"),
    "暮": Suffix("ぐ", behind="人"),
}
"""What would be read otherwise if it stood alone: 3日間, 2回目, 5年後."""

_CHANGING = {
    "つ": Counter("つ", whole=NATIVE),
    "日": Counter("にち", ends={"七": "シチ", "九": "ク"}, unlike="本記程常用曜時陰"),
    "月": Counter("がつ", ends={"四": "シ", "七": "シチ", "九": "ク"}, unlike="曜給額々謝"),
    "年": Counter("ねん", ends=YO, unlike="齢金収賀輩"),
    "年度": Counter("ねんど", ends=YO),
    "年代": Counter("ねんだい", ends=YO),
    "時": Counter("じ", ends=HOURS, unlike="刻点期代折計差報"),
    "分": Counter("ふん", K, popped=K + "三四千万", unlike="割類野析別担岐数"),
    "週": Counter("しゅう", S),
    "周": Counter("しゅう", S, unlike="知辺囲"),
    "円": Counter("えん", ends=YO, unlike="滑"),
    "人": Counter("にん", ends=YO, unlike="口権数名生物間事件気体"),
    "人前": Counter("にんまえ", ends=YO),
    "回": Counter("かい", K, unlike="線答収覧"),
    "階": Counter("かい", K, voiced="三", unlike="段層"),
    "個": Counter("こ", K, unlike="人別室々性"),
    "件": Counter("けん", K, unlike="名"),
    "軒": Counter("けん", K, voiced="三"),
    "戸": Counter("こ", K, unlike="籍建別"),
    "校": Counter("こう", K, unlike="長区舎"),
    "項": Counter("こう", K, unlike="目"),
    "項目": Counter("こうもく", K),
    "区": Counter("く", K, unlike="域分長役間画別"),
    "級": Counter("きゅう", K),
    "期": Counter("き", K, unlike="間限日"),
    "館": Counter("かん", K, unlike="内長"),
    "桁": Counter("けた", "一六十百", whole=ONE_TWO),
    "か月": Counter("かげつ", K),
    "カ月": Counter("カげつ", K),
    "か所": Counter("かしょ", K),
    "カ所": Counter("カしょ", K),
    "か国": Counter("かこく", K),
    "カ国": Counter("カこく", K),
    **{f"{small}月": Counter("かげつ", K) for small in "ヶヵケ箇"},
    **{f"{small}所": Counter("かしょ", K) for small in "ヶヵケ箇"},
    **{f"{small}国": Counter("かこく", K) for small in "ヶヵケ箇"},
    "歳": Counter("さい", S),
    "才": Counter("さい", S, unlike="能"),
    "冊": Counter("さつ", S, unlike="子"),
    "世帯": Counter("せたい", S),
    "世紀": Counter("せいき", S),
    "種類": Counter("しゅるい", S),
    "種": Counter("しゅ", S, unlike="類別目"),
    "着": Counter("ちゃく", S, unlike="信払席陸地任替衣物用"),
    "等": Counter("とう", S, unlike="級分号"),
    "隻": Counter("せき", S),
    "箱": Counter("はこ", whole=ONE_TWO),
    "皿": Counter("さら", whole=ONE_TWO),
    "足": Counter("そく", S, voiced="三", unlike="元腰首"),
    "社": Counter("しゃ", S, unlike="会員長保"),
    "食": Counter("しょく", S, unlike="事品料堂器中費"),
    "席": Counter("せき", S),
    "点": Counter("てん", S, ends=ZERO, unlike="検字滅線"),
    "通": Counter("つう", S, unlike="知信行学帳話勤常報"),
    "丁目": Counter("ちょうめ", S),
    "頭": Counter("とう", S, unlike="部"),
    "棟": Counter("とう", S),
    "店": Counter("てん", S, unlike="舗員頭"),
    "店舗": Counter("てんぽ", S),
    "本": Counter("ほん", K, popped=K, voiced="三千", unlike="人日当庁市校店体"),
    "杯": Counter("はい", K, popped=K, voiced="三千"),
    "匹": Counter("ひき", K, popped=K, voiced="三千"),
    "票": Counter("ひょう", K, popped=K, voiced="三千"),
    "歩": Counter("ほ", K, popped=K + "三四千", unlike="行道"),
    "泊": Counter("はく", K, popped=K + "三四"),
    "部屋": Counter("へや", whole=ONE_TWO),
    "口": Counter("くち", whole=ONE_TWO, unlike="座頭"),
    "袋": Counter("ふくろ", whole=ONE_TWO),
    "文字": Counter("もじ", whole={"1": "ヒト"}),
    "度": Counter("ど", ends=ZERO, unlike="数"),
    "℃": Counter("ド", ends=ZERO),
}

_STEADY = {
    "秒": Counter("びょう"),
    "名": Counter("めい", unlike="前称簿字義"),
    "番": Counter("ばん", unlike="組号"),
    "番地": Counter("ばんち"),
    "号": Counter("ごう"),
    "号室": Counter("ごうしつ"),
    "段": Counter("だん", unlike="階"),
    "段階": Counter("だんかい"),
    "枚": Counter("まい"),
    "錠": Counter("じょう", unlike="剤"),
    "畳": Counter("じょう"),
    "台": Counter("だい", unlike="風帳所"),
    "代": Counter("だい", unlike="表理金"),
    "部": Counter("ぶ", unlike="屋分品門署"),
    "割": Counter("わり", unlike="合"),
    "割引": Counter("わりびき"),
    "倍": Counter("ばい", unlike="率"),
    "位": Counter("い", unlike="置"),
    "行": Counter("ぎょう", unlike="政事動為列き"),
    "問": Counter("もん", unlike="い題合"),
    "条": Counter("じょう", unlike="例件約"),
    "組": Counter("くみ", unlike="合織み"),
    "便": Counter("びん", unlike="利"),
    "地区": Counter("ちく"),
    "言語": Counter("げんご"),
    "学期": Counter("がっき"),
    "次": Counter("じ", unlike="の回"),
}

_LOANS = {
    "ページ": Counter("ページ", "十"),
    "センチ": Counter("センチ", S),
    "キロ": Counter("キロ", "六十百"),
    "パーセント": Counter("パーセント", S),
    "ポイント": Counter("ポイント", "十"),
}

_UNITS = {
    "km": Counter("キロメートル", "六十百"),
    "cm": Counter("センチメートル", S),
    "mm": Counter("ミリメートル"),
    "m": Counter("メートル"),
    "kg": Counter("キログラム", "六十百"),
    "mg": Counter("ミリグラム"),
    "g": Counter("グラム"),
    "t": Counter("トン", S),
    "L": Counter("リットル"),
    "l": Counter("リットル"),
    "mL": Counter("ミリリットル"),
    "ml": Counter("ミリリットル"),
    "KB": Counter("キロバイト", "六十百"),
    "MB": Counter("メガバイト"),
    "GB": Counter("ギガバイト"),
    "TB": Counter("テラバイト", S),
    "KiB": Counter("キビバイト", "六十百"),
    "MiB": Counter("メビバイト"),
    "GiB": Counter("ギビバイト"),
    "Hz": Counter("ヘルツ", "十"),
    "W": Counter("ワット"),
    "V": Counter("ボルト"),
    "%": Counter("パーセント", S),
    "°C": Counter("ド", ends=ZERO),
    "m²": Counter("ヘイホウメートル"),
    "㎡": Counter("ヘイホウメートル"),
    "㎞": Counter("キロメートル", "六十百"),
    "㎝": Counter("センチメートル", S),
    "㎜": Counter("ミリメートル"),
    "㎏": Counter("キログラム", "六十百"),
}

COUNTERS: Mapping[str, Counter] = {**_CHANGING, **_STEADY, **_LOANS, **_UNITS}
