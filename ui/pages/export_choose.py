"""The first step of an export: for whom, and what it is to hold."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services import consenting, doors
from app.services.consenting import Gate
from app.services.doors import Door
from app.services.exporting import ProfileFacts, profiles
from app.services.testimony import paragraphs
from app.services.values import Choices
from ui import vocabulary
from ui.page import Around
from ui.pages import consent_words
from ui.pages.door_words import door_words
from ui.pages.export_exhibits import ExhibitTicks
from ui.pages.export_extent import Extent
from ui.pages.export_words import addition_words, profile_lines
from ui.widgets.answers import Answers
from ui.widgets.buttons import FILLED, KeyButton
from ui.widgets.columns import Columns
from ui.widgets.date_editor import DateEditor
from ui.widgets.fields import FieldRow, LineField, Tick
from ui.widgets.scrolled import Scrolled, clear
from ui.widgets.words import Hairline, words

translate = QCoreApplication.translate


class ChooseStep(QWidget):
    """``onward`` when everything that must be said was said; ``wrong`` carries a ``UserError``."""

    onward = Signal()
    wrong = Signal(object)
    edited = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.look, self.desk, self._tasks = around.look, around.desk, around.tasks
        self._gates: tuple[Gate, ...] = ()
        self._profiles = {facts.key: facts for facts in profiles()}
        area = Scrolled(self.look)
        left, self._about = QWidget(), QWidget()
        column = QVBoxLayout(left)
        self.look.pad(column, left, (32, 8, 24, 16), 12)
        self._about_column = QVBoxLayout(self._about)
        self.look.pad(self._about_column, self._about, (32, 8, 32, 16), 4)
        self.who = Answers(self.look, [(key, vocabulary.profile(key)) for key in self._profiles], self.tr("For whom"))
        self.who.choose("counsel")
        self.who.chosen.connect(lambda _key: self._profile_changed())
        self.recipient = LineField(self.tr("Recipient"), hint=self.tr("who receives it; written into the history"))
        self.date = DateEditor(self.look, self.tr("Dated"))
        self.who_row = FieldRow(self.look, self.tr("For whom"), self.who)
        column.addWidget(self.who_row)
        column.addWidget(FieldRow(self.look, self.tr("Recipient"), self.recipient))
        date_row = FieldRow(self.look, self.tr("Dated"), self.date)
        self.date.stand_in(date_row)
        self.date.load(dt.date.today().isoformat())
        column.addWidget(date_row)
        self.what = Answers(
            self.look,
            (
                ("confirmed", self.tr("Confirmed ones")),
                ("all", self.tr("All, drafts and originals too")),
                ("some", self.tr("Chosen ones")),
                ("none", self.tr("None")),
            ),
            self.tr("Testimonies"),
        )
        self.what.chosen.connect(lambda _key: self._arrange())
        self.what_row = FieldRow(self.look, self.tr("Testimonies"), self.what)
        column.addWidget(self.what_row)
        self._ticks = QWidget()
        self._ticks_column = QVBoxLayout(self._ticks)
        self.look.pad(self._ticks_column, self._ticks, (120, 0, 0, 0), 2)
        column.addWidget(self._ticks)
        self.ticks: dict[str, Tick] = {}
        self._added = QWidget()
        self._added_column = QVBoxLayout(self._added)
        self.look.pad(self._added_column, self._added, (0, 8, 0, 0), 2)
        column.addWidget(self._added)
        self.additions: dict[str, Tick] = {}
        self.extent = Extent(around)
        column.addWidget(self.extent)
        self.exhibits = ExhibitTicks(around)
        self.exhibits.edited.connect(self.edited)
        column.addWidget(self.exhibits)
        column.addStretch(1)
        area.column.addWidget(Columns(self.look, left, self._about, ratio=(3, 2), narrow=760), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        outer.addWidget(Hairline(self.look))
        self.go = KeyButton(self.look, self.tr("Review"), "Ctrl+Return", kind=FILLED, height=40, bind=False)
        self.go.clicked.connect(self.go_on)
        foot = QVBoxLayout()  # always in sight, however much there is to choose
        self.look.pad(foot, self, (32, 8, 24, 8), 0)
        foot.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addLayout(foot)
        self.refresh()
        self._profile_changed()
        for signal in (self.who.chosen, self.what.chosen, self.recipient.textEdited, self.date.edited):
            signal.connect(lambda *_any: self.edited.emit())
        self.extent.edited.connect(self.edited.emit)
        self.extent.language.chosen.connect(lambda _key: self._arrange())

    def first(self) -> QWidget:
        """What gets the keyboard."""
        return self.who

    @property
    def profile(self) -> str:
        """The key of the chosen profile."""
        return self.who.value

    @property
    def facts(self) -> ProfileFacts:
        """What is to be known of it."""
        return self._profiles[self.profile]

    def choose_profile(self, key: str) -> None:
        """Choose a profile by key; an unknown one changes nothing."""
        if key in self._profiles:
            self.who.choose(key)

    # --- showing ---

    def refresh(self) -> None:
        """The testimonies on record now; ticks stay."""
        held = {key for key, tick in self.ticks.items() if tick.isChecked()}
        clear(self._ticks_column)
        self.ticks = {}
        names = {person.id: person.names[0].text for person in self.desk.case.people}
        for number, testimony in enumerate(self.desk.case.testimonies, 1):
            text = self.tr("{0}. {1}, {2}, {3}, {4} paragraphs").format(
                number,
                names.get(testimony.person, ""),
                vocabulary.language(testimony.lang),
                vocabulary.status(testimony.status or "draft"),
                len(paragraphs(testimony.text)),
            )
            tick = Tick(self.look, text, testimony.id in held)
            tick.toggled.connect(lambda _on: self.edited.emit())
            self.ticks[testimony.id] = tick
            self._ticks_column.addWidget(tick)
        self.extent.refresh()
        self._arrange()
        self.exhibits.reload()
        case, today = self.desk.case, dt.date.today()

        def take(found: tuple[Gate, ...]) -> None:
            if self.desk.case is case:
                self._gates = found
                self._say_gate()

        self._tasks.compute(self, lambda _progress, _stopping: consenting.gates(case, today), take)

    def _say_gate(self) -> None:
        """Whether consent opens this copy, and what stays out of it because it was refused."""
        gate = next((one for one in self._gates if one.profile == self.profile), None)
        if gate is None:
            return
        lines = (
            []
            if gate.open
            else [self.tr("Consent keeps this copy closed: {0}.").format(consent_words.gate(self.desk.case, gate))]
        )
        readers = dict.fromkeys(recipient for _, recipient in gate.rests_on)
        for door in (self._medical(recipient) for recipient in readers):
            if door.shut:
                lines.append(". ".join(door_words(door)))
                break
        self.who_row.say("\n".join(lines), "ban", "attention")

    def _medical(self, recipient: str) -> Door:
        return doors.consent_for(self.desk.case, "medical-detail", dt.date.today(), recipient=recipient)

    def _profile_changed(self) -> None:
        facts = self.facts
        self.what.choose(facts.testimonies)
        clear(self._added_column)
        self.additions = {}
        if facts.optional:
            self._added_column.addWidget(words(self.tr("Also, by choice"), "label"))
        for key in facts.optional:
            tick = Tick(self.look, addition_words(key))
            tick.toggled.connect(lambda _on: self.edited.emit())
            self.additions[key] = tick
            self._added_column.addWidget(tick)
        self.recipient.setPlaceholderText(
            self.tr("who receives it; printed, and written into the history")
            if facts.recipient
            else self.tr("who receives it; not printed, only written into the history")
        )
        self._describe()
        self._say_gate()
        self._arrange()

    def _describe(self) -> None:
        column = self._about_column
        clear(column)
        column.addWidget(words(self.tr("What this copy shows"), "section"))
        column.addWidget(Hairline(self.look))
        for head, line in profile_lines(self.facts):
            column.addWidget(words(head, "strong", wrap=True))
            column.addWidget(words(line, "quiet", wrap=True))
            column.addSpacing(self.look.px(8))
        column.addStretch(1)

    def _arrange(self) -> None:
        self._ticks.setVisible(self.what.value == "some")
        if self.what.value != "confirmed":
            self.what_row.say("")
            return
        language = self.extent.report_language()
        confirmed = [testimony for testimony in self.desk.case.testimonies if testimony.status == "confirmed"]
        shown = [one for one in confirmed if one.lang.split("-")[0].lower() == language.split("-")[0].lower()]
        if not shown:
            text = self.tr("None is confirmed in {0}, the language of the report: read one back first, or choose others.")
            self.what_row.say(text.format(vocabulary.language(language)), "circle-alert", "attention")
        elif len(shown) < len(confirmed):
            text = self.tr("{0} confirmed in another language than {1} are left out; they can be chosen.")
            self.what_row.say(text.format(len(confirmed) - len(shown), vocabulary.language(language)), "info")
        else:
            self.what_row.say("")

    # --- the answer ---

    def choices(self) -> Choices:
        """What was chosen."""
        value = self.what.value
        some = tuple(key for key, tick in self.ticks.items() if tick.isChecked())
        return Choices(
            dt.date.fromisoformat(self.date.value()),
            (some or ("none",)) if value == "some" else (value,),
            frozenset(key for key, tick in self.additions.items() if tick.isChecked()),
            self.recipient.text().strip() or None,
            **self.extent.chosen(),
            exhibits=self.exhibits.chosen(),
        )

    def typed(self) -> dict[str, object]:
        """What was chosen, to be kept as a draft; the date is today's again."""
        return {
            "profile": self.profile,
            "recipient": self.recipient.text(),
            "testimonies": self.what.value,
            "some": [key for key, tick in self.ticks.items() if tick.isChecked()],
            "include": [key for key, tick in self.additions.items() if tick.isChecked()],
            "extent": self.extent.typed(),
            "exhibits": self.exhibits.kept(),
        }

    def put_typed(self, typed: dict[str, object]) -> None:
        """Show what was kept."""
        self.choose_profile(str(typed.get("profile", "")))
        self.recipient.setText(str(typed.get("recipient", "")))
        self.what.choose(str(typed.get("testimonies", "")) or self.facts.testimonies)
        self.exhibits.choose(typed.get("exhibits"))
        for key, ticks in (("some", self.ticks), ("include", self.additions)):
            held = typed.get(key)
            for name, tick in ticks.items():
                tick.setChecked(isinstance(held, list) and name in held)
        self.extent.put_typed(typed.get("extent"))

    def in_words(self) -> str:
        """The choice in one line."""
        whom = self.recipient.text().strip()
        profile = vocabulary.profile(self.profile)
        return self.tr("For {0}, {1}").format(profile.lower(), whom) if whom else self.tr("For {0}").format(profile.lower())

    def go_on(self) -> None:
        """On to the review, if what was chosen can be made."""
        value = self.date.value() or ""
        if self.what.value == "some" and not any(tick.isChecked() for tick in self.ticks.values()):
            self.what_row.say(self.tr("Tick at least one, or choose None."), "circle-alert", "attention")
            return
        if self.extent.wanting():
            return
        try:
            dt.date.fromisoformat(value)
        except ValueError:
            self.date.tell(self.tr("The date printed must be one day, such as today."), "circle-alert", "attention")
            self.date.setFocus()
            return
        self.onward.emit()
