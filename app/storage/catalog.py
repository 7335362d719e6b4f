"""The catalog: what the list of cases shows, and where each journal stood last. Rebuilt from the cases if it is lost.

The settings of the window stand here too, so that it writes nothing outside the vault; they alone are lost with it.

A case whose journal is shorter than the catalog says, or has another row there, was put back: damage. One that is ahead
was saved just before a crash, and the catalog follows it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.storage import disk, migrations, schema
from app.storage.database import Database, page_problems
from app.storage.errors import Damaged, StorageError
from app.storage.journal import ORIGIN, Head
from app.storage.migrations import Way
from app.storage.schema import check_version, complete_catalog_tables, create_catalog_tables
from app.storage.values import CaseSummary
from crypto.secret import derive, wipe

PART = "catalog"
_COLUMNS = "id, code, opened, changed_at, entries, size, count, head, damaged"


@dataclass(frozen=True, slots=True)
class CatalogRow:
    """What is known of a case without opening it."""

    summary: CaseSummary
    head: Head


def path_of(objects: Path, vault_key: bytes | bytearray) -> Path:
    """Where the catalog lies: its name follows from the vault key, so that nothing else tells it from a case."""
    name = derive(vault_key, "catalog name", size=16)
    return objects / disk.object_name(bytes(name))


class Catalog:
    """The open catalog. Every method is one transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    @classmethod
    def create(cls, objects: Path, vault_key: bytes | bytearray) -> Catalog:
        """Write an empty catalog, in the place of whatever lay there."""
        target = path_of(objects, vault_key)
        unfinished = target.with_name(target.name + disk.UNFINISHED)
        key = derive(vault_key, "catalog key")
        try:
            disk.remove(unfinished)
            db = Database(unfinished, key, PART, create=True)
            try:
                create_catalog_tables(db)
                db.start_log()
            finally:
                db.close()
            with disk.file_errors(PART):
                disk.sync_file(unfinished)
                disk.remove(*disk.log_files(target), target)
                disk.settle(unfinished, target)
        except BaseException:
            disk.remove(*disk.log_files(unfinished), unfinished)
            raise
        finally:
            wipe(key)
        return cls.open(objects, vault_key)

    @classmethod
    def open(cls, objects: Path, vault_key: bytes | bytearray) -> Catalog:
        """Open it and read every page of it, so that damage is found now. Raises ``Damaged``."""
        key = derive(vault_key, "catalog key")
        path = path_of(objects, vault_key)
        way = Way(migrations.CATALOG_STEPS, schema.CATALOG_SCHEMA, _same)
        try:
            db = Database(path, key, PART)
            if migrations.is_behind(db, way):
                db.close()
                migrations.take_on(path, key, PART, way)
                db = Database(path, key, PART)
        finally:
            wipe(key)
        try:
            check_version(db, schema.CATALOG_SCHEMA)
            if any(page_problems(db)):
                raise Damaged(PART)
            complete_catalog_tables(db)
            catalog = cls(db)
            catalog.rows()
        except BaseException:
            db.close()
            raise
        return catalog

    def rows(self) -> tuple[CatalogRow, ...]:
        """All cases by code. Raises ``Damaged``."""
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM case_row ORDER BY code, id")  # noqa: S608 - a constant
        return tuple(_row(row) for row in rows)

    def find(self, name: str) -> CatalogRow | None:
        """The case of this id or code."""
        row = self._db.row(
            f"SELECT {_COLUMNS} FROM case_row WHERE id = ?1 OR code = ?1 ORDER BY id = ?1 DESC",  # noqa: S608 - a constant
            (name,),
        )
        return _row(row) if row else None

    def put(self, row: CatalogRow, done: Iterable[str] = ()) -> None:
        """Set the row of a case, and take names off the list of unfinished objects."""
        held = row.summary
        with self._db.transaction():
            self._db.execute(
                f"INSERT OR REPLACE INTO case_row ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
                (
                    held.id,
                    held.code,
                    held.opened,
                    held.changed_at,
                    held.entries,
                    held.size,
                    row.head.count,
                    row.head.hash,
                    held.damaged,
                ),
            )
            self._db.many("DELETE FROM pending WHERE name = ?", [(name,) for name in done])

    def forget(self, case_id: str, names: Sequence[str], key: str, value: str) -> None:
        """A case is gone: take away its row and the names noted for it, and set a key that says so."""
        with self._db.transaction():
            self._db.execute("DELETE FROM case_row WHERE id = ?", (case_id,))
            self._db.many("DELETE FROM pending WHERE name = ?", [(name,) for name in names])
            self._db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, value))
        with contextlib.suppress(StorageError):  # somebody reading keeps it there until the vault is closed
            self._db.checkpoint()  # its code goes from the log too

    def expect(self, case_id: str, names: Sequence[str]) -> None:
        """Note objects about to be written or removed, so that after a crash they can be told from the rest."""
        with self._db.transaction():
            self._db.many("INSERT OR REPLACE INTO pending VALUES (?, ?)", [(name, case_id) for name in names])

    def settled(self, names: Sequence[str]) -> None:
        """These objects are recorded in their case, or gone."""
        with self._db.transaction():
            self._db.many("DELETE FROM pending WHERE name = ?", [(name,) for name in names])

    def pending(self) -> tuple[tuple[str, str], ...]:
        """Objects that may be unfinished: name and case id."""
        return tuple((name, case_id) for name, case_id in self._db.execute("SELECT name, case_id FROM pending"))

    def setting(self, key: str) -> str | None:
        """What was set under a key. Raises ``Damaged``."""
        row = self._db.row("SELECT value FROM setting WHERE key = ?", (key,))
        if row is not None and not isinstance(row[0], str):
            raise Damaged(PART)
        return row[0] if row else None

    def setting_under(self, beginning: str) -> tuple[str, str] | None:
        """The first key that begins so, and what was set under it."""
        key = self._db.row("SELECT min(key) FROM setting WHERE substr(key, 1, ?) = ?", (len(beginning), beginning))
        value = self.setting(key[0]) if key and key[0] is not None else None
        return None if value is None or key is None else (key[0], value)

    def set_setting(self, key: str, value: str | None) -> None:
        """Set a key, or with ``None`` forget it."""
        with self._db.transaction():
            if value is None:
                self._db.execute("DELETE FROM setting WHERE key = ?", (key,))
            else:
                self._db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, value))

    def problems(self) -> tuple[str, ...]:
        """Check every page."""
        return tuple(page_problems(self._db))

    def copy_to(self, path: Path, vault_key: bytes | bytearray) -> None:
        """Write a copy as it stands to a new file. Raises ``Damaged``, ``NoSpace``."""
        key = derive(vault_key, "catalog key")
        try:
            self._db.copy_to(path, key)
        finally:
            wipe(key)

    def close(self) -> None:
        """Close; harmless if done twice."""
        self._db.close()


def _row(row: tuple[object, ...]) -> CatalogRow:
    case_id, code, opened, changed_at, entries, size, count, head, damaged = row
    if not (isinstance(case_id, str) and isinstance(code, str) and isinstance(changed_at, str)):
        raise Damaged(PART)
    if not (isinstance(entries, int) and isinstance(size, int) and isinstance(count, int) and isinstance(head, bytes)):
        raise Damaged(PART)
    shown = opened if isinstance(opened, str) else None
    return CatalogRow(CaseSummary(case_id, code, shown, changed_at, entries, size, bool(damaged)), Head(count, head))


def _same(old: Database, new: Database) -> bool:
    return Catalog(old).rows() == Catalog(new).rows()


def lost_case(case_id: str) -> CatalogRow:
    """The row of a case that lies there but cannot be opened."""
    return CatalogRow(CaseSummary(case_id, "", None, "", 0, 0, damaged=True), Head(0, ORIGIN))
