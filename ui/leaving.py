"""What is done on the way out: waiting until all is saved, the clipboard, the backup that was asked for."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from app.services.open_vault import OpenVault
from ui.changed_words import changed_words
from ui.tasks import Tasks

translate = QCoreApplication.translate

#: How often it is looked whether all is saved (milliseconds).
_LOOK_EVERY = 10
#: How long locking waits where no words are on their way (seconds): what else goes on is whole or not there, whenever it ends.
BRIEF = 0.4
#: After so many days without one, a backup that should have been made on locking is said to be missing.
_OVERDUE = dt.timedelta(days=7)


class Ending(QObject):
    """Calls ``then`` once the vault is closed, or after so many seconds all the same.

    Nothing blocks meanwhile, so that who cannot wait can still be heard.
    """

    def __init__(self, tasks: Tasks, then: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._then, self._until = tasks, then, 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    def begin(self, seconds: float) -> None:
        """From now on nothing more can be asked of the vault."""
        self._until = time.monotonic() + seconds
        self._tasks.finish(0)
        self._timer.start()

    def stop(self) -> None:
        """Wait no longer, and call nobody."""
        self._timer.stop()

    def _look(self) -> None:
        if self._tasks.finish(0) or time.monotonic() > self._until:
            self._timer.stop()
            self._then()


def clear_clipboard(application: QApplication) -> None:
    """What was copied here does not outlive the lock. What another program copied is left alone."""
    clipboard = application.clipboard()
    for mode, ours in (
        (QClipboard.Mode.Clipboard, clipboard.ownsClipboard()),
        (QClipboard.Mode.Selection, clipboard.ownsSelection()),
    ):
        if ours:
            clipboard.clear(mode)


def backup_within(seconds: float, folder: str, keep: int) -> Callable[[OpenVault], None]:
    """A backup for the thread of the vault, given up when the time is over: then nothing of it is left in the folder."""
    until = time.monotonic() + seconds

    def back_up(opened: OpenVault) -> None:
        from app.services import backup
        from app.services.progress import Course

        backup.back_up(opened.vault, Path(folder), keep, Course(stop=lambda: time.monotonic() > until))

    return back_up


def overdue_words(last: str) -> tuple[str, str]:
    """Head and body of what is said then."""
    when = changed_words(last, dt.datetime.now().astimezone()) if last else translate("leaving", "never")
    return (
        translate("leaving", "No backup came about when the vault locked. The last one: {0}.").format(when),
        translate(
            "leaving",
            "Its folder was not there, or there was too little time, or there are no recovery sheets. Make one with Ctrl+B,"
            " or choose otherwise in the settings.",
        ),
    )


def overdue(opened: OpenVault, folder: str) -> str | None:
    """Where backups on locking are asked for and none came about for days: when the last one was made ("": never)."""
    if not folder:
        return None
    from app.services import backup

    last = backup.last(opened.vault) or ""
    try:
        since = dt.datetime.now(dt.UTC) - dt.datetime.fromisoformat(last)
    except (ValueError, TypeError):
        return ""
    return last if since > _OVERDUE else None
