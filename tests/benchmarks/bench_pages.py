"""How quickly the window answers in a large case: opening it, filtering its events, typing into a long testimony.

    python -m tests.benchmarks.bench_pages

2,000 events, 300 people, 50 testimonies, one of 20,000 words, in a real vault and the real pages, without a screen. Each
figure stands beside the same done plainly in the same run: reading and checking the case, filtering a bare list, typing into
a bare QTextEdit.
"""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt loads

import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QTextEdit, QWidget

from app.services import session
from app.services.timeline import arrange
from tests.large_case import large_case
from ui.application import make_application
from ui.cases import CasesScreen
from ui.look import Look
from ui.pages.events import EventsPage
from ui.process import Handover
from ui.tasks import Tasks
from ui.widgets.fields import LineField
from ui.widgets.table import Table
from ui.window import Window

_SENTENCE = "The villagers sat down outside the township offices, and nobody shouted. "
_KEYS = 200
_PATIENCE = 120.0


def wait(until: Callable[[], object]) -> float:
    """Seconds until something holds, while the window works."""
    started = time.perf_counter()
    while not until():
        QTest.qWait(1)  # without a rest here the vault's thread would get no turn
        if time.perf_counter() - started > _PATIENCE:
            raise TimeoutError
    return time.perf_counter() - started


def typed(widget: QWidget, keys: int = _KEYS) -> list[float]:
    """From each key press until it is painted, in seconds, sorted."""
    times = []
    for number in range(keys):
        started = time.perf_counter()
        QTest.keyClick(widget, Qt.Key.Key_A if number % 7 else Qt.Key.Key_Space)
        QApplication.processEvents()
        viewport = getattr(widget, "viewport", lambda: widget)()
        viewport.repaint()
        times.append(time.perf_counter() - started)
    return sorted(times)


def wait_for_case(window: Window) -> float:
    """Open the one case of the vault."""
    wait(lambda: isinstance(window.stack.currentWidget(), CasesScreen))
    QTest.qWait(1000)  # the list of cases has read what stands in its columns
    started = time.perf_counter()
    window.open_case("LARGE")
    wait(lambda: window.frame is not None and window.frame.page_key == "overview")
    return time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    application = make_application(["affiant"])
    case = large_case(2000, 300, 50)
    long_text = "\n\n".join([_SENTENCE * 9] * 185)
    testimonies = (replace(case.testimonies[0], text=long_text, status=None, readback=None, amendments=(), signed_on=None),)
    case = replace(case, case=replace(case.case, code="LARGE"), testimonies=(*testimonies, *case.testimonies[1:]))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "vault"
        with session.new_vault(path, "a passphrase for a measurement", "Measurer", 64) as vault:
            key = bytes(vault.key())
            vault.create_case(case, {}).close()
        with session.open_unlocked(path, bytearray(key)) as vault:
            store = vault.open_case("LARGE")
            started = time.perf_counter()
            store.load()
            plain = time.perf_counter() - started
        window = Window(Look(application, dark=False), Tasks(), Handover(vault=str(path), key=key.hex()), lambda _next: None)
        window.show_first()
        window.resize(1366, 768)
        wait_for_case(window)  # the first time the pages' code is read from the disk as well
        window.show_cases()
        seconds = wait_for_case(window)
        frame = window.frame
        assert frame is not None
        started = time.perf_counter()
        frame.go("events", "")
        page = frame.page
        assert isinstance(page, EventsPage)
        wait(lambda: _rows(page) >= 2000)
        shown = time.perf_counter() - started
        print(
            f"case of 2,000 events: opened in {seconds * 1000:.0f} ms ({seconds / plain:.1f} × reading it alone), "
            f"all its events listed in {shown * 1000:.0f} ms more"
        )
        field = _filter_field(page)
        bare = QListWidget()
        bare.addItems([" ".join(str(value) for value in (e.type, e.account)) for e in case.events])
        times = []
        for text in ("t", "th", "thr", "thre", "threa", "threat", ""):
            started = time.perf_counter()
            field.setText(text)
            QApplication.processEvents()
            times.append(time.perf_counter() - started)
        started = time.perf_counter()
        for row in range(bare.count()):
            bare.item(row).setHidden("threat" not in bare.item(row).text())
        plain_filter = time.perf_counter() - started
        print(f"filtering them: {max(times) * 1000:.1f} ms a key at most, {max(times) / plain_filter:.1f} × a bare list of Qt")
        drawn, laid = _timeline(page)
        print(f"drawing them as a timeline: {drawn * 1000:.0f} ms, {drawn / laid:.1f} × working out where they stand alone")
        frame.go("testimony", "")
        edit = frame.page.columns["original"].page
        wait(lambda: len(edit.text()) > 100_000)
        edit.moveCursor(QTextCursor.MoveOperation.Start)
        ours = typed(edit)
        other = QTextEdit()
        other.setPlainText(long_text)
        other.resize(edit.size())
        other.show()
        QApplication.processEvents()
        theirs = typed(other)
        at = int(_KEYS * 0.95)
        print(
            f"a key in {len(long_text.split()):,} words: {ours[at] * 1000:.1f} ms to paint (95th percentile), "
            f"{ours[at] / theirs[at]:.1f} × a bare text field"
        )
        window.close()


def _timeline(page: EventsPage) -> tuple[float, float]:
    """Seconds until the timeline is drawn larger once (half of twice), and for its layout alone."""
    page.switch_view()
    view = page.timeline.view
    wait(lambda: len(view.placed) >= 2000)
    painted: list[int] = []
    view.laid.connect(lambda: painted.append(1))
    started = time.perf_counter()
    for number, factor in enumerate((1.5, 1 / 1.5), 1):
        view.zoom_by(factor)
        wait(lambda number=number: len(painted) == number)
        view.viewport().repaint()
    drawn = (time.perf_counter() - started) / 2
    timed = page._view.timed
    started = time.perf_counter()
    arrange(timed, view.width() / 1.6, lambda _numbers: 120.0, apart=True, most_rows=12)
    return drawn, time.perf_counter() - started


def _rows(page: QWidget) -> int:
    return max((len(table.rows_model.rows) for table in page.findChildren(Table)), default=0)


def _filter_field(page: QWidget) -> LineField:
    return next(field for field in page.findChildren(LineField) if field.placeholderText().startswith("Find"))


if __name__ == "__main__":
    main()
