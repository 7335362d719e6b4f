"""What the words of a testimony fill in by themselves: the date in them, the place, the people, who said so and when.

Proposals only, put into a form that a person looks through before it is saved. Nothing is guessed that could be another's:
a spelling that two people on record share fills in neither.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from app.domain import dates
from app.domain.case import Case, Testimony
from app.domain.said_dates import SaidDateError, read_said
from app.redaction.fold import squeezed
from app.services.from_kin import kin_in
from app.services.registry import entries, likely_language

#: Shorter spellings of letters that are written with spaces say too little: "Li" is in "lived" and in "police".
_LEAST = 3
_HAN = re.compile("[\u3400-\u9fff]")
_LONGEST = 20_000
#: A date is looked for in so many characters; nobody selects more to tell when something was.
_READ = 600
_QUOTED = re.compile(r"“([^“”]+)”|«([^«»]+)»|「([^「」]+)」|\"([^\"]+)\"")
_CLAUSES = re.compile(r"[,.;:!?，。；：！？、\n()（）]")


def name_from(words: str) -> dict[str, Any]:
    """A spelling as a case file writes it, with the script and language it is in where these are plain."""
    text = " ".join(words.split())
    lang = likely_language(text)
    return {"text": text, **({"kind": "native", "lang": lang} if lang else {})}


def person_from(witness: str, words: str) -> dict[str, Any]:
    """A new person as selected words tell of them: the name, and what they are to the witness where that is said."""
    kin = kin_in(words)
    out: dict[str, Any] = {"names": [name_from(kin.name)]}
    if kin.role:
        out["roles"] = [kin.role]
    if kin.as_:
        out["relation"] = {"to": witness, "as": kin.as_}
    return out


def quoted_in(words: str) -> str:
    """What stands first in quotation marks; "" for nothing, and where they are not closed."""
    found = _QUOTED.search(words)
    return next((part.strip() for part in found.groups() if part), "") if found else ""


def on_record(case: Case, kind: str, words: str) -> str:
    """The id of the one entry of a kind (``people``, ``places``) that is spelled so; "" for none or several."""
    key = squeezed(words)
    found = [one.id for one in entries(case, kind) if key and any(squeezed(name.text) == key for name in one.names)]
    return found[0] if len(found) == 1 else ""


def event_from(case: Case, testimony: Testimony, words: str, quotation: str = "quote") -> dict[str, Any]:
    """The parts of an event that a selection says, as a case file writes them.

    ``quotation``: the field of the type for words that were said by others and stand in quotation marks.
    """
    text = words.strip()[:_LONGEST]
    told_on = _told_on(testimony)
    out: dict[str, Any] = {"account": text, "lang": testimony.lang}
    source: dict[str, Any] = {"kind": "witness", "person": testimony.person}
    if testimony.interview is not None and testimony.interview.date:
        source["said_on"] = testimony.interview.date
    out["sources"] = [source]
    date = _date_in(text, told_on, testimony.lang) if told_on is not None else ""
    if date:
        out["date"] = date
    places = list(_named_in(text, ((one.id, [n.text for n in one.names]) for one in case.places)))
    if len(places) == 1:
        out["place"] = places[0]
    people = list(_named_in(text, ((one.id, [n.text for n in one.names]) for one in case.people)))
    if people:
        out["people"] = [{"person": person} for person in people]
    if said := quoted_in(text):
        out["fields"] = {quotation: said}
    return out


def _told_on(testimony: Testimony) -> dt.date | None:
    """The day on which it was told: "last winter" means nothing without it."""
    said = testimony.interview.date if testimony.interview is not None else None
    point = dates.parse(said).start if said else None
    return point.earliest if point is not None and point.exact else None


def _date_in(text: str, told_on: dt.date, lang: str) -> str:
    """The date that stands first in a text and can be read without a doubt (EDTF); "" for none.

    The longest run of words that is a date counts: "about May 2019" is another date than "May 2019" inside it.
    """
    for clause in _CLAUSES.split(text[:_READ]):
        for words in _runs_of(clause.strip()):
            try:
                return read_said(words, told_on, lang).edtf
            except SaidDateError:
                continue
    return ""


def _runs_of(clause: str) -> Iterator[str]:
    """What may be a date in a clause, the longest first: runs of words, or of characters where words are not parted."""
    parts = list(clause) if _HAN.search(clause) else clause.split()
    glue, most = ("", 14) if _HAN.search(clause) else (" ", 8)
    for size in range(min(len(parts), most), 0, -1):
        for start in range(len(parts) - size + 1):
            run = parts[start : start + size]
            if size > 1 or (run[0].isdigit() and len(run[0]) == 4):  # one word alone is no date but for a year
                yield glue.join(run)


def _named_in(text: str, spelled: Iterable[tuple[str, Sequence[str]]]) -> Iterator[str]:
    """Which of these are named in a text: whole words where words are parted, any place where they are not."""
    plain = {squeezed(word) for word in _runs(text)}
    whole = squeezed(text)
    owners: dict[str, set[str]] = {}
    for entry, names in spelled:
        for name in names:
            owners.setdefault(squeezed(name), set()).add(entry)
    seen: set[str] = set()
    for key, whose in owners.items():
        held = key in whole if _HAN.search(key) else len(key) >= _LEAST and key in plain
        if key and held and len(whose) == 1:
            (entry,) = whose
            if entry not in seen:
                seen.add(entry)
                yield entry


def _runs(text: str) -> Iterator[str]:
    """Up to five words that follow each other."""
    parts = re.findall(r"[^\W_][\w’'\-]*", text)
    for start in range(len(parts)):
        for size in range(1, min(5, len(parts) - start) + 1):
            yield " ".join(parts[start : start + size]).removesuffix("’s").removesuffix("'s")
