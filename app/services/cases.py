"""The list of cases: what stands behind each line, one case at a time; and where words stand, in all cases or in one.

    facts(vault) -> Iterator[CaseFacts]                 by code, as the list shows them; a damaged case says so
    find(vault, text, case_id="") -> Iterator[Found]    as they are found; "" searches all cases
    suggested_code(taken) -> str                        a word for a new case, drawn by chance, that says nothing

Never a real name: a client stands as an export for counsel would call him.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date

from app.domain.case import Case
from app.errors import DAMAGED, UserError
from app.services.open_vault import OpenVault
from app.services.session import told
from app.services.standing import client_stands_as

_WHERE = re.compile(r"([a-z]+)(?:\[(\d+)\])?\.(.+)")
#: A year, month or day as records hold it; spans are not looked for. Nobody types a longer date to find it.
_KEPT_DATE, _LONGEST_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}"), 60

#: Words for codes: trees, birds, stones and waters, which are near to nobody's name or place.
_CODES = """
    ACORN ALDER ASPEN BEECH BIRCH BRAMBLE BRIAR BROOK CEDAR CLOVER CORAL CRANE CURLEW CYPRESS DELTA DUNE EGRET ELDER FALCON FERN
    FINCH FJORD FLINT GARNET GORSE GRANITE GULL HAWTHORN HAZEL HEATHER HERON HOLLOW IBIS IVY JASPER JUNIPER KESTREL LAGOON LARCH
    LARK LICHEN LINDEN LINNET MAPLE MARSH MARTEN MEADOW MOSS MYRTLE NETTLE OAK OPAL OSPREY OTTER PEBBLE PETREL PINE PLOVER
    POPLAR QUARRY QUARTZ QUINCE RAVEN REED RIDGE ROBIN ROWAN RUSH SEDGE SHALE SLATE SORREL SPRUCE STARLING SWIFT SYCAMORE TEAL
    TERN THICKET THISTLE THRUSH THYME TUNDRA VETCH WALNUT WARBLER WILLOW WREN YARROW YEW
""".split()


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the list shows of a case beside the catalog. ``read_back`` of ``testimonies`` were read back or confirmed.

    ``damaged``: it could not be read, and everything else is empty.
    """

    case_id: str
    stands_as: str = field(default="", repr=False)
    testimonies: int = 0
    read_back: int = 0
    confirmed: int = 0
    events: int = 0
    documents: int = 0
    people: int = 0
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A place where words stand. ``kind`` and ``number`` (from 1) are the entry's as the case counts it; ``path`` in it.

    ``damaged``: the case could not be searched; only case and code are given.
    """

    case_id: str
    code: str
    kind: str = ""
    number: int = 0
    entry: str = ""
    path: str = ""
    paragraph: int = 0
    snippet: str = field(default="", repr=False)
    damaged: bool = False


def facts(vault: OpenVault) -> Iterator[CaseFacts]:
    """The facts of every case, one after the other, by code. Each case is closed before the next is opened."""
    with told():
        summaries = vault.vault.cases()
    today = date.today()
    for summary in summaries:
        if summary.damaged:
            yield CaseFacts(summary.id, damaged=True)
            continue
        try:
            yield facts_of(summary.id, vault.look_into(summary.id), today)
        except UserError as error:
            if error.status != DAMAGED:
                raise
            yield CaseFacts(summary.id, damaged=True)


def facts_of(case_id: str, case: Case, today: date) -> CaseFacts:
    """The facts of one case. A translation is no testimony of its own."""
    taken = [testimony for testimony in case.testimonies if testimony.translation_of is None]
    return CaseFacts(
        case_id,
        client_stands_as(case, today),
        len(taken),
        sum(testimony.status in ("read-back", "confirmed") for testimony in taken),
        sum(testimony.status == "confirmed" for testimony in taken),
        len(case.events),
        len(case.documents),
        len(case.people),
    )


def find(vault: OpenVault, text: str, case_id: str = "") -> Iterator[Found]:
    """Where all words of a text stand together, as they are found; in one case if it is named.

    A date that is written as people say it ("May 2021", 2021年5月) is found as it is kept on record too.
    """
    seen: set[tuple[str, str, int]] = set()
    with told():
        for hit in (hit for words in _asked(text) for hit in vault.vault.search(words, case_id)):
            place = (hit.case_id, hit.where, hit.paragraph)
            if place in seen:
                continue
            seen.add(place)
            parts = _WHERE.fullmatch(hit.where)
            if hit.damaged or parts is None:
                yield Found(hit.case_id, hit.case_code, damaged=True)
                continue
            kind, number, path = parts.groups()
            at = int(number) + 1 if number is not None else 0
            yield Found(hit.case_id, hit.case_code, kind, at, hit.entry, path, hit.paragraph, hit.snippet)


def _asked(text: str) -> Iterator[str]:
    """The words as they were typed, and where they are a date, that date as records hold it."""
    from app.domain.said_dates import SaidDateError, read_said  # the list of cases stands before anybody searches

    yield text
    try:
        edtf = read_said(text.strip()[:_LONGEST_DATE], date.today()).edtf.rstrip("~?%")
    except SaidDateError:
        return
    if _KEPT_DATE.fullmatch(edtf) and edtf != text.strip():
        yield edtf


def suggested_code(taken: Collection[str]) -> str:
    """A code that no case has: a neutral word, with a number once the words are used up."""
    free = [word for word in _CODES if word not in taken]
    if free:
        return secrets.choice(free)
    number = 2
    while f"{_CODES[0]}-{number}" in taken:
        number += 1
    return f"{_CODES[0]}-{number}"
