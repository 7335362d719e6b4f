"""The way back in without the passphrase: one random secret, written out whole or as three sheets of which two open.

The sheets follow SLIP-39 (SatoshiLabs, Shamir's secret-sharing for mnemonic codes), so that other software can join
them.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from shamir_mnemonic import MnemonicError, combine_mnemonics, generate_mnemonics
from shamir_mnemonic.share import Share
from shamir_mnemonic.wordlist import WORD_INDEX_MAP

from crypto import bech32
from crypto.errors import BadParameters
from crypto.secret import KEY_SIZE, derive

SHEETS = 3
SHEETS_NEEDED = 2
_PREFIX = "affiant-recovery-"


def new_secret() -> bytearray:
    """256 random bits."""
    return bytearray(os.urandom(KEY_SIZE))


def slot_root(secret: bytes | bytearray) -> bytearray:
    """What opens the recovery slot of the header, in the place where a passphrase slot has the Argon2id output."""
    # No slow derivation: the secret has 256 bits of its own.
    return derive(secret, "recovery slot")


def to_text(secret: bytes | bytearray) -> str:
    """The secret on one line, with a checksum that finds a letter copied wrong."""
    return bech32.encode(_PREFIX, secret).upper()


def from_text(text: str) -> bytearray:
    """Read what ``to_text`` wrote; spaces and line ends do not matter. Raises ``BadParameters``."""
    prefix, data = bech32.decode("".join(text.split()))
    if prefix != _PREFIX or len(data) != KEY_SIZE:
        raise BadParameters("not a recovery secret")
    return bytearray(data)


def to_sheets(secret: bytes | bytearray) -> tuple[str, ...]:
    """Split the secret into three sheets of 33 words; one alone tells nothing about it."""
    (sheets,) = generate_mnemonics(1, [(SHEETS_NEEDED, SHEETS)], bytes(secret))
    return tuple(sheets)


def from_sheets(sheets: Sequence[str]) -> bytearray:
    """Join two sheets or more. Raises ``BadParameters`` if they are too few, misspelt or not of one set."""
    try:
        secret = combine_mnemonics(list(sheets))
    except (MnemonicError, ValueError, IndexError, KeyError):
        raise BadParameters("the sheets do not fit together") from None
    if len(secret) != KEY_SIZE:
        raise BadParameters("not the sheets of a vault")
    return bytearray(secret)


def is_word(word: str) -> bool:
    """Whether a word, in small letters, can stand on a sheet at all."""
    return word in WORD_INDEX_MAP


def sheet_marks(sheet: str) -> tuple[int, int] | None:
    """Which set a sheet is of (a random number that tells nothing) and which of it, from 1; ``None`` if it was copied wrong."""
    try:
        share = Share.from_mnemonic(sheet)
    except (MnemonicError, ValueError, IndexError, KeyError):
        return None
    return share.identifier, share.index + 1
