"""Who a find is: those it may mean under 1, 2, 3 …, everybody on record by typing, or somebody new."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.case import Case, Name, Organization, Person, Place
from app.errors import UserError
from app.services.review import Find, Suggestion
from ui.desk import Desk
from ui.errors import told
from ui.look import Look
from ui.widgets.dialogs import Panel
from ui.widgets.fields import LineField
from ui.widgets.keys import key_words
from ui.widgets.rows import Line, RowList

translate = QCoreApplication.translate

_NEW = {"person": "\0person", "place": "\0place", "organization": "\0organization"}
_ICONS = {"person": "user-round", "place": "map-pin", "organization": "building-2"}


class ThisIs(Panel):
    """``take(entry_kind, entry_id, new)`` is called with the answer after the dialog has closed."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        desk: Desk,
        find: Find,
        entries: Sequence[Suggestion],
        take: Callable[[str, str, bool], None],
    ) -> None:
        text = " ".join(find.text.split())
        super().__init__(
            look, parent, translate("ThisIs", "“{0}” is…").format(text[:60]), translate("ThisIs", "Link"), width=520
        )
        self.desk, self.find_, self._take = desk, find, take
        near = [one.entry_id for one in find.suggests]
        self._entries = [*find.suggests, *(one for one in entries if one.entry_id not in near)]
        self.field = LineField(self.tr("Find a name"), hint=self.tr("Find a name, or press a number"))
        self.field.textChanged.connect(lambda _text: self._fill())
        self.field.installEventFilter(self)
        self._entering = False
        self.body.addWidget(self.field)
        self.list = RowList(look, self.tr("Who or what it is"))
        self.list.opened.connect(lambda _key: self.take_step())
        look.fit(self.list, lambda: self.list.setMinimumHeight(min(look.px(290), 320)))
        self.body.addWidget(self.list)
        self._fill()
        self.field.setFocus()

    def _fill(self) -> None:
        wanted = self.field.text().casefold().split()
        near = [] if wanted else self._entries[: len(self.find_.suggests)]
        found = [
            one
            for one in self._entries[len(near) :]
            if all(word in f"{one.label} {one.stands_as}".casefold() for word in wanted)
        ]
        new = self._new_lines()
        first = [self._line(one, number) for number, one in enumerate(near, 1)]
        rest = [self._line(one, 0 if wanted else number) for number, one in enumerate(found, len(near) + 1)]
        # Somebody new stands after those it likely means, and where a name was typed after those who have it.
        lines = [*rest, *new] if wanted else [*first, *new, *rest]
        self.list.show_lines(lines)
        self.list.choose(lines[0].key)

    def _line(self, one: Suggestion, number: int) -> Line:
        stands = self.tr("stands as {0}").format(one.stands_as)
        right = str(number) if 0 < number < 10 else ""
        return Line(one.entry_id, one.label, stands, icon=_ICONS[one.entry_kind], right=right)

    def _new_lines(self) -> list[Line]:
        name = " ".join(self.find_.text.split())
        heads = {
            "person": self.tr("Someone new: {0}"),
            "place": self.tr("A new place: {0}"),
            "organization": self.tr("A new organisation: {0}"),
        }
        note = self.tr("entered on record with this name")
        keys = {"person": key_words("Ctrl+N")}
        return [
            Line(key, heads[kind].format(name), note, icon=_ICONS[kind], right=keys.get(kind, "")) for kind, key in _NEW.items()
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.step(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A number answers at once while nothing is typed in the field; Ctrl+N is somebody new."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.field:
            key = ""
            if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_N:
                key = _NEW["person"]
            elif event.text().isdigit() and not self.field.text():
                key = next((line.key for line in self.list.lines if line.right == event.text()), "")
            if key:
                self.list.choose(key)
                self.take_step()
                return True
        return super().eventFilter(watched, event)

    def reject(self) -> None:
        """Not while a new entry is on its way onto the record: its answer would be lost."""
        if not self._entering:
            super().reject()

    def take_step(self) -> None:
        key = self.list.key
        if not key or self._entering:
            return
        kind = next((kind for kind, new in _NEW.items() if new == key), "")
        if kind:
            self._enter(kind)
            return
        chosen = next(one for one in self._entries if one.entry_id == key)
        self.accept()
        self._take(chosen.entry_kind, chosen.entry_id, False)

    def _enter(self, kind: str) -> None:
        """Put a new entry of this name on record."""
        name = (Name(" ".join(self.find_.text.split())),)
        plural = {"person": "people", "place": "places", "organization": "organizations"}[kind]
        made: list[str] = []

        def make(fresh: Callable[[str], str]) -> list[tuple[str, object]]:
            made.append(fresh(plural))
            value = {"person": Person, "place": Place, "organization": Organization}[kind](made[0], name)
            return [(plural, value)]

        def done(_case: Case) -> None:
            self._entering = False
            self.accept()
            self._take(kind, made[0], True)

        self._entering = True
        self.go.setEnabled(False)
        self.desk.create(self, make, done, self._refused)

    def _refused(self, error: UserError) -> None:
        self._entering = False
        self.go.setEnabled(True)
        self.say(told(error))
