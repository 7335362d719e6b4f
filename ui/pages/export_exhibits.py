"""Which documents an export shows page by page: those whose pages are ready, and none unless ticked."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import BLOCKED, UserError
from app.services import exhibits, review
from app.services.exhibiting import take_contents
from app.services.exhibits import Standing
from app.services.open_vault import OpenVault
from app.services.review import Material
from app.services.values import Choices
from ui.page import Around
from ui.pages.exhibit_panel import exhibit_words
from ui.widgets.fields import Tick
from ui.widgets.scrolled import clear
from ui.widgets.words import words

translate = QCoreApplication.translate
_PAGE = re.compile(r"pages\[(\d+)\]")


class ExhibitTicks(QWidget):
    """A tick for every document that somebody began to prepare; only those that are done can be ticked. ``edited`` when one
    was."""

    edited = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.look, self.tasks, self.desk = around.look, around.tasks, around.desk
        self.ticks: dict[str, Tick] = {}
        self._wanted: set[str] = set()
        self._column = QVBoxLayout(self)
        self.look.pad(self._column, self, (0, 8, 0, 0), 2)
        self.hide()

    def chosen(self) -> tuple[str, ...]:
        """The ids of the ticked documents, in the order of the case."""
        return tuple(one for one, tick in self.ticks.items() if tick.isChecked() and tick.isEnabled())

    def choose(self, ids: object) -> None:
        """Tick these as soon as they are done."""
        self._wanted = {one for one in ids if isinstance(one, str)} if isinstance(ids, list) else set()
        for one, tick in self.ticks.items():
            tick.setChecked(one in self._wanted and tick.isEnabled())

    def kept(self) -> list[str]:
        """What ``choose`` is to be told after a lock."""
        return sorted(self._wanted)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()

    def reload(self) -> None:
        """How far the documents are now."""
        case_id = self.desk.case_id
        held = {one: content.sha256 for one, content in self.desk.contents.items()}

        def read(vault: OpenVault) -> dict[str, Standing]:
            plans = exhibits.plans(vault.store(case_id))
            return {one: exhibits.standing(plans, one, content) for one, content in held.items()}

        self.tasks.query(self, read, self._show)

    def _show(self, standings: dict[str, Standing]) -> None:
        clear(self._column)
        self.ticks = {}
        begun = [one for one in self.desk.case.documents if one.id in standings and standings[one.id].begun]
        if begun:
            self._column.addWidget(words(self.tr("Pages of documents, as pictures with their boxes"), "label"))
        for document in begun:
            standing = standings[document.id]
            tick = Tick(self.look, f"{document.title} · {exhibit_words(standing)}")
            tick.setEnabled(standing.done)
            tick.setMinimumWidth(1)
            tick.setChecked(standing.done and document.id in self._wanted)
            tick.toggled.connect(lambda on, one=document.id: self._ticked(one, on))
            self.ticks[document.id] = tick
            self._column.addWidget(tick)
        self.setVisible(bool(begun))

    def _ticked(self, one: str, on: bool) -> None:
        (self._wanted.add if on else self._wanted.discard)(one)
        self.edited.emit()


def in_titles(error: UserError, titles: dict[str, str]) -> UserError:
    """What is said of exhibits that block an export, by their titles in place of ids."""
    lines = []
    for spot in error.spots:
        title, page = titles.get(spot.id, ""), _PAGE.fullmatch(spot.path)
        if title and page:
            lines.append(translate("export", "“{0}”, page {1}").format(title, int(page[1]) + 1))
        elif title:
            lines.append(f"“{title}”")
    return UserError(error.code, BLOCKED, error.message, tuple(dict.fromkeys(lines)))


def taken_with_exhibits(case_id: str, choices: Choices, vault: OpenVault) -> tuple[Material, Choices]:
    """The case, with the contents of the documents whose pages are to be shown."""
    store = vault.store(case_id)
    return take_contents(store, review.take(store), choices)
