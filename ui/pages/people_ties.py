"""To whom an entry is tied, drawn and listed, and where it is mentioned: each a way to go there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.case import Case, Person
from app.services import registry
from app.services.registry import Entry, Tie
from app.services.survey import Mention
from ui.look import Look
from ui.pages import people_words
from ui.pages.people_words import isolated
from ui.widgets.ring import MOST, Node, Ring
from ui.widgets.rows import Line, RowList
from ui.widgets.section_head import SectionHead
from ui.widgets.words import Icon, words

#: Which page of the case shows which kind of entry.
_PAGES = {"testimonies": "testimony", "events": "events", "documents": "documents", "consents": "consent"}


class Ties(QWidget):
    """``go`` asks for another page of the case at an entry; ``look_at`` for another entry of this page."""

    go = Signal(str, str)
    look_at = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        column = QVBoxLayout(self)
        look.pad(column, self, (0, 0, 0, 0), 4)
        column.addWidget(SectionHead(look, self.tr("Relations")))
        self.ring = Ring(look, self.tr("Relations, drawn"), self)
        self.ring.opened.connect(self.look_at)
        column.addWidget(self.ring)
        column.addLayout(self._legend())
        self.list = RowList(look, self.tr("Relations"), marks=False, whole=True, height=46, parent=self)
        self.list.opened.connect(self.look_at)
        column.addWidget(self.list)
        column.addWidget(SectionHead(look, self.tr("Mentioned")))
        self.mentioned = RowList(look, self.tr("Mentioned"), marks=False, whole=True, height=32, parent=self)
        self.mentioned.opened.connect(self._go)
        column.addWidget(self.mentioned)
        column.addStretch(1)

    def _legend(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.look.pad(row, self, (0, 4, 0, 4), 6)
        for icon, text in (
            ("user", self.tr("round: a person")),
            ("square", self.tr("square: place, agency")),
        ):
            row.addWidget(Icon(self.look, icon, size=15))
            row.addWidget(words(text, "note"))
            row.addSpacing(self.look.px(8))
        row.addStretch(1)
        return row

    def show_entry(self, case: Case, one: Entry) -> None:
        """Draw and list the ties of an entry."""
        known = {other.id: other for kind in registry.KINDS for other in registry.entries(case, kind)}
        ties = [tie for tie in registry.ties(case, one.id) if tie.other in known]
        drawn: dict[str, list[Tie]] = {}
        for tie in ties:
            drawn.setdefault(tie.other, []).append(tie)
        nodes = [self._node(known[other], held) for other, held in list(drawn.items())[:MOST]]
        self.ring.show_nodes(self._node(one, []), nodes)
        lines = [
            Line(
                other,
                isolated(registry.written(known[other])),
                "; ".join(dict.fromkeys(people_words.tie_words(tie, of=registry.first_name(known[other])) for tie in held)),
                people_words.ICONS[registry.kind_of(known[other])],
            )
            for other, held in drawn.items()
        ]
        self.list.show_lines(lines or [Line("", self.tr("None on record"), quiet=True)])

    def _node(self, one: Entry, held: list[Tie]) -> Node:
        risk = any(tie.kind == "risk" for tie in held)
        ordered = sorted(held, key=lambda tie: tie.kind != "risk")
        word = people_words.tie_words(ordered[0], short=True) if ordered else ""
        return Node(
            one.id,
            isolated(registry.first_name(one)),
            "" if people_words.kind_words(one) == word else people_words.kind_words(one),
            round_=isinstance(one, Person),
            line=word,
            dashed=risk,
        )

    def show_mentions(self, case: Case, mentions: tuple[Mention, ...] | None) -> None:
        """List where the entry is mentioned; ``None`` while that is being looked for."""
        if mentions is None:
            self.mentioned.show_lines([Line("", self.tr("Being looked for…"), quiet=True)])
            return
        labels = {
            **{one.id: people_words.testimony_words(one) for one in case.testimonies},
            **{one.id: people_words.event_words(one) for one in case.events},
            **{one.id: isolated(one.title) for one in case.documents},
        }
        lines, consents = [], 0
        for found in mentions:
            if found.kind == "consents":
                consents += 1
            elif found.id in labels:
                lines.append(Line(f"{_PAGES[found.kind]} {found.id}", labels[found.id], right=people_words.times(found.count)))
        if consents:
            first = next(found.id for found in mentions if found.kind == "consents")
            lines.append(Line(f"consent {first}", self.tr("Consents"), right=str(consents)))
        self.mentioned.show_lines(lines or [Line("", self.tr("Nowhere yet"), quiet=True)])

    def _go(self, key: str) -> None:
        page, _, entry_id = key.partition(" ")
        self.go.emit(page, entry_id)
