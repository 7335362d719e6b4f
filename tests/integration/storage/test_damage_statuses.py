"""Whatever is damaged, every command answers with a status, one line, the part, and never with wrong data."""

from __future__ import annotations

import logging
import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli import main
from tests.integration.storage.sample import PASSPHRASE, files
from tests.integration.storage.test_damage import DAMAGES


@pytest.fixture(autouse=True)
def _logging_goes_on() -> Iterator[None]:
    yield
    logging.disable(logging.NOTSET)  # the command turns it off for its process


@pytest.fixture(scope="module")
def good(_template: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What an undamaged vault exports."""
    folder = tmp_path_factory.mktemp("good")
    shutil.copytree(_template, folder / "v")
    (folder / "p").write_text(PASSPHRASE, "utf-8")
    out = {}
    for code in ("HERON", "CRANE"):
        arguments = ["export-case", str(folder / "v"), code, "--plaintext", "--out", str(folder / f"{code}.json")]
        assert main([*arguments, "--passphrase-file", str(folder / "p")]) == 0
        out[code] = (folder / f"{code}.json").read_bytes()
    return out


@pytest.mark.parametrize("seed", range(500 if os.environ.get("AFFIANT_LONG") else 50))
def test_every_command_says_what_is_damaged(
    path: Path, good: dict[str, bytes], seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    choose = random.Random(seed)
    parts = [path / "h0", path / "h1", *(path / "o" / name for name in files(path))]
    for part in choose.sample(parts, 2):
        if choose.random() < 0.2:  # another file of the vault in its place
            shutil.copy(choose.choice([other for other in parts if other != part and other.exists()]), part)
        else:
            choose.choice(list(DAMAGES.values()))(part)
    (path.parent / "p").write_text(PASSPHRASE, "utf-8")
    key = ["--passphrase-file", str(path.parent / "p")]
    capsys.readouterr()

    def run(*arguments: str) -> int:
        status = main([arguments[0], str(path), *arguments[1:], *key])
        told = capsys.readouterr()
        if status == 2:  # where the catalog is lost too, nobody can tell the code of a damaged case
            assert "no case of that code" in told.err
            return status
        assert status in (0, 6), told.err
        assert told.err.count("\n") == (1 if status else 0)
        if status:
            assert any(word in told.err for word in ("header", "case ", "document ", "catalog", "object ", "cases are damaged"))
        return status

    clean = run("verify") == 0
    for code in ("HERON", "CRANE"):
        out = path.parent / f"{code}.json"
        if run("export-case", code, "--plaintext", "--out", str(out)) == 0:
            assert out.read_bytes() == good[code]
        else:
            assert not out.exists()
            assert not clean
    run("list")
    run("search", "zurich")
    run("backup", str(path.parent / "b.age"))
