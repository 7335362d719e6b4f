"""ASCII armor of age files: strict PEM (RFC 7468) as the age specification narrows it."""

from __future__ import annotations

import base64
import binascii
from typing import BinaryIO

from crypto.errors import SealedArmorError

BEGIN = b"-----BEGIN AGE ENCRYPTED FILE-----"
_END = b"-----END AGE ENCRYPTED FILE-----"
_COLUMNS = 64
_SPACE = b" \t\r\n"
#: Armor is for mail and messages; larger files are sealed as they are.
MOST_ARMOR = 64 << 20


def remove(source: BinaryIO) -> bytes:
    """Return the bytes inside the armor. Reads at most 64 MiB. Raises ``SealedArmorError``."""
    data = source.read(MOST_ARMOR + 1)
    if len(data) > MOST_ARMOR:
        raise SealedArmorError("armored file too large")
    lines = data.lstrip(_SPACE).rstrip(_SPACE).replace(b"\r\n", b"\n").split(b"\n")
    if len(lines) < 2 or lines[0] != BEGIN or lines[-1] != _END:
        raise SealedArmorError("armor")
    body = lines[1:-1]
    if any(len(line) != _COLUMNS for line in body[:-1]) or (body and not 0 < len(body[-1]) <= _COLUMNS):
        raise SealedArmorError("armor lines")
    text = b"".join(body)
    try:
        inner = base64.b64decode(text, validate=True)
    except binascii.Error:
        raise SealedArmorError("armor") from None
    if base64.b64encode(inner) != text:
        raise SealedArmorError("armor")
    return inner
