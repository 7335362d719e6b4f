"""Checks of ``verify`` that hold by themselves, where a page's MAC, the chain and the replay find nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.storage import documents
from app.storage.documents import Content
from app.storage.pieces import CONTENT_COLUMNS
from app.storage.vault import Vault


@pytest.mark.parametrize(
    ("sql", "problem"),
    [
        ("UPDATE signature SET signature = zeroblob(64)", "journal: the signature does not hold"),
        ("UPDATE signature SET head = zeroblob(32)", "journal: the signed row was changed"),
        ("DELETE FROM signature", "journal: never signed"),
    ],
)
def test_the_signature_of_the_vault(vault: Vault, sql: str, problem: str) -> None:
    with vault.open_case("HERON") as case:
        case._db.execute(sql)
        assert [(found.part, found.problem) for found in vault.verify()] == [("case HERON", problem)]


def test_the_search_index(vault: Vault) -> None:
    with vault.open_case("HERON") as case:
        case._db.execute("DELETE FROM passage WHERE number = (SELECT max(number) FROM passage)")
        assert {found.part for found in vault.verify()} == {"case HERON"}


def test_the_content_of_a_document_and_not_only_its_sealed_file(vault: Vault) -> None:
    with vault.open_case("HERON") as case:
        (row,) = case._db.execute(f"SELECT {', '.join(CONTENT_COLUMNS)} FROM document_content WHERE document = 'd3'")
        content = Content(*row[1:])
        folder, identity = vault.path / "o", case._file.identity
        assert list(documents.problems(folder, content, identity, "d3")) == []
        other = replace(content, sha256="0" * 64)
        assert list(documents.problems(folder, other, identity, "d3")) == ["the content is not what was stored"]
