"""Works in a vault until it is killed, telling each change that was acknowledged. Run by ``test_kill``."""

from __future__ import annotations

import io
import itertools
import sys
from pathlib import Path

from app.services import sound
from app.services.documents import add_document
from app.services.work import commit_draft, save_draft
from app.storage.values import DocumentContent
from app.storage.vault import Vault
from tests.integration.storage.sample import PASSPHRASE, case_named, said
from tests.sounding import RATE, Spoken

SPOKEN = Spoken()


def document(number: int) -> bytes:
    """The content of the document that was added as the ``number``-th."""
    return f"document {number} ".encode() * 20_000


def _import(vault: Vault, number: int) -> None:
    content = {"d1": DocumentContent.of_bytes(document(number))}
    vault.create_case(case_named(f"CASE{number}"), content).close()


def main(path: Path, work: str) -> None:
    """Do one kind of work over and over; print its number when it is done."""
    with Vault.open(path, PASSPHRASE) as vault, vault.open_case("HERON") as case:
        print("ready", flush=True)
        for number in itertools.count(1):
            if work == "import":
                _import(vault, number)
            elif work == "put":
                case.put("testimonies", said(f"Words {number}. " * 200, f"x{number}"))
            elif work == "document":
                case.add_document("d4", io.BytesIO(document(number)))
            elif work == "erase":
                case.record("note", {"words": f"Secret {number}"})
                case.erase(len(case.journal()), "asked for")
            elif work == "new document":
                add_document(case, f"Title {number}", "letter", ("a", document(number)))
            elif work == "record":
                if number == 1:
                    sound.begin(case, case.load().testimonies[0], "Recording", RATE, "2021-07-09")
                sound.take(case, SPOKEN.second(number))
                if number % 20 == 0:
                    print(number, flush=True)
                    sound.finish(case)
                    for _ in sound.clear(case):
                        pass
                    sound.begin(case, case.load().testimonies[0], "Recording", RATE, "2021-07-09")
                    continue
            elif work == "draft":
                save_draft(case, "t2", f"Words {number}. " * 200)
            elif work == "commit":
                save_draft(case, f"x{number}", f"Words {number}.")
                print(number, flush=True)
                commit_draft(case, f"x{number}", "testimonies", said(f"Words {number}.", f"x{number}"))
                continue
            print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
