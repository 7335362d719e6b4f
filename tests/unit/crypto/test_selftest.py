"""The self-test: a primitive that answers wrongly is named."""

from __future__ import annotations

import pytest

from crypto import selftest
from crypto.errors import SelfTestFailed


def test_this_build_gives_every_known_answer() -> None:
    selftest.run()


@pytest.mark.parametrize("name", list(selftest.TESTS))
def test_a_primitive_that_answers_wrongly_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(selftest.TESTS, name, lambda: False)
    with pytest.raises(SelfTestFailed, match=name):
        selftest.run()


def test_a_primitive_that_fails_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> bool:
        raise ArithmeticError

    monkeypatch.setitem(selftest.TESTS, "X25519", broken)
    with pytest.raises(SelfTestFailed, match=r"X25519 \(ArithmeticError\)"):
        selftest.run()


def test_a_changed_primitive_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    class Swapped:
        def __init__(self, **_: object) -> None:
            pass

        def derive(self, _: bytes) -> bytes:
            return bytes(32)

    monkeypatch.setattr(selftest, "Argon2id", Swapped)
    with pytest.raises(SelfTestFailed, match="Argon2id"):
        selftest.run()
