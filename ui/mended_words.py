"""What is said, once, where something of a vault was damaged and was put right from its second copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from app.services import maintenance
from ui.tasks import Tasks
from ui.widgets.words import Notice

translate = QCoreApplication.translate


def tell_mended(tasks: Tasks, owner: QObject, notice: Notice) -> None:
    """Ask the vault, and say what it says: a failing disk or somebody's hand shows here first, and nowhere else."""

    def say(parts: Sequence[str]) -> None:
        if parts:
            notice.say(
                translate("Mended", "A part of this vault was damaged, and was put right from its second copy."),
                translate(
                    "Mended",
                    "Nothing is lost. A disk that fails does this, and so does somebody who had the laptop in hand: make a"
                    " backup now, and let `affiant verify` check all of it. It was: {0}.",
                ).format("; ".join(dict.fromkeys(parts))),
            )

    tasks.command(owner, lambda vault: [one.part for one in maintenance.put_right(vault.vault)], say)
