"""What a copy is, and what the release check says of it: the columns beside the finished pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.date_words import date_words
from app.services.draft import Draft
from app.services.review import Review
from ui import vocabulary
from ui.look import Look
from ui.pages.export_words import left_out_words
from ui.widgets.chooser import size_words
from ui.widgets.words import Hairline, Icon, words

translate = QCoreApplication.translate


def fill_copy(look: Look, column: QVBoxLayout, reviewed: Review, override: str | None, exhibits: Sequence[str] = ()) -> None:
    """For whom the copy is and what it holds. ``exhibits``: titles of the documents whose pages it shows."""
    copy = reviewed.copy
    column.addWidget(words(translate("export", "This copy"), "section"))
    column.addWidget(Hairline(look))
    told_by = ", ".join(translate("export", "{0} ({1} paragraphs)").format(one.who, one.paragraphs) for one in copy.testimonies)
    unread = sum(one.unread for one in copy.testimonies)
    grants = "\n".join(
        translate("export", "{0}, {1}, {2}").format(
            one.stands_as, vocabulary.identity(one.identity).lower(), date_words(one.given_on)
        )
        for one in copy.grants
    )
    if override:
        grants = "\n".join(
            [*([grants] if grants else []), translate("export", "not on record; the reason is written into the history")]
        )
    profile = vocabulary.profile(reviewed.profile)
    rows = [
        (translate("export", "For"), copy.recipient or profile),
        (translate("export", "Profile"), profile),
        (translate("export", "Holds"), translate("export", "{0} events, {1} documents").format(copy.events, copy.documents)),
        (translate("export", "Testimony"), told_by or translate("export", "none")),
        (translate("export", "Left out"), left_out_words(copy.left_out) or translate("export", "nothing")),
        (translate("export", "Consent"), grants or translate("export", "none on record")),
        (translate("export", "Decided"), translate("export", "{0} of {1}").format(reviewed.decided, reviewed.total)),
    ]
    if unread:
        not_read = translate("export", "{0} paragraphs, stamped so").format(unread)
        rows.insert(4, (translate("export", "Not read back"), not_read))
    if exhibits:
        rows.insert(3, (translate("export", "Pages of"), "\n".join(exhibits)))
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(look.px(16))
    grid.setVerticalSpacing(look.px(8))
    for number, (label, text) in enumerate(rows):
        grid.addWidget(words(label, "quiet"), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words(text, wrap=True), number, 1, Qt.AlignmentFlag.AlignTop)
    column.addLayout(grid)


def fill_verdict(look: Look, column: QVBoxLayout, icon: str, token: str, head: str, note: str) -> None:
    """A shield, what it says, and a line below."""
    row = QHBoxLayout()
    look.pad(row, _widget(column), (0, 0, 0, 0), 10)
    row.addWidget(Icon(look, icon, token, 24), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words(head, "section", wrap=True), 1)
    column.addLayout(row)
    if note:
        column.addWidget(words(note, "note", wrap=True))
    column.addWidget(Hairline(look))


def fill_lines(look: Look, column: QVBoxLayout, lines: Sequence[tuple[str, str]], icon: str, token: str) -> None:
    """Things that were looked at, each with an icon and a line in small."""
    for head, line in lines:
        row = QHBoxLayout()
        look.pad(row, _widget(column), (0, 4, 0, 0), 10)
        row.addWidget(Icon(look, icon, token), 0, Qt.AlignmentFlag.AlignTop)
        inner = QVBoxLayout()
        inner.setSpacing(0)
        inner.addWidget(words(head, wrap=True))
        if line:
            inner.addWidget(words(line, "note", wrap=True))
        row.addLayout(inner, 1)
        column.addLayout(row)
    column.addSpacing(look.px(8))
    column.addWidget(Hairline(look))


def passed_lines(made: Draft, total: int) -> list[tuple[str, str]]:
    """What the release check looked at in a copy that passed."""
    checked = made.checked
    pictures = sum(len(exhibit.pages) for exhibit in made.view.exhibits)
    shown = (
        translate("export", "Pages of exhibits: {0}").format(pictures),
        translate("export", "pictures that the program placed; it cannot read them, whoever prepared them did"),
    )
    return [
        *([shown] if pictures else []),
        (
            translate("export", "Only pages, fonts and text inside"),
            translate("export", "no comments, forms, scripts or earlier versions"),
        ),
        (
            translate("export", "No protected name or number found"),
            translate("export", "{0} forms of {1} entries looked for, by two readers").format(checked.forms, checked.entries),
        ),
        (
            translate("export", "Reads exactly as meant"),
            translate("export", "word for word, all {0} pages").format(made.pages),
        ),
        (
            translate("export", "Nothing undecided"),
            translate("export", "{0} of {0}").format(total) if total else translate("export", "there was nothing to decide"),
        ),
    ]


def passed_note(made: Draft) -> str:
    """How much was checked."""
    return translate("export", "Checked on the finished file, {0} pages, {1}").format(made.pages, size_words(made.checked.size))


def _widget(column: QVBoxLayout) -> QWidget:
    widget = column.parentWidget()
    assert widget is not None
    return widget
