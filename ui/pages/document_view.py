"""One document: what is recorded of it, that its hash is kept, and a look at it page by page, from memory."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.case import Case, Document
from app.domain.date_words import date_words
from app.errors import UserError
from app.services.preview import LONGEST_TEXT, Shown
from app.services.values import StoredDocument
from ui import vocabulary
from ui.errors import told
from ui.look import Look
from ui.pages.player import Player
from ui.widgets.buttons import QUIET, KeyButton
from ui.widgets.chooser import size_words
from ui.widgets.scrolled import Scrolled, clear
from ui.widgets.words import Icon, words

translate = QCoreApplication.translate


class Picture(QWidget):
    """A picture at its width, on a sheet with a fine edge."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pixmap = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("DocumentView", "The page"))

    def show_pixels(self, width: int, height: int, pixels: bytes) -> None:
        """RGB, three bytes a pixel."""
        image = QImage(pixels, width, height, 3 * width, QImage.Format.Format_RGB888)
        self._pixmap = QPixmap.fromImage(image)  # copies: the bytes may go
        self._pixmap.setDevicePixelRatio(self.devicePixelRatio())
        self.setFixedHeight(round(height / self.devicePixelRatio()) + 2)
        self.update()

    def show_nothing(self) -> None:
        """No picture."""
        self._pixmap = QPixmap()
        self.setFixedHeight(2)
        self.update()

    @property
    def shown(self) -> QSize:
        """The size of what is shown, in pixels of the picture."""
        return self._pixmap.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._pixmap.isNull():
            return
        painter = QPainter(self)
        painter.drawPixmap(1, 1, self._pixmap)
        size = self._pixmap.deviceIndependentSize().toSize()
        painter.setPen(self._look.colour("border"))
        painter.drawRect(0, 0, size.width() + 1, size.height() + 1)
        painter.end()


class DocumentView(QWidget):
    """``turned`` asks for a page (from 0); ``replace`` for the content to be chosen; ``prepare`` to make an exhibit of it."""

    turned = Signal(int)
    replace = Signal()
    prepare = Signal()

    def __init__(self, look: Look, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.player = look, player
        self._known: tuple[str, str] = ("", "")
        self.page, self.pages = 0, 1
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.area = Scrolled(look, margins=(32, 4, 32, 16))
        outer.addWidget(self.area)
        self._facts = QVBoxLayout()
        self.area.column.addLayout(self._facts)
        turn = QHBoxLayout()
        look.pad(turn, self, (0, 4, 0, 4), 8)
        self.back = KeyButton(look, self.tr("Back"), "PgUp", height=32)
        self.next = KeyButton(look, self.tr("Next"), "PgDown", height=32)
        self.where = words("", "quiet")
        self.back.clicked.connect(lambda: self.turn(-1))
        self.next.clicked.connect(lambda: self.turn(+1))
        for widget in (self.back, self.where, self.next):
            turn.addWidget(widget)
        turn.addStretch(1)
        self.exhibit_button = KeyButton(look, self.tr("Prepare as exhibit…"), "Ctrl+E", icon="file-image", height=32)
        self.exhibit_button.clicked.connect(self.prepare)
        self.exhibit_note = words("", "note", wrap=True)
        self._exhibit_row = QWidget()
        exhibit = QHBoxLayout(self._exhibit_row)
        look.pad(exhibit, self._exhibit_row, (0, 4, 0, 4), 12)
        exhibit.addWidget(self.exhibit_button)
        exhibit.addWidget(self.exhibit_note, 1)
        self.area.column.addWidget(self._exhibit_row)
        self._turn = QWidget()
        self._turn.setLayout(turn)
        self.area.column.addWidget(self._turn)
        self.stack = QStackedWidget()
        self.picture = Picture(look)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setObjectName("quoted")
        self.text.setAccessibleName(self.tr("The text of the document"))
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setObjectName("quiet")
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        for shown in (self.picture, self.text, self.note, player):
            self.stack.addWidget(shown)
        self.area.column.addWidget(self.stack, 1)
        self.part = words(self.tr("Only its beginning is shown here. It is stored whole, to the byte."), "note", wrap=True)
        self.area.column.addWidget(self.part)
        self.area.column.addStretch(0)
        self.show_none()

    @property
    def picture_width(self) -> int:
        """How wide a page is to be drawn, in pixels of the screen."""
        room = self.area.viewport().width() - self.look.px(60)
        return max(round(min(room, self.look.px(900)) * self.devicePixelRatio()), 200)

    # --- what is shown ---

    def show_none(self) -> None:
        """Nothing is chosen."""
        self._known = ("", "")
        clear(self._facts)
        self._turn.hide()
        self._exhibit_row.hide()
        self._say("")

    def show_exhibit(self, words: str) -> None:
        """How far the document is as an exhibit, beside the way to it."""
        self.exhibit_note.setText(words)

    def show_document(self, document: Document, held: StoredDocument | None, case: Case) -> bool:
        """Show what is recorded; whether its look must be loaded anew."""
        self._show_facts(document, held, case)
        now = (document.id, held.sha256 if held else "")
        if now == self._known:
            return False
        self._known = now
        self._turn.hide()
        self._exhibit_row.hide()
        self._say(self.tr("opening…") if held else self.tr("Its content is not held here; only that it exists is on record."))
        return True

    def _show_facts(self, document: Document, held: StoredDocument | None, case: Case) -> None:
        clear(self._facts)
        self._facts.addWidget(words(document.title, "record", wrap=True))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(self.look.px(24))
        issuers = {organization.id: organization.names[0].text for organization in case.organizations}
        types = {event.id: vocabulary.type_word(event.type) for event in case.events}
        rows = [
            (self.tr("Kind"), vocabulary.document_kind(document.kind) if document.kind else self.tr("not recorded")),
            (self.tr("Date"), date_words(document.date) if document.date else self.tr("not recorded")),
        ]
        if document.issuer:
            rows.append((self.tr("Issued by"), issuers.get(document.issuer, "")))
        if document.lang:
            rows.append((self.tr("Language"), vocabulary.language(document.lang)))
        if document.about:
            rows.append((self.tr("About"), ", ".join(types.get(one, one) for one in document.about)))
        if document.note:
            rows.append((self.tr("Note"), document.note))
        for number, (label, text) in enumerate(rows):
            grid.addWidget(words(label, "quiet"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(text, wrap=True, select=True), number, 1)
        self._facts.addLayout(grid)
        self._facts.addLayout(self._sealed(held))

    def _sealed(self, held: StoredDocument | None) -> QHBoxLayout:
        row = QHBoxLayout()
        self.look.pad(row, self, (0, 6, 0, 2), 8)
        row.addWidget(Icon(self.look, "shield-check" if held else "file-question-mark", size=16), 0, Qt.AlignmentFlag.AlignTop)
        if held:
            parts = [held.sha256[at : at + 8] for at in range(0, 64, 8)]
            text = self.tr("Sealed, {0}. SHA-256 {1}").format(size_words(held.size), " ".join(parts))
        else:
            text = self.tr("Not held here")
        row.addWidget(words(text, "note", wrap=True, select=True), 1)
        words_ = self.tr("Replace the content…") if held else self.tr("Add its content…")
        button = KeyButton(self.look, words_, kind=QUIET, height=28)
        button.clicked.connect(self.replace)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def show_page(self, page: int, shown: Shown) -> None:
        """Show a page that was drawn, or the text."""
        self.part.setVisible(shown.kind == "text" and len(shown.text) >= LONGEST_TEXT)
        self.page, self.pages = page, shown.pages
        self._turn.setVisible(shown.pages > 1)
        self.where.setText(self.tr("page {0} of {1}").format(page + 1, shown.pages))
        self.back.setEnabled(page > 0)
        self.next.setEnabled(page + 1 < shown.pages)
        self._exhibit_row.setVisible(shown.kind == "picture")
        if shown.kind == "picture":
            self.picture.show_pixels(shown.width, shown.height, shown.pixels)
            self._only(self.picture)
        elif shown.kind == "text":
            self.text.setPlainText(shown.text)
            self.text.setMinimumHeight(self.look.px(320))
            self._only(self.text)
        else:
            self._say(self.tr("A file of this kind cannot be shown here. It is stored whole, to the byte."))

    def show_sound(self, document_id: str) -> None:
        """Show a recording, to be played."""
        self.part.hide()
        self._turn.hide()
        self._only(self.player)
        self.player.close_sound()  # the same document may have another content now
        self.player.open(document_id)

    def cannot(self, error: UserError) -> None:
        """Say why there is no look at it."""
        shown = told(error)
        self._turn.hide()
        self._say(f"{shown.head} {shown.body}")

    def _say(self, text: str) -> None:
        self.part.hide()
        self.note.setText(text)
        self.picture.show_nothing()
        self.text.clear()
        self._only(self.note)

    def _only(self, widget: QWidget) -> None:
        """Show one of the four; the others take no room, and a recording falls silent."""
        if widget is not self.player:
            self.player.close_sound()
        for other in (self.picture, self.text, self.note, self.player):
            policy = QSizePolicy.Policy.Expanding if other is widget else QSizePolicy.Policy.Ignored
            other.setSizePolicy(QSizePolicy.Policy.Expanding, policy)
        self.stack.setCurrentWidget(widget)
        needed = widget.sizeHint().height() if widget is self.player else widget.minimumHeight()
        self.stack.setMinimumHeight(widget.height() if widget is self.picture else needed)
        self.stack.adjustSize()

    def turn(self, by: int) -> None:
        """The page before or after."""
        if 0 <= self.page + by < self.pages:
            self.turned.emit(self.page + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if event.key() == Qt.Key.Key_PageUp else +1)
            return
        super().keyPressEvent(event)
