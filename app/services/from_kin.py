"""What somebody is to the witness, where the words before a name say so: "my brother Han Guoliang", 我弟弟韩国良.

Only of the witness's own people ("my"), and only where a name follows; the words are kept as they were said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_OF_AGE = r"(?:(?:older|elder|younger|little|big|eldest|oldest|youngest|twin|half|step)[ -])?"
_KIN = (
    "brother|sister|father|mother|wife|husband|son|daughter|uncle|aunt|cousin|nephew|niece|grandfather|grandmother|grandson|"
    "granddaughter|stepfather|stepmother|stepson|stepdaughter"
)
_OTHERS = {"friend": "friend", "colleague": "colleague", "lawyer": "lawyer", "interpreter": "interpreter"}
_ENGLISH = re.compile(
    rf"my\s+(?P<as>{_OF_AGE}(?:(?P<kin>{_KIN})(?:-in-law)?|(?P<other>{'|'.join(_OTHERS)})))\s*,?\s+(?P<name>[^\W\d_].*)",
    re.IGNORECASE | re.DOTALL,
)
_CHINESE_KIN = (
    "弟弟|哥哥|兄弟|大哥|二哥|姐姐|妹妹|父亲|母亲|爸爸|妈妈|妻子|老婆|太太|丈夫|老公|儿子|女儿|叔叔|伯伯|伯父|舅舅|姑姑|姑妈|阿姨|姨妈|"
    "爷爷|奶奶|外公|外婆|孙子|孙女|表哥|表弟|表姐|表妹|堂哥|堂弟|堂姐|堂妹|侄子|侄女|外甥|岳父|岳母|公公|婆婆|嫂子|姐夫|妹夫|"
    "哥|弟|姐|妹|爸|妈"
)
_CHINESE_OTHERS = {"朋友": "friend", "同事": "colleague", "律师": "lawyer", "翻译": "interpreter"}
_CHINESE = re.compile(
    rf"我的?(?P<as>(?P<kin>{_CHINESE_KIN})|(?P<other>{'|'.join(_CHINESE_OTHERS)}))，?(?P<name>[\u3400-\u9fff·]{{2,8}})"
)


@dataclass(frozen=True, slots=True)
class Kin:
    """``as_``: the words for it, "" where they say nothing; ``role`` one of the vocabulary; ``name`` the words without it."""

    name: str
    as_: str = ""
    role: str = ""


def kin_in(words: str) -> Kin:
    """What the words say of whoever they name."""
    text = " ".join(words.split())
    found = _ENGLISH.fullmatch(text) or _CHINESE.fullmatch(text)
    if found is None or found["name"][0].islower():  # "my brother in prison" names nobody
        return Kin(text)
    other = {**_OTHERS, **_CHINESE_OTHERS}.get((found["other"] or "").lower(), "")
    return Kin(found["name"].strip(), "" if other else found["as"].lower(), other or "relative")
