"""Two entries become one, and one becomes two: nothing still speaks of the one that is gone, and nothing is lost."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app.casefile.references import references
from app.domain import case as told
from app.domain.case import (
    Case,
    Consent,
    Disclose,
    Event,
    Identifier,
    Interview,
    Name,
    Organization,
    Person,
    PersonPart,
    Place,
    Relation,
    Risk,
    Source,
)  # fmt: skip
from app.domain.plain import to_plain
from app.errors import Spot, UserError
from app.redaction.common import is_common
from app.redaction.decisions import Decisions
from app.redaction.fold import squeezed
from app.redaction.registry import Registry
from app.services import entries, history, merging, redaction, splitting, work
from app.services.review import Choices
from app.services.session import forms
from app.services.standing import substitutes
from app.storage.case_store import CaseStore
from app.storage.vault import Vault
from tests.strategies import cases
from tests.working import SMALL, new_store, new_vault

TWO = replace(
    SMALL,
    people=(
        *SMALL.people,
        Person(
            "p3", (Name("Han Kelan", "legal"), Name("韩克兰")), ("relative",), Relation("p1", "sister"), born="1980",
            identifiers=(Identifier("passport", "E30591274"),), at_risk=(Risk("p2", "he was seen with her"), Risk("o1", "told so")),
            public_figure=True, disclose=Disclose("name"),
        ),
        Person("p4", (Name("Wu Dali"),), relation=Relation("p3", "a friend")),
    ),
    organizations=(Organization("o1", (Name("Linhai Police"),)),),
    events=(
        *SMALL.events,
        Event(
            "e3", "family-threat", "2020", people=(PersonPart("p2", "victim"), PersonPart("p3", "victim"), PersonPart("p3")),
            fields={"relative_threatened": "p3", "told_by": "p2"}, account="Kelan was told to keep silent.",
            sources=(Source("relative", person="p3"), Source("relative", person="p2")),
        ),
    ),
    testimonies=(
        *SMALL.testimonies,
        told.Testimony("t2", "p3", "en", "Kelan says so.", interview=Interview(present=(PersonPart("p3"), PersonPart("p2", "relative")))),
    ),
    consents=(
        *SMALL.consents,
        Consent("c2", "p2", "advocacy", "press", "none", "2021-07-02"),
        Consent("c3", "p3", "legal-representation", "counsel", "named", "2021-07-03"),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    with new_vault(tmp_path_factory.mktemp("merging")) as opened:
        yield opened


@pytest.fixture
def store(vault: Vault) -> Iterator[CaseStore]:
    with new_store(vault, TWO) as opened:
        yield opened


def person(case: Case, entry_id: str) -> Person:
    return next(one for one in case.people if one.id == entry_id)


def whole(store: CaseStore) -> tuple[Any, ...]:
    return store.load(), store.decisions(), {profile: store.codes(profile) for profile in ("counsel", "public", "court")}


def spoken_of(case: Case, entry_id: str) -> list[Any]:
    return [steps for steps, mentioned, _ in references(to_plain(case), forms()) if mentioned == entry_id]


# --- merging ---


def test_everything_that_referred_to_either_refers_to_the_one_that_stays(store: CaseStore) -> None:
    before = store.last_seq
    case = merging.merge(store, "people", "p2", "p3", {})
    assert case == store.load()
    assert store.last_seq == before + 1
    assert [one.id for one in case.people] == ["p1", "p2", "p4"]
    assert spoken_of(case, "p3") == []
    one = person(case, "p2")
    assert [name.text for name in one.names] == ["Han Kelan", "韩克兰"]
    assert one.names[0].kind == "legal"
    assert (one.roles, one.born, one.lives_in, one.relation) == (("relative",), "1980", "l1", Relation("p1", "sister"))
    assert person(case, "p4").relation == Relation("p2", "a friend")
    event = next(event for event in case.events if event.id == "e3")
    assert event.people == (PersonPart("p2", "victim"),)
    assert event.sources == (Source("relative", person="p2"),)
    assert event.fields == {"relative_threatened": "p2", "told_by": "p2"}
    told = next(one for one in case.testimonies if one.id == "t2")
    assert told.person == "p2"
    assert told.interview is not None
    assert told.interview.present == (PersonPart("p2", "relative"),)
    assert [consent.person for consent in case.consents] == ["p1", "p2", "p2"]
    assert one.at_risk == (Risk(because="he was seen with her"), Risk("o1", "told so"))


def test_nobody_is_shown_by_name_because_of_a_merge_unless_that_is_chosen(store: CaseStore) -> None:
    told = {one.key: one.stands for one in merging.plan(store.load(), "people", "p2", "p3").differences}
    assert told == {"public_figure": "kept", "disclose": "kept"}
    assert {one.key: one.stands for one in merging.plan(store.load(), "people", "p3", "p2").differences} == {
        "public_figure": "gone", "disclose": "gone",
    }  # fmt: skip
    case = merging.merge(store, "people", "p3", "p2", {})
    assert (person(case, "p3").public_figure, person(case, "p3").disclose) == (None, None)
    history.revert(store, store.last_seq)
    case = merging.merge(store, "people", "p2", "p3", {"public_figure": "gone", "disclose": "gone"})
    assert (person(case, "p2").public_figure, person(case, "p2").disclose) == (True, Disclose("name"))


def test_two_birth_dates_are_told_and_one_of_them_is_chosen(store: CaseStore) -> None:
    work.save(store, "people", replace(person(store.load(), "p2"), born="1979"))
    (told,) = (one for one in merging.plan(store.load(), "people", "p2", "p3").differences if one.key == "born")
    assert (told.kept, told.gone, told.stands) == ("1979", "1980", "kept")
    assert person(merging.merge(store, "people", "p2", "p3", {"born": "gone"}), "p2").born == "1980"


def test_a_relation_to_oneself_goes_and_is_told(store: CaseStore) -> None:
    plan = merging.plan(store.load(), "people", "p1", "p3")
    assert plan.dropped == (Spot("people", "p3", "relation"),)
    assert person(merging.merge(store, "people", "p1", "p3", {}), "p1").relation is None


def test_what_a_merge_does_is_counted_before(store: CaseStore) -> None:
    plan = merging.plan(store.load(), "people", "p2", "p3")
    assert plan.consents == 1
    assert plan.mentions == len(spoken_of(store.load(), "p3"))
    assert plan.dropped == (Spot("people", "p3", "at_risk[0].from"),)


def test_undoing_a_merge_gives_the_case_as_it_was_with_its_decisions_and_codes(vault: Vault, store: CaseStore) -> None:
    redaction.decide(store, [{"text": "Wu", "as": {"person": "p3"}}, {"text": "Kelan", "as": "mask"}])
    store.keep_codes("counsel", {"p2": "[Relative 1]", "p3": "[Relative 2]"})
    store.keep_codes("public", {"p3": "[Person 4]"})
    before = whole(store)
    merging.merge(store, "people", "p2", "p3", {})
    assert store.codes("public") == {"p2": "[Person 4]"}
    assert store.codes("counsel")["p2"] == "[Relative 1]"
    assert [decision["as"] for decision in store.decisions()] == [{"person": "p2"}, "mask"]
    (row,) = (row for row in history.rows(store) if row.seq == store.last_seq)
    assert (row.what, row.revertible) == ("merged", True)
    history.revert(store, store.last_seq)
    assert whole(store) == before
    history.revert(store, store.last_seq)
    assert "p3" not in {one.id for one in store.load().people}
    assert not vault.verify()


def test_no_later_entry_gets_the_second_code_of_the_two(store: CaseStore) -> None:
    store.keep_codes("counsel", {"p2": "[Relative 1]", "p3": "[Relative 2]"})
    merging.merge(store, "people", "p2", "p3", {})
    case = work.save(store, "people", Person("p9", (Name("Someone Else"),), ("relative",)))
    made = substitutes(case, "counsel", store.codes("counsel"), dt.date(2021, 7, 9))
    assert made.codes["p2"] == "[Relative 1]"
    assert made.codes["p9"] not in ("[Relative 1]", "[Relative 2]")


def test_codes_of_a_copy_in_another_language_go_over_as_well(store: CaseStore) -> None:
    store.keep_codes("counsel.zh-Hans", {"p3": "[亲属 1]"})
    merging.merge(store, "people", "p2", "p3", {})
    assert store.codes("counsel.zh-Hans") == {"p2": "[亲属 1]"}
    history.revert(store, store.last_seq)
    assert store.codes("counsel.zh-Hans") == {"p3": "[亲属 1]"}


@pytest.mark.parametrize("omitted", ["p2", "p3"])
@pytest.mark.parametrize("other", [None, Disclose("name"), Disclose("code", "Aunt")])
def test_who_is_mentioned_nowhere_is_mentioned_nowhere_after_a_merge_or_a_split(
    store: CaseStore, omitted: str, other: Disclose | None
) -> None:
    for one in ("p2", "p3"):
        chosen = Disclose("omit") if one == omitted else other
        work.save(store, "people", replace(person(store.load(), one), disclose=chosen, public_figure=None))
    case = merging.merge(store, "people", "p2", "p3", {})
    assert person(case, "p2").disclose == Disclose("omit")
    case, made = splitting.split(store, "people", "p2", {Spot("people", "p2", "names[0]")})
    assert [person(case, one).disclose for one in ("p2", made)] == [Disclose("omit")] * 2


def test_every_name_of_both_is_still_asked_about_or_masked(store: CaseStore) -> None:
    work.save(store, "people", replace(person(store.load(), "p3"), names=(Name("Ms Zhuo"), Name("卓瑞霖"))))
    work.save(
        store, "testimonies", told.Testimony("t3", "p1", "en", "Then Zhuo and 卓瑞霖 and Han Kelan came.", status="confirmed")
    )
    merging.merge(store, "people", "p2", "p3", {})
    for profile in ("counsel", "public"):
        _, made = redaction.prepare(store, profile, Choices(dt.date(2021, 7, 9), testimonies=("t3",)))
        said = json.dumps(to_plain(made.view), ensure_ascii=False)
        assert not any(name in said for name in ("Zhuo", "卓瑞霖", "Kelan"))


def test_a_form_that_was_begun_is_not_saved_over_what_was_merged(store: CaseStore) -> None:
    for place in ("people:p2", "people:p3:stands"):
        work.save_draft(store, place, "{}")
        before = whole(store)
        with pytest.raises(UserError) as caught:
            merging.merge(store, "people", "p2", "p3", {})
        assert caught.value.code == "change-begun"
        assert whole(store) == before
        work.drop_draft(store, place)
    work.save_draft(store, "events:e3", json.dumps({"typed": {"people": [{"person": "p3"}]}, "event": "e3"}))
    merging.merge(store, "people", "p2", "p3", {})
    assert json.loads(work.drafts(store)["events:e3"].text) == {"typed": {"people": [{"person": "p2"}]}, "event": "e3"}


def test_places_and_organizations_are_merged_alike(store: CaseStore) -> None:
    case = merging.merge(store, "places", "l1", "l2", {})
    assert [(place.id, place.within, [name.text for name in place.names]) for place in case.places] == [
        ("l1", None, ["Songhe Village", "Linhai County"])
    ]
    work.save(store, "organizations", Organization("o2", (Name("PSB"),)))
    case = merging.merge(store, "organizations", "o2", "o1", {})
    assert person(case, "p3").at_risk[1].from_ == "o2"


@pytest.mark.parametrize("hidden", [None, "village", "address"])
@pytest.mark.parametrize("kept", ["l8", "l9"])
def test_a_place_that_is_withheld_is_not_shown_by_name_because_of_a_merge(
    store: CaseStore, hidden: str | None, kept: str
) -> None:
    work.save(store, "places", Place("l8", (Name("Yard of the Hans"),), hidden))
    work.save(store, "places", Place("l9", (Name("Han's town"),), "town"))
    gone = "l9" if kept == "l8" else "l8"
    (told,) = (one for one in merging.plan(store.load(), "places", kept, gone).differences if one.key == "kind")
    assert told.stands == ("kept" if kept == "l8" else "gone")
    case = merging.merge(store, "places", kept, gone, {})
    assert next(one for one in case.places if one.id == kept).kind == hidden
    history.revert(store, store.last_seq)
    case = merging.merge(store, "places", kept, gone, {"kind": "kept" if kept == "l9" else "gone"})
    assert next(one for one in case.places if one.id == kept).kind == "town"


def test_places_that_would_lie_in_each_other_are_refused_and_nothing_is_changed(store: CaseStore) -> None:
    work.save(store, "places", Place("l3", (Name("A province"),)))
    work.save(store, "places", replace(store.load().places[1], within="l3"))
    before = whole(store)
    with pytest.raises(UserError) as caught:
        merging.merge(store, "places", "l1", "l3", {})
    assert caught.value.code == "bad-entry"
    assert whole(store) == before


def test_an_entry_that_is_not_there_is_refused(store: CaseStore) -> None:
    for kind, kept, gone in (("people", "p2", "p8"), ("people", "l1", "p2"), ("events", "e1", "e2")):
        with pytest.raises(UserError) as caught:
            merging.merge(store, kind, kept, gone, {})
        assert caught.value.code == "no-such-entry"


# --- splitting ---


def test_what_is_chosen_goes_to_a_new_entry_and_the_rest_stays(store: CaseStore) -> None:
    redaction.decide(store, [{"text": "Wu", "as": {"person": "p3"}}])
    store.keep_codes("public", {"p3": "[Person 4]"})
    before = whole(store)
    offered = splitting.parts(store.load(), "people", "p3")
    going = {
        spot for spot in offered if spot.path in ("names[1]", "identifiers[0]") or (spot.kind, spot.id) in (("events", "e3"), ("consents", "c3"))
    }  # fmt: skip
    case, made = splitting.split(store, "people", "p3", going)
    old, new = person(case, "p3"), person(case, made)
    assert ([name.text for name in old.names], [name.text for name in new.names]) == (["Han Kelan"], ["韩克兰"])
    assert (old.identifiers, new.identifiers) == ((), (Identifier("passport", "E30591274"),))
    assert (new.public_figure, new.disclose, old.public_figure) == (None, None, True)
    assert [consent.person for consent in case.consents] == ["p1", "p2", made]
    assert next(t for t in case.testimonies if t.id == "t2").person == "p3"
    assert person(case, "p4").relation == Relation("p3", "a friend")
    assert store.codes("public") == {"p3": "[Person 4]"}
    assert [row.what for row in history.rows(store)][:1] == ["split"]
    history.revert(store, store.last_seq)
    assert whole(store) == before


def test_what_was_decided_to_be_somebody_follows_the_name_that_goes(store: CaseStore) -> None:
    redaction.decide(store, [{"text": "韩克兰", "as": {"person": "p3"}}, {"text": "Han Kelan", "as": "mask"}])
    _, made = splitting.split(store, "people", "p3", {Spot("people", "p3", "names[1]")})
    assert [decision["as"] for decision in store.decisions()] == [{"person": made}, "mask"]


@pytest.mark.parametrize("paths", [(), ("names[0]", "names[1]"), ("born",)])
def test_each_of_the_two_needs_a_name(store: CaseStore, paths: tuple[str, ...]) -> None:
    with pytest.raises(UserError) as caught:
        splitting.split(store, "people", "p3", {Spot("people", "p3", path) for path in paths})
    assert caught.value.code == "no-name"


# --- any case ---


def _two_of(case: Case, data: st.DataObject) -> tuple[str, str, str]:
    held = {kind: [one.id for one in getattr(case, kind)] for kind in merging.KINDS}
    kinds = [kind for kind, ids in held.items() if len(ids) > 1]
    assume(kinds)
    kind = data.draw(st.sampled_from(kinds))
    kept, gone = data.draw(st.permutations(held[kind]))[:2]
    return kind, kept, gone


ANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


@ANY
@given(case=cases(forms()), data=st.data())
def test_after_any_merge_the_case_is_valid_and_nothing_speaks_of_the_one_that_is_gone(
    vault: Vault, case: Case, data: st.DataObject
) -> None:
    kind, kept, gone = _two_of(case, data)
    with new_store(vault, case) as store:
        before = whole(store)
        earlier = store.load()
        try:
            after = merging.merge(store, kind, kept, gone, {})
        except UserError as error:
            assert error.code == "bad-entry"
            assert kind == "places"
            assert whole(store) == before
            return
        entries.check(to_plain(after))
        assert after == store.load()
        assert gone not in {one.id for one in getattr(after, kind)}
        assert spoken_of(after, gone) == []
        names = {n.text for one in getattr(earlier, kind) if one.id in (kept, gone) for n in one.names}
        (one,) = (one for one in getattr(after, kind) if one.id == kept)
        assert {name.text for name in one.names} == names
        assert len(after.consents) == len(earlier.consents)
        if kind == "people":
            registry = Registry(after, Decisions(()), lambda _owner: False, is_common)
            for name in one.names:
                assert not squeezed(name.text) or any(kept in found.owners for found in registry.mentions(name.text)) or (
                    not any(gone in f.owners or kept in f.owners for f in _mentions(earlier, name.text))
                )  # fmt: skip
        history.revert(store, store.last_seq)
        assert whole(store) == before


def _mentions(case: Case, text: str) -> list[Any]:
    return list(Registry(case, Decisions(()), lambda _owner: False, is_common).mentions(text))


@ANY
@given(case=cases(forms()), data=st.data())
def test_any_split_merged_again_is_the_case_that_was_but_for_the_order_of_what_went(
    vault: Vault, case: Case, data: st.DataObject
) -> None:
    found = [(kind, one.id) for kind in merging.KINDS for one in getattr(case, kind) if len({n.text for n in one.names}) > 1]
    assume(found)
    kind, entry_id = data.draw(st.sampled_from(found))
    offered = splitting.parts(case, kind, entry_id)
    assert len(set(offered)) == len(offered)
    going = set(data.draw(st.lists(st.sampled_from(offered), unique=True)))
    with new_store(vault, case) as store:
        earlier = store.load()
        try:
            _, made = splitting.split(store, kind, entry_id, going)
        except UserError as error:
            assert error.code == "no-name"
            return
        chosen = dict.fromkeys(merging.SHOWS, "kept")
        chosen["kind"] = "gone" if Spot(kind, entry_id, "kind") in going else "kept"
        after = merging.merge(store, kind, entry_id, made, chosen)
        assert _settled(to_plain(after), entry_id) == _settled(to_plain(earlier), entry_id)


def _settled(tree: Any, entry_id: str) -> Any:
    """A case without the order of what an entry has several of, and with nothing in it twice."""
    touched = merging.pointed(tree, entry_id, entry_id)
    for kind in merging.KINDS:
        for entry in tree.get(kind, ()):
            if entry["id"] == entry_id:
                touched[kind, entry_id] = merging.united(
                    kind, touched.get((kind, entry_id), entry), {"id": "", **{}}, (entry_id,), {"kind": "kept"}
                )
    settled = entries.with_entries(tree, [(kind, plain) for (kind, _), plain in touched.items()])
    for kind in merging.KINDS:
        for entry in settled.get(kind, ()):
            if entry["id"] == entry_id:
                for key in merging.LISTS:
                    if key in entry:
                        entry[key] = sorted(json.dumps(item, sort_keys=True) for item in entry[key])
    return settled
