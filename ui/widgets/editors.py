"""Editors of plain values: a line, several lines, a number, one of several answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.fonts import SEMIBOLD
from ui.look import Look
from ui.widgets.answers import Answers
from ui.widgets.editing import Editor
from ui.widgets.fields import Choice, LineField, TextArea

translate = QCoreApplication.translate

#: More answers than these, or words longer than these (pixels at 100 %), stand in a list that opens.
_MOST_ANSWERS, _WIDEST_ANSWERS = 6, 460
_BREAKS = str.maketrans({"\u2029": "\n", "\ufdd0": "\n", "\ufdd1": "\n"})
_GROUPING = re.compile(r"(?<=[0-9])[,'’ \u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_NUMBER = re.compile(r"[-+−]?[0-9]+(?:\.[0-9]+)?")


class _ShortText(TextArea):
    """A text that is usually one line and grows if it is not. Enter leaves it, Shift+Enter begins a new line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.focusNextChild()
            return
        super().keyPressEvent(event)


class TextEditor(Editor):
    """A text of any length. ``long`` ones begin with several lines; ``quoted`` stand in the face of what was said."""

    def __init__(
        self, look: Look, name: str, *, long: bool = False, quoted: bool = False, lines: int = 3, hint: str = ""
    ) -> None:
        super().__init__(look, name)
        kind = TextArea if long else _ShortText
        self.area = kind(look, name, hint=hint, quoted=quoted, lines=lines if long else 1, most=24 if long else 8)
        self.area.textChanged.connect(self.edit)
        _only(self, self.area)

    def put(self, value: Any) -> None:
        self.area.setPlainText(value or "")

    def read(self) -> Any:
        # Not toPlainText, which makes plain spaces of those that do not break.
        text = self.area.document().toRawText().translate(_BREAKS)
        return text if text.strip() else None


class LineEditor(Editor):
    """A short text on one line, such as a number on a paper. ``upper``: a code in capital letters."""

    def __init__(self, look: Look, name: str, *, hint: str = "", upper: bool = False) -> None:
        super().__init__(look, name)
        self._upper = upper
        self.line = LineField(name, hint=hint)
        self.line.textChanged.connect(self.edit)
        _only(self, self.line)

    def put(self, value: Any) -> None:
        text = value or ""
        self.line.setMaxLength(max(self.line.maxLength(), len(text)))
        self.line.setText(text)
        self.line.setCursorPosition(0)

    def read(self) -> Any:
        text = self.line.text().strip()
        return (text.upper() if self._upper else text) or None


class NumberEditor(Editor):
    """A number. "1,200,000" and "1 200 000" are read; what is no number is said to be none."""

    def __init__(self, look: Look, name: str, *, hint: str = "") -> None:
        super().__init__(look, name)
        self.line = LineField(name, hint=hint)
        self.line.textChanged.connect(self.edit)
        _only(self, self.line)

    def put(self, value: Any) -> None:
        self.line.setText("" if value is None else str(value))

    def put_typed(self, typed: Any) -> None:
        self.line.setText(str(typed or ""))

    def typed(self) -> Any:
        return self.line.text()

    def read(self) -> Any:
        return number_in(self.line.text())

    def check(self) -> str:
        if self.line.text().strip() and self.read() is None:
            return translate("editors", "This is not read as a number. Write it in figures.")
        return ""


def number_in(text: str) -> int | float | None:
    """The number that a text says; ``None`` where it says none, or more than one reading is possible."""
    folded = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in text.strip())
    folded = _GROUPING.sub("", folded).replace("−", "-").removeprefix("+")
    if not _NUMBER.fullmatch(folded):
        return None
    return float(folded) if "." in folded else int(folded)


class AnswerEditor(Editor):
    """One of several answers. ``rows`` are ``(key, words)``; the empty key is "left out"."""

    def __init__(self, look: Look, name: str, rows: Sequence[tuple[str, str]], *, listed: bool = False) -> None:
        super().__init__(look, name)
        metrics = QFontMetrics(look.font(14, SEMIBOLD))
        width = sum(metrics.horizontalAdvance(words) + look.px(26) for _, words in rows)
        self.answers: Answers | None = None
        self.choice: Choice | None = None
        if listed or len(rows) > _MOST_ANSWERS or width > look.px(_WIDEST_ANSWERS):
            self.choice = Choice(look, name, rows)
            self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.choice.currentIndexChanged.connect(lambda _index: self.edit())
            _only(self, self.choice)
        else:
            self.answers = Answers(look, rows, name)
            self.answers.chosen.connect(lambda _key: self.edit())
            _only(self, self.answers)

    def put(self, value: Any) -> None:
        if self.answers is not None:
            self.answers.choose(value or "")
        elif self.choice is not None:
            if value and self.choice.findData(value) < 0:
                self.choice.addItem(value, value)
            self.choice.choose(value or "")

    def read(self) -> Any:
        held = self.answers if self.answers is not None else self.choice
        return (held.value if held is not None else "") or None


def _only(editor: Editor, field: QWidget) -> None:
    """Let an editor consist of one field."""
    column = QVBoxLayout(editor)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(field)
    editor.setFocusProxy(field)
