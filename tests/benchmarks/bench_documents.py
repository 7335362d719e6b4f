"""Documents: sealing and reading against the ``age`` command on the same file, reads here and there, and the memory it takes.

python -m tests.benchmarks.bench_documents [MB] [MB OF THE LARGE ONE]
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from app.domain.case import Case, CaseInfo, Document
from app.storage.vault import Vault
from tests.benchmarks.bench_vault import timed

_PIECE = 1 << 20
_READS, _READ = 5000, 4096


def peak() -> int:
    """The most memory this process ever had at once, in bytes."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    if found is None:
        raise RuntimeError("this system does not tell how much memory a process had")
    return int(found[1]) * 1024


def fill(path: Path, size: int) -> None:
    """A file of random bytes."""
    with path.open("wb") as file:
        for _ in range(size // _PIECE):
            file.write(os.urandom(_PIECE))


def age(folder: Path, source: Path) -> tuple[float, float] | None:
    """Seconds that the ``age`` command takes to seal and to read; ``None`` where it is not installed."""
    if shutil.which("age") is None:
        return None
    key, sealed = folder / "key", folder / "sealed.age"
    subprocess.run(["age-keygen", "-o", str(key)], check=True, capture_output=True)
    found = re.search(r"age1[a-z0-9]+", key.read_text("ascii"))
    if found is None:
        raise RuntimeError("age-keygen wrote no public key")
    sealing = timed(lambda: subprocess.run(["age", "-r", found[0], "-o", str(sealed), str(source)], check=True))
    reading = timed(lambda: subprocess.run(["age", "-d", "-i", str(key), "-o", os.devnull, str(sealed)], check=True))
    return sealing, reading


def add_alone(vault_path: Path, source: Path) -> None:
    """In a process that never derived a key: add the document, print how much more memory that took at most, in bytes."""
    with Vault.open_unlocked(vault_path, bytearray(sys.stdin.buffer.read())) as vault, vault.open_case("BENCH") as store:
        before = peak()
        with source.open("rb") as file:
            store.add_document("d1", file)
        print(peak() - before)


def growth(vault_path: Path, key: bytes, source: Path) -> int:
    """The same, from outside."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_documents", str(vault_path), str(source)]
    return int(subprocess.run(command, input=key, check=True, capture_output=True).stdout)


def main(megabytes: int, large: int) -> None:
    """Measure and print."""
    case = Case(case=CaseInfo("BENCH"), documents=(Document("d1", "Recording"),))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "source"
        with Vault.create(folder / "vault", "words for measuring", "Bench", kdf_memory_mib=64) as vault:
            vault.create_case(case, {}).close()
            key = bytes(vault.key())
        fill(source, large * _PIECE)
        more = growth(folder / "vault", key, source)
        print(f"memory while a document of {large} MB is added: {more / _PIECE:.1f} MB more")
        fill(source, megabytes * _PIECE)
        with Vault.open_unlocked(folder / "vault", bytearray(key)) as vault, vault.open_case("BENCH") as store:

            def seal() -> None:
                with source.open("rb") as file:
                    store.add_document("d1", file)

            def read() -> None:
                content = store.document("d1")
                while content is not None and content.read(_PIECE):
                    pass

            sealing, reading, theirs = timed(seal), timed(read), age(folder, source)
            print(f"{megabytes} MB sealed: {megabytes / sealing:.0f} MB/s, read: {megabytes / reading:.0f} MB/s")
            if theirs is None:
                print("age is not installed here: nothing to compare with")
            else:
                print(f"against the age command, in time: sealed {sealing / theirs[0]:.2f}, read {reading / theirs[1]:.2f}")
            content, choose = store.document("d1"), random.Random(1)
            if content is None:
                raise RuntimeError("the document is not there")

            def here_and_there() -> None:
                for _ in range(_READS):
                    content.seek(choose.randrange(megabytes * _PIECE - _READ))
                    content.read(_READ)

            print(f"{_READ} bytes anywhere in it: {_READS / timed(here_and_there):.0f} reads a second")


if __name__ == "__main__":
    if len(sys.argv) == 3 and not sys.argv[1].isdigit():
        add_alone(Path(sys.argv[1]), Path(sys.argv[2]))
    else:
        main(*(int(text) for text in [*sys.argv[1:], *("256", "1024")[len(sys.argv) - 1 :]]))
