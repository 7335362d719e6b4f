"""What is half filled in into a dialog is kept as an encrypted draft, and is there again when the dialog is next opened."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.widgets.dialogs import Panel
from ui.widgets.editing import Editor
from ui.widgets.fields import Choice, LineField, Tick
from ui.widgets.words import PLAIN

translate = QCoreApplication.translate

#: How often (milliseconds) it is looked whether something was filled in since.
_EVERY = 800


class KeptForm(QObject):
    """Keeps the ``fields`` of a dialog (by name) at a place of the case until it is saved or given up.

    A lock closes a dialog without either: then the draft stays. What nobody touched is no part of it.
    """

    def __init__(self, panel: Panel, desk: Desk, place: str, fields: Mapping[str, QWidget]) -> None:
        super().__init__(panel)
        self._panel, self._desk, self._place, self._fields = panel, desk, place, dict(fields)
        self._begun = {name: _answer(field) for name, field in self._fields.items()}
        self._kept: dict[str, Any] | None = None  # not known yet
        desk.read_draft(panel, place, self._take)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.keep)
        self._timer.start()
        panel.finished.connect(lambda _result: self._drop())
        panel.may_leave = self._may_leave
        self._given_up: dict[str, Any] = {}  # what Esc gives up, as it was told

    def keep(self) -> None:
        """Hand over what is filled in now, if it is not what was handed over last."""
        state = self._state()
        if self._kept is None:  # the vault was too busy to say what was filled in before: this is added to it
            if state:
                self._desk.add_to_draft(self._place, lambda text: json.dumps({**_read(text), **state}))
            return
        if state == self._kept:
            return
        self._kept = state
        self._desk.draft(self._place, json.dumps(state) if state else "")

    def _may_leave(self) -> bool:
        """Esc, pressed by mistake, costs nothing: what is filled in goes when it is pressed once more."""
        state = self._state()
        if not state or state == self._given_up:
            return True
        self._given_up = state
        self._panel.notice.say(
            translate("KeptForm", "What you filled in is not saved."),
            translate("KeptForm", "Esc once more gives it up."),
            icon="circle-alert",
        )
        self._panel.adjustSize()
        return False

    def _drop(self) -> None:
        self._timer.stop()
        if self._kept:
            self._desk.draft(self._place, "")
        self._kept = None

    def _state(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for name, field in self._fields.items():
            if isinstance(field, Editor):
                if field.touched:
                    out[name] = field.typed()
            elif _answer(field) != self._begun[name]:
                out[name] = _answer(field)
        return out

    def _take(self, text: str | None) -> None:
        self._kept = {}
        state = _read(text)
        filled = self._state()  # what was filled in while this was read stays
        for name, held in state.items():
            field = self._fields.get(name)
            if field is not None and name not in filled:
                _put(field, held)
        if state:
            self._kept = self._given_up = self._state()
            self._panel.notice.say(
                translate("KeptForm", "What you were filling in is here again; it is not saved yet."),
                translate("KeptForm", "Cancel gives it up."),
                kind=PLAIN,
            )
            self._panel.adjustSize()


def keep_forms(page: QWidget) -> None:
    """Keep what is half filled in in the dialogs of a page: the vault locks."""
    for form in page.findChildren(KeptForm):
        form.keep()


def _read(text: str | None) -> dict[str, Any]:
    try:
        state = json.loads(text) if text else {}
    except ValueError:
        state = {}
    return state if isinstance(state, dict) else {}


def _answer(field: QWidget) -> Any:
    if isinstance(field, Choice):
        return field.value
    if isinstance(field, LineField):
        return field.text()
    return field.isChecked() if isinstance(field, Tick) else None


def _put(field: QWidget, held: Any) -> None:
    if isinstance(field, Editor):
        field.restore(held)
        field.edited.emit()
    elif isinstance(field, Choice):
        field.choose(str(held))
    elif isinstance(field, LineField):
        field.setText(str(held))
    elif isinstance(field, Tick):
        field.setChecked(bool(held))
