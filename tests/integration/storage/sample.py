"""A small case of invented people, for the tests of the vault."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.domain.case import Case, CaseInfo, Consent, Document, Event, Name, Person, Place, Testimony
from app.storage.values import DocumentContent

PASSPHRASE = "quiet heron by the river"
CANARY = "Zanzibarcanary"
CONTENT = {"d1": b"%PDF " + CANARY.encode() * 20_000, "d2": b"", "d3": b"small"}

CASE = Case(
    case=CaseInfo("HERON", opened="2021-07-02", languages=("en", "zh-Hans"), matters=("asylum",)),
    people=(
        Person("p1", (Name("Han Keyu", "legal"), Name("韩克宇", "native", "zh-Hans")), ("witness",)),
        Person("p2", (Name("Han Kelan"),), ("relative",)),
    ),
    places=(Place("l1", (Name("Songhe Village"), Name("松河村"))),),
    events=(Event("e1", "detention", date="2019-05-02/2019-06-01", fields={"claimed_days": 30, "facilities": ("l1",)}),),
    testimonies=(Testimony("t1", "p1", "en", f"They held me for thirty days.\n\n{CANARY} in Zürich."),),
    documents=(
        Document("d1", "Red notice"),
        Document("d2", "Nothing"),
        Document("d3", "Letter"),
        Document("d4", "Lost"),
    ),
    consents=(Consent("c1", "p1", "legal-representation", "counsel", "pseudonym", "2021-07-02"),),
)


def case_named(code: str) -> Case:
    """The same case under another code."""
    return replace(CASE, case=replace(CASE.case, code=code))


def contents() -> dict[str, DocumentContent]:
    """The contents of the documents, fresh for each import."""
    return {document_id: DocumentContent.of_bytes(data) for document_id, data in CONTENT.items()}


def said(text: str, testimony_id: str = "t1") -> Testimony:
    """A testimony of these words."""
    return Testimony(testimony_id, "p1", "en", text)


def files(vault: Path) -> list[str]:
    """The names of all objects of a vault."""
    return sorted(path.name for path in (vault / "o").iterdir())
