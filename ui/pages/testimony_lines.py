"""Editors of short lists about an interview, one a line: subjects that stay closed, and pauses with their times."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QCoreApplication

from ui.look import Look
from ui.widgets.editors import TextEditor

translate = QCoreApplication.translate

_CLOCK = re.compile(r"[0-2]?[0-9]:[0-5][0-9]")
_PAUSE = re.compile(rf"(?P<from>{_CLOCK.pattern})?\s*[-–—]\s*(?P<to>{_CLOCK.pattern})?")


class LinesEditor(TextEditor):
    """A list of short texts, one a line."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name, long=True, lines=2)

    def put(self, value: Any) -> None:
        super().put("\n".join(value or ()))

    def read(self) -> Any:
        return [line.strip() for line in (super().read() or "").splitlines() if line.strip()] or None

    def typed(self) -> Any:
        return self.area.toPlainText()

    def put_typed(self, typed: Any) -> None:
        super().put(str(typed or ""))


class PausesEditor(LinesEditor):
    """Pauses, one a line: "14:05–14:20". Either time may be left out."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self.area.setPlaceholderText("14:05–14:20")

    def put(self, value: Any) -> None:
        super().put([f"{one.get('from', '')}–{one.get('to', '')}" for one in value or ()])

    def read(self) -> Any:
        found = [_PAUSE.fullmatch(line) for line in super().read() or ()]
        out = [{key: _padded(time) for key, time in one.groupdict().items() if time} for one in found if one]
        return [one for one in out if one] or None

    def check(self) -> str:
        lines = super().read() or ()
        if all((found := _PAUSE.fullmatch(line)) and any(found.groups()) for line in lines):
            return ""
        return translate("editors", "Write each pause on a line of its own, such as 14:05–14:20.")


def _padded(time: str) -> str:
    return time.rjust(5, "0")
