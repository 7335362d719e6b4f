"""What a case needs of the vault it lies in."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.storage.catalog import Catalog


@dataclass(slots=True)
class VaultContext:
    """The open vault as its parts see it. ``objects`` is the folder ``o``."""

    objects: Path
    vault_id: bytes
    vault_key: bytearray = field(repr=False)
    author: str = field(repr=False)
    catalog: Catalog = field(repr=False)
