"""Records for a long time in a process of its own, and tells what memory that took. Run by ``test_sound``."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from app.services import sound, wav, work
from app.storage.vault import Vault
from tests.benchmarks.bench_documents import peak
from tests.sounding import RATE, Spoken

#: After so many seconds all that is needed once is there.
_SHORT = 300


def record(vault: Vault, seconds: int) -> tuple[int, str]:
    """Record, seal and clear; how much more memory than for a short recording that took, and the SHA-256 of the samples."""
    spoken = Spoken()
    with vault.open_case("HERON") as store:
        before = 0
        for count in (_SHORT, seconds):
            testimony = work.case_of(store).testimonies[0]
            document = sound.begin(store, testimony, "Recording", RATE, "2021-07-09").document
            for number in range(count):
                sound.take(store, spoken.second(number))
            sound.finish(store)
            for _ in sound.clear(store):
                pass
            before = before or peak()
        growth, content, digest = peak() - before, store.document(document), hashlib.sha256()
        if content is None:
            raise RuntimeError("the recording is not held")
        with content:
            content.seek(wav.HEAD)
            while piece := content.read(1 << 16):
                digest.update(piece)
    return growth, digest.hexdigest()


def main(path: Path, seconds: int) -> None:
    """Print both, and the bytes of sound between them."""
    # By the key, which comes over standard input: to derive it takes more memory than all of this.
    with Vault.open_unlocked(path, bytearray(sys.stdin.buffer.read())) as vault:
        growth, digest = record(vault, seconds)
    print(growth, 2 * RATE * seconds, digest)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
