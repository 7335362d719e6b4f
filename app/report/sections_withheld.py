"""What is withheld, why, and by which rule: categories only, the same whether or not a case holds anything of them."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from app.redaction.disclosed import Disclosed
from app.report import sections_style as look
from app.report.setting import Setter, Style
from app.report.table import Band, Columns, Row, Table
from app.report.texts import Texts

#: So many rows stay with the end of the report.
_TAIL = 2
_HEADS = ("what", "why", "rule")


class Withheld:
    """Makes the table. ``width`` is that of the text block, in points."""

    def __init__(self, view: Disclosed, texts: Texts, setter: Setter, width: float) -> None:
        self._view, self._texts, self._setter = view, texts, setter
        gap = look.GUTTER
        rest = width - sum(look.WITHHELD) - gap * (len(look.WITHHELD) - 1)
        self._columns = Columns(tuple(column or rest for column in look.WITHHELD), gap, 1)

    def table(self) -> Table:
        """What is left out, a row a category."""
        return Table(self._head, self._rows(self._view.withheld))

    def _head(self) -> Band:
        return self._band([(self._texts.say(f"withheld_text.{key}"), look.CELL_HEAD) for key in _HEADS])

    def _rows(self, keys: Sequence[str]) -> list[Row]:
        return [Row(self._columns, self._row(key), [], self._head) for key in keys]

    def _row(self, key: str) -> Band:
        what, why = self._texts.withheld(key)
        rule = self._texts.rule(key, self._view.profile)
        return self._band([(what, look.ROW_TEXT), (why or "", look.ROW_TEXT), (rule, look.ROW_TEXT)])

    def _band(self, cells: Sequence[tuple[str, Style]]) -> Band:
        return Band(self._columns, [self._setter.paragraph(text, style) if text else None for text, style in cells])


class Ended(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A table and what ends the report after it, which never stands on a page without some of the table's rows.

    So the last page never holds a few lines only.
    """

    def __init__(self, table: Table, end: Flowable) -> None:
        super().__init__()
        self._table, self._end = table, end

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        del height
        gap = float(self._end.getSpaceBefore())
        self.width, self.height = width, self._table.wrap(width, 1e6)[1] + gap + self._end.wrap(width, 1e6)[1]
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Between two rows, with enough of them on either page."""
        pieces = self._table.split(width, height)
        fits = len(pieces[0]) if pieces else 0
        above, below = self._table.parted(min(fits, len(self._table) - _TAIL))
        return [above, Ended(below, self._end)] if len(above) >= _TAIL else []

    def draw(self) -> None:
        self._table.drawOn(self.canv, 0, self.height - self._table.height)
        self._end.drawOn(self.canv, 0, 0)
