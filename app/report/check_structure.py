"""The objects of a PDF against the allow-list of ``check_vocabulary``.

The walk begins at the trailer. Each object is given the role in which it was reached and may hold what that role
may hold; an object that is reached in two roles, or never, is refused. Nothing is looked at "because it looks
harmless".
"""

from __future__ import annotations

import hashlib
import re
from collections import deque
from collections.abc import Collection
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String

from app.report.check_layout import Layout, ObjectId, read_packed
from app.report.check_streams import Inflater, filters
from app.report.check_values import Expected, Gathered, Undecided
from app.report.check_vocabulary import ARRAY_NAMES, DESTINATIONS, ROLES, WORDS_FOR

_DATE = re.compile(r"D:\d{4}(?:\d\d){0,5}(?:Z|[+-]\d\d'?(?:\d\d'?)?)?(?:00'00'?)?\Z")
_DAY_ONLY = re.compile(r"D:\d{4}(?:\d\d){0,2}(?:0{2}){0,3}(?:Z|[+-]00'?(?:00'?)?)?(?:00'00'?)?\Z")
_DEEPEST_ARRAY = 4
_FONTS = ("font TrueType", "font Type1", "font MMType1", "font Type0")


@dataclass(slots=True)
class Structure:
    """What the walk found: the role of each object, and the inflated bytes of each stream that has one."""

    roles: dict[ObjectId, str] = field(default_factory=dict)
    streams: dict[ObjectId, bytes] = field(default_factory=dict, repr=False)
    fonts: dict[ObjectId, Object] = field(default_factory=dict, repr=False)


@lru_cache(maxsize=64)
def _rules(role: str) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """The rules of a role by key with its slash, and the keys that must be there."""
    table = ROLES[role]
    return (
        {"/" + key.rstrip("!"): tuple(rule.split(" | ")) for key, rule in table.items()},
        tuple("/" + key[:-1] for key in table if key.endswith("!")),
    )


class _Walk:
    def __init__(
        self, home: Gathered, layout: Layout, inflater: Inflater, expected: Expected | None, known: Collection[str]
    ) -> None:
        self.home, self.layout, self.inflater, self.expected = home, layout, inflater, expected
        self.known = expected.images if expected is not None else frozenset(known)
        self.out = Structure()
        self.waiting: deque[tuple[str, Object]] = deque()
        self.seen: set[ObjectId] = set()
        self.images: set[str] = set()  # those of the expected ones that are there
        self.others = False  # an image stands there that is none of them

    def run(self, pdf: pikepdf.Pdf) -> Structure:
        self.waiting.append(("trailer", pdf.trailer))
        while self.waiting:
            role, obj = self.waiting.popleft()
            try:
                self._visit(role, obj)
            except Undecided as problem:
                self.home.undecided("structure", problem)
        for key in [*self.layout.offsets, *self.layout.packed]:
            self._reached(key, pdf.get_object(key))
        if self.expected is not None and not self.others and self.expected.images - self.images:
            self.home.refuse("expected", "an image that was meant to be there is not")
        return self.out

    def _visit(self, role: str, obj: Object) -> None:
        if role == "page node":
            role = "page" if isinstance(obj, Dictionary) and obj.get("/Type") == Name.Page else "page tree"
        if role == "font":
            role = self._font_role(obj)
        if obj.is_indirect:
            key = obj.objgen
            given = self.out.roles.setdefault(key, role)
            if role == "outline parent" and given in ("outlines", "outline item"):
                return
            if given != role:
                raise Undecided(f"one object as {given} and as {role}")
            if key in self.seen:
                return
            self.seen.add(key)
            if role in _FONTS:
                self.out.fonts[key] = obj
        self._check(role, obj)

    def _font_role(self, obj: Object) -> str:
        kind = str(obj.get("/Subtype", "")) if isinstance(obj, Dictionary) else ""
        role = "font " + kind.lstrip("/")
        if role not in _FONTS:
            raise Undecided("a font of a kind that is not on the list")
        if not obj.is_indirect:
            raise Undecided("a font written into its page")
        return role

    def _check(self, role: str, obj: Object) -> None:
        special = {
            "destination": self._destination,
            "differences": self._differences,
            "identifier": self._identifier,
            "outline parent": self._no_parent,
        }.get(role)
        if special:
            special(obj)
            return
        rules, needed = _rules(role)
        is_stream = "/Length" in rules and role != "trailer"
        if not isinstance(obj, Stream if is_stream else Dictionary):
            raise Undecided(f"something else where {role} should stand")
        if role == "font descriptor" and sum(f"/FontFile{n}" in obj for n in ("", "2", "3")) > 1:
            raise Undecided("a font with two programs")
        for key in obj.keys():  # noqa: SIM118  (a pikepdf object is no mapping)
            if key not in rules:
                bare = key.lstrip("/")
                # A key that is no word of the format may itself be a name on record.
                known = WORDS_FOR.get(bare, "a key that is not on the list")
                label = f" ({bare})" if bare in WORDS_FOR else ""
                self.home.refuse("structure", f"{known}{label} in the {role}")
                continue
            if not self._fits(rules[key], obj.get(key), 0):
                self.home.refuse("structure", f"a value that is not on the list for {key} in the {role}")
        for key in needed:
            if key not in obj:
                what = "a font without ToUnicode" if key == "/ToUnicode" else f"no {key} in the {role}"
                self.home.refuse("structure", what)
        if is_stream:
            self._stream(role, obj)
        elif role == "info":
            self._info(obj)
        elif role == "outline item" and isinstance(obj.get("/Title"), String):
            self.home.outline.append(str(obj.Title))

    def _fits(self, rule: tuple[str, ...], value: object, depth: int) -> bool:
        return any(self._fits_one(choice, value, depth) for choice in rule)

    def _fits_one(self, rule: str, value: object, depth: int) -> bool:
        fits = self._fits_rule(rule, value, depth)
        if fits and rule[0] not in "=" and isinstance(value, Object) and value.is_indirect:
            self.out.roles.setdefault(value.objgen, "value")
        return fits

    def _fits_rule(self, rule: str, value: object, depth: int) -> bool:
        if rule == "bool":
            return isinstance(value, bool)
        if rule == "number":
            return isinstance(value, int | Decimal | float) and not isinstance(value, bool)
        if rule == "numbers":
            if isinstance(value, Array) and depth < _DEEPEST_ARRAY:
                return all(self._fits_one("number", v, 0) or self._fits_one("numbers", v, depth + 1) for v in value)
            return False
        if rule == "text":
            return isinstance(value, String)
        if rule == "ident":
            return isinstance(value, Name)
        if rule == "names":
            return isinstance(value, Array) and all(isinstance(v, Name) and str(v)[1:] in ARRAY_NAMES for v in value)
        if rule == "empty":
            return isinstance(value, Dictionary | Array) and not len(value)
        if rule.startswith("name:"):
            return isinstance(value, Name) and str(value)[1:] in rule[5:].split(",")
        return self._leads_on(rule[0], rule[1:], value)

    def _leads_on(self, how: str, role: str, value: object) -> bool:
        """Queue what a key leads to for its own visit."""
        if how == "=":
            if role in ROLES and isinstance(value, Array):
                return False
            if isinstance(value, Object) and not isinstance(value, Name | String):
                self.waiting.append((role, value))
                return True
            return False
        if how == "[" and isinstance(value, Array):
            self.waiting.extend((role, item) for item in value if isinstance(item, Object))
            return all(isinstance(item, Object) and not isinstance(item, Name) for item in value)
        if how == "{" and isinstance(value, Dictionary):
            items = [value.get(key) for key in value.keys()]  # noqa: SIM118
            self.waiting.extend((role, item) for item in items if isinstance(item, Object))
            return all(isinstance(item, Dictionary | Stream) for item in items)
        return False

    def _destination(self, obj: Object) -> None:
        if not isinstance(obj, Array) or not 2 <= len(obj) <= 6:
            raise Undecided("an outline entry that leads elsewhere than to a page")
        page, how, *numbers = list(obj)
        if not isinstance(page, Dictionary) or not isinstance(how, Name) or str(how)[1:] not in DESTINATIONS:
            raise Undecided("an outline entry that leads elsewhere than to a page")
        self.waiting.append(("page", page))
        if not all(n is None or self._fits_one("number", n, 0) for n in numbers):
            raise Undecided("an outline entry that leads elsewhere than to a page")

    def _differences(self, obj: Object) -> None:
        if not isinstance(obj, Array) or not all(isinstance(i, Name | int) for i in obj):
            raise Undecided("a damaged encoding")
        # The glyph names in their order may spell something: "/W /a /n /g".
        self.home.add("the encoding of a font", "joint", " ".join(str(i)[1:] for i in obj if isinstance(i, Name)))

    def _identifier(self, obj: Object) -> None:
        if not isinstance(obj, String) or len(bytes(obj)) not in (0, 16, 32):
            raise Undecided("a file identifier that is no digest")
        self.home.add("the file identifier", "binary", bytes(obj).decode("latin-1"))

    def _no_parent(self, obj: Object) -> None:
        raise Undecided("an outline entry without its outline")

    def _info(self, obj: Object) -> None:
        for key in obj.keys():  # noqa: SIM118
            value = obj.get(key)
            if not isinstance(value, String):
                continue
            self.home.info.append((key[1:], str(value)))
            # Our own exports bear no time of day; of others only that it is a date and nothing else.
            shape = _DAY_ONLY if self.expected else _DATE
            if key in ("/CreationDate", "/ModDate") and not shape.match(str(value)):
                self.home.refuse("structure", f"a date that is not on the list for {key} in the info")

    def _stream(self, role: str, obj: Object) -> None:
        raw = self.layout.raw.get(obj.objgen) if obj.is_indirect else None
        if raw is None:
            raw = obj.read_raw_bytes() if isinstance(obj, Stream) else b""
        data = raw
        if role != "image" or "/DCTDecode" not in filters(obj):
            data = self.inflater.inflate(obj, raw)
        if role == "image":
            hashes = {hashlib.sha256(raw).hexdigest(), hashlib.sha256(data).hexdigest()}
            if hashes & self.known:
                self.images |= hashes
            else:
                self.others = True
                self.home.refuse("structure", "an image, which may show what no reader can read")
        if obj.is_indirect:
            self.out.streams[obj.objgen] = data

    def _reached(self, key: ObjectId, obj: object) -> None:
        """An object that no role led to is refused, unless it is part of how the file itself is written."""
        if obj is None or key in self.out.roles or key in self.layout.lengths:
            return
        if isinstance(obj, Stream):
            kind = obj.get("/Type")
            if kind == Name.XRef:
                return
            if kind == Name.ObjStm:
                self._packed(obj)
                return
            self._search_unknown(obj)
        self.home.refuse("structure", "an object that nothing on the list refers to")

    def _packed(self, obj: Stream) -> None:
        allowed = {"/Type", "/N", "/First", "/Length", "/Filter"}
        if set(obj.keys()) - allowed:
            self.home.refuse("structure", "an object stream with keys that are not on the list")
        if self.expected is not None:
            self.home.refuse("structure", "an object stream, which our own files do not have")
        try:
            data = self.inflater.inflate(obj, self.layout.raw.get(obj.objgen, b""))
            read_packed(self.layout, obj.objgen, data, (int(obj.N), int(obj.First)), self.home)
        except (Undecided, AttributeError, TypeError, ValueError) as problem:
            what = str(problem) if isinstance(problem, Undecided) else "a damaged object stream"
            self.home.refuse("structure", what)

    def _search_unknown(self, obj: Stream) -> None:
        """A stream that is refused anyway is still read, so that the reasons name what it holds."""
        try:
            data = self.inflater.inflate(obj, self.layout.raw.get(obj.objgen, b""))
        except Undecided as problem:
            self.home.undecided("structure", problem)
            return
        self.home.add("a stream that is not on the list", "reading", data.decode("utf-8", "ignore"))
        self.home.add("a stream that is not on the list", "binary", data.decode("latin-1"))


def walk(
    pdf: pikepdf.Pdf,
    home: Gathered,
    layout: Layout,
    inflater: Inflater,
    expected: Expected | None,
    known: Collection[str] = (),
) -> Structure:
    """Hold every object against the allow-list; what does not fit is noted in ``home`` as a reason. ``known``: the hashes of
    the images that a file may hold of which nothing else is expected."""
    return _Walk(home, layout, inflater, expected, known).run(pdf)
