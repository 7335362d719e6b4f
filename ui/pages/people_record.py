"""One person, place or organization as it stands on record, each part with the way to change it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.case import Case, Name, Organization, Person, Place, Risk
from app.services import registry
from app.services.registry import Entry
from app.services.survey import Stand
from ui import vocabulary
from ui.look import Look
from ui.pages import people_words
from ui.pages.people_words import isolated
from ui.widgets.buttons import DANGER, KeyButton
from ui.widgets.scrolled import clear
from ui.widgets.section_head import SectionHead
from ui.widgets.words import Icon, words
from ui.widgets.wrapping import Wrapping


class Fact(QWidget):
    """A label and what is recorded under it."""

    def __init__(self, look: Look, label: str, text: str, note: str = "", *, strong: bool = False) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        look.pad(row, self, (0, 2, 0, 2), 8)
        left = words(label, "quiet", wrap=True)
        look.fit(left, lambda: left.setFixedWidth(look.px(110)))
        row.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
        self.text = words(text, "strong" if strong else "", wrap=True, select=True)
        row.addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)
        if note:
            row.addWidget(words(note, "note"), 0, Qt.AlignmentFlag.AlignTop)


class Record(QWidget):
    """The record. ``change`` asks for the form, at a field; ``stands`` for another substitute; ``remove``; ``merge`` for one
    entry of two, ``split`` for two of one; ``resume`` goes on with an unsaved change, ``forget`` throws it away."""

    change = Signal(str)
    stands = Signal()
    remove = Signal()
    merge = Signal()
    split = Signal()
    resume = Signal()
    forget = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.name = words("", "record", wrap=True, select=True)
        self.who = words("", "quiet", wrap=True)
        self.body = QVBoxLayout()
        self.stand_box = QVBoxLayout()
        self.facts: dict[str, str] = {}
        self.heads: dict[str, SectionHead] = {}
        column = QVBoxLayout(self)
        look.pad(column, self, (0, 0, 0, 0), 2)
        for layout in (self.body, self.stand_box):
            look.pad(layout, self, (0, 0, 0, 0), 2)
        column.addWidget(self.name)
        column.addWidget(self.who)
        column.addWidget(self._draft_strip())
        self.proposed = QVBoxLayout()  # spellings that may be the entry's
        look.pad(self.proposed, self, (0, 0, 0, 0), 0)
        column.addLayout(self.proposed)
        column.addLayout(self.body)
        self.remove_button = KeyButton(look, self.tr("Remove…"), "Ctrl+Delete", kind=DANGER, icon="trash-2", parent=self)
        self.remove_button.clicked.connect(self.remove)
        self.merge_button = KeyButton(look, self.tr("Also on record as…"), "Ctrl+J", icon="users", parent=self)
        self.merge_button.clicked.connect(self.merge)
        self.split_button = KeyButton(look, self.tr("Is two…"), "Ctrl+Shift+J", icon="git-branch", parent=self)
        self.split_button.clicked.connect(self.split)
        column.addSpacing(look.px(16))
        self.acts = QWidget(self)
        acts = Wrapping(self.acts)
        look.pad(acts, self.acts, (0, 0, 0, 0), 8)
        for button in (self.merge_button, self.split_button, self.remove_button):
            acts.addWidget(button)
        column.addWidget(self.acts)
        column.addStretch(1)

    def _draft_strip(self) -> QWidget:
        self.draft_strip = QWidget(self)
        column = QVBoxLayout(self.draft_strip)
        self.look.pad(column, self.draft_strip, (0, 8, 0, 4), 4)
        row = QHBoxLayout()
        self.look.pad(row, self.draft_strip, (0, 0, 0, 0), 8)
        row.addWidget(Icon(self.look, "pencil", "attention"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words(self.tr("You began a change here. It is kept, and not saved yet."), "attention", wrap=True), 1)
        column.addLayout(row)
        buttons = QHBoxLayout()
        self.look.pad(buttons, self.draft_strip, (0, 0, 0, 0), 8)
        self.resume_button = KeyButton(self.look, self.tr("Go on"), height=32, parent=self)
        self.resume_button.clicked.connect(self.resume)
        self.forget_button = KeyButton(self.look, self.tr("Throw it away…"), height=32, parent=self)
        self.forget_button.clicked.connect(self.forget)
        buttons.addWidget(self.resume_button)
        buttons.addWidget(self.forget_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return self.draft_strip

    # --- one entry ---

    def show_entry(
        self, case: Case, one: Entry, countries: dict[str, str], stands: tuple[Stand, ...] | None, draft: bool
    ) -> None:
        """Show an entry. ``stands`` is ``None`` while it is being worked out."""
        self.case, self.countries = case, countries
        shown, scripts = [], set[str]()
        for name in one.names:
            kind = registry.script(name.text)
            if kind not in scripts:
                scripts.add(kind)
                shown.append(isolated(name.text))
        self.name.setText("   ".join(shown))
        self.who.setText(people_words.who_words(case, one, countries))
        self.show_draft(draft)
        clear(self.body)
        self.stand_box = QVBoxLayout()
        self.look.pad(self.stand_box, self, (0, 0, 0, 0), 2)
        self.facts, self.heads = {}, {}
        self._spellings(one)
        if isinstance(one, Person):
            self._risks(one)
        self._head("stands", self.tr("Stands in exports as"), "" if isinstance(one, Place) else self.tr("Change…"))
        if "stands" in self.heads:
            self.heads["stands"].button.clicked.connect(self.stands)
        self.body.addLayout(self.stand_box)
        self.show_stands(one, stands)
        if isinstance(one, Person):
            self._person(one)
        elif isinstance(one, Place):
            self._place(one)
        else:
            self._organization(one)

    def show_draft(self, draft: bool) -> None:
        """Offer back a change that was begun here."""
        self.draft_strip.setVisible(draft)

    def _head(self, key: str, title: str, action: str, field: str = "") -> None:
        head = SectionHead(self.look, title, action)
        if field:
            head.button.clicked.connect(lambda: self.change.emit(field))
        self.heads[key] = head
        self.body.addWidget(head)

    def _fact(self, key: str, label: str, text: str) -> None:
        self.facts[key] = text
        self.body.addWidget(Fact(self.look, label, text))

    def _spellings(self, one: Entry) -> None:
        self._head("names", self.tr("Spellings"), self.tr("Add"), "+names")
        by_script: dict[str, list[str]] = {}
        for name in one.names:
            by_script.setdefault(registry.script(name.text), []).append(_spelled(name))
        for spelled in by_script.values():
            self.body.addWidget(words("  ·  ".join(spelled), wrap=True, select=True))
        self.facts["names"] = "\n".join("  ·  ".join(spelled) for spelled in by_script.values())
        self.body.addWidget(words(self.tr("All of these, in any order or case, are found and masked."), "note", wrap=True))

    def _risks(self, one: Person) -> None:
        self._head("at_risk", self.tr("At risk"), self.tr("Change") if one.at_risk else self.tr("Add"), "at_risk")
        if not one.at_risk:
            self.body.addWidget(words(self.tr("No risk on record."), "note"))
        for risk in one.at_risk:
            row = QHBoxLayout()
            self.look.pad(row, self, (0, 2, 0, 2), 10)
            row.addWidget(Icon(self.look, "shield-alert", "attention"), 0, Qt.AlignmentFlag.AlignTop)
            text = words(self._risk(risk), wrap=True, select=True)
            row.addWidget(text, 1)
            self.body.addLayout(row)
            self.facts["at_risk"] = "\n".join(part for part in (self.facts.get("at_risk", ""), text.text()) if part)
        if one.at_risk and "witness" not in one.roles and all(consent.person != one.id for consent in self.case.consents):
            self.body.addWidget(words(self.tr("Has not been asked for consent of their own."), "note", wrap=True))

    def _risk(self, risk: Risk) -> str:
        source = registry.entry(self.case, risk.from_)
        who = isolated(registry.first_name(source)) if source else ""
        if who and risk.because:
            text = self.tr("From {0}: {1}").format(who, risk.because)
        elif who:
            text = self.tr("From {0}").format(who)
        else:
            text = risk.because or self.tr("Nothing is recorded about from whom or why")
        text = text.rstrip(".")
        if risk.since:
            text = self.tr("{0}. Since {1}").format(text, people_words.date(risk.since))
        return text + "."

    def show_stands(self, one: Entry, stands: tuple[Stand, ...] | None) -> None:
        """What stands for the entry, a row a profile."""
        clear(self.stand_box)
        self.facts["stands"] = ""
        if stands is None:
            self.stand_box.addWidget(words(self.tr("Being worked out…"), "note"))
            return
        clashes = []
        for stand in stands:
            text, note = stand_words(stand)
            fact = Fact(self.look, vocabulary.profile(stand.profile), text, note, strong=True)
            self.stand_box.addWidget(fact)
            if why := name_reason(stand):
                self.stand_box.addWidget(words(why, "note", wrap=True))
            self.facts["stands"] += f"{stand.profile}: {text} {note}\n"
            if stand.clash is not None:
                clashes.append(f"{vocabulary.profile(stand.profile)}: {people_words.clash_words(stand.clash)}")
        row = QHBoxLayout()
        self.look.pad(row, self, (0, 4, 0, 0), 6)
        good = not clashes
        row.addWidget(
            Icon(self.look, "circle-check" if good else "circle-alert", "text2" if good else "attention", 15), 0, _TOP
        )
        coded = any(stand.style in ("code", "descriptor") for stand in stands)
        named = any(stand.style == "name" for stand in stands)
        if coded and named:
            safe = self.tr("Where no name stands, none of these is the name of anyone on record.")
        elif named:
            safe = self.tr("It stands by its own name in every copy.")
        else:
            safe = self.tr("None of these is the name of anyone on record.")
        self.verdict: QLabel = words("\n".join(dict.fromkeys(clashes)) or safe, "note" if good else "attention-note", wrap=True)
        row.addWidget(self.verdict, 1)
        self.stand_box.addLayout(row)
        if isinstance(one, Place):
            text = self.tr("A place stands by its kind and by what it lies in; mark it public to show it in every copy.")
            self.stand_box.addWidget(words(text, "note", wrap=True))

    # --- the rest of each kind ---

    def _rest(self, facts: list[tuple[str, str, str]]) -> None:
        """The facts that are recorded, and in one line those that are not."""
        for key, label, text in facts:
            if text:
                self._fact(key, label, text)
        if missing := [label.lower() for _, label, text in facts if not text]:
            self.body.addWidget(words(self.tr("Not recorded: {0}.").format(", ".join(missing)), "note", wrap=True))

    def _person(self, one: Person) -> None:
        self._head("who", self.tr("Who this is"), self.tr("Change"), "roles")
        other = registry.entry(self.case, one.relation.to) if one.relation else None
        relation = (one.relation.as_ or "") if one.relation else ""
        if other is not None:
            of = isolated(registry.first_name(other))
            relation = self.tr("{0} of {1}").format(relation.removesuffix(" of") or self.tr("relative"), of)
        home = registry.entry(self.case, one.lives_in)
        facts = [
            ("roles", self.tr("Roles"), ", ".join(vocabulary.role(role) for role in one.roles)),
            ("relation", self.tr("Relation"), relation),
            ("sex", self.tr("Sex"), vocabulary.sex(one.sex) if one.sex else ""),
            ("born", self.tr("Born"), people_words.date(one.born)),
            ("nationality", self.tr("Nationality"), self.countries.get(one.nationality or "", one.nationality or "")),
            ("occupation", self.tr("Occupation"), one.occupation or ""),
            ("lives_in", self.tr("Lives in"), isolated(registry.first_name(home)) if home else ""),
        ]
        self._rest(facts)
        if one.public_figure:
            self._fact("public_figure", self.tr("Public figure"), self.tr("yes: named in every copy"))
        self._head("contacts", self.tr("Contacts and numbers"), self.tr("Change"), "contacts")
        if not one.contacts and not one.identifiers:
            self.body.addWidget(words(self.tr("None on record."), "note"))
        for contact in one.contacts:
            self._fact("contacts", vocabulary.contact_kind(contact.kind or ""), contact.value)
        for number in one.identifiers:
            self._fact("identifiers", vocabulary.identifier_kind(number.kind or ""), number.value)

    def _place(self, one: Place) -> None:
        self._head("who", self.tr("What this is"), self.tr("Change"), "kind")
        above = registry.larger_places(self.case, one.within)
        facts = [
            ("kind", self.tr("Kind"), vocabulary.place_kind(one.kind) if one.kind else ""),
            ("within", self.tr("Lies in"), ", ".join(isolated(registry.first_name(place)) for place in above)),
        ]
        self._rest(facts)
        if one.public:
            self._fact("public", self.tr("Public"), self.tr("yes: shown in every copy"))

    def _organization(self, one: Organization) -> None:
        self._head("who", self.tr("What this is"), self.tr("Change"), "kind")
        facts = [
            ("kind", self.tr("Kind"), vocabulary.organization_kind(one.kind) if one.kind else ""),
            ("country", self.tr("Country"), self.countries.get(one.country or "", one.country or "")),
        ]
        self._rest(facts)
        if one.public:
            self._fact("public", self.tr("Public"), self.tr("yes: named in every copy"))


_TOP = Qt.AlignmentFlag.AlignTop


def _spelled(name: Name) -> str:
    text = isolated(name.text)
    if name.kind in ("nickname", "former", "alias", "description"):
        kind = (
            people_words.translate("people", "description") if name.kind == "description" else vocabulary.name_kind(name.kind)
        )
        return f"{text} ({kind})"
    return text


def stand_words(stand: Stand) -> tuple[str, str]:
    """What stands, and the small word beside it that says why."""
    translate = people_words.translate
    if stand.style == "omit":
        return translate("people", "left out"), ""
    note = {
        "no-consent": translate("people", "no consent"),
        "minor": translate("people", "may be a minor"),
        "public": translate("people", "public"),
    }.get(stand.why, translate("people", "by name") if stand.style == "name" else "")
    return stand.text, note


def name_reason(stand: Stand) -> str:
    """Why somebody who is no public figure stands by name whatever was chosen; "" where nothing needs saying."""
    if stand.profile == "ccf" and stand.style == "name" and not stand.why:
        return people_words.translate("people", "A request to INTERPOL’s Commission (CCF) must say whose data it is about.")
    return ""
