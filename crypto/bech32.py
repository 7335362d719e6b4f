"""Bech32 (BIP 173) without its length limit, the form in which age writes recipients and identities."""

from __future__ import annotations

from crypto.errors import BadParameters

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def _checksum(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATORS):
            check ^= generator if top >> bit & 1 else 0
    return check


def _spread(prefix: str) -> list[int]:
    return [ord(char) >> 5 for char in prefix] + [0] + [ord(char) & 31 for char in prefix]


def _regroup(values: bytes | bytearray | list[int], source: int, target: int, *, pad: bool) -> list[int]:
    held = bits = 0
    out: list[int] = []
    for value in values:
        held = held << source | value
        bits += source
        while bits >= target:
            bits -= target
            out.append(held >> bits & (1 << target) - 1)
        held &= (1 << bits) - 1
    if pad and bits:
        out.append(held << target - bits & (1 << target) - 1)
    elif not pad and (bits >= source or held):
        raise BadParameters("bech32 padding")
    return out


def encode(prefix: str, data: bytes | bytearray) -> str:
    """Write bytes under a lower-case prefix."""
    values = _regroup(data, 8, 5, pad=True)
    check = _checksum(_spread(prefix) + values + [0] * 6) ^ 1
    return prefix + "1" + "".join(_LETTERS[v] for v in values + [check >> 5 * (5 - i) & 31 for i in range(6)])


def decode(text: str) -> tuple[str, bytes]:
    """Return prefix (lower case) and bytes. Raises ``BadParameters`` for mixed case or any wrong character."""
    if text != text.lower() and text != text.upper():
        raise BadParameters("bech32 in mixed case")
    prefix, mark, rest = text.lower().rpartition("1")
    if not mark or not prefix or len(rest) < 6 or any(not 33 <= ord(char) <= 126 for char in prefix):
        raise BadParameters("not bech32")
    try:
        values = [_LETTERS.index(char) for char in rest]
    except ValueError:
        raise BadParameters("not bech32") from None
    if _checksum(_spread(prefix) + values) != 1:
        raise BadParameters("bech32 checksum")
    return prefix, bytes(_regroup(values[:-6], 5, 8, pad=False))
