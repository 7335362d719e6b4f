"""What is on record is underlined in the text, quietly, a moment after one stops typing; F2 says who or what it is.

The underlines are formats of the lines as they are laid out, no part of the text: nothing is saved, undone or copied with them,
and a key costs no more than moving those of its own line.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QTextBlock, QTextCharFormat, QTextFormat, QTextLayout
from PySide6.QtWidgets import QTextEdit

from app.domain.case import Case
from app.services import registry
from app.services.recorded import EVENT, OnRecord, Recorded
from ui.look import Look
from ui.pages import people_words
from ui.pages.people_words import isolated
from ui.tasks import Running

if TYPE_CHECKING:
    from ui.pages.testimony import TestimonyPage

translate = QCoreApplication.translate

#: So many milliseconds after the last key; and so many seconds at a time for changing what is laid out.
AFTER, SLICE = 600, 0.006
_ID = int(QTextFormat.Property.UserProperty)
_KIND = _ID + 1
_Range = tuple[int, int, str, str]  # where it begins and how long it is, as Qt counts; kind and id of the entry
_Answer = tuple[OnRecord, dict[tuple[str, str], tuple[_Range, ...]]]


def ranges_of(line: str, found: Sequence[Recorded]) -> tuple[_Range, ...]:
    """Places in code points as Qt counts them: letters beyond the first 65,536 are two for it."""
    if line.isascii() or max(map(ord, line), default=0) < 0x10000:
        return tuple((one.start, one.end - one.start, one.kind, one.id) for one in found)

    def at(place: int) -> int:
        return len(line[:place].encode("utf-16-le", "surrogatepass")) // 2

    return tuple((at(one.start), at(one.end) - at(one.start), one.kind, one.id) for one in found)


class Underlines(QObject):
    """The underlines of one text. ``put`` takes those of every line; they move with what is typed before them."""

    def __init__(self, look: Look, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._look, self._edit = look, edit
        self._wanted: list[tuple[_Range, ...]] = []
        self._next = 0
        self._revision = -1
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._go_on)
        edit.document().contentsChange.connect(self._move)

    def put(self, lines: Sequence[tuple[_Range, ...]]) -> None:
        """Underline these and nothing else; a line of the text each. Done a little at a time."""
        self._wanted, self._next, self._revision = list(lines), 0, self._edit.document().revision()
        self._slices.start()

    @property
    def working(self) -> bool:
        """Whether some lines still wait for theirs."""
        return self._slices.isActive()

    def at_cursor(self) -> tuple[str, str] | None:
        """Kind and id of the entry that is underlined where the keyboard stands."""
        cursor = self._edit.textCursor()
        place = cursor.positionInBlock()
        for start, length, kind, entry in _held(cursor.block()):
            if start <= place <= start + length:
                return kind, entry
        return None

    def shown(self) -> list[tuple[str, str, str]]:
        """``(words, kind, id)`` of everything that is underlined."""
        out, block = [], self._edit.document().begin()
        while block.isValid():
            text = block.text().encode("utf-16-le", "surrogatepass")
            for start, length, kind, entry in _held(block):
                out.append((text[2 * start : 2 * (start + length)].decode("utf-16-le", "surrogatepass"), kind, entry))
            block = block.next()
        return out

    def _go_on(self) -> None:
        document, until = self._edit.document(), time.perf_counter() + SLICE
        if document.revision() != self._revision:
            self._slices.stop()  # typed meanwhile: what comes after that pause knows better
            return
        block = document.findBlockByNumber(self._next)
        while block.isValid() and time.perf_counter() < until:
            wanted = self._wanted[self._next] if self._next < len(self._wanted) else ()
            if wanted != tuple(_held(block)):
                block.layout().setFormats([self._format(one) for one in wanted])
                document.markContentsDirty(block.position(), block.length())
            self._next += 1
            block = block.next()
        if not block.isValid():
            self._slices.stop()

    def _format(self, one: _Range) -> QTextLayout.FormatRange:
        start, length, kind, entry = one
        out, form = QTextLayout.FormatRange(), QTextCharFormat()
        style = QTextCharFormat.UnderlineStyle
        form.setUnderlineStyle(style.DashUnderline if kind == EVENT else style.DotLine)
        form.setUnderlineColor(self._look.colour("border"))
        form.setProperty(_ID, entry)
        form.setProperty(_KIND, kind)
        out.start, out.length, out.format = start, length, form
        return out

    def _move(self, position: int, removed: int, added: int) -> None:
        """Letters came or went: the underlines after them move along, one that was typed into goes."""
        block = self._edit.document().findBlock(position)
        held = block.layout().formats() if block.isValid() else []
        if not held:
            return
        at, kept = position - block.position(), []
        for one in held:
            if one.start >= at + removed:
                one.start += added - removed
            elif one.start + one.length > at:
                continue
            if one.start >= 0 and one.start + one.length < block.length():
                kept.append(one)
        block.layout().setFormats(kept)


def _held(block: QTextBlock) -> list[_Range]:
    return [
        (one.start, one.length, str(one.format.property(_KIND)), str(one.format.property(_ID)))
        for one in block.layout().formats()
    ]


class Known(QObject):
    """Looks, for both languages of a page, what is on record in the text as it stands, and says what it is on F2."""

    def __init__(self, page: TestimonyPage) -> None:
        super().__init__(page)
        self._page = page
        self._record: OnRecord | None = None
        self._of: Case | None = None
        self._running: Running | None = None
        self._lines: dict[tuple[str, str], tuple[_Range, ...]] = {}
        self.underlines: dict[str, Underlines] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER)
        self._soon.timeout.connect(self._look)
        for side, column in page.columns.items():
            self.underlines[side] = Underlines(page.look, column.page)
            column.page.document().contentsChange.connect(lambda *_: self._soon.start())
        page.desk.changed.connect(self._soon.start)
        page.installEventFilter(self)
        ask = QShortcut(QKeySequence("F2"), page)
        ask.activated.connect(self.say)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page is shown: what changed while it was not is looked at now."""
        if watched is self._page and event.type() == QEvent.Type.Show:
            self._soon.start()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        """Look anew; what did not change since is not looked at again."""
        if not self._page.isVisible():
            return
        if self._running is not None:
            self._running.stop()
        page, case = self._page, self._page.desk.case
        texts = {
            side: (column.testimony.lang, column.page.lines(), column.page.document().revision())
            for side, column in page.columns.items()
            if column.testimony is not None
        }
        if not texts:
            return
        record, known = (self._record, self._lines) if self._of is case else (None, {})
        earlier = self._record

        def work(_at: Callable[[str, int, int], None], stopping: Callable[[], bool]) -> _Answer:
            made = record or OnRecord(case, earlier)
            found: dict[tuple[str, str], tuple[_Range, ...]] = {}  # only of lines that stand there now
            for lang, lines, _ in texts.values():
                for line in lines:
                    if stopping():
                        break
                    if (lang, line) not in found:
                        held = known.get((lang, line))
                        found[lang, line] = ranges_of(line, made.in_line(line, lang)) if held is None else held
            return made, found

        def take(answer: _Answer) -> None:
            self._running, self._of = None, case
            self._record, self._lines = answer
            for side, (lang, lines, revision) in texts.items():
                if page.columns[side].page.document().revision() == revision:
                    self.underlines[side].put([self._lines[lang, line] for line in lines])

        self._running = page.tasks.compute(self, work, take)

    def say(self) -> None:
        """Say above the text what is underlined where the keyboard stands; in an interview no more than the name."""
        page = self._page
        column = page.last_column
        if column is None:
            return
        found = self.underlines[column.side].at_cursor()
        column.tell(self._words(*found) if found else translate("known", "Nothing on record is named here."))

    def _words(self, kind: str, entry_id: str) -> str:
        case = self._page.desk.case
        if kind == EVENT:
            return next((people_words.event_words(event) for event in case.events if event.id == entry_id), "")
        one = registry.entry(case, entry_id)
        if one is None:
            return ""
        name = isolated(registry.written(one))
        what = "" if self._page.interview.on else people_words.kind_words(one)
        return " · ".join(part for part in (name, what) if part)
