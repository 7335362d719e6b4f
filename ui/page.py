"""What every screen of a case is: a title row, a body, key hints, and what must happen before it is left or locked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.errors import UserError
from ui.desk import Desk
from ui.errors import told
from ui.look import Look
from ui.tasks import Tasks
from ui.widgets.words import Notice, words
from ui.widgets.wrapping import Wrapping

Hints = tuple[tuple[tuple[str, ...], str], ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What a page is given: how things look, the vault's door, the case, and the way to another page.

    ``go(page, entry)`` opens another page of the case at an entry (``go("events", "e4")``).
    """

    look: Look
    tasks: Tasks
    desk: Desk
    go: Callable[[str, str], None]


class Page(QWidget):
    """A screen of a case. Subclasses fill ``head`` (title row, at the right) and ``body``, and override what they need."""

    #: The page's name in the rail's order and in ``go``.
    key = ""
    icon = "file"
    #: In a narrow window, which has no title row, the page draws up to the bar above it.
    flush_top = False
    #: Other keys work now than before: the bar at the foot asks ``hints`` again.
    hinted = Signal()
    #: Whether the page stands alone now, without the rail and without a way to other pages: others look at the screen too.
    alone = False
    alone_changed = Signal()
    #: The page asks for the lock, or for the neutral page in front of it.
    lock = Signal()
    hide_work = Signal()

    def __init__(self, around: Around, title: str, note: str = "", *, margins: bool = True) -> None:
        super().__init__()
        self.around, self.look, self.tasks, self.desk = around, around.look, around.tasks, around.desk
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._title_row(title, note))
        strip = QWidget(self)
        strip_row = QVBoxLayout(strip)
        self.look.pad(strip_row, strip, (32, 0, 32, 0), 0)
        self.notice = Notice(self.look, strip)
        strip_row.addWidget(self.notice)
        outer.addWidget(strip)
        inner = QWidget(self)
        self.body = QVBoxLayout(inner)
        self.look.pad(self.body, inner, (32, 8, 32, 16) if margins else (0, 0, 0, 0), 16 if margins else 0)
        outer.addWidget(inner, 1)
        self.desk.changed.connect(self.refresh)

    def _title_row(self, title: str, note: str) -> QWidget:
        """Title and note at the left, buttons at the right; in a narrow window the buttons go below and wrap."""
        self._keys: list[QShortcut] = []
        self._top = QWidget(self)
        self._top_box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._top)
        self.look.pad(self._top_box, self._top, (32, 16, 32, 8), 8)
        self._top.setMinimumWidth(1)
        left = QVBoxLayout()
        left.setSpacing(2)
        self.title = words(title, "title")
        self.subtitle = words(note, "note", wrap=True)
        self.subtitle.setVisible(bool(note))
        left.addWidget(self.title)
        left.addWidget(self.subtitle)
        left.addStretch(1)
        self._top_box.addLayout(left, 1)
        self._head_box = QWidget(self._top)
        self.head = Wrapping(self._head_box, right=True)
        self.look.pad(self.head, self._head_box, (0, 0, 0, 0), 8)
        self._top_box.addWidget(self._head_box)
        return self._top

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_title()

    def fit_title(self) -> None:
        """Find the room for the buttons of the title row; to be called where they are others than before."""
        room = self.width() - self.look.px(72) - self.title.sizeHint().width()
        narrow = self.head.sizeHint().width() > room
        self._top_box.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        policy = QSizePolicy.Policy.Preferred if narrow else QSizePolicy.Policy.Maximum
        self._head_box.setSizePolicy(policy, QSizePolicy.Policy.Minimum)
        self._head_box.setMinimumWidth(1 if narrow else self.head.sizeHint().width())

    def set_narrow(self, narrow: bool) -> None:
        """In a narrow window the title row gives its room to the page: its buttons stand in the menu, their keys work on."""
        self._top.setVisible(not narrow and not self.alone)
        self._outer.setContentsMargins(0, self.look.px(8) if narrow and not self.flush_top else 0, 0, 0)
        for shortcut in self._keys:
            shortcut.deleteLater()
        self._keys = []
        for button in self.title_buttons() if narrow and not self.alone else ():
            if not button.shortcut().isEmpty():
                shortcut = QShortcut(button.shortcut(), self)
                shortcut.activated.connect(button.click)
                self._keys.append(shortcut)

    def title_buttons(self) -> list[QAbstractButton]:
        """The buttons of the title row that can be used now, for the menu of a narrow window."""
        items = (self.head.itemAt(index) for index in range(self.head.count()))
        found = (item.widget() for item in items if item is not None)
        return [button for button in found if isinstance(button, QAbstractButton) and button.isVisibleTo(self._top)]

    @classmethod
    def of(cls, around: Around) -> Page:
        """The page as the frame makes it: every page takes what is around it and nothing else."""
        return cls(around)  # type: ignore[call-arg]  # subclasses give their own title

    # --- to be overridden ---

    @classmethod
    def label(cls) -> str:
        """The page's word in the rail."""
        raise NotImplementedError

    def refresh(self) -> None:
        """The case changed: show it. What is being typed is kept."""

    def show_entry(self, entry_id: str) -> None:
        """Open one entry; called when another page sends the user here."""

    def where(self) -> str:
        """What ``show_entry`` is to be told after a lock, so that the work goes on where it was; ids only."""
        return ""

    def hints(self) -> Hints:
        """The keys that work here, for the bar at the foot."""
        return ()

    def flush(self) -> None:
        """Hand what is being typed to the vault thread now, as a draft: the page is left, or the vault locks."""

    def primary(self) -> QWidget | None:
        """What gets the keyboard when the page opens."""
        return None

    # --- for subclasses ---

    def say(self, error: UserError) -> None:
        """Show an error on this page; nothing that was typed goes away."""
        shown = told(error)
        self.notice.say(shown.head, shown.body, kind=shown.kind, icon=shown.icon)
