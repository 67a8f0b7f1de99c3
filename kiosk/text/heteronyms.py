"""Words of one spelling and several readings."""

from collections.abc import Mapping

_ON_ROHAN = """
一声 主 云っ 人徳 供 俗化 免れる 古寺 君 否 喧しい 園 埋めれ 夏帆 寒 幸子
弦 強い 後 怒り 戯言 抱い 拘っ 拵える 捻り 日 早急 泡沫 洞穴 流砂 燃し 留まっ
空く 紅 細々 紺屋 絶し 羊肉 脛 蕃山 血脈 被る 読本 逝き 造作 過っ 遣っ 鋸
間 集っ 風 験 鳩尾
"""
SUDACHI_KNOWS = frozenset(_ON_ROHAN.split())
"""Words that Sudachi read right on ROHAN wherever Open JTalk did not, and never the other way round."""

_TABLE = """
方 かた ほう
上手 じょうず うわて かみて
下手 へた したて しもて
市場 しじょう いちば
今日 きょう こんにち
明日 あした あす みょうにち
昨日 きのう さくじつ
一日 いちにち ついたち
行っ いっ おこなっ
開く ひらく あく
開き ひらき あき
開い ひらい あい
開か ひらか あか
開け あけ ひらけ
後 あと ご うしろ のち
間 あいだ ま かん
家 いえ うち や
入る はいる いる
入り はいり いり
入っ はいっ いっ
入ら はいら いら
入れ いれ はいれ
何 なに なん
人気 にんき ひとけ
大人 おとな たいじん
生物 せいぶつ なまもの
色紙 しきし いろがみ
一人 ひとり いちにん
二人 ふたり ににん
一時 いちじ いっとき ひととき
一月 いちがつ ひとつき
分 ふん ぶん
表 ひょう おもて
上 うえ かみ じょう
下 した しも もと
外 そと ほか がい
中 なか ちゅう じゅう
角 かど つの かく
金 かね きん
空 そら から
数 かず すう
辛い からい つらい
止める とめる やめる
止め とめ やめ
止ま とま やま
描く かく えがく
他 ほか た
注ぐ そそぐ つぐ
通っ とおっ かよっ
被る かぶる こうむる
汚れ よごれ けがれ
怒る おこる いかる
抱く だく いだく
仮名 かな かめい
工夫 くふう こうふ
最中 さいちゅう もなか
寒気 さむけ かんき
風車 ふうしゃ かざぐるま
背筋 せすじ はいきん
変化 へんか へんげ
利益 りえき りやく
日本 にほん にっぽん
私 わたし わたくし
皆 みんな みな
良い よい いい
七 しち なな
四 よん し
"""

READINGS: Mapping[str, tuple[str, ...]] = {
    word: tuple(readings) for word, *readings in (line.split() for line in _TABLE.split("\n") if line)
}
"""Words whose reading a person should settle, and the readings they commonly have."""
