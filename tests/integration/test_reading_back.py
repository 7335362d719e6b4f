"""Reading back against a real vault: each decision is kept, found again, and the signature signs the head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.case import Mark, Readback, ReadParagraph
from app.domain.case import Testimony as Told
from app.services import history, reading_back, work
from app.services.reading_back import CONFIRMED, CORRECTED, NOT_REREAD, Correction, results
from app.services.statement import PLAIN, statement_pdf
from app.storage.case_store import CaseStore
from app.storage.vault import Vault
from tests.working import SMALL, new_store, new_vault, said

TEXT = "I was at home.\n\nThey came at night.\n\nI said nothing."
CASE = replace(SMALL, testimonies=(said(TEXT), replace(said(TEXT, "t2"), translation_of="t1", lang="fr")))


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    with new_vault(tmp_path_factory.mktemp("reading")) as made:
        yield made


def begun(vault: Vault) -> CaseStore:
    store = new_store(vault, CASE)
    reading_back.save_begun(store, ("t1", "t2"), on="2021-07-09/2021-07-10", language="yue", interpreter="p2", anew=False)
    return store


def test_a_correction_is_one_row_and_is_found_in_its_new_words(vault: Vault) -> None:
    with begun(vault) as store:
        before = store.last_seq
        new = [Correction("t1", 2, "They came at midnight."), Correction("t2", 2, "Ils sont venus.")]
        work.save_draft(store, "testimonies:t1:readback:2", "They came at mid")
        case = reading_back.save_correction(store, ("t1", "t2"), 2, new, why="hour", drafts=("testimonies:t1:readback:2",))
        assert store.last_seq == before + 1
        assert work.drafts(store) == {}
        for held in case.testimonies:
            assert results(held) == {2: CORRECTED}
            assert held.amendments[0].on == "2021-07-10", "the last of the days"
        code = store.code
    found = [hit for hit in vault.search("midnight") if hit.case_code == code]
    assert [hit.entry for hit in found] == ["t1"]
    assert vault.verify() == ()


def test_the_signature_signs_the_head_and_says_how_and_of_which_words(vault: Vault) -> None:
    with begun(vault) as store:
        for number, result in ((1, CONFIRMED), (2, NOT_REREAD)):
            reading_back.save_decision(store, ("t1",), number, result)
        with pytest.raises(ValueError, match="result"):
            reading_back.save_signature(store, ("t1",), on="2021-07-10", method="mark")
        case = reading_back.save_decision(store, ("t1",), 3, CONFIRMED)
        assert case.testimonies[0].status == "read-back"
        case = reading_back.save_signature(store, ("t1",), on="2021-07-10", method="mark")
        assert store._db.row("SELECT seq FROM signature") == (store.last_seq,), "at once, not when the case is closed"
        row = history.rows(store)[0]
        assert ("signed", "mark") in row.details
        assert row.revertible
        assert history.revert(store, row.seq).testimonies[0].status == "read-back"
    paper = statement_pdf(case, case.testimonies[0], PLAIN, date(2021, 7, 10))
    assert paper.startswith(b"%PDF")
    assert vault.verify() == ()


WORDS = st.sampled_from(["dawn", "midnight", "家", "晚上", "ئۆي", "ཁྱིམ", ""])
READ = st.lists(
    st.builds(ReadParagraph, st.integers(1, 9), st.sampled_from([CONFIRMED, NOT_REREAD])),
    max_size=4,
    unique_by=lambda one: one.n,
)
ENTRIES = st.builds(
    lambda text, read, mark: replace(
        said(text), readback=Readback(paragraphs=tuple(read)), marks=(Mark(1, mark),) if mark else ()
    ),
    st.lists(WORDS).map("\n\n".join), READ, st.sampled_from(["", "unclear", "exact-words"]),
)  # fmt: skip


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(ENTRIES, min_size=1, max_size=5))
def test_whatever_is_saved_over_whatever_the_index_says_what_the_entries_say(vault: Vault, wordings: list[Told]) -> None:
    with new_store(vault, CASE) as store:
        for held in wordings:
            store.put("testimonies", held)
        code = store.code
    assert vault.verify() == ()
    for word in ("dawn", "midnight", "晚上"):
        hits = [hit for hit in vault.search(word) if hit.case_code == code]
        assert bool(hits) == (word in wordings[-1].text)
    vault.shred(code, date.today())
