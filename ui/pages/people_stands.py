"""Choosing what stands for somebody in exports: words that read as a name on record are refused while one types."""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.case import Disclose, Organization, Person
from app.services.survey import Survey
from ui import vocabulary
from ui.look import Look
from ui.pages import people_words
from ui.pages.people_record import Fact, name_reason, stand_words
from ui.widgets.answers import Answers
from ui.widgets.dialogs import Panel
from ui.widgets.fields import FieldRow, LineField
from ui.widgets.scrolled import clear
from ui.widgets.words import words


class StandsPanel(Panel):
    """The dialog. ``take`` is called with the choice when Enter or "Save" is pressed; ``typed`` keeps a draft."""

    typed = Signal(str)

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        one: Person | Organization,
        name: str,
        survey: Survey,
        take: Callable[[Disclose | None], None],
        draft: str = "",
    ) -> None:
        title = people_words.translate("people", "What stands for {0}").format(name)
        lead = people_words.translate("people", "In each copy the profile decides where your choice is used; below you see it.")
        super().__init__(look, parent, title, people_words.translate("people", "Save"), lead=lead)
        self._one, self._survey, self._take = one, survey, take
        rows = [("", self.tr("As each copy has it")), ("code", self.tr("A code")), ("descriptor", self.tr("A description"))]
        if isinstance(one, Person):
            rows.append(("name", self.tr("By name")))
        rows.append(("omit", self.tr("Not at all")))
        self.answers = Answers(look, rows, self.tr("What stands"), self)
        self.answers_row = FieldRow(look, self.tr("What stands"), self.answers, above=True)
        self.body.addWidget(self.answers_row)
        self.text = LineField(self.tr("Words"))
        self.text_row = FieldRow(look, self.tr("Words"), self.text, above=True)
        self.body.addWidget(self.text_row)
        self.body.addWidget(words(self.tr("It would stand as"), "label"))
        self.preview = QVBoxLayout()
        look.pad(self.preview, self, (0, 0, 0, 0), 0)
        self.body.addLayout(self.preview)
        held = one.disclose or Disclose()
        self.answers.choose(held.as_ or "")
        self.text.setText(held.text or "")
        self._restore(draft)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(150)
        self._clock.timeout.connect(self._preview)
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(900)
        self._keep.timeout.connect(lambda: self.typed.emit(self.draft()))
        self.answers.chosen.connect(lambda _key: self._changed())
        self.text.textEdited.connect(lambda _text: self._changed())
        self._judge()
        self._preview()
        self.answers.setFocus()

    def draft(self) -> str:
        """What was chosen and typed, as JSON."""
        return json.dumps({"as": self.answers.value, "text": self.text.text()}, ensure_ascii=False)

    def _restore(self, draft: str) -> None:
        if draft:
            held = json.loads(draft)
            self.answers.choose(str(held.get("as", "")))
            self.text.setText(str(held.get("text", "")))
            self.notice.say(self.tr("You began this and did not save it. Here it is as you left it."), kind="plain")

    def _changed(self) -> None:
        self._judge()
        self._clock.start()
        if not self._keep.isActive():
            self._keep.start()

    def choice(self) -> Disclose | None:
        """What was chosen; ``None`` for "as each copy has it"."""
        style = self.answers.value
        if not style:
            return None
        text = self.text.text().strip() if style in ("code", "descriptor") else ""
        return Disclose(style, text or None)

    def _judge(self) -> None:
        """Refuse in words, while one types, what would give somebody away."""
        style = self.answers.value
        self.text_row.setVisible(style in ("code", "descriptor"))
        clash = self._survey.clash(self._one.id, style, self.text.text())
        self.text.mark(clash is not None)
        self.go.setEnabled(clash is None)
        if clash is not None:
            self.text_row.say(people_words.clash_words(clash), "circle-alert", "attention")
        elif style == "code":
            self.text_row.say(
                self.tr("The word in the brackets, such as Brother for [Brother]. Empty: the role, such as [Relative 1].")
            )
        else:
            self.text_row.say(self.tr("Plain words, such as “the man”. Empty: what fits the role."))
        note = {
            "": self.tr("A code for counsel, court and partner; a description in public."),
            "name": self.tr("Counts in a court copy only. Everywhere else a code or a description stands."),
            "omit": self.tr("No mention remains in any copy."),
        }.get(style, "")
        self.answers_row.say(note)

    def _preview(self) -> None:
        clear(self.preview)
        for stand in self._survey.preview(self._one.id, self.choice()):
            text, note = stand_words(stand)
            self.preview.addWidget(Fact(self.look, vocabulary.profile(stand.profile), text, note, strong=True))
            if why := name_reason(stand):
                self.preview.addWidget(words(why, "note", wrap=True))
        QTimer.singleShot(0, self, self.adjustSize)

    def take_step(self) -> None:
        if self.go.isEnabled():
            self._take(self.choice())
