"""Two cases that differ only in what a profile protects give the same files, byte for byte: PDF, table and case file.

A case is drawn as a structure with slots; two fillings of the slots differ in names, scripts, lengths, numbers and in the
days within the same month. Decisions name slots, not words: what is open is masked.
"""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app import casefile
from app.redaction.common import is_common
from app.redaction.disclose import Choices, Disclosure, disclose
from app.redaction.disclosed import SECTIONS
from app.redaction.naming import identified
from app.redaction.profiles import load_profile
from app.report import data_case, data_table
from app.report.declaration import Form, draw
from app.report.render import render
from app.services import declaration
from tests.redacting import DATED, FORMS, case_of, look

PAIRS = 1000 if os.environ.get("AFFIANT_LONG") else 200

PEOPLE = [
    ["Shen Guowei", "沈国伟"], ["Ma Teng"], ["Zhuo Ruilin", "卓瑞霖", "Chuck Zhuo"], ["Abdulla Kerim", "阿卜杜拉·克里木"],
    ["Мирзоев Далер"], ["བསྟན་འཛིན་ནོར་བུ"], ["گۈلنار ئەخمەت"], ["Oyelaran Adébáyò"], ["欧阳春晖"], ["Nguyen Thi Bich Hanh"],
    ["Krzysztof Wąsowicz-Dłuski"], ["Qiu Xia", "仇霞"], ["Lü Peng", "吕鹏"],
]  # fmt: skip
PLACES = [["Xiahe Village", "下河村"], ["Dongtuo"], ["Göktepe Mahallesi"], ["槐荫村"], ["Upper Mirzabad"], ["Qizilsu Bazar"]]
COUNTIES = [["Linhai County"], ["Tuozhen"], ["柘荣县"], ["Yopurga"]]
FIRMS = [["Red Pine Mining Co., Ltd."], ["宏达矿业有限公司"], ["Zarafshon Oltin"], ["Hongda Kuangye"]]
PHONES = ["+86 138 0013 8000", "+992 93 505 05 05", "+86 139-1111-2222", "+1 202 555 0143"]
PASSPORTS = ["E30591274", "G12345678", "EA1234567"]
MAILS = ["lijun88@qq.com", "o.adebayo@example.org", "a@b.cn"]
TITLES = ["Mr. {}", "{}", "{}'s", "“{}”", "({})"]

FRAMES = [
    "Then {p1} telephoned {p2} from {l1}.",
    "{p2} wept. {p1} did not.",
    "It was {p1}'s house in {l1}, in {l2}.",
    "On {d} {month} 2019 the men of {o1} came for {p1} and held him for thirty days.",
    "On {d}/{d} {month} 2019 they came again, and on {d} {month} - {d} {month} too.",
    "He gave them the number {phone} and the passport {passport}.",
    "Write to {mail}, she said, and {p2} wrote.",
    "他说{p1}那天不在{l1}。",
    "那是2019年{m}月{d}日，{p2}也在。",
    "At home {p1} ({p1b}) is known to everybody.",
    "My brother {p2} still lives there, and {p3} too.",
    "They saw the {p1} {p2} and at the {l1} {p3} as well.",
]

#: Fields of each type that texts stand in, for what a report sets against each other or sums up.
FIELDS: dict[str, tuple[str, ...]] = {
    "detention": ("charge", "conditions"),
    "protest": ("organiser", "response"),
    "legal-step": ("body", "result"),
    "family-threat": ("speaker", "exact_words"),
    "red-notice": ("charges", "conduct_alleged", "others_convicted", "identity_errors"),
    "statement-by-others": ("speaker", "what_was_said"),
}


@st.composite
def structures(draw: st.DrawFn) -> dict[str, Any]:
    """Everything that two cases of a pair have in common."""
    frames = st.lists(st.sampled_from(FRAMES), min_size=1, max_size=4)
    return {
        "accounts": draw(st.lists(frames, min_size=1, max_size=4)),
        "testimony": draw(st.lists(frames, min_size=1, max_size=4)),
        "months": draw(st.lists(st.integers(1, 12), min_size=4, max_size=4)),
        "disclose": draw(st.sampled_from([None, {"as": "descriptor", "text": "the man"}, {"as": "code"}, {"as": "omit"}])),
        "risk": draw(st.booleans()),
        "figure": draw(st.booleans()),
        "types": draw(st.lists(st.sampled_from(list(FIELDS)), min_size=4, max_size=4)),
    }


@st.composite
def fillings(draw: st.DrawFn) -> dict[str, Any]:
    """What fills the slots."""
    p1, p2, p3 = draw(st.permutations(PEOPLE))[:3]
    days = draw(st.lists(st.integers(1, 28), min_size=5, max_size=5))
    return {
        "people": [p1, p2, p3],
        "place": draw(st.sampled_from(PLACES)),
        "county": draw(st.sampled_from(COUNTIES)),
        "firm": draw(st.sampled_from(FIRMS)),
        "phone": draw(st.sampled_from(PHONES)),
        "passport": draw(st.sampled_from(PASSPORTS)),
        "mail": draw(st.sampled_from(MAILS)),
        "days": days,
        "marks": draw(st.lists(st.sampled_from(["ask-again", "exact-words", "unclear"]), max_size=3)),
        "clock": draw(st.sampled_from(["09:10", "13:45", "22:05"])),
    }


MONTHS = "January February March April May June July August September October November December".split()


def build(structure: dict[str, Any], fill: dict[str, Any], *, days_differ: bool) -> Any:
    people, days = fill["people"], fill["days"] if days_differ else [3, 9, 12, 20, 27]

    def words(frames: list[str], month: int, day: int) -> str:
        slots = {
            "p1": people[0][0], "p1b": people[0][-1], "p2": people[1][-1], "p3": people[2][0],
            "l1": fill["place"][0], "l2": fill["county"][0], "o1": fill["firm"][0], "phone": fill["phone"],
            "passport": fill["passport"], "mail": fill["mail"], "d": day, "month": MONTHS[month - 1], "m": month,
        }  # fmt: skip
        return " ".join(frame.format(**slots) for frame in frames)

    def named(identity: str, names: list[str], **more: Any) -> dict[str, Any]:
        return {"id": identity, "names": [{"text": name} for name in names], **more}

    events = []
    for index, frames in enumerate(structure["accounts"]):
        month, day = structure["months"][index], days[index]
        events.append(
            {
                "id": f"e{index}",
                "type": structure["types"][index],
                "date": f"2019-{month:02}-{day:02}",
                "place": "l1",
                "people": [{"person": "p1", "as": "victim"}],
                "organizations": [{"organization": "o1", "as": "perpetrator"}],
                "account": words(frames, month, day),
                "sources": [
                    {"kind": "witness", "person": "p1", "said_on": f"2021-07-{day:02}"},
                    {"kind": "document", "document": "d1"},
                ],
                "fields": {key: words(frames[:1], month, day) for key in FIELDS[structure["types"][index]]},
                "caused_by": [f"e{index - 1}"] if index else [],
            }
        )
    risk = {"at_risk": {"from": "o1", "because": words(["the men of {o1} threatened {p2}"], 5, days[4])}}
    return case_of(
        {
            "people": [
                named("p1", people[0], roles=["witness"], lives_in="l1", occupation="farmer",
                      contacts=[{"kind": "phone", "value": fill["phone"]}, {"kind": "email", "value": fill["mail"]}],
                      identifiers=[{"kind": "passport", "value": fill["passport"]}]),
                named("p2", people[1], roles=["relative"], lives_in="l1", relation={"to": "p1", "as": "brother"},
                      **(risk if structure["risk"] else {}),
                      **({"disclose": structure["disclose"]} if structure["disclose"] else {})),
                named("p3", people[2], roles=["friend"]),
                named("p4", ["John Sandweg"], roles=["lawyer"], public_figure=structure["figure"]),
            ],
            "places": [
                named("l0", ["China"], kind="country"),
                named("l2", fill["county"], kind="village", within="l0"),
                named("l1", fill["place"], kind="address", within="l2"),
            ],
            "organizations": [named("o1", fill["firm"], kind="company", country="CN")],
            "events": events,
            "testimonies": [
                {"id": "t1", "person": "p1", "lang": "en", "status": "confirmed",
                 "marks": [{"paragraph": n, "mark": mark, "at": fill["days"][0]} for n, mark in enumerate(fill["marks"], 1)],
                 "interview": {"start": fill["clock"], "pauses": [{"from": fill["clock"]}], "told_before": days[0],
                               "topics_closed": [words(["{p2}"], 5, 1)]},
                 "translation_of": "t0",
                 "text": "\n\n".join(words(frames, structure["months"][0], days[3]) for frames in structure["testimony"])},
                {"id": "t0", "person": "p1", "lang": "zh-Hans", "status": "read-back",
                 "text": "\n\n".join(words(FRAMES[7:9], structure["months"][0], days[3]) for _ in structure["testimony"])},
            ],
            "documents": [
                {"id": "d1", "title": words(["Letter of {p2}"], 5, 1), "kind": "letter", "issuer": "o1", "about": ["e0"],
                 "date": f"2019-05-{days[2]:02}"},
            ],
        }
    )  # fmt: skip


def asked(disclosure: Disclosure) -> list[tuple[str, str]]:
    return [(question.where, question.kind) for question in disclosure.questions]


def compare(profile: str, structure: dict[str, Any], one: dict[str, Any], other: dict[str, Any], **chosen: Any) -> None:
    days_differ = profile in ("public", "partner")
    cases = [build(structure, fill, days_differ=days_differ) for fill in (one, other)]
    chosen = {"testimonies": ("confirmed",), **chosen} if profile == "public" else chosen
    shown = [look(case, profile, **chosen) for case in cases]
    # the pair must agree in where its questions stand, and of what kind they are
    assume(asked(shown[0]) == asked(shown[1]))
    if shown[0].questions:
        shown = [look(case, profile, mask_undecided=True, **chosen) for case in cases]
    assume(not shown[0].collisions and not shown[1].collisions)
    assert shown[0].view == shown[1].view
    assert render(shown[0].view).data == render(shown[1].view).data
    assert data_table.table(shown[0].view) == data_table.table(shown[1].view)
    written = [data_case.case_file(one.view) for one in shown]
    assert written[0] == written[1]
    casefile.parse(written[0], FORMS, None)
    if profile in declaration.PROFILES and shown[0].view.testimonies:
        form = Form(number=1, certificates=("interpreter", "translator"))
        assert draw(shown[0].view, form).data == draw(shown[1].view, form).data


@pytest.mark.parametrize("profile", ["counsel", "public"])
@settings(max_examples=PAIRS)
@given(structure=structures(), one=fillings(), other=fillings())
def test_what_is_protected_leaves_no_trace(
    profile: str, structure: dict[str, Any], one: dict[str, Any], other: dict[str, Any]
) -> None:
    compare(profile, structure, one, other)


@pytest.mark.parametrize("profile", ["partner", "court", "ccf"])
@settings(max_examples=PAIRS // 5)
@given(structure=structures(), one=fillings(), other=fillings())
def test_nor_does_it_for_the_other_readers(
    profile: str, structure: dict[str, Any], one: dict[str, Any], other: dict[str, Any]
) -> None:
    if profile == "ccf":  # the client is named there: the same client in both
        other = {
            **other,
            "people": [one["people"][0], *other["people"][1:]],
            "passport": one["passport"],
            "phone": one["phone"],
            "mail": one["mail"],
        }
        names = [set(people[0]) for people in (other["people"][i : i + 1] for i in range(3))]
        assume(not any(names[i] & names[j] for i in range(3) for j in range(i)))
    compare(profile, structure, one, other)


@pytest.mark.parametrize("profile", ["counsel", "public"])
@settings(max_examples=PAIRS // 5)
@given(
    structure=structures(),
    one=fillings(),
    other=fillings(),
    language=st.sampled_from(["en", "zh-Hans"]),
    events=st.sets(st.sampled_from(["e0"])),
    sections=st.sets(st.sampled_from(SECTIONS)),
)
def test_nor_does_it_in_chinese_with_originals_or_by_what_was_chosen(
    profile: str,
    structure: dict[str, Any],
    one: dict[str, Any],
    other: dict[str, Any],
    language: str,
    events: set[str],
    sections: set[str],
) -> None:
    chosen: dict[str, Any] = {"language": language, "testimonies": ("all",), "sections": tuple(sections)}
    if profile == "counsel":
        chosen["include"] = frozenset(["sensitive"])
    if events:
        chosen["events"] = tuple(events)
    compare(profile, structure, one, other, **chosen)


@pytest.mark.parametrize("profile", ["counsel", "court"])
@settings(max_examples=PAIRS // 5)
@given(structure=structures(), one=fillings(), other=fillings())
def test_nor_do_those_who_did_not_agree_to_an_identified_paper(
    profile: str, structure: dict[str, Any], one: dict[str, Any], other: dict[str, Any]
) -> None:
    """The client agreed to be named, and is the same in both; everybody else differs."""
    other = {**other, "people": [one["people"][0], *other["people"][1:]]}
    names = [set(person) for person in other["people"]]
    assume(not any(names[i] & names[j] for i in range(3) for j in range(i)))
    # a village or facility stands by name in such a paper
    other = {**other, "county": one["county"]}
    shown = []
    for fill in (one, other):
        case, rules = identified(build(structure, fill, days_differ=False), load_profile(profile), DATED)
        asked_first = disclosed(case, rules)
        shown.append((case, rules, asked_first))
    assume(asked(shown[0][2]) == asked(shown[1][2]))
    views = [disclosed(case, rules, mask_undecided=True) for case, rules, _ in shown]
    assume(not views[0].collisions and not views[1].collisions)
    assert views[0].view == views[1].view
    form = Form(number=1, identified=True, certificates=("interpreter",))
    drawn = [draw(view.view, form) for view in views]
    assert drawn[0].data == drawn[1].data
    assert one["people"][0][0] in " ".join(drawn[0].expected) or not one["people"][0][0].isascii()


def disclosed(case: Any, rules: Any, **choices: Any) -> Disclosure:
    return disclose(case, rules, (), {}, FORMS, Choices(DATED, ("confirmed",), **choices), is_common)
