"""Which pages may be shown is kept with the case: journaled, taken back, and never held for a page that is another one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.case import Consent, Document, Event, Name, Person
from app.domain.exhibits import OPEN, OUT, PAGE, READY, Box, PagePlan
from app.errors import UserError
from app.redaction.disclose import Choices
from app.services import archiving, documents, exhibits, export, history, redaction, session, work
from app.services.draft import draft
from app.services.exhibiting import take_contents
from app.services.material import take
from app.storage.case_store import CaseStore
from app.storage.vault import Vault
from crypto.identity import SealingIdentity
from tests.exhibit_papers import SECRET, exported, letter, material, photo, pictures
from tests.papers import Paper
from tests.redacting import DATED

BOX = Box(1000, 1000, 2000, 500)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    with session.new_vault(tmp_path / "v", "tulip anchor velvet", "Ann Advocate", 64, None) as made:
        yield made


@pytest.fixture
def store(vault: Vault) -> Iterator[CaseStore]:
    made = work.new_case(vault, "LARCH")
    with vault.open_case(made.id) as held:
        yield held


def plan(store: CaseStore, data: bytes = b"", page: int = 1, **more: Any) -> PagePlan:
    if not store.contents():
        documents.add_document(store, "A photo", "photo", ("photo.jpg", data or photo()))
    (held,) = store.contents().items()
    return PagePlan(held[0], held[1].sha256, page, more.pop("of", 1), **more)


def test_a_plan_is_kept_under_a_name_and_a_time_and_stands_in_the_history(store: CaseStore) -> None:
    (kept,) = exhibits.save(store, [plan(store, state=READY, boxes=(BOX,))])
    assert (kept.by, kept.at[:2]) == ("Ann Advocate", "20")
    assert exhibits.plans(store) == (kept,)
    row = history.rows(store)[0]
    assert (row.what, [one.id for one in row.touched], row.revertible) == ("exhibit", ["d1"], True)
    assert exhibits.standing((kept,), "d1", kept.content) == exhibits.Standing(True, 1, 1, 0)


def test_what_stands_already_leaves_no_trace(store: CaseStore) -> None:
    exhibits.save(store, [plan(store, state=READY)])
    before = store.last_seq
    exhibits.save(store, [plan(store, state=READY)])
    assert store.last_seq == before


def test_it_can_be_taken_back_from_the_history(store: CaseStore) -> None:
    first = exhibits.save(store, [plan(store, boxes=(BOX,))])
    exhibits.save(store, [plan(store, state=READY)])
    history.revert(store, store.last_seq)
    assert exhibits.plans(store) == first


def test_decisions_about_words_and_pages_do_not_touch_each_other(store: CaseStore) -> None:
    kept = exhibits.save(store, [plan(store, boxes=(BOX,))])
    redaction.decide(store, [{"text": "Hongda", "as": "mask"}])
    assert exhibits.plans(store) == kept
    exhibits.save(store, [plan(store, state=OUT)])
    assert [one.text for one in take(store).decisions] == ["Hongda"]
    redaction.undo(store, "Hongda")
    assert take(store).decisions == ()
    assert [one.state for one in exhibits.plans(store)] == [OUT]


def test_it_goes_with_its_document_and_stays_with_the_others(store: CaseStore) -> None:
    exhibits.save(store, [plan(store, state=READY)])
    work.save(store, "documents", Document("d7", "Another"))
    work.remove(store, "documents", "d7")
    assert len(exhibits.plans(store)) == 1
    documents.remove_document(store, "d1")
    assert exhibits.plans(store) == ()


def test_another_content_has_not_been_looked_at(store: CaseStore) -> None:
    old = plan(store, state=READY)
    exhibits.save(store, [old])
    documents.replace_content(store, "d1", ("scan.png", photo(kind="PNG")))
    held, choices = take_contents(store, take(store), Choices(DATED, exhibits=("d1",)))
    assert choices.exhibits == ("d1",)
    with pytest.raises(UserError) as told:
        draft(held, "counsel", choices)
    assert "d1 was replaced after its pages were looked at" in told.value.reasons
    with pytest.raises(UserError) as told:
        exhibits.save(store, [old])
    assert told.value.code == "content-changed"
    new = replace(old, content=store.contents()["d1"].sha256)
    assert [one.content for one in exhibits.save(store, [new])] == [new.content]


@pytest.mark.parametrize(
    ("change", "code"),
    [({"document": "d9"}, "no-such-entry"), ({"document": "d2"}, "not-held"), ({"content": "0" * 64}, "content-changed")],
)
def test_what_is_not_there_cannot_be_planned(store: CaseStore, change: dict[str, Any], code: str) -> None:
    held = plan(store)
    work.save(store, "documents", Document("d2", "Named only"))
    with pytest.raises(UserError) as told:
        exhibits.save(store, [replace(held, **change)])
    assert told.value.code == code
    assert exhibits.plans(store) == ()


def test_an_archive_takes_it_along(vault: Vault, store: CaseStore, tmp_path: Path) -> None:
    kept = exhibits.save(store, [plan(store, state=READY, boxes=(BOX,))])
    store.close()
    identity = SealingIdentity(bytes(range(32)))
    archiving.archive(vault, "LARCH", tmp_path / "a.age", [identity.recipient])
    made = archiving.import_sealed(vault, tmp_path / "a.age", [identity])
    with vault.open_case(made.id) as again:
        assert exhibits.plans(again) == kept


@pytest.mark.parametrize(
    "page",
    [
        {}, {"page": 0}, {"page": 3}, {"page": True}, {"page": 1, "boxes": [[0, 0, 0, 1]]}, {"page": 1, "boxes": [[9000, 0, 2000, 1]]},
        {"page": 1, "boxes": [[0.5, 0, 1, 1]]}, {"page": 1, "boxes": {}}, {"page": 1, "reviewed": "yes"}, {"page": 1, "box": []},
        {"page": 1, "boxes": [[0, 0, 1]]}, "1",
    ],
)  # fmt: skip
def test_boxes_that_are_none_are_refused_in_words(page: object) -> None:
    with pytest.raises(UserError) as told:
        exhibits.given({"pages": [page]}, "d1", "0" * 64, 2)
    assert (told.value.code, told.value.status) == ("bad-boxes", 2)


def test_boxes_come_from_json() -> None:
    made = exhibits.given(
        {"pages": [{"page": 1, "boxes": [[1, 2, 3, 4]], "safe": [[5, 6, 7, 8]], "reviewed": True}, {"page": 2, "left_out": True}]},
        "d1", "0" * 64, 2,
    )  # fmt: skip
    assert [(one.state, one.boxes, one.safe) for one in made] == [
        (READY, (Box(1, 2, 3, 4),), (Box(5, 6, 7, 8),)), (OUT, (), ()),
    ]  # fmt: skip


# --- what stands in the way of an export ---


def reasons(held: Any, *ids: str, **more: Any) -> tuple[str, ...]:
    with pytest.raises(UserError) as told:
        exported(held, *ids, **more)
    assert told.value.status == 3
    return told.value.reasons


def test_a_page_that_nobody_looked_at_blocks_its_exhibit() -> None:
    held = material({"d1": photo()}, {}, state=OPEN)
    assert reasons(held) == ("d1: nobody has said that page 1 may be shown (1 of 1 are open)",)


def test_a_document_that_is_left_out_whole_blocks_and_one_that_was_not_prepared_does() -> None:
    assert reasons(material({"d1": photo()}, {}, state=OUT)) == ("d1: every page of it is left out",)
    bare = replace(material({"d1": photo()}, {}), plans=())
    assert reasons(bare) == ("d1 was not prepared as an exhibit",)


def test_a_name_on_record_that_stands_on_a_page_must_be_boxed_or_said_to_be_safe() -> None:
    data = letter("Dear colleague", f"I saw {SECRET} there")
    assert reasons(material({"d1": data}, {})) == (
        "d1, page 1: something of p2 that this profile withholds stands there without a box",
    )
    assert len(pictures(exported(material({"d1": data}, {"d1": [PAGE]})).pdf)) == 1
    assert len(pictures(exported(material({"d1": data}, {}, safe=[PAGE])).pdf)) == 1


@pytest.mark.parametrize("profile", ["partner", "court", "ccf", "public"])
def test_that_counsel_may_see_a_whole_name_shows_it_to_nobody_else(profile: str) -> None:
    data = letter("Dear colleague", f"I saw {SECRET} there", "Tursun was there")
    held = material({"d1": data}, {}, safe=[PAGE])
    with pytest.raises(UserError) as told:
        exported(held, profile=profile)
    assert told.value.reasons == ("d1, page 1: something of p2 that this profile withholds stands there without a box",)
    assert len(pictures(exported(held).pdf)) == 1


def test_that_counsel_may_see_a_number_or_a_day_shows_neither_to_the_public() -> None:
    data = letter("Dear colleague", "Telephone +86 138 0013 8000", "We met on 12 March 2019")
    held = material({"d1": data}, {}, safe=[PAGE])
    with pytest.raises(UserError) as told:
        exported(held, profile="public")
    assert "without a box" in told.value.reasons[0]
    assert len(pictures(exported(held).pdf)) == 1


def test_a_name_that_two_people_share_stands_under_a_box_whoever_of_them_is_meant() -> None:
    held = material({"d1": letter(f"I saw {SECRET} there")}, {})
    case = held.case
    held = replace(held, case=replace(case, people=(*case.people, replace(case.people[1], id="p3", roles=("relative",)))))
    with pytest.raises(UserError) as told:
        exported(held)
    assert "without a box" in told.value.reasons[0]


def test_what_is_outside_consent_is_not_shown_whatever_was_prepared() -> None:
    held = material({"d1": photo(), "d2": photo(kind="PNG")}, {})
    case = held.case
    scoped = tuple(replace(one, scope=("e1",)) for one in case.consents)
    listed = tuple(replace(one, about=("e1",) if one.id == "d1" else ("e2",)) for one in case.documents)
    events = (Event("e1", "protest"), Event("e2", "protest"))
    held = replace(held, case=replace(case, consents=scoped, documents=listed, events=events))
    assert reasons(held) == ("d2 is of events that consent does not cover",)
    assert len(exported(held, "d1").view.exhibits) == 1


def test_the_public_gets_pages_by_choice_and_no_list() -> None:
    held = material({"d1": photo(), "d2": photo(kind="PNG")}, {})
    made = exported(held, "d2", profile="public", testimonies=("none",))
    assert [exhibit.number for exhibit in made.view.exhibits] == [1]
    assert made.view.documents == ()
    assert "documents-list" in made.view.withheld
    assert made.payload["exhibits"] == ["d2"]


def test_only_pages_that_are_ready_are_shown_and_their_number_does_not_tell_how_many_are_left_out() -> None:
    paper = Paper()
    for page in range(3):
        paper.show(f"page {page}", page=page)
    held = material({"d1": paper.save()}, {})
    one = replace(held, plans=(replace(held.plans[0], state=OUT), held.plans[1], replace(held.plans[2], state=OUT)))
    made = exported(one)
    (exhibit,) = made.view.exhibits
    assert (len(exhibit.pages), exhibit.left_out) == (1, True)


def test_all_means_those_that_somebody_began_to_prepare(store: CaseStore) -> None:
    with pytest.raises(UserError) as told:
        take_contents(store, take(store), Choices(DATED, exhibits=("all",)))
    assert told.value.reasons == ("no document was prepared as an exhibit",)
    exhibits.save(store, [plan(store, boxes=(BOX,))])
    documents.add_document(store, "Another", None, ("b.png", photo(kind="PNG")))
    held, choices = take_contents(store, take(store), Choices(DATED, exhibits=("all",)))
    assert (choices.exhibits, list(held.contents)) == (("d1",), ["d1"])
    with pytest.raises(UserError) as told:
        take_contents(store, take(store), Choices(DATED, exhibits=("d1", "d9")))
    assert told.value.code == "no-document"


def test_the_history_says_whose_pages_were_shown_and_that_a_table_beside_them_shows_none(
    store: CaseStore, tmp_path: Path
) -> None:
    work.save(store, "people", Person("p1", (Name("Shen Guowei"),), roles=("witness",)))
    work.save(store, "consents", Consent("c1", "p1", "legal-representation", "counsel", "named", "2021-07-02"))
    exhibits.save(store, [plan(store, state=READY)])
    held, choices = take_contents(store, take(store), Choices(DATED, ("none",), exhibits=("d1",)))
    made = draft(held, "counsel", choices)
    export.release(store, made, tmp_path / "x.pdf")
    assert ("exhibits", "A photo") in history.rows(store)[0].details
    again = replace(made, last_seq=store.last_seq)
    export.release_beside(store, again, "csv", tmp_path / "x.csv")
    assert "exhibits" not in dict(history.rows(store)[0].details)


def test_a_name_that_comes_on_record_after_a_page_was_ready_blocks_that_page() -> None:
    held = material({"d1": letter("Dear colleague", "Abdulla Kerim was there")}, {})
    assert len(pictures(exported(held, mask_undecided=True).pdf)) == 1
    known = replace(held.case, people=(*held.case.people, Person("p3", (Name("Abdulla Kerim"),))))
    assert "something of p3" in reasons(replace(held, case=known), mask_undecided=True)[0]


def test_more_boxes_than_can_be_kept_are_refused_and_harm_nothing(store: CaseStore) -> None:
    boxes = tuple(Box(x, y, 1, 1) for x in range(100) for y in range(51))
    with pytest.raises(UserError) as told:
        exhibits.save(store, [plan(store, boxes=boxes)])
    assert told.value.code == "bad-boxes"
    assert exhibits.plans(store) == ()
