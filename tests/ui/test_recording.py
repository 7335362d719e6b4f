"""Sound in an interview, by keyboard in the window: consent first, what was said is there to the byte, marks tied to it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.case import Interview, Mark, PersonPart
from app.errors import UserError
from app.services import documents, sound, wav
from tests.ui.interview_driver import Interviewing, agreed, in_sight
from tests.ui.sound_driver import Room
from tests.ui.testimony_driver import Ctrl, Key, Shift, put, said
from ui.case_frame import CaseFrame
from ui.idle import HEARD, Idle
from ui.pages.interview_panels import TalkConsent
from ui.recording import MOST_WAITING, Recording

HELD = Interview(date="2021-07-09", present=(PersonPart("p1", "witness"), PersonPart("p7", "advocate")))
TEXT = "Q: Who came?\n\nA: Two men from the county."


@pytest.fixture
def vault_kind() -> str:
    return "begun"


class Sounding(Interviewing):
    """An interview with a room that can be heard."""

    def __init__(self, qtbot: QtBot, frame: CaseFrame, *purposes: str, room: Room | None = None) -> None:
        super().__init__(qtbot, frame, said(TEXT, interview=HELD), more=agreed("p1", *purposes) if purposes else ())
        self.room = room or Room()
        self.recording.open_microphone = self.room.open  # type: ignore[assignment]
        self.recording.prepare = lambda: None
        self.enter()

    @property
    def recording(self) -> Recording:
        return self.mode.sound.recording

    def key(self, modifier: Any = None) -> None:
        self.press(Key.Key_F5, *([modifier] if modifier else []))
        self.bot.waitUntil(lambda: self.recording.state != "beginning")
        self.settled()

    def until(self, state: str) -> None:
        self.bot.waitUntil(lambda: self.recording.state == state)

    def begin(self) -> None:
        self.key()
        self.until("running")

    def seal(self) -> None:
        self.press(Key.Key_F5, Ctrl)
        self.until("off")
        self.settled()

    def content(self, document: str) -> bytes:
        found: list[bytes] = []
        case_id = self.desk.case_id
        self.desk.tasks.query(
            self.page, lambda vault: documents.read_document(vault.store(case_id), document, 1 << 30), found.append
        )
        self.bot.waitUntil(lambda: bool(found))
        return found[0]

    def kept(self) -> int:
        """Bytes of sound that are on the disk and not sealed."""
        found: list[int] = []
        case_id = self.desk.case_id
        self.desk.tasks.query(self.page, lambda vault: vault.store(case_id).sound.size(), found.append)
        self.bot.waitUntil(lambda: bool(found))
        return found[0]

    @property
    def recordings(self) -> list[Any]:
        return [one for one in self.desk.case.documents if one.kind == "recording"]

    @property
    def notice(self) -> str:
        notice = self.page.notice
        return f"{notice.head.text()} {notice.body.text()}" if notice.isVisible() else ""


@pytest.fixture
def driver(qtbot: QtBot, frame: CaseFrame) -> Sounding:
    return Sounding(qtbot, frame, "interview", "notes", "audio")


def test_what_was_said_is_a_document_to_the_byte(driver: Sounding) -> None:
    assert "Sound is not recorded" in in_sight(driver.bar)
    driver.begin()
    assert driver.interview.recorded
    (entry,) = driver.recordings
    assert (entry.title, entry.date) == ("Recording 1", "2021-07-09")
    driver.room.speak_seconds(0, 7)
    driver.mode.sound.show_state()
    assert "Sound is recorded" in in_sight(driver.bar)
    assert "0:07" in in_sight(driver.bar)
    assert driver.bar.sound.level.shown > 0.5
    driver.seal()
    assert not driver.room.listening
    assert driver.content(entry.id)[wav.HEAD :] == driver.room.said
    assert driver.desk.contents[entry.id].size == wav.HEAD + len(driver.room.said)
    assert "sealed" in driver.notice
    assert "Sound is not recorded" in in_sight(driver.bar)


def test_every_half_second_is_on_the_disk(driver: Sounding) -> None:
    driver.begin()
    for number in range(4):
        driver.room.speak_seconds(number, 1)
        driver.settled()
        assert driver.kept() >= len(driver.room.said) - 16_000
        assert driver.recording.waiting <= 0.5
    driver.seal()


@pytest.mark.parametrize(("purposes", "asked"), [((), True), (("interview",), True)])
def test_nothing_is_recorded_before_the_witness_was_asked(
    qtbot: QtBot, frame: CaseFrame, purposes: tuple[str, ...], asked: bool
) -> None:
    driver = Sounding(qtbot, frame, *purposes)
    if not purposes:
        driver.panel().reject()
        driver.without_panel()
    driver.key()
    panel = driver.panel()
    assert isinstance(panel, TalkConsent) is asked
    panel.reject()
    driver.without_panel()
    assert driver.room.made == []
    assert driver.recordings == []


def test_a_refusal_is_respected_and_blocks_nothing_else(qtbot: QtBot, frame: CaseFrame) -> None:
    driver = Sounding(qtbot, frame, "interview", "notes")
    (refusal,) = agreed("p1", "audio")
    put(qtbot, driver.desk, ("consents", replace(refusal[1], id="c9", identity="none")))  # type: ignore[type-var]
    driver.key()
    assert driver.room.made == []
    assert "does not wish sound" in driver.notice
    driver.clock_key()
    assert driver.interview.start == "13:45"
    driver.stand(driver.original)
    driver.type(" They left.")
    driver.save()
    assert driver.testimony().text.endswith("They left.")


def test_who_takes_it_back_is_recorded_no_more(qtbot: QtBot, driver: Sounding) -> None:
    driver.begin()
    driver.room.speak_seconds(0, 2)
    driver.settled()
    (held,) = [one for one in driver.desk.case.consents if one.purpose == "audio"]
    put(qtbot, driver.desk, ("consents", replace(held, withdrawn_on="2021-07-09")))
    assert not driver.room.listening
    driver.until("off")
    driver.settled()
    assert len(driver.content(driver.recordings[0].id)) == wav.HEAD + len(driver.room.said), "what was said before is safe"
    driver.key()
    assert not driver.room.listening


def test_a_pause_is_one_recording_and_nobody_listens_meanwhile(driver: Sounding) -> None:
    driver.begin()
    driver.room.speak_seconds(0, 2)
    driver.key()
    assert driver.recording.state == "paused"
    assert not driver.room.listening
    assert "Recording paused" in in_sight(driver.bar)
    driver.room.speak_seconds(90, 1)
    driver.key()
    driver.until("running")
    driver.room.speak_seconds(2, 2)
    driver.seal()
    assert len(driver.recordings) == 1
    data = driver.content(driver.recordings[0].id)[wav.HEAD :]
    assert data == driver.room.said
    assert len(data) == 4 * 32_000


def test_the_recording_rests_with_the_talk(driver: Sounding) -> None:
    driver.clock_key()
    driver.begin()
    driver.room.speak_seconds(0, 1)
    driver.clock_key()
    assert not driver.room.listening
    driver.clock_key()
    driver.until("running")
    assert driver.room.listening
    driver.press(Key.Key_F10)
    driver.until("off")
    driver.settled()
    assert driver.interview.end == "13:45"
    assert not driver.room.listening


def test_the_mode_is_not_left_while_somebody_is_recorded(driver: Sounding) -> None:
    driver.begin()
    driver.press(Key.Key_Escape)
    assert driver.mode.on
    assert "Sound is being recorded" in driver.notice
    driver.seal()
    driver.press(Key.Key_Escape)
    assert not driver.mode.on


def test_a_time_and_a_mark_hold_their_place_in_the_sound(driver: Sounding) -> None:
    driver.begin()
    document = driver.recordings[0].id
    driver.room.speak_seconds(0, 3)
    driver.stand(driver.original)
    driver.press(Key.Key_Return)
    driver.press(Key.Key_T, Ctrl)
    driver.type("They asked for money.")
    driver.settled()
    driver.room.speak_seconds(3, 2)
    driver.press(Key.Key_M, Ctrl)
    driver.settled()
    assert driver.testimony().marks == (Mark(3, "ask-again", document, 3.0),), "the first tie of a paragraph stays"
    driver.room.speak_seconds(5, 2)
    driver.stand(driver.original, 3)
    driver.press(Key.Key_M, Ctrl)
    driver.settled()
    assert driver.testimony().marks[0] == Mark(1, "ask-again", document, 7.0)
    driver.stand(driver.original, 0)
    driver.type("Q: Before.")
    driver.press(Key.Key_Return)
    driver.save()
    assert driver.testimony().marks[-1] == Mark(4, "ask-again", document, 3.0), "they go with their paragraphs"
    driver.seal()


def test_without_a_recording_a_time_ties_nothing_and_saves_nothing(driver: Sounding) -> None:
    rows = driver.journal()
    driver.stand(driver.original)
    driver.press(Key.Key_T, Ctrl)
    assert driver.journal() == rows
    assert driver.testimony().marks == ()


@pytest.mark.parametrize("why", ["none", "denied", "failed", "no-sound", "asked", "network"])
def test_no_microphone_is_said_in_words_and_leaves_nothing(qtbot: QtBot, frame: CaseFrame, why: str) -> None:
    driver = Sounding(qtbot, frame, "interview", "audio", room=Room(why))
    driver.key()
    assert driver.notice
    assert any(word in driver.notice for word in ("F5", "libpulse0", "PULSE_SERVER"))
    assert driver.recordings == []
    assert driver.recording.state == "off"


def test_one_that_does_not_start_leaves_no_document(driver: Sounding) -> None:
    driver.room.refuses = "failed"
    driver.key()
    driver.until("paused")
    assert "does not start" in driver.notice
    driver.seal()
    assert driver.recordings == []


def test_one_that_falls_silent_pauses_the_recording(driver: Sounding) -> None:
    driver.begin()
    driver.room.speak_seconds(0, 1)
    driver.recording._last -= 4
    driver.recording._look()
    assert driver.recording.state == "paused"
    assert "gives no sound any more" in driver.notice
    driver.key()
    driver.until("running")
    driver.room.speak_seconds(1, 1)
    driver.seal()
    assert driver.content(driver.recordings[0].id)[wav.HEAD :] == driver.room.said


def test_a_full_disk_pauses_and_nothing_that_was_said_is_lost(driver: Sounding, monkeypatch: pytest.MonkeyPatch) -> None:
    driver.begin()
    driver.room.speak_seconds(0, 2)
    driver.settled()
    with monkeypatch.context() as full:

        def no_room(_store: object, _piece: bytes) -> None:
            raise UserError("storage", 2, "the disk is full, or it fails")

        full.setattr(sound, "take", no_room)
        driver.room.speak_seconds(2, 1)
        driver.until("paused")
        assert not driver.room.listening
        assert "The disk is full" in driver.notice
        assert "until 0:02 is safe" in driver.notice
    driver.key()
    driver.until("running")
    driver.room.speak_seconds(3, 1)
    driver.seal()
    assert driver.content(driver.recordings[0].id)[wav.HEAD :] == driver.room.said


def test_a_vault_that_does_not_keep_up_pauses_the_recording_at_last(driver: Sounding) -> None:
    driver.begin()
    waiting = round(MOST_WAITING) + 20
    for number in range(waiting):  # the answer of the vault thread comes only when this thread is free
        driver.room.speak_seconds(number, 1)
    assert driver.recording.state == "paused"
    assert "does not keep up" in driver.notice
    assert len(driver.room.said) < waiting * 32_000
    driver.settled()
    driver.seal()
    assert driver.content(driver.recordings[0].id)[wav.HEAD :] == driver.room.said


def test_leaving_the_case_hands_over_what_is_left_and_opening_it_seals_it(
    qtbot: QtBot, driver: Sounding, frame: CaseFrame
) -> None:
    driver.begin()
    driver.room.speak_seconds(0, 2)
    driver.room.speak(b"\1\2" * 100)
    frame.flush()
    assert not driver.room.listening
    assert driver.desk.keeping, "whoever locks waits for it"
    driver.settled()
    assert driver.kept() == len(driver.room.said)
    again = CaseFrame(frame.look, driver.desk.tasks, driver.desk)
    qtbot.addWidget(again)
    again.go("documents")
    again.show()
    qtbot.waitUntil(again.page.notice.isVisible)
    assert "whole again" in again.page.notice.head.text()
    assert driver.content(driver.recordings[0].id)[wav.HEAD :] == driver.room.said


def test_the_microphone_is_chosen_by_name(driver: Sounding) -> None:
    driver.mode.sound.microphones = lambda: [("aa", "Built-in"), ("bb", "Headset")]
    driver.key(Shift)
    panel = driver.panel()
    panel.choice.choose("bb")
    driver.go_on(panel)
    driver.without_panel()
    driver.begin()
    assert driver.room.asked == [("bb", 0)]
    driver.key()
    driver.key()
    assert driver.room.asked[-1] == ("bb", 16_000), "the recording goes on at the rate it began with"
    driver.seal()


def test_who_speaks_is_there_though_no_key_is_pressed(driver: Sounding) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    idle = Idle(application, 10)
    driver.begin()
    before = application.property(HEARD)
    driver.room.speak(bytes(3200))
    assert application.property(HEARD) == before, "silence is nobody"
    driver.room.speak_seconds(0, 1)
    assert application.property(HEARD) != before
    idle._timer.setInterval(1)
    idle._look()
    assert idle._timer.isActive()
    idle.set_minutes(0)
    driver.seal()


def test_a_form_over_the_words_leaves_the_recording_in_sight(driver: Sounding) -> None:
    driver.begin()
    driver.press(Key.Key_P, Ctrl)
    assert driver.mode.forms.open
    assert "Sound is recorded" in in_sight(driver.bar)
    driver.room.speak_seconds(0, 1)
    driver.press(Key.Key_F5)
    assert not driver.room.listening, "its key works there too"
    driver.press(Key.Key_Escape)
    driver.seal()


def test_without_a_word_said_it_leaves_no_document(driver: Sounding) -> None:
    driver.now = dt.datetime(2021, 7, 10, 0, 2)
    driver.begin()
    assert driver.recordings[0].date == "2021-07-10", "the day is that of the clock"
    driver.seal()
    assert driver.recordings == []


def test_a_second_recording_is_told_apart(driver: Sounding) -> None:
    for number in range(2):
        driver.begin()
        driver.room.speak_seconds(number, 1)
        driver.seal()
    assert [one.title for one in driver.recordings] == ["Recording 1", "Recording 2"]


def test_what_an_earlier_one_left_is_sealed_before_another_begins(driver: Sounding) -> None:
    driver.begin()
    driver.room.speak_seconds(0, 2)
    driver.desk.leaving.emit()
    driver.settled()
    driver.recording.state, driver.recording.document = "off", ""  # as after a lock, with no room to seal it
    driver.begin()
    driver.room.speak_seconds(2, 1)
    driver.seal()
    assert [len(driver.content(one.id)) - wav.HEAD for one in driver.recordings] == [2 * 32_000, 32_000]


def test_one_that_was_asked_for_as_the_case_is_left_does_not_listen(driver: Sounding) -> None:
    driver.press(Key.Key_F5)
    assert driver.recording.state == "beginning"
    driver.desk.leaving.emit()
    driver.settled()
    assert not driver.room.listening
    assert driver.recording.state == "off"
