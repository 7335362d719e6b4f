"""Export: chosen, every find decided by hand, checked before one's eyes and saved; what may not leave does not."""

from __future__ import annotations

import datetime as dt
import io
import shutil
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.case import Case, Consent, Name, Person
from app.services import export, history, redaction, session
from app.services.export import Release
from app.services.values import Choices
from tests.large_case import large_case
from tests.ui.conftest import ReadyVault, Watchdog
from tests.ui.export_driver import (
    Alt,
    Ctrl,
    Key,
    click,
    current,
    dialog,
    drawn,
    opened,
    press,
    save_as,
    settle,
    states,
    stored,
    telling,
    to_review,
)
from ui.case_frame import CaseFrame
from ui.desk import Desk
from ui.look import Look
from ui.pages.this_is import ThisIs
from ui.tasks import Tasks
from ui.widgets.chooser import Chooser

STRANGERS = "Percival Drew came at six. Tamsin Ellerby came too.\n\nPercival Drew left, Tamsin Ellerby stayed."
SHARED = (Person("p3", (Name("Wen Kelan"),)), Person("p4", (Name("Kelan Dorje"),)))


@pytest.fixture
def told() -> Case | None:
    """The case in the vault; the sample where it is ``None``."""
    return None


@pytest.fixture
def vault(ready_vaults: dict[str, ReadyVault], told: Case | None, tmp_path: Path) -> ReadyVault:
    ready = ready_vaults["sample" if told is None else "empty"]
    path = tmp_path / "vault"
    shutil.copytree(ready.path, path)
    case_id = ready.case_id
    if told is not None:
        with session.open_unlocked(path, bytearray(ready.key)) as whole, whole.create_case(told, {}) as store:
            case_id = store.id
    return ReadyVault(path, ready.key, case_id)


def telling_of(*texts: str, **more: object) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("told", [telling(*texts, **more)], ids=["told"])  # type: ignore[arg-type]


def said_on(widget: object) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())  # type: ignore[attr-defined]


def text_of(data: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(data))


# --- the keys of the review ---


@telling_of(STRANGERS)
def test_mask_settles_the_same_words_everywhere_and_goes_on(
    qtbot: QtBot, frame: CaseFrame, tasks: Tasks, vault: ReadyVault
) -> None:
    page = to_review(qtbot, frame)
    assert current(page) == "Percival Drew"
    assert "One answer settles one more." in page.review.panel.why.text()
    press(Key.Key_M)
    assert states(page) == {"Percival Drew": "masked", "Tamsin Ellerby": "undecided"}  # before it is worked out
    assert current(page) == "Tamsin Ellerby"
    assert page.review.panel.how_many.text() == "2 of 4 decided"
    settle(qtbot, page)
    assert states(page) == {"Percival Drew": "masked", "Tamsin Ellerby": "undecided"}
    assert not any("Percival" in text.redacted for text in page.review.worked.review.texts)
    assert stored(qtbot, tasks, vault.case_id) == [{"text": "Percival Drew", "as": "mask", "kind": "person"}]


@telling_of(STRANGERS)
def test_safe_shows_the_words(qtbot: QtBot, frame: CaseFrame, tasks: Tasks, vault: ReadyVault) -> None:
    page = to_review(qtbot, frame)
    press(Key.Key_S)
    settle(qtbot, page)
    assert states(page)["Percival Drew"] == "safe"
    assert all("Percival Drew" in text.redacted for text in page.review.worked.review.texts if text.kind == "testimony")
    assert [one["as"] for one in stored(qtbot, tasks, vault.case_id)] == ["safe"]


@telling_of(STRANGERS)
def test_j_and_k_go_through_the_questions_and_around(qtbot: QtBot, frame: CaseFrame) -> None:
    page = to_review(qtbot, frame)
    seen = [current(page)]
    for key in (Key.Key_J, Key.Key_J, Key.Key_J, Key.Key_J, Key.Key_K):
        press(key)
        seen.append(page.review.panel.count.text())
    assert seen[1:] == [f"find {n} of 4" for n in (2, 3, 4, 1, 4)]
    press(Key.Key_M)
    assert current(page) == "Percival Drew"  # on to what is open, from the end to the beginning


@telling_of(STRANGERS)
def test_undo_takes_back_what_is_seen_and_else_the_last_answer(
    qtbot: QtBot, frame: CaseFrame, tasks: Tasks, vault: ReadyVault
) -> None:
    page = to_review(qtbot, frame)
    press(Key.Key_M)
    press(Key.Key_U)  # the keyboard is on the next find, which is open
    assert current(page) == "Percival Drew"
    settle(qtbot, page)
    assert set(states(page).values()) == {"undecided"}
    assert stored(qtbot, tasks, vault.case_id) == []
    press(Key.Key_M)
    press(Key.Key_K)
    assert current(page) == "Percival Drew"
    press(Key.Key_S)
    press(Key.Key_K)
    press(Key.Key_U)  # back to the answer before it
    settle(qtbot, page)
    assert [one["as"] for one in stored(qtbot, tasks, vault.case_id)] == ["mask"]
    assert states(page)["Percival Drew"] == "masked"


@telling_of(STRANGERS)
def test_answers_given_in_a_row_each_go_to_the_find_they_were_given_for(
    qtbot: QtBot, frame: CaseFrame, tasks: Tasks, vault: ReadyVault
) -> None:
    page = to_review(qtbot, frame)
    press(Key.Key_M)
    press(Key.Key_S)
    press(Key.Key_Return, Ctrl)  # waits for both
    qtbot.waitUntil(lambda: page.step == 2)
    assert [(one["text"], one["as"]) for one in stored(qtbot, tasks, vault.case_id)] == [
        ("Percival Drew", "mask"),
        ("Tamsin Ellerby", "safe"),
    ]
    drawn(qtbot, page)


@telling_of("Kelan came. Then Kelan went.", people=SHARED)
def test_a_shared_name_is_decided_for_one_place_only(qtbot: QtBot, frame: CaseFrame, tasks: Tasks, vault: ReadyVault) -> None:
    page = to_review(qtbot, frame)
    assert current(page) == "Kelan"
    assert "this place only" in page.review.panel.why.text()
    assert not page.review.panel.safe.isEnabled() or page.review.chosen.can_be_safe
    press(Key.Key_P)
    QTest.keyClick(dialog(page, ThisIs).field, Key.Key_1)
    for _ in range(2):  # at once, and worked out
        held = page.review.worked
        assert [held.finds[index].state for index in held.asked] == ["masked", "undecided"]
        settle(qtbot, page)
    only = stored(qtbot, tasks, vault.case_id)
    assert [(one["where"], one["start"]) for one in only] == [("testimonies[0].text", 0)]


# --- who it is ---


@telling_of(STRANGERS)
def test_this_is_by_typing_a_name_on_record(qtbot: QtBot, frame: CaseFrame, tasks: Tasks, vault: ReadyVault) -> None:
    page = to_review(qtbot, frame)
    press(Key.Key_P)
    asked = dialog(page, ThisIs)
    QTest.keyClicks(asked.field, "kelan")
    QTest.keyClick(asked.field, Key.Key_Return)
    settle(qtbot, page)
    assert stored(qtbot, tasks, vault.case_id) == [{"text": "Percival Drew", "as": {"person": "p2"}}]
    find = page.review.worked.finds[page.review.worked.asked[0]]
    assert find.stands_for.entry_id == "p2"
    assert find.stands_for.stands_as in page.review.worked.review.texts[find.text_index].redacted


@telling_of(STRANGERS)
def test_someone_new_comes_on_record_and_stands_for_the_words(qtbot: QtBot, frame: CaseFrame, desk: Desk) -> None:
    page = to_review(qtbot, frame)
    press(Key.Key_P)
    asked = dialog(page, ThisIs)
    QTest.keyClick(asked.field, Key.Key_N, Ctrl)
    qtbot.waitUntil(lambda: any(person.names[0].text == "Percival Drew" for person in desk.case.people))
    settle(qtbot, page)
    made = next(person for person in desk.case.people if person.names[0].text == "Percival Drew")
    assert "Percival Drew" not in {find.text for find in page.review.worked.finds if find.state == "undecided"}
    assert all(find.stands_for.entry_id == made.id for find in page.review.worked.finds if find.text == "Percival Drew")
    assert current(page) == "Tamsin Ellerby"


@telling_of("Wen Kelam came. Then Wen Kelam went.", people=SHARED[:1])
def test_someone_new_who_shares_a_name_is_meant_at_this_place_only(
    qtbot: QtBot, frame: CaseFrame, desk: Desk, tasks: Tasks, vault: ReadyVault
) -> None:
    page = to_review(qtbot, frame)
    assert page.review.chosen.suggests
    words = current(page)
    press(Key.Key_P)
    QTest.keyClick(dialog(page, ThisIs).field, Key.Key_N, Ctrl)
    qtbot.waitUntil(lambda: any(person.names[0].text == words for person in desk.case.people))
    settle(qtbot, page)
    assert stored(qtbot, tasks, vault.case_id)
    assert not page.notice.isVisible()
    assert all("where" in one for one in stored(qtbot, tasks, vault.case_id))


# --- to the check, and out ---


def test_decided_checked_and_saved_as_the_command_line_would(
    qtbot: QtBot, frame: CaseFrame, tasks: Tasks, vault: ReadyVault, ready_vaults: dict[str, ReadyVault], tmp_path: Path
) -> None:
    page = opened(frame)
    page.choose.recipient.setText("D. Alvarez")
    press(Key.Key_Return, Ctrl)
    settle(qtbot, page)
    press(Key.Key_Return, Ctrl)
    assert page.step == 1  # nothing undecided goes on
    while (find := page.review.chosen).state == "undecided":
        press(Key.Key_S if find.can_be_safe and find.text in ("Shenzhen", "Lo Wu", "谈一谈") else Key.Key_M)
    asked = len(page.review.worked.asked)
    assert page.review.panel.how_many.text() == f"{asked} of {asked} decided"
    press(Key.Key_Return, Ctrl)
    qtbot.waitUntil(lambda: page.step == 2, timeout=30_000)
    drawn(qtbot, page)
    qtbot.waitUntil(lambda: "Passed the release check" in said_on(page.check.right))
    out = tmp_path / "out.pdf"
    save_as(qtbot, page, out)
    qtbot.waitUntil(out.exists)
    qtbot.waitUntil(lambda: "Saved as" in page.check.journal_note.text())

    path = tmp_path / "again"
    shutil.copytree(ready_vaults["sample"].path, path)
    with session.open_unlocked(path, bytearray(vault.key)) as other:
        with session.open_case(other, "HERON") as store:
            redaction.decide(store, stored(qtbot, tasks, vault.case_id))
        choices = Choices(dt.date(2021, 7, 12), recipient="D. Alvarez")
        export.export_pdf(other, "HERON", choices, Release(tmp_path / "line.pdf"))
    assert out.read_bytes() == (tmp_path / "line.pdf").read_bytes()

    rows: list[object] = []
    tasks.query(tasks, lambda opened_vault: history.disclosures(opened_vault.store(vault.case_id)), rows.append)
    qtbot.waitUntil(lambda: bool(rows))
    assert [(one.profile, one.recipient) for one in rows[0]] == [("counsel", "D. Alvarez")]  # type: ignore[attr-defined]


@telling_of("He went away.")
def test_a_password_locks_the_file_and_its_pages_are_those_that_were_checked(
    qtbot: QtBot, frame: CaseFrame, tmp_path: Path
) -> None:
    page = to_review(qtbot, frame)
    press(Key.Key_Return, Ctrl)
    drawn(qtbot, page)
    pages = page.check.draft.pdf
    click(page.check.lock)
    press(Key.Key_S, Ctrl)
    assert "Write a password" in page.check.password_row.note
    page.check.password.setText("rain on 石板")
    out = tmp_path / "locked.pdf"
    save_as(qtbot, page, out)
    qtbot.waitUntil(out.exists)
    qtbot.waitUntil(lambda: not page.check.save_button.isVisible())
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(out)
    with pikepdf.open(out, password="rain on 石板") as opened_pdf:
        plain = io.BytesIO()
        opened_pdf.save(plain)
    assert text_of(plain.getvalue()) == text_of(pages)
    assert page.check.password.text() == ""


@telling_of("He went away.")
def test_stopping_goes_back_and_nothing_is_made_later(qtbot: QtBot, frame: CaseFrame, tasks: Tasks, vault: ReadyVault) -> None:
    page = to_review(qtbot, frame)
    press(Key.Key_Return, Ctrl)
    assert page.step == 2
    press(Key.Key_Escape)
    assert page.step == 1
    stored(qtbot, tasks, vault.case_id)  # what was asked of the vault before is answered by now
    assert page.check._running is None
    press(Key.Key_Return, Ctrl)
    drawn(qtbot, page)
    press(Key.Key_Left, Alt)
    assert page.step == 1
    assert page.check.draft is None


# --- what stands between a copy and its release ---


PRESS = Consent("c2", "p1", "press", "press", "pseudonym", "2021-07-02")


@telling_of("He went away.", consents=(PRESS,))
def test_a_public_copy_is_signed_off_by_name(
    qtbot: QtBot, frame: CaseFrame, tmp_path: Path, tasks: Tasks, vault: ReadyVault
) -> None:
    page = to_review(qtbot, frame, "public")
    press(Key.Key_Return, Ctrl)
    assert page.step == 1
    assert "Write your name" in page.review.mosaic.sign_row.note
    assert page.review.mosaic.sign_field.hasFocus()
    QTest.keyClicks(page.review.mosaic.sign_field, "m. Advocate")  # an m in a field decides nothing
    press(Key.Key_Return, Ctrl)
    drawn(qtbot, page)
    press(Key.Key_S, Ctrl)
    chooser = dialog(page, Chooser)
    assert chooser.name.text() == "summary-public.pdf"  # the case's code is not told
    code = frame.desk.case.case.code
    chooser.name.setText(str(tmp_path / f"{code}.pdf"))
    QTest.keyClick(chooser.name, Key.Key_Return)
    qtbot.waitUntil(page.notice.isVisible)
    assert "The name of the file says" in page.notice.head.text()
    assert not list(tmp_path.glob("*.pdf"))
    save_as(qtbot, page, tmp_path / "copy.pdf")
    qtbot.waitUntil((tmp_path / "copy.pdf").exists)
    qtbot.waitUntil(lambda: not page.check.save_button.isVisible())
    rows: list[object] = []
    tasks.query(tasks, lambda opened_vault: opened_vault.store(vault.case_id).journal(), rows.append)
    qtbot.waitUntil(lambda: bool(rows))
    assert "m. Advocate" in str([row.payload for row in rows[0]])  # type: ignore[attr-defined]


@telling_of("He went away.", consents=())
def test_without_consent_counsel_needs_a_reason(qtbot: QtBot, frame: CaseFrame) -> None:
    page = to_review(qtbot, frame)
    qtbot.waitUntil(lambda: "not asked for consent" in said_on(page.review.mosaic))
    press(Key.Key_Return, Ctrl)
    assert page.step == 1
    assert "Write why" in page.review.mosaic.override_row.note
    QTest.keyClicks(page.review.mosaic.override_field, "he asked by telephone")
    press(Key.Key_Return, Ctrl)
    drawn(qtbot, page)
    assert page.check.draft.payload["override"] == "he asked by telephone"


@telling_of("He went away.", consents=())
@pytest.mark.parametrize("profile", ["court", "ccf", "public"])
def test_without_consent_no_reason_helps_elsewhere_and_the_way_to_mend_it_is_shown(
    qtbot: QtBot, frame: CaseFrame, profile: str
) -> None:
    page = to_review(qtbot, frame, profile)
    press(Key.Key_Return, Ctrl)
    assert page.step == 1
    assert not page.review.mosaic.override_row.isVisible()
    qtbot.waitUntil(lambda: bool(page.review.mosaic.ways) and page.review.mosaic.ways[0].hasFocus())
    press(Key.Key_Space)  # the way out has the keyboard
    assert frame.page_key == "consent"


REFUSAL = Consent("c3", "p1", "legal-representation", "counsel", "named", "2021-07-09", withdrawn_on="2021-07-10")


@telling_of("He went away.", consents=(REFUSAL,))
def test_consent_that_was_withdrawn_cannot_be_overridden(qtbot: QtBot, frame: CaseFrame) -> None:
    page = to_review(qtbot, frame)
    qtbot.waitUntil(lambda: "withdrew" in said_on(page.review.mosaic))
    press(Key.Key_Return, Ctrl)
    assert page.step == 1
    assert not page.review.mosaic.override_row.isVisible()


@telling_of("He went away.")
def test_consent_recorded_meanwhile_is_seen_when_the_page_is(qtbot: QtBot, frame: CaseFrame, desk: Desk) -> None:
    page = to_review(qtbot, frame)
    frame.go("people")
    desk.save(page, [("consents", replace(REFUSAL, id="c1"))], lambda _case: None)
    qtbot.waitUntil(lambda: desk.case.consents[0].withdrawn_on is not None)
    assert page.review.review_now() is not None  # nothing is worked out for nobody
    frame.go("export")
    settle(qtbot, page)
    qtbot.waitUntil(lambda: "withdrew" in said_on(page.review.mosaic))


@telling_of("He went away.")
def test_a_change_under_a_checked_copy_makes_it_stale(qtbot: QtBot, frame: CaseFrame, desk: Desk) -> None:
    page = to_review(qtbot, frame)
    press(Key.Key_Return, Ctrl)
    drawn(qtbot, page)
    desk.save(page, [("people", Person("p2", (Name("Han Kelan"), Name("Kelan the Elder"))))], lambda _case: None)
    qtbot.waitUntil(lambda: page.step == 1)
    assert page.check.draft is None
    settle(qtbot, page)


@telling_of("He went away.")
def test_a_copy_that_the_check_refuses_cannot_be_saved(qtbot: QtBot, frame: CaseFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.services import draft as drafting

    drawing = drafting._draw

    def leaking(disclosure: object) -> object:
        view = disclosure.view  # type: ignore[attr-defined]
        people = tuple(replace(person, description=("friend of Han Kelan",)) for person in view.people)
        return drawing(replace(disclosure, view=replace(view, people=people)))  # type: ignore[type-var]

    monkeypatch.setattr(drafting, "_draw", leaking)
    page = to_review(qtbot, frame)
    press(Key.Key_Return, Ctrl)
    qtbot.waitUntil(lambda: "Refused by the release check" in said_on(page.check.right), timeout=30_000)
    qtbot.waitUntil(lambda: "A protected name or number of Han Kelan stands on page 1." in said_on(page.check.right))
    assert not page.check.save_button.isVisible()
    press(Key.Key_S, Ctrl)
    assert not page.findChildren(Chooser)


# --- a long case ---


@pytest.mark.parametrize("told", [large_case(150, 60, 4)], ids=["150 events"])
def test_the_window_never_waits_while_a_long_case_is_reviewed(qtbot: QtBot, frame: CaseFrame, watchdog: Watchdog) -> None:
    page = opened(frame, dated="2021-08-01")
    page.show_step(0)
    page.choose.date.load("2021-08-02")  # another day: everything is reviewed anew
    qtbot.wait(50)
    watchdog.reset()
    press(Key.Key_Return, Ctrl)
    settle(qtbot, page)
    for key in (Key.Key_J, Key.Key_J, Key.Key_M, Key.Key_S, Key.Key_U, Key.Key_K, Key.Key_M):
        press(key)
        qtbot.wait(20)
    bar = page.review.pairs.verticalScrollBar()
    for _ in range(20):
        bar.setValue(bar.value() + page.review.pairs.height())
        qtbot.wait(1)
    settle(qtbot, page)
    assert watchdog.longest < 0.1


# --- choosing ---


@telling_of("He went away.")
def test_what_was_chosen_outlives_the_page(qtbot: QtBot, frame: CaseFrame, look: Look, tasks: Tasks, desk: Desk) -> None:
    page = opened(frame, "partner")
    QTest.keyClicks(page.choose.recipient, "Larch House")
    page.flush()
    other = CaseFrame(look, tasks, desk)
    qtbot.addWidget(other)
    again = opened(other)
    qtbot.waitUntil(lambda: again.choose.recipient.text() == "Larch House")


@telling_of("He went away.")
def test_chosen_testimonies_are_never_none_by_accident(frame: CaseFrame) -> None:
    page = opened(frame)
    page.choose.what.choose("some")
    press(Key.Key_Return, Ctrl)
    assert page.step == 0
    assert "Tick at least one" in page.choose.what_row.note


CHINESE = replace(telling("他走了。"), testimonies=(replace(telling("他走了。").testimonies[0], lang="zh-Hans"),))


@pytest.mark.parametrize("told", [CHINESE], ids=["Chinese"])
def test_a_testimony_in_another_language_is_not_left_out_in_silence(qtbot: QtBot, frame: CaseFrame) -> None:
    page = opened(frame)
    assert "None is confirmed in English" in page.choose.what_row.note
    page.choose.what.choose("all")
    assert page.choose.what_row.note == ""
    press(Key.Key_Return, Ctrl)
    settle(qtbot, page)
    assert any(text.kind == "testimony" for text in page.review.worked.review.texts)
