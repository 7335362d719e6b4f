"""One case: what is saved is there, with its journal row, or nothing is."""

from __future__ import annotations

import io
import random
from dataclasses import replace

import pytest

from app.domain.case import CaseInfo, Hold, Name, Person
from app.storage import errors
from app.storage.case_store import CaseStore
from app.storage.values import DocumentContent
from app.storage.vault import Vault
from tests.integration.storage.sample import CASE, CONTENT, case_named, files, said


@pytest.fixture
def case(vault: Vault) -> CaseStore:
    return vault.open_case("HERON")


def _objects(vault: Vault) -> set[str]:
    return {name for name in files(vault.path) if not name.endswith(("-wal", "-shm"))}


def test_an_imported_case_is_the_same_case(case: CaseStore) -> None:
    assert case.load() == CASE
    (row,) = case.journal()
    assert (row.seq, row.what, row.author, row.erased) == (1, "import", "Ann Advocate", False)


def test_an_entry_is_replaced_in_its_place_and_a_new_one_comes_last(case: CaseStore) -> None:
    case.put("people", Person("p1", (Name("Other"),)))
    case.put("people", Person("p9", (Name("New"),)))
    assert [person.names[0].text for person in case.load().people] == ["Other", "Han Kelan", "New"]
    case.remove("people", "p1")
    assert [person.id for person in case.load().people] == ["p2", "p9"]
    assert [row.what for row in case.journal()] == ["import", "put people p1", "put people p9", "remove people p1"]


def test_every_change_is_one_row_that_tells_what_was_saved(case: CaseStore) -> None:
    case.put("testimonies", said("New words."))
    row = case.journal()[-1]
    assert row.payload is not None
    assert row.payload["changes"] == [
        ["set", "testimonies", "t1", {"id": "t1", "person": "p1", "lang": "en", "text": "New words."}]
    ]


def test_a_saved_change_outlives_closing(vault: Vault) -> None:
    with vault.open_case("HERON") as case:
        case.put("people", Person("p9", (Name("New"),)))
    with vault.open_case("HERON") as case:
        assert case.load().people[-1].id == "p9"
    assert vault.verify() == ()
    assert vault.cases()[1].entries == 11


def test_the_code_of_a_case_can_change_but_not_to_that_of_another(vault: Vault, case: CaseStore) -> None:
    with pytest.raises(errors.Exists):
        case.put("case", CaseInfo("CRANE"))
    case.put("case", CaseInfo("EGRET"))
    assert case.code == "EGRET"
    assert [summary.code for summary in vault.cases()] == ["CRANE", "EGRET"]
    assert vault.verify() == ()


def test_what_is_of_the_wrong_kind_is_a_bug(case: CaseStore) -> None:
    with pytest.raises(TypeError):
        case.put("people", CASE.places[0])
    assert len(case.journal()) == 1


def test_what_is_not_there_is_not_removed(case: CaseStore) -> None:
    for kind, entry_id in (("people", "none"), ("nothing", "p1"), ("case", "")):
        with pytest.raises(errors.NoSuchEntry):
            case.remove(kind, entry_id)
    assert len(case.journal()) == 1


def test_decisions_are_kept_in_order_and_only_new_ones_are_journaled(vault: Vault, case: CaseStore) -> None:
    first, second, third = (
        {"text": "A", "as": "mask"},
        {"text": "B", "as": "safe"},
        {"text": "C", "as": {"person": "p1"}},
    )
    case.set_decisions([first, second], "decide")
    case.set_decisions([third, second, second], "decide")
    assert case.decisions() == (third, second, second)
    said = case.journal()[-1].payload
    assert said is not None
    assert [change[:2] for change in said["changes"]] == [
        ["set", "decision"],
        ["set", "decision"],
        ["drop", "decision"],
        ["order", "decision"],
    ]
    assert vault.verify() == ()
    case.set_decisions([], "undo")
    assert case.decisions() == ()
    assert vault.verify() == ()


def test_codes_are_kept_by_profile(case: CaseStore) -> None:
    case.keep_codes("counsel", {"p1": "Witness", "p2": "Relative 1"})
    case.keep_codes("counsel", {"p2": "Relative 1", "l1": "Village 1"})
    case.keep_codes("public", {"p1": "A"})
    assert case.codes("counsel") == {"p1": "Witness", "p2": "Relative 1", "l1": "Village 1"}
    assert (case.codes("public"), case.codes("none")) == ({"p1": "A"}, {})


def test_a_disclosure_keeps_its_codes_and_its_words_in_one_row(vault: Vault, case: CaseStore) -> None:
    case.disclose_commit("counsel", {"p1": "Witness"}, {"recipient": "Counsel", "sha256": "0" * 64})
    row = case.journal()[-1]
    assert row.payload is not None
    assert (row.what, row.payload["recipient"]) == ("disclosure", "Counsel")
    assert case.codes("counsel") == {"p1": "Witness"}
    case.disclose_commit("counsel", {"p1": "Witness"}, {"recipient": "Court"})
    assert case.journal()[-1].payload == {"recipient": "Court"}
    assert vault.verify() == ()


def test_a_failed_disclosure_keeps_no_codes(case: CaseStore) -> None:
    with pytest.raises(ValueError, match="JSON"):
        case.disclose_commit("counsel", {"p1": "Witness"}, {"size": float("nan")})
    assert case.codes("counsel") == {}
    assert len(case.journal()) == 1


def test_something_is_recorded_that_changes_nothing(case: CaseStore) -> None:
    case.record("case file export", {"to": "age1"})
    row = case.journal()[-1]
    assert (row.what, row.payload) == ("case file export", {"to": "age1"})
    for reserved in ("changes", "erased"):
        with pytest.raises(ValueError, match="own"):
            case.record("x", {reserved: 1})


def test_a_document_is_read_from_any_place(case: CaseStore) -> None:
    for document_id, data in CONTENT.items():
        with case.document(document_id) as file:  # type: ignore[union-attr]
            assert file.read() == data
    with case.document("d1") as file:  # type: ignore[union-attr]
        choose = random.Random(5)
        for _ in range(50):
            at = choose.randrange(len(CONTENT["d1"]))
            file.seek(at)
            assert file.read(100) == CONTENT["d1"][at : at + 100]
    assert case.document("d4") is None
    with pytest.raises(errors.NoSuchEntry):
        case.document("d9")
    assert {name: held.size for name, held in case.contents().items()} == {n: len(d) for n, d in CONTENT.items()}


def test_a_document_is_added_replaced_and_removed_with_its_file(vault: Vault, case: CaseStore) -> None:
    before = _objects(vault)
    stored = case.add_document("d4", io.BytesIO(b"first"))
    assert stored.size == 5
    (first,) = _objects(vault) - before
    case.add_document("d4", io.BytesIO(b"second words"))
    (second,) = _objects(vault) - before
    assert first != second
    assert case.document("d4").read() == b"second words"  # type: ignore[union-attr]
    assert vault.verify() == ()
    case.remove("documents", "d4")
    assert _objects(vault) == before
    assert vault.verify() == ()


def test_a_source_that_fails_leaves_nothing(vault: Vault, case: CaseStore) -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() > 50_000:
                raise InterruptedError
            return super().read(size)

    before = _objects(vault)
    with pytest.raises(InterruptedError):
        case.add_document("d4", Failing(bytes(100_000)))
    with pytest.raises(InterruptedError):
        vault.create_case(case_named("EGRET"), {"d1": DocumentContent(lambda: Failing(bytes(100_000)))})
    assert _objects(vault) == before
    assert case.document("d4") is None
    assert vault.verify() == ()


def test_a_legal_hold_refuses_what_could_not_be_undone(case: CaseStore) -> None:
    case.put("case", replace(CASE.case, hold=Hold(on="2021-07-02")))
    refused = [
        lambda: case.erase(1, "asked for"),
        lambda: case.remove("documents", "d1"),
        lambda: case.add_document("d1", io.BytesIO(b"other")),
    ]
    for call in refused:
        with pytest.raises(errors.UnderHold):
            call()
    case.remove("people", "p1")
    case.add_document("d4", io.BytesIO(b"new"))
    assert case.document("d1").read() == CONTENT["d1"]  # type: ignore[union-attr]


def test_a_draft_is_one_overwritten_row_outside_the_journal(case: CaseStore) -> None:
    case.save_draft("testimony t1", "I was")
    case.save_draft("testimony t1", "I was held")
    assert case.draft("testimony t1") == "I was held"
    case.drop_draft("testimony t1")
    assert case.draft("testimony t1") is None
    assert len(case.journal()) == 1
