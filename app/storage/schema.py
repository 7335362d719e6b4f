"""The tables of a case and of the catalog (crypto/FORMAT.md tells what each column holds)."""

from __future__ import annotations

from app.storage.database import Database
from app.storage.errors import Damaged, TooNew

CASE_SCHEMA = 1
CATALOG_SCHEMA = 1

#: The statements that lay out a case, in order.
CASE_TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE entry (kind TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL,"
    " UNIQUE (kind, id))",
    "CREATE INDEX entry_order ON entry (kind, position)",
    "CREATE TABLE decision (number INTEGER PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL)",
    "CREATE TABLE code (profile TEXT NOT NULL, entry TEXT NOT NULL, text TEXT NOT NULL,"
    " PRIMARY KEY (profile, entry)) WITHOUT ROWID",
    "CREATE TABLE document_content (document TEXT PRIMARY KEY, object TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL,"
    " cipher_sha256 TEXT NOT NULL, binding TEXT NOT NULL, size INTEGER NOT NULL, cipher_size INTEGER NOT NULL,"
    " came_as TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE draft (place TEXT PRIMARY KEY, time TEXT NOT NULL, text TEXT NOT NULL)",
    "CREATE TABLE journal (seq INTEGER PRIMARY KEY, time TEXT NOT NULL, author TEXT NOT NULL, what TEXT NOT NULL,"
    " digest BLOB NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL)",
    "CREATE TABLE journal_payload (seq INTEGER PRIMARY KEY REFERENCES journal, salt BLOB, payload TEXT)",
    "CREATE TABLE commitment (kind TEXT NOT NULL, id TEXT NOT NULL, salt BLOB NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID",
    "CREATE TABLE signature (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL, head BLOB NOT NULL,"
    " signature BLOB NOT NULL)",
    "CREATE TABLE passage (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, path TEXT NOT NULL)",
    "CREATE INDEX passage_entry ON passage (kind, id)",
    "CREATE VIRTUAL TABLE words USING fts5"
    " (text, tokenize = \"unicode61 remove_diacritics 0 categories 'L* N* M* Co'\", columnsize = 0)",
    # Without it a deleted word stays in the index until its page happens to be merged.
    "INSERT INTO words (words, rank) VALUES ('secure-delete', 1)",
    f"PRAGMA user_version = {CASE_SCHEMA}",
)

_SETTING = "CREATE TABLE IF NOT EXISTS setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"
_CATALOG = (
    "CREATE TABLE case_row (id TEXT PRIMARY KEY, code TEXT NOT NULL, opened TEXT, changed_at TEXT NOT NULL,"
    " entries INTEGER NOT NULL, size INTEGER NOT NULL, count INTEGER NOT NULL, head BLOB NOT NULL,"
    " damaged INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE pending (name TEXT PRIMARY KEY, case_id TEXT NOT NULL) WITHOUT ROWID",
    _SETTING,
    f"PRAGMA user_version = {CATALOG_SCHEMA}",
)


def create_case_tables(db: Database) -> None:
    """Lay out an empty case."""
    _create(db, CASE_TABLES)


def create_catalog_tables(db: Database) -> None:
    """Lay out an empty catalog."""
    _create(db, _CATALOG)


def complete_catalog_tables(db: Database) -> None:
    """Add what a catalog made before there were settings does not have."""
    if db.row("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'setting'") is None:
        db.define(_SETTING)


def _create(db: Database, statements: tuple[str, ...]) -> None:
    for statement in statements:
        db.define(statement)


def check_version(db: Database, expected: int) -> None:
    """Raise ``TooNew`` for a later schema, ``Damaged`` for none: an emptied file is a valid database without tables."""
    row = db.row("PRAGMA user_version")
    version = row[0] if row else 0
    if version > expected:
        raise TooNew("written by a later version of the program")
    if version != expected:
        raise Damaged(db.part)
