"""Making a vault: its first header, and its folder, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from app.storage import disk, headers, ways_in
from app.storage.catalog import Catalog
from app.storage.errors import Exists, NotEnoughMemory, Refused
from crypto import errors as crypto_errors
from crypto import header, kdf, recovery
from crypto.identity import recovery_identity
from crypto.secret import wipe


def new_header(
    secret: bytearray, facts: bytes, memory_mib: int | None, recovery_secret: bytearray, vault_key: bytearray
) -> bytes:
    """The first header: both ways in, and the facts. Raises ``Refused``, ``NotEnoughMemory``."""
    try:
        made = header.new(kdf.choose_cost(memory_mib), recovery_identity(recovery_secret).public, vault_key, facts)
        root = kdf.derive_key(secret, made.salt, made.cost)
        made = header.fill_slot(made, ways_in.PASSPHRASE_SLOT, root, vault_key)
        wipe(root)
        root = recovery.slot_root(recovery_secret)
        made = header.fill_slot(made, ways_in.RECOVERY_SLOT, root, vault_key)
        wipe(root)
    except crypto_errors.BadParameters as exc:
        raise Refused(str(exc)) from None
    except crypto_errors.NotEnoughMemory as exc:
        raise NotEnoughMemory(str(exc)) from None
    return header.pack(made, vault_key)


def build(path: Path, data: bytes, vault_key: bytearray) -> None:
    """Make the folder of a vault beside its place, then rename it there: there is a whole vault or none.

    Raises ``Exists``, ``InUse``, ``NoSpace``, ``Unreadable``.
    """
    with disk.file_errors("vault"):
        if path.is_symlink() or (path.exists() and (not path.is_dir() or any(path.iterdir()))):
            raise Exists("there is something at that place")
    building = path.absolute().with_name(f".{path.absolute().name}{disk.UNFINISHED}")
    lock: disk.Lock | None = None
    try:
        with disk.file_errors("vault"):
            building.parent.mkdir(parents=True, exist_ok=True)
            disk.own_folder(building)
            lock = disk.Lock(building / disk.LOCK)  # else two that make a vault here at once would mix their files
            for name in headers.NAMES:
                (building / name).unlink(missing_ok=True)
            disk.remove_tree(building / disk.OBJECTS)
            (building / disk.OBJECTS).mkdir(mode=0o700)
            Catalog.create(building / disk.OBJECTS, vault_key).close()
            headers.write(building, data)
            disk.sync_folder(building / disk.OBJECTS)
            lock.release()
            if path.exists():
                path.rmdir()
            disk.settle(building, path.absolute())
    except Exists:
        raise
    except BaseException:
        if lock is not None:
            lock.release()
            disk.remove_tree(building)
        raise
