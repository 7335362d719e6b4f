"""Fields and the rows of a form: what stands below each other, and which keys a field leaves to the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.buttons import KeyButton
from ui.widgets.fields import Choice, FieldRow, LineField, Tick
from ui.widgets.keys import KeyHints


@pytest.mark.parametrize("kind", ["line", "choice", "tick", "button"])
def test_every_field_of_a_form_begins_at_the_same_place(qtbot: QtBot, look: Look, kind: str) -> None:
    kinds: dict[str, QWidget] = {
        "line": LineField("Kind"),
        "choice": Choice(look, "Kind", [("warrant", "warrant")]),
        "tick": Tick(look, "A warrant was shown"),
        "button": KeyButton(look, "Add", ""),
    }
    row = FieldRow(look, "Kind", kinds[kind])
    qtbot.addWidget(row)
    for other in kinds.values():
        qtbot.addWidget(other)
    row.resize(524, 60)
    row.show()
    assert (row.label.x(), row.field.x()) == (0, row.label.width() + look.px(8))


@pytest.mark.parametrize(("key", "kept"), [(Qt.Key.Key_E, False), (Qt.Key.Key_A, True)])
def test_a_field_leaves_the_key_of_the_page_to_the_page(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, key: Qt.Key, kept: bool
) -> None:
    field = LineField("Find")
    qtbot.addWidget(field)

    def keep(_field: QLineEdit, event: QEvent) -> bool:
        """As a field does on a desktop where the key has a meaning of its own."""
        event.accept()
        return True

    monkeypatch.setattr(QLineEdit, "event", keep)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    field.event(event)
    monkeypatch.undo()
    assert event.isAccepted() is kept


def test_a_hint_that_has_no_room_is_left_out_whole(look: Look, qtbot: QtBot) -> None:
    hints = KeyHints(look)
    qtbot.addWidget(hints)
    hints.resize(1000, 40)
    hints.show()
    hints.show_hints(((("Up", "Down"), "choose"), (("F1",), "what each purpose means, in many words")))
    labels = [label for label in hints.findChildren(QLabel) if label.text()]
    assert [label.isVisible() for label in labels] == [True, True]
    hints.resize(220, 40)
    assert [label.isVisible() for label in labels] == [True, False]
