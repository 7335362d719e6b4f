"""History: every saved change, who made it and when, and the earlier wordings of what it touched."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.date_words import date_words
from app.domain.plain import to_plain
from app.services import history
from app.services.history import HistoryRow, Touched, Version
from app.services.open_vault import OpenVault
from ui import vocabulary
from ui.page import Around, Hints, Page
from ui.pages.version_words import Told, version_lines
from ui.widgets.buttons import QUIET, KeyButton
from ui.widgets.columns import Columns
from ui.widgets.dialogs import ask
from ui.widgets.fields import LineField, TextArea
from ui.widgets.scrolled import Scrolled, clear
from ui.widgets.table import Cell, Column, Row, Table
from ui.widgets.words import Hairline, words

translate = QCoreApplication.translate

#: So many lines, and letters, of one wording are shown at once: each is a label, and takes its time to be laid out.
_MOST_LINES, _MOST_LETTERS = 40, 4000

#: The entries that a row touched, each with all its wordings.
Found = list[tuple[Touched, tuple[Version, ...]]]


class HistoryPage(Page):
    """The journal, newest first. Nothing can be changed here but by undoing, which is a change of its own."""

    key = "history"
    icon = "history"

    @classmethod
    def label(cls) -> str:
        return translate("HistoryPage", "History")

    def __init__(self, around: Around) -> None:
        super().__init__(around, self.label(), margins=False)
        self.subtitle.setText(
            self.tr("Every saved change. Each row is chained to the one before; none can be altered unnoticed.")
        )
        self.subtitle.show()
        self.undo_button = KeyButton(self.look, self.tr("Undo this change…"), "Ctrl+Shift+Z", icon="undo-2")
        self.undo_button.clicked.connect(self._ask_undo)
        self.head.addWidget(self.undo_button, 0, Qt.AlignmentFlag.AlignTop)
        self.find_field = LineField(self.tr("Find in the history"), hint=self.tr("Find: a name, a date, an author"))
        self.find_field.textChanged.connect(lambda _text: self._fill())
        columns = (
            Column(self.tr("When"), 150),
            Column(self.tr("What")),
            Column(self.tr("By"), 170),
        )
        self.table = Table(self.look, self.tr("History"), columns, row_height=44)
        self.table.chosen.connect(lambda _key: self._show_row())
        left = QWidget()
        left_column = QVBoxLayout(left)
        self.look.pad(left_column, left, (21, 0, 16, 0), 8)
        find_row = QHBoxLayout()
        self.look.pad(find_row, left, (11, 0, 0, 0), 0)
        find_row.addWidget(self.find_field)
        left_column.addLayout(find_row)
        left_column.addWidget(self.table, 1)
        self.detail = Scrolled(self.look, margins=(32, 4, 32, 16), spacing=6)
        self.body.addWidget(Columns(self.look, left, self.detail, ratio=(3, 2)))
        self._rows: dict[str, Listed] = {}
        self._shown = (0, "")
        self._touched: tuple[Touched, ...] = ()
        self.refresh()

    def hints(self) -> Hints:
        return ((("Up", "Down"), self.tr("choose")), (("Ctrl+Shift+Z",), self.tr("undo this change")))

    def primary(self) -> QWidget | None:
        return self.table

    # --- rows ---

    def refresh(self) -> None:
        case_id = self.desk.case_id

        def read(vault: OpenVault) -> list[Listed]:
            return [listed(row) for row in history.rows(vault.store(case_id))]  # worded here: thousands of rows take a while

        self.tasks.query(self, read, self._take)

    def _take(self, rows: list[Listed]) -> None:
        self._rows = {str(each.row.seq): each for each in rows}
        self._shown = (0, "")
        self._fill()

    def _fill(self) -> None:
        wanted = self.find_field.text().casefold().split()
        held = self.table.key
        self.table.show_rows(
            [
                Row(key, (Cell(each.when), Cell(each.about, strong=each.what), Cell(each.row.author)))
                for key, each in self._rows.items()
                if all(word in each.text for word in wanted)
            ]
        )
        if held in self._rows and self.table.key != held:
            self.table.choose(held)
        self._show_row()

    @property
    def row(self) -> HistoryRow | None:
        """The row the keyboard stands on."""
        held = self._rows.get(self.table.key)
        return held.row if held else None

    # --- one row ---

    def _show_row(self) -> None:
        row = self.row
        self.undo_button.setEnabled(bool(row and row.revertible))
        if row is not None and self._shown == (row.seq, row.what):
            return
        clear(self.detail.column)
        if row is None:
            return
        self._shown = (row.seq, row.what)
        self.detail.column.addWidget(words(what_words(row)[0], "section", wrap=True))
        note = self.tr("Row {0}, {1}, by {2}").format(row.seq, when_words(row.time), row.author)
        self.detail.column.addWidget(words(note, "note", wrap=True))
        if row.note:
            self.detail.column.addWidget(words(row.note, wrap=True))
        if row.erased:
            self.detail.column.addWidget(
                words(self.tr("The words of this row were erased. The chain still holds."), "quiet", wrap=True)
            )
        for line in detail_lines(row)[:_MOST_LINES]:
            self.detail.column.addWidget(words(line, wrap=True, select=True))
        case_id, touched = self.desk.case_id, row.touched[:8]
        self._touched = row.touched

        def read(vault: OpenVault) -> Found:
            store = vault.store(case_id)
            return [(one, history.earlier(store, one.kind, one.id)) for one in touched]

        if touched:
            self.tasks.query(self, read, partial(self._show_versions, row.seq))
        else:
            self.detail.column.addStretch(1)

    def _show_versions(self, seq: int, found: Found) -> None:
        if self._shown[0] != seq:
            return
        column = self.detail.column
        called = {entry_id: words_ for (_, entry_id), words_ in history.labels(self.desk.case).items()}
        for one, versions in found:
            column.addSpacing(self.look.px(12))
            name = touched_words(one)
            if one.label is None:
                name = self.tr("{0}, no longer on record").format(name)
            column.addWidget(words(name, "strong", wrap=True))
            column.addWidget(Hairline(self.look))
            for number, version in reversed(list(enumerate(versions))):
                self._show_version(seq, Told(one.kind, called), version, versions[number - 1] if number else None)
        if len(self._touched) > len(found):
            more = self.tr("and {0} more entries").format(len(self._touched) - len(found))
            column.addWidget(words(more, "quiet", wrap=True))
        column.addStretch(1)

    def _show_version(self, seq: int, told: Told, version: Version, before: Version | None) -> None:
        column = self.detail.column
        column.addSpacing(self.look.px(8))
        here = self.tr("this change") if version.seq == seq else when_words(version.time)
        column.addWidget(words(self.tr("{0}, by {1}").format(here, version.author), "note", wrap=True))
        if version.what == "erased":
            column.addWidget(words(self.tr("erased"), "quiet"))
            return
        if version.what == "removed":
            column.addWidget(words(self.tr("taken away"), "quiet"))
            return
        earlier = to_plain(before.value) if before is not None and before.value is not None else {}
        lines = list(version_lines(to_plain(version.value), earlier, told))
        shown, letters = 0, 0
        while shown < min(len(lines), _MOST_LINES) and letters < _MOST_LETTERS:
            letters += len(lines[shown][1])
            shown += 1
        for label, text, said in lines[:shown]:
            if said:
                column.addWidget(words(label, "note"))
            column.addWidget(words(text if said else f"{label}: {text}", "said" if said else "", wrap=True, select=True))
        if len(lines) > shown:
            button = KeyButton(self.look, self.tr("Show {0} more").format(len(lines) - shown), kind=QUIET, height=28)
            button.clicked.connect(partial(self._show_rest, button, lines[shown:]))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_rest(self, button: KeyButton, lines: list[tuple[str, str, bool]]) -> None:
        """The rest of a long wording, in one text: hundreds of labels would hold the window up."""
        at = self.detail.column.indexOf(button)
        rest = TextArea(self.look, button.text(), "\n\n".join(f"{label}\n{text}" for label, text, _ in lines), most=18)
        rest.setReadOnly(True)
        self.detail.column.insertWidget(at, rest)
        button.hide()
        button.deleteLater()
        rest.setFocus()

    # --- undoing ---

    def _ask_undo(self) -> None:
        row = self.row
        if row is None or not row.revertible:
            return
        what, about = what_words(row)
        panel = ask(
            self.look,
            self,
            self.tr("Undo this change?"),
            self.tr(
                "{0}: {1}\nWhat stood there before comes back. The undoing is a new row; nothing is lost from the history."
            ).format(what, about),
            self.tr("Undo it"),
        )
        panel.accepted.connect(lambda: self.desk.run(self, lambda store: history.revert(store, row.seq), None, self.say))


@dataclass(frozen=True, slots=True)
class Listed:
    """A row as the list shows it. ``text``: all that it is found by, folded."""

    row: HistoryRow
    when: str
    what: str
    about: str = field(repr=False)
    text: str = field(repr=False)


def listed(row: HistoryRow) -> Listed:
    """Put a row into words."""
    (what, about), when = what_words(row), when_words(row.time)
    return Listed(row, when, what, about, f"{when} {row.time[:10]} {what} {about} {row.author}".casefold())


def when_words(time: str) -> str:
    """A time of the journal (UTC) as it was on this computer's clock."""
    try:
        local = dt.datetime.fromisoformat(time.replace("Z", "+00:00")).astimezone()
    except ValueError:
        return time
    today = dt.datetime.now().astimezone().date()
    if local.date() == today:
        return translate("HistoryPage", "today, {0}").format(local.strftime("%H:%M"))
    return translate("HistoryPage", "{0}, {1}").format(date_words(local.date().isoformat()), local.strftime("%H:%M"))


def detail_lines(row: HistoryRow) -> list[str]:
    """The terms on which something left the vault, or what was decided, a line each."""
    terms = {
        "profile": translate("HistoryPage", "For: {0}"),
        "recipient": translate("HistoryPage", "Recipient: {0}"),
        "recipients": translate("HistoryPage", "Sealed to: {0}"),
        "dated": translate("HistoryPage", "Dated: {0}"),
        "pages": translate("HistoryPage", "Pages: {0}"),
        "exhibits": translate("HistoryPage", "Pages shown of: {0}"),
        "sign_off": translate("HistoryPage", "Signed off by: {0}"),
        "override": translate("HistoryPage", "Without a grant, because: {0}"),
        "sha256": translate("HistoryPage", "SHA-256: {0}"),
        "signed": translate("HistoryPage", "The witness stands by it, {0}"),
        "text_sha256": translate("HistoryPage", "SHA-256 of the words: {0}"),
        "code": translate("HistoryPage", "Code of the sheets: {0}"),
    }
    answers = {
        "mask": translate("HistoryPage", "“{0}”: masked"),
        "safe": translate("HistoryPage", "“{0}”: safe to show"),
        "": translate("HistoryPage", "“{0}”: somebody no longer on record"),
    }
    lines = []
    for key, value in row.details:
        if key == "decision":
            text, _, answer = value.rpartition("\t")
            known = answers.get(answer)
            lines.append(known.format(text) if known else translate("HistoryPage", "“{0}”: {1}").format(text, answer))
        elif key in terms:
            words_of = {"profile": vocabulary.profile, "signed": vocabulary.consent_method}
            shown = words_of[key](value) if key in words_of else value
            lines.append(terms[key].format(shown))
    return lines


def what_words(row: HistoryRow) -> tuple[str, str]:
    """What was done, and to what."""
    about = ", ".join(touched_words(one) for one in row.touched[:4])
    if row.what in ("disclosure", "exported-sealed") and row.details:
        held = dict(row.details)
        whom = held.get("recipient") or held.get("recipients") or ""
        about = " · ".join(part for part in (vocabulary.profile(held.get("profile", "")), whom) if part)
    elif row.what == "decided" and row.details:
        about = ", ".join(f"“{value.rpartition(chr(9))[0]}”" for _, value in row.details[:3])
    elif row.what in ("paper-printed", "paper-entered"):
        about = dict(row.details).get("code", "")
    if len(row.touched) > 4:
        about = translate("HistoryPage", "{0} and {1} more").format(about, len(row.touched) - 4)
    table = {
        "begun": translate("HistoryPage", "Case begun"),
        "imported": translate("HistoryPage", "Case file taken in"),
        "put": translate("HistoryPage", "Saved"),
        "removed": translate("HistoryPage", "Removed"),
        "refused": translate("HistoryPage", "A proposed spelling refused"),
        "merged": translate("HistoryPage", "Two entries made one"),
        "split": translate("HistoryPage", "One entry made two"),
        "reverted": translate("HistoryPage", "Undone"),
        "decided": translate("HistoryPage", "Redaction decided"),
        "undone": translate("HistoryPage", "Redaction decision taken back"),
        "exhibit": translate("HistoryPage", "Pages boxed for an exhibit"),
        "codes": translate("HistoryPage", "Codes kept"),
        "document": translate("HistoryPage", "Document sealed"),
        "disclosure": translate("HistoryPage", "PDF given out"),
        "csv": translate("HistoryPage", "Events given out as a table"),
        "case-file": translate("HistoryPage", "Redacted case file given out"),
        "declaration": translate("HistoryPage", "Draft declaration given out"),
        "packet": translate("HistoryPage", "Packet for counsel given out"),
        "exported-plain": translate("HistoryPage", "Case file written in plain text"),
        "exported-sealed": translate("HistoryPage", "Case file written sealed"),
        "statement": translate("HistoryPage", "Statement written to be signed"),
        "paper-printed": translate("HistoryPage", "Paper printed for an interview"),
        "paper-entered": translate("HistoryPage", "What was taken on paper entered"),
        "erased": translate("HistoryPage", "Words erased from row {0}").format(row.about or ""),
    }
    what = dict(row.details).get("kind", row.what) if row.what == "disclosure" else row.what
    return table.get(what, translate("HistoryPage", "Changed")), about


def touched_words(one: history.Touched) -> str:
    """An entry that a change touched: its kind and what it is called."""
    kinds = {
        "case": translate("HistoryPage", "case facts"),
        "people": translate("HistoryPage", "person"),
        "places": translate("HistoryPage", "place"),
        "organizations": translate("HistoryPage", "organisation"),
        "events": translate("HistoryPage", "event"),
        "testimonies": translate("HistoryPage", "testimony"),
        "documents": translate("HistoryPage", "document"),
        "consents": translate("HistoryPage", "consent"),
    }
    kind = kinds.get(one.kind, one.kind)
    return f"{kind} {one.label}" if one.label else kind
