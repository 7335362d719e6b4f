"""The second step of an export: every find is decided. Left the text as it was said, right as it will be read.

A decision is shown at once and saved at once; it holds for the same text everywhere, and the keyboard moves to the next find
that is open. Nothing undecided is ever let out.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import UserError
from app.services import redaction, review
from app.services.draft import Terms
from app.services.open_vault import OpenVault
from app.services.review import Find, Material, Review, ReviewedText
from app.services.values import Choices
from ui.page import Around
from ui.pages.export_mosaic import MosaicColumn
from ui.pages.export_words import kind_words, state_words, why_words
from ui.pages.this_is import ThisIs
from ui.tasks import Running
from ui.widgets.buttons import FILLED, KeyButton
from ui.widgets.columns import Columns
from ui.widgets.flow import Flow
from ui.widgets.marked_pairs import MASKED, SAFE, SHOWN, UNDECIDED, Mark, MarkedPairs, Pair
from ui.widgets.steps import Decided
from ui.widgets.words import Hairline, words

translate = QCoreApplication.translate

_STYLES = {"masked": MASKED, "date": MASKED, "safe": SAFE, "undecided": UNDECIDED, "shown": SHOWN}


class ReviewStep(QWidget):
    """``onward`` carries the material and its review once nothing is open; ``back`` goes to the choices."""

    onward = Signal(object, object)
    back = Signal()
    wrong = Signal(object)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.look, self.tasks, self.desk = around.look, around.tasks, around.desk
        self.profile = "counsel"
        self._choices: Choices | None = None
        self.material: Material | None = None
        self.review: Review | None = None
        self.current = -1  # index into review.finds
        self._running: Running | None = None
        self._waiting: list[tuple[str, object]] = []  # answers given while an earlier one is worked out
        self.pairs = MarkedPairs(self.look, self.tr("The texts, as said and as they will be read"))
        self.pairs.pressed.connect(self.go_to)
        self.mosaic = MosaicColumn(self.look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Hairline(self.look))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heads())
        column.addWidget(self.pairs, 1)
        left.setObjectName("paper")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.both = Columns(self.look, left, self.mosaic, ratio=(7, 2), narrow=900)
        outer.addWidget(self.both, 1)
        outer.addWidget(Hairline(self.look))
        outer.addWidget(self._panel())

    def _heads(self) -> QWidget:
        heads = QWidget()
        row = QHBoxLayout(heads)
        self.look.pad(row, heads, (32, 10, 24, 4), 48)
        for head, note in (
            (self.tr("As it was said"), self.tr("solid line: masked · dots: safe · dashes: undecided")),
            (self.tr("As it will be read"), self.tr("A [code] stands for a name. Nothing undecided is let out.")),
        ):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(words(head, "strong"))
            column.addWidget(words(note, "note", wrap=True))
            row.addLayout(column, 1)
        return heads

    def _panel(self) -> QWidget:
        panel = QWidget()
        column = QVBoxLayout(panel)
        self.look.pad(column, panel, (32, 10, 32, 10), 8)
        line = QHBoxLayout()
        self.look.pad(line, panel, (0, 0, 0, 0), 12)
        self.find_words = words("", "said")
        self.find_count = words("", "note")
        self.find_why = words("", "note", wrap=True)
        self.decided_words = words("", "strong")
        self.decided = Decided(self.look)
        line.addWidget(self.find_words)
        line.addWidget(self.find_count)
        line.addWidget(self.find_why, 1)
        line.addWidget(self.decided_words)
        line.addWidget(self.decided)
        column.addLayout(line)
        buttons = Flow(self.look)
        self.mask_button = KeyButton(self.look, self.tr("Mask"), "M", kind=FILLED, bind=False)
        self.this_is_button = KeyButton(self.look, self.tr("This is…"), "P", bind=False)
        self.safe_button = KeyButton(self.look, self.tr("Safe to show"), "S", bind=False)
        self.undo_button = KeyButton(self.look, self.tr("Undo"), "U", bind=False)
        self.previous_button = KeyButton(self.look, self.tr("Back"), "K", bind=False)
        self.next_button = KeyButton(self.look, self.tr("Next"), "J", bind=False)
        self.go_button = KeyButton(self.look, self.tr("To the check"), "Ctrl+Return", bind=False)
        for button, act in (
            (self.mask_button, partial(self.answer, review.MASK)),
            (self.this_is_button, self.ask_who),
            (self.safe_button, partial(self.answer, review.SAFE)),
            (self.undo_button, self.take_back),
            (self.previous_button, partial(self.step, -1)),
            (self.next_button, partial(self.step, 1)),
            (self.go_button, self.go_on),
        ):
            button.clicked.connect(act)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.add(button)
        column.addWidget(buttons)
        return panel

    # --- taking the case ---

    def begin(self, profile: str, choices: Choices) -> None:
        """Review the case as it now is under a profile and choices."""
        if (profile, choices) != (self.profile, self._choices):
            self.review = None
        self.profile, self._choices = profile, choices
        self.case_changed()

    def case_changed(self) -> None:
        """The case is another one now: take it anew."""
        case_id = self.desk.case_id
        self._say(self.tr("Reading the case…"))
        self.tasks.query(self, lambda vault: review.take(vault.store(case_id)), self._take, self._failed)

    def _take(self, material: Material) -> None:
        self.material = material
        self._work_out()

    def _work_out(self) -> None:
        material, profile, choices, before = self.material, self.profile, self._choices, self.review
        if material is None or choices is None:
            return
        if self._running is not None:
            self._running.stop()

        def work(progress: review.Progress, stop: review.Stop) -> Review:
            return review.review(material, profile, choices, before, review.Course(progress, stop))

        self._running = self.tasks.compute(self, work, self._show, self._failed)

    def _failed(self, error: UserError) -> None:
        self._running = None
        self._waiting.clear()
        self._say("")
        self.wrong.emit(error)

    # --- showing ---

    def _show(self, done: Review) -> None:
        self._running = None
        first = self.review is None
        self.review = done
        self.pairs.show_pairs([self._pair(text) for text in done.texts])
        self.mosaic.show_review(done, self._who)
        opened = done.open()
        if first or not 0 <= self.current < len(done.finds):
            self.current = done.finds.index(opened[0]) if opened else (0 if done.finds else -1)
        self._show_find()
        if self._waiting:
            verb, value = self._waiting.pop(0)
            if verb == "answer":
                self.answer(value)  # type: ignore[arg-type]
            else:
                self.take_back()

    def _pair(self, text: ReviewedText) -> Pair:
        finds = self.review.finds if self.review else ()
        left, right = [], []
        for index in text.finds:
            find = finds[index]
            style = _STYLES.get(find.state, SHOWN)
            left.append(Mark(index, find.at, find.until, style))
            if find.read_until > find.read_at:
                right.append(Mark(index, find.read_at, find.read_until, style))
        redacted = text.redacted if text.in_copy else self.tr("(not in this copy)")
        return Pair(text.heading, text.original, redacted, tuple(left), tuple(right) if text.in_copy else ())

    def _who(self, entry_id: str) -> str:
        held = {one.entry_id: one.stands_as for one in self.review.entries} if self.review else {}
        return held.get(entry_id, self.tr("the witness"))

    @property
    def chosen(self) -> Find | None:
        """The current find."""
        held = self.review
        return held.finds[self.current] if held is not None and 0 <= self.current < len(held.finds) else None

    def _show_find(self) -> None:
        held, find = self.review, self.chosen
        if held is None:
            return
        asked = held.questions()
        states = tuple(one.state != "undecided" for one in asked)
        self.decided.show_states(states, (find.question or 0) - 1 if find else -1)
        self.decided_words.setText(self.tr("{0} of {1} decided").format(sum(states), len(states)))
        opened = len(states) - sum(states)
        self.go_button.setEnabled(not opened)
        if find is None:
            self._say(self.tr("Nothing was found that identifies anybody. Look it over all the same."))
            return
        self.pairs.go_to(self.current)
        shown = " ".join(find.text.split())
        self.find_words.setText(f"“{shown if len(shown) < 40 else shown[:38] + '…'}”")
        if find.question is not None:
            self.find_count.setText(self.tr("find {0} of {1}").format(find.question, len(asked)))
        else:
            self.find_count.setText(kind_words(find.kind))
        parts = [why_words(find), "" if find.state == "undecided" else self.tr("Now {0}.").format(state_words(find))]
        if find.same_text and find.state == "undecided":
            parts.append(self.tr("One answer settles {0} more.").format(find.same_text))
        elif find.alone and find.question is not None:
            parts.append(self.tr("The answer holds for this place only."))
        self.find_why.setText(" ".join(part for part in parts if part))
        decidable = find.question is not None
        self.mask_button.setEnabled(decidable)
        self.this_is_button.setEnabled(decidable)
        self.safe_button.setEnabled(decidable and find.can_be_safe)
        self.undo_button.setEnabled(find.decision is not None)

    def _say(self, text: str) -> None:
        self.find_words.setText("")
        self.find_count.setText("")
        self.find_why.setText(text)
        for button in (self.mask_button, self.this_is_button, self.safe_button, self.undo_button):
            button.setEnabled(False)
        if self.review is None:
            self.go_button.setEnabled(False)

    # --- moving ---

    def go_to(self, index: int) -> None:
        """Make a find the current one."""
        self.current = index
        self._show_find()

    def step(self, by: int) -> None:
        """The next question after (1) or before (−1) the current find, open or decided, around the ends."""
        held = self.review
        if held is None:
            return
        asked = [held.finds.index(find) for find in held.questions()] or list(range(len(held.finds)))
        if not asked:
            return
        if by > 0:
            self.go_to(next((index for index in asked if index > self.current), asked[0]))
        else:
            self.go_to(next((index for index in reversed(asked) if index < self.current), asked[-1]))

    def _next_open(self) -> None:
        held = self.review
        if held is None:
            return
        opened = [index for index, find in enumerate(held.finds) if find.state == "undecided"]
        if opened:
            self.current = next((index for index in opened if index > self.current), opened[0])

    # --- deciding ---

    def answer(self, answer: review.Answer) -> None:
        """Decide the current find; shown at once, saved at once."""
        find = self.chosen
        if find is None or self.material is None:
            return
        if self._running is not None:
            self._waiting.append(("answer", answer))
            return
        if find.question is None or (answer == review.SAFE and not find.can_be_safe):
            return
        try:
            decision = review.decision_for(find, answer)
        except UserError as error:
            self.wrong.emit(error)
            return
        self.material = review.with_decisions(self.material, [decision])
        case_id = self.desk.case_id
        self.tasks.command(self, lambda vault: redaction.decide(vault.store(case_id), [decision]), None, self._not_saved)
        self._settle(find)
        self._work_out()

    def _settle(self, find: Find) -> None:
        """Move on to the next open find before the answer is worked out, so that the keyboard never waits."""
        key = "".join(find.text.casefold().split())
        held = self.review
        if held is None:
            return
        opened = [
            index
            for index, one in enumerate(held.finds)
            if one.state == "undecided" and one is not find and (find.alone or "".join(one.text.casefold().split()) != key)
        ]
        if opened:
            self.current = next((index for index in opened if index > self.current), opened[0])

    def take_back(self) -> None:
        """Undo the decision that settled the current find."""
        find = self.chosen
        if find is None or find.decision is None or self.material is None:
            return
        if self._running is not None:
            self._waiting.append(("undo", None))
            return
        decision = dict(find.decision)
        self.material = review.without_decision(self.material, decision)
        case_id = self.desk.case_id
        self.tasks.command(self, lambda vault: redaction.take_back(vault.store(case_id), decision), None, self._not_saved)
        self._work_out()

    def _not_saved(self, error: UserError) -> None:
        """What was shown is not what is stored: show what is."""
        self.wrong.emit(error)
        self._waiting.clear()
        self.review = None
        self.case_changed()

    def ask_who(self) -> None:
        """Who or what this is: those it may mean first, then everybody on record, or somebody new."""
        find, held = self.chosen, self.review
        if find is not None and find.question is not None and held is not None:
            ThisIs(self.look, self, self.desk, find, held.entries, self._is).open()

    def _is(self, entry_kind: str, entry_id: str, new: bool) -> None:
        if not new:
            self.answer((entry_kind, entry_id))
            return
        find = self.chosen
        if find is None:
            return
        # The case has an entry more, whose name is now known by itself; a mention that is still asked about is decided.
        decision = review.decision_for(find, (entry_kind, entry_id))
        case_id = self.desk.case_id

        def decide(vault: OpenVault) -> None:
            redaction.decide(vault.store(case_id), [decision])

        self.tasks.command(self, decide, lambda _none: self.case_changed(), self._not_saved)

    # --- onward ---

    def terms(self) -> Terms:
        """The name under the mosaic list and the reason for going on without a grant, as far as they were given."""
        return Terms(self.mosaic.sign_off, self.mosaic.override)

    def go_on(self) -> None:
        """On to the check, if nothing is open."""
        held = self.review
        if held is None or self.material is None or self._running is not None:
            return
        if held.open():
            self._next_open()
            self._show_find()
            return
        if self.mosaic.missing():
            return
        self.onward.emit(self.material, held)

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
