"""From the traces of a walk to the texts that a person reviews, side by side and paragraph by paragraph, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from app.domain.case import Case
from app.domain.paragraphs import PARAGRAPHS
from app.redaction.disclose import Disclosure
from app.redaction.trace import UNDECIDED, Mark, TextTrace
from app.services.review_values import ReviewedText
from app.services.session import forms

_ENTRY = re.compile(r"(?P<list>[a-z]+)(?:\[(?P<index>\d+)\])?(?:\.(?P<rest>.*))?\Z")
_LEG = re.compile(r"fields\.(?P<field>\w+)\[(?P<leg>\d+)\]\.(?P<part>\w+)\Z")
_KINDS = {
    "testimonies": "testimony",
    "events": "event",
    "documents": "document",
    "people": "person",
    "organizations": "organization",
}
_ORDER = ("testimony", "event", "document", "person", "organization", "substitute", "case")
_PARTED = ("testimony", "event")


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark within one reviewed text: ``at`` … ``until`` in the original, ``read_at`` … ``read_until`` in the redacted."""

    mark: Mark = field(repr=False)
    at: int
    until: int
    read_at: int
    read_until: int


def reviewed(case: Case, disclosure: Disclosure, undecided: str) -> list[tuple[ReviewedText, tuple[Placed, ...]]]:
    """Every text that the view was made from. ``undecided`` is the word that stands for what is open."""
    seen: dict[str, TextTrace] = {}
    for trace in disclosure.traces:
        seen.setdefault(trace.where, trace)  # a reason for risk is read in two places
    heads = sorted(((_head(case, disclosure, trace.where), trace) for trace in seen.values()), key=lambda entry: entry[0].order)
    held = _Held(disclosure)
    return [part for head, trace in heads for part in _parts(head, trace, held, undecided)]


@dataclass(frozen=True, slots=True)
class _Head:
    kind: str
    entry_id: str | None
    number: int | None
    words: str
    order: tuple[int, int, int]


def _head(case: Case, disclosure: Disclosure, where: str) -> _Head:
    match = _ENTRY.match(where)
    group, index, rest = (match["list"], match["index"], match["rest"]) if match else (where, None, None)
    if index is None or group not in _KINDS:
        return _Head("case", None, None, _plain(f"case {where.removeprefix('case.')}"), (_ORDER.index("case"), 0, 0))
    kind = _KINDS[group]
    entry = getattr(case, group)[int(index)]
    number = disclosure.numbers.get(entry.id)
    field_order, words = 0, ""
    if kind == "event":
        field_order, words = _event_words(entry.type, rest or "")
    elif kind == "testimony":
        words = ""
    elif rest == "disclose.text":
        kind, words = "substitute", "what stands for it"
    elif kind != "document":
        words = _plain(rest or "")
    name = {"testimony": "Testimony", "event": "Event", "document": "Exhibit", "person": "Person"}.get(kind, "Entry")
    stands = disclosure.substitutes[entry.id].text if kind in ("person", "organization", "substitute") else ""
    head = stands or (f"{name} {number}" if number is not None else name)
    if kind == "event":
        head += f": {forms().types[entry.type].label}"
    return _Head(
        kind,
        entry.id,
        number,
        f"{head}, {words}" if words else head,
        (_ORDER.index(kind), number or int(index), field_order),
    )


def _event_words(record_type: str, rest: str) -> tuple[int, str]:
    """The account first, then the fields in the order of their form."""
    if rest == "account":
        return 0, "account"
    leg = _LEG.match(rest)
    key = leg["field"] if leg else rest.removeprefix("fields.")
    for order, form_field in enumerate(forms().fields_of(record_type), 1):
        if form_field.key == key:
            if leg is None:
                return order, form_field.label.lower()
            return order, f"{form_field.label.lower()} {int(leg['leg']) + 1}, {form_field.part(leg['part']).label.lower()}"
    return 0, _plain(key)


def _plain(path: str) -> str:
    return re.sub(r"\[\d+\]", "", path).replace("_", " ").replace(".", " ").strip()


class _Held:
    """Whether a redacted text reaches the view. Some are dropped whole: what a profile tells in the third person only."""

    def __init__(self, disclosure: Disclosure) -> None:
        view = disclosure.view
        told: set[str] = set()
        for event in view.events:
            told.update(event.account)
            told.update(fact.value.strip() for fact in event.facts)
        for testimony in view.testimonies:
            told.update(paragraph.text for paragraph in testimony.paragraphs)
        told.update(document.title.strip() for document in view.documents)
        self._told = told
        lines = [part for person in view.people for part in (*person.description, person.risk or "")]
        lines += [fact.value for event in view.events for fact in event.facts if event.lane == "flight"]  # legs of a journey
        self._lines = "\n".join((view.reason, view.jurisdiction or "", *view.matters, *lines))

    def __contains__(self, paragraph: str) -> bool:
        return paragraph in self._told or (bool(paragraph) and paragraph.rstrip(".。") in self._lines)


def _parts(head: _Head, trace: TextTrace, held: _Held, undecided: str) -> Iterator[tuple[ReviewedText, tuple[Placed, ...]]]:
    marks = trace.marks_read()
    spans = list(_paragraphs(trace.said)) if head.kind in _PARTED else [(0, len(trace.said))]
    numbered = head.kind == "testimony" or len(spans) > 1
    following = 0
    for n, (start, end) in enumerate(spans, 1):
        mine = []
        while following < len(marks) and marks[following].start < end:
            mine.append(marks[following])
            following += 1
        low, high = trace.place(start), trace.place(end, end=True)
        read = trace.read[low:high]
        low += len(read) - len(read.lstrip())
        read = read.strip()
        redacted, placed = _worded(read, low, start, end, mine, undecided)
        yield (
            ReviewedText(
                where=trace.where,
                kind=head.kind,
                entry_id=head.entry_id,
                number=head.number,
                paragraph=n if numbered else None,
                heading=f"{head.words}, paragraph {n}" if numbered else head.words,
                lang=trace.lang,
                offset=start,
                original=trace.said[start:end],
                redacted=redacted,
                in_copy=head.kind == "substitute" or read in held,
            ),
            placed,
        )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where paragraphs stand in a text, without the blank lines and spaces around them."""
    at = 0
    for gap in (*PARAGRAPHS.finditer(text), None):
        end = gap.start() if gap else len(text)
        part = text[at:end]
        if part.strip():
            yield at + len(part) - len(part.lstrip()), at + len(part.rstrip())
        at = gap.end() if gap else end


def _worded(read: str, low: int, start: int, end: int, marks: Iterable[Mark], undecided: str) -> tuple[str, tuple[Placed, ...]]:
    """One paragraph with one and the same word for all that is open, and the places of its marks."""
    out: list[str] = []
    placed: list[Placed] = []
    at = length = 0
    for mark in marks:
        first, last = (min(max(place - low, 0), len(read)) for place in (mark.read_start, mark.read_end))
        at_said, until = max(mark.start - start, 0), min(mark.end, end) - start
        if first < at or first == last:  # said again by the mark before it, or left out with its sentence
            before = placed[-1] if placed and first < at and last <= at else None
            here = (before.read_at, before.read_until) if before else (length + max(first - at, 0),) * 2
            placed.append(Placed(mark, at_said, until, *here))
            continue
        shown = undecided if mark.state == UNDECIDED and not _left_out(read[first:last]) else read[first:last]
        out += [read[at:first], shown]
        length += first - at
        placed.append(Placed(mark, at_said, until, length, length + len(shown)))
        length += len(shown)
        at = last
    out.append(read[at:])
    return "".join(out), tuple(placed)


def _left_out(shown: str) -> bool:
    """A sentence that was left out whole says nothing of what was open in it."""
    return shown == "[…]"
