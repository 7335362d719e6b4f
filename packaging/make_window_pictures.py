"""Draw the pictures of the window: ``resources/pictures/window-<screen>[-dark][-200].png``.

    python packaging/make_window_pictures.py [SCREEN …]

Opens the real window without a screen of its own, on the sample case, goes to each screen as a person would and takes its
picture: at 1366 × 768, light and dark, and light and dark at 200 %. Look at them one by one before you commit them.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib.resources import as_file
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt loads

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.domain.case import Case, Consent, Interview, Pause, PersonPart, Testimony
from app.paths import resource
from app.services import intake, redaction, session, vaults, work
from ui.application import make_application
from ui.cases import CasesScreen
from ui.look import Look
from ui.process import Handover
from ui.tasks import Tasks
from ui.widgets.dialogs import Panel
from ui.window import Window

PICTURES = Path(__file__).resolve().parents[1] / "resources" / "pictures"
PASSPHRASE = "quiet heron by the river"
SIZE = (1366, 768)
LOOKS = (("", False, 1.0), ("-dark", True, 1.0), ("-200", False, 2.0), ("-dark-200", True, 2.0))
_PATIENCE = 60.0


def wait(until: Callable[[], object]) -> None:
    """Let the window work until something holds. Raises ``TimeoutError``."""
    end = time.monotonic() + _PATIENCE
    while not until():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents()
        QTest.qWait(5)


def settle() -> None:
    """Let the window finish what it is drawing, and what it says is still being worked out."""
    QTest.qWait(500)
    wait(lambda: not any(_says_wait(label) for label in QApplication.allWidgets()))
    QTest.qWait(200)


def _says_wait(widget: QWidget) -> bool:
    return isinstance(widget, QLabel) and widget.isVisible() and widget.text().endswith("…")


class Studio:
    """A window in one look, on a copy of nobody's vault."""

    def __init__(self, application: QApplication, vault: Path, key: bytes, *, dark: bool, factor: float) -> None:
        self.look = Look(application, dark=dark, factor=factor)
        self.vault, self.key = vault, key
        self.window: Window | None = None

    def open(self, key: bool = True) -> Window:
        """A window at the list of cases, or at the lock screen."""
        self.close()
        state = Handover(vault=str(self.vault), key=self.key.hex() if key else "", dark=self.look.dark, factor=self.look.factor)
        self.window = Window(self.look, Tasks(), state, lambda _next: None)
        self.window.show_first()
        self.window.resize(*SIZE)
        return self.window

    def close(self) -> None:
        """End the window and its thread."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
            QApplication.processEvents()

    def case(self, page: str, entry: str = "") -> Window:
        """The window with the sample case open at a page."""
        window = self.window if self.window is not None and self.window.frame is not None else None
        if window is None:
            window = self.open()
            wait(lambda: isinstance(window.stack.currentWidget(), CasesScreen))
            window.open_case("HERON", page, entry)
            wait(lambda: window.frame is not None and window.frame.page_key == page)
        assert window.frame is not None
        window.frame.go(page, entry)
        settle()
        if page == "history":
            wait(lambda: window.frame.page.table.rows_model.rows)
            settle()
        return window


def unlock(studio: Studio) -> Window:
    window = studio.open(key=False)
    screen = window.stack.currentWidget()
    screen.passphrase.setText("lantern orchard seven")
    screen.unlock.click()
    wait(screen.notice.isVisible)
    return window


def new_vault(studio: Studio) -> Window:
    window = studio.open(key=False)
    window.show_new_vault()
    screen = window.stack.currentWidget()
    screen.passphrase.setText("lantern orchard seven quiet ferries")
    screen.again.setText("lantern orchard seven quiet fer")
    screen.again.setFocus()
    QTest.qWait(1500)  # how strong it is is judged beside the window
    return window


def cases(studio: Studio) -> Window:
    window = studio.open()
    wait(lambda: isinstance(window.stack.currentWidget(), CasesScreen))
    screen = window.stack.currentWidget()
    wait(lambda: len(screen._facts) == len(screen.summaries) > 0)
    settle()
    return window


def export_review(studio: Studio) -> Window:
    window = studio.case("export")
    page = window.frame.page
    page.show_step(0)
    page.choose.recipient.setText("D. Alvarez")
    page._onward()
    wait(lambda: page.review.review_now() is not None)
    for key in (Qt.Key.Key_M, Qt.Key.Key_M, Qt.Key.Key_J):
        QTest.keyClick(page.review.pairs, key)
        settle()
        wait(lambda: page.review.review_now() is not None)
    settle()
    return window


def export_check(studio: Studio) -> Window:
    with as_file(resource("sample", "decisions", "counsel.json")) as path:
        given = json.loads(path.read_text("utf-8"))
    window = studio.case("export")
    page = window.frame.page
    done: list[object] = []
    window.tasks.command(window, lambda vault: redaction.decide(vault.store("HERON"), given), done.append)
    wait(lambda: done)
    page.show_step(0)
    page.choose.recipient.setText("D. Alvarez")
    page._onward()
    wait(lambda: (now := page.review.review_now()) is not None and not now.open())
    page._onward()
    wait(lambda: page.check.draft is not None and not page.check.picture.shown.isEmpty())
    settle()
    return window


def testimony(studio: Studio) -> Window:
    window = studio.case("testimony")
    known = window.frame.page.known
    wait(lambda: any(underlines.shown() for underlines in known.underlines.values()))
    settle()
    return window


def timeline(studio: Studio) -> Window:
    window = studio.case("events")
    page = window.frame.page
    page.switch_view()
    wait(lambda: page.timeline.view.placed)
    page.timeline.choose("e15")
    settle()
    return window


def exhibit(studio: Studio) -> Window:
    window = studio.case("documents", "d1")
    page = window.frame.page
    wait(page.view.exhibit_button.isVisible)
    page.prepare()
    wait(lambda: page.exhibit.work is not None)
    for key in (Qt.Key.Key_M, Qt.Key.Key_S, Qt.Key.Key_M, Qt.Key.Key_M):
        QTest.keyClick(page.exhibit.sheet, key)
    settle()
    return window


def interview(studio: Studio) -> Window:
    window = studio.case("testimony")
    frame = window.frame
    page, clock = frame.page, dt.datetime(2021, 7, 9, 14, 31)
    page.interview.bar.now = lambda: clock
    made: list[object] = []
    frame.desk.create(frame, partial(_begun, frame.desk.case), made.append)
    wait(lambda: made)
    original = frame.desk.case.testimonies[-2]
    page.show_entry(f"{original.id}/interview")
    for panel in window.findChildren(Panel):
        panel.reject()
    settle()
    column = page.columns["original"]
    wait(lambda: not column.waiting)
    page.show_entry(f"{original.id}/3")
    page.interview.mark()
    settle()
    page.notice.clear()
    page.show_entry(f"{original.id}/1")
    settle()
    return window


def read_back(studio: Studio) -> Window:
    window = interview(studio)
    page = window.frame.page
    page.interview.leave()
    page.read_back()
    panel = next(panel for panel in window.findChildren(Panel) if panel.isVisible())
    panel.date.load("2021-07-10")
    panel.lang.choose("zh-Hans")
    panel.take_step()
    wait(lambda: page.readback.on)
    for number in (1, 2):
        page.readback.decide("confirmed")
        wait(lambda done=number: page.readback.at == done + 1)
    settle()
    return window


def _begun(case: Case, fresh: Callable[[str], str]) -> list[tuple[str, object]]:
    """A second talk of the sample's witness, invented for the picture, in two languages and half an hour old."""
    witness = next(person for person in case.people if "witness" in person.roles)
    by_role = {role: person.id for person in reversed(case.people) for role in person.roles}
    present = (
        PersonPart(witness.id, "witness"),
        PersonPart(by_role.get("advocate", by_role["lawyer"]), "advocate"),
        PersonPart(by_role["interpreter"], "interpreter"),
    )
    held = Interview(
        date="2021-07-09",
        present=present,
        start="13:45",
        pauses=(Pause("14:00", "14:10"),),
        interpreter=by_role["interpreter"],
        told_before=2,
        topics_closed=("his mother",),
    )
    said = (
        "[14:11] 答：村民到镇政府门口坐着，没有人喊，也没有人动手。我没有拦他们。",
        "[14:18] 问：您家里人后来有没有听到什么？",
        "[14:19] 答：去年冬天，我弟弟从村里来电话。他说县公安的人到他家去过：我不回去，就要告他。",
        "[14:24] 问：您是什么时候知道红色通报的？",
        "[14:25] 答：开完庭以后，移民局的律师说的。之前没有人跟我说过。",
    )
    told = (
        "[14:11] A: The villagers sat down outside the township offices. Nobody shouted, and nobody laid a hand on anyone."
        " I did not stop them.",
        "[14:18] Q: Did your family hear anything later?",
        "[14:19] A: Last winter my brother telephoned from the village. He said the county police had been to his home:"
        " if I did not go back, he would be charged.",
        "[14:24] Q: When did you learn of the red notice?",
        "[14:25] A: A lawyer for the immigration service told me, after a hearing. Before that nobody had said anything to me.",
    )
    first = Testimony(fresh("testimonies"), witness.id, "zh-Hans", "\n\n".join(said), interview=held)
    second = Testimony(fresh("testimonies"), witness.id, "en", "\n\n".join(told), interview=held, translation_of=first.id)
    agreed = [
        Consent(fresh("consents"), witness.id, purpose, "counsel", "counsel-only", "2021-07-09")
        for purpose in ("interview", "notes")
    ]
    return [("testimonies", first), ("testimonies", second), *(("consents", one) for one in agreed)]


SCREENS: dict[str, Callable[[Studio], Window]] = {
    "unlock": unlock,
    "new-vault": new_vault,
    "cases": cases,
    "overview": lambda studio: studio.case("overview"),
    "people": lambda studio: studio.case("people", "p2"),
    "testimony": testimony,
    "events": lambda studio: studio.case("events"),
    "timeline": timeline,
    "event": lambda studio: studio.case("events", "e24"),
    "documents": lambda studio: studio.case("documents", "d1"),
    "consent": lambda studio: studio.case("consent"),
    "export": lambda studio: studio.case("export"),
    "review": export_review,
    "check": export_check,
    "history": lambda studio: studio.case("history"),
    "exhibit": exhibit,  # after those that show nothing of it
    "interview": interview,  # these last: they put another talk on record
    "readback": read_back,
}


def save(window: Window, name: str) -> None:
    """One picture, in as many colours as it needs."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    path = PICTURES / f"window-{name}.png"
    with Image.open(io.BytesIO(bytes(buffer.data()))) as picture:
        picture.convert("RGB").quantize(200, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> None:
    """Make all of them anew, or those that are named."""
    wanted = sys.argv[1:] or list(SCREENS)
    application = make_application(["affiant"])
    if not sys.argv[1:]:
        for old in PICTURES.glob("window-*.png"):
            old.unlink()
    with tempfile.TemporaryDirectory() as folder, as_file(resource("sample")) as sample:
        for name in ("HOME", "XDG_DATA_HOME"):
            os.environ[name] = folder  # the pictures show no folder of whoever takes them
        vault = Path(folder) / "made"
        with session.new_vault(vault, PASSPHRASE, "Judith Fenwold", 64, None) as made:
            key = bytes(made.key())
            intake.import_case(made, sample / "sample.case.json")
            for code in ("ALDER", "MARSH", "QUARRY"):
                with suppress(Exception):
                    work.new_case(made, code, "2021-06-11", ("en",))
        for ending, dark, factor in LOOKS:
            # A copy for each look: what one picture decides must not stand decided in the next.
            mine = vaults.default_folder() / "Field vault"
            shutil.rmtree(mine, ignore_errors=True)
            shutil.copytree(vault, mine)
            studio = Studio(application, mine, key, dark=dark, factor=factor)
            for name in wanted:
                window = SCREENS[name](studio)
                if (window.width(), window.height()) != SIZE:
                    print(f"{name}{ending}: {window.width()} × {window.height()}, larger than the screen")
                save(window, name + ending)
            studio.close()
            print(f"{len(wanted)} screens{ending}", flush=True)


if __name__ == "__main__":
    main()
