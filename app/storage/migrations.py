"""From one schema to the next: on a copy, checked, then renamed into the place of the old file.

After a kill there is the old file, which the next opening takes on again, or the new one. ``CASE_STEPS[0]`` leads from
schema 1 to 2 and so on; a step runs inside a transaction and gives no thought to the number. Whoever adds one changes the
statements in ``app.storage.schema`` alike: a new case and one that came by steps have the same tables (a test holds them to
it), and every case that was ever written is opened for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.storage import disk
from app.storage.database import Database, page_problems
from app.storage.errors import Damaged, InUse, NotMigrated

Step = Callable[[Database], None]

CASE_STEPS: tuple[Step, ...] = ()
CATALOG_STEPS: tuple[Step, ...] = ()
_COPY = ".migrating" + disk.UNFINISHED


@dataclass(frozen=True, slots=True)
class Way:
    """How a kind of file gets to its present schema. ``same`` says whether new still says what old said."""

    steps: Sequence[Step]
    schema: int
    same: Callable[[Database, Database], bool] = field(repr=False)


def version(db: Database) -> int:
    """The schema that a file has; 0 for none."""
    row = db.row("PRAGMA user_version")
    return int(row[0]) if row else 0


def is_behind(db: Database, way: Way) -> bool:
    """Whether the file is to be taken on."""
    return 1 <= version(db) < way.schema


def take_on(path: Path, key: bytes | bytearray, part: str, way: Way) -> None:
    """Bring a file, which nobody has open, to the present schema.

    Raises ``NotMigrated``, ``Damaged``, ``NoSpace``, ``InUse``; then the file is as it was.
    """
    copy = path.with_name(path.name + _COPY)
    disk.remove(copy, *disk.log_files(copy))
    try:
        old = Database(path, key, part)
        try:
            old.checkpoint()
            old.copy_to(copy, key)
            _step(copy, key, old, way)
        finally:
            old.close()
        # A log that is left beside the old file would be taken for one of the new.
        if path.with_name(path.name + disk.LOG).exists():
            raise InUse("the vault is in use by another program")
        with disk.file_errors(part):
            disk.sync_file(copy)
            disk.settle(copy, path)
    except BaseException:
        disk.remove(copy, *disk.log_files(copy))
        raise


def _step(copy: Path, key: bytes | bytearray, old: Database, way: Way) -> None:
    new = Database(copy, key, old.part)
    try:
        with new.transaction():
            for step in way.steps[version(new) - 1 :]:
                step(new)
            new.define(f"PRAGMA user_version = {way.schema}")
        if any(page_problems(new)) or not way.same(old, new):
            raise NotMigrated("this version cannot take over what an earlier one wrote")
        new.checkpoint()
    except Damaged:
        raise NotMigrated("this version cannot take over what an earlier one wrote") from None
    finally:
        new.close()
