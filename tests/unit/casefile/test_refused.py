"""A bad case file is refused whole, with the place of the bad value and a reason that repeats nothing of the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from app.casefile import CaseFileError, dump, parse
from app.domain.forms import Forms

CANARY = "Kanarienvogel"
GONE = object()

# The place that is changed, what is put there (GONE: taken away), and the place that the error names if it is another.
BAD: list[tuple[str, Any] | tuple[str, Any, str]] = [
    # the frame
    ("format", GONE),
    ("format", CANARY),
    ("version", GONE),
    ("version", 2),
    ("version", True),
    ("version", "1"),
    ("case", GONE),
    ("case", CANARY),
    ("case", None),
    ("people", {"id": CANARY}),
    ("people", None),
    ("events[0]", CANARY),
    ("Kanarienvogel", 1, "?"),
    ("case.Kanarienvogel", 1, "case.?"),
    ("people[0].Kanarienvogel", 1, "people[0].?"),
    ("people[0].title", CANARY, "people[0].title"),
    ("events[0].fields.Kanarienvogel", 1, "events[0].fields.?"),
    # the case
    ("case.code", GONE),
    ("case.code", ""),
    ("case.code", "   "),
    ("case.code", f" {CANARY}"),
    ("case.code", f"../{CANARY}"),
    ("case.code", f"{CANARY}\\x"),
    ("case.code", f"-{CANARY}"),
    ("case.code", f"{CANARY}\n"),
    ("case.code", f"{CANARY}\u202e"),
    ("case.code", CANARY * 10),
    ("case.code", 7),
    ("case.opened", f"{CANARY}"),
    ("case.opened", "2021-02-29"),
    ("case.languages", "en"),
    ("case.languages[1]", CANARY),
    ("case.engagement.directed", "yes"),
    ("case.engagement.since", "2021-13"),
    ("case.engagement.counsel", CANARY),
    ("case.engagement.counsel", "l1"),
    ("case.hold.on", "yesterday"),
    ("case.hold.by", "o1"),
    ("case.retention.review_on", "2021-7-2"),
    # people
    ("people[0].id", GONE),
    ("people[0].id", ""),
    ("people[0].id", "  "),
    ("people[0].id", f"{CANARY}\t"),
    ("people[0].id", CANARY * 12),
    ("people[1].id", "p1"),
    ("places[0].id", "p1"),
    ("people[0].names", GONE),
    ("people[0].names", []),
    ("people[0].names[0].text", GONE),
    ("people[0].names[0].text", "\u3000 \n"),
    ("people[0].names[0].text", CANARY * 100_000),
    ("people[0].names[0].kind", CANARY),
    ("people[0].names[0].lang", f"zh_{CANARY}"),
    ("people[0].names[0].lang", "english"),
    ("people[0].roles[0]", CANARY),
    ("people[0].sex", "M"),
    ("people[0].born", f"19{CANARY}"),
    ("people[0].born", "1974/1973"),
    ("people[0].born", 1974),
    ("people[0].born", None),
    ("people[0].nationality", "XX"),
    ("people[0].nationality", "cn"),
    ("people[0].nationality", "CHN"),
    ("people[0].relation.to", "p1"),
    ("people[0].relation.to", "o1"),
    ("people[0].lives_in", "p2"),
    ("people[0].contacts[0].kind", CANARY),
    ("people[0].contacts[0].value", GONE),
    ("people[0].identifiers[0].kind", CANARY),
    ("people[0].identifiers[0].value", 30591274),
    ("people[0].at_risk", CANARY),
    ("people[0].at_risk.from", CANARY),
    ("people[0].at_risk.from", "l1"),
    ("people[0].at_risk.since", CANARY),
    ("people[0].at_risk.Kanarienvogel", 1, "people[0].at_risk.?"),
    ("people[1].at_risk[0].from", CANARY),
    ("people[1].at_risk[1].since", "?"),
    ("people[0].public_figure", "false"),
    ("people[0].public_figure", 0),
    ("people[0].disclose.as", CANARY),
    ("people[0].disclose.text", " "),
    # places and organizations
    ("places[0].kind", CANARY),
    ("places[0].within", CANARY),
    ("places[0].within", "l1"),
    ("places[1].within", "l1", "places[0].within"),
    ("places[0].names", GONE),
    ("organizations[0].kind", CANARY),
    ("organizations[0].country", "UK"),
    ("organizations[0].names", [CANARY], "organizations[0].names[0]"),
    # events
    ("events[0].type", GONE),
    ("events[0].type", CANARY),
    ("events[0].type", "every-type"),
    ("events[0].date", "2019-06-01/2019-05-02"),
    ("events[0].date", "2019-05-02T10:00"),
    ("events[0].place", "o1"),
    ("events[0].people[0].person", GONE),
    ("events[0].people[0].person", "o1"),
    ("events[0].people[0].as", "advocate"),
    ("events[0].organizations[0].organization", "p1"),
    ("events[0].organizations[0].as", "interpreter"),
    ("events[0].lang", "e"),
    ("events[0].certainty", CANARY),
    ("events[0].caused_by[0]", CANARY),
    ("events[0].caused_by[0]", "t1"),
    ("events[0].caused_by[0]", "e1"),
    ("events[1].caused_by", ["e1"], "events[0].caused_by[0]"),
    ("events[0].sources[0].kind", CANARY),
    ("events[0].sources[0].organization", "o1", "events[0].sources[0]"),
    ("events[0].sources[0].person", "d1"),
    ("events[0].sources[0].said_on", CANARY),
    # the fields of an event, by the forms
    ("events[0].fields", [CANARY]),
    ("events[0].fields.legs", []),
    ("events[0].fields.claimed_days", "30"),
    ("events[0].fields.claimed_days", True),
    ("events[0].fields.claimed_days", 10**12 + 1),
    ("events[0].fields.charge", 5),
    ("events[0].fields.charge", None),
    ("events[0].fields.warrant_shown", True),
    ("events[0].fields.warrant_shown", "maybe"),
    ("events[0].fields.detention_type", CANARY),
    ("events[0].fields.counsel_when", CANARY),
    ("events[0].fields.agency", "p1"),
    ("events[0].fields.place_of_arrest", CANARY),
    ("events[0].fields.facilities", "l1"),
    ("events[0].fields.facilities[0]", "o1"),
    ("events[0].fields.client_confidence", "certain"),
    ("events[1].fields.owner", "o1"),
    ("events[1].fields.value", 1200000),
    ("events[1].fields.value.amount", "1200000"),
    ("events[1].fields.value.currency", "yuan"),
    ("events[1].fields.value.on", CANARY),
    ("events[1].fields.value.Kanarienvogel", 1, "events[1].fields.value.?"),
    ("events[2].fields.legs[0].from", "o1"),
    ("events[2].fields.legs[0].to", CANARY),
    ("events[2].fields.legs[0].date", CANARY),
    ("events[2].fields.legs[0].mode", 1),
    # testimonies
    ("testimonies[0].person", GONE),
    ("testimonies[0].person", "o1"),
    ("testimonies[0].lang", GONE),
    ("testimonies[0].text", GONE),
    ("testimonies[0].text", [CANARY]),
    ("testimonies[0].translation_of", "e1"),
    ("testimonies[0].translation_of", "t1"),
    ("testimonies[1].translation_of", "t1", "testimonies[0].translation_of"),
    ("testimonies[0].translation.by", CANARY),
    ("testimonies[0].translation.on", CANARY),
    ("testimonies[0].record", CANARY),
    ("testimonies[0].status", "signed"),
    ("testimonies[0].signed_on", CANARY),
    ("testimonies[0].interview.date", CANARY),
    ("testimonies[0].interview.place", "p1"),
    ("testimonies[0].interview.present[0].as", "victim"),
    ("testimonies[0].interview.present[0].person", "o1"),
    ("testimonies[0].interview.interpreter", "l1"),
    ("testimonies[0].interview.start", "24:00"),
    ("testimonies[0].interview.end", "9:5"),
    ("testimonies[0].interview.pauses[0].from", CANARY),
    ("testimonies[0].interview.breaks", -1),
    ("testimonies[0].interview.breaks", 1.5),
    ("testimonies[0].interview.breaks", True),
    ("testimonies[0].interview.told_before", "three"),
    ("testimonies[0].interview.rights_explained", True),
    ("testimonies[0].interview.sexual_violence", CANARY),
    ("testimonies[0].interview.topics_closed", CANARY),
    ("testimonies[0].interview.entered_on", CANARY),
    ("testimonies[0].readback.interpreter", "o1"),
    ("testimonies[0].readback.paragraphs[0].n", 0),
    ("testimonies[0].readback.paragraphs[0].result", CANARY),
    ("testimonies[0].amendments[0].by", CANARY),
    ("testimonies[0].amendments[0].paragraph", "1"),
    # documents
    ("documents[0].title", GONE),
    ("documents[0].title", " "),
    ("documents[0].kind", CANARY),
    ("documents[0].issuer", "p1"),
    ("documents[0].about[0]", "p1"),
    ("documents[0].data", "aGVsbG8=", "documents[0]"),
    ("documents[0].sha256", CANARY),
    ("documents[0].sha256", "0" * 63),
    ("documents[0].file", ""),
    ("documents[0].file", f"../{CANARY}"),
    ("documents[0].file", f"a/../../{CANARY}"),
    ("documents[0].file", f"/{CANARY}"),
    ("documents[0].file", f"//{CANARY}/share"),
    ("documents[0].file", f"C:/{CANARY}"),
    ("documents[0].file", f"C:{CANARY}"),
    ("documents[0].file", f"\\\\{CANARY}\\share"),
    ("documents[0].file", f"a\\..\\{CANARY}"),
    ("documents[0].file", f"{CANARY}:stream"),
    ("documents[0].file", f"{CANARY}/"),
    ("documents[0].file", f"a//{CANARY}"),
    ("documents[0].file", f"a/{CANARY}\n"),
    ("documents[0].file", "."),
    ("documents[1].data", f"{CANARY}!"),
    ("documents[1].data", "aGVsbG8"),
    ("documents[1].data", "aGVs\nbG8="),
    ("documents[1].data", "aGVsbG8=aGVsbG8="),
    ("documents[1].data", "é"),
    ("documents[1].data", 5),
    ("documents[1].sha256", "0" * 64),
    # consents
    ("consents[0].person", GONE),
    ("consents[0].person", "o1"),
    ("consents[0].purpose", GONE),
    ("consents[0].purpose", CANARY),
    ("consents[0].recipient", GONE),
    ("consents[0].recipient", "police"),
    ("consents[0].identity", GONE),
    ("consents[0].identity", CANARY),
    ("consents[0].given_on", GONE),
    ("consents[0].given_on", CANARY),
    ("consents[0].method", CANARY),
    ("consents[0].explained", "yes"),
    ("consents[0].given_by", "l1"),
    ("consents[0].assent", True),
    ("consents[0].scope[0]", "d1"),
    ("consents[0].scope[1]", CANARY),
    ("consents[0].interpreter", CANARY),
    ("consents[0].expires", CANARY),
    ("consents[0].withdrawn_on", CANARY),
    ("consents[0].ask_again_on", CANARY),
    # what no text may hold
    ("people[0].occupation", f"{CANARY}\0"),
    ("people[0].occupation", f"{CANARY}\ud800"),
    ("events[0].account", f"\udc00{CANARY}"),
    ("testimonies[0].text", CANARY * 100_000),
]


def _named(bad: tuple[Any, ...]) -> str:
    value = "gone" if bad[1] is GONE else repr(bad[1])[:30].encode("ascii", "backslashreplace").decode()
    return f"{bad[0]}={value}"


@pytest.mark.parametrize("bad", BAD, ids=map(_named, BAD))
def test_a_bad_value_is_refused_at_its_place(bad: tuple[Any, ...], heron: dict[str, Any], forms: Forms) -> None:
    place, value, *named = bad
    _put(heron, place, value)

    with pytest.raises(CaseFileError) as caught:
        parse(json.dumps(heron).encode(), forms, None)

    assert caught.value.path == (named[0] if named else place)
    _repeats_nothing(caught.value)


RAW: dict[str, tuple[bytes, str, str]] = {
    "nothing": (b"", "$", "not JSON"),
    "no JSON": (b"Kanarienvogel", "$", "not JSON"),
    "a list": (b"[]", "$", "not an object"),
    "a text": (b'"Kanarienvogel"', "$", "not an object"),
    "a number": (b"1", "$", "not an object"),
    "Latin-1": (b'{"format": "\xe9"}', "$", "not UTF-8"),
    "UTF-16": ('{"format": "affiant-case"}'.encode("utf-16"), "$", "not UTF-8"),
    "an encoded surrogate": (b'{"format": "\xed\xa0\x80"}', "$", "not UTF-8"),
    "two byte order marks": (b"\xef\xbb\xbf\xef\xbb\xbf{}", "$", "not JSON"),
    "a comment": (b'{} // "Kanarienvogel"', "$", "not JSON"),
    "two documents": (b'{}\n{"format": "Kanarienvogel"}', "$", "not JSON (line 2)"),
    "a comma too many": (b'{"format": "affiant-case",}', "$", "not JSON"),
    "single quotes": (b"{'format': 'Kanarienvogel'}", "$", "not JSON"),
    "an open bracket": (b'{"people": [', "$", "brackets"),
    "a raw line end in a text": (b'{"format": "Kanarien\nvogel"}', "$", "not JSON (line 1)"),
    "a raw NUL": (b'{"format": "\x00"}', "$", "not JSON"),
    "a bad escape": (rb'{"format": "\x41"}', "$", "not JSON"),
    "NaN": (b'{"people": [{"id": NaN}]}', "people[0].id", "not finite"),
    "Infinity": (b'{"version": -Infinity}', "version", "not finite"),
    "a number beyond all": (b'{"version": 1e999}', "version", "outside"),
    "a number too large": (b'{"version": 1000000000001}', "version", "outside"),
    "a number too low": (b'{"version": -1.5e12}', "version", "outside"),
    "a number under an unknown key": (b'{"Kanarienvogel": 1e999}', "?", "outside"),
    "a key twice": (b'{"format": "affiant-case", "format": "Kanarienvogel"}', "format", "twice"),
    "an unknown key twice": (b'{"case": {"Kanarienvogel": 1, "Kanarienvogel": 2}}', "case.?", "twice"),
    "a key twice, deep": (b'{"events": [{"sources": [{}, {"as": 1, "as": 2}]}]}', "events[0].sources[1].as", "twice"),
    "a key twice, once escaped": (rb'{"format": 1, "f\u006frmat": 2}', "format", "twice"),
    "a NUL in a key": (rb'{"case": {"Kanarienvogel\u0000": 1}}', "case.?", "NUL"),
    "half a pair in a key": (rb'{"\udfff": 1}', "?", "surrogate"),
    "halves in the wrong order": (rb'{"format": "\udfff\ud800"}', "format", "surrogate"),
}  # fmt: skip


@pytest.mark.parametrize("name", RAW)
def test_what_is_not_a_document_is_refused(name: str, forms: Forms) -> None:
    raw, path, reason = RAW[name]

    with pytest.raises(CaseFileError) as caught:
        parse(raw, forms, None)

    assert (caught.value.path, reason in caught.value.reason) == (path, True)
    _repeats_nothing(caught.value)


def test_the_table_holds_at_least_eighty_kinds_of_bad_case_file() -> None:
    assert len(set(map(_named, BAD))) + len(RAW) >= 80


def test_every_key_of_the_sample_is_refused_when_it_holds_something_else(heron: dict[str, Any], forms: Forms) -> None:
    untouched = json.dumps(heron)
    for place in list(_places(heron)):
        changed = json.loads(untouched)
        _put(changed, place, {"Kanarienvogel": [CANARY]})
        with pytest.raises(CaseFileError) as caught:
            parse(json.dumps(changed).encode(), forms, None)
        _repeats_nothing(caught.value)


def test_an_error_says_place_and_reason_in_one_line(heron: dict[str, Any], forms: Forms) -> None:
    heron["people"][1]["born"] = "long ago"

    with pytest.raises(CaseFileError, match=r"\Apeople\[1\]\.born: not an EDTF date\Z"):
        parse(json.dumps(heron).encode(), forms, None)


def test_nothing_of_the_file_hangs_on_the_error(heron: dict[str, Any], forms: Forms) -> None:
    heron["people"][0]["sex"] = CANARY

    with pytest.raises(CaseFileError) as caught:
        parse(json.dumps(heron).encode(), forms, None)

    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_the_case_file_that_all_these_were_made_from_is_accepted(heron: dict[str, Any], forms: Forms) -> None:
    read = parse(json.dumps(heron).encode(), forms, None)

    assert read.case.case.code == "HERON"
    assert json.loads(dump(read.case))["people"] == heron["people"]


def _repeats_nothing(error: CaseFileError) -> None:
    said = f"{error} {error.path} {error.reason} {error!r} {error.args}"
    assert CANARY.lower() not in said.lower()
    assert "\n" not in said


def _steps(place: str) -> list[str | int]:
    return [int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", place)]


def _put(tree: dict[str, Any], place: str, value: Any) -> None:
    holder: Any = tree
    *way, last = _steps(place)
    for step in way:
        holder = holder[step]
    if value is GONE:
        del holder[last]
    else:
        holder[last] = value


def _places(value: Any, place: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            here = f"{place}.{key}".lstrip(".")
            yield here
            yield from _places(item, here)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield f"{place}[{position}]"
            yield from _places(item, f"{place}[{position}]")
