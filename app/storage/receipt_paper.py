"""A receipt on paper: so few letters that they can be typed in again, sealed against what was changed or mistyped.

    receipt 1
    vault 0f1e 2d3c 4b5a 6978
    time 2026-01-15T09:30:00.000Z
    case abcd efgh rows 12 head 0123 4567 89ab cdef
    seal 0123 4567 89ab cdef 0123

Lines that are none of these (a title, how to use it) are passed over, as are spaces and capitals.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from dataclasses import dataclass, field

from app.storage.context import VaultContext
from app.storage.errors import Damaged, OtherVault
from crypto.secret import derive, wipe

PART = "receipt"
_ID, _CASE, _HEAD, _SEAL = 16, 8, 16, 20
_LINES = (
    re.compile(r"(receipt)1"),
    re.compile(rf"vault([0-9a-f]{{{_ID}}})"),
    re.compile(r"time([0-9:.tz-]{20,24})"),
    re.compile(rf"case([a-z2-7]{{{_CASE}}})rows([0-9]{{1,12}})head([0-9a-f]{{{_HEAD}}})"),
    re.compile(rf"seal([0-9a-f]{{{_SEAL}}})"),
)


@dataclass(frozen=True, slots=True)
class Held:
    """What a receipt says of one case: the beginning of its id, the rows of its journal, the beginning of its head in hex."""

    case: str
    rows: int
    head: str = field(repr=False)


def lines(context: VaultContext, time: str, cases: list[Held]) -> tuple[str, ...]:
    """The lines to print."""
    short = [Held(one.case[:_CASE], one.rows, one.head[:_HEAD]) for one in cases]
    return (
        "receipt 1",
        f"vault {_grouped(context.vault_id.hex()[:_ID])}",
        f"time {time}",
        *(f"case {_grouped(one.case)} rows {one.rows} head {_grouped(one.head)}" for one in short),
        f"seal {_grouped(_seal(context, time, short))}",
    )


def is_paper(text: str) -> bool:
    """Whether a text is a receipt of this form."""
    return any(_LINES[0].fullmatch(_close(line)) for line in text.splitlines())


def read(context: VaultContext, text: str) -> tuple[str, list[Held]]:
    """Time and cases of a receipt that was typed in. Raises ``Damaged`` unless it says what was printed, ``OtherVault``."""
    said: list[list[tuple[str, ...]]] = [[], [], [], [], []]
    for line in map(_close, text.splitlines()):
        for found, pattern in zip(said, _LINES, strict=True):
            if match := pattern.fullmatch(line):
                found.append(match.groups())
    _, vaults, times, cases, seals = said
    if len(vaults) != 1 or len(times) != 1 or len(seals) != 1:
        raise Damaged(PART)
    held = [Held(case, int(rows), head) for case, rows, head in cases]
    time = times[0][0].upper()
    sealed, ours = hmac.compare_digest(_seal(context, time, held), seals[0][0]), vaults[0][0] == context.vault_id.hex()[:_ID]
    if not sealed and not ours:
        raise OtherVault("the receipt of another vault")
    if not sealed or not ours:
        raise Damaged(PART)
    return time, held


def _seal(context: VaultContext, time: str, cases: list[Held]) -> str:
    key = derive(context.vault_key, "receipt on paper")
    try:
        said = "\n".join((context.vault_id.hex(), time, *(f"{one.case} {one.rows} {one.head}" for one in cases)))
        return hmac.new(key, said.encode("ascii"), hashlib.sha256).hexdigest()[:_SEAL]
    finally:
        wipe(key)


def _grouped(text: str) -> str:
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def _close(line: str) -> str:
    """Without spaces, in small letters; full-width signs and long dashes, as programs put them in, are the plain ones."""
    return re.sub(r"[\u2010-\u2015\u2212]", "-", re.sub(r"\s", "", unicodedata.normalize("NFKC", line))).lower()
