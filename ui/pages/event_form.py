"""The form of one event: when, where, who and the account, then the fields of its type, the rarely used ones folded away.

Which editors there are follows from the record type alone; what nobody touched is given back as it was loaded.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain import dates
from app.domain import vocabulary as keys
from app.domain.forms import Field, Forms
from app.services.event_words import days_held
from ui import vocabulary
from ui.pages.event_fields import WIDE, Ground, choice_word, editor_for, field_note
from ui.widgets.date_editor import DateEditor
from ui.widgets.editing import Editor
from ui.widgets.editors import AnswerEditor, TextEditor
from ui.widgets.fields import FieldRow
from ui.widgets.form_grid import Fold, FormGrid
from ui.widgets.picker import PickEditor
from ui.widgets.scrolled import Scrolled
from ui.widgets.words import Hairline

translate = QCoreApplication.translate

Plain = dict[str, Any]
_FIELDS = "fields."
_DAYS = f"{_FIELDS}claimed_days"
_AT_ONCE = 4
_STEP = re.compile(r"([^.\[\]]+)|\[([0-9]+)\]")
#: Fields of every type that stand with the account and not among the rarely used ones.
_WITH_ACCOUNT = ("quote", "quote_lang")


class EventForm(Scrolled):
    """All editors of one event, by their path in it (``date``, ``fields.charge``). ``edited`` after each change."""

    edited = Signal()

    def __init__(self, ground: Ground, forms: Forms, type_key: str) -> None:
        super().__init__(ground.look, margins=(32, 8, 32, 24), spacing=16)
        self._ground, self._forms, self.type_key = ground, forms, type_key
        ground.told_on = self.told_on
        self.editors: dict[str, Editor] = {}
        self._plain: Plain = {"type": type_key}
        self._loaded = False
        self._filled: frozenset[str] = frozenset()  # filled in for the user, by path: as good as typed
        self.more: Fold | None = None
        self.foot = QWidget()  # what stands below the last field
        own = forms.types[type_key].fields
        common = {each.key: each for each in forms.common}
        self._later = [each for each in forms.common if each.key not in _WITH_ACCOUNT]
        self._steps = deque(self._plan(own, common))
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._build_next)
        self._build_next()
        self._next.start()

    # --- building, a few fields at a time, so that the window never waits for a long form ---

    def _plan(self, own: Sequence[Field], common: Mapping[str, Field]) -> Iterator[Callable[[], None]]:
        """What is built in which order. The first steps fill what is seen at once."""
        own = list(own)
        told_with = [common[key] for key in _WITH_ACCOUNT if key in common]
        quoted = next((number for number, each in enumerate(own) if each.kind == "quotation"), None)
        if quoted is not None and "quote_lang" in common:
            own.insert(quoted + 1, common["quote_lang"])  # the language of words stands beside them
            told_with.remove(common["quote_lang"])
        first, second, third, last = (FormGrid(self._ground.look) for _ in range(4))
        yield lambda: self._begin(first)
        yield lambda: self._people(first)
        yield lambda: self._place_grid(second)
        yield lambda: self._account(second, told_with)
        if own:
            yield lambda: self._place_grid(third)
        for start in range(0, len(own), _AT_ONCE):
            yield partial(self._put_fields, third, own[start : start + _AT_ONCE])
        yield lambda: self._place_grid(last)
        yield lambda: self._sources(last)
        yield self._end

    def _build_next(self) -> None:
        if self._steps:
            self._steps.popleft()()
        if not self._steps:
            self._next.stop()

    def finish(self) -> None:
        """Build what is not built yet."""
        while self._steps:
            self._build_next()

    @property
    def built(self) -> bool:
        """Whether every field stands (those that are folded away come when they are asked for)."""
        return not self._steps

    def _begin(self, grid: FormGrid) -> None:
        self._place_grid(grid)
        label = translate("event", "When")
        self._put(grid, "date", label, self._ground.date(label))
        label = translate("event", "Where")
        self._put(grid, "place", label, self._ground.place(label))

    def _place_grid(self, grid: FormGrid) -> None:
        self.column.addWidget(grid)
        self.column.addWidget(Hairline(self._ground.look))

    def _end(self) -> None:
        self.more = Fold(self._ground.look, self._more_words(), "Ctrl+M", self._build_more)
        self.column.addWidget(self.more)
        self.column.addWidget(self.foot)
        self.column.addStretch(1)

    def _more_words(self) -> str:
        filled = sum(self._held(path) is not None for path in self._paths_of_more())
        if filled:
            return translate("event", "More fields ({0} filled in)").format(filled)
        return translate("event", "More fields")

    def _put(
        self, grid: FormGrid, path: str, label: str, editor: Editor, note: str = "", icon: str = "", *, wide: bool = False
    ) -> None:
        row = FieldRow(self._ground.look, label, editor)
        editor.stand_in(row, note, icon)
        editor.edited.connect(self._changed)
        grid.add(row, wide=wide)
        self.editors[path] = editor
        if self._loaded:
            editor.load(self._held(path))
            editor.touched = path in self._filled
            if path in (_DAYS, "date"):
                self._count_days()

    def _put_field(self, grid: FormGrid, each: Field) -> None:
        path = _FIELDS + each.key
        if path not in self.editors:
            editor = editor_for(self._ground, each)
            self._put(grid, path, each.label, editor, *field_note(each), wide=each.kind in WIDE)

    def _put_fields(self, grid: FormGrid, fields: Sequence[Field]) -> None:
        for each in fields:
            self._put_field(grid, each)

    def _people(self, grid: FormGrid) -> None:
        for path, label, make in (
            ("people", translate("event", "People"), self._ground.people),
            ("organizations", translate("event", "Organisations"), self._ground.organizations),
        ):
            self._put(grid, path, label, make(label), wide=True)

    def _account(self, grid: FormGrid, told_with: Sequence[Field]) -> None:
        ground = self._ground
        label = translate("event", "Account")
        account = TextEditor(
            ground.look, label, long=True, quoted=True, lines=3, hint=translate("event", "in the witness’s own words")
        )
        self._put(grid, "account", label, account, wide=True)
        label = translate("event", "Written in")
        self._put(grid, "lang", label, ground.language(label))
        label = translate("event", "How sure")
        words = [(key, choice_word(vocabulary.certainty(key))) for key in keys.CERTAINTIES]
        self._put(grid, "certainty", label, AnswerEditor(ground.look, label, [*words, ("", translate("event", "Not said"))]))
        self._put_fields(grid, told_with)

    def _sources(self, grid: FormGrid) -> None:
        label = translate("event", "Who says so")
        self._put(grid, "sources", label, self._ground.sources(label), wide=True)
        self.editors["sources"].edited.connect(self._told_anew)

    def _build_more(self) -> QWidget:
        grid = FormGrid(self._ground.look)
        label = translate("event", "Led to by")
        self._put(grid, "caused_by", label, self._ground.causes(label), wide=True)
        for each in self._later:
            self._put_field(grid, each)
        return grid

    def _open_more(self) -> None:
        if self.more is not None:
            self.more.open()

    def _paths_of_more(self) -> list[str]:
        return ["caused_by", *(_FIELDS + each.key for each in self._later)]

    # --- the value ---

    def load(self, plain: Plain) -> None:
        """Show an event, as a case file writes it."""
        self._plain, self._loaded = plain, True
        for path, editor in self.editors.items():
            editor.load(self._held(path))
        if self.more is not None:
            self.more.button.set_words(self._more_words())
        self._count_days()

    def count_as_typed(self, paths: Iterable[str]) -> None:
        """What was loaded at these paths is not on record yet: as if it had been typed, also where no field stands yet."""
        self._filled = frozenset(paths)
        for path in self._filled & self.editors.keys():
            self.editors[path].touched = True

    def _held(self, path: str) -> Any:
        if path.startswith(_FIELDS):
            return self._plain.get("fields", {}).get(path.removeprefix(_FIELDS))
        return self._plain.get(path)

    @property
    def touched(self) -> bool:
        """Whether anything was typed that is not on record."""
        return any(editor.touched for editor in self.editors.values())

    def value(self) -> Plain:
        """The event as a case file writes it; what is not on record yet stands in it as ``New``."""
        out, fields = dict(self._plain), dict(self._plain.get("fields", {}))
        for path, editor in self.editors.items():
            key = path.removeprefix(_FIELDS)
            holder = fields if path.startswith(_FIELDS) else out
            value = editor.value()
            if value is None:
                holder.pop(key, None)
            else:
                holder[key] = value
        out.pop("fields", None)
        return {**out, **({"fields": fields} if fields else {})}

    # --- drafts ---

    def typed(self) -> dict[str, Any]:
        """What was typed and is not on record, by path."""
        return {path: editor.typed() for path, editor in self.editors.items() if editor.touched}

    def restore(self, typed: Mapping[str, Any]) -> None:
        """Show what was being typed; a path that this form does not have is passed over."""
        self.finish()
        if set(typed) & set(self._paths_of_more()):
            self._open_more()
        for path, held in typed.items():
            if path in self.editors:
                self.editors[path].restore(held)
        self._count_days()

    # --- faults ---

    def faults(self) -> list[Editor]:
        """Every editor that holds something that cannot be saved; each says why at its field."""
        return [fault for editor in self.editors.values() for fault in editor.faults()]

    def mark(self, path: str, reason: str) -> bool:
        """Show a fault that the service found at a path of the event (``people[0].as``); whether there is such a field."""
        steps: list[str | int] = [word or int(number) for word, number in _STEP.findall(path)]
        if not steps:
            return False
        key, rest = str(steps[0]), steps[1:]
        if key == "fields" and rest:
            key, rest = f"{_FIELDS}{rest[0]}", rest[1:]
        self.finish()
        if key in self._paths_of_more():
            self._open_more()
        if key not in self.editors:
            return False
        self.show_at(self.editors[key].mark(rest, reason))
        return True

    def show_at(self, editor: Editor) -> None:
        """Bring a field into sight and give it the keyboard."""
        editor.setFocus()
        self.ensureWidgetVisible(editor, 0, self._ground.look.px(80))

    # --- what depends on other fields ---

    def told_on(self) -> dt.date:
        """The day on which this was told: that of the first source that names a whole day, else today."""
        sources = self.editors["sources"].value() if "sources" in self.editors else self._held("sources")
        for source in sources or ():
            if said_on := source.get("said_on"):
                point = dates.parse(said_on).start
                if point is not None and point.exact:
                    return point.earliest
        return dt.date.today()

    def _told_anew(self) -> None:
        for path, editor in self.editors.items():
            if isinstance(editor, DateEditor) and path != "sources":
                editor.reread()

    def _changed(self) -> None:
        self._count_days()
        self.edited.emit()

    def _count_days(self) -> None:
        claimed = self.editors.get(_DAYS)
        if claimed is None:
            return
        days = days_held(self.editors["date"].value())
        if days is None:
            claimed.stand(translate("event", "The days are counted once both ends are known to the day"))
        elif days == 1:
            claimed.stand(translate("event", "By the dates: 1 day"))
        else:
            claimed.stand(translate("event", "By the dates: {0} days, first and last counted").format(days))

    def refresh(self) -> None:
        """People, places or what stands for them changed."""
        for picker in self.findChildren(PickEditor):
            picker.refresh()
