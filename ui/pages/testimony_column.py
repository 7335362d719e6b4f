"""One language of a testimony: its head, what is to be known of it, and the page itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.case import Testimony
from app.errors import UserError
from app.services.testimony import heard_in, is_fixed, marks_in, paragraphs
from ui import vocabulary
from ui.errors import told
from ui.look import Look
from ui.pages.testimony_edit import TestimonyEdit
from ui.sound_words import time_words
from ui.widgets.buttons import QUIET, KeyButton
from ui.widgets.words import PLAIN, Notice, words


class TestimonyColumn(QWidget):
    """Shows a testimony. ``dirty``: its words differ from what is saved; ``unsaved_draft``: also from the draft.

    ``reason`` is why words that were read back are corrected; without one they cannot be changed. Nothing can be typed while
    it is not yet known what was being typed here before (``waiting``): it would be written over; nor while consent to notes
    is refused (``shut``).
    """

    __test__ = False  # a widget, whatever its name looks like to a test runner

    save_draft = Signal()
    discard_draft = Signal()
    amend = Signal()
    statement = Signal()
    restored = Signal()

    def __init__(self, look: Look, side: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.side = look, side
        self.testimony: Testimony | None = None
        self.dirty = self.unsaved_draft = self.waiting = self.shut = False
        self.reason = self._heading = ""
        self._locked = False
        self._heard: dict[int, tuple[str, float]] = {}
        self._expected: str | None = None
        column = QVBoxLayout(self)
        look.pad(column, self, (32, 12, 16, 0), 8)
        head = QHBoxLayout()
        self.heading = words("", "note", wrap=True)
        head.addWidget(self.heading, 1)
        self.amend_button = KeyButton(look, self.tr("Correct…"), "F7" if side == "original" else "F8", kind=QUIET, height=28)
        self.amend_button.clicked.connect(self.amend)
        self.statement_button = KeyButton(
            look, self.tr("Statement…"), kind=QUIET, icon="printer", height=28, bind=False, parent=self
        )
        self.statement_button.clicked.connect(self.statement)
        head.addWidget(self.statement_button)
        self.discard_button = KeyButton(look, self.tr("Give up changes…"), kind=QUIET, height=28)
        self.discard_button.clicked.connect(self.discard_draft)
        head.addWidget(self.amend_button)
        head.addWidget(self.discard_button)
        column.addLayout(head)
        self.notice = Notice(look, self)
        column.addWidget(self.notice)
        name = self.tr("Original") if side == "original" else self.tr("Translation")
        self.page = TestimonyEdit(look, name, self)
        self.page.paragraph_changed.connect(self._tell_mark)
        column.addWidget(self.page, 1)
        look.fit(self, lambda: self.page.setMinimumHeight(look.px(30)))

    # --- showing ---

    def show_testimony(self, testimony: Testimony | None) -> bool:
        """Show a testimony; words that are being typed are kept if it is still the same one. Whether it was loaded anew."""
        before, self.testimony = self.testimony, testimony
        if testimony is None:
            self.page.show_text("", "en")
            self.dirty = self.unsaved_draft = self.waiting = False
            return False
        if before is None or before.id != testimony.id:
            self.waiting = True
            self.reload()
            return True
        if self.page.text() == testimony.text:
            self.page.mark_saved(testimony.text)
            self.dirty = self.unsaved_draft = False
            self.reason = self.reason if self._expected is None else ""
        elif not self.dirty:
            self.page.show_text(testimony.text, testimony.lang)
        elif before.text != testimony.text:
            self.page.mark_changed()  # undoing leads back to other words than those that are saved now
        self._expected = None
        self._describe()
        return False

    def shut_out(self, shut: bool) -> None:
        """Let nothing be written down here, or let it be again; what stands here stays."""
        self.shut = shut
        self._describe()

    def reload(self) -> None:
        """Back to the words that are saved."""
        if self.testimony is not None:
            self.reason = ""
            self.page.show_text(self.testimony.text, self.testimony.lang)
            self.dirty = self.unsaved_draft = False
            self._expected = None
            self.notice.clear()
            self._describe()

    def _describe(self) -> None:
        testimony = self.testimony
        if testimony is None:
            return
        side = self.tr("Original") if self.side == "original" else self.tr("Translation")
        status = vocabulary.status(testimony.status or "draft")
        self._heading = f"{side} · {vocabulary.language(testimony.lang)} · {status}"
        locked = is_fixed(testimony) and not self.reason and not self.dirty
        self.page.setReadOnly(locked or self.waiting or self.shut)
        self.amend_button.setVisible(locked)
        self.statement_button.setVisible(locked)
        self.discard_button.setVisible(self.dirty)
        read = (
            {one.n for one in testimony.readback.paragraphs if one.result in ("confirmed", "corrected")}
            if testimony.readback
            else set()
        )
        count = len(paragraphs(testimony.text))
        self.page.unread = frozenset(number for number in range(1, count + 1) if number not in read) if read else frozenset()
        self.page.show_marks(marks_in(testimony, self.page.text()) if testimony.marks else {})
        self._heard = heard_in(testimony, self.page.text()) if testimony.marks else {}
        self._locked = locked
        self._tell_mark(self.page.paragraph)
        self.page.viewport().update()

    def _tell_mark(self, paragraph: int) -> None:
        """Say above the page how the paragraph is marked in which the keyboard stands."""
        if self.testimony is None:
            return
        mark = self.page.marks.get(paragraph)
        heard = self._heard.get(paragraph)
        parts = [vocabulary.mark(mark) if mark else "", self.tr("heard at {0}").format(time_words(heard[1])) if heard else ""]
        what = ", ".join(part for part in parts if part)
        told_ = self.tr("paragraph {0}: {1}").format(paragraph, what) if what else ""
        self.heading.setText(" · ".join(part for part in (self._heading, told_) if part))
        read = self.tr("Read back; press “Correct” to change it") if self._locked else ""
        self.page.setAccessibleDescription(" ".join(part for part in (told_, read) if part))

    def tell(self, text: str) -> None:
        """Say something above the page, until the keyboard stands in another paragraph."""
        self.heading.setText(" · ".join(part for part in (self._heading, text) if part))
        self.page.setAccessibleDescription(text)

    # --- what is typed ---

    def typed(self) -> None:
        """The words were changed by hand."""
        if self.testimony is None:
            return
        self.dirty = self.page.changed
        self.unsaved_draft = True
        self.discard_button.setVisible(self.dirty)

    def draft(self, *, composed: bool) -> str | None:
        """What is to be kept as a draft now: "" to drop it, ``None`` where nothing changed. It counts as kept from here on.

        ``composed``: with the letters that an input method has not made a word of yet.
        """
        composed = composed and self.page.composing and not self.page.isReadOnly()
        if self.testimony is None or not (self.unsaved_draft or composed):
            return None
        self.unsaved_draft = False
        if composed:
            return self.page.text_with_composition()
        return self.page.text() if self.dirty else ""

    def offer_draft(self, entry_id: str, found: tuple[str | None, str | None]) -> None:
        """Bring back what was being typed when the vault was locked or the machine stopped: ``(words, reason)``."""
        if self.testimony is None or self.testimony.id != entry_id or not self.waiting:
            return
        self.waiting = False
        text, reason = found
        if text and text != self.testimony.text:
            self.reason = (reason or "") if is_fixed(self.testimony) else ""
            self.page.show_text(text, self.testimony.lang)
            self.page.mark_changed()
            self.dirty, self.unsaved_draft = True, False
            self.notice.say(
                self.tr("What you were typing is here again; it is not saved yet."),
                self.tr("Save it with Ctrl+S, or give the changes up."),
                kind=PLAIN,
            )
            self.restored.emit()
        self._describe()

    def not_offered(self, error: UserError) -> None:
        """It could not be read whether something was being typed here: nothing is written over it."""
        self.refused(error)

    def allow(self, reason: str) -> None:
        """Let words that were read back be corrected, for a reason."""
        self.reason = reason
        self._describe()
        self.notice.say(
            self.tr("Correcting what was read back: {0}").format(reason),
            self.tr("The earlier wording stays in the record. What you change must be read back again."),
            kind=PLAIN,
        )
        self.page.setFocus()

    def saving(self, text: str) -> None:
        """These words are on their way to the disk."""
        self._expected = text
        self.notice.clear()

    def refused(self, error: UserError) -> None:
        """They could not be saved; they stay here."""
        self._expected = None
        shown = told(error)
        self.notice.say(shown.head, shown.body, kind=shown.kind, icon=shown.icon)


def in_step(page: QWidget, column: TestimonyColumn, other: TestimonyColumn, paragraph: int) -> None:
    """Bring a paragraph of the other language to the height at which it stands in this one."""
    top = column.page.top_of(paragraph)
    if top is None or other.testimony is None:
        return
    # Where they stand side by side, a notice above one of them must not part the two.
    beside = column.x() != other.x()
    lower = column.page.mapTo(page, QPoint()).y() - other.page.mapTo(page, QPoint()).y() if beside else 0
    other.page.bring_to(paragraph, top + lower)
    reached = other.page.top_of(paragraph)
    if reached is not None and reached != top + lower and not QApplication.mouseButtons():
        column.page.bring_to(paragraph, reached - lower)  # the other begins with it: there is nothing above to bring down
