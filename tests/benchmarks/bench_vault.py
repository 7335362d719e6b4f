"""What the vault's encryption costs, as ratios against plain sqlite3 doing the same work in the same run.

    python -m tests.benchmarks.bench_vault [CASES]

Both sides hold the same cases, one file each, in the same tables; the plain side has no key files, no encryption, no MAC
and no comparison of the journal with the catalog.
"""

from __future__ import annotations

import io
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.domain.case import Case, CaseInfo, Document, Name, Person, Testimony
from app.domain.plain import to_plain
from app.services.backup import back_up
from app.services.restore import restore
from app.storage import plain_json, words
from app.storage.case_file import open_case_file
from app.storage.new_case import create_case
from app.storage.schema import CASE_TABLES
from app.storage.vault import Vault

DOCUMENT = Document("d1", "Recording")
WORDS = "they held me for thirty days in the county guesthouse and asked about the march".split()


def small_case(number: int) -> Case:
    """An invented case of two people and a testimony of some 300 words."""
    text = " ".join(WORDS[(number * 7 + at) % len(WORDS)] for at in range(300))
    return Case(
        case=CaseInfo(f"CASE{number:05}"),
        people=(Person("p1", (Name(f"Witness {number}"), Name("韩克宇"))), Person("p2", (Name("Brother"),))),
        testimonies=(Testimony("t1", "p1", "en", text + (" needle" if number % 50 == 0 else "")),),
    )


def timed(work: Callable[[], object]) -> float:
    """Seconds that the work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def fill_plain(folder: Path, count: int) -> None:
    """The plain side: the same entries and the same index."""
    for number in range(count):
        db = sqlite3.connect(folder / f"{number}.db", isolation_level=None)
        db.execute("PRAGMA synchronous = FULL")
        db.execute("BEGIN")
        for statement in CASE_TABLES:
            if "secure-delete" not in statement:  # Python's own SQLite may be too old to know it
                db.execute(statement)
        case = small_case(number)
        for kind, entry in [("people", person) for person in case.people] + [("testimonies", case.testimonies[0])]:
            plain = to_plain(entry)
            db.execute("INSERT INTO entry VALUES (?, ?, 0, ?)", (kind, entry.id, plain_json.dumps(plain)))
            for path, text in words.strings(plain):
                row = db.execute("INSERT INTO passage VALUES (NULL, ?, ?, ?)", (kind, entry.id, path)).lastrowid
                db.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (row, " ".join(words.tokens(text))))
        db.execute("COMMIT")
        db.execute("PRAGMA journal_mode = WAL")
        db.close()


def open_plain(folder: Path, count: int) -> None:
    """Open every plain file and read one row."""
    for number in range(count):
        db = sqlite3.connect(f"file:{folder / f'{number}.db'}?mode=rw", uri=True)
        db.execute("SELECT body FROM entry").fetchone()
        db.close()


def search_plain(folder: Path, count: int) -> int:
    """Search every plain file."""
    found = 0
    for number in range(count):
        db = sqlite3.connect(f"file:{folder / f'{number}.db'}?mode=ro&immutable=1", uri=True)
        rows = db.execute(
            "SELECT p.path, e.body FROM words JOIN passage AS p ON p.number = words.rowid"
            " JOIN entry AS e ON e.kind = p.kind AND e.id = p.id WHERE words MATCH '\"needle\" *'"
        ).fetchall()
        found += len([words.snippet(dict(words.strings(plain_json.loads(body, "")))[path], "needle") for path, body in rows])
        db.close()
    return found


def open_sealed(vault: Vault) -> None:
    """Open every case of the vault, its key unwrapped and its journal compared with the catalog."""
    context = vault._context
    for row in context.catalog.rows():
        file = open_case_file(context, row.summary.id, row)
        file.db.row("SELECT body FROM entry")
        file.close()


def copy_synced(source: Path, target: Path) -> int:
    """Copy all files of a folder, sync each, read them back; return the bytes."""
    total = 0
    for path in sorted(source.rglob("*")):
        if path.is_file():
            copied = target / path.name
            shutil.copyfile(path, copied)
            with copied.open("rb") as file:
                os.fsync(file.fileno())
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
                total += len(file.read())
    return total


def backing_up(folder: Path, vault: Vault) -> None:
    """A backup and its restoring beside copying the same files, reading them back, all synced."""
    secret = vault.new_recovery()
    (folder / "copy").mkdir()
    size = 0

    def copy() -> None:
        nonlocal size
        size = copy_synced(vault.path, folder / "copy")

    copied = timed(copy)
    made = timed(lambda: back_up(vault, folder / "backup.age"))
    restored = timed(lambda: restore(folder / "backup.age", folder / "restored", secret))
    mb = size / (1 << 20)
    print(f"backup of {mb:.0f} MB: {made:.2f} s ({mb / made:.0f} MB/s), copied {copied:.2f} s, ratio {made / copied:.1f}")
    print(f"restored and checked whole: {restored:.2f} s ({mb / restored:.0f} MB/s)")


def main(count: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "plain").mkdir()
        with Vault.create(folder / "vault", "words for measuring", "Bench", kdf_memory_mib=64) as vault:
            made = timed(lambda: [create_case(vault._context, small_case(n), {}) for n in range(count)])
            plain_made = timed(lambda: fill_plain(folder / "plain", count))
            print(f"{count} cases stored: {made:.2f} s, plain {plain_made:.2f} s, ratio {made / plain_made:.1f}")
            listed = timed(vault.cases)
            print(f"list of cases: {listed * 1000:.1f} ms")
            for _ in range(2):  # the second round has the files in the system's cache on both sides
                opened, plain_opened = timed(lambda: open_sealed(vault)), timed(lambda: open_plain(folder / "plain", count))
                searched = timed(lambda: len(list(vault.search("needle"))))
                plain_searched = timed(lambda: search_plain(folder / "plain", count))
            each = opened / count * 1000
            print(f"open: {opened:.2f} s ({each:.2f} ms a case), plain {plain_opened:.2f} s, ratio {opened / plain_opened:.1f}")
            print(f"search: {searched:.2f} s, plain {plain_searched:.2f} s, ratio {searched / plain_searched:.1f}")
            with vault.open_case("CASE00000") as case:
                saves = timed(lambda: [case.put("people", Person("p2", (Name(f"N{n}"),))) for n in range(100)])
                print(f"save one entry: {saves * 10:.1f} ms")
                case.put("documents", DOCUMENT)
                data = os.urandom(50 << 20)
                sealing = timed(lambda: case.add_document("d1", io.BytesIO(data)))
                reading = timed(lambda: case.document("d1").read())  # type: ignore[union-attr]
                print(f"document: sealed {50 / sealing:.0f} MB/s, read {50 / reading:.0f} MB/s")
            backing_up(folder, vault)
        again = timed(lambda: Vault.open(folder / "vault", "words for measuring").close())
        print(f"open the vault: {again:.2f} s, of which the key derivation (64 MiB) most")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
