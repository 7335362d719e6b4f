"""Two entries that are one, and one that is two: who the other is, what stands where they are at odds, and what goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.case import Case
from app.domain.plain import to_plain
from app.errors import Spot, UserError
from app.services import history, merging, registry, splitting
from app.services.merging import GONE, KEPT, Merging
from app.services.registry import Entry
from app.services.values import CaseStore
from ui.errors import told
from ui.look import Look
from ui.page import Page
from ui.pages import people_words
from ui.pages.field_labels import label
from ui.pages.people_remove import spot_words
from ui.pages.people_words import isolated
from ui.pages.version_words import Told, version_lines
from ui.widgets.dialogs import Panel
from ui.widgets.fields import Choice, FieldRow, LineField
from ui.widgets.options import folded
from ui.widgets.rows import Line, RowList
from ui.widgets.ticked import TickedList
from ui.widgets.words import PLAIN, words

translate = QCoreApplication.translate

_LONGEST = 120
_STEP = re.compile(r"([a-z_]+)(?:\[(\d+)\])?")


class Who(Panel):
    """Asks who else an entry is. ``take`` is called with the id after the dialog has closed."""

    def __init__(self, look: Look, parent: QWidget, case: Case, one: Entry, take: Callable[[str], None]) -> None:
        name = isolated(registry.written(one))
        title = translate("people", "{0} is also…").format(name)
        lead = translate("people", "Choose the other entry of the same. What comes of it is shown before anything is changed.")
        super().__init__(look, parent, title, translate("people", "Go on"), lead=lead)
        self._take = take
        others = (other for other in registry.entries(case, registry.kind_of(one)) if other is not one)
        self._rows = [(other, Line(*_row(other))) for other in others]
        self.field = LineField(translate("people", "Find a name"), hint=translate("people", "Find a name, in any spelling"))
        self.field.textChanged.connect(lambda _text: self._fill())
        self.field.installEventFilter(self)
        self.body.addWidget(self.field)
        self.list = RowList(look, translate("people", "Entries on record"))
        self.list.opened.connect(lambda _key: self.take_step())
        look.fit(self.list, lambda: self.list.setMinimumHeight(look.px(240)))
        self.body.addWidget(self.list)
        self._fill()
        self.field.setFocus()

    def _fill(self) -> None:
        parts = folded(self.field.text()).split()
        lines = [
            line
            for other, line in self._rows
            if all(part in folded(" ".join(name.text for name in other.names)) for part in parts)
        ]
        self.list.show_lines(lines or [Line("", translate("people", "Nobody else is written so"), quiet=True)])
        self.list.choose(lines[0].key if lines else "")
        self.go.setEnabled(bool(lines))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while one types."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.field
        if pressed and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):  # type: ignore[attr-defined]  # a key
            self.list.step(1 if event.key() == Qt.Key.Key_Down else -1)  # type: ignore[attr-defined]
            return True
        return super().eventFilter(watched, event)

    def take_step(self) -> None:
        key = self.list.key
        if key:
            self.accept()
            self._take(key)


class Together(Panel):
    """What a merge does, and which of two values stands. ``take`` is called with what was chosen, by key."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        pair: tuple[Entry, Entry],
        plan: Merging,
        called: Mapping[str, str],
        take: Callable[[Mapping[str, str]], None],
    ) -> None:
        kind, (first, second) = registry.kind_of(pair[0]), (isolated(registry.written(one)) for one in pair)
        lead = translate(
            "people",
            "{1} becomes part of {0}. All names of both stay and are masked as before; events, sources and consents of both "
            "stay. It is one change: Ctrl+Z takes it back.",
        ).format(first, second)
        title = translate("people", "Make one entry of the two?")
        super().__init__(look, parent, title, translate("people", "Make one"), lead=lead, width=620)
        self._take = take
        self.choices: dict[str, Choice] = {}
        for one in plan.differences:
            name = label(kind, one.key)
            rows = [
                (key, translate("people", "{0}  ({1})").format(_value(kind, one.key, value, called), whose))
                for key, value, whose in ((KEPT, one.kept, first), (GONE, one.gone, second))
            ]
            self.choices[one.key] = Choice(look, name, rows, one.stands)
            self.body.addWidget(FieldRow(look, name, self.choices[one.key], above=True))
        for text in self._notes(plan):
            self.body.addWidget(words(text, "note", wrap=True))
        (next(iter(self.choices.values())) if self.choices else self.go).setFocus()

    def _notes(self, plan: Merging) -> list[str]:
        out = []
        if plan.mentions:
            text = translate("people", "Others on record refer to the second; they will refer to the first. Times: {0}.")
            out.append(text.replace("{0}", str(plan.mentions)))
        if plan.consents:
            text = translate("people", "Consents of the second: {0}. They count for the one entry from now on.")
            out.append(text.replace("{0}", str(plan.consents)))
        for spot in plan.dropped:
            name = label(spot.kind, spot.path.partition("[")[0])
            text = translate("people", "“{0}” tied the two to each other. It would say nothing now and goes.")
            out.append(text.replace("{0}", name))
        if any(key in self.choices for key in merging.SHOWS):
            out.append(translate("people", "Nobody stands by name because of this unless you choose it."))
        return out

    def take_step(self) -> None:
        self._take({key: choice.value for key, choice in self.choices.items()})


class Apart(Panel):
    """What of an entry goes to a new one: ``offered`` in words. ``take`` is called with the spots that were ticked."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        one: Entry,
        offered: Sequence[tuple[Spot, str]],
        take: Callable[[set[Spot]], None],
    ) -> None:
        title = translate("people", "{0} is two").format(isolated(registry.written(one)))
        lead = translate(
            "people",
            "Tick what belongs to the other one. At least one spelling goes and one stays. "
            "It is one change: Ctrl+Z takes it back.",
        )
        super().__init__(look, parent, title, translate("people", "Make two"), lead=lead, width=620)
        self._take, self._spots = take, [spot for spot, _ in offered]
        own = sum(spot.id == one.id for spot in self._spots)  # they come first
        heads = (translate("people", "Of this entry"), translate("people", "Where it is spoken of"))
        texts = [text for _, text in offered]
        self.own = TickedList(look, heads[0], texts[:own], most=5)
        self.spoken = TickedList(look, heads[1], texts[own:], most=5)
        for head, shown in zip(heads, (self.own, self.spoken), strict=True):
            if shown.texts:
                self.body.addWidget(words(head, "label"))
                self.body.addWidget(shown)
        self.own.changed.connect(self._judge)
        self._judge()
        self.own.setFocus()

    @property
    def going(self) -> set[Spot]:
        """What was ticked."""
        first = len(self.own.texts)
        return {self._spots[row] for row in self.own.ticked} | {self._spots[first + row] for row in self.spoken.ticked}

    def _judge(self) -> None:
        names = [row for row, spot in enumerate(self._spots) if spot.path.startswith("names[") and row < len(self.own.texts)]
        going = self.own.ticked.intersection(names)
        self.go.setEnabled(0 < len(going) < len(names))

    def take_step(self) -> None:
        self._take(self.going)


class Joining(QObject):
    """The way from the page of people to either, and what is said after it."""

    def __init__(self, page: Page, show: Callable[[str], None]) -> None:
        super().__init__(page)
        self._page, self._show = page, show
        self._running = False  # a change is on its way

    def merge(self, one: Entry | None) -> None:
        """Ask who an entry also is, then what stands."""
        case = self._page.desk.case
        if one is None or len(registry.entries(case, registry.kind_of(one))) < 2:
            self._page.notice.say(self.tr("There is no other entry of this kind on record."), kind=PLAIN)
            return
        Who(self._page.look, self._page, case, one, partial(self._together, one)).open()

    def _together(self, kept: Entry, gone_id: str) -> None:
        page, kind = self._page, registry.kind_of(kept)
        case = page.desk.case
        gone = registry.entry(case, gone_id)
        if gone is None:
            return

        def ask(worked: tuple[Merging, dict[str, str]]) -> None:
            if page.desk.case is case:
                panel = Together(page.look, page, (kept, gone), *worked, lambda chosen: take(panel, dict(chosen)))
                panel.open()

        def take(panel: Panel, chosen: Mapping[str, str]) -> None:
            said = self.tr("The two are one entry now. Ctrl+Z makes them two again.")
            self._run(panel, lambda store: merging.merge(store, kind, kept.id, gone_id, chosen), lambda: kept.id, said)

        page.tasks.compute(self, lambda *_: (merging.plan(case, kind, kept.id, gone_id), _called(case)), ask)

    def split(self, one: Entry | None) -> None:
        """Ask what of an entry is another's."""
        page = self._page
        if one is None:
            return
        if len(one.names) < 2:
            lead = self.tr("Only one spelling is on record, and each of two entries needs one. Add the other one's name first.")
            page.notice.say(self.tr("This entry cannot be made two yet."), lead, kind=PLAIN)
            return
        kind, case = registry.kind_of(one), page.desk.case
        made: list[str] = []

        def change(store: CaseStore, going: set[Spot]) -> Case:
            after, new_id = splitting.split(store, kind, one.id, going)
            made.append(new_id)
            return after

        def ask(offered: list[tuple[Spot, str]]) -> None:
            if page.desk.case is case:
                panel = Apart(page.look, page, one, offered, lambda going: take(panel, going))
                panel.open()

        def take(panel: Panel, going: set[Spot]) -> None:
            said = self.tr("There are two entries now. Ctrl+Z makes them one again.")
            self._run(panel, lambda store: change(store, going), lambda: made[0], said)

        page.tasks.compute(self, lambda *_: _offered(case, one), ask)

    def _run(self, panel: Panel, change: Callable[[CaseStore], Case], shown: Callable[[], str], said: str) -> None:
        page = self._page
        if self._running:
            return
        self._running, panel.may_leave = True, lambda: False

        def done(_case: Case) -> None:
            self._running = False
            panel.accept()
            self._show(shown())
            page.notice.say(said, kind=PLAIN, icon="undo-2")

        def refused(error: UserError) -> None:
            self._running, panel.may_leave = False, lambda: True
            panel.say(told(error))

        page.desk.run(page, change, done, refused)


def _row(one: Entry) -> tuple[str, str, str, str]:
    second = " · ".join(part for part in (people_words.kind_words(one), *(n.text for n in one.names[1:4])) if part)
    return one.id, isolated(registry.written(one)), second, people_words.ICONS[registry.kind_of(one)]


def _called(case: Case) -> dict[str, str]:
    return {entry_id: called for (_, entry_id), called in history.labels(case).items()}


def _value(kind: str, key: str, value: Any, called: Mapping[str, str]) -> str:
    """A value in words."""
    if value is None:
        return translate("people", "not recorded")
    return "; ".join(text for _, text, _ in version_lines({key: value}, {}, Told(kind, called)))


def _offered(case: Case, one: Entry) -> list[tuple[Spot, str]]:
    """What could go to another entry, in words. Made off the window's thread."""
    kind = registry.kind_of(one)
    called, plain = _called(case), to_plain(one)
    types = {event.id: event.type for event in case.events}
    return [
        (spot, _own_words(kind, spot.path, plain, called) if spot.id == one.id else _spoken(case, spot, types.get(spot.id, "")))
        for spot in splitting.parts(case, kind, one.id)
    ]


def _own_words(kind: str, path: str, plain: Mapping[str, Any], called: Mapping[str, str]) -> str:
    step = _STEP.fullmatch(path)
    assert step is not None
    value = plain[step[1]]
    if step[2] is not None:
        value = [value[int(step[2])]]
    text = isolated(value[0]["text"]) if step[1] == "names" else _value(kind, step[1], value, called)
    return _short(translate("people", "{0}: {1}").format(label(kind, step[1]), text))


def _short(text: str) -> str:
    """A line that fits beside its box."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _spoken(case: Case, spot: Spot, event_type: str) -> str:
    """An entry that refers, and in what part of it."""
    keys = [step[1] for step in _STEP.finditer(spot.path)]
    if keys[0] == "fields":
        part = label(spot.kind, keys[1], event_type)
    else:
        part = label("interview", keys[1]) if keys[0] == "interview" else label(spot.kind, keys[0])
    return _short("  ·  ".join(word for word in (spot_words(case, spot.kind, spot.id)[0], part) if word))
