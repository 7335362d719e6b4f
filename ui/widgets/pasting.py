"""What is too long to be taken is refused in words: never cut in silence, never a window that stands still over it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QToolTip, QWidget

translate = QCoreApplication.translate

#: The longest text that a case takes, in letters.
LONGEST = 1_000_000


def too_long(widget: QWidget, letters: int, most: int = LONGEST) -> bool:
    """Whether a field would come to hold more than it may; if so it is said beside the field."""
    if letters <= most:
        return False
    say_too_long(widget, most)
    return True


def say_too_long(widget: QWidget, most: int) -> None:
    """Say below a field that it took nothing, or not all."""
    text = translate("pasting", "Too long for this field, which takes {0} letters. Nothing that stood here was changed.")
    QToolTip.showText(widget.mapToGlobal(QPoint(0, widget.height())), text.format(f"{most:,}"), widget)
