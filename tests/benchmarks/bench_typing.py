"""How long a key takes from press to paint in a testimony of 20,000 words, as a ratio to a bare QTextEdit in the same run.

    python -m tests.benchmarks.bench_typing [KEYS]

Both hold the same text in the same face at the same size; keys take turns between them. In ours five words of each
paragraph are underlined as on record. Offscreen.
"""

from __future__ import annotations

import os
import re
import sys
import time

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit, QWidget

from app.domain import case as domain
from ui.application import make_application
from ui.look import Look
from ui.pages.testimony_column import TestimonyColumn
from ui.pages.testimony_known import Underlines

SENTENCE = "They took us across the river before it was light and nobody said where we were going to be kept. "


def long_text() -> str:
    """200 paragraphs of 100 words each."""
    return "\n\n".join((SENTENCE * 5).strip() for _ in range(200))


def pressed(target: QWidget, letter: str) -> float:
    """Seconds from the press of a key until all that it changed is painted."""
    begun = time.perf_counter()
    QTest.keyClick(target, letter)
    target.grab()  # paints what is in sight, whether or not the platform would have
    return time.perf_counter() - begun


def p95(times: list[float]) -> float:
    """The time that 95 of 100 keys stay below."""
    return sorted(times)[int(len(times) * 0.95)]


def main(keys: int) -> None:
    """Measure and print, with the keyboard at the end and in the middle of the text."""
    application = make_application(["bench"])
    look = Look(application, dark=False, factor=1.0)
    text = long_text()
    bare = QTextEdit()
    bare.setFont(look.font(18, serif=True))
    bare.setPlainText(text)
    ours = TestimonyColumn(look, "original")
    begun = time.perf_counter()
    ours.show_testimony(domain.Testimony("t1", "p1", "en", text))
    ours.offer_draft("t1", (None, None))
    opened = time.perf_counter() - begun
    ours.page.typed.connect(ours.typed)
    names = [tuple((at.start(), 5, "place", "l1") for at in re.finditer("river", line)) for line in ours.page.lines()]
    known = Underlines(look, ours.page)
    known.put(names)
    while known.working:
        application.processEvents()
    for widget in (bare, ours):
        widget.resize(620, 640)
        widget.show()
    application.processEvents()
    for where, at in (("end", len(text)), ("middle", len(text) // 2)):
        for page in (bare, ours.page):
            cursor = page.textCursor()
            cursor.setPosition(at)
            page.setTextCursor(cursor)
            page.ensureCursorVisible()
        times: dict[QWidget, list[float]] = {bare: [], ours.page: []}
        for number in range(keys):
            for page, taken in times.items():
                taken.append(pressed(page, "abc d"[number % 5]))
        first, second = p95(times[bare][5:]), p95(times[ours.page][5:])
        print(
            f"key to paint, 20,000 words, at the {where}: p95 {second * 1000:.1f} ms, bare {first * 1000:.1f} ms,"
            f" ratio {second / first:.2f}"
        )
    print(f"shown in {opened * 1000:.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
