"""The rows of a form: labels stand below each other, and so do fields, whatever kind of field it is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.buttons import KeyButton
from ui.widgets.fields import Choice, FieldRow, LineField, Tick


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
