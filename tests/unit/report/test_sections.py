"""The sections of a report: an abstract without free text, a section a kind of event, and a notice against the papers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pypdfium2
import pytest

from app.redaction.disclosed import Disclosed
from app.report.render import Rendered, render
from app.report.texts import load_texts
from tests.redacting import case_of, look, person

FREE = "quince marmalade"
PEOPLE = [person("p1", "Shen Guowei", roles=["witness"]), person("p2", "Tang Dekui", roles=["other"])]
FIRMS = [{"id": "o1", "names": [{"text": "ICE"}], "kind": "immigration-agency", "country": "US", "public": True}]
NOTICE: dict[str, Any] = {
    "id": "e1", "type": "red-notice", "date": "2021-01", "account": f"The notice came. {FREE}.",
    "fields": {"charges": "leading a conspiracy", "law_article": "Article 163", "conduct_alleged": "That he took money.",
               "others_convicted": "A judgment convicts Tang Dekui of the same acts.", "arrest_claimed": "2020-08",
               "identity_errors": "He was elsewhere then.", "notice_kind": "red-notice", "status": FREE},
    "sources": [{"kind": "document", "document": "d1"}, {"kind": "witness", "person": "p1"}],
}  # fmt: skip
EVENTS: list[dict[str, Any]] = [
    NOTICE,
    {"id": "e2", "type": "legal-step", "date": "2019-11", "fields": {"what": "a judgment", "result": "Tang Dekui convicted"},
     "sources": [{"kind": "document", "document": "d2"}]},
    {"id": "e3", "type": "statement-by-others", "date": "2021-07", "caused_by": ["e1"],
     "fields": {"speaker": "ICE", "what_was_said": "He overstayed.", "responded": "yes"},
     "sources": [{"kind": "agency", "organization": "o1"}]},
    {"id": "e4", "type": "statement-by-others", "date": "2021-07", "caused_by": ["e1", "e2"], "fields": {"responded": "no"},
     "organizations": [{"organization": "o1", "as": "speaker"}], "sources": [{"kind": "press", "organization": "o1"}]},
    {"id": "e5", "type": "detention", "date": "2019-05", "account": FREE, "fields": {"claimed_days": 30, "conditions": FREE},
     "sources": [{"kind": "witness", "person": "p1"}]},
]  # fmt: skip
DOCUMENTS = [
    {"id": "d1", "title": "Notice, extract", "kind": "red-notice", "date": "2021", "about": ["e1"]},
    {"id": "d2", "title": "Judgment, extract", "kind": "court-paper", "date": "2019", "about": ["e2", "e4"]},
]


def view_of(events: list[dict[str, Any]], profile: str = "counsel") -> Disclosed:
    case = case_of({"people": PEOPLE, "organizations": FIRMS, "events": events, "documents": DOCUMENTS})
    return look(case, profile, mask_undecided=True).view


def section(rendered: Rendered, title: str, after: str) -> str:
    text = "\n".join(rendered.expected)
    start = text.index(f"{title}\n")
    return " ".join(text[start : text.index(f"\n{after}", start)].split())


COUNSEL = view_of(EVENTS)


def test_the_abstract_is_of_structured_fields_alone() -> None:
    rendered = render(COUNSEL)
    told = section(rendered, "Abstract", "Why names are withheld")
    assert "Detention: May 2019; days held, as told: 30; as [Witness] says (Event 1)." in told
    assert "Red notice: January 2021; kind of notice: red notice; arrest, according to the notice: August 2020;" in told
    for free in (FREE, "conspiracy", "judgment", "overstayed"):
        assert free not in told
        assert free in "\n".join(rendered.expected)


def test_the_abstract_of_a_long_case_is_half_a_page() -> None:
    events = [{**EVENTS[4], "id": f"e{n}", "type": kind, "fields": {}} for n in range(400)
              for kind in [("detention", "protest", "legal-step", "surveillance")[n % 4]]]  # fmt: skip
    told = section(render(view_of([*EVENTS[:4], *(replace_id(one) for one in events)])), "Abstract", "Why names are withheld")
    assert "100 events" in told
    assert len(told) < 1600


def replace_id(event: dict[str, Any]) -> dict[str, Any]:
    return {**event, "id": f"x{event['id']}"}


def test_every_kind_of_event_has_a_section_and_the_notice_one_of_its_own() -> None:
    lines = [line for text in render(COUNSEL).expected for line in text.split("\n")]
    notice = load_texts("en").say("section.notice")
    at = [lines.index(title, lines.index("Timeline")) for title in ("Detention", "Legal step", "Statement by others", notice)]
    assert lines.count(notice) == 1
    # what stands under a kind's own heading and nothing else
    assert next(line for line in lines[at[3] :] if line.startswith("Event ")) == "Event 3:"
    without = render(replace(COUNSEL, sections=("chronology", "events")))
    assert notice not in "\n".join(without.expected)
    assert "Red notice\n" in "\n".join(without.expected)


def test_charges_stand_beside_what_the_papers_show() -> None:
    rendered = render(COUNSEL)
    told = section(rendered, load_texts("en").say("section.notice"), "List of exhibits")
    for words in (
        "Charges: leading a conspiracy", "Article of law: Article 163", "A judgment convicts [Person 1] of the same acts.",
        "Exhibit 1: Judgment, extract. Legal step: a judgment; [Person 1] convicted (Event 2).", "Exhibit 2: Notice, extract.",
        "Errors about the person: He was elsewhere then.", "What others stated", "ICE: He overstayed. (as ICE stated; Event 4)",
        "ICE: Did not respond. (according to a press report, ICE; Event 5)",
    ):  # fmt: skip
        assert words in told, words
    for page in pypdfium2.PdfDocument(rendered.data):
        text = page.get_textpage()
        found = [text.search(words, match_case=True).get_next() for words in ("leading a conspiracy", "A judgment convicts")]
        if all(found):
            left, right = (text.get_charbox(hit[0]) for hit in found if hit)
            assert right[0] - left[0] > 150
            assert abs(right[3] - left[3]) < 4
            break
    else:
        pytest.fail("they stand on different pages")


def test_where_a_copy_shows_nothing_against_the_charges_no_empty_column_is_drawn() -> None:
    told = section(render(view_of([NOTICE, EVENTS[4]], "public")), load_texts("en").say("section.notice"), "What is withheld")
    assert "Charges: leading a conspiracy" in told
    assert "What the papers show" not in told.replace("charges against what the papers show", "")
    assert "nothing is shown here" not in told


def test_what_is_withheld_names_its_rule_and_that_of_the_court_its_own() -> None:
    for profile, rule in (
        ("counsel", "people who are not public figures are never named"),
        ("court", "Fed. R. Civ. P. 5.2(a)"),
    ):
        told = section(render(view_of(EVENTS, profile)), "What is withheld, and by which rule", "How to ask for more")
        assert rule in told
        assert "choice of whoever made this copy" in told


def test_what_is_withheld_is_the_same_whatever_the_case_holds() -> None:
    none = case_of({"people": PEOPLE[:1], "events": []})
    for profile in ("counsel", "court", "partner", "public", "ccf"):
        assert look(none, profile).view.withheld == view_of(EVENTS, profile).withheld


def test_people_stand_with_the_parts_they_had() -> None:
    event = {**EVENTS[4], "people": [{"person": "p1", "as": "victim"}, {"person": "p2", "as": "helper"}]}
    told = section(render(view_of([event, {**event, "id": "e6", "date": "2019-06"}])), "People", "Organizations")
    assert "victim in Events 1 and 2" in told
    assert "helped in Events 1 and 2" in told
