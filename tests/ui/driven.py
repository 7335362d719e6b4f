"""The real program in a process of its own, driven from outside: see ``site/sitecustomize.py``."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SITE = Path(__file__).parent / "site"
PATIENCE = 30.0


def masked(text: str) -> str:
    """A text as the driver takes it for a look into its memory: its UTF-8 and UTF-16, each byte XOR 0x5A, in hex."""
    return " ".join(bytes(byte ^ 0x5A for byte in text.encode(code)).hex() for code in ("utf-8", "utf-16-le"))


class Program:
    """The program at work. ``home`` and ``scratch`` are all the folders that it is told of."""

    def __init__(self, home: Path, scratch: Path, under: tuple[str, ...] = (), **also: str) -> None:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "TMPDIR": str(scratch),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(SITE),
            "PYTHONDONTWRITEBYTECODE": "1",
            "AFFIANT_DRIVEN": "yes",
            **also,
        }
        self.process = subprocess.Popen(
            [*under, sys.executable, "-P", "-m", "ui.entry"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
        )  # fmt: skip
        self._rest = b""
        self.ready()

    def _line(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        end = time.monotonic() + PATIENCE
        while b"\n" not in self._rest:
            readable, _, _ = select.select([self.process.stdout], [], [], max(end - time.monotonic(), 0))
            assert readable, "the program did not answer"
            data = os.read(self.process.stdout.fileno(), 1 << 16)
            assert data, f"the program ended with {self.process.wait(PATIENCE)}: {self.errors()}"
            self._rest += data
        line, _, self._rest = self._rest.partition(b"\n")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def ready(self) -> int:
        """Wait for the first window of a new process; its id."""
        answer = self._line()
        assert "ready" in answer, answer
        return int(answer["ready"])

    def send(self, code: str) -> None:
        """Run code that ends the process, so that no answer comes."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(code).encode() + b"\n")
        self.process.stdin.flush()

    def run(self, code: str) -> Any:
        """Run code on the window's thread; what it sets ``out`` to."""
        self.send(code)
        answer = self._line()
        assert "error" not in answer, answer
        return answer["out"]

    def ask(self, expression: str) -> Any:
        """The value of an expression."""
        return self.run(f"out = {expression}")

    def wait(self, expression: str) -> None:
        """Wait until an expression is true."""
        end = time.monotonic() + PATIENCE
        while not self.ask(expression):
            assert time.monotonic() < end, f"never true: {expression}"

    def count(self, text: str) -> int:
        """How often a text stands in the program's memory."""
        return int(self.ask(f"count({masked(text)!r})"))

    def type_passphrase(self, passphrase: str) -> int:
        """Type it into the lock screen and press Enter; the id of the process that goes on."""
        self.wait("type(window.stack.currentWidget()).__name__ == 'UnlockScreen'")
        self.wait("window.stack.currentWidget().vault.value not in ('', '\\0other')")
        self.run(f"QTest.keyClicks(window.stack.currentWidget().passphrase, {passphrase!r})")
        self.send("QTest.keyClick(window.stack.currentWidget().passphrase, Qt.Key.Key_Return)")
        assert self._line() == {"out": None}
        return self.ready()

    def press_lock(self) -> int:
        """Press Ctrl+Shift+L; the id of the process that goes on."""
        modifiers = "Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier"
        self.send(f"QTest.keyClick(window, Qt.Key.Key_L, {modifiers})")
        assert self._line() == {"out": None}
        return self.ready()

    def open_case(self, page: str) -> None:
        """Open the first case at a page."""
        self.wait("bool(getattr(window.stack.currentWidget(), 'summaries', None))")
        self.run(f"window.open_case(next(iter(window.stack.currentWidget().summaries)), {page!r})")
        self.wait_for_page(page)

    def wait_for_page(self, page: str) -> None:
        """Wait until a page of a case is open."""
        self.wait(f"window.frame is not None and window.frame.page_key == {page!r}")

    def end(self, number: int) -> int:
        """Send a signal and wait; the exit status."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)

    def errors(self) -> str:
        """What the ended program wrote on standard error."""
        assert self.process.stderr is not None
        return self.process.stderr.read().decode()


@contextmanager
def program(home: Path, scratch: Path, under: tuple[str, ...] = (), **also: str) -> Iterator[Program]:
    """The program, ended at last whatever happens; ``under``: a command that starts it, ``also``: more of its environment."""
    made = Program(home, scratch, under, **also)
    try:
        yield made
    finally:
        if made.process.poll() is None:
            made.process.send_signal(signal.SIGKILL)
        made.process.wait(PATIENCE)
        for stream in (made.process.stdin, made.process.stdout, made.process.stderr):
            assert stream is not None
            stream.close()
