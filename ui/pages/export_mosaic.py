"""The column beside the review: what stands between the copy and its release, and the facts that together point to one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from app.services.review import Review
from ui.fonts import REGULAR, SEMIBOLD
from ui.look import Look
from ui.pages.export_words import gap_words
from ui.widgets.buttons import KeyButton
from ui.widgets.fields import FieldRow, LineField
from ui.widgets.scrolled import clear
from ui.widgets.words import Hairline, Icon, words

_PADDED = (20, 10, 24, 8)


class MosaicColumn(QWidget):
    """``sign_off`` and ``override`` are what was written, ``None`` where nothing was. ``go(page, entry)`` opens a page."""

    def __init__(self, look: Look, go: Callable[[str, str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._go = look, go
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._blocked = QWidget()
        self._reasons = QVBoxLayout()
        self.ways: list[KeyButton] = []  # to where what blocks is mended
        self.override_field = LineField(self.tr("Reason to go on without"), hint=self.tr("written into the history"))
        self.override_row = FieldRow(look, self.tr("Reason to go on without"), self.override_field, above=True)
        box = QVBoxLayout(self._blocked)
        look.pad(box, self._blocked, _PADDED, 8)
        box.addLayout(self._reasons)
        box.addWidget(self.override_row)
        column.addWidget(self._blocked)
        self._parting = Hairline(look)
        column.addWidget(self._parting)
        head = QWidget()
        box = QVBoxLayout(head)
        look.pad(box, head, (20, 10, 24, 10), 2)
        box.addWidget(words(self.tr("The mosaic"), "strong"))
        box.addWidget(words(self.tr("Harmless alone; together they may point to one person."), "note", wrap=True))
        column.addWidget(head)
        self.list = _Combinations(look, self.tr("The mosaic"))
        column.addWidget(self.list, 1)
        self._signing = QWidget()
        self.sign_field = LineField(self.tr("Signed off by"), hint=self.tr("your name"))
        self.sign_row = FieldRow(look, self.tr("I have read this list"), self.sign_field, above=True)
        box = QVBoxLayout(self._signing)
        look.pad(box, self._signing, _PADDED, 8)
        box.addWidget(self.sign_row)
        column.addWidget(self._signing)
        for field, row in ((self.sign_field, self.sign_row), (self.override_field, self.override_row)):
            field.textEdited.connect(lambda _text, row=row: row.say(""))
        self._shown: tuple[object, ...] = ()
        self._needs_sign = self._needs_reason = self.closed = False
        for widget in (self._blocked, self._parting, self._signing):
            widget.hide()

    @property
    def sign_off(self) -> str | None:
        """Who has read the list."""
        return (self.sign_field.text().strip() or None) if self._needs_sign else None

    @property
    def override(self) -> str | None:
        """Why the copy goes to counsel without a grant."""
        return (self.override_field.text().strip() or None) if self._needs_reason and not self.closed else None

    def in_words(self) -> str:
        """What is to be seen here, for a button that leads here."""
        wanting = self.closed or (self._needs_reason and not self.override)
        return self.tr("Not yet: why") if wanting else self.tr("The mosaic")

    def show_review(self, review: Review) -> None:
        """Show what blocks and what points to somebody."""
        shown = (review.profile, review.gaps, review.collisions, review.mosaic, review.entries)
        if shown == self._shown:
            return
        self._shown = shown
        waived = [gap for gap in review.gaps if review.allows_override and gap.state in ("missing", "expired")]
        self.closed = len(waived) < len(review.gaps) or bool(review.collisions)
        self._needs_reason, self._needs_sign = bool(waived), review.needs_sign_off
        self.override_row.setVisible(self._needs_reason and not self.closed)
        self._signing.setVisible(self._needs_sign)
        self._show_reasons(review)
        self.list.show_review(review)

    def _show_reasons(self, review: Review) -> None:
        clear(self._reasons)
        self.ways = []
        blocked = bool(review.gaps or review.collisions)
        self._blocked.setVisible(blocked)
        self._parting.setVisible(blocked)
        if not blocked:
            return
        held = {one.entry_id: one.stands_as for one in review.entries}
        self._reasons.addWidget(words(self.tr("Not yet"), "strong"))
        for gap in review.gaps:
            self._line("handshake", gap_words(gap, held.get(gap.person, ""), review.profile))
        if review.gaps:
            person = review.gaps[0].person
            self._way(self.tr("To Consent"), "consent", person) if person else self._way(self.tr("To People"), "people", "")
        for entry in review.collisions:
            self._line("circle-alert", self.tr("What stands for {0} reads as a name on record.").format(held.get(entry, "")))
        if review.collisions:
            self._way(self.tr("To People"), "people", review.collisions[0])

    def _line(self, icon: str, text: str) -> None:
        row = QHBoxLayout()
        self.look.pad(row, self, (0, 0, 0, 0), 8)
        row.addWidget(Icon(self.look, icon, "attention"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words(text, "attention", wrap=True), 1)
        self._reasons.addLayout(row)

    def _way(self, label: str, page: str, entry: str) -> None:
        button = KeyButton(self.look, label, height=32)
        button.clicked.connect(lambda: self._go(page, entry))
        self.ways.append(button)
        self._reasons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def missing(self) -> bool:
        """Whether something must still be written or mended here; it is said beside the field."""
        if self.closed:
            self.ways[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self._needs_reason and not self.override:
            self.override_row.say(self.tr("Write why, or record the consent first."), "circle-alert", "attention")
            self.override_field.setFocus()
            return True
        if self._needs_sign and not self.sign_off:
            self.sign_row.say(self.tr("Write your name when you have read it."), "circle-alert", "attention")
            self.sign_field.setFocus()
            return True
        return False


class _Combinations(QTextEdit):
    """The list as one text, so that hundreds of combinations cost no more than a page. Never read as markup."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._review: Review | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("listing")
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        look.fit(self, self._fill)

    def show_review(self, review: Review) -> None:
        """Show the combinations of a review."""
        self._review = review
        self._fill()
        self.verticalScrollBar().setValue(0)

    def _fill(self) -> None:
        look, review = self._look, self._review
        self.setViewportMargins(look.px(20) - 2, 0, look.px(12), 0)
        if review is None:
            return
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if not review.mosaic:
            self._add(cursor, self.tr("Nothing of the kind was seen."), look.font(15), "text2", 4)
        for number, one in enumerate(review.mosaic):
            self._add(cursor, one.who, look.font(15, SEMIBOLD), "text", 12 if number else 0)
            self._add(cursor, "; ".join(one.parts), look.font(15, REGULAR), "text", 0)
            self._add(cursor, self.tr("Would blur it: {0}").format(one.blur), look.font(13), "text2", 4)
            if one.recognised_by:
                by = ", ".join(one.recognised_by)
                self._add(cursor, self.tr("Would recognise it: {0}").format(by), look.font(13), "text2", 2)
        if review.mosaic:
            question = self.tr("What would those named as the threat recognise, and whom would they blame for talking?")
            self._add(cursor, question, look.font(13), "attention", 16)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)  # or it would be scrolled to, at the end

    def _add(self, cursor: QTextCursor, text: str, font: QFont, token: str, above: int) -> None:
        block, letters = QTextBlockFormat(), QTextCharFormat()
        block.setTopMargin(self._look.px(above))
        letters.setFont(font)
        letters.setForeground(QColor(self._look.colour(token)))
        if cursor.atStart() and self.document().isEmpty():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        cursor.insertText(text.replace("\n", " "), letters)
