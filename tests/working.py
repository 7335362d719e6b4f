"""A small case of invented people for the tests of the services that the window stands on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path

from app.domain.case import Case, CaseInfo, Consent, Document, Event, Name, Person, PersonPart, Place, Source, Testimony
from app.storage.case_store import CaseStore
from app.storage.vault import Vault

PASSPHRASE = "quiet heron by the river"
SMALL = Case(
    case=CaseInfo("HERON", opened="2021-07-02", languages=("en",)),
    people=(
        Person("p1", (Name("Han Keyu", "legal"), Name("韩克宇", "native", "zh-Hans")), ("witness",)),
        Person("p2", (Name("Han Kelan"),), lives_in="l1"),
    ),
    places=(Place("l1", (Name("Songhe Village"),), within="l2"), Place("l2", (Name("Linhai County"),))),
    events=(
        Event("e1", "detention", "2019-05-02", "l1", (PersonPart("p1", "victim"),), fields={"facilities": ("l1",)}),
        Event("e2", "flight", "2019-08", caused_by=("e1",), sources=(Source("document", document="d1"),)),
    ),
    testimonies=(Testimony("t1", "p1", "en", "They held me for thirty days."),),
    documents=(Document("d1", "Red notice", about=("e1",)),),
    consents=(Consent("c1", "p1", "legal-representation", "counsel", "pseudonym", "2021-07-02", scope=("t1",)),),
)
_numbers = count(1)


@contextmanager
def new_vault(folder: Path) -> Iterator[Vault]:
    """An open vault without cases, as cheap as a vault may be."""
    with Vault.create(folder / "vault", PASSPHRASE, "Ann Advocate", kdf_memory_mib=64) as vault:
        yield vault


def new_store(vault: Vault, case: Case = SMALL) -> CaseStore:
    """A case of its own for one test, under a code that no other test has."""
    code = f"CASE{next(_numbers)}"
    return vault.create_case(replace(case, case=replace(case.case, code=code)), {})


def said(text: str, testimony_id: str = "t1", person: str = "p1") -> Testimony:
    """A testimony of these words."""
    return Testimony(testimony_id, person, "en", text)
