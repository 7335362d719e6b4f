"""What is too long to be taken is refused in words: never cut in silence, never a window that stands still over it."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QToolTip, QWidget

translate = QCoreApplication.translate

#: The longest text that a case takes, in letters.
LONGEST = 1_000_000
# The most letters that Qt lays out at once without the window standing still, and the longest run of them with no place to
# break a line.
AT_ONCE, UNBROKEN = 150_000, 15_000
_UNBROKEN = re.compile(rf"[!-~\u00a1-\u1fff]{{{UNBROKEN + 1}}}")


def may_paste(widget: QWidget, text: str, held: int) -> bool:
    """Whether a field that holds so many letters takes a text; if not it is said beside the field, and nothing changes."""
    if len(text) > AT_ONCE or _UNBROKEN.search(text):
        said = translate(
            "pasting", "Too much to be pasted at once: {0} letters are the most. Paste it in parts, or add it as a document."
        )
        _say(widget, said.format(f"{AT_ONCE:,}"))
        return False
    if len(text) + held > LONGEST:
        say_too_long(widget, LONGEST)
        return False
    return True


def say_too_long(widget: QWidget, most: int) -> None:
    """Say below a field that it took nothing, or not all."""
    text = translate("pasting", "Too long for this field, which takes {0} letters. Nothing that stood here was changed.")
    _say(widget, text.format(f"{most:,}"))


def _say(widget: QWidget, text: str) -> None:
    QToolTip.showText(widget.mapToGlobal(QPoint(0, widget.height())), text, widget)
