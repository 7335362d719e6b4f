"""The history of a case: what was saved is told, earlier wordings are there, and one change can be taken back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.case import CaseInfo, Event, Name, Person
from app.errors import Spot, UserError
from app.services import history, work
from app.services.history import Touched
from app.storage.case_store import CaseStore
from app.storage.vault import Vault
from tests.working import SMALL, new_store, new_vault, said


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    with new_vault(tmp_path_factory.mktemp("history")) as opened:
        yield opened


@pytest.fixture
def store(vault: Vault) -> Iterator[CaseStore]:
    with new_store(vault) as opened:
        yield opened


def _refused(code: str, store: CaseStore, seq: int) -> UserError:
    before = (store.load(), store.decisions(), store.last_seq)
    with pytest.raises(UserError) as caught:
        history.revert(store, seq)
    assert caught.value.code == code
    assert (store.load(), store.decisions(), store.last_seq) == before
    return caught.value


def _named(name: str) -> Person:
    return replace(SMALL.people[1], names=(Name(name),))


# --- what is told ---


def test_each_row_says_what_happened_to_which_entry_and_what_that_is_called_now(vault: Vault, store: CaseStore) -> None:
    work.save(store, "people", _named("First"))
    work.save(store, "people", _named("Second"))
    work.save_many(store, [("testimonies", said("Words", "t2")), ("events", Event("e3", "flight", "2020"))])
    work.remove(store, "testimonies", "t2")
    store.set_decisions([{"text": "A", "as": "mask"}], "1 decided")
    store.keep_codes("counsel", {"p1": "Witness"})
    store.add_document("d1", io.BytesIO(b"content"))
    store.record("case exported in plain text", {"sha256": "0"})
    store.record("something new", {"words": "x"})
    store.erase(2, "asked for")
    person = Touched("people", "p2", "Second")
    assert [(row.what, row.touched, row.count, row.about) for row in reversed(history.rows(store))] == [
        ("imported", (), 0, None),
        ("put", (person,), 1, None),
        ("put", (person,), 1, None),
        ("put", (Touched("testimonies", "t2", None), Touched("events", "e3", "Flight, 2020")), 2, None),
        ("removed", (Touched("testimonies", "t2", None),), 1, None),
        ("decided", (), 1, None),
        ("codes", (), 0, None),
        ("document", (Touched("documents", "d1", "Red notice"),), 1, None),
        ("exported-plain", (), 0, None),
        ("other", (), 0, None),
        ("erased", (), 0, 2),
    ]
    newest = history.rows(store)[0]
    assert (newest.seq, newest.author, newest.note) == (11, "Ann Advocate", "asked for")
    assert (history.last(store), newest.time[-1]) == (11, "Z")
    told = {row.seq: (row.erased, row.revertible) for row in history.rows(store)}
    assert told[2] == (True, False)
    assert [seq for seq, (_, revertible) in told.items() if revertible] == [6, 5, 4, 3]
    begun = work.new_case(vault, "BEGUN")
    with vault.open_case(begun.id) as fresh:
        assert [row.what for row in history.rows(fresh)] == ["begun"]


def test_values_repeat_no_name_in_a_log(store: CaseStore) -> None:
    work.save(store, "people", _named("Zanzibar"))
    store.disclose_commit("counsel", {}, {"recipient": "Zanzibar", "sign_off": "Zanzibar"})
    shown = repr((history.rows(store), history.earlier(store, "people", "p2"), history.disclosures(store)))
    assert "Zanzibar" not in shown and "Ann" not in shown


def test_all_wordings_of_an_entry_are_there_but_the_erased_ones(store: CaseStore) -> None:
    for name in ("First", "Second", "Third"):
        work.save(store, "people", _named(name))
    work.remove(store, "people", "p2")
    work.save(store, "people", _named("Fourth"))
    store.erase(3, "asked for")
    versions = history.earlier(store, "people", "p2")
    assert [(v.seq, v.what, v.value.names[0].text if v.value else None) for v in versions] == [
        (1, "put", "Han Kelan"),
        (2, "put", "First"),
        (3, "erased", None),
        (4, "put", "Third"),
        (5, "removed", None),
        (6, "put", "Fourth"),
    ]
    assert versions[0].value == SMALL.people[1]
    assert history.earlier(store, "people", "p9") == ()


def test_a_wording_erased_while_it_stood_is_known_even_from_a_row_that_wrote_many(store: CaseStore) -> None:
    store.erase(1, "asked for")
    assert [(v.seq, v.what) for v in history.earlier(store, "people", "p1")] == [(1, "erased")]
    work.save(store, "case", CaseInfo("RENAMED"))
    assert [(v.what, v.value) for v in history.earlier(store, "case", "")] == [("erased", None), ("put", CaseInfo("RENAMED"))]


def test_who_has_received_what_is_told_newest_first_and_stays_known_when_its_words_are_erased(store: CaseStore) -> None:
    payload = {"profile": "counsel", "recipient": "Ben Counsel", "sha256": "ab", "pages": 3, "dated": "2021-07-12"}
    store.disclose_commit("counsel", {"p1": "Witness"}, {**payload, "testimonies": ["t1"], "override": "urgent"})
    store.record("case exported sealed", {"recipients": ["age1x", "age1y"]})
    store.disclose_commit("public", {}, {"profile": "public"})
    store.erase(4, "asked for")
    public, bundle, pdf = history.disclosures(store)
    assert (public.seq, public.what, public.profile, public.erased) == (4, "disclosure", "", True)
    assert (bundle.what, bundle.recipient, bundle.erased) == ("exported-sealed", "age1x, age1y", False)
    assert (pdf.profile, pdf.recipient, pdf.sha256, pdf.pages, pdf.dated) == ("counsel", "Ben Counsel", "ab", 3, "2021-07-12")
    assert (pdf.testimonies, pdf.override, pdf.author) == (("t1",), "urgent", "Ann Advocate")


# --- taking back ---


def test_a_change_is_taken_back_and_the_taking_back_too(vault: Vault, store: CaseStore) -> None:
    start = store.load()
    changed = work.save(store, "people", _named("First"))
    assert history.revert(store, history.last(store)) == store.load() == start
    assert store.journal()[-1].what == "revert 2"
    assert history.revert(store, 3) == store.load() == changed
    assert vault.verify() == ()
    assert [(row.what, row.about) for row in history.rows(store)[:2]] == [("reverted", 3), ("reverted", 2)]


def test_a_new_entry_goes_a_removed_one_comes_back_to_its_place(vault: Vault, store: CaseStore) -> None:
    start = store.load()
    work.save(store, "people", Person("p3", (Name("New"),)))
    assert history.revert(store, 2) == start
    work.remove(store, "people", "p2")
    work.save(store, "people", Person("p4", (Name("Later"),)))
    assert [person.id for person in history.revert(store, 4).people] == ["p1", "p2", "p4"]
    assert [person.id for person in store.load().people] == ["p1", "p2", "p4"]
    assert vault.verify() == ()
    assert work.new_id(store, "people") == "p5"


def test_the_facts_of_a_case_and_several_entries_at_once_are_taken_back(vault: Vault, store: CaseStore) -> None:
    start = store.load()
    work.save_many(
        store, [("case", CaseInfo("TAKENBACK")), ("people", _named("First")), ("events", Event("e3", "flight", place="l1"))]
    )
    assert history.revert(store, 2) == start
    assert start.case.code in {summary.code for summary in vault.cases()}


def test_a_code_that_another_case_took_meanwhile_is_not_taken_back(vault: Vault, store: CaseStore) -> None:
    code = store.code
    work.save(store, "case", CaseInfo("GIVENUP"))
    work.new_case(vault, code)
    _refused("code-in-use", store, 2)


def test_decisions_are_taken_back_and_come_back_with_the_entry_they_were_about(vault: Vault, store: CaseStore) -> None:
    work.save(store, "testimonies", said("Han was there", "t2"))
    first = {"text": "A", "as": "mask"}
    about = {"text": "Han", "as": "safe", "where": "testimonies[1].text", "start": 0}
    store.set_decisions([first], "1 decided")
    store.set_decisions([first, about], "1 decided")
    work.remove(store, "testimonies", "t2")
    assert store.decisions() == (first,)
    history.revert(store, 5)
    assert store.decisions() == (first, about)
    history.revert(store, 6)  # gone again, with the decision about it
    history.revert(store, 7)
    assert store.decisions() == (first, about)
    store.set_decisions([about], "1 undone")
    history.revert(store, 9)
    assert store.decisions() == (first, about)
    _refused("changed-since", store, 3)
    assert vault.verify() == ()


def test_decisions_made_since_stay_when_an_entry_comes_back(store: CaseStore) -> None:
    work.save(store, "testimonies", said("gone", "t2"))
    work.save(store, "testimonies", said("Han stays", "t3"))
    work.remove(store, "testimonies", "t2")
    about = {"text": "Han", "as": "safe", "where": "testimonies[1].text", "start": 0}
    store.set_decisions([about], "1 decided")
    history.revert(store, 4)
    assert store.decisions() == ({**about, "where": "testimonies[2].text"},)


def test_what_was_changed_since_is_not_taken_back(store: CaseStore) -> None:
    work.save(store, "people", _named("First"))
    work.save(store, "people", _named("Second"))
    work.save(store, "people", _named("Third"))
    for seq in (2, 3):
        _refused("changed-since", store, seq)
    work.remove(store, "events", "e2")
    work.save(store, "events", SMALL.events[1])
    _refused("changed-since", store, 5)


def test_a_document_that_was_filled_since_is_not_taken_away(store: CaseStore) -> None:
    work.save(store, "documents", replace(SMALL.documents[0], id="d2"))
    store.add_document("d2", io.BytesIO(b"content"))
    _refused("changed-since", store, 2)
    _refused("not-revertible", store, 3)
    work.save(store, "documents", replace(SMALL.documents[0], id="d2", note="words"))
    assert history.revert(store, 4).documents[1].note is None
    assert store.document("d2").read() == b"content"  # type: ignore[union-attr]


def test_what_left_the_vault_and_what_is_no_change_is_not_taken_back(store: CaseStore) -> None:
    store.disclose_commit("counsel", {"p1": "Witness"}, {"recipient": "Counsel"})
    store.keep_codes("counsel", {"p2": "Relative"})
    store.record("case exported sealed", {})
    store.erase(2, "asked for")
    for seq in range(1, 6):
        _refused("not-revertible", store, seq)
    for seq in (0, 6, -1):
        _refused("no-such-row", store, seq)


@pytest.mark.parametrize("erased", [1, 2])
def test_erased_words_are_not_passed_over_for_older_ones_or_for_nothing(store: CaseStore, erased: int) -> None:
    work.save(store, "people", _named("First"))
    work.save(store, "people", _named("Second"))
    work.save(store, "places", replace(SMALL.places[0], kind="village"))
    store.erase(erased, "asked for")
    if erased == 1:
        assert history.revert(store, 3).people[1].names[0].text == "First"
        _refused("not-revertible", store, 4)
    else:
        _refused("not-revertible", store, 3)
        assert history.revert(store, 4).places == SMALL.places


def test_an_entry_that_others_refer_to_by_now_is_not_taken_away(store: CaseStore) -> None:
    work.save(store, "people", Person("p3", (Name("New"),)))
    work.save(store, "testimonies", said("Words", "t2", "p3"))
    assert _refused("still-referred-to", store, 2).spots == (Spot("testimonies", "t2", "person"),)


def test_an_entry_whose_place_is_gone_does_not_come_back_without_it(store: CaseStore) -> None:
    work.remove(store, "people", "p2")
    work.remove(store, "events", "e2")
    work.save_many(
        store,
        [("events", replace(SMALL.events[0], place=None, fields={})), ("documents", replace(SMALL.documents[0], about=()))],
    )
    work.remove(store, "places", "l1")
    error = _refused("bad-entry", store, 2)
    assert error.spots == (Spot("people", "p2", "lives_in"),)


_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.sampled_from(["p1", "p2", "p3", "p4"]), st.sampled_from("ABC")),
        st.tuples(st.just("event"), st.sampled_from(["e3", "e4"]), st.sampled_from(["2019", "2020"])),
        st.tuples(st.just("remove"), st.sampled_from(["p2", "p3", "p4", "e2", "e3", "e4"]), st.none()),
        st.tuples(st.just("decide"), st.none(), st.sampled_from(["X", "Y"])),
    ),
    max_size=10,
)


def _step(store: CaseStore, kind: str, entry_id: Any, value: Any) -> None:
    try:
        if kind == "put":
            work.save(store, "people", Person(entry_id, (Name(value),)))
        elif kind == "event":
            work.save(store, "events", Event(entry_id, "flight", value))
        elif kind == "remove":
            work.remove(store, "people" if entry_id[0] == "p" else "events", entry_id)
        else:
            store.set_decisions([*store.decisions(), {"text": value, "as": "mask"}], "1 decided")
    except UserError as error:
        assert error.code in ("no-such-entry", "still-referred-to")


@settings(max_examples=20)
@given(steps=_STEPS)
def test_taking_back_change_after_change_leads_back_through_every_state(vault: Vault, steps: list[Any]) -> None:
    with new_store(vault) as store:
        states = {store.last_seq: (store.load(), store.decisions())}
        for step in steps:
            _step(store, *step)
            states[store.last_seq] = (store.load(), store.decisions())
        path = sorted(states)
        for seq, before in zip(reversed(path), reversed(path[:-1]), strict=False):
            history.revert(store, seq)
            assert (store.load(), store.decisions()) == states[before]
    assert vault.verify() == ()


def test_a_row_tells_the_terms_of_what_left_and_what_was_decided_of_which_words(store: CaseStore) -> None:
    store.set_decisions([{"text": "Old Elm", "as": {"person": "p1"}}, {"text": "Hope", "as": "safe"}], "2 decided")
    decided = history.rows(store)[0]
    label = history.labels(store.load())["people", "p1"]
    assert decided.details == (("decision", f"Old Elm\t{label}"), ("decision", "Hope\tsafe"))
    store.disclose_commit("counsel", {}, {"profile": "counsel", "recipient": "A. Counsel", "pages": 3, "sha256": "0f"})
    assert dict(history.rows(store)[0].details) == {
        "profile": "counsel",
        "recipient": "A. Counsel",
        "pages": "3",
        "sha256": "0f",
    }
