"""Lets a test drive the real program from outside, over its standard input and output, through every new process it becomes.

Loaded by the interpreter itself where a test puts this folder on the path; no part of the program knows of it. A line of
JSON in is Python to run on the window's thread, a line of JSON out is what ``out`` then holds.
"""

import os

if os.environ.get("AFFIANT_DRIVEN") == "yes":
    import ctypes
    import json
    import sys
    from pathlib import Path

    from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer
    from PySide6.QtTest import QTest

    sys.path.append(str(Path(__file__).parents[3]))
    from tests.ui.watchdog import Watchdog
    from ui import program

    MASK = bytes(byte ^ 0x5A for byte in range(256))

    def count(masked: str) -> int:
        """How often a text stands in this process's memory, as UTF-8 or UTF-16; it comes masked, not to be found itself."""
        needles = [bytes.fromhex(part) for part in masked.split()]
        ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # the program shut its own memory even to this look
        found = 0
        with Path("/proc/self/maps").open() as maps, Path("/proc/self/mem").open("rb", 0) as memory:
            for line in maps:
                span, mode = line.split()[:2]
                if "r" not in mode or line.rstrip().endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                    continue
                at, end = (int(part, 16) for part in span.split("-"))
                before = b""
                while at < end:
                    try:
                        memory.seek(at)
                        piece = memory.read(min(1 << 20, end - at))
                    except OSError:
                        break
                    if not piece:
                        break
                    held = before + piece.translate(MASK)
                    found += sum(held.count(needle) for needle in needles)
                    before = held[-400:]
                    at += len(piece)
        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)
        return found

    class Driver(QObject):
        def __init__(self, window):
            super().__init__()
            self.names = {"window": window, "QTest": QTest, "Qt": Qt, "QTimer": QTimer, "count": count, "Watchdog": Watchdog}
            self.rest = b""
            self.notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
            self.notifier.activated.connect(self.read)
            self.answer({"ready": os.getpid()})

        def answer(self, value):
            os.write(1, json.dumps(value).encode() + b"\n")

        def read(self):
            data = os.read(0, 1 << 16)
            if not data:
                self.notifier.setEnabled(False)
                return
            *lines, self.rest = (self.rest + data).split(b"\n")
            for line in lines:
                self.names["out"] = None
                try:
                    exec(json.loads(line), self.names)
                    self.answer({"out": self.names["out"]})
                except Exception as error:
                    self.answer({"error": repr(error)})

    class DrivenWindow(program.Window):
        def show_first(self):
            super().show_first()
            self.activateWindow()
            self.driver = Driver(self)

    program.Window = DrivenWindow
    sys.dont_write_bytecode = True
