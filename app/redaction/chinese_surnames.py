"""Chinese surnames of two characters, and those that are read otherwise than their character usually is."""

from __future__ import annotations

COMPOUND_SURNAMES = frozenset(
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 司徒 司空 轩辕 宇文 长孙 独孤 南宫 端木 公羊 钟离 申屠 太史 闻人 "
    "濮阳 淳于 单于 呼延 西门 百里 东郭 赫连 澹台 拓跋".split()
)
# Surnames whose reading differs from the character's usual one, or that are spelled in several ways abroad.
SURNAME_READINGS: dict[str, tuple[str, ...]] = {
    "单": ("shan",), "曾": ("zeng", "tsang"), "仇": ("qiu",), "解": ("xie",), "任": ("ren",), "查": ("zha",),
    "盖": ("ge", "gai"), "朴": ("piao", "park"), "区": ("ou",), "乐": ("yue", "le"), "华": ("hua",), "洗": ("xian",),
    "冼": ("xian",), "缪": ("miao",), "宓": ("mi", "fu"), "尉": ("yu", "wei"), "万": ("wan",), "折": ("she",),
    "黑": ("he",), "秘": ("bi",), "种": ("chong",), "繁": ("po",), "员": ("yun",), "长": ("zhang",), "重": ("chong",),
    "吕": ("lu", "lyu", "lv", "lui"), "律": ("lu", "lyu", "lv"), "王": ("wong",), "黄": ("wong", "huang"),
    "陈": ("chan", "chen"), "李": ("lee", "li"), "张": ("cheung", "chang"), "刘": ("lau", "liu"),
    "周": ("chow", "chou"), "吴": ("ng", "wu"), "徐": ("hsu", "tsui"), "谢": ("hsieh", "tse"), "郑": ("cheng",),
    "许": ("hui", "hsu"), "蔡": ("tsai", "choi"), "杨": ("yeung",), "梁": ("leung",), "何": ("ho",), "罗": ("law", "lo"),
    "郭": ("kwok", "kuo"), "叶": ("yip", "yeh"), "林": ("lam",), "冯": ("fung",), "邓": ("tang",), "曹": ("tsao", "cho"),
}  # fmt: skip
# Surnames read in one way only, and not in the character's usual one.
SINGLE_READING = frozenset("单曾仇解任查盖区尉折黑秘种繁员重吕律")
