"""The one window: unlock, new vault, cases, a case; and the ways out of it, which all save first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from app.errors import UserError
from app.services import session, ways
from app.services.open_vault import OpenVault
from ui.errors import Told, bug, not_kept, told
from ui.hiding import HIDE_KEYS, Hiding
from ui.idle import Idle
from ui.leaving import BRIEF, Ending, backup_within, clear_clipboard, overdue, overdue_words
from ui.look import Look
from ui.outside import Outside
from ui.process import Handover
from ui.screen_room import fills_the_screen, place
from ui.settings import IDLE_MINUTES, KEY_FILE, PASSPHRASE, Settings, SettingsPanel, keep_settings, read_settings
from ui.tasks import Tasks
from ui.unlock import UnlockScreen
from ui.widgets.dialogs import Panel
from ui.widgets.words import PLAIN, words

if TYPE_CHECKING:
    from app.domain.case import Case
    from app.services.values import StoredDocument
    from ui.case_frame import CaseFrame

#: How long locking waits for what is being saved (seconds); then it locks all the same.
PATIENCE = 5.0


class Window(QMainWindow):
    """The window. ``restart`` ends this process and begins the next one (``ui.process.start_anew``)."""

    def __init__(self, look: Look, tasks: Tasks, handover: Handover, restart: Callable[[Handover], None]) -> None:
        super().__init__()
        self.look, self.tasks, self._restart = look, tasks, restart
        self.handover, self.vault_path = handover, handover.vault
        self._leaving = self._at_work = self._secret = False
        self._minutes, self._backup = IDLE_MINUTES, ("", 5)
        self._next, self._told_of = handover, ""
        self._ending = Ending(tasks, lambda: self._go(self._next), self)
        self.frame: CaseFrame | None = None
        self.setWindowTitle("Affiant")
        self.setObjectName("desk")
        self.stack = QStackedWidget(self)
        self.stack.setObjectName("desk")
        self.setCentralWidget(self.stack)
        self.hiding = Hiding(look, self, self.stack, covered=handover.covered)
        tasks.failed.connect(self._tell)
        tasks.broken.connect(self.tell_bug)
        self._application = cast("QApplication", QApplication.instance())
        self.idle, self.outside = Idle(self._application, 0), Outside(self)
        self.idle.passed.connect(self.lock)
        self.outside.lock.connect(self.lock)
        self._bind(self, Qt.ShortcutContext.ApplicationShortcut)
        settings = QShortcut(QKeySequence("Ctrl+,"), self, context=Qt.ShortcutContext.ApplicationShortcut)
        settings.activated.connect(self.show_settings)
        self._application.focusChanged.connect(self._bind_dialog)
        place(self, handover.width, handover.height)

    def _bind(self, widget: QWidget, context: Qt.ShortcutContext) -> None:
        """The keys that work everywhere."""
        for keys, act in (
            (("Ctrl+Shift+L",), self.press_lock),
            (("Ctrl+Alt+Shift+L",), self.panic),
            (HIDE_KEYS, self.hiding.press),
            (("Ctrl+=", "Ctrl++"), lambda: self.resize_text(+1)),
            (("Ctrl+-",), lambda: self.resize_text(-1)),
            (("Ctrl+Shift+D",), self.switch_palette),
        ):
            for key in keys:
                QShortcut(QKeySequence(key), widget, context=context).activated.connect(act)

    def _bind_dialog(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Qt gives no key of the window to a dialog over it: a dialog that gets the keyboard gets them of its own."""
        dialog = now.window() if now is not None else None
        if isinstance(dialog, Panel) and not dialog.property("bound") and dialog in self.findChildren(Panel):
            dialog.setProperty("bound", True)
            self._bind(dialog, Qt.ShortcutContext.WindowShortcut)

    # --- screens ---

    def show_first(self) -> None:
        """Show the window: the work, where an unlocked vault was handed over, else the lock screen."""
        key = bytearray.fromhex(self.handover.key)
        if key:
            self.handover = replace(self.handover, key="")
            self._put(self._opening(), work=True)
            self.tasks.open(
                self, lambda: session.open_unlocked(Path(self.vault_path), key), lambda _: self._opened(), self.show_unlock
            )
        else:
            self.show_unlock()
        if self.handover.maximized or fills_the_screen(self):
            self.showMaximized()
        else:
            self.show()

    def _opening(self) -> QWidget:
        waiting = words(self.tr("Opening…"), "quiet", parent=self)
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return waiting

    def show_unlock(self, error: UserError | None = None) -> None:
        """The lock screen."""
        screen = UnlockScreen(self.look, self.tasks, self.vault_path)
        screen.unlocked.connect(self._unlocked)
        screen.recovered.connect(self._recovered)
        screen.new_vault.connect(self.show_new_vault)
        screen.sized.connect(self.resize_text)
        self._put(screen)
        if error is not None:
            screen.say(told(error))

    def show_new_vault(self) -> None:
        """Making a vault."""
        from ui.new_vault import NewVaultScreen

        screen = NewVaultScreen(self.look, self.tasks)
        screen.made.connect(self._unlocked)
        screen.secret.connect(self._secret_shown)
        screen.cancelled.connect(self.show_unlock)
        self._put(screen)

    def show_cases(self) -> None:
        """The list of cases."""
        from ui.cases import CasesScreen

        if self.frame is not None:
            if self._words_not_kept():
                return
            self.frame.flush()
            case_id, self.frame = self.frame.desk.case_id, None
            self.tasks.command(self, lambda vault: vault.close_case(case_id))
        screen = CasesScreen(self.look, self.tasks)
        screen.opened.connect(self.open_case)
        screen.lock.connect(self.lock)
        screen.settings.connect(self.show_settings)
        screen.way.connect(self.change_way)
        self._put(screen, work=True)

    def open_case(self, case_id: str, page: str = "", entry: str = "") -> None:
        """Open a case, at a page and an entry where these are named."""

        def read(vault: OpenVault) -> tuple[str, Case, dict[str, StoredDocument]]:
            _load_work()
            store = vault.store(case_id)
            return store.id, store.load(), store.contents()

        def show(answer: tuple[str, Case, dict[str, StoredDocument]]) -> None:
            from ui.case_frame import CaseFrame
            from ui.desk import Desk

            frame = CaseFrame(self.look, self.tasks, Desk(self.tasks, *answer))
            frame.back.connect(self.show_cases)
            frame.lock.connect(self.lock)
            frame.hide_work.connect(self.hiding.press)
            frame.sized.connect(self.resize_text)
            frame.settings.connect(self.show_settings)
            self._put(frame, work=True)
            self.frame = frame
            frame.go(page or "overview", entry)

        self.tasks.query(self, read, show)

    def _put(self, screen: QWidget, *, work: bool = False) -> None:
        self._at_work, self._secret = work, False
        screen.setObjectName(screen.objectName() or "desk")
        old = self.stack.currentWidget()
        self.stack.addWidget(screen)
        self.stack.setCurrentWidget(screen)
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()
        screen.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- opening ---

    def _unlocked(self, vault: str, key: bytearray) -> None:
        """The right passphrase was given: the work begins in a process that never saw it."""
        self.vault_path = vault
        handover = self._state(key=bytes(key).hex())
        key[:] = bytes(len(key))
        self._leave(handover)

    def _recovered(self, vault: str, key: bytearray) -> None:
        """Recovery sheets opened it: the same, and a new passphrase is chosen there."""
        self.handover = replace(self.handover, then=PASSPHRASE)
        self._unlocked(vault, key)

    def _secret_shown(self, vault: str) -> None:
        """What opens a new vault stands on the screen: lock as over the work."""
        self.vault_path, self._secret = vault, True
        self.idle.set_minutes(self._minutes)
        self.outside.watch(vault)

    def _opened(self) -> None:
        self.outside.watch(self.vault_path)
        present = self._settings

        def show(answer: tuple[Settings, str | None]) -> None:
            self._apply(answer[0])
            if self.handover.case:
                self.open_case(self.handover.case, self.handover.page, self.handover.entry)
            else:
                self.show_cases()
                self.tasks.compute(self, lambda _progress, _stopping: _load_work(), lambda _: None)
                if (last := answer[1]) is not None:
                    self._say(Told(*overdue_words(last)))
            if self.handover.then == PASSPHRASE:
                self.handover = replace(self.handover, then="")
                self.change_way(PASSPHRASE, recovered=True)

        def read(vault: OpenVault) -> tuple[Settings, str | None]:
            settings = read_settings(vault, present)
            return settings, overdue(vault, settings.backup_folder)

        self.tasks.query(self, read, show)

    # --- leaving ---

    def _state(self, *, key: str = "") -> Handover:
        size = self.normalGeometry().size() if self.isMaximized() else self.size()
        return Handover(
            vault=self.vault_path,
            key=key,
            then=self.handover.then if key else "",
            dark=self.look.dark,
            factor=self.look.factor,
            case=self.frame.desk.case_id if self.frame else self.handover.case,
            page=self.frame.page_key if self.frame else self.handover.page,
            entry=self.frame.where() if self.frame else self.handover.entry,
            width=size.width(),
            height=size.height(),
            maximized=self.isMaximized(),
        )

    def lock(self) -> None:
        """Show nothing at once, keep what is being typed, close the vault, go on as a new process that knows nothing."""
        if self._working() or (self._secret and not self._leaving):
            self._leave(self._state())

    def press_lock(self) -> None:
        """Lock; pressed a second time, without waiting for anything."""
        if self._leaving:
            self.panic()
        else:
            self.lock()

    def panic(self) -> None:
        """Go on as a new process this very moment. What was typed in the last second may be lost."""
        self._leaving = True
        clear_clipboard(self._application)
        self._go(self._state())

    def _leave(self, handover: Handover) -> None:
        self._leaving = True
        self.idle.set_minutes(0)
        for panel in self.findChildren(Panel):
            panel.let_go()
        self.hiding.leave()
        self.repaint()
        clear_clipboard(self._application)
        self._next, self._told_of = handover, ""
        self._ending.begin(PATIENCE if self._hand_over_drafts() else min(BRIEF, PATIENCE))

    def _go(self, handover: Handover) -> None:
        self._ending.stop()
        try:
            self._restart(replace(handover, covered=self.hiding.covered))
        except OSError:  # nothing may stay in memory, whatever happens
            QApplication.exit(1)

    def _hand_over_drafts(self) -> bool:
        """Hand over what is being typed, then make a backup if that is asked for; whether there is either to wait for."""
        if self.frame is not None:
            self.frame.flush()
        folder, keep = self._backup
        if folder and self._at_work:
            self.tasks.command(self, backup_within(PATIENCE - 1, folder, keep))
        return bool(folder and self._at_work) or (self.frame is not None and self.frame.desk.keeping)

    def _words_not_kept(self) -> bool:
        """Whether words would be lost that the disk did not take: said once, then the user decides."""
        held = self.frame.desk.words_not_kept() if self.frame is not None else ""
        if not held or (held == self._told_of and not self.hiding.covered):  # what is covered told nobody
            return False
        self._told_of = held
        self._say(not_kept())
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save, wait until all that was asked is done and the vault is closed, and end."""
        if not self._leaving and self._words_not_kept():
            event.ignore()
            return
        self.hide()
        if not self._leaving:
            self._leaving = True
            clear_clipboard(self._application)
            self._hand_over_drafts()
        self.tasks.finish(PATIENCE)
        event.accept()

    # --- looks and settings ---

    @property
    def _settings(self) -> Settings:
        return Settings(self._minutes, self.look.dark, self.look.factor, *self._backup)

    def _apply(self, settings: Settings) -> None:
        self._minutes, self._backup = settings.idle_minutes, (settings.backup_folder, settings.backup_keep)
        self.idle.set_minutes(settings.idle_minutes)
        if (settings.dark, settings.text_size) != (self.look.dark, self.look.factor):
            self.look.set(dark=settings.dark, factor=settings.text_size)

    def show_settings(self) -> None:
        """The settings, over the work."""
        if self._working() and not self.findChildren(SettingsPanel):
            panel = SettingsPanel(self.look, self, self._settings)
            panel.chosen.connect(self._chosen)
            panel.asked.connect(self.change_way)
            panel.open()

    def change_way(self, which: str, *, recovered: bool = False) -> None:
        """Change a way into the vault, over the work."""

        def show(held: tuple[str, ...]) -> None:
            from ui.vault_dialogs import ChangeKeyFile, ChangePassphrase, ChangeRecovery

            if which == PASSPHRASE:
                ChangePassphrase(self.look, self.tasks, self, held, self._say_done, recovered=recovered).open()
            else:
                panel = ChangeKeyFile if which == KEY_FILE else ChangeRecovery
                panel(self.look, self.tasks, self, held, self._say_done).open()

        if self._working():
            self.tasks.query(self, lambda vault: ways.ways(vault.vault), show)

    def _chosen(self, settings: Settings) -> None:
        self._apply(settings)
        self._keep()

    def resize_text(self, by: int) -> None:
        """Larger or smaller text, kept with the vault."""
        if by > 0:
            self.look.larger()
        else:
            self.look.smaller()
        self._keep()

    def switch_palette(self) -> None:
        """Light or dark, kept with the vault."""
        self.look.set(dark=not self.look.is_dark, factor=self.look.factor)
        self._keep()

    def _keep(self) -> None:
        settings = self._settings
        if self._working():
            self.tasks.command(self, lambda vault: keep_settings(vault, settings))

    def _working(self) -> bool:
        return self._at_work and not self._leaving

    # --- what goes wrong ---

    def _say_done(self, head: str, body: str) -> None:
        self._say(Told(head, body, PLAIN, "check"))

    def _tell(self, error: UserError) -> None:
        self._say(told(error))

    def tell_bug(self, error: BaseException) -> None:
        """A fault of the program: say where, go on."""
        self._say(bug(error))

    def _say(self, shown: Told) -> None:
        screen = self.stack.currentWidget()
        target = self.frame.page if self.frame is not None and self.frame is screen and self.frame.page_key else screen
        notice = getattr(target, "notice", None)
        if notice is None and self._at_work:  # a case could not be opened: there is still the list of the others
            self.show_cases()
            notice = getattr(self.stack.currentWidget(), "notice", None)
        if notice is not None:
            notice.say(shown.head, shown.body, kind=shown.kind, icon=shown.icon)


def _load_work() -> None:
    """Load the pages of a case and all they stand on, off the window's thread: a second, in which the window goes on."""
    import_module("ui.case_frame")
