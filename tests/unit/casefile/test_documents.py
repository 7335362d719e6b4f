"""Documents come from beside the case file or from within it, and from nowhere else."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest

from app.casefile import Attachment, CaseFileError, DocumentError, documents, dump, parse, read
from app.domain.forms import Forms

CONTENT = b"%PDF-1.7 what the notice says"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture(params=["held open", "looked at"])
def _both_ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are opened step by step where the system can, and looked at before opening where it cannot."""
    if request.param == "looked at":
        monkeypatch.setattr(documents, "_CAN_WALK", False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    beside = tmp_path / "case"
    (beside / "evidence").mkdir(parents=True)
    (beside / "evidence" / "notice.pdf").write_bytes(CONTENT)
    return beside


def _read(folder: Path, forms: Forms, *entries: dict[str, Any]) -> tuple[Attachment, ...]:
    tree = {
        "format": "affiant-case",
        "version": 1,
        "case": {"code": "HERON"},
        "documents": [{"id": f"d{number}", "title": "Paper", **entry} for number, entry in enumerate(entries)],
    }
    path = folder / "heron.case.json"
    path.write_text(json.dumps(tree), "utf-8")
    return read(path, forms).attachments


def _refusal(folder: Path, forms: Forms, **entry: str) -> str:
    with pytest.raises(CaseFileError) as caught:
        _read(folder, forms, entry)
    assert str(folder) not in str(caught.value)
    return str(caught.value)


@pytest.mark.usefixtures("_both_ways")
@pytest.mark.parametrize("path", ["evidence/notice.pdf", "./evidence/./notice.pdf"])
def test_a_file_below_the_case_file_comes_along(path: str, folder: Path, forms: Forms) -> None:
    (attachment,) = _read(folder, forms, {"file": path, "sha256": SHA256.upper()})

    assert (attachment.document_id, attachment.came_as) == ("d0", "file")
    with attachment.open() as file:
        assert file.read() == CONTENT


def test_base64_within_the_case_file_comes_along(folder: Path, forms: Forms) -> None:
    long = os.urandom(5000)
    held = [CONTENT, b"", long]
    entries = [{"data": base64.b64encode(content).decode()} for content in held]
    entries[2]["sha256"] = hashlib.sha256(long).hexdigest()

    attachments = _read(folder, forms, *entries)

    assert [attachment.came_as for attachment in attachments] == ["data"] * 3
    assert [attachment.open().read() for attachment in attachments] == held


def test_a_writer_may_escape_the_slashes_of_base64(forms: Forms) -> None:
    content = b"\xff" * 3000
    tree = '{"format":"affiant-case","version":1,"case":{"code":"X"},"documents":[{"id":"d","title":"t","data":"%s"}]}'
    escaped = base64.b64encode(content).decode().replace("/", "\\/")

    (attachment,) = parse((tree % escaped).encode(), forms, None).attachments

    assert attachment.source == content


def test_a_document_that_is_not_held_has_no_attachment(folder: Path, forms: Forms) -> None:
    assert _read(folder, forms, {"sha256": SHA256}) == ()


def test_without_a_folder_no_file_is_looked_for(heron: dict[str, Any], forms: Forms) -> None:
    attachments = parse(json.dumps(heron).encode(), forms, None).attachments

    assert [attachment.document_id for attachment in attachments] == ["d2"]


def test_an_attachment_does_not_show_its_content_or_place(folder: Path, forms: Forms) -> None:
    attachments = _read(folder, forms, {"file": "evidence/notice.pdf"}, {"data": "aGVsbG8="})

    assert [repr(attachment) for attachment in attachments] == [
        "Attachment(document_id='d0', came_as='file')",
        "Attachment(document_id='d1', came_as='data')",
    ]


@pytest.mark.usefixtures("_both_ways")
def test_a_file_must_be_there(folder: Path, forms: Forms) -> None:
    for path in ("evidence/other.pdf", "nowhere/notice.pdf", "evidence/notice.pdf/x"):
        refusal = _refusal(folder, forms, file=path)
        assert refusal == "documents[0].file: no such file beside the case file"


@pytest.mark.usefixtures("_both_ways")
def test_a_folder_is_no_document(folder: Path, forms: Forms) -> None:
    assert _refusal(folder, forms, file="evidence") == "documents[0].file: not a regular file"


@pytest.mark.usefixtures("_both_ways")
def test_no_symbolic_link_is_followed(folder: Path, tmp_path: Path, forms: Forms) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.pdf").write_bytes(CONTENT)
    (folder / "link.pdf").symlink_to(outside / "secret.pdf")
    (folder / "inner.pdf").symlink_to(folder / "evidence" / "notice.pdf")
    (folder / "away").symlink_to(outside, target_is_directory=True)
    (folder / "dangling.pdf").symlink_to(outside / "nothing")

    for path in ("link.pdf", "inner.pdf", "away/secret.pdf", "dangling.pdf"):
        assert _refusal(folder, forms, file=path) == "documents[0].file: a symbolic link on the way"


def test_the_folder_of_the_case_file_may_itself_be_reached_by_a_link(folder: Path, forms: Forms) -> None:
    (folder.parent / "here").symlink_to(folder, target_is_directory=True)

    (attachment,) = _read(folder.parent / "here", forms, {"file": "evidence/notice.pdf"})

    with attachment.open() as file:
        assert file.read() == CONTENT


def test_a_link_put_in_place_of_the_file_after_reading_is_not_followed(folder: Path, forms: Forms) -> None:
    (attachment,) = _read(folder, forms, {"file": "evidence/notice.pdf"})
    (folder / "evidence" / "notice.pdf").rename(folder / "moved.pdf")
    (folder / "evidence" / "notice.pdf").symlink_to(folder / "moved.pdf")

    with pytest.raises(DocumentError):
        attachment.open()


def test_a_pipe_is_refused_and_not_waited_for(folder: Path, forms: Forms) -> None:
    os.mkfifo(folder / "pipe")

    assert _refusal(folder, forms, file="pipe") == "documents[0].file: not a regular file"
    with pytest.raises(CaseFileError, match="not a regular file"):
        read(folder / "pipe", forms)


def test_a_hash_that_does_not_fit_is_refused(folder: Path, forms: Forms) -> None:
    wrong = "0" * 64
    reason = "documents[0].sha256: not the SHA-256 of the content that came with it"

    assert _refusal(folder, forms, file="evidence/notice.pdf", sha256=wrong) == reason
    assert _refusal(folder, forms, data="aGVsbG8=", sha256=wrong) == reason


def test_entries_with_and_without_a_hash_may_name_one_file(folder: Path, forms: Forms) -> None:
    notice = {"file": "evidence/notice.pdf"}

    assert len(_read(folder, forms, notice, {**notice, "sha256": SHA256}, notice)) == 3
    with pytest.raises(CaseFileError):
        _read(folder, forms, notice, {**notice, "sha256": "0" * 64})


def test_a_case_file_that_is_not_there_or_a_folder_is_refused(folder: Path, forms: Forms) -> None:
    with pytest.raises(CaseFileError, match=r"\A\$: there is no such file\Z"):
        read(folder / "none.json", forms)
    with pytest.raises(CaseFileError, match=r"\A\$: (not a regular file|the file cannot be read)\Z"):
        read(folder, forms)


def test_content_can_be_written_into_the_case_file(heron: dict[str, Any], forms: Forms) -> None:
    case = parse(json.dumps(heron).encode(), forms, None).case
    contents = {"d1": os.urandom(4000), "d2": b"hello"}

    again = parse(dump(case, contents), forms, None)

    assert {attachment.document_id: attachment.source for attachment in again.attachments} == contents
    assert [document.file for document in again.case.documents] == [None, None]


def test_content_of_no_document_is_a_mistake_of_the_caller(heron: dict[str, Any], forms: Forms) -> None:
    case = parse(json.dumps(heron).encode(), forms, None).case

    with pytest.raises(KeyError):
        dump(case, {"d9": b""})
