"""The sections of a report, each a list of flowables made from a part of the disclosed view."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from reportlab.platypus.doctemplate import PageBreak
from reportlab.platypus.flowables import Flowable

from app.redaction.disclosed import Disclosed, DisclosedOrganization, DisclosedPerson
from app.report import sections_style as look
from app.report.columns import in_two
from app.report.references import References
from app.report.sections_abstract import Abstract, by_kind
from app.report.sections_chronology import Chronology
from app.report.sections_events import Details
from app.report.sections_exhibits import ExhibitPages
from app.report.sections_notice import LANE as NOTICE
from app.report.sections_notice import Notices
from app.report.sections_shapes import Beside, Bookmarked, Rule, Stack
from app.report.sections_testimony import Testimonies
from app.report.sections_withheld import Ended, Withheld
from app.report.setting import Run, Setter, Style
from app.report.texts import Texts
from app.report.timeline_drawing import Legend, timeline_flowables


class Sections:
    """Makes the flowables of one report. ``width`` is that of the text block, in points."""

    def __init__(self, view: Disclosed, texts: Texts, setter: Setter, width: float) -> None:
        self._view, self._texts, self._setter, self._width = view, texts, setter, width
        self._references = References(view, texts)
        self._bookmarks = 0

    def all(self) -> list[Flowable]:
        """Every section that was chosen and has something to say, in order; pages of exhibits come last."""
        sections: dict[str, Callable[[], Iterator[Flowable]]] = {
            "abstract": self._abstract,
            "reason": self._reason,
            "people": self._people,
            "places": self._places,
            "organizations": self._organizations,
            "chronology": self._chronology,
            "timeline": self._timeline,
            "events": self._events,
            "notice": self._notice,
            "testimonies": self._testimonies,
            "exhibits": self._exhibits,
        }
        drawn = [part for key, draw in sections.items() if self._view.shows(key) for part in draw()]
        return [*self._opening(), *drawn, *self._closing(), *self._exhibit_pages()]

    # -- the first page ------------------------------------------------------------------------------------------------

    def _opening(self) -> Iterator[Flowable]:
        view, texts = self._view, self._texts
        yield self._text(texts.say(f"legend.{view.legend}"), look.LEGEND)
        yield self._text(texts.say("title"), look.TITLE)
        yield Rule(6, 8, color=look.ACCENT, weight=1)
        block = [
            ("case", view.case_code),
            ("recipient", texts.say("block.for", who=view.recipient) if view.recipient else None),
            ("profile", texts.word("profile", view.profile)),
            ("dated", view.dated),
            ("jurisdiction", view.jurisdiction),
            ("matters", texts.series([*map(self._matter, view.matters)]) if view.matters else None),
        ]
        for key, value in block:
            if value:
                yield self._pair(texts.say(f"block.{key}"), value, look.VALUE)
        yield Rule(8, 10)
        yield self._text(texts.say("identified" if view.identified else "pseudonymised"), look.WARNING)

    def _abstract(self) -> Iterator[Flowable]:
        parts = Abstract(self._view, self._texts, self._setter, self._references).parts()
        if parts:
            yield from self._section(self._texts.say("section.abstract"), parts)

    def _reason(self) -> Iterator[Flowable]:
        yield from self._section(self._texts.say("section.reason"), [self._text(self._view.reason, look.REASON)])

    def _matter(self, matter: str) -> str:
        """Words of one's own stand as they are; what the report has a word for is spelled as that."""
        table = self._texts.table.get("matter")
        return str(table.get(matter.lower(), matter)) if isinstance(table, dict) else matter

    # -- who and where ---------------------------------------------------------------------------------------------------

    def _people(self) -> Iterator[Flowable]:
        if not self._view.people:
            return
        texts = self._texts
        parts = self._parts_in_events()
        rows: list[Flowable] = [self._text(texts.say("people.note"), look.NOTE)]
        for person in self._view.people:
            roles = [texts.word("role", role) for role in person.roles]
            told = " ".join(person.description)
            lead = texts.series([role for role in roles if role not in told])
            words = texts.say("part_separator").join([*([lead] if lead else []), *person.description])
            right: list[Flowable] = [self._text(words, look.CELL)] if words else []
            if person.risk:
                right.append(self._text(person.risk, Style(9.5, 13, italic=True)))
            if person.stands_as in parts:
                right.append(self._text(parts[person.stands_as], look.PART))
            rows.append(self._row(self._stands(person), right or [self._text("", look.CELL)], bold=not person.named))
        yield from self._section(texts.say("section.people"), _ended(rows))

    def _parts_in_events(self) -> dict[str, str]:
        """By what somebody stands as, the parts they had in events: "victim in Event 5"."""
        texts = self._texts
        held: dict[str, dict[str | None, list[int]]] = {}
        for event in self._view.events:
            for who, part in event.people:
                held.setdefault(who, {}).setdefault(part, []).append(event.number)
        out = {}
        for who, parts in held.items():
            told = []
            for part, numbers in parts.items():
                events = self._references.events(numbers)
                if len(events) > look.LONGEST_REFERENCE:
                    events = texts.plural("abstract.events", len(numbers))
                if events:
                    word = texts.word("person_part", part) if part else texts.say("people.part")
                    told.append(texts.say("people.part_in", part=word, events=events))
            if told:
                out[who] = texts.say("part_separator").join(told)
        return out

    def _stands(self, one: DisclosedPerson | DisclosedOrganization) -> str:
        """Both forms of a descriptor, so that what stands in brackets in a text is found: "an officer [Officer]"."""
        if not one.in_text:
            return one.stands_as
        return self._texts.say("people.both", who=one.stands_as, short=one.in_text)

    def _places(self) -> Iterator[Flowable]:
        rows = [self._entry(place.stands_as, place.description, bold=True) for place in self._view.places]
        if rows:
            yield from self._section(self._texts.say("section.places"), self._in_two(rows))

    def _organizations(self) -> Iterator[Flowable]:
        texts = self._texts
        rows = []
        for organization in self._view.organizations:
            kind = texts.word("organization_kind", organization.kind) if organization.kind else ""
            words = texts.say("list_separator").join(word for word in (kind, organization.country or "") if word)
            rows.append(self._entry(self._stands(organization), words, bold=not organization.named))
        if rows:
            yield from self._section(texts.say("section.organizations"), self._in_two(rows))

    # -- what happened -----------------------------------------------------------------------------------------------------

    def _timeline(self) -> Iterator[Flowable]:
        drawings, undated = timeline_flowables(self._view.events, self._setter, self._texts, self._width)
        if not drawings:
            return
        parts: list[Flowable] = [Stack([Legend(self._setter, self._texts), drawings[0]]), *drawings[1:]]
        if undated:
            line = self._texts.say("timeline.undated", numbers=self._references.events(undated))
            parts.append(self._text(line, look.NOTE))
        yield from self._section(self._texts.say("section.timeline"), parts)

    def _chronology(self) -> Iterator[Flowable]:
        if self._view.events:
            table = Chronology(self._texts, self._setter, self._width).table(self._view.events)
            yield from self._section(self._texts.say("section.chronology"), [table])

    def _events(self) -> Iterator[Flowable]:
        """A section a kind of event; a red notice has one of its own, if that was chosen."""
        details = Details(self._texts, self._setter, self._references, self._width)
        for kind in by_kind(self._view.events):
            if kind[0].lane == NOTICE and self._view.shows("notice"):
                continue
            yield from self._section(kind[0].label, [details.table(kind)])

    def _notice(self) -> Iterator[Flowable]:
        for kind in by_kind(self._view.events):
            if kind[0].lane == NOTICE:
                notices = Notices(self._view, self._texts, self._setter, self._references, self._width)
                yield from self._section(self._texts.say("section.notice"), notices.parts(kind))

    # -- what was said -----------------------------------------------------------------------------------------------------

    def _testimonies(self) -> Iterator[Flowable]:
        made = Testimonies(self._texts, self._setter, self._references)
        for title, parts in made.sections(self._view.testimonies):
            yield from self._section(title, parts)

    def _exhibits(self) -> Iterator[Flowable]:
        texts = self._texts
        rows = []
        shown = {exhibit.number for exhibit in self._view.exhibits}
        for document in self._view.documents:
            about = self._references.events(document.about)
            facts = [
                texts.word("document_kind", document.kind) if document.kind else "",
                document.date or "",
                texts.say("exhibit.issuer", who=document.issuer) if document.issuer else "",
                texts.language_name(document.lang) if document.lang else "",
                texts.say("exhibit.about", numbers=about) if about else "",
                texts.say(f"exhibit.{'shown' if document.number in shown else 'held' if document.held else 'not_held'}"),
            ]
            right = [
                self._text(document.title, look.CELL),
                self._text(texts.say("part_separator").join(filter(None, facts)), look.NOTE),
            ]
            rows.append(self._row(texts.say("exhibit.number", n=document.number), right, column=look.TERM_COLUMN))
        if rows:
            yield from self._section(texts.say("section.exhibits"), _ended(rows))

    # -- what is not here ----------------------------------------------------------------------------------------------------

    def _closing(self) -> Iterator[Flowable]:
        view, texts = self._view, self._texts
        end = self._end() if view.shows("more") else None
        if not (view.withheld and view.shows("withheld")):
            yield from [end] if end else []
            return
        table = Withheld(view, texts, self._setter, self._width).table()
        lead = self._text(texts.say("withheld_text.lead_pages" if view.exhibits else "withheld_text.lead"), look.CLOSING)
        yield from self._section(texts.say("section.withheld"), [Stack([lead, Ended(table, end) if end else table])])

    def _end(self) -> Flowable:
        """The consent on record, and how to ask for more: side by side, in one piece."""
        view, texts = self._view, self._texts
        more = [self._text(line, look.CLOSING) for line in texts.lines("more.text")]
        ask = Stack(list(self._section(texts.say("section.more"), more)))
        if not view.consent_purposes:
            return Stack([ask], whole=True)
        purposes = texts.series([texts.word("purpose", purpose) for purpose in view.consent_purposes])
        line = self._text(texts.say("consent.line", purposes=purposes), look.CLOSING)
        consent = Stack(list(self._section(texts.say("section.consent"), [line])))
        column = (self._width - look.LIST_GUTTER) / 2
        return Stack([Beside(consent, ask, column, look.LIST_GUTTER, before=consent.getSpaceBefore())], whole=True)

    def _exhibit_pages(self) -> Iterator[Flowable]:
        if self._view.exhibits:
            parts = ExhibitPages(self._texts, self._setter, self._width, self._text).parts(self._view.exhibits)
            yield PageBreak()
            yield from self._section(self._texts.say("section.pages"), list(parts))

    # -- pieces ----------------------------------------------------------------------------------------------------------------

    def _section(self, title: str, parts: Sequence[Flowable]) -> Iterator[Flowable]:
        """A heading that stays with the first of its parts, and enters the outline."""
        self._bookmarks += 1
        heading = Bookmarked(self._text(title, look.HEADING), title, f"s{self._bookmarks}")
        rule = Rule(3, 6)
        yield Stack([heading, rule, *parts[:1]])
        yield from parts[1:]

    def _text(self, text: str, style: Style) -> Flowable:
        return self._setter.paragraph(text, style)

    def _pair(self, label: str, value: str, style: Style) -> Flowable:
        return Beside(self._text(label, look.LABEL), self._text(value, style), look.LABEL_COLUMN, look.GUTTER, after=1)

    def _row(self, left: str, right: Iterable[Flowable], bold: bool = False, column: float = look.NAME_COLUMN) -> Flowable:
        style = replace(look.CELL, bold=bold)
        return Beside(self._text(left, style), Stack(list(right)), column, look.GUTTER, before=2, after=2)

    def _entry(self, name: str, words: str, bold: bool) -> Flowable:
        """A row of a list in two columns.

        What it stands as and what may be said of it follow each other: were the sayings set below each other in a column of
        their own, the end of one and the beginning of the next could read as a name.
        """
        lead = self._texts.say("entry", name=name) + self._texts.say("gap") if words else name
        return self._setter.paragraph([Run(lead, bold=bold), Run(words)], look.ENTRY)

    def _in_two(self, rows: Sequence[Flowable]) -> list[Flowable]:
        return in_two(rows, self._width, look.LIST_GUTTER, look.LIST_AIR)


def _ended(rows: Sequence[Flowable]) -> list[Flowable]:
    """The rows of a list, the last two of which stay together: one alone on a page is lost there."""
    return [*rows[:-2], Stack(rows[-2:])] if len(rows) > 1 else list(rows)
