"""The column beside the review: what stands between the copy and its release, and the facts that together point to one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.review import Review
from ui.look import Look
from ui.pages.export_words import gap_words
from ui.widgets.fields import FieldRow, LineField
from ui.widgets.scrolled import Scrolled, clear
from ui.widgets.words import Hairline, Icon, words

translate = QCoreApplication.translate


class MosaicColumn(QWidget):
    """``sign_off`` and ``override`` are what was written, ``None`` where nothing was."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = Scrolled(look, margins=(20, 10, 24, 16), spacing=8)
        outer.addWidget(area)
        self._list = QVBoxLayout()
        self.override_field = LineField(self.tr("Reason to go on without"), hint=self.tr("written into the history"))
        self.override_row = FieldRow(look, self.tr("Reason to go on without"), self.override_field, above=True)
        self.sign_field = LineField(self.tr("Signed off by"), hint=self.tr("your name"))
        self.sign_row = FieldRow(look, self.tr("I have read this list"), self.sign_field, above=True)
        area.column.addWidget(self.override_row)
        area.column.addLayout(self._list)
        area.column.addWidget(self.sign_row)
        area.column.addStretch(1)
        self._needs_sign = self._needs_reason = self._closed = False
        self.override_row.hide()
        self.sign_row.hide()

    @property
    def sign_off(self) -> str | None:
        """Who has read the list."""
        return (self.sign_field.text().strip() or None) if self._needs_sign else None

    @property
    def override(self) -> str | None:
        """Why the copy goes to counsel without a grant."""
        return (self.override_field.text().strip() or None) if self._needs_reason else None

    def show_review(self, review: Review, who: Callable[[str], str]) -> None:
        """Show what blocks and what points to somebody."""
        clear(self._list)
        waived = [gap for gap in review.gaps if review.allows_override and gap.state in ("missing", "expired")]
        self._closed = len(waived) < len(review.gaps) or bool(review.collisions)
        self._needs_reason, self._needs_sign = bool(waived), review.needs_sign_off
        self.override_row.setVisible(self._needs_reason)
        self.sign_row.setVisible(self._needs_sign)
        if review.gaps or review.collisions:
            self._head(self.tr("Not yet"))
            for gap in review.gaps:
                self._line("handshake", gap_words(gap, who(gap.person) if gap.person else self.tr("the witness")))
            for entry in review.collisions:
                self._line("circle-alert", self.tr("What stands for {0} reads as a name on record.").format(who(entry)))
        self._head(self.tr("The mosaic"))
        note = self.tr("Harmless alone; together they may point to one person.")
        self._list.addWidget(words(note, "note", wrap=True))
        if not review.mosaic:
            self._list.addWidget(words(self.tr("Nothing of the kind was seen."), "quiet", wrap=True))
        for combination in review.mosaic:
            self._list.addWidget(Hairline(self.look))
            self._list.addWidget(words(combination.who, "strong", wrap=True))
            self._list.addWidget(words("; ".join(combination.parts), wrap=True))
            self._list.addWidget(words(self.tr("Would blur it: {0}").format(combination.blur), "note", wrap=True))
            if combination.recognised_by:
                named = ", ".join(combination.recognised_by)
                self._list.addWidget(words(self.tr("Would recognise it: {0}").format(named), "note", wrap=True))
        if review.mosaic:
            question = self.tr("What would those named as the threat recognise, and whom would they blame for talking?")
            self._list.addWidget(Hairline(self.look))
            self._list.addWidget(words(question, "note", wrap=True))

    def _head(self, text: str) -> None:
        self._list.addWidget(words(text, "strong"))

    def _line(self, icon: str, text: str) -> None:
        row = QHBoxLayout()
        self.look.pad(row, self, (0, 0, 0, 0), 8)
        row.addWidget(Icon(self.look, icon, "attention"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words(text, "attention", wrap=True), 1)
        self._list.addLayout(row)

    def missing(self) -> bool:
        """Whether something must still be written or mended here; it is said beside the field."""
        if self._needs_reason and not self.override:
            self.override_row.say(self.tr("Write why, or record the consent first."), "circle-alert", "attention")
            self.override_field.setFocus()
            return True
        if self._needs_sign and not self.sign_off:
            self.sign_row.say(self.tr("Write your name when you have read it."), "circle-alert", "attention")
            self.sign_field.setFocus()
            return True
        return self._closed
