"""The real command, and a vault with the sample case that is made once and copied for each test."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import as_file
from pathlib import Path
from typing import Any

import pytest

from app.paths import resource

PASSPHRASE = "correct horse battery staple"
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


def affiant(*arguments: str | Path, stdin: str | None = None, timeout: float = 240) -> Ran:
    """Run the command in a process of its own; every error must be one line."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "app.cli", *map(str, arguments)],
        input=None if stdin is None else stdin.encode(),
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        timeout=timeout,
        env=environment,
        check=False,
    )
    ran = Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
    if ran.status:
        assert ran.err.count("\n") == 1, f"not one line: {ran.err!r}"
        assert ran.err.startswith("affiant: ")
    else:
        assert ran.err == ""
    assert "Traceback" not in ran.err
    return ran


@dataclass(frozen=True)
class Place:
    """A folder with a vault ``v``, its passphrase file and the sample case in it."""

    folder: Path

    @property
    def vault(self) -> Path:
        return self.folder / "v"

    @property
    def passphrase(self) -> Path:
        return self.folder / "passphrase"

    def run(self, command: str, *arguments: str | Path, **more: Any) -> Ran:
        return affiant(command, self.vault, *arguments, "--passphrase-file", self.passphrase, **more)

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    place = Place(folder)
    place.passphrase.write_text(PASSPHRASE + "\n", "utf-8")
    assert place.run("init", "--kdf-memory", "64", "--author", "A. Advocate").status == 0
    with as_file(resource("sample")) as sample:
        assert place.run("import", sample / "sample.case.json").status == 0
    return folder


@pytest.fixture
def place(sample_folder: Path, tmp_path: Path) -> Place:
    """A copy of the vault with the sample case, for one test alone."""
    folder = tmp_path / "place"
    shutil.copytree(sample_folder, folder)
    return Place(folder)


@pytest.fixture
def small_case(tmp_path: Path) -> Callable[..., Path]:
    """Write a small case file and return its path."""

    def write(name: str = "small.json", **changes: Any) -> Path:
        case: dict[str, Any] = {
            "format": "affiant-case",
            "version": 1,
            "case": {"code": "WREN"},
            "people": [
                {"id": "p1", "roles": ["witness"], "names": [{"text": "Zhuo Ruilin"}, {"text": "卓瑞霖"}]},
                {"id": "p2", "roles": ["friend"], "names": [{"text": "Oyelaran Adebayo"}]},
            ],
            "events": [
                {"id": "e1", "type": "detention", "date": "2019-05-02/2019-06-01",
                 "fields": {"claimed_days": 30}, "account": "They held Zhuo Ruilin for thirty days. Adebayo saw it."}
            ],
            "consents": [
                {"id": "c1", "person": "p1", "purpose": "legal-representation", "recipient": "counsel",
                 "identity": "pseudonym", "given_on": "2021-07-02"},
                {"id": "c2", "person": "p1", "purpose": "press", "recipient": "press",
                 "identity": "pseudonym", "given_on": "2021-07-02"},
            ],
        }  # fmt: skip
        case.update(changes)
        path = tmp_path / name
        path.write_text(json.dumps(case, ensure_ascii=False), "utf-8")
        return path

    return write


def shown(arguments: Sequence[object]) -> str:
    return " ".join(map(str, arguments))
