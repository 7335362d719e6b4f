"""Driving the page of events as a user does: keys, an input method for other scripts, clicks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.case import Case, Event
from app.domain.forms import Field
from ui.case_frame import CaseFrame
from ui.pages.event_desk import EventDesk
from ui.pages.event_new import NewEvent
from ui.pages.events import EventsPage
from ui.widgets.date_editor import DateEditor
from ui.widgets.dialogs import Panel
from ui.widgets.editing import Editor
from ui.widgets.editors import AnswerEditor, LineEditor, NumberEditor, TextEditor
from ui.widgets.picker import PickEditor
from ui.widgets.records import RecordEditor, RowsEditor

CTRL = Qt.KeyboardModifier.ControlModifier


class Driver:
    """One page of events in its frame."""

    def __init__(self, qtbot: QtBot, frame: CaseFrame) -> None:
        self.bot, self.frame = qtbot, frame
        frame.go("events")
        page = frame.page
        assert isinstance(page, EventsPage)
        self.page = page
        expected = len(frame.desk.case.events)
        qtbot.waitUntil(lambda: len(page.list.table.rows_model.rows) >= expected and bool(page._view.offered.languages.rows))

    # --- the page ---

    @property
    def case(self) -> Case:
        return self.frame.desk.case

    @property
    def desk(self) -> EventDesk:
        assert self.page.event_desk is not None
        return self.page.event_desk

    def editor(self, path: str) -> Editor:
        return self.desk.form.editors[path]

    def event(self, event_id: str) -> Event:
        return next(event for event in self.case.events if event.id == event_id)

    def rows(self) -> list[str]:
        return [row.key for row in self.page.list.table.rows_model.rows]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        self._activate()
        self.bot.keyClick(QApplication.focusWidget() or self.frame, key, modifier)

    def _activate(self) -> None:
        if not self.frame.window().isActiveWindow():
            self.frame.window().activateWindow()  # as a window manager does when a dialog closes
            self.bot.waitUntil(self.frame.window().isActiveWindow)

    def new(self, type_key: str) -> None:
        """Ctrl+E, then the key of the type."""
        self.press(Qt.Key.Key_E, CTRL)
        panel = self.panel(NewEvent)
        number = list(self.page.forms.types).index(type_key)
        button = panel.choices[number]
        self.bot.keyClick(panel, Qt.Key(button.shortcut()[0].key()))
        self.built()

    def open(self, event_id: str) -> None:
        """Choose a row and press Enter."""
        self.page.list.choose(event_id)
        self.bot.keyClick(self.page.list.table, Qt.Key.Key_Return)
        self.built()

    def built(self) -> None:
        """The form stands, and the window has the keyboard."""
        self.bot.waitUntil(lambda: self.page.event_desk is not None and self.desk.form.built)
        self._activate()

    def panel(self, kind: type = Panel) -> Any:
        """The dialog that is open."""

        def shown() -> bool:
            held = QApplication.activeModalWidget()
            return isinstance(held, kind) and held.isActiveWindow()

        self.bot.waitUntil(shown)
        return QApplication.activeModalWidget()

    def save(self) -> None:
        """Ctrl+S, until the list is back."""
        self.press(Qt.Key.Key_S, CTRL)
        self.bot.waitUntil(lambda: self.page.event_desk is None)
        self.settled()

    def settled(self) -> None:
        """The vault thread has done all that was asked of it."""
        done: list[object] = []
        self.frame.desk.tasks.query(self.page, lambda _vault: None, done.append)
        self.bot.waitUntil(lambda: bool(done))

    def journal(self) -> int:
        """How many rows the history of the case has."""
        found: list[int] = []
        case_id = self.frame.desk.case_id
        self.frame.desk.tasks.query(self.page, lambda vault: vault.store(case_id).last_seq, found.append)
        self.bot.waitUntil(lambda: bool(found))
        return found[0]

    def drafts(self) -> dict[str, str]:
        """What is kept in the vault of what was typed."""
        found: list[dict[str, str]] = []
        case_id = self.frame.desk.case_id
        self.frame.desk.tasks.query(
            self.page,
            lambda vault: {place: held.text for place, held in vault.store(case_id).drafts().items()},
            found.append,
        )
        self.bot.waitUntil(lambda: bool(found))
        return found[0]

    # --- fields ---

    def say(self, editor: Editor, text: str) -> None:
        """Type a text, as keys where they can, through an input method where they cannot."""
        editor.setFocus()
        field = editor.focusProxy()
        assert field is not None
        if text.isascii() and "\n" not in text:
            self.bot.keyClicks(field, text)
        else:
            commit(field, text)

    def pick(self, editor: Editor, text: str, row: int = 0) -> None:
        """Type into a picker, go down the list, press Enter."""
        assert isinstance(editor, PickEditor)
        self.say(editor, text)
        assert editor.listing, "the list did not open"
        for _ in range(row):
            self.bot.keyClick(editor.line, Qt.Key.Key_Down)
        self.bot.keyClick(editor.line, Qt.Key.Key_Return)

    def answer(self, editor: Editor, key: str) -> None:
        """Choose an answer: by mouse where they stand side by side, by the arrows in a list."""
        assert isinstance(editor, AnswerEditor)
        if editor.answers is not None:
            button = editor.answers.group.button(editor.answers._keys.index(key))
            self.bot.mouseClick(button, Qt.MouseButton.LeftButton)
            return
        assert editor.choice is not None
        editor.choice.setFocus()
        rows = [editor.choice.itemData(row) for row in range(editor.choice.count())]
        steps = rows.index(key) - editor.choice.currentIndex()
        for _ in range(abs(steps)):
            self.bot.keyClick(editor.choice, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)

    def add_row(self, editor: Editor) -> Any:
        """Press "Add…" and give the editor of the new row."""
        assert isinstance(editor, RowsEditor)
        editor.add.setFocus()
        self.bot.keyClick(editor.add, Qt.Key.Key_Space)
        return editor.editors[-1]

    def fill(self, editor: Editor, each: Field, value: Any) -> None:
        """Fill in one field through its editor, whatever its kind; ``value`` is what must come of it."""
        match editor:
            case RowsEditor():
                for item in value:
                    row = self.add_row(editor)
                    if isinstance(row, RecordEditor):
                        self._fill_record(row, each, item)
                    else:
                        self.pick(row, self.name_of(item))
            case RecordEditor():
                self._fill_record(editor, each, value)
            case PickEditor():
                self.pick(editor, self.name_of(value))
            case AnswerEditor():
                self.answer(editor, value)
            case DateEditor():
                self.say(editor, SAID[value])
            case NumberEditor() | LineEditor() | TextEditor():
                self.say(editor, str(value))
            case _:
                raise AssertionError(f"no way to fill {type(editor).__name__}")

    def _fill_record(self, editor: RecordEditor, each: Field, value: Any) -> None:
        for part in editor.parts:
            if part.key in value:
                self.fill(part.editor, each, value[part.key])

    def name_of(self, entry_id: str) -> str:
        """A spelling by which an entry is found; a language is found by its tag."""
        for entry in (*self.case.people, *self.case.places, *self.case.organizations):
            if entry.id == entry_id:
                return entry.names[-1].text
        return entry_id


#: How people say the dates that are stored so.
SAID = {
    "2019-05-02": "2 May 2019",
    "2019-21": "spring 2019",
    "2020-05~": "about May 2020",
    "2019-08-03": "2019年8月3日",
    "2018~": "around 2018",
}


def commit(field: QWidget, text: str) -> None:
    """What an input method does when a text is chosen in it."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)
