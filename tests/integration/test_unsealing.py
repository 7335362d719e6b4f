"""A packet comes from outside: whatever its archive holds, nothing is written where it must not be."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest

from app.errors import UserError
from app.services.archive import PiecesReader, tar_pieces
from app.services.unsealing import passphrase, unseal
from crypto import sealed
from crypto.identity import SealingIdentity

IDENTITY = SealingIdentity(bytes(range(32)))


def sums(members: dict[str, bytes]) -> bytes:
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in members.items()).encode()


def packed(path: Path, members: dict[str, bytes]) -> Path:
    source = PiecesReader(tar_pieces((name, len(data), io.BytesIO(data)) for name, data in members.items()))
    with path.open("wb") as target:
        sealed.seal(source, target, [IDENTITY.recipient])  # type: ignore[arg-type]
    return path


GOOD = {"README.txt": b"read", "originals/exhibit-1.pdf": b"%PDF"}


def test_what_is_listed_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    path = packed(tmp_path / "p.age", {**GOOD, "SHA256SUMS": sums(GOOD)})
    names = unseal(path, tmp_path / "out", [IDENTITY])
    assert names == (*GOOD, "SHA256SUMS")
    assert {name: (tmp_path / "out" / name).read_bytes() for name in GOOD} == GOOD
    assert (tmp_path / "out" / "README.txt").stat().st_mode & 0o077 == 0
    assert (tmp_path / "out").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "members",
    [
        {"../evil": b"x", "SHA256SUMS": sums({"../evil": b"x"})},
        {"/tmp/evil": b"x", "SHA256SUMS": sums({"/tmp/evil": b"x"})},
        {"originals/../evil": b"x", "SHA256SUMS": sums({"originals/../evil": b"x"})},
        {".hidden": b"x", "SHA256SUMS": sums({".hidden": b"x"})},
        {"a\\b": b"x", "SHA256SUMS": sums({"a\\b": b"x"})},
        {"README.txt/x": b"x", "SHA256SUMS": sums({"README.txt/x": b"x"})},
        GOOD,
        {**GOOD, "SHA256SUMS": sums({"README.txt": b"read"})},
        {**GOOD, "SHA256SUMS": sums({**GOOD, "README.txt": b"else"})},
        {**GOOD, "SHA256SUMS": sums({**GOOD, "more": b""})},
        {**GOOD, "SHA256SUMS": b"\xff not a list\n"},
        {"SHA256SUMS": sums(GOOD), **GOOD},
    ],
    ids=lambda members: "-".join(members)[:30],
)
def test_anything_else_is_refused_whole(tmp_path: Path, members: dict[str, bytes]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    path = packed(tmp_path / "p.age", members)
    with pytest.raises(UserError) as raised:
        unseal(path, folder / "out", [IDENTITY])
    assert raised.value.code == "damaged"
    assert list(folder.iterdir()) == []
    assert sorted(one.name for one in tmp_path.iterdir()) == ["in", "p.age"]


def test_nobody_else_opens_it(tmp_path: Path) -> None:
    path = packed(tmp_path / "p.age", {**GOOD, "SHA256SUMS": sums(GOOD)})
    for other in (SealingIdentity(bytes(32)), passphrase("words")):
        with pytest.raises(UserError) as raised:
            unseal(path, tmp_path / "out", [other])
        assert raised.value.code == "not-for-you"
        assert not (tmp_path / "out").exists()


def test_an_early_end_is_damage(tmp_path: Path) -> None:
    path = packed(tmp_path / "p.age", {**GOOD, "SHA256SUMS": sums(GOOD)})
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(UserError) as raised:
        unseal(path, tmp_path / "out", [IDENTITY])
    assert raised.value.code == "damaged"


@pytest.mark.parametrize("size", [0, 1, 65_536, 65_537])
def test_what_is_sealed_under_a_passphrase_is_read_back(size: int) -> None:
    out = io.BytesIO()
    data = bytes(size)
    written = sealed.seal_with_passphrase(io.BytesIO(data), out, "words")
    assert (written.size, written.plain_sha256) == (size, hashlib.sha256(data).hexdigest())
    assert written.cipher_sha256 == hashlib.sha256(out.getvalue()).hexdigest()
    with sealed.open_sealed(io.BytesIO(out.getvalue()), [passphrase("words")]) as reader:
        assert reader.read() == data
