"""A vault that holds two small cases, and a look under its encryption."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from app.storage import key_files
from app.storage.case_file import database_key
from app.storage.vault import Vault
from crypto import kdf
from tests.integration.storage.sample import CASE, PASSPHRASE, case_named, contents


@pytest.fixture(scope="session", autouse=True)
def _each_key_is_derived_once() -> Iterator[None]:
    """Remember what Argon2id answered: the copies of one vault are opened some hundred times."""
    derive, answers = kdf.derive_key, {}

    def remembered(secret: bytes | bytearray, salt: bytes, cost: kdf.Cost) -> bytearray:
        asked = (bytes(secret), salt, cost)
        if asked not in answers:
            answers[asked] = bytes(derive(secret, salt, cost))
        return bytearray(answers[asked])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kdf, "derive_key", remembered)
        yield


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "vault"
    with Vault.create(path, PASSPHRASE, "Ann Advocate", kdf_memory_mib=64) as vault:
        vault.create_case(CASE, contents())
        vault.create_case(case_named("CRANE"), contents())
    return path


@pytest.fixture
def path(_template: Path, tmp_path: Path) -> Path:
    """A closed vault with the cases HERON and CRANE, free to be damaged."""
    target = tmp_path / "vault"
    shutil.copytree(_template, target)
    return target


@pytest.fixture
def vault(path: Path) -> Iterator[Vault]:
    """The same vault, open."""
    with Vault.open(path, PASSPHRASE) as opened:
        yield opened


@pytest.fixture
def pages() -> Callable[[Vault, str], bytes]:
    """All pages of a case's file in plaintext, by the layout of SQLCipher 4 and without its help."""

    def decrypted(vault: Vault, case_id: str) -> bytes:
        context = vault._context
        raw = bytes(database_key(key_files.read(context.objects, case_id, context.vault_key, "case")))
        data = (context.objects / case_id).read_bytes()
        out = []
        for start in range(0, len(data), 4096):
            page = data[start : start + 4096]
            body = page[16 if start == 0 else 0 : 4096 - 80]
            cipher = Cipher(algorithms.AES(raw), modes.CBC(page[4096 - 80 : 4096 - 64]))
            out.append(cipher.decryptor().update(body))
        return b"".join(out)

    return decrypted
