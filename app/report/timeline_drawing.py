"""Drawing the timeline that ``app.report.timeline`` laid out. Black and grey only, so that it survives a copier."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus.flowables import Flowable

from app.redaction.disclosed import DisclosedEvent
from app.report.sections_style import AXIS, GREY, HAIR, INK, LANE, MARK
from app.report.setting import Setter
from app.report.texts import Texts
from app.report.timeline import DIAMOND, Lane, Mark, Timeline, in_pieces, lay_out

LABELS = 112.0
ROW = 12.0
LANE_GAP = 5.0
AXIS_HEIGHT = 24.0
MOST_ROWS = 44
LEAST_ROWS = 9  # with fewer the drawing moves on whole
_BAR = 5.0
_LONGEST_LABEL = 64  # letters; of the narrowest no more go into the column


class TimelineDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """One piece of a timeline: the axis on top, then a lane a type of event, its label at the left."""

    def __init__(self, timeline: Timeline, setter: Setter, texts: Texts, width: float) -> None:
        super().__init__()
        self._timeline, self._setter, self._texts = timeline, setter, texts
        self.width = width
        self.height = AXIS_HEIGHT + sum(_lane_height(lane) for lane in timeline.lanes)
        self.spaceAfter = 8

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        del width, height
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Part it between lanes, where enough of it comes to stand on either page."""
        rows = int((height - AXIS_HEIGHT) / ROW)
        if height >= self.height:
            return [self]
        if rows < LEAST_ROWS:
            return []
        pieces = in_pieces(self._timeline, MOST_ROWS, LANE_GAP / ROW, rows)
        drawn = [TimelineDrawing(piece, self._setter, self._texts, self.width) for piece in pieces]
        return list(drawn) if len(drawn) > 1 and drawn[0].height <= height and len(pieces[1].lanes) > 1 else []

    def draw(self) -> None:
        canvas = self.canv
        top = self.height - AXIS_HEIGHT
        canvas.setLineWidth(0.4)
        for tick in self._timeline.ticks:
            canvas.setStrokeColor(HexColor(GREY if tick.year is not None else HAIR))
            canvas.line(LABELS + tick.x, 0, LABELS + tick.x, top + 3)
            if tick.year is not None:
                self._setter.line(canvas, LABELS + tick.x, top + 13, str(tick.year), AXIS, "center")
            if tick.month is not None:
                month = self._texts.lines("months_short")[tick.month - 1]
                self._setter.line(canvas, LABELS + tick.x, top + 5, month, AXIS, "center")
        canvas.setStrokeColor(HexColor(GREY))
        canvas.line(LABELS, top, self.width, top)
        y = top
        for lane in self._timeline.lanes:
            self._lane(canvas, lane, y)
            y -= _lane_height(lane)
            canvas.setStrokeColor(HexColor(HAIR))
            canvas.line(0, y, self.width, y)

    def _lane(self, canvas: Any, lane: Lane, top: float) -> None:
        first = top - LANE_GAP / 2 - ROW / 2
        self._setter.line(canvas, 0, first - 2.8, self._fitted(lane.label), LANE)
        for mark in lane.marks:
            y = first - mark.row * ROW
            self._mark(canvas, mark, y)
            width = self._setter.width(mark.label, MARK)
            canvas.setFillColor(HexColor("#FFFFFF"))  # no line of the axis runs through a number
            canvas.rect(LABELS + mark.label_at - 1, y - 4, width + 2, 8, stroke=0, fill=1)
            self._setter.line(canvas, LABELS + mark.label_at, y - 2.6, mark.label, MARK)

    def _fitted(self, label: str) -> str:
        fitted = label[:_LONGEST_LABEL]
        if fitted == label and self._setter.width(label, LANE) <= LABELS - 8:
            return label
        while fitted and self._setter.width(fitted + "…", LANE) > LABELS - 8:
            fitted = fitted[:-1].rstrip()
        return fitted + "…"

    def _mark(self, canvas: Any, mark: Mark, y: float) -> None:
        canvas.setStrokeColor(HexColor(INK))
        canvas.setFillColor(HexColor("#FFFFFF" if mark.hollow else INK))
        canvas.setLineWidth(0.8)
        left, right = LABELS + mark.left, LABELS + mark.right
        if mark.point:
            path = canvas.beginPath()
            middle = (left + right) / 2
            path.moveTo(middle - DIAMOND, y)
            path.lineTo(middle, y + DIAMOND)
            path.lineTo(middle + DIAMOND, y)
            path.lineTo(middle, y - DIAMOND)
            path.close()
            canvas.drawPath(path, stroke=1, fill=1)
            return
        if mark.loose:
            canvas.setDash(2, 1.6)
            canvas.setFillColor(HexColor("#FFFFFF"))
        else:
            canvas.setFillColor(HexColor("#FFFFFF" if mark.hollow else "#55585B"))
        canvas.rect(left, y - _BAR / 2, max(right - left, 1), _BAR, stroke=1, fill=1)
        canvas.setDash()
        for is_open, edge, way in ((mark.open_start, left, -1), (mark.open_end, right, 1)):
            if is_open:
                canvas.line(edge - 3.5 * way, y + _BAR / 2 + 1.5, edge, y)
                canvas.line(edge - 3.5 * way, y - _BAR / 2 - 1.5, edge, y)


class Legend(Flowable):  # type: ignore[misc]  # reportlab has no types
    """What the marks mean, in one line."""

    def __init__(self, setter: Setter, texts: Texts) -> None:
        super().__init__()
        self._setter, self._texts = setter, texts
        self.spaceAfter = 8

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        del height
        self.width, self.height = width, 12.0
        return width, self.height

    def draw(self) -> None:
        canvas, x, y = self.canv, 0.0, 5.0
        for key in ("witness", "others", "loose"):
            canvas.setStrokeColor(HexColor(INK))
            canvas.setLineWidth(0.8)
            if key == "loose":
                canvas.setDash(2, 1.6)
                canvas.setFillColor(HexColor("#FFFFFF"))
                canvas.rect(x, y - _BAR / 2, 16, _BAR, stroke=1, fill=1)
                canvas.setDash()
                x += 20
            else:
                canvas.setFillColor(HexColor("#FFFFFF" if key == "others" else INK))
                path = canvas.beginPath()
                path.moveTo(x, y)
                path.lineTo(x + DIAMOND, y + DIAMOND)
                path.lineTo(x + 2 * DIAMOND, y)
                path.lineTo(x + DIAMOND, y - DIAMOND)
                path.close()
                canvas.drawPath(path, stroke=1, fill=1)
                x += 2 * DIAMOND + 4
            words = self._texts.say(f"timeline.{key}")
            self._setter.line(canvas, x, y - 2.6, words, AXIS)
            x += self._setter.width(words, AXIS) + 16
        self._setter.line(canvas, self.width, y - 2.6, self._texts.say("timeline.numbers"), AXIS, "right")


def timeline_flowables(
    events: Sequence[DisclosedEvent], setter: Setter, texts: Texts, width: float
) -> tuple[list[Flowable], tuple[int, ...]]:
    """The drawing in pieces that fit a page, and the numbers of the events that have no place on it."""
    laid = lay_out(events, width - LABELS, lambda words: setter.width(words, MARK))
    pieces = in_pieces(laid, MOST_ROWS, LANE_GAP / ROW)
    return [TimelineDrawing(piece, setter, texts, width) for piece in pieces], laid.undated


def _lane_height(lane: Lane) -> float:
    return lane.rows * ROW + LANE_GAP
