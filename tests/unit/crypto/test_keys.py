"""Derived keys, wrapped keys, identities and recovery sheets."""

from __future__ import annotations

import itertools

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crypto import aead, bech32, identity, recovery
from crypto.errors import BadParameters, Tampered
from crypto.secret import derive, wipe

KEY = bytes(range(32))


def test_purpose_context_and_salt_part_the_keys() -> None:
    keys = {
        bytes(derive(KEY, "a")),
        bytes(derive(KEY, "b")),
        bytes(derive(KEY, "a", context=b"x")),
        bytes(derive(KEY, "a", salt=b"x")),
        bytes(derive(b"k" * 32, "a")),
    }
    assert len(keys) == 5


def test_a_wiped_buffer_is_zero() -> None:
    buffer = bytearray(b"secret")
    wipe(buffer)
    assert buffer == bytes(6)


def test_a_wrapped_value_opens_only_whole_and_where_it_was_bound() -> None:
    box = aead.seal(KEY, b"words", b"place")
    assert aead.unseal(KEY, box, b"place") == b"words"
    for bad in (box[:-1], box[1:], b"", bytes(len(box))):
        with pytest.raises(Tampered):
            aead.unseal(KEY, bad, b"place")
    with pytest.raises(Tampered):
        aead.unseal(KEY, box, b"other place")


def test_no_two_boxes_share_a_nonce() -> None:
    assert len({aead.seal(KEY, b"", b"")[:12] for _ in range(100)}) == 100


@settings(max_examples=40)
@given(st.binary(max_size=80))
def test_bech32_there_and_back(data: bytes) -> None:
    assert bech32.decode(bech32.encode("age", data)) == ("age", data)
    assert bech32.decode(bech32.encode("age", data).upper()) == ("age", data)


@settings(max_examples=60)
@given(st.integers(0, 61), st.sampled_from("qpzry9x8gf2tvdw0s3jn54khce6mua7l1B ü"))
def test_bech32_finds_a_wrong_letter(at: int, letter: str) -> None:
    text = bech32.encode("age", KEY)
    changed = text[:at] + letter + text[at + 1 :]
    if changed != text:
        with pytest.raises(BadParameters):
            bech32.decode(changed)


def test_our_identities_are_those_of_age() -> None:
    who = identity.case_identity(KEY)
    theirs = pyrage.x25519.Identity.from_str(who.secret_text())
    assert str(theirs.to_public()) == who.recipient
    assert identity.identity_from_text(who.secret_text()) == who


@pytest.mark.parametrize("text", ["", "age1", "AGE-SECRET-KEY-1", identity.case_identity(KEY).recipient])
def test_what_is_no_identity_is_refused(text: str) -> None:
    with pytest.raises(BadParameters):
        identity.identity_from_text(text)


def test_a_signature_holds_for_its_message_only() -> None:
    public, signature = identity.signing_public(KEY), identity.sign(KEY, b"head")
    identity.check_signature(public, signature, b"head")
    for bad in (b"", signature[:-1], bytes(64)):
        with pytest.raises(Tampered):
            identity.check_signature(public, bad, b"head")
    with pytest.raises(Tampered):
        identity.check_signature(public, signature, b"another head")


def test_any_two_sheets_give_the_secret_and_one_does_not() -> None:
    secret = recovery.new_secret()
    sheets = recovery.to_sheets(secret)
    assert len(sheets) == 3
    for pair in itertools.combinations(sheets, 2):
        assert recovery.from_sheets(pair) == secret
    for bad in ([], sheets[:1], [sheets[0], sheets[0]], ["word " * 33, sheets[0]]):
        with pytest.raises(BadParameters):
            recovery.from_sheets(bad)


def test_sheets_of_two_secrets_do_not_join() -> None:
    with pytest.raises(BadParameters):
        recovery.from_sheets([recovery.to_sheets(KEY)[0], recovery.to_sheets(KEY)[1]])


def test_the_secret_on_one_line_comes_back_however_it_was_broken() -> None:
    text = recovery.to_text(KEY)
    assert recovery.from_text(text[:20] + " \n" + text[20:]) == KEY
    assert recovery.from_text(text.lower()) == KEY
    with pytest.raises(BadParameters):
        recovery.from_text(text[:-1] + ("Q" if text[-1] != "Q" else "P"))
    with pytest.raises(BadParameters):
        recovery.from_text(bech32.encode("age", KEY))


def test_recovery_slot_and_recovery_identity_are_parted() -> None:
    assert bytes(recovery.slot_root(KEY)) != identity.recovery_identity(KEY).private
