"""Taking grants back: all or some of them, or for some events and testimonies only. It needs no reason and loses nothing.

The dialog lists who has it already and says what to do now, and what may be beyond recall.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import vocabulary as keys
from app.domain.case import Case, Consent
from app.errors import UserError
from app.services import consenting, withdrawing
from app.services.consenting import Answer
from app.services.history import Disclosed
from app.services.withdrawing import DELETE, KEEP, SEAL, Withdrawal
from ui import vocabulary
from ui.errors import told
from ui.look import Look
from ui.pages import consent_words
from ui.pages.consent_detail import sent_words
from ui.pages.consent_grant import scope_editor
from ui.pages.consent_words import translate
from ui.widgets.buttons import KeyButton
from ui.widgets.date_editor import DateEditor
from ui.widgets.dialogs import Panel
from ui.widgets.editing import Editor
from ui.widgets.editors import AnswerEditor, TextEditor
from ui.widgets.fields import FieldRow
from ui.widgets.lists import TicksEditor
from ui.widgets.scrolled import Scrolled, clear
from ui.widgets.words import PLAIN, words

Save = Callable[[Sequence[Consent], Withdrawal, Callable[[Case], None], Callable[[UserError], None]], None]


class WithdrawPanel(Panel):
    """The dialog. ``typed`` comes after the last key, at the latest a second later, with what a draft keeps."""

    typed = Signal(str)

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        case: Case,
        person: str,
        held: Sequence[Answer],
        chosen: Sequence[tuple[str, str]],
        sent: Sequence[Disclosed],
        save: Save,
        draft: str = "",
    ) -> None:
        lead = translate(
            "consent",
            "At any time, without a reason, without a drawback. Later copies stop; the history stays, nothing is deleted.",
        )
        super().__init__(
            look, parent, translate("consent", "Withdraw a grant"), translate("consent", "Withdraw"), lead=lead, width=620
        )
        self.case, self.person, self._sent, self._save, self._over = case, person, sent, save, parent
        self.held = {f"{one.purpose} {one.recipient}": one for one in held}
        self.editors: dict[str, Editor] = {}
        self.area = Scrolled(look, margins=(0, 0, 12, 0), spacing=10)
        self._build()
        self.body.addWidget(self.area)
        look.fit(self.area, self._room)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(900)
        self._clock.timeout.connect(self.keep)
        begun = [f"{purpose} {recipient}" for purpose, recipient in chosen]
        for key, value in (("which", [one for one in begun if one in self.held]), ("on", dt.date.today().isoformat())):
            self.editors[key].load(value)
        if draft:
            self._restore(draft)
        for editor in self.editors.values():
            editor.edited.connect(self._edited)
        self._show()
        self.editors["which"].setFocus()

    def _room(self) -> None:
        tall = max(self._over.window().height() - self.look.px(320), self.look.px(140))
        self.area.setFixedHeight(min(self.look.px(500), tall))

    def _row(self, key: str, label: str, editor: Editor, note: str = "") -> None:
        row = FieldRow(self.look, label, editor, width=132, parent=self.area.inner)
        editor.stand_in(row, note)
        self.editors[key] = editor
        self.area.column.addWidget(row)

    def _build(self) -> None:
        look, tr = self.look, self.tr
        rows = [(key, consent_words.question(one.purpose, (one.recipient,))) for key, one in self.held.items()]
        self._row("which", tr("What"), TicksEditor(look, tr("What is taken back"), rows, width=420))
        self.all_button = KeyButton(look, tr("All of it"), "Ctrl+A", height=32, parent=self.area.inner)
        self.all_button.clicked.connect(self.take_all)
        self.area.column.addWidget(self.all_button)
        self._row("on", tr("When"), DateEditor(look, tr("When"), hint=tr("today, 2 July 2021, last Friday…")))
        entries = [*(e.id for e in self.case.events), *(t.id for t in self.case.testimonies if t.person == self.person)]
        if entries:
            note = tr(
                "Nothing chosen: as a whole. Else what is left becomes a grant of its own; copies stop all the same until "
                "a new answer is recorded."
            )
            self._row("only", tr("Only for"), scope_editor(look, self.case, entries), note)
        answers = vocabulary.rows(keys.YES_NO, vocabulary.yes_no, tr("not asked"))
        self._row("recall_tried", tr("Recall tried"), AnswerEditor(look, tr("Recall tried"), answers, listed=True))
        self._row(
            "outcome", tr("The record"), AnswerEditor(look, tr("The record"), self._outcomes(), listed=True), self._held()
        )
        self._row("note", tr("Note"), TextEditor(look, tr("Note"), long=True, lines=2), tr("No reason is needed."))
        self.area.column.addWidget(words(tr("What has gone out, and what to do now"), "section", wrap=True))
        self.after = QVBoxLayout()
        look.pad(self.after, self.area.inner, (0, 0, 0, 0), 4)
        self.area.column.addLayout(self.after)
        self.area.column.addStretch(1)
        self.said: list[str] = []

    def _outcomes(self) -> list[tuple[str, str]]:
        tr = self.tr
        return [
            ("", tr("what becomes of it is decided later")),
            (KEEP, tr("is kept for counsel, under a legal hold")),
            (SEAL, tr("is to be sealed in an archive, out of this vault")),
            (DELETE, tr("is to be deleted")),
        ]

    def _held(self) -> str:
        """Under a legal hold nothing is sealed away or deleted, whatever is wished."""
        if self.case.case.hold is None:
            return self.tr("Decide it with the client and with counsel.")
        return self.tr("A legal hold is on this case: nothing can be sealed away or deleted until it is lifted.")

    # --- drafts ---

    @property
    def touched(self) -> bool:
        """Whether anything was changed that is not saved."""
        return any(editor.touched for editor in self.editors.values())

    def draft(self) -> str:
        """What was touched, as JSON; "" for nothing."""
        held = {key: editor.typed() for key, editor in self.editors.items() if editor.touched or key == "which"}
        return json.dumps(held, ensure_ascii=False) if self.touched else ""

    def keep(self) -> None:
        """Hand what was typed to whoever keeps drafts."""
        if self.touched and self.go.isEnabled():
            self.typed.emit(self.draft())

    def _restore(self, draft: str) -> None:
        try:
            held = json.loads(draft)
        except ValueError:
            return
        for key, typed in held.items() if isinstance(held, dict) else ():
            if key in self.editors:
                known = [one for one in typed or () if one in self.held] if key == "which" else typed
                self.editors[key].restore(known)
        self.notice.say(self.tr("You began this and did not save it. Here it is as you left it."), kind=PLAIN, icon="pencil")

    def _edited(self) -> None:
        self._show()
        if not self._clock.isActive():
            self._clock.start()

    # --- what it means ---

    @property
    def chosen(self) -> list[Answer]:
        """The questions whose grants are taken back."""
        return [self.held[key] for key in self.editors["which"].value() or () if key in self.held]

    def take_all(self) -> None:
        """Everything that was granted."""
        self.editors["which"].restore(list(self.held))
        self._edited()

    def _show(self) -> None:
        recipients = tuple(dict.fromkeys(one.recipient for one in self.chosen))
        sent = withdrawing.gone_out(self.case, self.person, recipients, self._sent) if recipients else ()
        self.said = [sent_words(one) for one in sent]
        if recipients and not sent:
            self.said.append(
                self.tr("Nothing that went out is on record. What was handed on outside this program is not known.")
            )
        self.said += [consent_words.recall(recipient) for recipient in recipients]
        if recipients:
            self.said.append(
                self.tr(
                    "Then decide with the client whether the record is deleted, sealed, or kept for counsel under a legal hold."
                )
            )
        clear(self.after)
        for text in self.said or [self.tr("Choose what is taken back.")]:
            self.after.addWidget(words(text, wrap=True, select=True))

    def take_step(self) -> None:
        faults = [fault for editor in self.editors.values() for fault in editor.faults()]
        if not self.chosen:
            self.editors["which"].tell(self.tr("Choose what is taken back."), "circle-alert", "attention")
            faults.append(self.editors["which"])
        elif not self.editors["on"].value() and not faults:
            self.editors["on"].tell(self.tr("Write the day."), "circle-alert", "attention")
            faults.append(self.editors["on"])
        if faults:
            faults[0].setFocus()
            return
        if not self.go.isEnabled():
            return
        self._clock.stop()
        self.go.setEnabled(False)
        only = self.editors["only"].value() if "only" in self.editors else None
        outcome = self.editors["outcome"].value() or ""
        decided = self.tr("The record {0}.").format(dict(self._outcomes())[outcome]) if outcome else ""
        note = "\n".join(part for part in (self.editors["note"].value(), decided) if part) or None
        said = Withdrawal(
            self.editors["on"].value(), note, self.editors["recall_tried"].value(), tuple(only or ()), outcome,
            self.tr("A grant was taken back {0}; kept for counsel.").format(consent_words.date(self.editors["on"].value())),
        )  # fmt: skip
        taken = [c for one in self.chosen for c in consenting.grants(self.case, self.person, one.purpose, one.recipient)]
        self._save(taken, said, lambda _case: self.accept(), self._refused)

    def _refused(self, error: UserError) -> None:
        self.go.setEnabled(True)
        self.say(told(error))


def after_words(case: Case, outcome: str) -> tuple[str, str]:
    """What is to be done now for what was decided on the record; two empty texts where nothing was."""
    if outcome == KEEP:
        return (
            translate("consent", "Taken back. The record is kept for counsel, under a legal hold."),
            translate("consent", "Nothing of it can be deleted until the hold is lifted in the case facts."),
        )
    if outcome not in (SEAL, DELETE):
        return "", ""
    head = translate("consent", "Taken back.")
    if case.case.hold is not None:
        return head, translate(
            "consent",
            "A legal hold is on this case: lift it in the case facts first, if counsel agrees; nothing is lost by waiting.",
        )
    if outcome == SEAL:
        return head, translate(
            "consent", "Alt+Home leads to the list of cases: “Archive…” there seals this one to a key and takes it out."
        )
    return head, translate(
        "consent",
        "Alt+Home leads to the list of cases: “Shred…” there deletes this one. Copies made before keep what they hold.",
    )
