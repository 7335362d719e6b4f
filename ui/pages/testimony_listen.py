"""Listening to what was said beside what was written: from a paragraph to its place in the recording, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services import sound
from app.services.testimony import heard_in
from ui.pages.player import Player

if TYPE_CHECKING:
    from ui.pages.testimony import TestimonyPage
    from ui.pages.testimony_column import TestimonyColumn


class Listening(QObject):
    """The strip above the words, shown where paragraphs are tied to a recording, and never while others look too."""

    def __init__(self, page: TestimonyPage) -> None:
        super().__init__(page)
        self.page = page
        self.strip = QWidget(page)
        box = QVBoxLayout(self.strip)
        page.look.pad(box, self.strip, (32, 0, 32, 4), 0)
        self.player = Player(page.look, page.desk, self.strip)
        box.addWidget(self.player)
        self.player.to_words.connect(self._to_words)
        self.player.words_button.show()
        self._from: tuple[str, int] = ("", 0)  # the paragraph from which it was played last
        self._keys = self.player.bind(page)
        key = QShortcut(QKeySequence("F5"), page)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.press)
        self._keys.append(key)
        self.player.play_button.clicked.disconnect()
        self.player.play_button.clicked.connect(self.press)
        page.desk.changed.connect(self.refresh)
        page.alone_changed.connect(self.refresh)
        page.choice.activated.connect(lambda _row: self.refresh())
        for column in page.columns.values():
            column.page.entered.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Whether there is anything to be heard."""
        tied = any(_is_tied(column) for column in self.page.columns.values())
        shown = tied and not self.page.alone
        if not shown:
            self.player.close_sound()
        self.strip.setVisible(shown)
        for key in self._keys:
            key.setEnabled(shown)
        if shown and not self.player.playing.document:
            held = self._place()
            if held is not None:
                self.player.open(held[1])

    def _column(self) -> TestimonyColumn | None:
        columns = [column for column in self.page.columns.values() if _is_tied(column)]
        last = self.page.last_column
        return last if last in columns else columns[0] if columns else None

    def _place(self) -> tuple[tuple[str, int], str, float] | None:
        """The paragraph where somebody works, and where it can be heard: its own place, or that of one before it."""
        column = self._column()
        if column is None or column.testimony is None:
            return None
        ties = heard_in(column.testimony, column.page.text())
        here = max(column.page.paragraph, 1)
        number = max((number for number in ties if number <= here), default=min(ties, default=0))
        return ((column.testimony.id, here), *ties[number]) if number else None

    def press(self) -> None:
        """Play from this paragraph; pause; go on where it paused, while somebody stays at the paragraph."""
        playing, held = self.player.playing, self._place()
        if playing.on or held is None:
            playing.pause()
        elif self._from == held[0] and playing.document == held[1]:
            playing.play()
        else:
            self._from = held[0]
            self.player.play_at(held[1], held[2])

    def _to_words(self) -> None:
        """To the paragraph that is heard now."""
        found = sound.written_at(self.page.desk.case, self.player.playing.document, self.player.playing.seconds)
        if found is not None:
            self._from = (found.testimony, found.paragraph)
            self.page.show_entry(f"{found.testimony}/{found.paragraph}")


def _is_tied(column: TestimonyColumn) -> bool:
    return column.testimony is not None and any(mark.recording for mark in column.testimony.marks)
