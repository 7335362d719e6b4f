"""What is pasted and too long is refused in words; what stood in the field stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.pages.testimony_edit import TestimonyEdit
from ui.widgets.fields import LONGEST_LINE, LineField, TextArea
from ui.widgets.pasting import LONGEST

# A screen without windows cannot raise the small one in which the words stand.
pytestmark = pytest.mark.qt_log_ignore("support raise", extend=True)


def pasted(letters: int) -> QMimeData:
    out = QMimeData()
    out.setText("a" * letters)
    return out


@pytest.mark.parametrize("kind", [TestimonyEdit, TextArea])
def test_a_text_takes_as_much_as_a_case_and_no_more(look: Look, qtbot: QtBot, kind: type[QWidget]) -> None:
    field = kind(look, "words")
    qtbot.addWidget(field)
    field.show()
    field.insertFromMimeData(pasted(10))  # type: ignore[attr-defined]
    field.insertFromMimeData(pasted(LONGEST))  # type: ignore[attr-defined]
    assert field.document().characterCount() == 11  # type: ignore[attr-defined]
    assert "1,000,000" in QToolTip.text()


def test_a_line_that_takes_no_more_says_so(look: Look, qtbot: QtBot) -> None:
    field = LineField("name", "kept ")
    qtbot.addWidget(field)
    field.show()
    field.end(False)
    QApplication.clipboard().setText("b" * (LONGEST_LINE + 1))
    field.paste()
    assert field.text().startswith("kept ")
    assert "2,000" in QToolTip.text()
