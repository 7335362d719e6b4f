"""The header: who opens it, and how damage, tampering and a wrong key are told apart."""

from __future__ import annotations

import hashlib
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crypto import header
from crypto.errors import BadParameters, Damaged, Tampered, TooNew, WrongKey
from crypto.kdf import Cost

VAULT_KEY = bytes(range(32))
ROOT, OTHER_ROOT = b"r" * 32, b"o" * 32


def _header() -> header.Header:
    made = header.new(Cost(64 * 1024, 3), b"p" * 32, VAULT_KEY, b"Ann")
    return header.fill_slot(header.fill_slot(made, 0, ROOT, VAULT_KEY), 5, OTHER_ROOT, VAULT_KEY)


DATA = header.pack(_header(), VAULT_KEY)


def _resealed(data: bytes) -> bytes:
    return data[:-32] + hashlib.sha256(data[:-32]).digest()


def test_every_filled_slot_opens_the_same_key() -> None:
    parsed = header.parse(DATA)
    assert header.unlock(parsed, ROOT) == VAULT_KEY == header.unlock(parsed, OTHER_ROOT)


def test_what_was_written_is_read() -> None:
    parsed = header.parse(DATA)
    assert (len(DATA), parsed.generation, parsed.recovery_public) == (2048, 1, b"p" * 32)
    assert header.read_facts(parsed, VAULT_KEY) == b"Ann"


def test_another_root_is_a_wrong_key() -> None:
    with pytest.raises(WrongKey):
        header.unlock(header.parse(DATA), b"x" * 32)


def test_a_cleared_slot_no_longer_opens() -> None:
    cleared = header.parse(header.pack(header.clear_slot(header.parse(DATA), 0), VAULT_KEY))
    with pytest.raises(WrongKey):
        header.unlock(cleared, ROOT)
    assert header.unlock(cleared, OTHER_ROOT) == VAULT_KEY
    assert cleared.generation == 2


def test_used_and_unused_slots_look_alike() -> None:
    slots = header.parse(DATA).slots
    assert {len(slot) for slot in slots} == {96}
    assert len({bytes(slot) for slot in slots}) == 8
    assert all(len(set(slot)) > 40 for slot in slots)


@settings(max_examples=60)
@given(st.integers(0, 2047), st.integers(1, 255))
def test_any_changed_byte_is_damage(at: int, flip: int) -> None:
    changed = bytearray(DATA)
    changed[at] ^= flip
    with pytest.raises(Damaged):
        header.parse(bytes(changed))


@pytest.mark.parametrize("data", [b"", DATA[:-1], DATA + b"\0", bytes(2048)])
def test_a_wrong_length_or_nothing_is_damage(data: bytes) -> None:
    with pytest.raises(Damaged):
        header.parse(data)


@settings(max_examples=60)
@given(st.integers(0, 1983), st.integers(1, 255))
def test_a_change_with_a_new_checksum_never_opens(at: int, flip: int) -> None:
    changed = bytearray(DATA)
    changed[at] ^= flip
    with pytest.raises((Damaged, TooNew, BadParameters, WrongKey)):
        header.unlock(header.parse(_resealed(bytes(changed))), ROOT)


def test_a_slot_whose_tag_fits_but_does_not_open_was_tampered_with() -> None:
    changed = bytearray(DATA)
    changed[128 + 40] ^= 1  # inside slot 0, behind its commitment tag
    with pytest.raises(Tampered):
        header.unlock(header.parse(_resealed(bytes(changed))), ROOT)


def test_a_changed_recovery_recipient_was_tampered_with() -> None:
    changed = bytearray(DATA)
    changed[100] ^= 1
    with pytest.raises(Tampered):
        header.unlock(header.parse(_resealed(bytes(changed))), ROOT)


def test_a_later_version_is_named_as_such() -> None:
    changed = bytearray(DATA)
    changed[19] = 2
    with pytest.raises(TooNew):
        header.parse(_resealed(bytes(changed)))


def test_a_slot_moved_to_another_place_does_not_open() -> None:
    made = _header()
    slots = list(made.slots)
    slots[0], slots[1] = slots[1], slots[0]
    moved = header.Header(made.generation, made.vault_id, made.salt, made.cost, made.recovery_public, tuple(slots), made.facts)
    with pytest.raises(WrongKey):
        header.unlock(header.parse(header.pack(moved, VAULT_KEY)), ROOT)


def test_facts_that_are_too_long_are_refused() -> None:
    with pytest.raises(BadParameters):
        header.new(Cost(64 * 1024, 3), b"p" * 32, VAULT_KEY, os.urandom(511))


def test_an_older_slot_put_back_into_a_newer_header_does_not_open() -> None:
    """Who knows the passphrase of before and has a copy of that time cannot mix it with the header of today."""
    older = header.parse(DATA)
    newer = header.pack(header.fill_slot(older, 0, b"n" * 32, VAULT_KEY), VAULT_KEY)
    mixed = newer[:128] + DATA[128 : 128 + 96] + newer[128 + 96 :]
    with pytest.raises(Tampered):
        header.unlock(header.parse(_resealed(mixed)), ROOT)
    with pytest.raises(Tampered):  # nor does it keep out the other ways in without a word
        header.unlock(header.parse(_resealed(mixed)), OTHER_ROOT)


@pytest.mark.parametrize("at", [*range(24, 32), *range(80, 96)])
def test_a_changed_generation_or_cost_never_opens(at: int) -> None:
    changed = bytearray(DATA)
    changed[at] ^= 1
    with pytest.raises((Damaged, BadParameters, WrongKey, Tampered)):
        header.unlock(header.parse(_resealed(bytes(changed))), ROOT)


def test_a_slot_and_the_facts_of_another_vault_under_the_same_key_do_not_fit() -> None:
    """Bound to the vault's id by themselves, and not only by the MAC over all."""
    mine, other = header.parse(DATA), _header()
    slots = (other.slots[0], *mine.slots[1:])
    moved = header.parse(header.pack(header.replace(mine, slots=slots), VAULT_KEY))
    with pytest.raises(WrongKey):
        header.unlock(moved, ROOT)
    with pytest.raises(Tampered):
        header.read_facts(header.replace(mine, facts=other.facts), VAULT_KEY)
