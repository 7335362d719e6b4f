"""The trace of a text tells where each piece stands, as said and as it may be read, and changes nothing."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.case import Case
from app.redaction import again, topics
from app.redaction.common import is_common
from app.redaction.decisions import read_decision
from app.redaction.disclose import Choices, Disclosure, disclose
from app.redaction.profiles import load_profile
from app.redaction.trace import DATE, MASKED, SAFE, SHOWN, UNDECIDED, Known, Mark, TextTrace
from tests.redacting import FORMS, case_of, look, person, redact

ACCOUNT = "events[0].account"
WANG = person("p1", "Wang Lijun", "王立军", roles=["witness"])
FIGURE = person("p2", "Okoro Adaeze", public_figure=True)
STORY = (
    "On 4 June 2019 Wang Lijun met Okoro Adaeze.\n\nPercival Drew telephoned from 138 0013 8000, "
    "and Wang Lijun (王立军) did not answer. Lijun Wang's house was shut."
)


def trace_of(disclosure: Disclosure, where: str = ACCOUNT) -> TextTrace:
    return next(trace for trace in disclosure.traces if trace.where == where)


def said(trace: TextTrace, mark: Mark) -> str:
    return trace.said[mark.start : mark.end]


def read(trace: TextTrace, mark: Mark) -> str:
    return trace.read[mark.read_start : mark.read_end]


def pairs(trace: TextTrace) -> dict[str, tuple[str, str]]:
    return {said(trace, mark): (mark.state, read(trace, mark)) for mark in trace.marks_read()}


def test_every_mark_holds_the_words_that_were_said_and_those_that_stand_instead() -> None:
    assert pairs(trace_of(redact(STORY, WANG, FIGURE).disclosure)) == {
        "On 4 June 2019": (SHOWN, "On 4 June 2019"),
        "Wang Lijun": (MASKED, "[Witness]"),
        "Okoro Adaeze": (SHOWN, "Okoro Adaeze"),
        "Percival Drew": (UNDECIDED, "[name withheld]"),
        "138 0013 8000": (MASKED, "[contact withheld]"),
        "王立军": (MASKED, "[Witness]"),
        "Lijun Wang": (MASKED, "[Witness]"),
    }


def test_a_date_that_is_made_coarser_says_so() -> None:
    trace = trace_of(redact("It was on 4 June 2019.", profile="public").disclosure)
    assert [mark.state for mark in trace.marks] == [DATE]


def test_a_name_said_twice_in_brackets_stands_in_one_place() -> None:
    trace = trace_of(redact(STORY, WANG, FIGURE).disclosure)
    one, other = (mark for mark in trace.marks if said(trace, mark) in ("Wang Lijun", "王立军") and mark.start > 60)
    assert (one.read_start, one.read_end) == (other.read_start, other.read_end)


def test_what_is_between_the_marks_is_the_same_on_both_sides() -> None:
    trace = trace_of(redact(STORY, WANG, FIGURE).disclosure)
    for start, at, length in trace.anchors:
        assert trace.said[start : start + length] == trace.read[at : at + length]
    assert sum(length for _, _, length in trace.anchors) > 60


def test_a_place_between_the_marks_is_found_on_the_other_side() -> None:
    trace = trace_of(redact(STORY, WANG, FIGURE).disclosure)
    for word in ("met", "telephoned", "did not", "house"):
        assert trace.read[trace.place(trace.said.index(word)) :].startswith(word)


@pytest.mark.parametrize(
    ("answer", "state", "stands"),
    [("safe", SAFE, "Percival Drew"), ("mask", MASKED, "[name withheld]"), ({"person": "p1"}, MASKED, "[Witness]")],
)
def test_a_decision_is_named_with_the_state_that_it_gave(answer: object, state: str, stands: str) -> None:
    for mention in ({}, {"where": ACCOUNT, "start": STORY.index("Percival")}):
        decision = {"text": "Percival Drew", "as": answer, **mention, **({"kind": "person"} if answer == "mask" else {})}
        disclosure = redact(STORY, WANG, FIGURE, decisions=[decision]).disclosure
        assert pairs(trace_of(disclosure))["Percival Drew"] == (state, stands)
        if mention or answer == "safe":
            mark = next(m for m in trace_of(disclosure).marks if said(trace_of(disclosure), m) == "Percival Drew")
            assert mark.decision == read_decision(decision)


def test_every_question_is_an_undecided_mark_and_no_other_mark_is() -> None:
    disclosure = redact(STORY + " Wang Li telephoned Hope.", WANG, FIGURE, person("p3", "Hope Ndlovu")).disclosure
    marks = {(t.where, m.start, m.end, m.suggests) for t in disclosure.traces for m in t.marks if m.state == UNDECIDED}
    assert marks == {(q.where, q.start, q.end, q.suggests) for q in disclosure.questions}
    assert len(marks) > 2


def test_words_chosen_to_stand_for_somebody_are_marked_where_they_are_asked_about() -> None:
    case = case_of(
        {
            "people": [WANG, person("p4", "Mo Anlan", disclose={"as": "descriptor", "text": "the cook of Percival Drew"})],
            "events": [{"id": "e1", "type": "legal-step", "account": "Mo Anlan spoke."}],
        }
    )
    trace = trace_of(look(case), "people[1].disclose.text")
    assert [(said(trace, mark), mark.state) for mark in trace.marks] == [("Percival Drew", UNDECIDED)]


# --- sentences that are left out


TOLD = "Wang Lijun came home. He asked for asylum. Wang Lijun applied for asylum with Lin Bo. Then Wang Lijun slept."


def test_marks_move_with_the_text_from_which_sentences_were_left_out() -> None:
    trace = trace_of(redact(TOLD, WANG, profile="public").disclosure)
    assert trace.read == "The witness came home. […] Then the witness slept."
    names = [mark for mark in trace.marks_read() if said(trace, mark) == "Wang Lijun"]
    assert [read(trace, mark) for mark in names] == ["The witness", "[…]", "the witness"]


def test_what_was_left_out_is_told_stretch_by_stretch() -> None:
    text = "  One asylum. Two.\n\nThree asylum. Four."
    whole, kept = topics.left_out(text, ("asylum",))
    assert whole == topics.leave_out(text, ("asylum",)) == "[…] Two.\n\n[…] Four."
    assert "".join(text[piece.start : piece.end] for piece in kept) == text
    for piece in kept:
        shown = whole[piece.read_start : piece.read_end]
        assert shown == (text[piece.start : piece.end] if piece.said else "[…]")


def test_nothing_is_told_of_a_text_from_which_nothing_was_left_out() -> None:
    assert topics.left_out("Nothing of the kind.", ("asylum",)) == ("Nothing of the kind.", ())


# --- reading again


TEXTS = {
    "events": [
        {"id": "e1", "type": "legal-step", "account": "Percival Drew met Wang Lijun on the bridge."},
        {"id": "e2", "type": "legal-step", "account": "Nobody else was near. Percival-Drew left."},
        {"id": "e3", "type": "legal-step", "account": "Perceval Drewe wrote to Tamsin Ellerby."},
        {"id": "e4", "type": "legal-step", "account": "Wang Lijun slept until noon."},
    ]
}


def walked(case: Case, decisions: list[dict[str, object]], known: Known | None = None) -> Disclosure:
    read_ones = [read_decision(plain) for plain in decisions]
    choices = Choices(date(2021, 7, 12))
    more = {} if known is None else {"earlier": known}
    return disclose(case, load_profile("counsel"), read_ones, {}, FORMS, choices, is_common, **more)


@pytest.mark.parametrize(
    "decision",
    [
        {"text": "Percival Drew", "as": "mask", "kind": "person"},
        {"text": "Percival Drew", "as": "safe"},
        {"text": "Percival Drew", "as": {"person": "p1"}},
        {"text": "Percival Drew", "as": "mask", "where": ACCOUNT, "start": 0},
        {"text": "noon", "as": "mask", "where": "events[3].account", "start": 23},
    ],
)
def test_reading_again_only_what_a_decision_touches_gives_what_reading_all_gives(decision: dict[str, object]) -> None:
    case = case_of({"people": [WANG], **TEXTS})
    for before, after in (([], [decision]), ([decision], [])):
        first = walked(case, before)
        held = again.Earlier(first.traces, first.registry.case_forms, [read_decision(d) for d in before], is_common)
        known = held.unchanged([read_decision(d) for d in after])
        assert 0 < len(known.texts) < len(TEXTS["events"])
        partly, wholly = walked(case, after, known), walked(case, after)
        assert partly.view == wholly.view
        assert partly.questions == wholly.questions
        assert partly.protected == wholly.protected
        assert partly.allowed == wholly.allowed
        assert partly.traces == wholly.traces


def test_a_text_that_nearly_says_a_new_name_is_read_again() -> None:
    case = case_of({"people": [WANG], **TEXTS})
    first = walked(case, [])
    held = again.Earlier(first.traces, first.registry.case_forms, [], is_common)
    called = held.unchanged([read_decision({"text": "Percival Drew", "as": {"person": "p1"}})])
    masked = held.unchanged([read_decision({"text": "Percival Drew", "as": "mask"})])
    assert "events[2].account" not in {where for where, _ in called.texts}
    assert "events[2].account" in {where for where, _ in masked.texts}


def test_each_text_is_counted_as_it_is_read() -> None:
    sizes: list[int] = []
    case = case_of({"people": [WANG], **TEXTS})
    disclose(case, load_profile("counsel"), [], {}, FORMS, Choices(date(2021, 7, 12)), is_common, tick=sizes.append)
    assert sorted(sizes) == sorted(len(event["account"]) for event in TEXTS["events"])
