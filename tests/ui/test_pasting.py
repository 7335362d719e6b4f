"""What is pasted and too long is refused in words; what stood in the field stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.watchdog import Watchdog
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
def test_a_text_takes_as_much_as_a_case_and_no_more(
    look: Look, qtbot: QtBot, told: list[str], kind: type[QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    field = kind(look, "words")
    qtbot.addWidget(field)
    field.insertFromMimeData(pasted(10))  # type: ignore[attr-defined]
    assert told == []
    monkeypatch.setattr(pasting, "LONGEST", 1000)
    field.insertFromMimeData(pasted(1000))  # type: ignore[attr-defined]
    assert field.document().characterCount() == 11  # type: ignore[attr-defined]
    assert "1,000" in told[0]


@pytest.mark.parametrize("kind", [TestimonyEdit, TextArea])
def test_what_is_pasted_never_holds_the_window_up(
    look: Look, qtbot: QtBot, told: list[str], kind: type[QWidget], watchdog: Watchdog
) -> None:
    field = kind(look, "words")
    qtbot.addWidget(field)
    field.resize(600, 600)
    field.show()
    sentence = "They asked again who had paid for the tickets. "
    for text in ("a" * 1_000_000, sentence * 20_000, "a" * (pasting.UNBROKEN + 1)):
        data = QMimeData()
        data.setText(text)
        qtbot.wait(10)
        watchdog.reset()
        field.insertFromMimeData(data)  # type: ignore[attr-defined]
        qtbot.wait(10)
        assert "pasted at once" in told.pop()
        assert field.document().isEmpty()  # type: ignore[attr-defined]
        assert watchdog.longest < 0.1
    for text in (sentence * (pasting.AT_ONCE // len(sentence)), "a" * pasting.UNBROKEN, "他们问了又问。" * 20_000):
        data = QMimeData()
        data.setText(text)
        field.document().clear()  # type: ignore[attr-defined]
        qtbot.wait(10)
        watchdog.reset()
        field.insertFromMimeData(data)  # type: ignore[attr-defined]
        qtbot.wait(10)
        assert field.document().characterCount() > 10_000  # type: ignore[attr-defined]
        assert watchdog.longest < 0.1
    assert told == []


def test_a_line_that_takes_no_more_says_so(look: Look, qtbot: QtBot, told: list[str]) -> None:
    field = LineField("name", "kept ")
    qtbot.addWidget(field)
    field.end(False)
    QApplication.clipboard().setText("b" * (LONGEST_LINE + 1))
    field.paste()
    assert field.text().startswith("kept ")
    assert "2,000" in told[0]
