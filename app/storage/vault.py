"""A vault: the folder that holds all cases of one advocate, opened by one passphrase, by one program at a time."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import TracebackType

from app.domain.case import Case
from app.storage import disk, headers, healing, index, key_files, mending, new_vault, receipt, ways_in, words
from app.storage.backup import Backup
from app.storage.carried import Carried
from app.storage.case_file import catalog_row, open_case_file
from app.storage.case_store import CaseStore
from app.storage.catalog import CatalogRow
from app.storage.context import VaultContext
from app.storage.errors import (
    Closed,
    Damaged,
    NoSuchCase,
    NotAVault,
    Refused,
    StorageError,
    TooNew,
    WrongKey,
)
from app.storage.headers import Unlocked
from app.storage.new_case import create_case
from app.storage.receipt import Compared
from app.storage.shred import put_back, shred, unclaimed
from app.storage.values import CaseSummary, DocumentContent, Finding, SearchHit
from app.storage.verify import verify
from crypto import errors as crypto_errors
from crypto import header, kdf, recovery
from crypto.secret import wipe


class Vault:
    """An open vault. Made by ``create`` or ``open``; to be closed, best as a context manager.

    ``recovery_secret`` is there right after ``create`` only, to be shown or written out (``crypto.recovery``).
    ``healed`` says what opening had to put right. All methods raise ``Closed`` once it is closed.
    """

    def __init__(self, path: Path, lock: disk.Lock, unlocked: Unlocked) -> None:
        """Not for callers: see ``create`` and ``open``."""
        self.path = path
        self.recovery_secret: bytes | None = None
        self._lock = lock
        objects, vault_key = path / disk.OBJECTS, unlocked.vault_key
        author = _author(unlocked)
        # An empty folder made here would pass for a vault without cases; a link would lead to somebody's other files.
        if objects.is_symlink() or not objects.is_dir():
            raise Damaged("cases folder")
        catalog, healed = mending.open_catalog(objects, vault_key)
        self.healed: tuple[Finding, ...] = (*unlocked.healed, *healed)
        healing.note(catalog, (*unlocked.damaged, *healed))
        self._stores: list[CaseStore] = []
        self._held: VaultContext | None = VaultContext(objects, unlocked.header.vault_id, vault_key, author, catalog)
        try:
            mending.enter_unknown_cases(self._held)
            mending.sweep(self._held)
        except BaseException:
            catalog.close()
            raise

    # --- making, opening, closing ---

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str,
        author: str,
        *,
        kdf_memory_mib: int | None = None,
        key_file: bytes | None = None,
    ) -> Vault:
        """Make a vault at a path where nothing is, or an empty folder, and open it.

        ``author`` stands in every journal row. ``kdf_memory_mib``: 64 to 1024, then with three passes; left out, 256
        with as many passes as take about 1.5 s here. Raises ``Exists``, ``Refused``, ``NoSpace``, ``Unreadable``,
        ``NotEnoughMemory``; then nothing is left behind.
        """
        secret = _secret(passphrase, key_file, Refused)
        recovery_secret = recovery.new_secret()
        vault_key = recovery.new_secret()
        try:
            facts = ways_in.first_facts(author, with_key_file=key_file is not None)
            data = new_vault.new_header(secret, facts, kdf_memory_mib, recovery_secret, vault_key)
            new_vault.build(path, data, vault_key)
            lock = disk.Lock(path / disk.LOCK)
            try:
                vault = cls(path, lock, Unlocked(header.parse(data), bytearray(vault_key)))
            except BaseException:
                lock.release()
                disk.remove_tree(path)
                raise
            vault.recovery_secret = bytes(recovery_secret)
        finally:
            wipe(secret, recovery_secret, vault_key)
        return vault

    @classmethod
    def open(cls, path: Path, passphrase: str, *, key_file: bytes | None = None) -> Vault:
        """Open a vault. Raises ``NotAVault``, ``InUse``, ``WrongKey``, ``Damaged``, ``TooNew``, ``NotEnoughMemory``."""
        lock = _take_lock(path)
        return cls._open(path, lock, lambda: _vault_key(path, passphrase, key_file))

    @staticmethod
    def unlock(path: Path, passphrase: str, *, key_file: bytes | None = None) -> bytearray:
        """The key of a vault that nobody has open, for ``open_unlocked``: here or in a process that never saw the passphrase.

        Writes nothing and holds no lock afterwards. Raises as ``open`` does, ``InUse`` before the costly derivation.
        """
        lock = _take_lock(path)
        try:
            return _vault_key(path, passphrase, key_file)
        finally:
            lock.release()

    @staticmethod
    def unlock_by_recovery(path: Path, secret: bytes | bytearray) -> bytearray:
        """The same, by the recovery secret in the place of the passphrase."""
        lock = _take_lock(path)
        try:
            return headers.unlock_by(path, lambda _parsed: recovery.slot_root(secret))
        finally:
            lock.release()

    @classmethod
    def open_unlocked(cls, path: Path, vault_key: bytearray) -> Vault:
        """Open a vault with its key, which is taken over: ``vault_key`` is wiped, also where this fails.

        Raises ``NotAVault``, ``InUse``, ``Damaged`` (also for the key of another vault), ``TooNew``.
        """
        try:
            lock = _take_lock(path)
            return cls._open(path, lock, lambda: bytearray(vault_key))
        finally:
            wipe(vault_key)

    @classmethod
    def _open(cls, path: Path, lock: disk.Lock, key: Callable[[], bytearray]) -> Vault:
        """Open under the lock, which is let go where this fails."""
        try:
            held = key()
            try:
                return cls(path, lock, headers.open_under(path, held))
            except BaseException:
                wipe(held)
                raise
        except BaseException:
            lock.release()
            raise

    def __enter__(self) -> Vault:
        return self

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Sign and close every open case, close the catalog, wipe the key, let the lock go; harmless if done twice."""
        held, self._held = self._held, None
        if held is None:
            return
        try:
            for store in self._stores:
                with contextlib.suppress(StorageError):
                    store.close()
            with contextlib.suppress(StorageError):
                held.catalog.close()
        finally:
            wipe(held.vault_key)
            self.recovery_secret = None
            self._lock.release()

    @property
    def _context(self) -> VaultContext:
        if self._held is None:
            raise Closed("the vault is closed")
        return self._held

    def key(self) -> bytearray:
        """A copy of the vault key, for ``open_unlocked`` in the process that takes the place of this one; to be wiped."""
        return bytearray(self._context.vault_key)

    @property
    def author(self) -> str:
        """Who works with this vault, as given to ``create``."""
        return self._context.author

    # --- ways in ---

    def ways_in(self) -> tuple[str, ...]:
        """What opens this vault: ``passphrase``, ``passphrase and key file``, ``recovery``."""
        return ways_in.in_use(self.path, self._context.vault_key)

    def set_passphrase(self, passphrase: str, key_file: bytes | None = None) -> None:
        """Change the passphrase, and whether a key file goes with it. Raises ``Refused``, ``NotEnoughMemory``, ``NoSpace``."""
        ways_in.set_passphrase(self.path, self._context.vault_key, passphrase, key_file)

    def new_recovery(self) -> bytearray:
        """A new recovery secret in the place of the one before; the caller shows it and wipes it. Raises ``NoSpace``."""
        return ways_in.new_recovery(self.path, self._context.vault_key)

    def remove_recovery(self) -> None:
        """Let recovery open the vault no more. Raises ``NoSpace``."""
        ways_in.remove_recovery(self.path, self._context.vault_key)

    def backup(self) -> Backup:
        """What goes into a backup; the caller closes it. Raises ``NoRecovery`` where nobody could open one."""
        return Backup.of(self.path, self._context.vault_id, self._context.vault_key)

    # --- settings of the window: never what a case holds, for they are lost where the catalog is rebuilt ---

    def setting(self, key: str) -> str | None:
        """What was set under a key."""
        return self._context.catalog.setting(key)

    def set_setting(self, key: str, value: str | None) -> None:
        """Set a key, or with ``None`` forget it. Raises ``NoSpace``."""
        self._context.catalog.set_setting(key, value)

    # --- cases ---

    def cases(self) -> tuple[CaseSummary, ...]:
        """All cases by code, from the catalog alone. A case whose files are missing or empty is marked as damaged."""
        context = self._context
        return tuple(_with_sight(context, row) for row in context.catalog.rows())

    def create_case(
        self, case: Case, documents: Mapping[str, DocumentContent], what: str = "import", carried: Carried | None = None
    ) -> CaseStore:
        """Store a new case with the contents of its documents (by document id), whole or not at all, and open it.

        ``what`` are the first words of its journal, ``carried`` what it brings along. Raises ``Exists`` if a case of that
        code exists, ``NoSpace``; what reading a content raises comes through.
        """
        return self.open_case(create_case(self._context, case, documents, what, carried))

    def open_case(self, name: str) -> CaseStore:
        """Open a case by its id or code. Raises ``NoSuchCase``, ``Damaged``, ``TooNew``."""
        context = self._context
        row = context.catalog.find(name)
        if row is None:
            raise NoSuchCase("no such case")
        if key_files.heal(context.objects, row.summary.id, context.vault_key):
            found = Finding(f"key file of case {row.summary.code or row.summary.id}", "was damaged; written anew")
            self.healed += (found,)
            healing.note(context.catalog, [found])
        file = open_case_file(context, row.summary.id, row)
        try:
            _follow(context, row, catalog_row(file.db, file.id))
        except BaseException:
            file.close()
            raise
        self._stores = [store for store in self._stores if not store.closed]
        store = CaseStore(context, file)
        store.finish_erasures()
        self._stores.append(store)
        return store

    def shred(self, name: str, today: date, *, damaged: bool = False) -> CaseSummary:
        """Take a case away for good and return what it was. Stores of it are closed.

        ``damaged``: also one that cannot be read, so that nobody knows whether a hold is on it. Raises ``NoSuchCase``,
        ``UnderHold``, ``UnderRetention``, ``Damaged``, ``NoSpace``; then the case is as it was.
        """
        held = next((summary for summary in self.cases() if name in (summary.id, summary.code)), None)
        if held is None:
            raise NoSuchCase("no such case")
        for store in self._stores:
            if store.id == held.id:
                store.close()
        try:
            with self.open_case(held.id) as case:
                case.refuse_loss(today)
                objects = case.objects()
        except Damaged:
            if not damaged:
                raise
            objects = unclaimed(self._context, held.id)
        shred(self._context, held.id, objects)
        return held

    def verify(self) -> tuple[Finding, ...]:
        """Check the whole vault; empty means that nothing is wrong. Reads everything there is."""
        return verify(self._context)

    def put_back(self) -> tuple[Finding, ...]:
        """Cases that were shredded here and lie here again, whole."""
        return put_back(self._context)

    def put_right(self) -> tuple[Finding, ...]:
        """What was damaged and could be put right, at this opening or an earlier one, and nobody was told of."""
        return healing.noted(self._context.catalog)

    def told_put_right(self) -> None:
        """Somebody was told. Raises ``NoSpace``."""
        healing.forget(self._context.catalog)

    def receipt(self) -> bytes:
        """Where every case stands now, signed. Raises ``Damaged``."""
        return receipt.write(self._context)

    def receipt_on_paper(self, data: bytes) -> tuple[str, ...]:
        """A receipt of this vault as lines to print and to type in again."""
        return receipt.on_paper(self._context, data)

    def compare(self, data: bytes) -> Compared:
        """Hold the vault against a receipt. Raises ``Damaged`` (the receipt), ``OtherVault``, ``TooNew``."""
        return receipt.compare(self._context, data)

    def search(self, text: str, only: str = "") -> Iterator[SearchHit]:
        """Find the places where all words of ``text`` stand together, case by case as they are found.

        Words count by their beginnings, whatever their case and accents; Chinese and other text without spaces is found
        in any part. A case that cannot be read gives one hit that is marked as damaged. ``only`` is the id of the one
        case to search, where it is one.
        """
        context = self._context
        expression = words.query(text)
        for row in context.catalog.rows() if expression else ():
            case_id, code = row.summary.id, row.summary.code
            if only not in ("", case_id):
                continue
            try:
                file = open_case_file(self._context, case_id, row, quick=True)
                try:
                    found = list(index.search(file.db, expression, text))
                finally:
                    file.close()
            except (Damaged, TooNew):
                yield SearchHit(code, "", "", damaged=True, case_id=case_id)
                continue
            for place in found:
                yield SearchHit(code, place.where, place.snippet, case_id=case_id, entry=place.entry, paragraph=place.paragraph)


def _secret(passphrase: str, key_file: bytes | None, refusal: type[StorageError]) -> bytearray:
    try:
        return kdf.secret_bytes(passphrase, key_file)
    except crypto_errors.BadParameters as exc:
        raise refusal(str(exc)) from None


def _take_lock(path: Path) -> disk.Lock:
    if not headers.is_vault(path):
        raise NotAVault("no vault here")
    return disk.Lock(path / disk.LOCK)


def _vault_key(path: Path, passphrase: str, key_file: bytes | None) -> bytearray:
    secret = _secret(passphrase, key_file, WrongKey)
    try:
        return headers.unlock(path, secret)
    finally:
        wipe(secret)


def _author(unlocked: Unlocked) -> str:
    return str(ways_in.read_facts(unlocked.header, unlocked.vault_key)["author"])


def _with_sight(context: VaultContext, row: CatalogRow) -> CaseSummary:
    """The summary of a case, marked as damaged where one look at its files shows it."""
    held = row.summary
    damaged = held.damaged or not _lies_there(context.objects / held.id)
    damaged = damaged or not any(_lies_there(path) for path in key_files.paths(context.objects, held.id))
    return CaseSummary(held.id, held.code, held.opened, held.changed_at, held.entries, held.size, damaged)


def _lies_there(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _follow(context: VaultContext, known: CatalogRow, present: CatalogRow) -> None:
    """Let the catalog follow a case that is ahead of it: it was saved just before a crash."""
    if present != known:
        # On a full disk the case still opens; the catalog follows another time.
        with contextlib.suppress(StorageError):
            context.catalog.put(present)
