"""People & places: everyone and everything on record by name, who is tied to whom, and what stands for them in exports."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.case import Case, Disclose, Organization, Person
from app.errors import UserError
from app.services import registry, survey
from app.services.registry import Entry
from app.services.survey import Kept, Survey
from ui.errors import told
from ui.page import Around, Hints, Page
from ui.pages import people_words
from ui.pages.people_editing import Editing, place_of
from ui.pages.people_form import EntryForm
from ui.pages.people_list import NEW, Finder
from ui.pages.people_merge import Joining
from ui.pages.people_record import Record
from ui.pages.people_remove import StillNamed, what_is_lost
from ui.pages.people_spellings import Spellings
from ui.pages.people_stands import StandsPanel
from ui.pages.people_ties import Ties
from ui.pages.people_words import isolated, translate
from ui.tasks import Running
from ui.undoing import offer_undo
from ui.widgets.buttons import KeyButton
from ui.widgets.dialogs import ask
from ui.widgets.options import Option, Options
from ui.widgets.scrolled import Scrolled
from ui.widgets.words import PLAIN, Hairline, words

#: Below these widths (at 100 %) the relations stand below the record, and the list above it.
_TWO_COLUMNS, _LIST_BESIDE = 720, 620
#: The page is drawn first; mentions and substitutes are worked out beside it after so many milliseconds.
_AFTER = 100
_ANY = 16777215


class PeoplePage(Page):
    """The list at the left, one record in the middle, its relations at the right; or the form in their place."""

    key = "people"
    icon = "users"

    def __init__(self, around: Around) -> None:
        super().__init__(around, translate("people", "People & places"))
        self.current = ""
        self.panel: StandsPanel | None = None
        self.survey: Survey | None = None
        self._surveying: Running | None = None
        self._stale = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER)
        self._soon.timeout.connect(self._work_out)
        self._wanted = ""
        self._countries: dict[str, str] = {}
        self._country_options = Options()
        for text, key, icon, kind in (
            (self.tr("New person"), "Ctrl+P", "user-plus", registry.PEOPLE),
            (self.tr("New place"), "Ctrl+L", "map-pin-plus", registry.PLACES),
            (self.tr("New organisation"), "Ctrl+O", "building-2", registry.ORGANIZATIONS),
        ):
            button = KeyButton(self.look, text, key, icon=icon, parent=self)
            button.clicked.connect(lambda _=False, of=kind: self.begin(of))
            self.head.addWidget(button)
        self._build()
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.finder.line.setFocus)
        offer_undo(self, may=lambda: self.form is None)
        self.tasks.compute(self, lambda _progress, _stopping: registry.countries(), self._take_countries)
        self.refresh()

    @classmethod
    def label(cls) -> str:
        return translate("people", "People & places")

    def _build(self) -> None:
        look = self.look
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        look.pad(self._sides, self, (0, 0, 0, 0), 20)
        self.finder = Finder(look)
        self.finder.chosen.connect(self._choose)
        self.finder.opened.connect(lambda _key: self.change("names"))
        self._upright = Hairline(look, upright=True)
        self.stack = QStackedWidget(self)
        self._sides.addWidget(self.finder)
        self._sides.addWidget(self._upright)
        self._sides.addWidget(self.stack, 1)
        self.body.addLayout(self._sides, 1)
        self.empty = words(
            self.tr("Nobody is on record yet. A person can also be added while you write: select the name and press Ctrl+P."),
            "quiet",
            wrap=True,
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.view = Scrolled(look, margins=(0, 0, 12, 8))
        inner = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        look.pad(self._columns, inner, (0, 0, 0, 0), 40)
        self.record = Record(look)
        self.ties = Ties(look)
        self._columns.addWidget(self.record, 404)
        self._columns.addWidget(self.ties, 340)
        self.view.column.addWidget(inner)
        self.view.narrow_at(_TWO_COLUMNS, self._arrange_columns)
        self.form_box = QWidget()
        look.pad(QVBoxLayout(self.form_box), self.form_box, (0, 0, 0, 0), 0)
        for widget in (self.empty, self.view, self.form_box):
            self.stack.addWidget(widget)
        self.editing = Editing(self.around, self.form_box, self._country_options, self)
        self.editing.opened.connect(self._form_opened)
        self.editing.closed.connect(self._form_closed)
        self.editing.drafts_changed.connect(self._drafts_changed)
        self.editing.failed.connect(self.say)
        self.record.change.connect(self.change)
        self.record.stands.connect(self.change_stands)
        self.record.remove.connect(self.remove)
        self.spellings = Spellings(self, lambda: self.one)
        self.record.proposed.addWidget(self.spellings.box)
        self.joining = Joining(self, self.show_entry)
        self.record.merge.connect(lambda: self.joining.merge(self.one))
        self.record.split.connect(lambda: self.joining.split(self.one))
        self.record.resume.connect(lambda: self.change(""))
        self.record.forget.connect(self._forget)
        self.ties.go.connect(self.around.go)
        self.ties.look_at.connect(self.show_entry)
        look.fit(self, self._arrange)

    # --- what is shown ---

    def refresh(self) -> None:
        """The case changed: the list and the record follow; a form that is open stays as it is."""
        self.finder.show_case(self.desk.case, self.editing.drafts)
        if registry.entry(self.desk.case, self.current) is None:
            self.current = self.finder.first
        self.finder.list.choose(self.current)
        self._stale = True
        self._show_record()
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._soon.start()

    def show_entry(self, entry_id: str) -> None:
        """Open one entry."""
        if registry.entry(self.desk.case, entry_id) is not None:
            self.finder.choose(entry_id)
            self._choose(entry_id)

    def hints(self) -> Hints:
        return (
            (("Up", "Down"), self.tr("choose")),
            (("Return",), self.tr("change")),
            (("Ctrl+F",), self.tr("find")),
            (("Ctrl+Z",), self.tr("undo")),
        )

    def primary(self) -> QWidget | None:
        return self.finder.list

    @property
    def one(self) -> Entry | None:
        """The entry that is shown."""
        return registry.entry(self.desk.case, self.current)

    def _choose(self, key: str) -> None:
        self.notice.clear()
        self.editing.put_away()
        if key.endswith(f":{NEW}"):
            self.begin(key.partition(":")[0], focus=False)
        else:
            self.current = key
            self._show_record()
            self.view.verticalScrollBar().setValue(0)

    def _show_record(self) -> None:
        one = self.one
        if self.form is not None:
            return
        if one is None:
            self.stack.setCurrentWidget(self.empty)
            return
        fresh = self.survey is not None and self.survey.case is self.desk.case
        stands = self.survey.stands(one.id) if self.survey is not None and fresh else None
        draft = place_of(one) in self.editing.drafts
        self.record.show_entry(self.desk.case, one, self._countries, stands, draft)
        self.spellings.show()
        self.ties.show_entry(self.desk.case, one)
        self.ties.show_mentions(self.desk.case, self.survey.mentions(one.id) if self.survey is not None and fresh else None)
        self.stack.setCurrentWidget(self.view)

    # --- long work beside the window ---

    def _work_out(self) -> None:
        """Work out mentions and substitutes for the case as it is now; an earlier survey that still runs is stopped."""
        self._stale = False
        if self._surveying is not None:
            self._surveying.stop()
        case, case_id, dated = self.desk.case, self.desk.case_id, people_words.today()

        def go_on(held: Kept) -> None:
            if self.desk.case is case:
                self._surveying = self.tasks.compute(
                    self, lambda _progress, stopping: Survey(case, held, dated, stopping), self._take_survey
                )

        self.tasks.query(self, lambda vault: survey.kept(vault.store(case_id)), go_on)

    def _take_survey(self, made: Survey) -> None:
        if made.case is not self.desk.case:
            return
        self.survey = made
        self.spellings.work_out()
        one = self.one
        if one is not None and self.form is None:
            self.record.show_stands(one, made.stands(one.id))
            self.ties.show_mentions(self.desk.case, made.mentions(one.id))
            if self._wanted == one.id:
                self.change_stands()

    def _take_countries(self, held: tuple[tuple[str, str], ...]) -> None:
        self._countries = dict(held)
        self._country_options.fill(Option(code, name, found_by=code) for code, name in held)
        self._show_record()

    # --- the form ---

    def begin(self, kind: str, *, focus: bool = True) -> None:
        """A new entry; one that was begun earlier goes on."""
        self.editing.begin(kind, focus=focus)

    def change(self, field: str) -> None:
        """Change the entry that is shown, beginning at a field."""
        if self.form is not None:
            self.form.open_at("names")
        elif self.one is not None:
            self.editing.change(self.one, field)

    @property
    def form(self) -> EntryForm | None:
        """The form, while one is open."""
        return self.editing.form

    def _form_opened(self) -> None:
        self.notice.clear()
        self.stack.setCurrentWidget(self.form_box)
        self._arrange()

    def _form_closed(self, entry_id: str) -> None:
        self.current = entry_id or self.current
        self.finder.choose(self.current)
        self._show_record()
        self._arrange()
        self.finder.list.setFocus()

    def _drafts_changed(self) -> None:
        self.finder.show_case(self.desk.case, self.editing.drafts)
        if self.one is not None:
            self.record.show_draft(place_of(self.one) in self.editing.drafts)

    def _forget(self) -> None:
        one = self.one
        if one is not None:
            lead = self.tr("The change you began and did not save will be gone. The record stays as it is.")
            panel = ask(self.look, self, self.tr("Throw the change away?"), lead, self.tr("Throw away"), danger=True)
            panel.accepted.connect(lambda: self.editing.drop(place_of(one)))

    def flush(self) -> None:
        self.editing.keep_form()
        if self.panel is not None:
            self.panel.typed.emit(self.panel.draft())

    # --- what stands in exports ---

    def change_stands(self) -> None:
        """Open the dialog for what stands for the entry."""
        one, made = self.one, self.survey
        self._wanted = ""
        if not isinstance(one, Person | Organization) or self.panel is not None:
            return
        if made is None or made.case is not self.desk.case:
            self._wanted = one.id  # it opens as soon as it can judge what is typed
            return
        place = f"{place_of(one)}:stands"
        name, kind = isolated(registry.first_name(one)), registry.kind_of(one)

        def take(disclose: Disclose | None) -> None:
            now = registry.entry(self.desk.case, one.id)
            held = now if isinstance(now, Person | Organization) else one
            self.desk.save(self, [(kind, replace(held, disclose=disclose))], done, failed, draft=place)

        def done(_case: Case) -> None:
            self.editing.saved(place)
            if self.panel is not None:
                self.panel.accept()

        def failed(error: UserError) -> None:
            if self.panel is not None:
                self.panel.say(told(error))
            else:
                self.say(error)

        self.panel = panel = StandsPanel(self.look, self, one, name, made, take, self.editing.drafts.get(place, ""))
        panel.typed.connect(lambda text: self.editing.keep(place, text))
        panel.rejected.connect(lambda: self.editing.drop(place))
        panel.finished.connect(self._panel_closed)
        panel.open()

    def _panel_closed(self) -> None:
        self.panel = None

    # --- removing and undoing ---

    def remove(self) -> None:
        """Ask, or say who still refers to the entry."""
        one, case = self.one, self.desk.case
        if one is not None and self.form is None:
            self.tasks.compute(
                self, lambda _progress, _stopping: survey.references(case, one.id), lambda spots: self._ask(case, one, spots)
            )

    def _ask(self, case: Case, one: Entry, spots: tuple[tuple[str, str], ...]) -> None:
        if spots:
            StillNamed(self.look, self, case, one, spots, self.around.go).open()
            return
        title = self.tr("Remove {0}?").format(isolated(registry.written(one)))
        panel = ask(self.look, self, title, what_is_lost(one), self.tr("Remove"), danger=True)
        panel.accepted.connect(lambda: self.desk.remove(self, registry.kind_of(one), one.id, self._removed, self.say))

    def _removed(self, _case: Case) -> None:
        self.notice.say(self.tr("Removed. Ctrl+Z brings it back."), kind=PLAIN, icon="undo-2")
        self.finder.list.setFocus()

    # --- room ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The list beside the record; above it in a narrow window, where a form has all the room."""
        look = self.look
        beside = self.width() - look.px(64) >= look.px(_LIST_BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(direction)
        self._upright.setVisible(beside)
        self.finder.setVisible(beside or self.form is None)
        if beside:
            self.finder.setFixedWidth(look.px(244))
            self.finder.setMinimumHeight(0)
            self.finder.setMaximumHeight(_ANY)
        else:
            self.finder.setMinimumWidth(0)
            self.finder.setMaximumWidth(_ANY)
            self.finder.setFixedHeight(min(max(self.height() // 3, look.px(92)), look.px(190)))

    def _arrange_columns(self, narrow: bool) -> None:
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
