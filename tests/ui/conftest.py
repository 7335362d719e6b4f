"""What every test of the window stands on: real vaults made once, the real look, and two watchers that let tests fail.

Fixtures: ``look``; ``vault`` (a copy of a ready-made vault: where it lies, its key, its case); ``tasks`` (with that vault
open); ``desk``; ``around`` and ``gone`` (for one page alone); ``frame``; ``window`` (at work, the next process only
recorded); ``locked_window``; ``watchdog``. A Qt warning that nobody expects fails the test, as does an exception in a slot.

Which vault: ``@pytest.mark.parametrize("vault_kind", ["begun"])`` or a fixture ``vault_kind`` in the test file.
``sample`` (the default) holds the sample case, ``begun`` one case that is empty, ``empty`` no case. A fixture or parameter
``case_told`` puts a case of the test's own there.
"""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt loads

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import as_file
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.case import Case
from app.paths import resource
from app.services import intake, session, work
from tests.ui.watchdog import Watchdog
from ui.application import make_application
from ui.case_frame import CaseFrame
from ui.desk import Desk
from ui.look import Look
from ui.page import Around
from ui.process import Handover
from ui.tasks import Tasks

PASSPHRASE = "quiet heron by the river"
SIZE = (1366, 768)
_FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A Qt warning fails a test of the window; that a screen without windows cannot size them is no fault of ours.

    Whether the window waits is looked at by tests that run ``alone``: beside others they would measure those.
    """
    for item in items:
        if _FOLDER in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))
            if "watchdog" in getattr(item, "fixturenames", ()):
                item.add_marker(pytest.mark.alone)


# --- vaults: the key is derived once a process, each test works on a copy ---


@dataclass(frozen=True, slots=True)
class ReadyVault:
    """A vault that nobody has open. ``case_id`` is its one case, "" where it has none."""

    path: Path
    key: bytes
    case_id: str = ""
    passphrase: str = PASSPHRASE


@pytest.fixture(scope="session")
def ready_vaults(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ReadyVault]:
    """One vault of each kind, never to be opened itself."""
    folder = tmp_path_factory.mktemp("ready")
    with session.new_vault(folder / "empty", PASSPHRASE, "Ann Advocate", 64, None) as made:
        key = bytes(made.key())
    out = {"empty": ReadyVault(folder / "empty", key)}
    for kind in ("begun", "sample"):
        shutil.copytree(folder / "empty", folder / kind)
        with session.open_unlocked(folder / kind, bytearray(key)) as vault:
            if kind == "begun":
                summary = work.new_case(vault, "LARCH", "2021-07-02", ("zh-Hans", "en"))
            else:
                with as_file(resource("sample")) as sample:
                    summary = intake.import_case(vault, sample / "sample.case.json")
        out[kind] = ReadyVault(folder / kind, key, summary.id)
    return out


@pytest.fixture
def vault_kind() -> str:
    """Which ready-made vault a test works on: ``sample``, ``begun`` or ``empty``."""
    return "sample"


@pytest.fixture
def case_told() -> Case | None:
    """A case that stands alone in the vault; ``None`` for what ``vault_kind`` says."""
    return None


@pytest.fixture
def vault(ready_vaults: dict[str, ReadyVault], vault_kind: str, case_told: Case | None, tmp_path: Path) -> ReadyVault:
    """A vault of the test's own."""
    ready = ready_vaults[vault_kind if case_told is None else "empty"]
    path = tmp_path / "vault"
    shutil.copytree(ready.path, path)
    case_id = ready.case_id
    if case_told is not None:
        with session.open_unlocked(path, bytearray(ready.key)) as whole, whole.create_case(case_told, {}) as store:
            case_id = store.id
    return ReadyVault(path, ready.key, case_id)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home of the test's own: no test sees or touches that of whoever runs it."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    return folder


# --- the window ---


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The real application, in place of the bare one that pytest-qt would make."""
    return make_application(["affiant"])


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """The light look at 100 %."""
    return Look(qapp, dark=False, factor=1.0)


@pytest.fixture
def tasks(qtbot: QtBot, vault: ReadyVault) -> Iterator[Tasks]:
    """The vault thread, with the vault open. What nobody asked to be told of fails the test."""
    made = Tasks()
    unexpected: list[str] = []
    made.broken.connect(lambda error: unexpected.append(repr(error)))
    opened: list[None] = []
    made.open(made, lambda: session.open_unlocked(vault.path, bytearray(vault.key)), opened.append, None)
    qtbot.waitUntil(lambda: bool(opened))
    yield made
    assert made.finish(20), "the vault thread did not end"
    assert not unexpected, unexpected


@pytest.fixture
def desk(qtbot: QtBot, tasks: Tasks, vault: ReadyVault) -> Desk:
    """The vault's one case on the desk."""
    answers: list[Desk] = []

    def show(answer: tuple) -> None:  # type: ignore[type-arg]
        answers.append(Desk(tasks, *answer))

    def read(opened: object) -> tuple:  # type: ignore[type-arg]
        store = opened.store(vault.case_id)  # type: ignore[attr-defined]
        return store.id, store.load(), store.contents()

    tasks.query(tasks, read, show)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


@pytest.fixture
def gone() -> list[tuple[str, str]]:
    """Where a page of ``around`` sent the user: ``(page, entry id)``."""
    return []


@pytest.fixture
def around(look: Look, tasks: Tasks, desk: Desk, gone: list[tuple[str, str]]) -> Around:
    """What a page alone is given."""
    return Around(look, tasks, desk, lambda page, entry="": gone.append((page, entry)))


@pytest.fixture
def frame(qtbot: QtBot, look: Look, tasks: Tasks, desk: Desk) -> CaseFrame:
    """The case in its frame, shown at the smallest usual screen."""
    made = CaseFrame(look, tasks, desk)
    made.setObjectName("desk")
    qtbot.addWidget(made)
    made.resize(*SIZE)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def restarts() -> list[Handover]:
    """What was handed over whenever the program would have gone on as a new process."""
    return []


@pytest.fixture
def make_window(qtbot: QtBot, look: Look, restarts: list[Handover]) -> Iterator[Callable[[Handover], object]]:
    """Make a window from a handover, shown; the next process is recorded in ``restarts`` instead of begun."""
    from ui.window import Window

    made: list[Window] = []
    unexpected: list[str] = []

    def make(handover: Handover) -> Window:
        window = Window(look, Tasks(), handover, restarts.append)
        window.tasks.broken.connect(lambda error: unexpected.append(repr(error)))
        qtbot.addWidget(window)
        made.append(window)
        window.show_first()
        window.activateWindow()
        return window

    yield make
    for window in made:
        window.idle.set_minutes(0)
        assert window.tasks.finish(20), "the vault thread did not end"
    assert not unexpected, unexpected


@pytest.fixture
def window(qtbot: QtBot, make_window: Callable[[Handover], object], vault: ReadyVault) -> object:
    """The window at work, with the list of cases."""
    from ui.cases import CasesScreen

    made = make_window(Handover(vault=str(vault.path), key=vault.key.hex()))
    qtbot.waitUntil(lambda: isinstance(made.stack.currentWidget(), CasesScreen))  # type: ignore[attr-defined]
    return made


@pytest.fixture
def locked_window(make_window: Callable[[Handover], object], vault: ReadyVault) -> object:
    """The window with the lock screen."""
    return make_window(Handover(vault=str(vault.path)))


# --- the watchdog ---


@pytest.fixture
def watchdog(qapp: QApplication) -> Iterator[Watchdog]:
    """Counts from here on; call ``reset`` just before what is to be measured, then ``assert watchdog.longest < 0.1``."""
    made = Watchdog()
    yield made
    made.stop()
