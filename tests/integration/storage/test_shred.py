"""A shredded case is gone for good, keys first, and a kill at any step leaves it whole or gone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.case import CaseInfo, Hold, Retention
from app.errors import UserError
from app.services import keeping
from app.storage import disk, errors, key_files
from app.storage import shred as shredding
from app.storage.vault import Vault
from tests.integration.storage.sample import CASE, CONTENT, PASSPHRASE, case_named, files

TODAY = date(2026, 1, 15)


def test_nothing_of_the_case_is_left_and_the_rest_is_whole(vault: Vault, path: Path) -> None:
    held = next(summary for summary in vault.cases() if summary.code == "HERON")
    with vault.open_case("HERON") as case:
        objects = case.objects()
    assert keeping.shred(vault, "HERON", TODAY).id == held.id
    assert [summary.code for summary in vault.cases()] == ["CRANE"]
    left = files(path)
    assert not [name for name in left if name.startswith(held.id) or name in objects]
    assert shredding.shredded(vault._context, held.id) is not None
    assert vault.verify() == ()
    with pytest.raises(errors.NoSuchCase):
        vault.open_case("HERON")
    vault.create_case(CASE, {}).close()  # its code is free again


def test_a_case_that_is_open_is_closed_first(vault: Vault) -> None:
    case = vault.open_case("HERON")
    case.save_draft("t2", "words")
    vault.shred("HERON", TODAY)
    assert case.closed


def test_the_keys_are_overwritten_before_they_are_unlinked(vault: Vault, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (case_id,) = (summary.id for summary in vault.cases() if summary.code == "HERON")
    keys = key_files.paths(path / "o", case_id)
    before = keys[0].read_bytes()
    handles = [key.open("rb") for key in keys]  # what an unlinked file held is still seen through these
    try:
        vault.shred("HERON", TODAY)
        for handle in handles:
            left = handle.read()
            assert len(left) == len(before)
            assert left[:16] != before[:16]
            assert before[16:48] not in left
    finally:
        for handle in handles:
            handle.close()


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (CaseInfo("HERON", hold=Hold("2026-01-01")), "under-hold"),
        (CaseInfo("HERON", retention=Retention(review_on="2026-01-16")), "under-retention"),
        (CaseInfo("HERON", retention=Retention(review_on="2026-01")), "under-retention"),
        (CaseInfo("HERON", retention=Retention(review_on="2026")), "under-retention"),
        (CaseInfo("HERON", retention=Retention(review_on="2026-02/..")), "under-retention"),
        (CaseInfo("HERON", retention=Retention(review_on="2026-01-15")), None),
        (CaseInfo("HERON", retention=Retention(review_on="2025")), None),
        (CaseInfo("HERON", retention=Retention("their wish")), None),
    ],
)
def test_hold_and_retention(vault: Vault, facts: CaseInfo, code: str | None) -> None:
    with vault.open_case("HERON") as case:
        case.put("case", facts)
    if code is None:
        keeping.shred(vault, "HERON", TODAY)
        return
    with pytest.raises(UserError) as told:
        keeping.shred(vault, "HERON", TODAY)
    assert (told.value.code, told.value.status) == (code, 3)
    with vault.open_case("HERON") as case:
        assert case.load() == replace(CASE, case=facts)
    assert vault.verify() == ()


class Killed(BaseException):
    pass


STEPS: list[tuple[object, str]] = [(disk, "remove"), (disk, "sync_folder"), (shredding, "_overwrite"), (Path, "unlink")]


@pytest.mark.parametrize("after", range(12))
def test_a_kill_at_any_step_leaves_the_case_whole_or_gone(
    path: Path, tmp_path: Path, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies on the disk between any two steps is opened as the next run would find it."""
    left = tmp_path / "left"
    count = 0

    def stepping(work: Callable[..., None]) -> Callable[..., None]:
        def step(*arguments: object, **more: object) -> None:
            nonlocal count
            if count == after and not left.exists():
                shutil.copytree(path, left)
            count += 1
            work(*arguments, **more)

        return step

    with Vault.open(path, PASSPHRASE) as vault:
        with monkeypatch.context() as patch:
            for holder, name in STEPS:
                patch.setattr(holder, name, stepping(getattr(holder, name)))
            vault.shred("HERON", TODAY)
        if not left.exists():
            shutil.copytree(path, left)
    with Vault.open(left, PASSPHRASE) as vault:
        assert [summary.code for summary in vault.cases() if not summary.damaged] in (["CRANE"], ["CRANE", "HERON"])
        for summary in vault.cases():
            with vault.open_case(summary.id) as case:
                assert case.load() == case_named(summary.code)
        assert vault.verify() == ()


def test_what_cannot_be_taken_away_stays_whole(vault: Vault, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refused)
        patch.setattr(shredding, "_overwrite", lambda path: None)
        with pytest.raises(errors.Unreadable):
            vault.shred("HERON", TODAY)
    with vault.open_case("HERON") as case:
        assert case.load() == CASE
    vault.close()
    with Vault.open(path, PASSPHRASE) as again:  # and no later opening takes it away
        assert [summary.code for summary in again.cases()] == ["CRANE", "HERON"]
        assert again.verify() == ()


@pytest.mark.parametrize("what", ["case", "keys", "missing"])
def test_a_case_that_cannot_be_read_is_shredded_only_when_asked_for(path: Path, what: str) -> None:
    with Vault.open(path, PASSPHRASE) as vault:
        (case_id,) = (summary.id for summary in vault.cases() if summary.code == "HERON")
    for broken in key_files.paths(path / "o", case_id) if what == "keys" else (path / "o" / case_id,):
        broken.write_bytes(b"") if what != "missing" else broken.unlink()
    with Vault.open(path, PASSPHRASE) as vault:
        with pytest.raises(UserError) as told:
            keeping.shred(vault, "HERON", TODAY)
        assert told.value.status == 6
        keeping.shred(vault, "HERON", TODAY, damaged=True)
        assert vault.verify() == ()
        with vault.open_case("CRANE") as case:
            assert {name: case.document(name).read() for name in case.contents()} == CONTENT  # type: ignore[union-attr]


def test_a_damaged_case_takes_no_document_of_another_damaged_one(path: Path) -> None:
    with Vault.open(path, PASSPHRASE) as vault:
        ids = {summary.code: summary.id for summary in vault.cases()}
        with vault.open_case("CRANE") as case:
            documents = case.objects()
    for case_id in ids.values():
        (path / "o" / case_id).write_bytes(b"")
    with Vault.open(path, PASSPHRASE) as vault:
        vault.shred("HERON", TODAY, damaged=True)
    assert {*documents, *(key.name for key in key_files.paths(path / "o", ids["CRANE"]))} <= {*files(path)}


def test_a_full_disk_does_not_keep_a_case_from_being_shredded(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(disk, "write", full)
    vault.shred("HERON", TODAY)
    assert [summary.code for summary in vault.cases()] == ["CRANE"]


def test_erasing_needs_a_reason_and_takes_the_words(vault: Vault) -> None:
    with vault.open_case("HERON") as case:
        case.record("note", {"words": "a secret"})
    for row, reason, code in ((2, " ", "no-reason"), (99, "asked for", "storage")):
        with pytest.raises(UserError) as told:
            keeping.erase(vault, "HERON", row, reason)
        assert (told.value.code, told.value.status) == (code, 2)
    keeping.erase(vault, "HERON", 2, "asked for")
    with pytest.raises(UserError) as told:
        keeping.erase(vault, "HERON", 2, "asked for")
    assert told.value.code == "not-erasable"
    with vault.open_case("HERON") as case:
        assert case.journal()[1].erased
