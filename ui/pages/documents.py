"""Documents: what is held and sealed, what is only named, and a look at each inside the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.case import Document
from app.domain.date_words import date_words
from app.errors import UserError
from app.services import documents, exhibits, preview, sound
from app.services.exhibits import Standing
from app.services.open_vault import OpenVault
from app.services.preview import Shown
from ui import vocabulary
from ui.page import Around, Hints, Page
from ui.pages.document_form import DocumentForm
from ui.pages.document_view import DocumentView
from ui.pages.exhibit_desk import ExhibitDesk
from ui.pages.exhibit_panel import exhibit_words
from ui.pages.kept_form import keep_forms
from ui.pages.player import Player
from ui.pages.reference_words import where_referred
from ui.tasks import Running
from ui.undoing import offer_undo
from ui.widgets.buttons import DANGER, KeyButton
from ui.widgets.chooser import OPEN_FILE, Chooser, size_words
from ui.widgets.columns import Columns
from ui.widgets.dialogs import ask
from ui.widgets.rows import Line, RowList
from ui.widgets.words import words

translate = QCoreApplication.translate
_EXHIBIT = "exhibit"


class DocumentsPage(Page):
    """The list at the left, the chosen document with its facts and its look at the right. Files can be dropped anywhere."""

    key = "documents"
    icon = "file-text"

    @classmethod
    def label(cls) -> str:
        return translate("DocumentsPage", "Documents")

    def __init__(self, around: Around) -> None:
        super().__init__(around, self.label(), margins=False)
        self.setAcceptDrops(True)
        self.add_button = KeyButton(self.look, self.tr("Add a file…"), "Ctrl+O", icon="plus")
        self.add_button.clicked.connect(self.add)
        self.name_button = KeyButton(self.look, self.tr("Name one not held…"), "Ctrl+N")
        self.name_button.clicked.connect(lambda: self._form(None, None))
        self.edit_button = KeyButton(self.look, self.tr("Change…"), "F2", icon="pen-line")
        self.edit_button.clicked.connect(self.edit)
        self.remove_button = KeyButton(self.look, self.tr("Remove…"), "Ctrl+Del", kind=DANGER, icon="trash-2")
        self.remove_button.clicked.connect(self.remove)
        for button in (self.add_button, self.name_button, self.edit_button, self.remove_button):
            self.head.addWidget(button)
        self.list = RowList(self.look, self.tr("Documents"))
        self.list.chosen.connect(lambda _key: self._show())
        self.list.opened.connect(lambda _key: self.edit())
        self.empty = words(
            self.tr(
                "No document is on record. Add a file, or drop it here: it is sealed at once, and the copy outside stays yours."
            ),
            "quiet",
            wrap=True,
        )
        left = QWidget()
        column = QVBoxLayout(left)
        self.look.pad(column, left, (32, 4, 16, 8), 8)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self.player = Player(self.look, self.desk)
        self.player.playing.failed.connect(self._not_played)
        self.player.to_words.connect(self._to_words)
        self.view = DocumentView(self.look, self.player)
        self.player.bind(self)
        QShortcut(QKeySequence("F5"), self).activated.connect(self._press_play)
        self.view.turned.connect(self._load)
        self.view.replace.connect(self._choose_content)
        self.view.prepare.connect(self.prepare)
        self.columns = Columns(self.look, left, self.view, ratio=(2, 3), narrow=760)
        self.exhibit = ExhibitDesk(around)
        self.exhibit.left.connect(self.leave_exhibit)
        self.exhibit.wrong.connect(self.say)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.columns)
        self.stack.addWidget(self.exhibit)
        self.body.addWidget(self.stack, 1)
        self.done_button = KeyButton(self.look, self.tr("Done"), "Alt+Left")
        self.done_button.clicked.connect(self.leave_exhibit)
        self.head.addWidget(self.done_button)
        self._running: Running | None = None
        self._unheard = ""  # the document that proved to be no sound
        self._data: tuple[str, bytes] = ("", b"")  # of which content (its hash) what is in memory
        offer_undo(self, may=lambda: not self.preparing)
        self._turn_over("")
        self.refresh()

    def hints(self) -> Hints:
        if self.preparing:
            return (
                (("J", "K"), self.tr("next, back")),
                (("M", "S"), self.tr("answer")),
                (("N",), self.tr("new box")),
                (("Tab",), self.tr("from box to box")),
                (("R",), self.tr("page is ready")),
                (("PgUp", "PgDown"), self.tr("turn the page")),
                (("Alt+Left",), self.tr("done")),
            )
        return (
            (("Up", "Down"), self.tr("choose")),
            (("PgUp", "PgDown"), self.tr("turn the page")),
            (("Ctrl+O",), self.tr("add a file")),
            (("F2",), self.tr("change")),
            (("Ctrl+Z",), self.tr("undo")),
        )

    def primary(self) -> QWidget | None:
        if self.preparing:
            return self.exhibit.sheet
        return self.list if self.list.lines else self.add_button

    # --- the list ---

    def flush(self) -> None:
        keep_forms(self)
        self.exhibit.flush()

    def refresh(self) -> None:
        if self.preparing and self.exhibit.document not in self.desk.contents:
            self.leave_exhibit()  # it was removed
        elif self.preparing:
            self.exhibit.case_changed()
        lines = []
        for document in self.desk.case.documents:
            parts = [vocabulary.document_kind(document.kind) if document.kind else "", _when(document)]
            held = self.desk.contents.get(document.id)
            lines.append(
                Line(
                    document.id,
                    document.title,
                    " · ".join(part for part in parts if part) or self.tr("kind and date not recorded"),
                    icon="file-text" if held else "file-question-mark",
                    right=size_words(held.size) if held else self.tr("not held"),
                )
            )
        self.list.show_lines(lines)
        self.empty.setVisible(not lines)
        self.list.setVisible(bool(lines))
        self.view.setVisible(bool(lines))
        self.columns.only(not lines)
        if lines and not self.document:
            self.list.choose(lines[0].key)
        self._show()

    @property
    def document(self) -> Document | None:
        """The chosen document."""
        return next((d for d in self.desk.case.documents if d.id == self.list.key), None)

    def show_entry(self, entry_id: str) -> None:
        document, _, what = entry_id.partition("/")
        self.leave_exhibit()
        self.list.choose(document)
        self._show()
        if what == _EXHIBIT:
            self.prepare()

    def where(self) -> str:
        document = self.document
        return f"{document.id}/{_EXHIBIT}" if self.preparing and document is not None else ""

    # --- the chosen one ---

    def _show(self) -> None:
        document = self.document
        for button in (self.edit_button, self.remove_button):
            button.setEnabled(document is not None)
        if document is None:
            self.view.show_none()
            return
        held = self.desk.contents.get(document.id)
        if self.view.show_document(document, held, self.desk.case):
            self._data, self._unheard = ("", b""), ""
            self.view.show_exhibit("")
            if held is not None:
                self._load(0)
                self._tell_exhibit()

    def _load(self, page: int) -> None:
        document = self.document
        if document is None:
            return
        held = self.desk.contents.get(document.id)
        if held is None:
            return
        sealed = held.sha256
        if self._data[0] == sealed:
            self._draw(document.id, self._data[1], page)
            return
        if page == 0 and _may_be_sound(document) and self._unheard != document.id:
            self.player.words_button.setVisible(sound.written_at(self.desk.case, document.id, 0) is not None)
            self.view.show_sound(document.id)
            return
        case_id, document_id = self.desk.case_id, document.id

        def read(vault: OpenVault) -> bytes:
            return documents.read_document(vault.store(case_id), document_id, preview.LARGEST)

        def take(data: bytes) -> None:
            held = self.desk.contents.get(document_id)
            if held is not None and held.sha256 == sealed and self.document is not None and self.document.id == document_id:
                self._data = (sealed, data)
                self._draw(document_id, data, page)

        self.tasks.query(self, read, take, self._not_shown)

    def _draw(self, document_id: str, data: bytes, page: int) -> None:
        if self._running is not None:
            self._running.stop()
        width = self.view.picture_width

        def take(shown: Shown) -> None:
            if self.document is not None and self.document.id == document_id:
                self.view.show_page(page, shown)

        self._running = self.tasks.compute(
            self, lambda _progress, _stop: preview.show(data, page, width), take, self._not_shown
        )

    def _not_shown(self, error: UserError) -> None:
        self.view.cannot(error)

    # --- sound ---

    def _not_played(self, error: UserError) -> None:
        """It is no sound that can be played: it is looked at like any other document."""
        document = self.document
        if document is not None and error.code == "not-played":
            self._unheard = document.id
            self._load(0)

    def _press_play(self) -> None:
        if self.player.isVisible():
            self.player.press()

    def _to_words(self) -> None:
        """To the paragraph in which the present place of the recording is written down."""
        playing = self.player.playing
        found = sound.written_at(self.desk.case, playing.document, playing.seconds) if self.player.isVisible() else None
        if found is not None:
            self.around.go("testimony", f"{found.testimony}/{found.paragraph}")

    # --- as an exhibit ---

    @property
    def preparing(self) -> bool:
        """Whether the pages of a document are being prepared."""
        return self.stack.currentWidget() is self.exhibit

    def prepare(self) -> None:
        """Box the pages of the chosen document, in place of the list."""
        document = self.document
        if document is not None and document.id in self.desk.contents:
            self._turn_over(document.title)
            self.stack.setCurrentWidget(self.exhibit)
            self.exhibit.begin(document.id)
            self.exhibit.setFocus()
            self.hinted.emit()

    def leave_exhibit(self) -> None:
        """Back to the list; what was done to the pages is kept."""
        if self.preparing:
            self.exhibit.end()
            self.stack.setCurrentWidget(self.columns)
            self._turn_over("")
            self._tell_exhibit()
            self.list.setFocus()
            self.hinted.emit()

    def _turn_over(self, title: str) -> None:
        """What stands above: the list, or the exhibit of that title."""
        listing = not title
        self.title.setText(self.label() if listing else self.tr("Prepare an exhibit"))
        self.subtitle.setText(title)
        self.subtitle.setVisible(not listing)
        for button in (self.add_button, self.name_button, self.edit_button, self.remove_button):
            button.setVisible(listing)
        self.done_button.setVisible(not listing)
        self.fit_title()

    def _tell_exhibit(self) -> None:
        """Say beside the document how far it is as an exhibit."""
        document = self.document
        held = self.desk.contents.get(document.id) if document is not None else None
        if document is None or held is None:
            return
        chosen, case_id, content = document.id, self.desk.case_id, held.sha256

        def take(standing: Standing) -> None:
            if self.document is not None and self.document.id == chosen:
                self.view.show_exhibit(exhibit_words(standing))

        self.tasks.query(
            self,
            lambda vault: exhibits.standing(exhibits.plans(vault.store(case_id)), chosen, content),
            take,
            lambda _error: None,
        )

    # --- adding ---

    def add(self) -> None:
        """Choose a file and say what it is."""
        Chooser(
            self.look,
            self,
            self.tr("Add a document"),
            self.tr("Use this file"),
            OPEN_FILE,
            lambda path: self._form(None, path),
            lead=self.tr(
                "It is sealed into the vault. The file outside is not touched: remove it yourself if it endangers somebody."
            ),
        ).open()

    def _form(self, document: Document | None, path: Path | None) -> None:
        form = DocumentForm(self.look, self, self.desk, document, path)
        form.saved.connect(self.show_entry)
        form.open()

    def edit(self) -> None:
        """Change what is recorded of the chosen document."""
        if self.document is not None:
            self._form(self.document, None)

    def _choose_content(self) -> None:
        document = self.document
        if document is None:
            return
        Chooser(
            self.look, self, self.tr("The content of this document"), self.tr("Use this file"), OPEN_FILE,
            lambda path: self._form(document, path),
        ).open()  # fmt: skip

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if paths:
            self._form(None, paths[0])
        if len(paths) > 1:
            self.notice.say(self.tr("One file at a time: say what each is."), self.tr("The first one was taken."), kind="plain")

    # --- removing ---

    def remove(self) -> None:
        """Take a document and its content away, after asking in words that say what is lost."""
        document = self.document
        if document is None:
            return
        free = sound.without_ties(self.desk.case, document.id)
        where = where_referred(free, document.id)
        if where:
            self.notice.say(
                self.tr("This document is named elsewhere: {0}.").format(where),
                self.tr("Nothing was removed. Take it out there first."),
            )
            return
        lost = self.tr("“{0}” and its sealed content are taken out of the vault. The content cannot be brought back.")
        if free != self.desk.case:
            lost = self.tr(
                "“{0}” and its sealed content are taken out of the vault, and where paragraphs are heard in it."
                " The content cannot be brought back."
            )
        words_ = lost.format(document.title)
        panel = ask(self.look, self, self.tr("Remove this document?"), words_, self.tr("Remove it"), danger=True)
        gone = document.id
        panel.accepted.connect(lambda: self.desk.run(self, lambda store: sound.remove(store, gone), None, self.say))


def _may_be_sound(document: Document) -> bool:
    return document.kind == sound.KIND or (document.file or "").casefold().endswith(".wav")


def _when(document: Document) -> str:
    return date_words(document.date) if document.date else ""
