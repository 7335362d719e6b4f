"""What the window asks of the vault, and how it is answered without ever waiting.

One thread owns the vault. ``query`` reads, ``command`` changes; both run one after the other in the order asked, and the
answer comes back on the window's own thread, unless the asking widget is gone by then. ``stream`` takes one item at a time
and lets other work in between. ``compute`` runs pure work on values (drawing an export) beside all of that.
"""

from __future__ import annotations

import contextlib
import queue
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from app.apart import end_all
from app.errors import UserError
from app.services.open_vault import OpenVault
from app.services.progress import Stopped

if TYPE_CHECKING:  # the values bring the redaction with them, which a lock screen has no use for
    from app.services.values import Vault

T = TypeVar("T")
Failed = Callable[[UserError], None]

#: Python changes threads this often (seconds). At its own 5 ms the window would wait for the vault thread's Python at each
#: of the hundreds of calls between Qt and Python that drawing takes, and stutter while anything is read or saved.
_SWITCH = 0.00005


class Running:
    """Long work that can be stopped."""

    def __init__(self) -> None:
        self._stop = threading.Event()

    def stop(self) -> None:
        """Ask it to stop at its next step."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()


@dataclass(slots=True)
class _Job:
    owner: QObject
    work: Callable[[], Any] = field(repr=False)
    done: Callable[[Any], None] | None = field(repr=False)
    failed: Failed | None = field(repr=False)
    changes: bool = False
    running: Running | None = None


@dataclass(slots=True)
class _Answer:
    job: _Job
    value: Any = field(default=None, repr=False)
    error: BaseException | None = field(default=None, repr=False)
    each: Callable[[Any], None] | None = field(default=None, repr=False)


class Tasks(QObject):
    """The door to the vault thread.

    Signals: ``saved`` after a change is on the disk; ``failed`` with a ``UserError`` that no caller wanted for itself;
    ``broken`` with any other exception: a bug.
    """

    saved = Signal()
    failed = Signal(object)
    broken = Signal(object)
    _answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._open: OpenVault | None = None  # touched on the vault thread only
        self._closed = False
        sys.setswitchinterval(_SWITCH)
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name="vault", daemon=True)
        self._thread.start()

    # --- asking ---

    def open(self, owner: QObject, opener: Callable[[], Vault], done: Callable[[None], None], failed: Failed | None) -> None:
        """Open a vault on its thread; it is the one that all later work sees."""

        def work() -> None:
            self._open = OpenVault(opener())

        self._put(_Job(owner, work, done, failed))

    def apart(self, owner: QObject, work: Callable[[], T], done: Callable[[T], None], failed: Failed | None) -> None:
        """Work on the vault thread that needs no open vault: deriving a key, making a vault."""
        self._put(_Job(owner, work, done, failed))

    def query(
        self, owner: QObject, work: Callable[[OpenVault], T], done: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Read something."""
        self._put(_Job(owner, lambda: work(self._vault()), done, failed))

    def command(
        self,
        owner: QObject,
        work: Callable[[OpenVault], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Change something. It is done even if the asking widget goes meanwhile."""
        self._put(_Job(owner, lambda: work(self._vault()), done, failed, changes=True))

    def stream(
        self,
        owner: QObject,
        start: Callable[[OpenVault], Iterator[T]],
        each: Callable[[T], None],
        done: Callable[[None], None] | None = None,
        failed: Failed | None = None,
    ) -> Running:
        """Read item by item; other work comes in between. ``stop`` of what is returned ends it."""
        running = Running()
        held: list[Iterator[T]] = []
        end = object()

        def step() -> object:
            if not held:
                held.append(iter(start(self._vault())))
            return next(held[0], end)

        def answered(value: object) -> None:
            if running.stopping:
                return
            if value is end:
                if done is not None:
                    done(None)
                return
            each(value)  # type: ignore[arg-type]  # not the end, so an item
            if not running.stopping:
                self._put(_Job(owner, step, answered, failed, running=running))

        self._put(_Job(owner, step, answered, failed, running=running))
        return running

    def compute(
        self,
        owner: QObject,
        work: Callable[[Callable[[str, int, int], None], Callable[[], bool]], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        progress: Callable[[tuple[str, int, int]], None] | None = None,
    ) -> Running:
        """Run ``work(progress, stopping)``, which touches no vault, on a thread of its own."""
        running = Running()
        job = _Job(owner, lambda: None, done, failed, running=running)

        def report(stage: str, at: int, of: int) -> None:
            if progress is not None:
                self._send(_Answer(job, (stage, at, of), each=progress))

        def run() -> None:
            answer = _Answer(job)
            try:
                answer.value = work(report, lambda: running.stopping)
            except BaseException as error:  # it belongs to the window's thread, which tells what it is
                answer.error = error
            self._send(answer)

        threading.Thread(target=run, name="compute", daemon=True).start()
        return running

    def finish(self, seconds: float) -> bool:
        """Do what was asked so far, then close the vault and end the thread. Blocks; ``False`` after so many seconds.

        Only for locking and leaving: the window shows nothing by then, and no child process may hold a document any longer.
        """
        if not self._closed:
            self._closed = True
            self._jobs.put(None)
        end_all()
        self._thread.join(seconds)
        return not self._thread.is_alive()

    # --- the vault thread ---

    def _put(self, job: _Job) -> None:
        if not self._closed:
            self._jobs.put(job)

    def _vault(self) -> OpenVault:
        if self._open is None:
            raise RuntimeError("no vault is open")
        return self._open

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            if job.running is not None and job.running.stopping:
                continue
            answer = _Answer(job)
            try:
                answer.value = job.work()
            except BaseException as error:  # likewise
                answer.error = error
            self._send(answer)
            del job, answer  # an idle thread keeps nothing of a case alive
        if self._open is not None:
            held, self._open = self._open, None
            with contextlib.suppress(UserError):  # what was saved is safe; the next opening heals what closing could not do
                held.close()

    def _send(self, answer: _Answer) -> None:
        if shiboken6.isValid(self):
            self._answered.emit(answer)

    # --- the window's thread ---

    def _answer(self, answer: _Answer) -> None:
        job = answer.job
        if self._closed:
            return
        alive = shiboken6.isValid(job.owner)
        if answer.each is not None:
            if alive and not (job.running and job.running.stopping):
                answer.each(answer.value)
            return
        if job.running is not None and job.running.stopping:  # nobody waits for it any more
            return
        if answer.error is not None:
            self._fail(job, answer.error, alive)
            return
        if job.changes:
            self.saved.emit()
        if alive and job.done is not None:
            job.done(answer.value)

    def _fail(self, job: _Job, error: BaseException, alive: bool) -> None:
        if isinstance(error, Stopped):
            return
        if not isinstance(error, UserError):
            self.broken.emit(error)
        elif alive and job.failed is not None:
            job.failed(error)
        elif alive or job.changes:  # a change that failed is told even if the page was left meanwhile
            self.failed.emit(error)


def clock() -> str:
    """The time of day, as the window shows when something was saved."""
    return time.strftime("%H:%M")
