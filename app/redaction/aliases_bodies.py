"""Every way in which a place or an organization on record may be written: whole, and without its generic ending."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from app.redaction.aliases import ARTICLES, HAN, ONLY_HAN, Written, readings
from app.redaction.fold import squeezed

# Generic endings that fall off a place or an organization when people speak of it.
_PLACE_ENDINGS = re.compile(
    r"[\s\-]+(?:natural |administrative )?(?:village|hamlet|neighbou?rhood|community|township|town|district|county|city|"
    r"prefecture|province|region|municipality|autonomous.*|street|subdistrict|road|facility|center|centre|guesthouse|hotel|"
    r"prison|jail|detention cent(?:er|re)|processing cent(?:er|re)|cun|zhen|xiang|xian|shi|sheng|qu)\Z",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    "village hamlet town township district county city prefecture province region municipality state street road new old "
    "central detention prison jail the our".split()
)
_PLACE_ENDINGS_HAN = re.compile(
    r"(?:自然村|行政村|村民小组|村|乡|镇|街道|县|区|市|州|地区|自治州|自治区|省|招待所|看守所|监狱|宾馆|社区|小区)\Z"
)
_PLACE_BEGINNINGS = re.compile(r"\A(?:(?:village|town|city|county|province|district) of)\s+", re.IGNORECASE)
_FIRM_ENDINGS = re.compile(
    r"[\s,]+(?:co\.?|ltd\.?|inc\.?|llc|llp|plc|gmbh|corp\.?|corporation|company|limited|group|holdings?|enterprises?)\.?\Z",
    re.IGNORECASE,
)
_FIRM_ENDINGS_HAN = re.compile(r"(?:有限责任公司|股份有限公司|有限公司|集团|公司|厂|事务所)\Z")

# What a firm does, at the end of its Chinese name: 红松 is left of 红松矿业.
_TRADES_HAN = re.compile(
    r"(?:矿业|实业|科技|贸易|投资|建设|建筑|地产|房地产|电子|化工|能源|食品|药业|医药|纺织|服装|机械|汽车|物流|文化|传媒|教育|旅游|农业|林业|渔业|钢铁|电力|水泥|控股|国际|商贸|网络)+\Z"
)
# What a place or office is in the middle of its name, and what its kind is also called.
_RANK = re.compile(
    r"(?<=\w)[\s-]+(?:county|township|town|city|district|province|prefecture|municipal|village)(?=[\s-]+\w)", re.IGNORECASE
)
_RANK_HAN = re.compile(r"(?<=[\u3400-\u9fff]{2})[省市县區区镇鎮乡鄉](?=[\u3400-\u9fff]{2})")
_OFFICE_HAN = re.compile(r"局\Z|[县市]委会\Z")
_SPELLED_BOTH = (
    ("centre", "center"),
    ("center", "centre"),
    ("neighbour", "neighbor"),
    ("neighbor", "neighbour"),
    ("harbour", "harbor"),
)

SHORTEST_LOCAL_PART = 5
SHORTEST_STREET = 5
_HOUSE = re.compile(
    r"(?:\b(?:no|nr|number|apt|apartment|unit|room|rm|flat|building|block|suite)\b\.?\s*)?#?\b\d+[\w/-]*", re.IGNORECASE
)
_STREET_HAN = re.compile(
    r"(?<=[省市县區区镇鎮乡鄉])[\u3400-\u9fff]{1,6}?(?:路|街|巷|弄|胡同|村|小区|花园|新村|大道)|^[\u3400-\u9fff]{1,6}(?:路|街|巷|弄|胡同)"
)


def place_forms(text: str) -> Iterator[Written]:
    """The written forms of a place: whole, and without its generic ending."""
    text = text.strip()
    yield Written((text,), whole=True, plain=True)
    yield from _also(text)
    core = _PLACE_BEGINNINGS.sub("", text)
    if core != text:
        yield Written((core,))
    while True:
        shorter = _PLACE_ENDINGS.sub("", core).strip(" ,-")
        if shorter == core or not shorter or shorter.lower() in _GENERIC:
            break
        core = shorter
        yield Written((core,))
    if ONLY_HAN.match(text):
        bare = _PLACE_ENDINGS_HAN.sub("", text)
        if bare != text and len(bare) >= 2:
            yield Written((bare,))
        for reading in islice(product(*(readings(char)[:2] for char in bare)), 2):
            if 2 <= len(bare) <= 4:
                yield Written(("".join(reading),), ask=len(bare) < 2)


def organization_forms(text: str) -> Iterator[Written]:
    """The written forms of an organization: whole, without its article, and without the endings of firms."""
    text = ARTICLES.sub("", text.strip())
    yield Written((text,), whole=True, plain=True)
    yield from _also(text)
    core = text
    while True:
        shorter = _FIRM_ENDINGS.sub("", core).strip(" ,-.")
        if shorter == core or not shorter:
            break
        core = shorter
        yield Written((core,))
    if HAN.search(text):
        bare = _FIRM_ENDINGS_HAN.sub("", core)
        if bare != core and len(bare) >= 3:
            yield Written((bare,))
        brand = _TRADES_HAN.sub("", bare)
        if brand != bare and len(brand) >= 2:
            yield Written((brand,), ask=True)


def _also(text: str) -> Iterator[Written]:
    """The same name spelled American or British, and without the rank of the place in its middle: "Linhai Detention Center"."""
    ways = {text}
    for one, other in _SPELLED_BOTH:
        ways |= {re.sub(one, other, way, flags=re.IGNORECASE) for way in ways}
    for way in tuple(ways):
        ways.add(_RANK.sub("", way))
        short = _RANK_HAN.sub("", way)
        ways.add(short)
        if HAN.search(short) and len(office := _OFFICE_HAN.sub("", short)) >= 4:
            ways.add(office)
    yield from (Written((way,), plain=True) for way in sorted(ways - {text}))


def contact_parts(value: str, kind: str | None) -> Iterator[Written]:
    """What of a contact gives somebody away by itself, to be asked about: the street of an address, the name before an @."""
    if kind == "email":
        local = value.split("@", maxsplit=1)[0]
        if len(squeezed(local)) >= SHORTEST_LOCAL_PART:
            yield Written((local,), ask=True)
    elif kind == "address":
        for piece in re.split(r"[,，;；\n]", value):
            street = _HOUSE.sub("", piece).strip()
            if sum(map(str.isalpha, street)) >= SHORTEST_STREET and not HAN.search(street):
                yield Written((street,), ask=True, plain=True)
        for named in _STREET_HAN.finditer(value):
            yield Written((named.group(),), ask=True)
