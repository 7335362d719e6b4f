"""The second step of an export: every find is decided. Left the text as it was said, right as it will be read.

An answer is shown at once and saved at once; it holds for the same text everywhere, and the keyboard moves to the next find
that is open while what follows from it is worked out beside. Nothing undecided is ever let out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import UserError
from app.services import redaction, review
from app.services.draft import Terms
from app.services.open_vault import OpenVault
from app.services.review import Find, Material, Review
from app.services.values import Choices
from ui.page import Around
from ui.pages.export_find import NARROW, FindPanel
from ui.pages.export_heads import ReviewHeads
from ui.pages.export_mosaic import MosaicColumn
from ui.pages.export_worked import Place, Worked, reopened, settled, worked
from ui.pages.this_is import ThisIs
from ui.tasks import Running
from ui.widgets.columns import Columns
from ui.widgets.marked_pairs import MarkedPairs
from ui.widgets.words import Hairline

Plain = Mapping[str, object]
#: Milliseconds after an answer in which a further one is worked out with it.
_TOGETHER = 120


class ReviewStep(QWidget):
    """``onward`` carries the review once nothing is open and nothing blocks; ``wrong`` a ``UserError``."""

    onward = Signal(object)
    wrong = Signal(object)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.look, self.tasks, self.desk = around.look, around.tasks, around.desk
        self.profile = "counsel"
        self._choices: Choices | None = None
        self.material: Material | None = None
        self.worked: Worked | None = None
        self._place: Place = ("", -1)  # where the current find stands: indices change with every answer
        self.current = -1  # its index
        self._running: Running | None = None
        self._taking = 0  # case values that were asked for and are not here yet
        self._since: list[Callable[[Material], Material]] = []  # what was decided while the case is being taken
        self._past: list[tuple[Plain, list[Plain], Place]] = []  # answers of this sitting: decision, what it replaced, find
        self._soon = QTimer(self)  # answers in a row are worked out together
        self._soon.setSingleShot(True)
        self._soon.setInterval(_TOGETHER)
        self._soon.timeout.connect(self._work_out)
        self._dropped: list[Worked] = []  # a large one takes long to be taken apart: not on the window's thread
        self._leaving = False  # on to the check as soon as the last answer is worked out
        self.pairs = MarkedPairs(self.look, self.tr("The texts, as said and as they will be read"))
        self.pairs.pressed.connect(self.go_to)
        self.mosaic = MosaicColumn(self.look, around.go)
        self.panel = FindPanel(self.look)
        self.panel.wire(
            mask_it=partial(self.answer, review.MASK),
            this_is=self.ask_who,
            safe=partial(self.answer, review.SAFE),
            undo=self.take_back,
            back=partial(self.step, -1),
            next=partial(self.step, 1),
            go=self.go_on,
            list=lambda: self.show_list(self.mosaic.isHidden()),
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Hairline(self.look))
        self._texts = QWidget()
        self._texts.setObjectName("paper")
        self._texts.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._heads = ReviewHeads(self.look)
        column.addWidget(self._heads)
        column.addWidget(self.pairs, 1)
        self.both = Columns(self.look, self._texts, self.mosaic, ratio=(7, 2), narrow=1)
        outer.addWidget(self.both, 1)
        outer.addWidget(Hairline(self.look))
        outer.addWidget(self.panel)
        self._narrow: bool | None = None
        self.look.fit(self, self._arrange)

    # --- looks ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < self.look.px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._heads.show_notes(not narrow)
            self.show_list(not narrow)

    def show_list(self, shown: bool) -> None:
        """Show the list beside the texts; where it is narrow, in their place."""
        self.mosaic.setVisible(shown)
        self._texts.setVisible(not (shown and self._narrow))
        self.panel.make_room(shown and bool(self._narrow))
        self.both.only(bool(self._narrow))
        self.panel.list.set_words(self.tr("The texts") if shown else self.mosaic.in_words())
        (self.mosaic.list if shown and self._narrow else self.pairs).setFocus()

    # --- taking the case ---

    def begin(self, profile: str, choices: Choices) -> None:
        """Review the case as it now is under a profile and choices."""
        if (profile, choices) != (self.profile, self._choices):
            self.worked = None
            self._place, self._past = ("", -1), []
        self.profile, self._choices = profile, choices
        self.case_changed()

    def case_changed(self) -> None:
        """The case is another one now: take it anew."""
        case_id = self.desk.case_id
        self._leaving = False
        self._since = []
        self._taking += 1
        if self.worked is None:
            self._say(self.tr("Reading the case…"))
        self.tasks.query(self, lambda vault: review.take(vault.store(case_id)), self._take, self._failed)

    def _take(self, material: Material) -> None:
        self._taking = max(self._taking - 1, 0)
        if self._taking:  # a newer one is on its way
            return
        for change in self._since:
            material = change(material)
        self._since = []
        self.material = material
        self._work_out()

    def _work_out(self) -> None:
        material, profile, choices, before = self.material, self.profile, self._choices, self.worked
        if material is None or choices is None:
            return
        self._stop()
        dropped, self._dropped = self._dropped, []
        left_out = self.tr("Not in this copy.")

        def work(progress: review.Progress, stop: review.Stop) -> Worked:
            dropped.clear()
            earlier = before.review if before is not None else None
            found = review.review(material, profile, choices, earlier, review.Course(progress, stop))
            return worked(found, before, left_out)

        self._running = self.tasks.compute(self, work, self._show, self._failed, self._far)

    def _stop(self) -> None:
        self._soon.stop()
        if self._running is not None:
            self._running.stop()
            self._running = None

    def _far(self, at: tuple[str, int, int]) -> None:
        stage, done, total = at
        if self.worked is None and stage == "disclose" and total:
            self._say(self.tr("Reading the case… {0} %").format(100 * done // total))

    def _failed(self, error: UserError) -> None:
        self._running, self._taking = None, 0
        self._leaving = False
        self._say("")
        self.wrong.emit(error)

    # --- showing ---

    def _show(self, done: Worked) -> None:
        self._running = None
        first, held = self.worked is None, self.chosen
        follow = held is None or self.pairs.in_sight(self.current, held.text_index)
        if self.worked is not None:
            self._dropped = [self.worked]
        self.worked = done
        self.pairs.show_pairs(done.pairs)
        self.mosaic.show_review(done.review)
        if self.mosaic.isHidden():
            self.panel.list.set_words(self.mosaic.in_words())
        index = done.at.get(self._place)
        if first or index is None:
            opened = done.open()
            after = [one for one in opened if one >= self.current]
            index = next(iter(after or opened), 0 if done.finds else -1)
        self._make_current(index)
        self._show_find(follow=follow)
        if self._leaving:
            self._leaving = False
            self.go_on()

    @property
    def chosen(self) -> Find | None:
        """The current find."""
        held = self.worked
        return held.finds[self.current] if held is not None and 0 <= self.current < len(held.finds) else None

    def _make_current(self, index: int) -> None:
        self.current = index
        find = self.chosen
        if find is not None:
            self._place = (find.where, find.start)

    def _show_find(self, *, follow: bool = True) -> None:
        held, find = self.worked, self.chosen
        if held is None:
            return
        states = tuple(held.finds[index].state != "undecided" for index in held.asked)
        self.panel.show_decided(states, (find.question or 0) - 1 if find else -1)
        if find is None:
            self._say(self.tr("Nothing was found that identifies anybody. Look it over all the same."))
            return
        self.pairs.go_to(self.current, find.text_index, follow=follow)
        self.panel.show_find(find, len(states), find.decision is not None or bool(self._past))
        self.pairs.setAccessibleDescription(f"{self.panel.text.text()} {self.panel.count.text()} {self.panel.why.text()}")

    def _say(self, text: str) -> None:
        self.panel.say(text)
        if self.worked is None:
            self.panel.go.setEnabled(False)

    # --- moving ---

    def go_to(self, index: int) -> None:
        """Make a find the current one."""
        self._leaving = False
        self._make_current(index)
        self._show_find()

    def step(self, by: int) -> None:
        """The next question after (1) or before (−1) the current find, open or decided, around the ends."""
        held = self.worked
        if held is None or not held.finds:
            return
        among: Sequence[int] = held.asked or range(len(held.finds))
        at = bisect_right(among, self.current) if by > 0 else bisect_left(among, self.current) - 1
        self.go_to(among[at % len(among)])

    def _to_open(self) -> bool:
        """On to the next find that is open, around the end; whether there is one."""
        opened = self.worked.open() if self.worked is not None else []
        if opened:
            self._make_current(next((index for index in opened if index > self.current), opened[0]))
        return bool(opened)

    # --- deciding ---

    def answer(self, answer: review.Answer) -> None:
        """Decide the current find; shown at once, saved at once."""
        find = self.chosen
        if find is not None and find.question is not None and (answer != review.SAFE or find.can_be_safe):
            self._decide(find, answer, alone=False)

    def _decide(self, find: Find, answer: review.Answer, *, alone: bool) -> None:
        held, material = self.worked, self.material
        if held is None or material is None:
            return
        self._leaving = False
        try:
            decision = review.decision_for(find, answer, alone)
        except UserError as error:
            self.wrong.emit(error)
            return
        after = review.with_decisions(material, [decision])
        replaced: list[Plain] = [one.plain() for one in material.decisions if one not in after.decisions]
        self._past.append((decision, replaced, (find.where, find.start)))
        self.worked = settled(held, find, answer, decision)
        self._change(
            lambda now: review.with_decisions(now, [decision]),
            lambda vault: redaction.decide(vault.store(self.desk.case_id), [decision]),
        )
        self._to_open()
        self.pairs.show_pairs(self.worked.pairs)
        self._show_find()

    def take_back(self) -> None:
        """Undo the decision that settled the current find; while it is open, the last answer of this sitting."""
        find, held = self.chosen, self.worked
        if held is None or self.material is None:
            return
        if find is not None and find.decision is not None:
            decision: Plain = dict(find.decision)
            known = [past for past in self._past if past[0] == decision]
            replaced, place = (known[-1][1] if known else []), (find.where, find.start)
        elif self._past:
            decision, replaced, place = self._past[-1]
        else:
            return
        self._leaving = False
        self._past = [past for past in self._past if past[0] != decision]
        case_id = self.desk.case_id

        def undone(now: Material) -> Material:
            return review.with_decisions(review.without_decision(now, decision), replaced)

        def undo(vault: OpenVault) -> None:
            if replaced:  # the earlier answer takes the place of the later one
                redaction.decide(vault.store(case_id), [dict(one) for one in replaced])
            else:
                redaction.take_back(vault.store(case_id), decision)

        self.worked = reopened(held, decision)
        self._change(undone, undo)
        if place in self.worked.at:
            self._make_current(self.worked.at[place])
        self.pairs.show_pairs(self.worked.pairs)
        self._show_find()

    def _change(self, change: Callable[[Material], Material], store: Callable[[OpenVault], object]) -> None:
        """Save a decision and work out what follows from it; one that comes while the case is being taken is not lost."""
        self.tasks.command(self, store, None, self._not_saved)
        if self._taking:
            self._since.append(change)
        elif self.material is not None:
            self.material = change(self.material)
            self._stop()
            self._soon.start()

    def _not_saved(self, error: UserError) -> None:
        """What was shown is not what is stored: show what is."""
        self.wrong.emit(error)
        self._past = []
        self.worked = None
        self.case_changed()

    def ask_who(self) -> None:
        """Who or what this is: those it may mean first, then everybody on record, or somebody new."""
        find, held = self.chosen, self.worked
        if find is not None and find.question is not None and held is not None:
            ThisIs(self.look, self, self.desk, find, held.review.entries, partial(self._is, find)).open()

    def _is(self, find: Find, entry_kind: str, entry_id: str, new: bool) -> None:
        """An answer that names an entry. Where somebody new shares the name with others, it holds for this mention only."""
        self._decide(find, (entry_kind, entry_id), alone=new and bool(find.suggests))
        self.pairs.setFocus()

    # --- onward ---

    def terms(self) -> Terms:
        """The name under the mosaic list and the reason for going on without a grant, as far as they were given."""
        return Terms(self.mosaic.sign_off, self.mosaic.override)

    def review_now(self) -> Review | None:
        """The review, once every answer is worked out in it."""
        busy = self._running is not None or self._taking or self._soon.isActive()
        return self.worked.review if self.worked is not None and not busy else None

    def go_on(self) -> None:
        """On to the check, if nothing is open; as soon as the last answer is worked out."""
        held = self.worked
        if held is None:
            return
        if self._to_open():
            self._show_find()
            return
        found = self.review_now()
        if found is None:
            self._leaving = True
            self.panel.note(self.tr("Working out the last answers…"))
            return
        if self.mosaic.missing():
            if self.mosaic.isHidden():
                self.show_list(True)
                self.mosaic.missing()
            return
        self.onward.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_M: partial(self.answer, review.MASK),
            Qt.Key.Key_S: partial(self.answer, review.SAFE),
            Qt.Key.Key_P: self.ask_who,
            Qt.Key.Key_U: self.take_back,
            Qt.Key.Key_J: partial(self.step, 1),
            Qt.Key.Key_K: partial(self.step, -1),
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
            return
        act()
