"""Names that nobody entered, in Chinese: persons by surname, given name and what stands around them; places and bodies.

A surname begins a name where the one or two characters after it can be a given name and the whole is no ordinary word; the
score below weighs how usual the characters are in names, and what stands on either side. Traditional text is read through
its simplified form where one character stands for one. Only ever proposals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from opencc import OpenCC

from app.redaction.detect_words import ChineseWords, chinese_words
from app.redaction.patterns_found import Found
from app.redaction.patterns_view import SLOT, View

_HAN = re.compile(r"[\u3400-\u9fff]")
_TITLES = frozenset(
    (
        "先生 女士 小姐 太太 夫人 同志 老师 师傅 教授 博士 医生 大夫 护士 律师 法官 检察官 警官 警察 书记 主任 科长 处长 局长 所长 队长 厂长 校长 院长 部长"
        " 站长 镇长 乡长 村长 县长 市长 省长 州长 区长 总理 总统 主席 董事长 总经理 经理 老板 会长 社长 班长 组长 连长 营长 团长 政委 委员 干部 秘书 记者"
        " 翻译 保安 管教 狱警 大哥 大姐 哥 姐 叔 伯 姨 婶 嫂 爷爷 奶奶 总 局 处 科 工 队 所 副局长 副主任 副县长 副市长 副书记 阿訇 牧师 神父 活佛 喇嘛 一家 夫妇 等人 二人"
    ).split()
)
_BEFORE = frozenset(
    (
        "村长 书记 主任 科长 处长 局长 所长 队长 厂长 校长 院长 部长 镇长 乡长 县长 市长 省长 总理 总统 主席 董事长 总经理 经理 律师 法官 警官 警察 民警 医生"
        " 教授 老师 记者 翻译 同学 同事 朋友 邻居 弟弟 哥哥 姐姐 妹妹 父亲 母亲 爸爸 妈妈 妻子 丈夫 老婆 老公 儿子 女儿 叔叔 伯伯 舅舅 姑姑 阿姨 堂弟 表哥 表弟"
        " 堂哥 侄子 外甥 孙子 岳父 同志 姓名 名叫 叫做 叫 名为 证人 被告 被告人 嫌疑人 受害人 原告 申请人 村民 官员 党员 干部 商人 老板 代表 组长 男子 女子 我叫 他叫"
        " 和 与 跟 同 及 被 把 给 对 向 找 问 由 让 请 为 是 的 在 了 说 从 、 害 抓 打 见 帮 到 认识 告诉 通知 逮捕 拘留 释放"
    ).split()
)
_AFTER = re.compile(
    "先生|女士|同志|说|说道|告诉|问|讲|表示|认为|回答|指出|承认|声称|的|是|在|被|把|给|对|和|与|跟|同|也|就|都|又|还|从|到|向|了|没|不|来|去|因|于|等|及|或|已|曾|将|于|"
    "出生|生于|毕业|现任|历任|担任|告知|写|打|带|拿|叫|让|请|为|帮|家|要|想|能|会|很|有|则|后|当时|一家|死|离|逃|住|走|开|看|站|坐|送|交|收|签|认|参加|一起|负责|其|所|以|却|便|仍|再|才|并|当|兼|任|做|介绍|提供|两|三|及其|本人|男|女|汉族"
)
_PARTICLES = frozenset("的了是我你他她它们这那在被把不没很就都也和与跟对从到向为以所而且但如果因")
_GREETED = re.compile(
    r"[小老大阿][{surnames}](?![\u3400-\u9fff])|[小老][{surnames}](?=" + _AFTER.pattern + r")|[{surnames}](?:某某?|[婶叔姨嫂])"
    r"|[{surnames}](?:[*＊○×✕□■●█▇]{1,3}|[xX]{1,3}(?![A-Za-z]))[\u3400-\u9fff]?"
)
_DOTTED = re.compile(r"[\u3400-\u9fff]{1,8}(?:[·•・‧][\u3400-\u9fff]{1,10})+")
_DOT_NOISE = re.compile(r"^(?:.*[的了是在和与跟被把给对向叫找说到见请问由从])(?=[\u3400-\u9fff]{2,}[·•・‧])")
_SUFFIX = re.compile(
    r"(?P<place>自治区|自治州|自治县|特别行政区|开发区|工业园区?|新区|街道|社区|小区|胡同|火车站|机场|广场|大街|大道|山庄|宾馆|酒店|饭店|招待所|省|市|县|镇|乡|村|州|旗|盟|区|寨|屯|庄|庙|街|巷|路|港|岛|湖|河|江|山|桥|园)"
    r"|(?P<body>股份有限公司|有限责任公司|有限公司|分公司|子公司|公司|集团|厂|银行|支行|分行|信用社|合作社|事务所|研究院|研究所|设计院|出版社|报社|杂志社|电视台|广播电台|日报|晚报|大学|学院|中学|小学|幼儿园|党校|学校|分校"
    r"|医院|卫生院|诊所|法院|检察院|公安局|公安厅|公安部|派出所|看守所|拘留所|戒毒所|监狱|劳教所|教育营|转化中心|培训中心|国保大队|国保支队|大队|支队|中队|分局|总局|管理局|财政局|税务局|教育局|司法局|信访局|国安局|安全局|局|厅|委员会|村委会|居委会|党委|纪委|政法委|市委|县委|省委|区委|办事处|办公室|政府"
    r"|协会|学会|商会|基金会|联合会|联盟|委|工会|教会|清真寺|寺|教堂|中心|俱乐部|实业|控股|投资|证券|保险|部队|武警|军区|军|兵团|使馆|大使馆|领事馆|商店|超市|工厂|矿|矿业|煤矿|油田|电厂|队|站|部|系|院|所|社|会)"
)
_CUT = frozenset(
    "地得的了是在到从往去来住向离给把被让叫和与跟同及或于我你他她它您们咱这那哪其有就都也又还说问告将为由对以后前时每各某一两二三四五六七八九十几多个名位家些此该本所使派要能会可并而且但因为任職兼经曾至今现已获做做进出回逃抓关押送带见看打找开过着呢吗吧很太最更不没无第因:：，。；！？、,;!?()（）《》「」“”\"'·—-0123456789 \t\n"
)
#: A name that ends in a whole word ("…公司") may hold nearly anything: fewer characters end it, and verbs before it are taken off.
_CUT_LONG = frozenset(
    "的了是在到从往被把给让叫和与跟及或于我你他她您这那哪就都也又还说为由对任问、：，。；！？,;!?()（）《》「」“”\"'—- \t\n"
)
_VERBS = re.compile(
    ".*(?:历任|现任|曾任|担任|兼任|加入|进入|享受|毕业|受聘|出任|就读|创立|参加|来自|前往|送进|送去|关进|关押|逃离|离开|去过|起诉|控告|经过|通过|成立|组织|开办|打电话|派|去|[一二两三四五六七八九十几数]+[个名家座间]|穿着|穿)"
)
_IN_PLACES = frozenset("外内前东西中大后家里元万千百十省市县区镇乡村校厂院部电信路街")
_GENERIC = frozenset(
    "全 本 当 该 这 那 我 他 她 你 每 各 某 外 同 邻 别 小 大 老 新 旧 上 下 东 西 南 北 中 前 后 左 右 里 内 公 一个 几个 两个 农 山 城 乡 市 县 省 当地 全国 国家 人民 中央 地方 有关 相关 政府".split()
)
_NOT_PLACES = frozenset(
    "城市 乡村 农村 山村 省市 县市 乡镇 村镇 城镇 地区 社区 小区 市区 山区 郊区 灾区 区县 街道 道路 公路 铁路 马路 走路 一路 半路 网路 思路 出路 后路 退路 线路 江山 爬山 上山 下山 火山 过河 河山 黄河 长江 花园 公园 校园 果园 庄园 家园 学校 医院 法院 电影院 公司 集团 银行 工厂 部队 军队 排队 组织 学会 社会 机会 开会 大会 会议 协会 不会 只会 才会 都会 就会 也会 将会 总会 误会 体会 约会 聚会 晚会 教会 工会 委会 全部 内部 外部 一部 干部 总部 支部 大部 局部 东部 西部 南部 北部 中部 关系 联系 没关系 体系 系 法院 住院 出院 院 报社 旅社 社 车站 网站 站 当局 结局 局 邮局 车队 部 军 参军 将军 敌军 办公室 中心 内心 政府 超市 上市 门市 股市 本市 全市 我市 该市 县城 本县 全县 我县 本省 全省 外省 各省 本村 全村 我村 我们村 村庄 全镇 本区 该区 区 村 市 县 省 镇 乡 路 街 山 河 江 湖 岛 桥 园 所 厕所 住所 场所 会 队 院 系 社 站 局 厅 委 军 寺 矿 餐厅 客厅 大厅 法庭 家乡 老家 故乡 下乡 城乡 桥 过桥 大桥 香港 机场 广场 市场 现场 立场".split()
)


@lru_cache(maxsize=1)
def _to_simplified() -> OpenCC:
    return OpenCC("t2s")


def _simplified(text: str) -> str:
    plain = str(_to_simplified().convert(text))
    return plain if len(plain) == len(text) else text


@lru_cache(maxsize=1)
def _compiled() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = chinese_words()
    singles = "".join(sorted(s for s in words.surnames if len(s) == 1))
    doubles = "|".join(sorted(s for s in words.surnames if len(s) == 2))
    greeted = re.compile(_GREETED.pattern.replace("{surnames}", singles))
    return re.compile(rf"(?:{doubles})|[{singles}]"), greeted


def chinese_names(view: View) -> list[Found]:
    """Return proposals for persons, places and bodies in the Chinese parts of a view, places in the original text."""
    if not view.has_han:
        return []
    text = _simplified(view.text)
    words = chinese_words()
    pieces = [*_dotted(text), *_persons(text, words), *_greeted(text), *_named_places(text, words), *_suffixed(text, words)]
    out = []
    for start, end, kind, common in pieces:
        first, last = view.span(start, end)
        out.append(Found(first, last, kind, False, common=common, what="chinese"))
    return out


_Piece = tuple[int, int, str, bool]


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _dotted(text: str) -> Iterator[_Piece]:
    for match in _DOTTED.finditer(text):
        start = match.start()
        noise = _DOT_NOISE.match(match.group())
        if noise:
            start += noise.end()
        yield start, match.end(), "person", False


def _greeted(text: str) -> Iterator[_Piece]:
    for match in _compiled()[1].finditer(text):
        yield match.start(), match.end(), "person", False


def _persons(text: str, words: ChineseWords) -> Iterator[_Piece]:
    done = 0
    for match in _compiled()[0].finditer(text):
        start = match.start()
        if start < done:
            continue
        best = max(
            ((_score(text, start, match.end(), length, words), length) for length in (2, 1)),
            key=lambda pair: (pair[0], pair[1]),
        )
        if best[0] >= 3:
            done = match.end() + best[1]
            yield start, done, "person", False
            continue
        title = _title(text, match.end())
        if title and text[start : start + 2] not in words.words and text[max(0, start - 1) : start + 1] not in words.words:
            yield start, match.end() + len(title), "person", False


def _score(text: str, start: int, given: int, length: int, words: ChineseWords) -> int:
    """Return how much speaks for a name of a surname at ``start`` and ``length`` characters from ``given`` on; 3 is enough."""
    end = given + length
    name = text[given:end]
    if len(name) < length or not all(map(_is_han, name)):
        return -9
    if length == 2 and name[1] == text[start] and name[0] == "一":
        return -9  # "谈一谈"
    barred = [char for char in name if char in words.never]
    alone = _alone(text, start, end)
    if barred and not (alone and length == 2 and name[0] not in _PARTICLES and name[1] not in words.never):
        return -9
    surname = text[start:given]
    if alone and text[start:end] not in words.words and not (surname in words.weak and text[start : start + 2] in words.words):
        return 9
    score = 1 if surname in words.weak else 3
    if len(surname) == 2:
        score += 1
    score += sum(1 if char in words.given else -1 for char in name)
    score += _left(text, start, words) + _right(text, end)
    if text[start : start + 2] in words.words and len(surname) == 1:
        score -= 4
    if text[start : start + 3] in words.words:
        score -= 6
    if length == 2 and name in words.words and surname in words.weak:
        score -= 1
    if start and text[start - 1 : start + 1] in words.words:
        score -= 4
    if end < len(text) and text[end - 1 : end + 1] in words.words:
        score -= 2 if length == 2 else 3
    return score


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing but punctuation or space stands on either side, as in a list or a signature."""
    return (start == 0 or not (_is_han(text[start - 1]) or text[start - 1].isalnum())) and (
        end == len(text)
        or not (_is_han(text[end]) or text[end].isalnum())
        or any(text.startswith(t, end) for t in ("先生", "女士", "同志"))
    )


def _left(text: str, start: int, words: ChineseWords) -> int:
    if start == 0 or not _is_han(text[start - 1]):
        return 0 if start and text[start - 1] == SLOT else 1
    return 1 if any(text[max(0, start - length) : start] in _BEFORE for length in (1, 2, 3)) else -1


def _right(text: str, end: int) -> int:
    if end >= len(text) or text[end] == SLOT or not _is_han(text[end]):
        return 1
    return 1 if _AFTER.match(text, end) or _title(text, end) else -1


def _title(text: str, place: int) -> str | None:
    return next((title for length in (3, 2, 4) if (title := text[place : place + length]) in _TITLES), None)


def _named_places(text: str, words: ChineseWords) -> Iterator[_Piece]:
    for match in _places_pattern().finditer(text):
        yield match.start(), match.end(), "place", match.group() in words.common


@lru_cache(maxsize=1)
def _places_pattern() -> re.Pattern[str]:
    words = chinese_words()
    return re.compile("|".join(sorted(words.places | words.common, key=lambda word: (-len(word), word))))


def _suffixed(text: str, words: ChineseWords) -> Iterator[_Piece]:
    """Yield places and bodies by their last word, taken back to a character that cannot stand in a name."""
    for match in _SUFFIX.finditer(text):
        start, end = match.start(), match.end()
        long = end - start > 1
        cut = _CUT_LONG if long else _CUT
        while start > 0 and match.start() - start < 24 and _is_han(text[start - 1]) and text[start - 1] not in cut:
            start -= 1
        if verb := _VERBS.match(text, start, match.start()):
            start = verb.end()
        name, stem = text[start:end], text[start : match.start()]
        common = name in words.common
        if not stem or name in _NOT_PLACES or stem in _GENERIC or (not long and name in words.words and not common):
            continue
        if not long and _is_ordinary(name, stem, match.group(), words):
            continue
        yield start, end, "place" if match["place"] else "organization", common


def _is_ordinary(name: str, stem: str, suffix: str, words: ChineseWords) -> bool:
    """Whether a suffix of one character ends an ordinary word here ("机会", "全部", "马路") and no name."""
    if name[-2:] in words.words or (name[-2:] in _NOT_PLACES and len(name) <= 3):
        return True
    if len(stem) < 2 and suffix not in "省市县镇乡村州区":
        return True
    return len(stem) < 4 and any(char in words.never and char not in _IN_PLACES for char in stem[-2:])
