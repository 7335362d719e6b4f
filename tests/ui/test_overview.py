"""The overview: every gap has its words and its way, no name is shown, and the case's own facts are edited whole."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.case import (
    CaseInfo,
    Consent,
    Document,
    Engagement,
    Event,
    Hold,
    Name,
    Person,
    Relation,
    Retention,
    Risk,
)
from app.services.history import Disclosed
from app.services.overview import Missing
from tests.ui.testimony_driver import PERSON, Ctrl, Key, put, said
from ui.case_frame import CaseFrame
from ui.desk import Desk
from ui.page import Around
from ui.pages import overview as overview_page
from ui.pages.case_facts import CaseFacts
from ui.pages.missing_words import missing_words
from ui.pages.overview import OverviewPage
from ui.widgets.buttons import KeyButton
from ui.widgets.dialogs import Panel


@pytest.fixture
def vault_kind() -> str:
    return "begun"


def shown(qtbot: QtBot, around: Around) -> OverviewPage:
    page = OverviewPage(around)
    qtbot.addWidget(page)
    page.resize(1150, 700)
    page.show()
    page.activateWindow()
    settled(qtbot, around.desk)
    return page


@pytest.fixture
def page(qtbot: QtBot, around: Around) -> OverviewPage:
    return shown(qtbot, around)


def settled(qtbot: QtBot, desk: Desk) -> None:
    for _ in range(2):
        done: list[object] = []
        desk.tasks.query(desk, lambda _vault: None, done.append)
        qtbot.waitUntil(lambda done=done: bool(done))


def words_on(page: OverviewPage) -> str:
    return "\n".join(label.accessibleName() or label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def step(page: OverviewPage, head: str) -> KeyButton:
    """The button beside a gap."""
    found = [b for b in page.findChildren(KeyButton) if b.accessibleDescription() == head and b.isVisibleTo(page)]
    assert len(found) == 1, words_on(page)
    return found[0]


BROTHER = Person("p2", (Name("Han Kelin"),), ("relative",), Relation("p1", "younger brother"), at_risk=(Risk(because="w"),))
YES = Consent("c1", "p1", "legal-representation", "counsel", "named", "2021-07-02")


@pytest.mark.parametrize(
    ("entries", "head", "way"),
    [
        ([], "Nobody on record is the witness", ("people", "")),
        ([], "No testimony yet", ("testimony", "")),
        ([said("A.\n\nB.")], "2 of 2 paragraphs not yet read back", ("testimony", "t1")),
        ([PERSON], "No consent from the witness for counsel", ("consent", "p1")),
        ([PERSON, replace(YES, expires="2021-08-01")], "The consent for counsel has run out", ("consent", "c1")),
        ([PERSON, BROTHER], "No consent from the person at risk (younger brother)", ("consent", "p2")),
        (
            [PERSON, YES, replace(YES, id="c2", purpose="storage", expires="2021-08-01")],
            "A consent has run out",
            ("consent", "c2"),
        ),
        (
            [
                PERSON,
                YES,
                *(replace(YES, id=f"c{n}", recipient=to, ask_again_on="2021") for n, to in ((3, "court"), (4, "ngo"))),
            ],
            "2 consents are to be asked again",
            ("consent", "c3"),
        ),
        ([Event("e1", "detention", date="2020"), Event("e2", "detention")], "1 of 2 events have no date", ("events", "e2")),
        ([Event("e1", "detention", date="2020")], "1 of 1 events say nothing of who says so", ("events", "e1")),
        ([Document("d1", "Order")], "1 of 1 documents are named and not held here", ("documents", "d1")),
    ],
)
def test_each_gap_has_its_words_and_leads_to_where_it_is_mended(
    qtbot: QtBot, around: Around, gone: list[tuple[str, str]], entries: list[Any], head: str, way: tuple[str, str]
) -> None:
    kinds = {Person: "people", Consent: "consents", Event: "events", Document: "documents"}
    rows = [(kinds.get(type(entry), "testimonies"), entry) for entry in entries]
    if entries and type(entries[0]) not in kinds:
        rows.insert(0, ("people", PERSON))
    if rows:
        put(qtbot, around.desk, *rows)
    page = shown(qtbot, around)
    step(page, head).click()
    assert gone == [way]


def test_every_gap_that_the_service_can_name_has_words(qtbot: QtBot) -> None:
    keys = (Missing.__doc__ or "").partition("Keys:")[2].replace(".", " ").split()
    assert len(keys) >= 10
    for key in keys:
        head, why, way = missing_words(Missing(key, "people", number=1, of=2, who="brother"))
        assert head and why and way


def test_a_full_case_shows_no_name_of_anybody_at_risk_or_of_the_witness(qtbot: QtBot, around: Around) -> None:
    put(qtbot, around.desk, ("people", replace(PERSON, occupation="farmer")), ("people", BROTHER))
    text = words_on(shown(qtbot, around))
    assert "Farmer." in text
    assert "younger brother" in text
    for person in (PERSON, BROTHER):
        for name in person.names:
            assert not any(part in text for part in name.text.split())


def test_the_page_follows_the_case(qtbot: QtBot, page: OverviewPage, desk: Desk) -> None:
    assert "Nobody on record is the witness" in words_on(page)
    put(qtbot, desk, ("people", PERSON))
    settled(qtbot, desk)
    assert "Nobody on record is the witness" not in words_on(page)
    assert "No consent from the witness for counsel" in words_on(page)


def test_whatever_left_the_vault_is_told_with_who_has_it(qtbot: QtBot, around: Around, monkeypatch: pytest.MonkeyPatch) -> None:
    time = "2021-07-02T10:00:00Z"
    given = (
        Disclosed(9, time, "Ann", "disclosure", "counsel", "Nora Castle", "2021-07-02", 24),
        Disclosed(8, time, "Ann", "disclosure", "court", pages=1),
        Disclosed(7, time, "Ann", "exported-plain"),
        Disclosed(6, time, "Ann", "exported-sealed", recipient="age1xyz"),
        Disclosed(5, time, "Ann", "disclosure", erased=True),
        *(Disclosed(n, time, "Ann", "disclosure", "public", pages=2) for n in (4, 3, 2)),
    )
    monkeypatch.setattr(overview_page.history, "disclosures", lambda _store: given)
    text = words_on(shown(qtbot, around))
    for line in (
        "Counsel, to Nora Castle", "PDF, 24 pages", "PDF, 1 page", "whole case, plain text", "whole case, sealed",
        "its words were erased", "and 2 more",
    ):  # fmt: skip
        assert line in text, text


# --- the case's own facts ---

FULL = CaseInfo(
    "LARCH",
    "2021-07-02",
    ("zh-Hans", "en"),
    "US",
    ("asylum", "red notice, second"),
    Engagement("p1", "2021-07", False),
    Hold("2021-08-01", "p1", "court\u00a0order"),
    Retention("client agreement", "2026-07-02"),
)


def facts(qtbot: QtBot, page: OverviewPage) -> CaseFacts:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(QApplication.focusWidget() or page, Key.Key_F4)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), CaseFacts))
    panel = QApplication.activeModalWidget()
    assert isinstance(panel, CaseFacts)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def go_on(qtbot: QtBot, panel: Panel) -> None:
    with qtbot.waitSignal(panel.accepted):
        panel.go.click()


def last(qtbot: QtBot, desk: Desk) -> int:
    found: list[int] = []
    desk.tasks.query(desk, lambda vault: vault.store(desk.case_id).last_seq, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_facts_that_are_only_looked_at_do_not_change(qtbot: QtBot, page: OverviewPage, desk: Desk) -> None:
    assert all(getattr(FULL, key) for key in FULL.__slots__)
    put(qtbot, desk, ("people", PERSON), ("case", FULL))
    rows = last(qtbot, desk)
    go_on(qtbot, facts(qtbot, page))
    assert desk.case.case == FULL
    assert last(qtbot, desk) == rows


def test_every_fact_of_the_case_can_be_given(qtbot: QtBot, page: OverviewPage, desk: Desk) -> None:
    put(qtbot, desk, ("people", PERSON))
    panel = facts(qtbot, page)
    panel.hold.click()
    typed = {
        "code": "ALDER",
        "opened": "14 June 2021",
        "languages": "ug, en",
        "jurisdiction": "DE",
        "matters": "asylum, interpol",
        "engagement.since": "June 2021",
        "hold.why": "court order",
        "hold.on": "1 August 2021",
        "retention.basis": "agreement",
        "retention.review_on": "2 July 2026",
    }
    assert set(typed) == set(panel.editors)
    for key, text in typed.items():
        panel.editors[key].setFocus()
        held = QApplication.focusWidget()
        assert held is not None
        QTest.keyClick(held, Key.Key_A, Ctrl)
        QTest.keyClicks(held, text)
    assert panel.rows["languages"].note == "Uyghur, English"
    panel.counsel.choose("p1")
    panel.directed.click()
    go_on(qtbot, panel)
    assert desk.case.case == CaseInfo(
        "ALDER", "2021-06-14", ("ug", "en"), "DE", ("asylum", "interpol"), Engagement("p1", "2021-06", True),
        Hold("2021-08-01", None, "court order"), Retention("agreement", "2026-07-02"),
    )  # fmt: skip
    assert page.title.text() == "Case ALDER"


def test_a_hold_is_put_on_and_taken_off(qtbot: QtBot, page: OverviewPage, desk: Desk) -> None:
    panel = facts(qtbot, page)
    assert not panel.rows["hold.why"].isVisible()
    panel.hold.click()
    assert panel.rows["hold.why"].isVisible()
    go_on(qtbot, panel)
    assert desk.case.case.hold == Hold()
    panel = facts(qtbot, page)
    panel.hold.click()
    go_on(qtbot, panel)
    assert desk.case.case.hold is None


def test_what_is_no_date_or_no_language_is_refused_at_its_field(qtbot: QtBot, page: OverviewPage, desk: Desk) -> None:
    panel = facts(qtbot, page)
    panel.editors["opened"].restore({"text": "whenever"})
    panel.go.click()
    assert panel.editors["opened"].told
    assert panel.isVisible()
    panel.editors["opened"].restore({"text": ""})
    panel.editors["languages"].restore("no language at all!")
    panel.go.click()
    qtbot.waitUntil(panel.notice.isVisible)
    assert panel.editors["languages"].told
    assert desk.case.case.languages == ("zh-Hans", "en")


def test_the_keys_lead_to_the_sections(qtbot: QtBot, frame: CaseFrame) -> None:
    frame.go("overview")
    assert frame.page.hints()[0][0] == ("Ctrl+1–8",)
