"""Working on a case: what is saved is what an import would take, what is in the way is named, drafts are never lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import casefile
from app.domain.case import Case, CaseInfo, Engagement, Event, Name, Person, PersonPart, Place, Relation, Risk
from app.errors import Spot, UserError
from app.services import work
from app.services.session import forms
from app.storage.case_store import CaseStore
from app.storage.values import Change
from app.storage.vault import Vault
from tests.strategies import cases
from tests.working import SMALL, new_store, new_vault, said


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    with new_vault(tmp_path_factory.mktemp("work")) as opened:
        yield opened


@pytest.fixture
def store(vault: Vault) -> Iterator[CaseStore]:
    with new_store(vault) as opened:
        yield opened


def _refused(code: str, call: Any, *given_: Any) -> UserError:
    with pytest.raises(UserError) as caught:
        call(*given_)
    assert caught.value.code == code
    return caught.value


# --- beginning ---


def test_a_new_case_is_there_with_its_facts_and_a_journal_that_begins(vault: Vault) -> None:
    summary = work.new_case(vault, "EGRET", "2021-07-02", ["en", "ug"], "US", ["asylum"])
    store, case = work.open_work(vault, summary.id)
    with store:
        assert case == Case(CaseInfo("EGRET", "2021-07-02", ("en", "ug"), "US", ("asylum",)))
        assert [row.what for row in store.journal()] == ["begin"]
    assert summary in vault.cases()


@pytest.mark.parametrize(
    ("facts", "path"),
    [
        ({"code": "a/b"}, "code"),
        ({"code": ""}, "code"),
        ({"code": "-x"}, "code"),
        ({"code": "x" * 65}, "code"),
        ({"code": "OK1", "opened": "2021-13"}, "opened"),
        ({"code": "OK1", "languages": ["en", "x y"]}, "languages[1]"),
        ({"code": "OK1", "jurisdiction": "\ud800"}, "jurisdiction"),
        ({"code": "OK1", "matters": ["\0"]}, "matters[0]"),
    ],
)
def test_a_case_that_an_import_would_refuse_is_not_begun(vault: Vault, facts: dict[str, Any], path: str) -> None:
    before = vault.cases()
    error = _refused("bad-entry", lambda: work.new_case(vault, **facts))
    assert error.spots == (Spot("case", "", path),)
    assert vault.cases() == before


def test_a_code_in_use_is_told_when_a_case_is_begun_and_when_it_is_renamed(vault: Vault, store: CaseStore) -> None:
    work.new_case(vault, "CRANE")
    _refused("code-in-use", work.new_case, vault, "CRANE")
    _refused("code-in-use", work.save, store, "case", CaseInfo("CRANE"))
    assert work.save(store, "case", CaseInfo("CRANE2")).case.code == "CRANE2"


# --- saving ---


def test_a_saved_entry_stands_in_the_case_that_comes_back_and_in_the_vault(store: CaseStore) -> None:
    changed = replace(SMALL.people[0], occupation="teacher")
    for value in (changed, Person("p3", (Name("New"),))):
        case = work.save(store, "people", value)
        assert case == store.load() == work.case_of(store)
        assert value in case.people
    assert [person.id for person in case.people] == ["p1", "p2", "p3"]
    assert [row.what for row in store.journal()][1:] == ["put people p1", "put people p3"]


def test_several_entries_that_need_each_other_are_one_change(store: CaseStore) -> None:
    values = [("events", Event("e3", "flight", place="l9")), ("places", Place("l9", (Name("New place"),)))]
    case = work.save_many(store, values)
    assert (case.events[-1], case.places[-1]) == (values[0][1], values[1][1])
    assert case == store.load()
    assert [row.what for row in store.journal()][1:] == ["put 2 entries"]
    _refused("bad-entry", work.save, store, "events", Event("e4", "flight", place="l10"))


def test_what_changes_nothing_leaves_no_trace_but_drops_its_draft(store: CaseStore) -> None:
    work.save_draft(store, "p1", "words")
    case = work.commit_draft(store, "p1", "people", SMALL.people[0])
    assert (len(store.journal()), case.people, work.drafts(store)) == (1, SMALL.people, {})


def test_what_was_changed_elsewhere_meanwhile_is_never_overlooked(vault: Vault, store: CaseStore) -> None:
    work.save(store, "people", Person("p3", (Name("Here"),)))
    with vault.open_case(store.id) as other:
        work.save(other, "people", Person("p4", (Name("There"),)))
        assert [person.id for person in work.case_of(store).people] == ["p1", "p2", "p3", "p4"]
        work.remove(store, "people", "p4")
        _refused("bad-entry", work.save, other, "events", Event("e3", "flight", people=(PersonPart("p4"),)))
    store.put("people", Person("p3", (Name("Directly"),)))
    assert work.save(store, "people", Person("p5", (Name("New"),))) == store.load()


_BAD: list[tuple[str, Any, str]] = [
    ("people", Person("p3", ()), "names"),
    ("people", Person("p3", (Name(" "),)), "names[0].text"),
    ("people", Person("p3", (Name("A", "nick"),)), "names[0].kind"),
    (
        "people",
        Person(
            "p3",
            (Name("A"), Name("B\0")),
        ),
        "names[1].text",
    ),
    ("people", Person("p3", (Name("A"),), born="1974-3"), "born"),
    ("people", Person("p3", (Name("A"),), lives_in="l7"), "lives_in"),
    ("people", Person("p3", (Name("A"),), lives_in="p1"), "lives_in"),
    ("people", Person("p3", (Name("A"),), relation=Relation("p3")), "relation.to"),
    ("people", Person("e1", (Name("A"),)), "id"),
    ("people", Person(" p", (Name("A"),)), "id"),
    ("places", Place("l2", (Name("A"),), within="l1"), "within"),
    ("events", Event("e1", "flight", caused_by=("e2",)), "caused_by[0]"),
    ("events", Event("e3", "picnic"), "type"),
    ("events", Event("e3", "detention", fields={"claimed_days": "thirty"}), "fields.claimed_days"),
    ("events", Event("e3", "detention", fields={"claimed_days": 10**13}), "fields.claimed_days"),
    ("events", Event("e3", "detention", fields={"claimed_days": float("nan")}), "fields.claimed_days"),
    ("events", Event("e3", "detention", fields={"facilities": ("l1", "l8")}), "fields.facilities[1]"),
    ("testimonies", said("x" * 1_000_001, "t2"), "text"),
    ("testimonies", said("half \udc00", "t2"), "text"),
    ("testimonies", said("words", "t2", "p9"), "person"),
    ("case", CaseInfo("CODE", engagement=Engagement("p9")), "engagement.counsel"),
]


@pytest.mark.parametrize(("kind", "value", "path"), _BAD)
def test_an_entry_that_an_import_would_refuse_is_not_stored_and_its_field_is_named(
    store: CaseStore, kind: str, value: Any, path: str
) -> None:
    before = store.load()
    error = _refused("bad-entry", work.save, store, kind, value)
    assert error.spots == (Spot(kind, getattr(value, "id", ""), path),)
    assert len(error.reasons) == 1 and error.reasons[0].startswith(f"{kind}.{path}: ")
    assert (store.load(), len(store.journal())) == (before, 1)


def test_an_error_repeats_nothing_that_was_typed(store: CaseStore) -> None:
    secret = Person("zanzibar", (Name("Zanzibar"),), born="Zanzibar", lives_in="zanzibar")
    error = _refused("bad-entry", work.save, store, "people", secret)
    assert "anzibar" not in repr((error, error.line(), error.args, error.spots))


def test_a_value_of_another_kind_is_a_bug(store: CaseStore) -> None:
    for kind, value in (("people", SMALL.places[0]), ("case", SMALL.people[0])):
        with pytest.raises(TypeError):
            work.save(store, kind, value)


def test_a_case_does_not_grow_over_the_size_of_a_case_file(store: CaseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.casefile.bounded.TEXT_LIMIT", 3000)
    work.save(store, "testimonies", said("x" * 1000, "t2"))
    _refused("bad-entry", work.save, store, "testimonies", said("x" * 1500, "t3"))
    monkeypatch.setattr("app.casefile.rules.ENTRY_LIMIT", 10)
    _refused("bad-entry", work.save, store, "people", Person("p3", (Name("A"),)))
    assert len(store.journal()) == 2


def test_more_brackets_than_an_import_reads_are_refused_but_not_those_in_a_text(
    store: CaseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.casefile.bounded.OPENING_LIMIT", 60)
    work.save(store, "testimonies", said("[" * 100, "t2"))
    _refused("bad-entry", work.save, store, "people", Person("p3", tuple(Name(str(n)) for n in range(30))))


@settings(max_examples=25)
@given(case=cases(forms()), other=cases(forms()))
def test_what_was_saved_piece_by_piece_is_what_an_import_reads(vault: Vault, case: Case, other: Case) -> None:
    with new_store(vault, case) as store:
        entries = [(kind, entry) for kind in work.PREFIXES for entry in getattr(other, kind)]
        for kind, entry in entries:
            try:
                standing = work.save(store, kind, entry)
            except UserError as error:
                assert error.code == "bad-entry"
                continue
            assert standing == store.load()
            assert casefile.parse(casefile.dump(standing), forms(), None).case == standing


# --- removing ---


def test_an_entry_that_others_refer_to_stays_and_they_are_named(store: CaseStore) -> None:
    in_the_way = {
        "p1": ("people", {("events", "e1", "people[0].person"), ("testimonies", "t1", "person"), ("consents", "c1", "person")}),
        "l1": (
            "places",
            {("people", "p2", "lives_in"), ("events", "e1", "place"), ("events", "e1", "fields.facilities[0]")},
        ),
        "l2": ("places", {("places", "l1", "within")}),
        "e1": ("events", {("events", "e2", "caused_by[0]"), ("documents", "d1", "about[0]")}),
        "t1": ("testimonies", {("consents", "c1", "scope[0]")}),
        "d1": ("documents", {("events", "e2", "sources[0].document")}),
    }
    before = store.load()
    for entry_id, (kind, spots) in in_the_way.items():
        error = _refused("still-referred-to", work.remove, store, kind, entry_id)
        assert {(spot.kind, spot.id, spot.path) for spot in error.spots} == spots
        assert set(work.references_to(before, entry_id)) == set(error.spots)
        assert entry_id not in error.line()
    assert store.load() == before
    assert work.references_to(before, "e2") == ()


def test_the_case_itself_can_be_what_refers_to_an_entry(store: CaseStore) -> None:
    work.save(store, "case", CaseInfo("COUNSELLED", engagement=Engagement("p2")))
    error = _refused("still-referred-to", work.remove, store, "people", "p2")
    assert error.spots == (Spot("case", "", "engagement.counsel"),)


def test_an_entry_that_nobody_refers_to_is_removed(vault: Vault, store: CaseStore) -> None:
    case = work.remove(store, "events", "e2")
    assert [event.id for event in case.events] == ["e1"]
    assert case == store.load()
    case = work.remove(store, "documents", "d1")
    assert (case.documents, store.journal()[-1].what) == ((), "remove documents d1")
    for kind, entry_id in (("events", "e2"), ("people", "e1"), ("case", ""), ("nothing", "p1")):
        _refused("no-such-entry", work.remove, store, kind, entry_id)
    assert vault.verify() == ()


def test_an_entry_may_refer_to_itself_and_still_be_removed(store: CaseStore) -> None:
    case = work.save(store, "people", Person("p3", (Name("A"),), at_risk=(Risk("p3"),)))
    assert work.references_to(case, "p3") == ()
    assert [person.id for person in work.remove(store, "people", "p3").people] == ["p1", "p2"]


def test_decisions_about_one_mention_follow_the_entries_that_move_up(vault: Vault, store: CaseStore) -> None:
    work.save(store, "testimonies", said("gone", "t2"))
    work.save(store, "testimonies", said("Han stays", "t3"))
    kept = {"text": "Everywhere", "as": "mask"}
    gone = {"text": "gone", "as": "safe", "where": "testimonies[1].text", "start": 0}
    moves = {"text": "Han", "as": {"person": "p1"}, "where": "testimonies[2].text", "start": 0}
    store.set_decisions([kept, gone, moves], "decide")
    work.remove(store, "testimonies", "t2")
    assert store.decisions() == (kept, {**moves, "where": "testimonies[1].text"})
    assert vault.verify() == ()


# --- ids ---


def test_an_id_is_never_given_twice_whatever_became_of_its_entry(vault: Vault, store: CaseStore) -> None:
    assert [work.new_id(store, kind) for kind in work.PREFIXES] == ["p3", "l3", "o1", "e3", "t2", "d2", "c2"]
    work.save_many(store, [("events", Event("e41", "flight")), ("events", Event("e007", "flight"))])
    store.change("revert 2", Change(drops=[("events", "e41")]))
    for row in store.journal()[1:]:
        store.erase(row.seq, "asked for")
    assert work.new_id(store, "events") == "e42"
    assert work.new_id(store, "events", {"e42", "e43"}) == "e44"
    with vault.open_case(store.id) as again:
        assert work.new_id(again, "events") == "e42"


def test_an_id_that_another_kind_has_is_not_given(store: CaseStore) -> None:
    work.save(store, "people", Person("e9", (Name("A"),)))
    work.save(store, "people", Person("e-12", (Name("A"),)))
    assert (work.new_id(store, "events"), work.new_id(store, "people")) == ("e10", "p3")


def test_a_case_made_before_numbers_were_noted_takes_them_from_its_journal(store: CaseStore) -> None:
    work.save(store, "events", Event("e30", "flight"))
    work.remove(store, "events", "e30")
    store._db.execute("DELETE FROM meta WHERE key GLOB 'last *'")
    assert (work.new_id(store, "events"), work.new_id(store, "people")) == ("e31", "p3")


# --- drafts ---


def test_drafts_stand_by_place_with_their_time_until_they_are_dropped(store: CaseStore) -> None:
    work.save_draft(store, "t1", "They held")
    work.save_draft(store, "e3", "")
    work.save_draft(store, "t1", "They held me")
    held = work.drafts(store)
    assert {place: draft.text for place, draft in held.items()} == {"t1": "They held me", "e3": ""}
    assert held["t1"].time.endswith("Z") and "held me" not in repr(held)
    work.drop_draft(store, "t1")
    assert (work.draft(store, "t1"), work.draft(store, "e3")) == (None, "")
    assert len(store.journal()) == 1


@settings(max_examples=60)
@given(text=st.text(st.characters(exclude_categories=())) | st.sampled_from(["\ud83d\ude00", "\ude00\ud83d", "a\0b"]))
def test_whatever_is_typed_is_kept(vault: Vault, text: str) -> None:
    with vault.open_case(vault.cases()[0].id) as store:
        work.save_draft(store, "t1", text)
        kept = work.draft(store, "t1")
        assert kept is not None and kept.replace("\ufffd", "") == _without_halves(text)


def _without_halves(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore").replace("\ufffd", "")


def test_a_refused_entry_keeps_its_draft_and_a_saved_one_drops_it_in_the_same_change(store: CaseStore) -> None:
    work.save_draft(store, "t9", "They held me")
    _refused("bad-entry", work.commit_draft, store, "t9", "testimonies", said("They held me", "t9", "p9"))
    assert work.draft(store, "t9") == "They held me"
    case = work.commit_draft(store, "t9", "testimonies", said("They held me", "t9"))
    assert (case.testimonies[-1].text, work.drafts(store)) == ("They held me", {})
