"""Sealed files: what pyrage writes we read from any place, and nothing that was changed."""

from __future__ import annotations

import io
import os
import random

import pyrage
import pytest

from crypto import age_header, sealed
from crypto.errors import BadParameters, NoMatch, SealedError, SealedHeaderError
from crypto.identity import SealingIdentity

WHO = SealingIdentity(bytes(range(32)))
PIECE = 64 * 1024
SIZES = [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 17]


class _Lent(io.RawIOBase):
    """A reader that outlives the buffer put around it."""

    def __init__(self, raw: io.RawIOBase) -> None:
        super().__init__()
        self._raw = raw

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int | None:  # type: ignore[override]
        return self._raw.readinto(buffer)


def _sealed(data: bytes, *recipients: str) -> bytes:
    target = io.BytesIO()
    sealed.seal(io.BytesIO(data), target, recipients or [WHO.recipient])
    return target.getvalue()


@pytest.mark.parametrize("size", SIZES)
def test_what_was_sealed_is_read_and_age_reads_it_too(size: int) -> None:
    data = os.urandom(size)
    box = _sealed(data)
    with sealed.open_sealed(io.BytesIO(box), [WHO]) as reader:
        assert (reader.size, reader.read()) == (size, data)
    assert pyrage.decrypt(box, [pyrage.x25519.Identity.from_str(WHO.secret_text())]) == data


def test_any_place_is_read_as_from_an_ordinary_file() -> None:
    data = random.Random(7).randbytes(5 * PIECE + 333)
    plain = io.BytesIO(data)
    reader = sealed.open_sealed(io.BytesIO(_sealed(data)), [WHO])
    choose = random.Random(8)
    for _ in range(100):
        at, size = choose.randrange(len(data) + 100), choose.choice([0, 1, 1000, 200_000])
        assert reader.seek(at) == plain.seek(at)
        assert io.BufferedReader(_Lent(reader), PIECE).read(size) == plain.read(size)
    assert reader.seek(-10, os.SEEK_END) == len(data) - 10
    assert reader.read(100) == data[-10:]
    assert reader.read(1) == b""


def test_several_recipients_each_open_it() -> None:
    other = SealingIdentity(b"o" * 32)
    box = _sealed(b"words", WHO.recipient, other.recipient)
    for who in (WHO, other):
        assert sealed.open_sealed(io.BytesIO(box), [who]).read() == b"words"


def test_somebody_else_does_not_open_it() -> None:
    with pytest.raises(NoMatch):
        sealed.open_sealed(io.BytesIO(_sealed(b"words")), [SealingIdentity(b"x" * 32)])


def test_armor_is_read() -> None:
    recipient = pyrage.x25519.Recipient.from_str(WHO.recipient)
    armored = pyrage.encrypt(b"words", [recipient], armored=True)
    assert sealed.open_sealed(io.BytesIO(armored), [WHO]).read() == b"words"


def test_every_truncation_is_found() -> None:
    box = _sealed(os.urandom(2 * PIECE))
    for cut in [0, 1, 20, 150, 200, len(box) // 2, len(box) - PIECE - 16, len(box) - 16, len(box) - 1]:
        with pytest.raises(SealedError):
            sealed.open_sealed(io.BytesIO(box[:cut]), [WHO]).read()


def test_pieces_put_elsewhere_or_doubled_are_found() -> None:
    box = _sealed(os.urandom(3 * PIECE))
    start, step = len(box) - 3 * (PIECE + 16), PIECE + 16
    one, two, three = (box[start + n * step : start + (n + 1) * step] for n in range(3))
    for order in (two + one + three, one + one + three, one + three, one + two + two, one + two + three + three):
        with pytest.raises(SealedError):
            reader = sealed.open_sealed(io.BytesIO(box[:start] + order), [WHO])
            while reader.read(PIECE):
                pass


def test_any_flipped_bit_is_found() -> None:
    box = _sealed(os.urandom(PIECE + 100))
    choose = random.Random(9)
    for _ in range(60):
        changed = bytearray(box)
        at = choose.choice([choose.randrange(400), choose.randrange(len(box))])
        changed[at] ^= 1 << choose.randrange(8)
        with pytest.raises(SealedError):
            reader = sealed.open_sealed(io.BytesIO(bytes(changed)), [WHO])
            while reader.read(PIECE):
                pass


def test_a_file_that_was_swapped_for_another_has_another_binding() -> None:
    bindings = {sealed.open_sealed(io.BytesIO(_sealed(b"same words")), [WHO]).binding for _ in range(5)}
    assert len(bindings) == 5


@pytest.mark.parametrize("kind", [InterruptedError, BlockingIOError, EOFError, KeyboardInterrupt, MemoryError])
def test_an_error_of_any_kind_ends_the_sealing(kind: type[BaseException]) -> None:
    class Failing(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise kind

    with pytest.raises(kind):
        sealed.seal(Failing(), io.BytesIO(), [WHO.recipient])


def test_errors_of_the_files_come_through_as_they_are() -> None:
    class Failing(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise OSError(5, "failing")

        def write(self, data: bytes) -> int:
            raise OSError(28, "full")

    with pytest.raises(OSError, match="failing"):
        sealed.seal(Failing(), io.BytesIO(), [WHO.recipient])
    with pytest.raises(OSError, match="full"):
        sealed.seal(io.BytesIO(b"x" * 200_000), Failing(), [WHO.recipient])


def test_sealing_tells_its_progress_and_can_be_stopped() -> None:
    class Stopped(Exception):
        pass

    seen: list[int] = []

    def progress(size: int) -> None:
        seen.append(size)
        if size > PIECE:
            raise Stopped

    with pytest.raises(Stopped):
        sealed.seal(io.BytesIO(bytes(10 * PIECE)), io.BytesIO(), [WHO.recipient], progress)
    assert seen == sorted(seen) and seen[-1] < 10 * PIECE


@pytest.mark.parametrize("recipients", [[], ["age1"], ["nobody"], [WHO.secret_text()]])
def test_what_is_no_recipient_is_refused(recipients: list[str]) -> None:
    with pytest.raises(BadParameters):
        sealed.seal(io.BytesIO(b""), io.BytesIO(), recipients)


def test_a_scrypt_cost_beyond_a_gigabyte_is_refused_unpaid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(age_header, "Scrypt", lambda **_: pytest.fail("the cost was paid"))
    stanza = b"-> scrypt rF0/NwblUHHTpgQgRpe5CQ 21\n" + b"A" * 43 + b"\n--- " + b"A" * 43 + b"\n"
    with pytest.raises(SealedHeaderError, match="cost"):
        sealed.open_sealed(io.BytesIO(b"age-encryption.org/v1\n" + stanza), [sealed.Passphrase("pass")])


def test_a_header_without_end_is_refused_in_bounded_memory() -> None:
    with pytest.raises(SealedError):
        sealed.open_sealed(io.BytesIO(b"age-encryption.org/v1\n-> X25519 " + b"a" * (8 << 20)), [WHO])
