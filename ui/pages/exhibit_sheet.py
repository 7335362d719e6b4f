"""A page with its boxes: drawn by mouse, moved and sized by the arrows, one after the other by Tab.

The sheet shows a ``PageWork`` and changes it; what the other keys do is for the widget around it.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.services.exhibits import Box, pixels
from ui.look import Look
from ui.pages.exhibit_work import WHOLE, PageWork, between

_STEP, _FINE = 50, 10
_GRIP = 8  # pixels around the lower right corner of a box that take hold of it
_INK = QColor(0, 0, 0)


class BoxSheet(QWidget):
    """``changed`` after a change of the page, ``chosen`` after another choice; ``turned`` asks for the page after (1) or
    before (−1): what scrolls around the sheet would keep those keys to itself."""

    changed = Signal()
    chosen = Signal()
    turned = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture = QPixmap()  # as drawn
        self._scaled = QPixmap()  # as wide as the sheet
        self._size = (1, 1)
        self.work: PageWork | None = None
        self.as_exported = False
        self._from: tuple[float, float] | None = None  # where a new box began, or where a box was taken hold of
        self._held: Box | None = None  # the box that is moved or sized, as it was
        self._sizing = False
        self._drawn: Box | None = None  # the new box that is being drawn
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The page and its boxes"))

    # --- showing ---

    def show_work(self, work: PageWork | None, width: int = 1, height: int = 1, pixels: bytes = b"") -> None:
        """Show a page; RGB, three bytes a pixel. ``None``: nothing."""
        self.work, self._size = work, (width, height)
        self._drawn = self._from = self._held = None
        image = QImage(pixels, width, height, 3 * width, QImage.Format.Format_RGB888) if pixels else QImage()
        self._picture = QPixmap.fromImage(image)  # copies: the bytes may go
        self._fit()

    def look_as_exported(self, on: bool) -> None:
        """Whether boxes hide what is under them, as they will."""
        self.as_exported = on
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        ratio = self.devicePixelRatio()
        if self._picture.isNull():
            self._scaled = QPixmap()
            self.setFixedHeight(2)
        else:
            width = max(round((self.width() - 2) * ratio), 1)
            self._scaled = self._picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            self._scaled.setDevicePixelRatio(ratio)
            self.setFixedHeight(round(self._scaled.deviceIndependentSize().height()) + 2)
        self.update()

    def _page(self) -> QRectF:
        size = self._scaled.deviceIndependentSize()
        return QRectF(1, 1, max(size.width(), 1), max(size.height(), 1))

    def area(self, box: Box) -> QRectF:
        """Where a box is on the sheet."""
        page = self._page()
        across, down = page.width() / WHOLE, page.height() / WHOLE
        return QRectF(page.x() + box.x * across, page.y() + box.y * down, box.w * across, box.h * down)

    def place(self, at: QPointF) -> tuple[float, float]:
        """Where on the page, in ten-thousandths, a point of the sheet is."""
        page = self._page()
        return (at.x() - page.x()) * WHOLE / page.width(), (at.y() - page.y()) * WHOLE / page.height()

    def in_sight(self) -> QRect:
        """What is chosen, as a place on the sheet; null where nothing is."""
        work = self.work
        if work is None:
            return QRect()
        proposal, box = work.current(), work.box()
        held = proposal.boxes[0] if proposal is not None else box
        return self.area(held).toAlignedRect() if held is not None else QRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._scaled.isNull() or self.work is None:
            return
        painter = QPainter(self)
        painter.drawPixmap(1, 1, self._scaled)
        page = self._page()
        painter.setPen(self._look.colour("border"))
        painter.drawRect(page.adjusted(-0.5, -0.5, 0, 0))
        painter.setClipRect(page)
        if self.as_exported:
            self._paint_exported(painter, page)
        else:
            self._paint_boxes(painter)
        painter.end()

    def _paint_exported(self, painter: QPainter, page: QRectF) -> None:
        assert self.work is not None
        width, height = self._size
        for box in self.work.boxes:
            left, upper, right, lower = pixels(box, width, height)
            across, down = page.width() / width, page.height() / height
            painter.fillRect(QRectF(1 + left * across, 1 + upper * down, (right - left) * across, (lower - upper) * down), _INK)

    def _paint_boxes(self, painter: QPainter) -> None:
        work = self.work
        assert work is not None
        shade = QColor(_INK)
        shade.setAlpha(150)
        for box in (*work.boxes, *([self._drawn] if self._drawn else ())):
            painter.fillRect(self.area(box), shade)
            painter.setPen(QPen(QColor(255, 255, 255), 1))
            painter.drawRect(self.area(box))
        current = work.current()
        for proposal in work.open():
            for box in proposal.boxes:
                self._mark(painter, box, chosen=proposal is current, solid=False)
        held = work.box()
        if held is not None:
            self._mark(painter, held, chosen=True, solid=True)
            corner = self.area(held).bottomRight()
            painter.fillRect(QRectF(corner.x() - _GRIP, corner.y() - _GRIP, _GRIP, _GRIP), self._accent())

    def _accent(self) -> QColor:
        return QColor("#1E5B69")  # on the white of paper in both palettes

    def _mark(self, painter: QPainter, box: Box, *, chosen: bool, solid: bool) -> None:
        """An outline that is seen on white and on black: light within dark."""
        area = self.area(box)
        if not solid:
            tint = QColor("#E0B565")
            tint.setAlpha(120 if chosen else 60)
            painter.fillRect(area, tint)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if chosen:
            painter.setPen(QPen(QColor(255, 255, 255), 5))
            painter.drawRect(area)
        style = Qt.PenStyle.SolidLine if solid else Qt.PenStyle.DashLine
        colour = self._accent() if solid else QColor("#7A4B00")
        painter.setPen(QPen(colour, 3 if chosen else 1.5, style))
        painter.drawRect(area)

    # --- the keyboard ---

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through boxes and proposals first, then on to what follows."""
        if self.work is not None and not self.as_exported and self.work.step(1 if forward else -1):
            self.tell_choice()
            return True
        self.tell_choice()
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(1 if event.key() == Qt.Key.Key_PageDown else -1)
            return
        way = ways.get(Qt.Key(event.key()))
        held = self.work.box() if self.work is not None else None
        if way is None or held is None or self.as_exported:
            super().keyPressEvent(event)
            return
        step = _FINE if event.modifiers() & Qt.KeyboardModifier.ControlModifier else _STEP
        across, down = way[0] * step, way[1] * step
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._put(replace(held, w=min(held.w + across, WHOLE - held.x), h=min(held.h + down, WHOLE - held.y)))
        else:
            self._put(replace(held, x=held.x + across, y=held.y + down))

    def _put(self, box: Box) -> None:
        if self.work is not None:
            self.work.put(box)
            self.tell()

    def tell(self) -> None:
        """Something of the page is another now."""
        self.update()
        self.changed.emit()

    def tell_choice(self) -> None:
        """Another box or proposal is chosen, or none."""
        self.update()
        self.chosen.emit()

    # --- the mouse ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        work = self.work
        if work is None or self.as_exported or event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position()
        self._from, self._held, self._sizing = self.place(at), None, False
        held = work.box()
        if held is not None and self._corner(held).contains(at):
            self._held, self._sizing = held, True
            return
        if self._choose_at(at):
            self._held = work.box()
            self._from = self.place(at) if self._held is not None else None
        else:
            work.chosen = -1
        self.tell_choice()

    def _corner(self, box: Box) -> QRectF:
        corner = self.area(box).bottomRight()
        return QRectF(corner.x() - _GRIP - 2, corner.y() - _GRIP - 2, 2 * _GRIP, 2 * _GRIP)

    def _choose_at(self, at: QPointF) -> bool:
        """Choose what is under the mouse: the smallest of several."""
        work = self.work
        assert work is not None
        found = [(box.w * box.h, False, n) for n, box in enumerate(work.boxes) if self.area(box).contains(at)]
        for number, proposal in enumerate(work.open()):
            found += [(box.w * box.h, True, number) for box in proposal.boxes if self.area(box).contains(at)]
        if not found:
            return False
        _, work.proposal, work.chosen = min(found)
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.work is None or self._from is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        x, y = self.place(event.position())
        across, down = round(x - self._from[0]), round(y - self._from[1])
        held = self._held
        if held is None:
            self._drawn = between(self._from, (x, y))
            self.update()
        elif self._sizing:
            self._put(replace(held, w=min(held.w + across, WHOLE - held.x), h=min(held.h + down, WHOLE - held.y)))
        elif abs(across) + abs(down) > _STEP:
            self._put(replace(held, x=held.x + across, y=held.y + down))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drawn, self._drawn = self._drawn, None
        self._from = self._held = None
        if self.work is not None and drawn is not None and drawn.w * drawn.h > 4 * _STEP * _STEP:
            self.work.add([drawn])
            self.tell()
        self.update()
