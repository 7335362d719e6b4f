"""Whole valid cases for hypothesis, as case files (JSON trees) and as ``Case`` values.

Every key of the format may stand or be left out; every reference resolves; nothing leads back to itself. What fills
names, prose and dates can be given, so that a test can draw two cases that differ in nothing else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from app.domain import vocabulary as words
from app.domain.case import Case
from app.domain.forms import Field, Forms
from app.domain.plain import from_plain

Tree = dict[str, Any]
Strategy = st.SearchStrategy[Any]

SCRIPTS = "abzAZ äöü 沈国伟下河村 ئۇيغۇر Привет བོད་ فارسی 0123456789 <b>&%s{}\"'\\/\n\t\u200b\u202e😀,.[]:"
PROSE = st.text(st.sampled_from(SCRIPTS), max_size=40)
NAMES = st.text(st.sampled_from("abcdeWL 王立军沈گۇلТИК'-·"), min_size=1, max_size=12).filter(str.strip)

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2030, 12, 31)).map(dt.date.isoformat)
_QUALIFIED = st.builds("{}{}".format, DAYS, st.sampled_from(["", "~", "?", "%"]))
_COARSE = st.one_of(
    DAYS.map(lambda day: day[:7]),
    DAYS.map(lambda day: day[:4]),
    DAYS.map(lambda day: day[:3] + "X"),
    DAYS.map(lambda day: day[:7] + "-XX"),
    st.builds("{}-{}".format, DAYS.map(lambda day: day[:4]), st.integers(21, 24)),
)
_INTERVALS = st.one_of(
    st.tuples(DAYS, DAYS).map(lambda days: "/".join(sorted(days))),
    DAYS.map(lambda day: f"{day}/.."),
    DAYS.map(lambda day: f"../{day}"),
)
#: EDTF dates of every shape.
DATES = st.one_of(_QUALIFIED, _COARSE, _INTERVALS)

LANGUAGES = st.sampled_from(["en", "zh-Hans", "zh-Hant", "zh-Latn", "yue", "ug", "ug-Latn", "bo", "fa", "ru", "be"])
COUNTRIES = st.sampled_from(sorted(words.COUNTRIES))
CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
NUMBERS = st.one_of(st.integers(-(10**12), 10**12), st.floats(-1e12, 1e12, allow_nan=False))
IDS = st.text(st.sampled_from("abcxyz019-_é沈"), min_size=1, max_size=6)
CODES = st.text(st.sampled_from("ABCHERON0129 -_é"), min_size=1, max_size=20).filter(
    lambda code: code == code.strip() and not code.startswith("-")
)
YES_NO = st.sampled_from(words.YES_NO)
BOOLEANS = st.booleans()
SHA256 = st.text(st.sampled_from("0123456789abcdef"), min_size=64, max_size=64)


@dataclass(frozen=True)
class Filling:
    """What a drawn case is filled with: names of people, places and organizations; free text; EDTF dates."""

    names: Strategy = NAMES
    prose: Strategy = PROSE
    dates: Strategy = DATES


def case_trees(forms: Forms, filling: Filling | None = None, most: int = 3) -> st.SearchStrategy[Tree]:
    """Valid case files as JSON trees, with at most ``most`` entries of each kind. Documents come without content."""
    return _case_trees(forms, filling or Filling(), most)


def cases(forms: Forms, filling: Filling | None = None, most: int = 3) -> st.SearchStrategy[Case]:
    """The same as values."""
    return case_trees(forms, filling, most).map(as_case)


def as_case(tree: Tree) -> Case:
    return from_plain(Case, {key: value for key, value in tree.items() if key not in ("format", "version")})


def _keys(optional: Mapping[str, Strategy | None], **required: Strategy) -> Strategy:
    """An object; what has nothing to refer to (``None``) is left out."""
    left = {key: strategy for key, strategy in optional.items() if strategy is not None}
    return st.fixed_dictionaries(required, optional=left)


def _word(vocabulary: Sequence[str]) -> Strategy:
    return st.sampled_from(list(vocabulary))


def _few(strategy: Strategy | None, least: int = 0) -> Strategy | None:
    return None if strategy is None else st.lists(strategy, min_size=least, max_size=2)


class _Ids:
    """The ids of a case to be, dealt out to its entries before any of these is drawn."""

    KINDS = ("people", "places", "organizations", "events", "testimonies", "documents", "consents")

    def __init__(self, draw: Any, most: int) -> None:
        sizes = {kind: draw(st.integers(1 if kind == "people" else 0, most)) for kind in self.KINDS}
        total = sum(sizes.values())
        left = iter(draw(st.lists(IDS, min_size=total, max_size=total, unique=True)))
        self.of = {kind: [next(left) for _ in range(size)] for kind, size in sizes.items()}

    def any(self, *kinds: str) -> Strategy | None:
        return self._one_of([entry for kind in kinds for entry in self.of[kind]])

    def before(self, kind: str, own: str) -> Strategy | None:
        """An earlier entry, so that no loop can close."""
        return self._one_of(self.of[kind][: self.of[kind].index(own)])

    def other_than(self, kind: str, own: str) -> Strategy | None:
        return self._one_of([entry for entry in self.of[kind] if entry != own])

    @staticmethod
    def _one_of(ids: list[str]) -> Strategy | None:
        return st.sampled_from(ids) if ids else None


@st.composite
def _case_trees(draw: Any, forms: Forms, filling: Filling, most: int) -> Tree:
    ids = _Ids(draw, most)
    entries = _Entries(forms, filling, ids)
    tree: Tree = {"format": "affiant-case", "version": 1, "case": draw(entries.case())}
    for kind in _Ids.KINDS:
        build = getattr(entries, kind)
        drawn = [draw(build(entry_id)) for entry_id in ids.of[kind]]
        if drawn or draw(BOOLEANS):
            tree[kind] = drawn
    return tree


class _Entries:
    """A strategy for an entry of each kind, given its id."""

    def __init__(self, forms: Forms, filling: Filling, ids: _Ids) -> None:
        self.forms, self.ids = forms, ids
        self.name, self.prose, self.date = filling.names, filling.prose, filling.dates
        person = ids.any("people")
        assert person is not None
        self.person: Strategy = person
        written = {"kind": _word(words.NAME_KINDS), "lang": LANGUAGES}
        self.names = st.lists(_keys(written, text=self.name), min_size=1, max_size=3)
        self.disclose = _keys({"as": _word(words.DISCLOSE_AS), "text": _filled(self.prose)})

    def case(self) -> Strategy:
        return _keys(
            {
                "opened": self.date,
                "languages": _few(LANGUAGES),
                "jurisdiction": st.just("US"),
                "matters": _few(st.sampled_from(["asylum", "interpol"])),
                "engagement": _keys({"counsel": self.person, "since": self.date, "directed": BOOLEANS}),
                "hold": _keys({"on": self.date, "by": self.person, "why": self.prose}),
                "retention": _keys({"basis": self.prose, "review_on": self.date}),
            },
            code=CODES,
        )

    def people(self, own: str) -> Strategy:
        risk = _keys({"from": self.ids.any("organizations", "people"), "because": self.prose, "since": self.date})
        return _keys(
            {
                "roles": _few(_word(words.ROLES)),
                "relation": _keys({"to": self.ids.other_than("people", own), "as": self.prose}),
                "sex": _word(words.SEXES),
                "born": self.date,
                "nationality": COUNTRIES,
                "occupation": self.prose,
                "lives_in": self.ids.any("places"),
                "contacts": _few(_keys({"kind": _word(words.CONTACT_KINDS)}, value=_filled(self.prose))),
                "identifiers": _few(_keys({"kind": _word(words.IDENTIFIER_KINDS)}, value=_filled(self.prose))),
                "at_risk": st.one_of(risk, st.lists(risk, max_size=2)),
                "public_figure": BOOLEANS,
                "disclose": self.disclose,
            },
            id=st.just(own),
            names=self.names,
        )

    def places(self, own: str) -> Strategy:
        optional = {"kind": _word(words.PLACE_KINDS), "within": self.ids.before("places", own), "public": BOOLEANS}
        return _keys(optional, id=st.just(own), names=self.names)

    def organizations(self, own: str) -> Strategy:
        return _keys(
            {
                "kind": _word(words.ORGANIZATION_KINDS),
                "country": COUNTRIES,
                "public": BOOLEANS,
                "disclose": self.disclose,
            },
            id=st.just(own),
            names=self.names,
        )

    def events(self, own: str) -> Strategy:
        return st.sampled_from(list(self.forms.types)).flatmap(lambda type_key: self._event(own, type_key))

    def _event(self, own: str, type_key: str) -> Strategy:
        organization = self.ids.any("organizations")
        source = _keys({"kind": _word(words.SOURCE_KINDS), "said_on": self.date})
        sources = [source]
        for key, referred in (
            ("person", self.person),
            ("organization", organization),
            ("document", self.ids.any("documents")),
        ):
            if referred is not None:
                sources.append(_keys({"kind": _word(words.SOURCE_KINDS), "said_on": self.date}, **{key: referred}))
        part = _keys({"as": _word(words.PERSON_PARTS)}, person=self.person)
        organization_part = None
        if organization is not None:
            organization_part = _keys({"as": _word(words.ORGANIZATION_PARTS)}, organization=organization)
        return _keys(
            {
                "date": self.date,
                "place": self.ids.any("places"),
                "people": _few(part),
                "organizations": _few(organization_part),
                "fields": _keys({field.key: self._value(field) for field in self.forms.fields_of(type_key)}),
                "account": self.prose,
                "lang": LANGUAGES,
                "sources": _few(st.one_of(sources)),
                "certainty": _word(words.CERTAINTIES),
                "caused_by": _few(self.ids.before("events", own)),
            },
            id=st.just(own),
            type=st.just(type_key),
        )

    def _value(self, field: Field) -> Strategy | None:
        place, organization = self.ids.any("places"), self.ids.any("organizations")
        if field.kind == "choice":
            return _word(field.choices)
        if field.kind == "legs":
            return st.lists(_keys({part.key: self._value(part) for part in field.parts}), max_size=2)
        if field.kind == "money":
            currency = st.sampled_from(["CNY", "USD"])
            return _keys({"amount": NUMBERS, "currency": currency, "on": self.date})
        by_kind: dict[str, Strategy | None] = {
            "number": NUMBERS,
            "yesno": YES_NO,
            "date": self.date,
            "person": self.person,
            "place": place,
            "places": _few(place),
            "organization": organization,
        }
        return by_kind.get(field.kind, self.prose)

    def testimonies(self, own: str) -> Strategy:
        paragraph = _keys({"n": st.integers(1, 9), "result": _word(words.READ_RESULTS)})
        amendment = {
            "paragraph": st.integers(1, 9),
            "on": self.date,
            "by": self.person,
            "why": self.prose,
            "earlier": self.prose,
        }
        mark = {
            "paragraph": st.integers(1, 9),
            "mark": _word(words.MARKS),
            "recording": self.ids.any("documents"),
            "at": st.one_of(st.integers(0, 10**6), st.floats(0, 1e6, allow_nan=False)),
        }
        readback = {"on": self.date, "language": LANGUAGES, "interpreter": self.person, "paragraphs": _few(paragraph)}
        return _keys(
            {
                "interview": self._interview(),
                "translation_of": self.ids.before("testimonies", own),
                "translation": _keys({"by": self.person, "on": self.date}),
                "record": _word(words.RECORD_KINDS),
                "readback": _keys(readback),
                "amendments": _few(_keys(amendment)),
                "marks": _few(_keys(mark)),
                "signed_on": self.date,
                "status": _word(words.STATUSES),
            },
            id=st.just(own),
            person=self.person,
            lang=LANGUAGES,
            text=st.lists(self.prose, min_size=1, max_size=3).map("\n\n".join),
        )

    def _interview(self) -> Strategy:
        told = ["dialect", "vulnerabilities", "earlier_accounts", "observed_by", "restraints", "stop_signal"]
        told += ["support_person", "aftercare", "interpreter_relation"]
        answered = ("rights_explained", "private", "interpreter_checked", "confidentiality_signed", "client_objected")
        return _keys(
            {
                "date": self.date,
                "place": self.ids.any("places"),
                "language": LANGUAGES,
                "present": _few(_keys({"as": _word(words.ROLES)}, person=self.person)),
                "recorded": BOOLEANS,
                "breaks": st.integers(0, 9),
                "start": CLOCKS,
                "end": CLOCKS,
                "pauses": _few(_keys({"from": CLOCKS, "to": CLOCKS})),
                "interpreter": self.person,
                "told_before": NUMBERS,
                "topics_closed": _few(self.prose),
                "sexual_violence": _word(words.SEXUAL_VIOLENCE),
                "taken_on_paper": BOOLEANS,
                "entered_on": self.date,
                **dict.fromkeys(told, self.prose),
                **dict.fromkeys(answered, YES_NO),
            }
        )

    def documents(self, own: str) -> Strategy:
        return _keys(
            {
                "kind": _word(words.DOCUMENT_KINDS),
                "date": self.date,
                "issuer": self.ids.any("organizations"),
                "lang": LANGUAGES,
                "file": st.sampled_from(["notice.pdf", "evidence/证据 1.pdf", "./a/b.c"]),
                "sha256": SHA256,
                "about": _few(self.ids.any("events")),
                "note": self.prose,
            },
            id=st.just(own),
            title=_filled(self.prose),
        )

    def consents(self, own: str) -> Strategy:
        told = ("note", "basis", "risks", "understanding", "doubts", "withdrawal_note")
        dated = ("ask_again_on", "expires", "withdrawn_on")
        return _keys(
            {
                "method": _word(words.CONSENT_METHODS),
                "language": LANGUAGES,
                "explained": BOOLEANS,
                "given_by": self.person,
                "scope": _few(self.ids.any("events", "testimonies")),
                "interpreter": self.person,
                **dict.fromkeys(told, self.prose),
                **dict.fromkeys(dated, self.date),
                **dict.fromkeys(("assent", "told_limits", "recall_tried"), YES_NO),
            },
            id=st.just(own),
            person=self.person,
            purpose=_word(words.PURPOSES),
            recipient=_word(words.RECIPIENTS),
            identity=_word(words.IDENTITIES),
            given_on=self.date,
        )


def _filled(prose: Strategy) -> Strategy:
    return prose.map(lambda text: text if text.strip() else f"{text}x")
