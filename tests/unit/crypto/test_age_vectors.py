"""The reader of sealed files against the age test vectors of C2SP (CCTV): each decided as its ``expect`` says."""

from __future__ import annotations

import hashlib
import io
import zlib
from pathlib import Path

import pytest

from crypto import sealed
from crypto.errors import (
    NoMatch,
    SealedArmorError,
    SealedError,
    SealedHeaderError,
    SealedHmacError,
    SealedPayloadError,
)
from crypto.identity import identity_from_text

VECTORS = sorted((Path(__file__).parents[2] / "vectors" / "age").iterdir())
EXPECTED: dict[str, type[SealedError]] = {
    "HMAC failure": SealedHmacError,
    "header failure": SealedHeaderError,
    "armor failure": SealedArmorError,
    "no match": NoMatch,
    "payload failure": SealedPayloadError,
}
#: Not supported: post-quantum hybrid identities (``AGE-SECRET-KEY-PQ-``). To us they are no identity at all.
UNSUPPORTED = "AGE-SECRET-KEY-PQ-"


def _vector(path: Path) -> tuple[dict[str, list[str]], bytes]:
    head, _, body = path.read_bytes().partition(b"\n\n")
    facts: dict[str, list[str]] = {}
    for line in head.decode().splitlines():
        key, _, value = line.partition(": ")
        facts.setdefault(key, []).append(value)
    return facts, zlib.decompress(body) if "compressed" in facts else body


def test_all_vectors_are_there() -> None:
    assert len(VECTORS) == 143


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.name)
def test_a_vector_is_decided_as_it_says(path: Path) -> None:
    facts, body = _vector(path)
    supported = [text for text in facts.get("identity", []) if not text.startswith(UNSUPPORTED)]
    identities: list[sealed.Identity] = [identity_from_text(text) for text in supported]
    identities += [sealed.Passphrase(text) for text in facts.get("passphrase", [])]
    (expected,) = facts["expect"]

    def read() -> bytes:
        return sealed.open_sealed(io.BytesIO(body), identities, armored="armored" in facts).read()

    if len(supported) < len(facts.get("identity", [])) and not identities:
        with pytest.raises(SealedError):  # refused in whatever way, never opened and never another error
            read()
    elif expected == "success":
        assert hashlib.sha256(read()).hexdigest() == facts["payload"][0]
    else:
        with pytest.raises(EXPECTED[expected]) as caught:
            read()
        assert caught.type is EXPECTED[expected]
