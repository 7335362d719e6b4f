"""From a passphrase to a key, at a bounded cost."""

from __future__ import annotations

import pytest

from crypto import kdf
from crypto.errors import BadParameters
from crypto.kdf import Cost

CHEAP = Cost(64 * 1024, 3)


@pytest.mark.parametrize(
    "cost",
    [
        Cost(64 * 1024 - 1, 3),
        Cost(1024 * 1024 + 1, 3),
        Cost(2**32 - 1, 3),
        Cost(64 * 1024, 2),
        Cost(64 * 1024, 11),
        Cost(64 * 1024, 3, 0),
        Cost(64 * 1024, 3, 17),
    ],
)
def test_a_cost_out_of_range_is_refused_before_anything_is_allocated(cost: Cost, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdf, "Argon2id", lambda **_: pytest.fail("the derivation was set up"))
    with pytest.raises(BadParameters):
        kdf.derive_key(b"words", bytes(32), cost)
    with pytest.raises(BadParameters):
        kdf.unpack_cost(cost.pack())


def test_a_cost_comes_back_from_its_bytes() -> None:
    assert kdf.unpack_cost(CHEAP.pack()) == CHEAP


def test_an_unknown_derivation_is_refused() -> None:
    with pytest.raises(BadParameters):
        kdf.unpack_cost(b"\0\0\0\2" + CHEAP.pack()[4:])


def test_a_memory_given_means_exactly_three_passes() -> None:
    assert kdf.choose_cost(64) == Cost(64 * 1024, 3)
    assert kdf.choose_cost(512) == Cost(512 * 1024, 3)


@pytest.mark.parametrize("memory", [0, 63, 1025, -1])
def test_a_memory_out_of_range_is_refused(memory: int) -> None:
    with pytest.raises(BadParameters):
        kdf.choose_cost(memory)


@pytest.mark.parametrize(("seconds_for_three", "passes"), [(0.1, 10), (0.75, 6), (1.5, 3), (9.0, 3)])
def test_passes_are_calibrated_between_three_and_ten(
    seconds_for_three: float, passes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([100.0, 100.0 + seconds_for_three])
    monkeypatch.setattr(kdf.time, "perf_counter", lambda: next(clock))
    monkeypatch.setattr(kdf, "derive_key", lambda *_: bytearray(32))
    assert kdf.choose_cost(None) == Cost(256 * 1024, passes)


def test_one_passphrase_typed_in_two_unicode_forms_is_one_passphrase() -> None:
    assert kdf.secret_bytes("caf\u00e9 \ufb01") == kdf.secret_bytes("cafe\u0301 fi")


def test_a_key_file_changes_the_secret_and_every_byte_of_it_counts() -> None:
    secrets = {bytes(kdf.secret_bytes("words", key)) for key in (None, b"a", b"b", b"a" * 100_000, b"a" * 99_999)}
    assert len(secrets) == 5


@pytest.mark.parametrize(("passphrase", "key_file"), [("", None), ("words", b""), ("\ud800", None)])
def test_an_empty_secret_is_refused(passphrase: str, key_file: bytes | None) -> None:
    with pytest.raises(BadParameters):
        kdf.secret_bytes(passphrase, key_file)


def test_salt_passphrase_and_cost_all_count() -> None:
    keys = {
        bytes(kdf.derive_key(secret, salt, cost))
        for secret, salt, cost in [
            (b"a", bytes(32), CHEAP),
            (b"b", bytes(32), CHEAP),
            (b"a", b"\1" * 32, CHEAP),
            (b"a", bytes(32), Cost(64 * 1024, 4)),
        ]
    }
    assert len(keys) == 4
