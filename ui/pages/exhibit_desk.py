"""A document becomes an exhibit: page by page, with boxes over what is not to be seen, until somebody says "ready".

What is done to a page is kept in the case as it is done. Pages are drawn in a process apart and stay in memory; nothing of
them is ever a file.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import UserError
from app.services import documents, exhibit_pages, exhibits, preview, review
from app.services.exhibit_pages import Drawn, DrawnPage
from app.services.exhibits import OPEN, PagePlan, Proposal, Proposer
from app.services.open_vault import OpenVault
from app.services.review import Material
from app.services.values import Choices
from ui.errors import told
from ui.page import Around
from ui.pages.exhibit_panel import ExhibitPanel
from ui.pages.exhibit_sheet import BoxSheet
from ui.pages.exhibit_work import PageWork
from ui.tasks import Running
from ui.widgets.scrolled import Scrolled
from ui.widgets.words import Hairline

#: Errors after which trying again is of no use.
_FOR_GOOD = ("bad-boxes", "content-changed", "no-such-entry", "not-held")
#: Milliseconds after a change in which a further one is saved with it.
_TOGETHER = 600


@dataclass(frozen=True, slots=True)
class _Taken:
    """What one document is worked on with."""

    document: str
    content: str
    data: bytes = field(repr=False)
    material: Material = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Looked:
    """One page as drawn, and what is proposed on it."""

    page: DrawnPage = field(repr=False)
    proposals: tuple[Proposal, ...] = field(repr=False)
    pages: int = 1


class ExhibitDesk(QWidget):
    """``left`` when the work on the document is over; ``wrong`` carries a ``UserError``; ``turned`` after another page."""

    left = Signal()
    wrong = Signal(object)
    turned = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.look, self.tasks, self.desk = around.look, around.tasks, around.desk
        self.document = ""  # the id of the document in hand
        self.page, self.pages = 0, 0
        self._taken: _Taken | None = None
        self._proposer: Proposer | None = None
        self._one_at_once = threading.Lock()  # what proposes keeps notes: pages are read one after the other
        self._works: dict[int, PageWork] = {}
        self._plans: dict[int, PagePlan] = {}
        self._looked: dict[int, _Looked] = {}
        self._running: Running | None = None
        self._asked = 0  # counts what was asked for: what belongs to an earlier document or page is dropped
        self._unsaved: dict[int, PagePlan] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_TOGETHER)
        self._soon.timeout.connect(self.flush)
        self.sheet = BoxSheet(self.look)
        self.sheet.changed.connect(self._changed)
        self.sheet.chosen.connect(self._show)
        self.sheet.turned.connect(lambda by: self.turn_to(self.page + by))
        self.area = Scrolled(self.look, margins=(32, 8, 32, 16))
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # a page is drawn as wide as is left
        self.area.column.addWidget(self.sheet)
        self.area.column.addStretch(1)
        self.panel = ExhibitPanel(self.look)
        self.panel.profile.currentIndexChanged.connect(lambda _row: self._read_anew())
        self.panel.wire(**{name: partial(self.act, name) for name in _ACTS})
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Hairline(self.look))
        outer.addWidget(self.area, 1)
        outer.addWidget(Hairline(self.look))
        outer.addWidget(self.panel)

    # --- a document ---

    def begin(self, document: str, page: int | None = None) -> None:
        """Take a document in hand, at a page (from 0) or at the first that is open."""
        self.end()
        self._asked += 1
        self.document = document
        asked, case_id = self._asked, self.desk.case_id
        self.panel.say(self.tr("opening…"))

        def take(vault: OpenVault) -> _Taken:
            store = vault.store(case_id)
            data = documents.read_document(store, document, preview.LARGEST)
            return _Taken(document, store.contents()[document].sha256, data, review.take(store))

        def begun(taken: _Taken) -> None:
            if asked == self._asked:
                self._taken = taken
                self._plans = exhibits.plans_of(taken.material.plans, document, taken.content)
                of = max((plan.of for plan in self._plans.values()), default=1)
                first = next((n for n in range(1, of + 1) if self._state(n) == OPEN), 1) - 1
                self.turn_to(first if page is None else page)

        self.tasks.query(self, take, begun, partial(self._failed, asked))

    def end(self) -> None:
        """The document is left; what was done is saved, and nothing of it stays here."""
        self.flush()
        self._asked += 1
        if self._running is not None:
            self._running.stop()
            self._running = None
        self._taken = self._proposer = None
        self.document = ""
        self._works, self._plans, self._looked = {}, {}, {}
        self.page, self.pages = 0, 0
        self.sheet.look_as_exported(False)
        self.sheet.show_work(None)

    def case_changed(self) -> None:
        """Other people may be on record now, and other words: read the page anew. What is on it stays."""
        if self._taken is not None:
            self.begin(self.document, self.page)

    @property
    def work(self) -> PageWork | None:
        """The page in hand."""
        return self.sheet.work

    def _failed(self, asked: int, error: UserError) -> None:
        if asked == self._asked:
            shown = told(error)
            self.sheet.show_work(None)
            self.panel.say(f"{shown.head} {shown.body}")

    # --- a page ---

    def turn_to(self, page: int) -> None:
        """Show a page (from 0)."""
        if self._taken is None or (self.pages and not 0 <= page < self.pages):
            return
        self.flush()
        self.page = page
        if page in self._looked:
            self._open(self._looked[page])
            return
        self._asked += 1
        asked, taken, held, lock = self._asked, self._taken, self._proposer, self._one_at_once
        profile = self.panel.profile.value
        made: list[Proposer] = [held] if held is not None else []
        if self._running is not None:
            self._running.stop()
        self.sheet.show_work(None)
        self.panel.say(self.tr("drawing the page…"))

        def look(_progress: review.Progress, _stop: review.Stop) -> _Looked:
            drawn = _drawn(taken.data, page)
            with lock:
                if not made:
                    made.append(exhibits.propose(taken.material, profile, Choices(dt.date.today())))
                return _Looked(drawn.drawn[0], made[0](drawn.drawn[0]), drawn.pages)

        def looked(found: _Looked) -> None:
            self._running = None
            if asked == self._asked:
                self._proposer = made[0]
                self._looked = {**dict(list(self._looked.items())[-2:]), page: found}
                self._open(found)

        self._running = self.tasks.compute(self, look, looked, partial(self._failed, asked))

    def _open(self, looked: _Looked) -> None:
        taken = self._taken
        assert taken is not None
        self.pages = looked.pages
        number = self.page + 1
        if number not in self._works:
            plan = self._plans.get(number) or PagePlan(taken.document, taken.content, number, looked.pages)
            self._works[number] = PageWork(plan, looked.proposals)
        work = self._works[number]
        work.read(looked.proposals)
        work.to_open()
        drawn = looked.page
        self.sheet.look_as_exported(False)
        self.sheet.show_work(work, drawn.width, drawn.height, drawn.pixels)
        self.area.verticalScrollBar().setValue(0)
        self._show()
        self.turned.emit()
        if self.isVisible():
            self.sheet.setFocus()

    def _show(self) -> None:
        work = self.work
        if work is None:
            return
        self.panel.show_work(work, as_exported=self.sheet.as_exported, unread=self._unread())
        self.panel.show_pages(tuple(self._state(number) for number in range(1, self.pages + 1)), self.page)
        self.sheet.setAccessibleDescription(f"{self.panel.text.text()} {self.panel.why.text()}")
        place = self.sheet.in_sight()
        if not place.isNull():
            at = place.translated(self.sheet.pos()).center()
            self.area.ensureVisible(at.x(), at.y(), 0, place.height() // 2 + self.look.px(60))

    def _unread(self) -> str:
        looked = self._looked.get(self.page)
        if looked is None or looked.page.text.strip():
            return ""
        return self.tr(
            "Nothing could be read here, so nothing is proposed: it is a picture. Look at every part of it: faces, names, "
            "plates, signs, stamps, reflections. N makes a box."
        )

    def _state(self, number: int) -> str:
        held = self._works.get(number)
        plan = held.plan if held is not None else self._plans.get(number)
        return plan.state if plan is not None else OPEN

    def _read_anew(self) -> None:
        """For other readers other things are proposed; what was answered stays."""
        self._proposer, self._looked = None, {}
        self.turn_to(self.page)

    # --- what is done to it ---

    def act(self, name: str) -> None:
        """Carry out one of ``_ACTS`` on the page in hand."""
        work = self.work
        if work is not None and (name in _WHILE_SHOWN or not self.sheet.as_exported):
            _ACTS[name](self, work)

    def _edit(self, change: Callable[[PageWork], object]) -> None:
        work = self.work
        if work is not None:
            before = work.plan
            change(work)
            if work.plan != before:
                self.sheet.tell()
            else:
                self.sheet.tell_choice()

    def _new(self, work: PageWork) -> None:
        middle = self.sheet.mapFrom(self.area.viewport(), self.area.viewport().rect().center())
        near = round(self.sheet.place(middle.toPointF())[1])
        self._edit(lambda held: held.new(near))
        del work

    def _ready(self, work: PageWork) -> None:
        if work.open():
            self._show()
            return
        self._edit(PageWork.ready)
        self.flush()
        number = next((n for n in self._from_here() if self._state(n) == OPEN), None)
        if number is not None:
            self.turn_to(number - 1)
        else:
            self._show()

    def _from_here(self) -> list[int]:
        here = self.page + 1
        return [*range(here + 1, self.pages + 1), *range(1, here)]

    def _see(self, work: PageWork) -> None:
        del work
        self.sheet.look_as_exported(not self.sheet.as_exported)
        self._show()

    def step(self, by: int) -> None:
        """The next or the proposal before, around the ends."""
        work = self.work
        if work is not None:
            for _ in range(len(work.boxes) + len(work.open()) + 1):
                work.step(by)
                if work.current() is not None:
                    break
            self.sheet.tell_choice()

    # --- keeping it ---

    def _changed(self) -> None:
        work = self.work
        if work is not None:
            self._unsaved[work.plan.page] = work.plan
            self._soon.start()
            self._show()

    def flush(self) -> None:
        """Save what is not saved yet."""
        self._soon.stop()
        plans, self._unsaved = list(self._unsaved.values()), {}
        case_id = self.desk.case_id
        for plan in plans:
            self.tasks.command(self, partial(_save, case_id, plan), None, partial(self._not_saved, plan))

    def _not_saved(self, plan: PagePlan, error: UserError) -> None:
        """Say so, and try again with the next change: the disk may have room again."""
        if plan.document == self.document and error.code not in _FOR_GOOD:
            self._unsaved.setdefault(plan.page, plan)
        self.wrong.emit(error)

    # --- keys ---

    def event(self, event: QEvent) -> bool:
        undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        if undo and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the page has the same key, for what is on record
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if key == Qt.Key.Key_Z:
                self.act("undo")
            else:
                super().keyPressEvent(event)
        elif key in _KEYS:
            self.act(_KEYS[key])
        elif key in (Qt.Key.Key_J, Qt.Key.Key_K):
            self.step(1 if key == Qt.Key.Key_J else -1)
        elif key == Qt.Key.Key_Space:
            bar, up = self.area.verticalScrollBar(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            bar.setValue(bar.value() + (-bar.pageStep() if up else bar.pageStep()))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn_to(self.page + (1 if key == Qt.Key.Key_PageDown else -1))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _drawn(data: bytes, page: int) -> Drawn:
    return exhibit_pages.draw(data, page, 1)


def _save(case_id: str, plan: PagePlan, vault: OpenVault) -> object:
    return exhibits.save(vault.store(case_id), [plan])


_ACTS: dict[str, Callable[[ExhibitDesk, PageWork], None]] = {
    "accept": lambda desk, _work: desk._edit(PageWork.accept),
    "refuse": lambda desk, _work: desk._edit(PageWork.refuse),
    "new": ExhibitDesk._new,
    "remove": lambda desk, _work: desk._edit(PageWork.remove),
    "cover": lambda desk, _work: desk._edit(PageWork.cover),
    "all_but": lambda desk, _work: desk._edit(PageWork.all_but),
    "undo": lambda desk, _work: desk._edit(PageWork.undo),
    "exported": ExhibitDesk._see,
    "leave_out": lambda desk, _work: desk._edit(PageWork.leave_out),
    "ready": ExhibitDesk._ready,
}
#: What can be done while the page is shown as it will be exported.
_WHILE_SHOWN = ("exported", "ready", "leave_out")
_KEYS = {
    Qt.Key.Key_M: "accept",
    Qt.Key.Key_S: "refuse",
    Qt.Key.Key_N: "new",
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_Backspace: "remove",
    Qt.Key.Key_B: "cover",
    Qt.Key.Key_O: "all_but",
    Qt.Key.Key_U: "undo",
    Qt.Key.Key_V: "exported",
    Qt.Key.Key_X: "leave_out",
    Qt.Key.Key_R: "ready",
}
