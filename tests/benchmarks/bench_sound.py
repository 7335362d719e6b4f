"""An hour of sound through the window's own recorder, faster than it is said: what is lost, what memory it takes, what waits;
then how soon it is heard from any place.

python -m tests.benchmarks.bench_sound [MINUTES]
"""

from __future__ import annotations

import hashlib
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt loads

from PySide6.QtCore import QCoreApplication, QObject

from app.domain.case import Case, CaseInfo, Name, Person, Testimony
from app.services import session, wav
from app.services.open_vault import OpenVault
from tests.sounding import SECOND, Spoken
from tests.ui.sound_driver import Box, Room
from ui.desk import Desk
from ui.playing import Playing
from ui.recording import Recording
from ui.tasks import Tasks

CASE = Case(CaseInfo("BENCH"), people=(Person("p1", (Name("A"),)),), testimonies=(Testimony("t1", "p1", "en", "Words."),))
_PIECE = SECOND // 10
_SEEKS = 300


def resident() -> int:
    """The memory that this process has now, in bytes."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


class Bench:
    """A vault, its thread and a case on the desk, without a window."""

    def __init__(self, folder: Path) -> None:
        self.application = QCoreApplication([])
        with session.new_vault(folder / "vault", "words for measuring", "Bench", 64, None) as vault:
            key = vault.key()
            with vault.create_case(CASE, {}) as store:
                case_id = store.id
        self.tasks, self.holder = Tasks(), QObject()
        self.tasks.failed.connect(lambda error: print(error.message, file=sys.stderr))
        opened: list[None] = []
        self.tasks.open(self.holder, lambda: session.open_unlocked(folder / "vault", key), opened.append, None)
        self.until(lambda: bool(opened))
        desks: list[Desk] = []

        def read(vault: OpenVault) -> Case:
            return vault.store(case_id).load()

        self.tasks.query(self.holder, read, lambda case: desks.append(Desk(self.tasks, case_id, case, {})))
        self.until(lambda: bool(desks))
        self.desk = desks[0]

    def until(self, there: Callable[[], bool]) -> float:
        """Let things happen until something is there; how long that took, in seconds."""
        begun = time.perf_counter()
        while not there():
            self.application.processEvents()
            time.sleep(0.0002)
        return time.perf_counter() - begun


def record(bench: Bench, minutes: int) -> tuple[str, str]:
    """Record and print; the document's id, and the SHA-256 of what was said."""
    room, spoken, recording = Room(), Spoken(), Recording(bench.desk, bench.holder)
    recording.open_microphone = room.open  # type: ignore[assignment]
    recording.prepare = lambda: None
    sealed: list[str] = []
    recording.sealed.connect(sealed.append)
    recording.begin(CASE.testimonies[0], "Recording", "2021-07-09")
    bench.until(lambda: recording.state == "running")
    said, waits, memory = hashlib.sha256(), [], []
    begun = time.perf_counter()
    for number in range(60 * minutes):
        second = spoken.second(number)
        said.update(second)
        for at in range(0, SECOND, _PIECE):
            room.speak(second[at : at + _PIECE])
        room.said.clear()
        waits.append(bench.until(lambda: recording.waiting == 0))
        if number % 60 == 59:
            memory.append(resident())
    took = time.perf_counter() - begun
    print(f"{minutes} minutes recorded in {took:.1f} s, {60 * minutes / took:.0f} times as fast as they are said")
    print(f"a second of it is on the disk after {1000 * statistics.median(waits):.1f} ms, at most {1000 * max(waits):.0f}")
    first = memory[min(1, len(memory) - 1)]
    print(f"memory from the second minute to the last: {(max(memory) - first) / (1 << 20):+.1f} MB at most")
    before = resident()
    recording.stop()
    document = bench.desk.case.documents[0].id
    sealing = bench.until(lambda: document in bench.desk.contents)
    clearing = bench.until(lambda: bool(sealed))
    size = bench.desk.contents[document].size / (1 << 20)
    print(f"{size:.0f} MB sealed in {sealing:.2f} s, cleared step by step in {clearing:.2f} s,", end=" ")
    print(f"memory {(resident() - before) / (1 << 20):+.1f} MB")
    return document, said.hexdigest()


def heard_whole(bench: Bench, document: str) -> str:
    """The SHA-256 of all samples of the document."""
    found: list[str] = []
    case_id = bench.desk.case_id

    def read(vault: OpenVault) -> str:
        file, out = vault.store(case_id).document(document), hashlib.sha256()
        if file is None:
            raise RuntimeError("the document is not held")
        with file:
            file.seek(wav.HEAD)
            while piece := file.read(1 << 20):
                out.update(piece)
        return out.hexdigest()

    bench.tasks.query(bench.holder, read, found.append)
    bench.until(lambda: bool(found))
    return found[0]


def play(bench: Bench, document: str, minutes: int) -> None:
    """Play from many places and print how soon the first samples are at the loudspeaker."""
    playing, box, choose = Playing(bench.desk, bench.holder), Box(), random.Random(1)
    playing.open_loudspeaker = box.open  # type: ignore[assignment]
    playing.open(document)
    opening = bench.until(lambda: playing.wav is not None)
    times = []
    for _ in range(_SEEKS):
        place = choose.uniform(0, 60 * minutes - 1)
        begun = time.perf_counter()
        playing.seek(place)
        playing.play()
        if not box.last.held:
            raise RuntimeError("nothing is heard")
        times.append(1000 * (time.perf_counter() - begun))
        playing.pause()
    print(f"opened in {1000 * opening:.0f} ms; heard from {_SEEKS} places anywhere:", end=" ")
    print(f"{statistics.median(times):.2f} ms, at most {max(times):.1f}, without the system's own way to the loudspeaker")


def main(minutes: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name))
        document, said = record(bench, minutes)
        print("nothing lost" if heard_whole(bench, document) == said else "SOMETHING IS LOST")
        play(bench, document, minutes)
        bench.tasks.finish(20)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
