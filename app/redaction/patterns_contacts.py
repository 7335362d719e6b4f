"""E-mail and web addresses, account names of messengers, file names and paths: each goes whole.

A slot may stand inside ("\ue000@qq.com"): what was a name there belongs to the address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.redaction.detect_words import english_words
from app.redaction.patterns_view import View, bounded_pattern, near_words, windows

Piece = tuple[int, int, str, str]  # start, end, kind, what

#: A letter or digit of a script that parts words, or a slot: what an address is written with, next to Chinese text too.
_L = r"[^\W\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]|\ue000"
_LOCAL = rf"(?:{_L}|[.%+\-'])"
_TLD = (
    r"(?:com|org|net|edu|gov|mil|int|info|biz|io|me|co|cn|hk|tw|mo|sg|jp|kr|uk|us|ca|au|nz|de|fr|it|es|ch|at|nl|be|se|no|fi|dk|pl|cz"
    r"|ru|by|ua|kz|kg|uz|tj|tr|ir|af|in|th|vn|my|eu|tv|cc|xyz|top|app|dev|news|site|online|onion|ly|gg|to)"
)
_EMAIL = bounded_pattern(
    rf"(?:{_L})(?:{_LOCAL}){{0,63}}[ \t]?@[ \t]?\n?(?:(?:{_L}|-){{1,63}}[ \t]?[.。．][ \t]?\n?){{1,5}}(?:(?:{_L}){{2,24}})"
    rf"|(?:{_L})(?:{_LOCAL}){{0,63}}@(?:{_L})(?:(?:{_L}|[-.]){{0,62}}(?:{_L}))?"
)
_EMAIL_SPELLED = bounded_pattern(
    rf"(?:(?:{_L})(?:{_LOCAL}){{0,30}}[ \t]+(?:dot|[(\[{{]dot[)\]}}])[ \t]+){{0,3}}(?:{_L})(?:{_LOCAL}){{0,63}}[ \t]*(?:[(\[{{<][ \t]*at[ \t]*[)\]}}>]|[ \t]at[ \t](?=[\w-]+[ \t]*(?:[(\[{{]|[ \t])[ \t]*dot\b))[ \t]*"
    rf"(?:{_L}|-)+(?:[ \t]*(?:\.|[(\[{{<][ \t]*dot[ \t]*[)\]}}>]|[ \t]dot[ \t])[ \t]*(?:{_L}|-)+){{1,4}}",
    re.I,
)
#: In an address: letters of other alphabets, and Chinese characters right after a sign that parts its steps.
_PATH_LETTERS = r"[\u00a1-\u1fff]|(?<=[/=_%&?-])[\u2e80-\ud7ff]+"
_URL = bounded_pattern(
    rf"(?:\b(?:https?|ftps?|sftp|magnet|tg|weixin|whatsapp|file)(?:://|:(?=\?))|\bwww\d?\.)(?:[!-;=?-~]|\ue000|{_PATH_LETTERS})+"
    rf"|(?<![\w@.-])(?:(?:[a-z0-9]|\ue000)(?:[a-z0-9-]|\ue000){{0,62}}\.){{1,5}}{_TLD}(?![\w@]|\.\w)(?:[:/?#](?:[!-;=?-~]|\ue000|{_PATH_LETTERS})*)?",
    re.I,
)
_URL_END = bounded_pattern(r"[.,;:!?'\")\]}]+$")
_IPV6 = bounded_pattern(
    r"(?<![\w:.])(?:(?=[0-9A-Fa-f:]*::)(?:[0-9A-Fa-f]{1,4}:{1,2}){1,7}|(?=[0-9:]*[A-Fa-f])(?:[0-9A-Fa-f]{1,4}:){4,7})"
    r"[0-9A-Fa-f]{0,4}(?:/\d{1,3})?(?![\w:])"
)
_IPV6_NEAR = bounded_pattern(r"[0-9A-Fa-f]:{1,2}[0-9A-Fa-f]")
_AT = bounded_pattern(rf"(?<![\w@.\ue000])@(?:{_L})(?:{_L}|[.-]){{1,30}}")
_MESSENGER = bounded_pattern(
    r"(?:\b(?:we ?chat|weixin|[wv]x|qq|telegram|whats ?app|signal|skype|line|viber|twitter|facebook|instagram|insta|tik ?tok|douyin|weibo|youtube"
    r"|discord|kakao(?:talk)?|zalo|threema|wire|session|imo|imessage|x|vk)|微信|[薇威Vv]信|微博|抖音|钉钉|支付宝|脸书|推特|电报|飞机号|百度贴吧|快手)"
    r"(?P<word>[ \t]*(?:i\.?d\.?|account(?: name)?|number|no\.?|user ?name|handle|nick(?:name)?|name|号码?|號碼?|账号|帳號|帐号|账户|名|昵称|用户名?))?"
    r"(?P<is>[ \t]*(?:[:=]|(?:is|was|called|named)\b|是|为|為|叫)[ \t]*|[ \t]+|(?=[@\d])|(?<=[\u3400-\u9fff])(?=\w))"
    rf"(?P<id>[@#]?(?:{_L}|\d)(?:{_L}|[.\-]){{2,30}})",
    re.I,
)
_USER = bounded_pattern(
    rf"\b(?:user ?name|screen ?name|login|handle|account name|nick(?:name)?|用户名|网名|昵称)[ \t]*(?:[:=]|is|was|是|为|叫)[ \t]*(?P<id>[@#]?(?:{_L})(?:{_L}|[.\-]){{2,30}})",
    re.I,
)
_EXTENSION = (
    r"(?:pdf|docx?|odt|rtf|txt|md|pages|wps|xlsx?|ods|csv|numbers|pptx?|odp|key|jpe?g|png|gif|bmp|tiff?|heic|webp|svg|psd|raw|mp[34]|m4[av]"
    r"|avi|mov|mkv|wmv|flv|webm|wav|aac|ogg|opus|amr|flac|3gp|zip|rar|7z|tar|gz|tgz|eml|msg|pst|mbox|html?|xml|json|db|sqlite|bak|exe|apk|dmg|iso|ics|vcf|gpx|kml|asc|gpg|age|p12|pem)"
)
_FILE = bounded_pattern(
    rf"(?:[\w\ue000\u00b7.()\[\]&+,~'%#-]|[\\/](?=[\w\ue000.]))*[\w\ue000)\]]\.{_EXTENSION}(?![A-Za-z0-9])", re.I
)
_QUOTED_FILE = bounded_pattern(rf"(?<=[\"'(《「])[^\"'\n()《》「」]{{1,120}}\.{_EXTENSION}(?=[\"')》」])", re.I)
_PATH = bounded_pattern(
    r"(?<![\w])(?:[A-Za-z]:\\|\\\\[\w.-]+\\)(?:[^\s\\\"<>|*?:]+\\?)+|(?<![\w.:/])(?:~|/(?:home|Users|media|mnt|var|tmp|Volumes|storage|sdcard))/[^\s\"'<>|,;]+"
)
_FILE_NEAR = bounded_pattern(rf"\.{_EXTENSION}(?![A-Za-z0-9])", re.I)
_MESSENGER_NEAR = frozenset(
    "chat wechat weixin wx vx qq telegram whatsapp whats app signal skype line viber twitter facebook instagram insta tiktok tik tok douyin"
    " weibo youtube discord kakao kakaotalk zalo threema wire session imo imessage x vk".split()
)
_NUMBERED_NAME = bounded_pattern(r"(?<![\w@./-])[a-z](?:[a-z]|[._](?=[a-z\d])){3,24}\d{2,8}(?![\w@]|[./-]\w)")
_NUMBERED_NEAR = bounded_pattern(r"[a-z]\d\d")
_USER_NEAR = frozenset("username name screenname login handle nick nickname".split())
_HAN_NEAR = bounded_pattern(r"[微薇威Vv]信|微博|抖音|钉钉|支付宝|脸书|推特|电报|飞机号|贴吧|快手|网名|昵称|用户名")
_URL_NEAR = bounded_pattern(rf":(?://|\?)|www|\.{_TLD}(?![\w@]|\.\w)", re.I)
_AT_NEAR = bounded_pattern(r"@")
_BRACKETED_AT: frozenset[str] = frozenset()
_SPELLED_NEAR = frozenset(("dot", "at"))
_PATH_NEAR = bounded_pattern(r":\\|\\\\|~/|/(?:home|Users|media|mnt|var|tmp|Volumes|storage|sdcard)/")


def _trimmed(text: str, start: int, end: int) -> int:
    """Return where an address ends that closes a sentence or a bracket."""
    tail = _URL_END.search(text, start, end)
    if tail is None:
        return end
    if text[tail.start()] == ")" and "(" in text[start : tail.start()]:
        return tail.start() + 1
    return tail.start()


def find_contacts(view: View) -> Iterator[Piece]:
    """Yield (start, end, kind, what) for each e-mail address, web address, account name, file name and path."""
    text = view.text
    for start, end in windows(_AT_NEAR, text, 70, 140):
        for match in _EMAIL.finditer(text, start, end):
            yield match.start(), match.end(), "contact", "email"
        for match in _AT.finditer(text, start, end):
            yield match.start(), _trimmed(text, match.start(), match.end()), "contact", "handle"
    for start, end in near_words(view, _SPELLED_NEAR if "dot" in view.words else _BRACKETED_AT, 80, 80):
        for match in _EMAIL_SPELLED.finditer(text, start, end):
            yield match.start(), match.end(), "contact", "email"
    for start, end in windows(_URL_NEAR, text, 80, 300):
        for match in _URL.finditer(text, start, end):
            yield match.start(), _trimmed(text, match.start(), match.end()), "contact", "url"
    for start, end in windows(_IPV6_NEAR, text, 45, 45):
        for match in _IPV6.finditer(text, start, end):
            yield match.start(), match.end(), "contact", "address of a machine"
    near = [*near_words(view, _MESSENGER_NEAR, 12, 60), *near_words(view, _USER_NEAR, 12, 60)]
    if view.has_han:
        near += windows(_HAN_NEAR, text, 4, 60)
    for start, end in near:
        for pattern in (_MESSENGER, _USER):
            for match in pattern.finditer(text, start, end):
                if pattern is _USER or _is_account(match):
                    yield match.start("id"), _trimmed(text, match.start("id"), match.end("id")), "contact", "handle"
    for start, end in windows(_NUMBERED_NEAR, text, 40, 20):
        for match in _NUMBERED_NAME.finditer(text, start, end):
            if match.group().rstrip("0123456789") not in english_words().ordinary:
                yield match.start(), match.end(), "contact", "handle"
    for start, end in windows(_FILE_NEAR, text, 130, 10):
        for pattern in (_FILE, _QUOTED_FILE):
            for match in pattern.finditer(text, start, end):
                yield match.start(), match.end(), "identifier", "file"
    for start, end in windows(_PATH_NEAR, text, 10, 250):
        for match in _PATH.finditer(text, start, end):
            yield match.start(), _trimmed(text, match.start(), match.end()), "identifier", "file"


def _is_account(match: re.Match[str]) -> bool:
    """Whether what follows the name of a messenger is an account: "WeChat was blocked" is none, "WeChat ID: wang" is."""
    name, linked = match["id"], match["is"]
    if "@" in name or ":" in linked or re.search(r"[\d_]", name):
        return True
    return bool(match["word"]) and (bool(linked.strip()) or not name.islower())
