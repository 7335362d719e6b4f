"""The case that lies on the desk: its present value for all pages, and the one way to change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import QObject, Signal

from app.domain.case import Case
from app.errors import UserError
from app.services import history, work
from app.services.open_vault import OpenVault
from app.services.values import CaseStore, StoredDocument
from ui.tasks import Failed, Tasks


class Desk(QObject):
    """One open case. ``changed`` comes after ``case`` is a new value; pages then show it.

    ``contents`` tells what is held of each document. All writing goes through ``save``, ``remove`` and ``run``; all of it is
    one change with one row of the history, checked whole before anything is stored.
    """

    changed = Signal()
    #: The case is left, or the vault locks: who listens or plays stops, and hands over what is left.
    leaving = Signal()

    def __init__(self, tasks: Tasks, case_id: str, case: Case, contents: dict[str, StoredDocument]) -> None:
        super().__init__()
        self.tasks, self.case_id, self.case, self.contents = tasks, case_id, case, contents
        self._undo: list[int] = []  # numbers of the changes made since the case was opened
        self._redo: list[int] = []  # numbers of the changes that took one of those back
        self._adding = 0  # additions to drafts, and pieces of sound, that are on their way
        self._asked: dict[str, str] = {}  # drafts that are on their way to the disk, by place
        self._unkept: dict[str, str] = {}  # those of them that could not be kept

    def save(
        self,
        owner: QObject,
        entries: Sequence[tuple[str, object]],
        done: Callable[[Case], None] | None = None,
        failed: Failed | None = None,
        *,
        draft: str = "",
    ) -> None:
        """Add or replace entries, given as ``(kind, value)``. ``draft`` names the draft that this saves and so ends."""
        held = tuple(entries)
        self.run(owner, lambda store: work.save_many(store, held, drafts=(draft,) if draft else ()), done, failed, draft=draft)

    def create(
        self,
        owner: QObject,
        make: Callable[[Callable[[str], str]], Sequence[tuple[str, object]]],
        done: Callable[[Case], None] | None = None,
        failed: Failed | None = None,
        *,
        draft: str = "",
    ) -> None:
        """Add entries that need new ids: ``make`` runs on the vault thread and is given ``fresh(kind) -> id``.

        It returns ``(kind, value)`` pairs and touches no widget; entries that exist may be among them.
        """

        def change(store: CaseStore) -> Case:
            given: list[str] = []

            def fresh(kind: str) -> str:
                given.append(work.new_id(store, kind, tuple(given)))
                return given[-1]

            return work.save_many(store, tuple(make(fresh)), drafts=(draft,) if draft else ())

        self.run(owner, change, done, failed, draft=draft)

    def remove(
        self, owner: QObject, kind: str, entry_id: str, done: Callable[[Case], None] | None = None, failed: Failed | None = None
    ) -> None:
        """Take an entry away."""
        self.run(owner, lambda store: work.remove(store, kind, entry_id), done, failed)

    def run(
        self,
        owner: QObject,
        change: Callable[[CaseStore], Case],
        done: Callable[[Case], None] | None = None,
        failed: Failed | None = None,
        *,
        draft: str = "",
    ) -> None:
        """Any other change of the case that gives its new value (a document added, a change undone)."""

        def did(seq: int) -> None:
            self._asked.pop(draft, None)  # it is saved, and its draft with it
            self._unkept.pop(draft, None)
            self._did(seq)

        self._run(owner, change, done, failed, did)

    def _did(self, seq: int) -> None:
        if seq:
            self._undo.append(seq)
            self._redo.clear()

    def undo(self, owner: QObject, done: Callable[[Case], None] | None = None, failed: Failed | None = None) -> bool:
        """Take back the last change made since the case was opened; ``False`` if there is none."""
        if not self._undo:
            return False
        seq = self._undo.pop()
        self._run(owner, lambda store: history.revert(store, seq), done, failed, _into(self._redo))
        return True

    def redo(self, owner: QObject, done: Callable[[Case], None] | None = None, failed: Failed | None = None) -> bool:
        """Take back the last undoing; ``False`` if there is none."""
        if not self._redo:
            return False
        seq = self._redo.pop()
        self._run(owner, lambda store: history.revert(store, seq), done, failed, _into(self._undo))
        return True

    def _run(
        self,
        owner: QObject,
        change: Callable[[CaseStore], Case],
        done: Callable[[Case], None] | None,
        failed: Failed | None,
        number: Callable[[int], None],
    ) -> None:
        case_id = self.case_id

        def take(answer: tuple[Case, dict[str, StoredDocument], int]) -> None:
            # The desk takes the new case even if the page that asked for the change is gone.
            self.case, self.contents = answer[0], answer[1]
            number(answer[2])
            self.changed.emit()
            if done is not None and shiboken6.isValid(owner):
                done(self.case)

        def tell(error: UserError) -> None:
            if failed is not None and shiboken6.isValid(owner):
                failed(error)
            else:
                self.tasks.failed.emit(error)

        def work_on(vault: OpenVault) -> tuple[Case, dict[str, StoredDocument], int]:
            store = vault.store(case_id)
            before = history.last(store)
            case, after = change(store), history.last(store)
            return case, store.contents(), after if after != before else 0  # what changed nothing cannot be undone

        self.tasks.command(self, work_on, take, tell)

    def draft(self, place: str, text: str) -> None:
        """Keep what is being typed. An empty text drops the draft. What cannot be kept is told; see ``keep_on``."""
        self._asked[place] = text
        self._unkept.pop(place, None)
        self._keep(place, text, self.tasks.failed.emit)

    def add_to_draft(self, place: str, add: Callable[[str | None], str]) -> None:
        """Keep what ``add``, on the vault thread, makes of what is kept at a place."""
        self.keep(
            lambda store: work.save_draft(store, place, add(work.draft(store, place))), lambda: None, self.tasks.failed.emit
        )

    def keep(self, keep: Callable[[CaseStore], None], done: Callable[[], None], failed: Failed) -> None:
        """Keep something beside the history, which whoever locks waits for: it is on its way from now on."""
        case_id = self.case_id

        def kept(_: None) -> None:
            self._adding -= 1
            done()

        def not_kept(error: UserError) -> None:
            self._adding -= 1
            failed(error)

        self._adding += 1
        self.tasks.command(self, lambda vault: keep(vault.store(case_id)), kept, not_kept)

    @property
    def keeping(self) -> bool:
        """Whether words that were typed, or sound, are still on their way to the disk."""
        return bool(self._asked) or self._adding > 0

    def words_not_kept(self) -> str:
        """What the disk did not take of what is being typed, told apart by where it belongs; "" where all is kept."""
        return " ".join(sorted(place for place, text in self._unkept.items() if text))

    def keep_on(self) -> None:
        """Try once more to keep what could not be kept: the disk may have room again."""
        held, self._unkept = self._unkept, {}
        for place, text in held.items():
            self._keep(place, text, lambda _error: None)  # it was told the first time

    def _keep(self, place: str, text: str, tell: Failed) -> None:
        case_id = self.case_id

        def keep(vault: OpenVault) -> None:
            if text:
                work.save_draft(vault.store(case_id), place, text)
            else:
                work.drop_draft(vault.store(case_id), place)

        def kept(_: None) -> None:
            if self._asked.get(place) == text:
                del self._asked[place]

        def failed(error: UserError) -> None:
            if self._asked.get(place) == text:  # else something newer is on its way
                self._unkept[place] = text
            tell(error)

        self.tasks.command(self, keep, kept, failed)

    def read_draft(self, owner: QObject, place: str, done: Callable[[str | None], None]) -> None:
        """What was being typed at a place when the vault was locked or the machine died."""
        case_id = self.case_id
        self.tasks.query(owner, lambda vault: work.draft(vault.store(case_id), place), done)


def _into(held: list[int]) -> Callable[[int], None]:
    """Note the number of a change, if anything changed."""
    return lambda seq: held.append(seq) if seq else None
