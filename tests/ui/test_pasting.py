"""What is pasted and too long is refused in words; what stood in the field stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.pages.testimony_edit import TestimonyEdit
from ui.widgets import pasting
from ui.widgets.fields import LONGEST_LINE, LineField, TextArea


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was said beside a field; the small window itself cannot be raised on a screen without windows."""
    said: list[str] = []

    class Recorded:
        @staticmethod
        def showText(_at: object, text: str, _widget: object) -> None:
            said.append(text)

    monkeypatch.setattr(pasting, "QToolTip", Recorded)
    return said


def pasted(letters: int) -> QMimeData:
    out = QMimeData()
    out.setText("a" * letters)
    return out


@pytest.mark.parametrize("kind", [TestimonyEdit, TextArea])
def test_a_text_takes_as_much_as_a_case_and_no_more(look: Look, qtbot: QtBot, told: list[str], kind: type[QWidget]) -> None:
    field = kind(look, "words")
    qtbot.addWidget(field)
    field.insertFromMimeData(pasted(10))  # type: ignore[attr-defined]
    assert told == []
    field.insertFromMimeData(pasted(pasting.LONGEST))  # type: ignore[attr-defined]
    assert field.document().characterCount() == 11  # type: ignore[attr-defined]
    assert "1,000,000" in told[0]


def test_a_line_that_takes_no_more_says_so(look: Look, qtbot: QtBot, told: list[str]) -> None:
    field = LineField("name", "kept ")
    qtbot.addWidget(field)
    field.end(False)
    QApplication.clipboard().setText("b" * (LONGEST_LINE + 1))
    field.paste()
    assert field.text().startswith("kept ")
    assert "2,000" in told[0]
