"""The last page of a reading back: how many paragraphs were confirmed, corrected or not reread, and the signature."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.reading_back import Tally
from ui.look import Look
from ui.widgets.buttons import FILLED, OUTLINED, KeyButton
from ui.widgets.scrolled import Scrolled, clear
from ui.widgets.words import Icon, words
from ui.widgets.wrapping import Wrapping

#: So many numbers of paragraphs are named; more are counted.
_MOST = 24


class ReadBackEnd(QWidget):
    """``step`` is what Enter does: ``sign``, ``open`` (to the first paragraph without a result) or ``statement``."""

    def __init__(self, look: Look, acted: SignalInstance) -> None:
        super().__init__()
        self.look, self._acted = look, acted
        self.step = "sign"
        self.lines: list[str] = []
        self.buttons: dict[str, KeyButton] = {}
        area = Scrolled(look, margins=(32, 24, 32, 16), spacing=12)
        self._column = QVBoxLayout()
        look.pad(self._column, area.inner, (0, 0, 0, 0), 12)
        area.column.addLayout(self._column)
        area.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def show_tally(self, found: Tally, signed: str, statements: Sequence[str], *, frozen: bool) -> None:
        """Show how far it is. ``signed``: the words for the signature, "" for none; ``statements``: a button for each paper."""
        clear(self._column)
        self.lines, self.buttons = [], {}
        self.step = "open" if found.open else "statement" if signed else "sign"
        self._head(found, signed)
        for icon, token, text in self._rows(found):
            self._row(icon, token, text)
        for text in self._notes(found, signed, frozen=frozen):
            self.lines.append(text)
            self._column.addWidget(words(text, "quiet", wrap=True))
        holder = QWidget(self)
        row = Wrapping(holder)
        self.look.pad(row, holder, (0, 12, 0, 0), 8)
        if found.open:
            row.addWidget(self._button("open", self.tr("To paragraph {0}").format(found.open[0]), "Return", FILLED))
        elif not signed:
            row.addWidget(self._button("sign", self.tr("Sign…"), "Return", FILLED))
        for number, text in enumerate(statements):
            key = "Ctrl+Shift+P" if not number else ""
            kind = FILLED if signed and not number else OUTLINED
            row.addWidget(self._button("statement" if not number else "other-statement", text, key, kind))
        row.addWidget(self._button("back", self.tr("Back to the paragraphs"), "Left", OUTLINED))
        if signed or found.open:
            row.addWidget(self._button("leave", self.tr("Leave"), "Esc", OUTLINED))
        self._column.addWidget(holder)

    def _button(self, act: str, text: str, key: str, kind: str) -> KeyButton:
        icon = {"sign": "pen-line", "statement": "printer", "other-statement": "printer"}.get(act, "")
        button = KeyButton(self.look, text, key, kind=kind, icon=icon, height=40, bind=False)
        button.clicked.connect(lambda: self._acted.emit(act))
        self.buttons[act] = button
        return button

    def _head(self, found: Tally, signed: str) -> None:
        if found.open:
            text = self.tr("{0} of {1} paragraphs have no result yet").format(len(found.open), found.count)
        elif signed:
            text = signed
        elif found.count == 1:
            text = self.tr("The paragraph was gone through")
        else:
            text = self.tr("All {0} paragraphs were gone through").format(found.count)
        self.lines.append(text)
        self._column.addWidget(words(text, "record", wrap=True))

    def _rows(self, found: Tally) -> list[tuple[str, str, str]]:
        rows = [("circle-check", "accent", self.tr("Confirmed: {0}").format(len(found.confirmed)))]
        if found.corrected:
            rows.append(("pencil", "accent", self.tr("Corrected: {0}").format(self._numbers(found.corrected))))
        else:
            rows.append(("pencil", "text2", self.tr("Corrected: none")))
        if found.not_reread:
            rows.append(("circle-slash", "attention", self.tr("Not reread: {0}").format(self._numbers(found.not_reread))))
        else:
            rows.append(("circle-slash", "text2", self.tr("Not reread: none")))
        if found.open:
            rows.append(("circle-dashed", "attention", self.tr("Without a result: {0}").format(self._numbers(found.open))))
        return rows

    def _numbers(self, numbers: Sequence[int]) -> str:
        named = ", ".join(str(number) for number in numbers[:_MOST])
        which = self.tr("{0} and more").format(named) if len(numbers) > _MOST else named
        one = self.tr("{0} (paragraph {1})") if len(numbers) == 1 else self.tr("{0} (paragraphs {1})")
        return one.format(len(numbers), which)

    def _row(self, icon: str, token: str, text: str) -> None:
        self.lines.append(text)
        row = QHBoxLayout()
        self.look.pad(row, self, (0, 0, 0, 0), 10)
        row.addWidget(Icon(self.look, icon, token))
        row.addWidget(words(text, wrap=True), 1)
        self._column.addLayout(row)

    def _notes(self, found: Tally, signed: str, *, frozen: bool) -> list[str]:
        out = []
        if found.not_reread or found.open:
            out.append(self.tr("What was not reread stays marked “not read back” on every paper and in every copy."))
        if signed:
            out.append(
                self.tr("The words are fixed: they change only by a correction with its reason, which lifts the signature.")
            )
        elif frozen:
            out.append(self.tr("The words are fixed: they change only by a correction with its reason."))
        if not found.open and not signed:
            out.append(self.tr("Nothing is signed yet. Nobody has to sign; what was read back is kept either way."))
        return out
