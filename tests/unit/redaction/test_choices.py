"""What was not chosen for a copy might as well not be on record: nothing of the copy tells it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.case import Case
from app.redaction.choices import Choices, UnknownChoice, report_language
from app.redaction.disclosed import SECTIONS
from app.report.render import render
from tests.redacting import DATED, case_of, look, person

PEOPLE = [
    person("p1", "Shen Guowei", roles=["witness"]),
    person("p2", "Ma Teng", roles=["friend"]),
    person("p3", "Zhuo Ruilin", roles=["relative"], relation={"to": "p1", "as": "brother"},
           at_risk={"from": "o1", "because": "they threatened him"}),
    person("p4", "Abdulla Kerim", roles=["official"]),
]  # fmt: skip
PLACES = [
    {"id": "l1", "names": [{"text": "Xiahe"}], "kind": "village", "within": "l2"},
    {"id": "l2", "names": [{"text": "Hunan"}], "kind": "province"},
]
FIRMS = [{"id": "o1", "names": [{"text": "Red Pine Bureau"}], "kind": "police", "country": "CN"}]
EVENTS: list[dict[str, Any]] = [
    {"id": "e1", "type": "detention", "date": "2019-05", "place": "l1", "people": [{"person": "p1", "as": "victim"}],
     "account": "They came for Shen Guowei.", "sources": [{"kind": "witness", "person": "p1"}]},
    {"id": "e2", "type": "family-threat", "date": "2019-06", "people": [{"person": "p3", "as": "victim"}],
     "fields": {"relative_threatened": "p3", "agency": "o1"}, "account": "Abdulla Kerim telephoned Zhuo Ruilin.",
     "sources": [{"kind": "document", "document": "d1"}], "caused_by": ["e1"]},
    {"id": "e3", "type": "red-notice", "date": "2019-07", "fields": {"charges": "none", "conduct_alleged": "a gathering"},
     "sources": [{"kind": "document", "document": "d2"}, {"kind": "witness", "person": "p2"}], "caused_by": ["e1", "e2"]},
    {"id": "e4", "type": "statement-by-others", "date": "2019-07", "fields": {"speaker": "Ma Teng", "responded": "no"},
     "sources": [{"kind": "press", "organization": "o1"}], "caused_by": ["e3"]},
]  # fmt: skip
DOCUMENTS = [
    {"id": "d1", "title": "Letter of Zhuo Ruilin", "kind": "letter", "date": "2018", "about": ["e2"]},
    {"id": "d2", "title": "Notice", "kind": "red-notice", "date": "2019", "about": ["e3", "e1"]},
    {"id": "d3", "title": "Photograph", "kind": "photo"},
]
TOLD = [
    {"id": "t1", "person": "p1", "lang": "en", "status": "confirmed", "text": "I waited.\n\nMa Teng came."},
    {"id": "t2", "person": "p1", "lang": "zh-Hans", "status": "read-back", "text": "我等。\n\n马来了。"},
]
TOLD[0]["translation_of"] = "t2"
PROFILES = ("counsel", "court", "partner", "public", "ccf")


def case_with(events: set[str], documents: set[str]) -> Case:
    """The case, of whose events and documents only these are on record; what refers to others does not any more."""

    def kept(event: dict[str, Any]) -> dict[str, Any]:
        sources = [
            {"kind": "document"} if source.get("document", "d1") not in documents and "document" in source else source
            for source in event["sources"]
        ]
        return {**event, "sources": sources, "caused_by": [one for one in event.get("caused_by", []) if one in events]}

    papers = [
        {**one, "about": [event for event in one.get("about", []) if event in events]}
        for one in DOCUMENTS
        if one["id"] in documents
    ]
    told = [kept(event) for event in EVENTS if event["id"] in events]
    return case_of(
        {"people": PEOPLE, "places": PLACES, "organizations": FIRMS, "events": told, "documents": papers, "testimonies": TOLD}
    )


WHOLE = case_with({"e1", "e2", "e3", "e4"}, {"d1", "d2", "d3"})


@settings(max_examples=60)
@given(
    profile=st.sampled_from(PROFILES),
    events=st.sets(st.sampled_from(["e1", "e2", "e3", "e4"])),
    documents=st.sets(st.sampled_from(["d1", "d2", "d3"])),
)
def test_what_was_left_out_by_choice_might_as_well_not_be_on_record(
    profile: str, events: set[str], documents: set[str]
) -> None:
    chosen: dict[str, Any] = {"events": tuple(events), "documents": tuple(documents), "mask_undecided": True}
    of_all = look(WHOLE, profile, **chosen).view
    of_these = look(case_with(events, documents), profile, **chosen).view
    assert of_all == of_these
    assert render(of_all).data == render(of_these).data


def test_what_is_left_out_leaves_no_gap_in_the_numbers() -> None:
    view = look(WHOLE, events=("e1", "e3", "e4"), documents=("d2", "d3"), mask_undecided=True).view
    assert [event.number for event in view.events] == [1, 2, 3]
    assert [event.caused_by for event in view.events] == [(), (1,), (2,)]
    assert {document.number: document.about for document in view.documents} == {1: (1, 2), 2: ()}
    assert all(number in (1, 2, None) for event in view.events for number in [source.exhibit for source in event.sources])


def test_people_whom_only_left_out_events_tell_of_are_not_listed_nor_why_they_are_at_risk() -> None:
    view = look(WHOLE, events=("e1",), documents=(), mask_undecided=True).view
    assert {one.stands_as for one in view.people} == {"[Witness]", "[Friend 1]"}
    assert "threatened" not in view.reason
    assert len(look(WHOLE, mask_undecided=True).view.people) == len(PEOPLE)


@pytest.mark.parametrize("profile", PROFILES)
def test_without_exhibits_no_number_of_one_is_printed(profile: str) -> None:
    view = look(WHOLE, profile, documents=(), mask_undecided=True).view
    assert view.documents == ()
    assert "Exhibit" not in "\n".join(render(view).expected)


def test_a_section_that_is_not_drawn_brings_nothing_into_the_view() -> None:
    view = look(WHOLE, sections=("people", "places"), mask_undecided=True).view
    assert (view.events, view.testimonies, view.documents) == ((), (), ())
    assert len(view.people) == len(PEOPLE)
    view = look(WHOLE, sections=("events",), mask_undecided=True).view
    assert len(view.events) == len(EVENTS)
    assert view.testimonies == ()


def test_a_timeline_brings_the_chronology_whose_numbers_it_bears() -> None:
    assert Choices(DATED, sections=("timeline",)).settled(WHOLE).sections == ("chronology", "timeline")
    assert Choices(DATED, sections=("notice", "events")).settled(WHOLE).sections == ("events", "notice")
    assert set(Choices(DATED, sections=SECTIONS).settled(WHOLE).sections) == set(SECTIONS)


@pytest.mark.parametrize(
    ("chosen", "kind"),
    [
        ({"events": ("e9",)}, "event"),
        ({"documents": ("e1",)}, "document"),
        ({"sections": ("prologue",)}, "section"),
        ({"paper": "folio"}, "paper"),
        ({"language": "fr"}, "language"),
    ],
)
def test_what_is_not_there_cannot_be_chosen(chosen: dict[str, Any], kind: str) -> None:
    with pytest.raises(UnknownChoice) as error:
        Choices(DATED, **chosen).settled(WHOLE)
    assert error.value.kind == kind


@pytest.mark.parametrize(
    ("languages", "report"),
    [((), "en"), (("en", "zh-Hans"), "en"), (("zh-Hans", "en"), "en"), (("zh-Hant",), "zh-Hans"), (("ug", "zh"), "zh-Hans"), (("ru",), "en")],
)  # fmt: skip
def test_the_language_of_a_report_follows_the_case(languages: tuple[str, ...], report: str) -> None:
    case = replace(WHOLE, case=replace(WHOLE.case, languages=languages))
    assert report_language(case) == report
    assert Choices(DATED, language="").settled(case).language == report


@pytest.mark.parametrize("profile", PROFILES)
def test_that_corroboration_is_held_is_told_to_counsel_alone_and_by_choice(profile: str) -> None:
    event = {**EVENTS[0], "type": "protest", "fields": {"corroboration_held": "yes"}}
    case = case_of({"people": PEOPLE, "places": PLACES, "organizations": FIRMS, "events": [event]})
    assert not look(case, profile).view.events[0].corroboration_held
    assert look(case, include=frozenset({"sensitive"})).view.events[0].corroboration_held


@pytest.mark.parametrize(
    "event",
    [
        {"account": "I saw Ma Teng with the men of Red Pine Bureau."},  # told in the first person
        {"account": "Ma Teng of Red Pine Bureau helped with his asylum. They let him go."},  # what this reader is not told of
        {"account": "They let him go.", "fields": {"charge": "I stood with Ma Teng of Red Pine Bureau"}},
    ],
)
def test_whom_only_words_mention_that_this_reader_does_not_get_is_not_listed(event: dict[str, Any]) -> None:
    def listed(**more: Any) -> tuple[Any, ...]:
        told = {"id": "e1", "type": "detention", "date": "2019-05", "people": [{"person": "p1", "as": "victim"}], **more}
        view = look(case_of({"people": PEOPLE[:2], "organizations": FIRMS, "events": [told]}), "public").view
        return view.people, view.organizations

    assert listed(**event) == listed()
    assert len(listed(account="They took Ma Teng to Red Pine Bureau.")[0]) == 2


def recorded(*, tied: bool = True, scope: tuple[str, ...] = ()) -> Case:
    """A case with a recording of an interview, and one of a call that came in."""
    marks = [{"paragraph": 1, "recording": "d8", "at": 3}] if tied else []
    talk = {"id": "t1", "person": "p1", "lang": "en", "status": "confirmed", "text": "I waited.", "marks": marks,
            "interview": {"date": "2021-07-03", "recorded": True}}  # fmt: skip
    listed = [
        {"id": "d8", "title": "Recording 1", "kind": "recording", "date": "2021-07-03"},
        {"id": "d9", "title": "The call of that night", "kind": "recording", "date": "2019-05-03", "about": ["e1"]},
    ]
    made = case_of({"people": PEOPLE[:1], "places": PLACES, "events": EVENTS[:1], "testimonies": [talk], "documents": listed})
    return replace(made, consents=tuple(replace(one, scope=scope) for one in made.consents))


@pytest.mark.parametrize("tied", [True, False])
@pytest.mark.parametrize("profile", ["court", "partner", "ccf"])
def test_that_an_interview_was_recorded_is_told_to_nobody_but_counsel(profile: str, tied: bool) -> None:
    assert [one.title for one in look(recorded(tied=tied), profile).view.documents] == ["The call of that night"]
    assert len(look(recorded(tied=tied), "counsel").view.documents) == 2


def test_the_recording_of_a_testimony_that_consent_does_not_cover_is_not_listed() -> None:
    titles = [one.title for one in look(recorded(scope=("e1",))).view.documents]
    assert titles == ["The call of that night"]
