"""Which file a case comes from: a case file, or one that is sealed, and then the key that opens it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.services import archiving, intake
from app.services.open_vault import OpenVault
from ui.look import Look
from ui.widgets.chooser import OPEN_FILE, Chooser

if TYPE_CHECKING:
    from app.services.values import CaseSummary

translate = QCoreApplication.translate

Store = Callable[[OpenVault], "CaseSummary"]


def choose_case(look: Look, parent: QWidget, store: Callable[[Store], None]) -> None:
    """Ask for the file; ``store`` is given what is to be done on the vault thread."""

    def take(path: Path) -> None:
        if path.suffix.lower() == ".age":
            _choose_key(look, parent, path, store)
        else:
            store(lambda opened: intake.import_case(opened.vault, path))

    Chooser(
        look, parent, translate("ImportCase", "Import a case file"), translate("ImportCase", "Import"), OPEN_FILE, take,
        lead=translate(
            "ImportCase", "A case file, with its documents beside it as it was exported; or a sealed file or an archive (.age)."
        ),
        endings=(".json", ".age"),
    ).open()  # fmt: skip


def _choose_key(look: Look, parent: QWidget, path: Path, store: Callable[[Store], None]) -> None:
    def take(key: Path) -> None:
        store(lambda opened: archiving.import_sealed(opened.vault, path, archiving.read_identity_file(key)))

    Chooser(
        look, parent, translate("ImportCase", "The key that opens it"), translate("ImportCase", "Import"), OPEN_FILE, take,
        lead=translate(
            "ImportCase", "The file with the secret half of the recipient’s key (AGE-SECRET-KEY-1…), best on a stick."
        ),
    ).open()  # fmt: skip
