"""A receipt: where the journal of every case stood at one time, signed by the vault and kept somewhere else.

It finds what the vault itself cannot: a whole older copy put back in its place. It says ids and numbers, no code, no name.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from typing import Any

from app.storage import plain_json, receipt_paper
from app.storage.case_file import open_case_file, part_name
from app.storage.context import VaultContext
from app.storage.errors import Damaged, OtherVault, StorageError, TooNew
from app.storage.journal import Head, now
from app.storage.receipt_paper import Held
from app.storage.shred import shredded
from app.storage.values import Finding
from crypto.errors import Tampered
from crypto.identity import check_signature, sign, signing_public

PART = "receipt"
_FORMAT, _VERSION = "affiant-receipt", 1
_LABEL = b"affiant v1 receipt"
_KEYS = ("format", "version", "vault", "time", "cases", "key", "signature")


@dataclass(frozen=True, slots=True)
class Compared:
    """A vault held against a receipt of ``time``. ``shredded``: ids of cases gone since on purpose, and when.

    ``findings``: cases that are behind the receipt, went another way, or are missing. ``since``: cases made after it.
    """

    time: str
    cases: int
    since: int
    shredded: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]


def write(context: VaultContext) -> bytes:
    """A receipt of the vault as it stands. Raises ``Damaged`` where a case cannot be read."""
    cases = []
    for row in context.catalog.rows():
        file = open_case_file(context, row.summary.id, row)
        try:
            head = file.journal.head()
        finally:
            file.close()
        cases.append(_head(row.summary.id, head))
    return _signed(context, cases)


def of_case(context: VaultContext, case_id: str, head: Head) -> bytes:
    """A receipt of one case alone, for whoever may know of no other."""
    return _signed(context, [_head(case_id, head)])


def _head(case_id: str, head: Head) -> dict[str, Any]:
    return {"case": case_id, "rows": head.count, "head": head.hash.hex()}


def _signed(context: VaultContext, cases: list[dict[str, Any]]) -> bytes:
    plain = {
        "format": _FORMAT,
        "version": _VERSION,
        "vault": context.vault_id.hex(),
        "time": now(),
        "cases": cases,
        "key": signing_public(context.vault_key).hex(),
    }
    signature = sign(context.vault_key, _message(context.vault_id, plain))
    return (json.dumps(plain | {"signature": signature.hex()}, indent=1) + "\n").encode("ascii")


def _message(vault_id: bytes, plain: dict[str, Any]) -> bytes:
    parts = (_LABEL, vault_id, plain_json.dumps(plain).encode("utf-8"))
    return b"".join(struct.pack(">Q", len(part)) + part for part in parts)


def on_paper(context: VaultContext, data: bytes) -> tuple[str, ...]:
    """A receipt of this vault as the lines of ``receipt_paper``."""
    plain = _read(context, data)
    return receipt_paper.lines(context, plain["time"], _held(plain))


def compare(context: VaultContext, data: bytes) -> Compared:
    """Hold the vault against a receipt, a file or typed in from paper.

    Raises ``Damaged`` for one that was changed, ``OtherVault``, ``TooNew``.
    """
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))  # as some editors save what was typed
    text = data.decode("utf-16" if marked else "utf-8-sig", "replace")
    if receipt_paper.is_paper(text):
        time, cases = receipt_paper.read(context, text)
    else:
        plain = _read(context, data)
        time, cases = plain["time"], _held(plain)
    rows = {row.summary.id: row for row in context.catalog.rows()}
    findings, gone = [], []
    for held in cases:
        case_id = next((known for known in rows if known.startswith(held.case)), None)
        if case_id is None:
            shred = shredded(context, held.case)
            if shred is not None:
                gone.append(shred)
            else:
                findings.append(Finding(part_name(held.case, ""), "the receipt knows it, and the vault has it no more"))
            continue
        part = part_name(case_id, rows.pop(case_id).summary.code)
        try:
            file = open_case_file(context, case_id, None)
        except StorageError:
            findings.append(Finding(part, "cannot be read"))
            continue
        try:
            if file.journal.head().count < held.rows:
                findings.append(Finding(part, "it is older than the receipt: what was saved before is missing"))
            elif not (file.journal.hash_at(held.rows) or b"").hex().startswith(held.head):
                findings.append(Finding(part, "it is not the case of which the receipt was written"))
        except Damaged:
            findings.append(Finding(part, "cannot be read"))
        finally:
            file.close()
    return Compared(time, len(cases), len(rows), tuple(gone), tuple(findings))


def _held(plain: dict[str, Any]) -> list[Held]:
    return [Held(one["case"], one["rows"], one["head"]) for one in plain["cases"]]


def _read(context: VaultContext, data: bytes) -> dict[str, Any]:
    try:
        plain: dict[str, Any] = json.loads(data.decode("ascii"))
        if tuple(plain) != _KEYS or plain["format"] != _FORMAT:
            raise Damaged(PART)
        if isinstance(plain["version"], int) and plain["version"] > _VERSION:
            raise TooNew("written by a later version of the program")
        if plain["vault"] != context.vault_id.hex() and plain["key"] != signing_public(context.vault_key).hex():
            raise OtherVault("the receipt of another vault")
        signature = bytes.fromhex(plain.pop("signature"))
        check_signature(signing_public(context.vault_key), signature, _message(context.vault_id, plain))
    except (Tampered, ValueError, TypeError, AttributeError, RecursionError):
        raise Damaged(PART) from None
    return plain  # what the vault signed it also wrote: the types are known
