"""What was damaged and could be put right from a second copy: kept in the catalog until somebody was told of it.

Otherwise the first opening would wipe out the trace, and whoever changed the vault would have gone unnoticed.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable

from app.storage.catalog import Catalog
from app.storage.errors import StorageError
from app.storage.values import Finding

_KEY = "put right"
_MOST = 100


def note(catalog: Catalog, findings: Iterable[Finding]) -> None:
    """Remember these. On a full disk the vault still opens."""
    with contextlib.suppress(StorageError):
        held = [*noted(catalog), *findings]
        if held:
            plain = [[finding.part, finding.problem] for finding in dict.fromkeys(held)]
            catalog.set_setting(_KEY, json.dumps(plain[-_MOST:], ensure_ascii=False))


def noted(catalog: Catalog) -> tuple[Finding, ...]:
    """What is remembered, the oldest first."""
    try:
        return tuple(Finding(str(part), str(problem)) for part, problem in json.loads(catalog.setting(_KEY) or "[]"))
    except (ValueError, TypeError):
        return ()


def forget(catalog: Catalog) -> None:
    """Somebody was told. Raises ``NoSpace``."""
    catalog.set_setting(_KEY, None)
