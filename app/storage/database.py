"""One SQLCipher connection under the rules of the vault: keyed from a wiped buffer, nothing outside its own file.

``cipher_memory_security`` stays off: with it opening a case took 1.5 ms instead of 0.4, and Python keeps copies of
every value anyway; that the memory is clean after locking is the work of the new process, not of this connection.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher

from app.storage.errors import Closed, Damaged, InUse, NoSpace, StorageError, Unreadable
from crypto.secret import wipe

Row = tuple[Any, ...]

_HEX: Final = b"0123456789abcdef"
#: Result codes of SQLite (sqlite.org/rescode.html).
_PERM, _BUSY, _LOCKED, _NOMEM, _READONLY, _INTERRUPT, _IOERR, _FULL = 3, 5, 6, 7, 8, 9, 10, 13
_CONSTRAINT, _MISUSE, _AUTH = 19, 21, 23
_OK, _DENY = 0, 1
#: Pragmas that may be asked for once the connection stands, with the values they may be given (``None``: only read).
_PRAGMAS: Final[dict[str, set[str | None]]] = {
    "data_version": {None},  # FTS5 asks for it itself
    "page_size": {None},
    "page_count": {None},
    "user_version": {None},
    "integrity_check": {None},
    "cipher_integrity_check": {None},
    "wal_checkpoint": {"TRUNCATE"},
}
#: What stands before the authorizer, for every connection. trusted_schema=OFF: a schema gets no rights of its own.
_SETTINGS: Final = ("PRAGMA temp_store = MEMORY", "PRAGMA trusted_schema = OFF")
#: And where something can be written.
_WRITING: Final = ("PRAGMA synchronous = FULL", "PRAGMA secure_delete = ON", "PRAGMA foreign_keys = ON")


@contextlib.contextmanager
def database_errors(part: str) -> Iterator[None]:
    """Turn SQLite's errors into ours. Wrong use of the library stays what it is: a bug."""
    try:
        yield
    except (sqlcipher.ProgrammingError, sqlcipher.InterfaceError, sqlcipher.NotSupportedError):
        raise
    except sqlcipher.Error as exc:
        code = (getattr(exc, "sqlite_errorcode", 0) or 0) & 0xFF
        if code in (_CONSTRAINT, _AUTH, _MISUSE, _INTERRUPT):
            raise
        if code == _NOMEM:
            raise MemoryError from None
        raise _translated(code, part) from None
    except (UnicodeDecodeError, OverflowError):
        raise Damaged(part) from None


def _translated(code: int, part: str) -> StorageError:
    if code in (_FULL, _IOERR):
        # The library does not say whether reading or writing failed; a torn file reads as damage, not as this.
        return NoSpace("the disk is full, or it fails")
    if code in (_BUSY, _LOCKED):
        return InUse("the vault is in use by another program")
    if code in (_PERM, _READONLY):
        return Unreadable("the system refuses access to the vault")
    return Damaged(part)


def _key_text(key: bytes | bytearray) -> bytearray:
    """SQLCipher's raw form ``x'…'``, built without ever making a string of it. 32 bare bytes would be a passphrase."""
    text = bytearray(b"x'")
    for byte in key:
        text.append(_HEX[byte >> 4])
        text.append(_HEX[byte & 15])
    text += b"'"
    return text


class Database:
    """A connection. ``part`` names it in errors. Statements run in autocommit but inside ``transaction``."""

    def __init__(self, path: Path, key: bytes | bytearray, part: str, *, create: bool = False, fixed: bool = False) -> None:
        """Open an existing file, or create one.

        ``fixed`` reads a file that nobody writes and that has no log beside it: no lock, no log file, twice as quick.
        Raises ``Damaged`` if the file is missing, or is not a database under this key.
        """
        self.part = part
        self._vacuuming = False
        if not create and not path.is_file():
            raise Damaged(part)
        mode = "rwc" if create else "ro&immutable=1" if fixed else "rw"
        self._handle: Any = None
        with database_errors(part):
            uri = f"file:{quote(path.absolute().as_posix())}?mode={mode}"
            self._handle = sqlcipher.connect(uri, uri=True, isolation_level=None, timeout=5.0)
            try:
                self._prepare(key, create=create, fixed=fixed)
            except BaseException:
                self._handle.close()
                raise

    def _prepare(self, key: bytes | bytearray, *, create: bool, fixed: bool) -> None:
        run = self._handle.execute
        run("PRAGMA cipher_log_level = NONE")  # first: a wrong key would print lines on standard error
        if not run("PRAGMA cipher_version").fetchone():
            raise RuntimeError("this SQLite does not encrypt")
        text = _key_text(key)
        try:
            self._handle.set_key(text)
        finally:
            wipe(text)
        for setting in _SETTINGS if fixed else _SETTINGS + _WRITING:
            run(setting)
        if create:
            # A new file is filled under another name, unseen until it is whole: it needs no log of its own yet.
            run("PRAGMA journal_mode = MEMORY")
        run("PRAGMA user_version").fetchone()  # reads the first page: the key fits, or it is damage
        self._handle.set_authorizer(self._authorize)

    def _authorize(self, action: int, first: str | None, second: str | None, *_: object) -> int:
        if action == sqlcipher.SQLITE_ATTACH:
            # VACUUM attaches a nameless database of its own, which lies in memory.
            return _OK if self._vacuuming and first == "" else _DENY
        if action == sqlcipher.SQLITE_DETACH:
            return _OK if self._vacuuming else _DENY
        if action == sqlcipher.SQLITE_PRAGMA:
            allowed = _PRAGMAS.get((first or "").lower(), set())
            given = second.upper() if second is not None else None
            return _OK if given in allowed else _DENY
        return _OK

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Run one statement and return all its rows."""
        if self._handle is None:
            raise Closed("closed")
        with database_errors(self.part):
            rows: list[Row] = self._handle.execute(sql, parameters).fetchall()
            return rows

    def many(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """Run one statement for each row of parameters."""
        if self._handle is None:
            raise Closed("closed")
        with database_errors(self.part):
            self._handle.executemany(sql, rows)

    def row(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """Run one statement and return its first row, if any."""
        rows = self.execute(sql, parameters)
        return rows[0] if rows else None

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block or nothing of it; on return it is on the disk."""
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            if self._handle is not None and self._handle.in_transaction:
                with contextlib.suppress(StorageError):
                    self.execute("ROLLBACK")
            raise

    @contextlib.contextmanager
    def looking(self) -> Iterator[None]:
        """The block reads one and the same state, whatever others write meanwhile."""
        self.execute("BEGIN")
        try:
            yield
        finally:
            if self._handle is not None and self._handle.in_transaction:
                with contextlib.suppress(StorageError):
                    self.execute("COMMIT")

    def checkpoint(self) -> None:
        """Move the log into the file and empty it."""
        self.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def copy_to(self, path: Path, key: bytes | bytearray) -> None:
        """Copy the database as it stands, what is in its log too, into a new file under the same key; it is synced.

        Raises ``Damaged`` where a page is damaged (the copying itself takes such a page for an empty one, without a word,
        and gives it a MAC that holds), ``NoSpace``.
        """
        if any(page_problems(self)) or self._handle is None:
            raise Damaged(self.part)
        copy = Database(path, key, self.part, create=True)
        try:
            try:
                with database_errors(self.part):
                    self._handle.backup(copy._handle)
            except Damaged:  # this file was whole a moment ago: it is the new one that cannot be written
                raise NoSpace("the disk is full, or it fails") from None
            if any(page_problems(copy)):
                raise Damaged(self.part)
        finally:
            copy.close()

    def compact(self) -> None:
        """Write the file anew, so that no page keeps a remnant of what stood on it, and empty the log."""
        self._vacuuming = True
        try:
            self.execute("VACUUM")
        finally:
            self._vacuuming = False
        self.checkpoint()

    def define(self, sql: str) -> None:
        """Run one statement of the schema, which the authorizer would not let pass."""
        if self._handle is None:
            raise Closed("closed")
        with database_errors(self.part):
            self._handle.set_authorizer(None)
            try:
                self._handle.execute(sql).fetchall()
            finally:
                self._handle.set_authorizer(self._authorize)

    def start_log(self) -> None:
        """Turn a file that was just created into one with a write-ahead log, as all are kept."""
        self.define("PRAGMA journal_mode = WAL")

    def close(self) -> None:
        """Close; the last connection to a file moves the log into it and removes the log."""
        if self._handle is not None:
            handle, self._handle = self._handle, None
            with database_errors(self.part):
                handle.close()

    @property
    def closed(self) -> bool:
        """Whether ``close`` was called."""
        return self._handle is None


def page_problems(db: Database) -> Iterator[str]:
    """Check every page of a file against its MAC, and the structure of tables and indexes."""
    try:
        if db.execute("PRAGMA cipher_integrity_check"):
            yield "pages are damaged"
        elif db.execute("PRAGMA integrity_check") != [("ok",)]:
            yield "tables or indexes are damaged"
    except Damaged:
        yield "pages are damaged"
