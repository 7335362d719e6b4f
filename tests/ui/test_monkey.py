"""Somebody clumsy at the window: words typed anywhere, pages left, keys hit by mistake, the vault locked at any moment.

Every word that a field took is afterwards saved or kept as a draft. The same seed does the same every time.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from app.domain import case as domain
from app.domain.plain import to_plain
from app.services import session, work
from tests.ui.conftest import ReadyVault
from ui.process import Handover
from ui.widgets.dialogs import Panel
from ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
#: Fields that look for something, or choose a file: what stands in them is no part of the case.
SEEKING = ("search", "find", "chooser")
#: The pages on which words are written, by their key.
WRITING = ("2", "3", "4", "5", "6")
ACTS = {"type": 10, "page": 4, "key": 4, "begin_something": 3, "size": 0.5, "wait": 0.5, "lock": 1}
KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_F2)


@pytest.fixture
def vault_kind() -> str:
    return "begun"


@pytest.fixture
def vault(vault: ReadyVault) -> ReadyVault:
    """With one witness, and the beginning of what he said."""
    with session.open_unlocked(vault.path, bytearray(vault.key)) as opened, opened.open_case(vault.case_id) as store:
        client = domain.Person("p1", (domain.Name("Han Keyu"),), ("witness",))
        said = domain.Testimony("t1", "p1", "en", "I was at home.", status="draft")
        work.save_many(store, [("people", client), ("testimonies", said)])
    return vault


class Monkey:
    """Words are ``qz1x``, ``qz2x`` and so on; ``typed`` says where each went."""

    def __init__(self, seed: int, begin: Callable[[Handover], Window], vault: ReadyVault, qtbot: QtBot) -> None:
        self.chance, self.begin, self.vault, self.qtbot = random.Random(seed), begin, vault, qtbot
        self.typed: dict[str, str] = {}
        self.count = 0
        self.open(Handover(vault=str(vault.path), case=vault.case_id, page="testimony"))

    def open(self, handover: Handover) -> None:
        self.window = self.begin(replace(handover, key=self.vault.key.hex()))
        self.qtbot.waitUntil(lambda: self.window.frame is not None and bool(self.window.frame.page_key))

    def step(self) -> None:
        (act,) = self.chance.choices(tuple(ACTS), tuple(ACTS.values()))
        getattr(self, act)()
        QApplication.processEvents()

    def root(self) -> Window | Panel:
        """What has the keyboard: a dialog, or the window."""
        return next((each for each in self.window.findChildren(Panel) if each.isVisible()), self.window)

    def type(self) -> None:
        root = self.root()
        fields = [field for kind in (QLineEdit, QPlainTextEdit, QTextEdit) for field in root.findChildren(kind)]
        fields = [field for field in fields if field.isVisible() and field.isEnabled() and not field.isReadOnly()]
        if not fields:
            return
        field = self.chance.choice(fields)
        where = place(field)
        if any(word in where.lower() for word in SEEKING):
            return
        self.count += 1
        word = f"qz{self.count}x"
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_End, CONTROL)
        QTest.keyClicks(field, word)
        held = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        if word in held.lower():
            self.typed[word] = where

    def page(self) -> None:
        if self.root() is self.window:
            QTest.keyClick(self.window, getattr(Qt.Key, f"Key_{self.chance.choice(WRITING)}"), CONTROL)

    def key(self) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.root(), self.chance.choice(KEYS))

    def begin_something(self) -> None:
        if self.root() is self.window:
            QTest.keyClick(self.window, Qt.Key.Key_N, CONTROL)

    def size(self) -> None:
        self.window.resize_text(self.chance.choice((-1, 1)))

    def wait(self) -> None:
        self.qtbot.wait(300)

    def lock(self) -> None:
        leaving, gone = self.window, []
        leaving._restart = gone.append
        self.window.lock()
        self.qtbot.waitUntil(lambda: bool(gone))
        leaving.hide()
        self.look()
        self.open(gone[0])

    def look(self) -> None:
        """Whatever was typed is in the vault."""
        path, key, case_id = self.vault.path, bytearray(self.vault.key), self.vault.case_id
        with session.open_unlocked(path, key) as opened, opened.open_case(case_id) as store:
            texts = [json.dumps(to_plain(store.load())), *(draft.text for draft in work.drafts(store).values())]
        held = "\n".join(texts).lower()
        assert {word: where for word, where in self.typed.items() if word not in held} == {}


def place(field: object) -> str:
    """What a field is called, and what it stands in."""
    names, widget = [field.accessibleName()], field  # type: ignore[attr-defined]
    while widget is not None:
        names.append(type(widget).__name__)
        widget = widget.parentWidget()  # type: ignore[attr-defined]
    return " ".join(names)


@pytest.mark.qt_log_ignore(
    "propagateSizeHints", "raise\\(\\)", "grabbing the keyboard", extend=True
)  # a screen without windows
@pytest.mark.parametrize("seed", [1, 2])
def test_no_word_is_lost_whatever_somebody_clumsy_does(
    seed: int, make_window: Callable[[Handover], Window], vault: ReadyVault, qtbot: QtBot
) -> None:
    monkey = Monkey(seed, make_window, vault, qtbot)
    for _ in range(100):
        monkey.step()
    monkey.lock()
    assert len(monkey.typed) > 20
