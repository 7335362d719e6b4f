"""Documents: entry and content come together or not at all, their names outside stay inside, their sort is told by bytes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app import casefile
from app.domain.case import CaseInfo, Document, Hold
from app.errors import Spot, UserError
from app.services import documents, history, intake, work
from app.services.session import forms
from app.storage.case_store import CaseStore
from app.storage.vault import Vault
from tests.working import SMALL, new_store, new_vault

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 2000


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    with new_vault(tmp_path_factory.mktemp("documents")) as opened:
        yield opened


@pytest.fixture
def store(vault: Vault) -> Iterator[CaseStore]:
    with new_store(vault) as opened:
        yield opened


def _objects(vault: Vault) -> set[str]:
    return {path.name for path in (vault.path / "o").iterdir() if not path.name.endswith(("-wal", "-shm"))}


def _refused(code: str, call: Any, *given_: Any, **named: Any) -> UserError:
    with pytest.raises(UserError) as caught:
        call(*given_, **named)
    assert caught.value.code == code
    return caught.value


def test_a_document_is_added_with_its_content_its_hash_and_a_name_that_says_nothing(
    vault: Vault, store: CaseStore, tmp_path: Path
) -> None:
    source = tmp_path / "Zanzibar Shen.PDF"
    source.write_bytes(PDF)
    filled = documents.add_document(store, "Warrant", "warrant", source, about=["e1"], date="2021-01", note="words")
    digest = hashlib.sha256(PDF).hexdigest()
    expected = Document("d2", "Warrant", "warrant", "2021-01", None, None, "documents/d2.pdf", digest, ("e1",), "words")
    assert (filled.document, filled.size) == (expected, len(PDF))
    assert filled.case == store.load() and filled.case.documents[-1] == expected
    assert documents.read_document(store, "d2", len(PDF)) == PDF
    (row,) = store.journal()[1:]
    assert row.what == "add document d2" and "anzibar" not in str(row.payload)
    (told,) = history.rows(store)[:1]
    assert (told.what, told.touched[0].label, told.revertible) == ("document", "Warrant", False)
    assert vault.verify() == ()


def test_a_case_with_added_documents_goes_out_and_comes_in_again(vault: Vault, store: CaseStore, tmp_path: Path) -> None:
    documents.add_document(store, "Photo", "photo", ("x.jpg", b"\xff\xd8\xff\xe0"))
    documents.add_document(store, "Recording", "recording", ("x.m4a", b"\0\1"))
    documents.replace_content(store, "d1", ("x", b"words"))
    paths = intake.export_case_plain(vault, store.code, tmp_path / "case.json")
    assert [str(path.relative_to(tmp_path)) for path in paths[1:]] == [
        "documents/d1.txt",
        "documents/d2.jpg",
        "documents/d3.m4a",
    ]
    assert casefile.read(tmp_path / "case.json", forms()).case == store.load()


def test_content_replaces_content_and_the_hash_of_the_entry_follows(vault: Vault, store: CaseStore) -> None:
    before = _objects(vault)
    documents.replace_content(store, "d1", ("a", b"first"))
    filled = documents.replace_content(store, "d1", ("b", PDF))
    assert filled.document == replace(SMALL.documents[0], file="documents/d1.pdf", sha256=hashlib.sha256(PDF).hexdigest())
    assert (filled.case, documents.read_document(store, "d1", 1 << 20)) == (store.load(), PDF)
    assert len(_objects(vault)) == len(before) + 1
    _refused("no-such-entry", documents.replace_content, store, "d9", ("a", b""))
    assert vault.verify() == ()


def test_a_document_is_removed_with_its_content_unless_something_refers_to_it_or_a_hold_is_on(
    vault: Vault, store: CaseStore
) -> None:
    before = _objects(vault)
    added = documents.add_document(store, "Letter", "letter", ("a", b"words")).document.id
    work.save(store, "case", CaseInfo(store.code, hold=Hold("2021-07-02")))
    _refused("under-hold", documents.remove_document, store, added)
    _refused("under-hold", documents.replace_content, store, added, ("a", b"other"))
    assert documents.read_document(store, added, 10) == b"words"
    work.save(store, "case", CaseInfo(store.code))
    _refused("still-referred-to", documents.remove_document, store, "d1")
    assert documents.remove_document(store, added) == store.load()
    assert _objects(vault) == before
    _refused("no-such-entry", documents.read_document, store, added, 10)


def test_what_fails_leaves_neither_entry_nor_content(vault: Vault, store: CaseStore, tmp_path: Path) -> None:
    before, case = _objects(vault), store.load()
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    error = _refused("bad-entry", documents.add_document, store, "", None, ("a", b"words"))
    assert error.spots == (Spot("documents", "d2", "title"),)
    error = _refused("bad-entry", documents.add_document, store, "A", "novel", ("a", b"words"), about=["e9"])
    assert error.spots == (Spot("documents", "d2", "kind"),)
    _refused("file", documents.add_document, store, "A", None, tmp_path / "none")
    _refused("not-a-file", documents.add_document, store, "A", None, tmp_path / "folder")
    _refused("not-a-file", documents.add_document, store, "A", None, tmp_path / "pipe")
    _refused("stopped", documents.add_document, store, "A", None, ("a", PDF), stop=lambda: True)
    assert (_objects(vault), store.load(), store.last_seq) == (before, case, 1)
    assert vault.verify() == ()


def test_a_disk_that_fills_up_leaves_neither(vault: Vault, store: CaseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    before, case = _objects(vault), store.load()

    def full(*_: object) -> int:
        raise OSError(28, "full")

    monkeypatch.setattr("app.storage.disk.write", full)
    _refused("storage", documents.add_document, store, "A", None, ("a", PDF))
    assert (_objects(vault), store.load(), store.last_seq) == (before, case, 1)


def test_progress_is_told_to_the_end_and_a_stop_is_heard_in_the_middle(vault: Vault, store: CaseStore, tmp_path: Path) -> None:
    source = tmp_path / "a"
    source.write_bytes(PDF)
    told: list[tuple[int, int]] = []
    documents.add_document(store, "A", None, source, progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told) and len(told) > 3
    assert told[-1] == (len(PDF), len(PDF)) and {total for _, total in told} == {len(PDF)}
    told.clear()
    _refused(
        "stopped",
        documents.add_document,
        store,
        "B",
        None,
        source,
        progress=lambda done, total: told.append((done, total)),
        stop=lambda: len(told) > 1,
    )
    assert 0 < told[-1][0] < len(PDF)
    assert [document.title for document in store.load().documents] == ["Red notice", "A"]


def test_a_preview_is_the_whole_content_or_none(store: CaseStore) -> None:
    _refused("not-held", documents.read_document, store, "d1", 100)
    documents.replace_content(store, "d1", ("a", b"x" * 100))
    assert documents.read_document(store, "d1", 100) == b"x" * 100
    _refused("too-large", documents.read_document, store, "d1", 99)


def test_no_two_documents_share_a_path_and_none_is_a_folder_of_another(store: CaseStore) -> None:
    taken = [replace(SMALL.documents[0], id=f"x{n}", file=file) for n, file in enumerate(["Documents", "documents-2/D2.TXT/a"])]
    work.save_many(store, [("documents", document) for document in taken])
    assert documents.add_document(store, "A", None, ("a", b"words")).document.file == "documents-3/d2.txt"


@pytest.mark.parametrize(
    ("name", "data", "ending"),
    [
        ("a.exe", b"MZ\0", "bin"),
        ("a.exe", PDF, "pdf"),
        ("Shen Guowei", b"\0", "bin"),
        ("a.Shen", b"\0", "bin"),
        ("a.MP4", b"\0", "mp4"),
        ("", b"", "bin"),
        ("a.docx", b"words", "txt"),
    ],
)
def test_only_harmless_endings_outlive_the_name(store: CaseStore, name: str, data: bytes, ending: str) -> None:
    assert documents.add_document(store, "A", None, (name, data)).document.file == f"documents/d2.{ending}"


def test_an_id_that_could_not_be_a_file_name_is_not_made_one(store: CaseStore) -> None:
    work.save(store, "documents", Document("../é:1", "A"))
    assert documents.replace_content(store, "../é:1", ("a", b"words")).document.file == "documents/document.txt"


@pytest.mark.parametrize(
    ("data", "sort"),
    [
        (b"%PDF-1.4", "pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.4", "pdf"),
        (b" " * 1030 + b"%PDF-", "text"),
        (b"\x89PNG\r\n\x1a\n%PDF-", "png"),
        (b"\x89PNG", "other"),
        (b"\xff\xd8\xff\xdb", "jpeg"),
        (b"GIF89a..", "gif"),
        (b"GIF90a\0", "other"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "webp"),
        (b"RIFF\0\0\0\0WAVE", "wav"),
        (b"RIFF\0\0\0\0AVI ", "other"),
        ("沈国伟".encode(), "text"),
        ("沈国伟".encode()[:-1], "text"),
        (b"\xef\xbb\xbfwords\r\n", "text"),
        (b"words\0", "other"),
        (b"\x1b[31m", "other"),
        ("\x85".encode(), "other"),
        (b"\xff\xfew\0", "other"),
        (b"", "other"),
    ],
)
def test_the_first_bytes_say_what_a_content_is(data: bytes, sort: str) -> None:
    assert documents.sniff(data) == sort


@given(st.binary(max_size=64))
@example(b"\xef\xbb")
def test_text_is_what_can_be_shown_as_text(data: bytes) -> None:
    sort = documents.sniff(data)
    shown = data.decode("utf-8", "replace").rstrip("\ufffd")
    assert sort != "text" or not [char for char in shown if char < " " and char not in "\t\n\r\f"]
    assert sort == "text" or documents.sniff(data + b"\0") in (sort, "pdf")
