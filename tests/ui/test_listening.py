"""Hearing a recording, by keyboard in the window: from any place, from a paragraph and back to it, with no file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.case import Document, Mark
from app.services import documents, sound, wav, work
from app.services.values import CaseStore
from tests.sounding import RATE, SECOND, Spoken
from tests.ui.interview_driver import in_sight
from tests.ui.sound_driver import Box
from tests.ui.testimony_driver import PERSON, Driver, Key, put, said
from ui.case_frame import CaseFrame
from ui.desk import Desk
from ui.pages.documents import DocumentsPage
from ui.pages.player import Player
from ui.pages.testimony import TestimonyPage

Alt = Qt.KeyboardModifier.AltModifier
SPOKEN = Spoken()
LENGTH = 60
TEXT = "They came at night.\n\nTwo of them.\n\nThen my brother went out."


@pytest.fixture
def vault_kind() -> str:
    return "begun"


def put_recording(qtbot: QtBot, desk: Desk, seconds: int = LENGTH) -> str:
    """A recording of a testimony that is on record, by the way of the services."""
    made: list[str] = []

    def record(store: CaseStore) -> Any:
        begun = sound.begin(store, work.case_of(store).testimonies[0], "Recording", RATE, "2021-07-09")
        for number in range(seconds):
            sound.take(store, SPOKEN.second(number))
        sound.finish(store)
        for _ in sound.clear(store):
            pass
        made.append(begun.document)
        return work.case_of(store)

    done: list[object] = []
    desk.run(desk, record, done.append)
    qtbot.waitUntil(lambda: bool(done))
    return made[0]


def wait_open(qtbot: QtBot, player: Player) -> None:
    qtbot.waitUntil(lambda: player.playing.wav is not None)


def heard(box: Box, player: Player, pieces: int) -> bytes:
    """What the loudspeaker let through, after so many quarters of a second."""
    for _ in range(pieces):
        box.last.let_through()
        player.playing._fill()
    return bytes(box.last.heard)


class Hearing(Driver):
    """The testimony page with three paragraphs of which two are tied to a recording."""

    def __init__(self, qtbot: QtBot, frame: CaseFrame, *marks: tuple[int, float]) -> None:
        put(qtbot, frame.desk, ("people", PERSON), ("testimonies", said(TEXT)))
        self.document = put_recording(qtbot, frame.desk)
        held = tuple(Mark(paragraph, None, self.document, at) for paragraph, at in marks)
        put(qtbot, frame.desk, ("testimonies", said(TEXT, marks=held)))
        super().__init__(qtbot, frame)
        self.box = Box()
        self.player.playing.open_loudspeaker = self.box.open  # type: ignore[assignment]
        wait_open(qtbot, self.player)

    @property
    def player(self) -> Player:
        return self.page.interview.listening.player

    def stand_in(self, paragraph: int) -> None:
        self.stand(self.original)
        self.original.page.go_to(paragraph)


@pytest.fixture
def hearing(qtbot: QtBot, frame: CaseFrame) -> Iterator[Hearing]:
    made = Hearing(qtbot, frame, (1, 0.0), (3, 20.0))
    yield made
    made.player.close_sound()


def test_a_paragraph_is_heard_from_where_it_is_said(hearing: Hearing) -> None:
    hearing.stand_in(3)
    assert hearing.original.heading.text().endswith("paragraph 3: heard at 0:20")
    hearing.press(Key.Key_F5)
    assert hearing.box.on
    assert heard(hearing.box, hearing.player, 8) == (SPOKEN.second(20) + SPOKEN.second(21))[: 8 * RATE // 2]
    assert hearing.player.place.text() == "0:22"


def test_a_paragraph_without_a_place_of_its_own_is_heard_with_the_one_before(hearing: Hearing) -> None:
    hearing.stand_in(2)
    hearing.press(Key.Key_F5)
    assert heard(hearing.box, hearing.player, 1) == SPOKEN.second(0)[: RATE // 2]


def test_it_pauses_and_goes_on_where_it_was_and_from_another_paragraph_anew(hearing: Hearing) -> None:
    hearing.stand_in(3)
    hearing.press(Key.Key_F5)
    heard(hearing.box, hearing.player, 4)
    hearing.press(Key.Key_F5)
    assert not hearing.box.on
    assert hearing.player.playing.seconds == 21.0, "what waited in the buffer is not passed over"
    hearing.press(Key.Key_F5)
    assert heard(hearing.box, hearing.player, 4) == SPOKEN.second(21)[: 4 * RATE // 2]
    hearing.press(Key.Key_F5)
    hearing.stand_in(1)
    hearing.press(Key.Key_F5)
    assert heard(hearing.box, hearing.player, 4) == SPOKEN.second(0)


def test_five_seconds_back_and_forth_and_any_place_by_the_slider(hearing: Hearing) -> None:
    hearing.stand_in(3)
    hearing.press(Key.Key_F5)
    hearing.press(Key.Key_Left, Alt)
    assert heard(hearing.box, hearing.player, 4) == SPOKEN.second(15)
    hearing.press(Key.Key_Right, Alt)
    assert heard(hearing.box, hearing.player, 4) == SPOKEN.second(21)
    for _ in range(20):
        hearing.press(Key.Key_Right, Alt)
    assert hearing.player.place.text() == "1:00", "not beyond its end"
    assert not hearing.box.on
    slider = hearing.player.slider
    slider.setFocus()
    QTest.keyClick(slider, Key.Key_Home)
    hearing.player.press()
    assert heard(hearing.box, hearing.player, 4) == SPOKEN.second(0)
    QTest.keyClick(slider, Key.Key_PageUp)
    assert heard(hearing.box, hearing.player, 4)[:64] == SPOKEN.second(31)[:64]


def test_from_the_sound_to_the_words(hearing: Hearing) -> None:
    hearing.stand_in(1)
    hearing.press(Key.Key_F5)
    for _ in range(4):
        hearing.press(Key.Key_Right, Alt)
    hearing.press(Key.Key_Down, Alt)
    hearing.bot.waitUntil(lambda: hearing.original.page.paragraph == 3)
    assert hearing.box.on, "it is heard on"


def test_at_its_end_it_falls_silent_and_begins_anew(hearing: Hearing) -> None:
    hearing.player.playing.seek(LENGTH - 0.5)
    hearing.player.press()
    assert heard(hearing.box, hearing.player, 4) == SPOKEN.second(LENGTH - 1)[-SECOND // 2 :]
    assert not hearing.player.playing.on
    hearing.player.press()
    assert heard(hearing.box, hearing.player, 1) == SPOKEN.second(0)[: RATE // 2]


def test_what_is_not_seen_is_not_heard(hearing: Hearing) -> None:
    for away in (
        hearing.frame.stack.hide,  # as the neutral page does to all of the work
        lambda: hearing.frame.go("documents"),
        hearing.desk.leaving.emit,
    ):
        hearing.frame.stack.show()
        hearing.frame.go("testimony")
        wait_open_again(hearing)
        hearing.player.play_at(hearing.document, 3)
        assert hearing.box.on
        away()
        assert not hearing.box.on


def wait_open_again(hearing: Hearing) -> None:
    hearing.page.interview.listening.refresh()
    wait_open(hearing.bot, hearing.player)


def test_while_others_look_nothing_is_played(hearing: Hearing) -> None:
    hearing.stand_in(1)
    hearing.press(Key.Key_F5)
    hearing.page.interview.enter()
    assert not hearing.box.on
    assert not hearing.player.isVisible()


def test_where_nothing_can_be_heard_it_is_said(hearing: Hearing) -> None:
    hearing.box.silent = True
    hearing.stand_in(1)
    hearing.press(Key.Key_F5)
    assert "Nothing can be heard" in hearing.player.notice.head.text()
    assert not hearing.player.playing.on


def test_without_a_tie_there_is_no_strip(qtbot: QtBot, frame: CaseFrame) -> None:
    put(qtbot, frame.desk, ("people", PERSON), ("testimonies", said(TEXT)))
    frame.go("testimony")
    page = frame.page
    assert isinstance(page, TestimonyPage)
    assert not page.interview.listening.strip.isVisible()


def test_a_recording_is_removed_by_key_though_paragraphs_are_tied_to_it(hearing: Hearing) -> None:
    hearing.frame.go("documents", hearing.document)
    hearing.frame.page.remove()  # type: ignore[attr-defined]
    panel = hearing.panel()
    assert "where paragraphs are heard" in in_sight(panel)
    hearing.go_on(panel)
    hearing.bot.waitUntil(lambda: hearing.desk.case.documents == ())
    assert hearing.testimony().marks == ()
    hearing.frame.go("testimony")
    assert not hearing.page.interview.listening.strip.isVisible()


# --- among the documents ---


@pytest.fixture
def page(qtbot: QtBot, frame: CaseFrame) -> DocumentsPage:
    put(qtbot, frame.desk, ("people", PERSON), ("testimonies", said(TEXT)))
    document = put_recording(qtbot, frame.desk)
    put(qtbot, frame.desk, ("testimonies", said(TEXT, marks=(Mark(2, None, document, 5.0),))))
    frame.go("documents", document)
    made = frame.page
    assert isinstance(made, DocumentsPage)
    wait_open(qtbot, made.player)
    return made


def test_a_recording_is_heard_among_the_documents(qtbot: QtBot, page: DocumentsPage, frame: CaseFrame) -> None:
    box = Box()
    page.player.playing.open_loudspeaker = box.open  # type: ignore[assignment]
    assert page.player.isVisible()
    assert page.player.length.text() == "of 1:00"
    page.list.setFocus()
    QTest.keyClick(page.list, Key.Key_F5)
    assert heard(box, page.player, 4) == SPOKEN.second(0)
    QTest.keyClick(page.list, Key.Key_Right, Alt)
    QTest.keyClick(page.list, Key.Key_Down, Alt)
    qtbot.waitUntil(lambda: frame.page_key == "testimony")
    assert not box.on
    assert isinstance(frame.page, TestimonyPage)
    qtbot.waitUntil(lambda: frame.page.columns["original"].page.paragraph == 2)


def test_no_more_of_it_is_in_memory_than_is_heard(page: DocumentsPage) -> None:
    assert page._data == ("", b""), "a recording is never read whole to be looked at"


def test_what_is_called_a_recording_and_is_none_is_looked_at_as_before(qtbot: QtBot, frame: CaseFrame) -> None:
    made: list[str] = []

    def add(store: CaseStore) -> Any:
        filled = documents.add_document(store, "A letter", "recording", ("a.txt", b"He said that it was so."))
        made.append(filled.document.id)
        return filled.case

    done: list[object] = []
    frame.desk.run(frame, add, done.append)
    qtbot.waitUntil(lambda: bool(done))
    frame.go("documents", made[0])
    view = frame.page.view  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.text)
    assert view.text.toPlainText() == "He said that it was so."


def test_a_recording_of_another_kind_says_that_it_cannot_be_played(qtbot: QtBot, frame: CaseFrame) -> None:
    done: list[object] = []
    frame.desk.run(
        frame,
        lambda store: documents.add_document(store, "Call", "recording", ("a.mp3", b"ID3\x04\0\0\0\xff\xfb" * 99)).case,
        done.append,
    )
    qtbot.waitUntil(lambda: bool(done))
    frame.go("documents", frame.desk.case.documents[0].id)
    view = frame.page.view  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "cannot be shown" in view.note.text())


def test_a_damaged_recording_says_so(qtbot: QtBot, page: DocumentsPage, vault: Any) -> None:
    names = sorted((vault.path / "o").iterdir(), key=lambda path: path.stat().st_size)
    data = bytearray(names[-1].read_bytes())
    data[len(data) // 2] ^= 1
    names[-1].write_bytes(data)
    box = Box()
    page.player.playing.open_loudspeaker = box.open  # type: ignore[assignment]
    page.player.play_at(page.player.playing.document, LENGTH / 2)
    for _ in range(12):
        if page.player.playing.on:
            heard(box, page.player, 1)
    assert page.player.notice.isVisible()
    assert "damaged" in page.player.notice.head.text()
    assert not box.on


def test_another_content_is_heard_in_the_place_of_the_one_before(qtbot: QtBot, page: DocumentsPage, frame: CaseFrame) -> None:
    document, before = page.player.playing.document, page.player.playing.wav
    new = wav.head(8000, 800) + bytes(800)
    frame.desk.run(page, lambda store: documents.replace_content(store, document, ("a.wav", new)).case)
    qtbot.waitUntil(lambda: page.player.playing.wav not in (None, before))
    assert page.player.playing.length == 0.05


def test_a_document_that_is_not_held_has_nothing_to_play(qtbot: QtBot, frame: CaseFrame) -> None:
    put(qtbot, frame.desk, ("documents", Document("d9", "Lost", "recording")))
    frame.go("documents", "d9")
    assert "not held" in frame.page.view.note.text()  # type: ignore[attr-defined]
