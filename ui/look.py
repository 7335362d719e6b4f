"""How everything looks at this moment: palette, size, fonts and icons. Every widget is given the one ``Look``."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from app.paths import resource
from ui.fonts import REGULAR, font
from ui.theme import DARK, LIGHT, Tokens, palette

#: The steps of Ctrl + and Ctrl −.
STEPS = (1.0, 1.125, 1.25, 1.5, 1.75, 2.0)
_LENGTH = re.compile(r"(\d+)px")
_TOKEN = re.compile(r"@([a-z_0-9]+)")


class Look(QObject):
    """The present look. ``changed`` comes after palette or size changed; ``dark`` is ``None`` to follow the system."""

    changed = Signal()

    def __init__(self, application: QApplication, *, dark: bool | None = None, factor: float = 1.0) -> None:
        super().__init__()
        self._application = application
        self._sheet = resource("style", "window.qss").read_text("utf-8")
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self.dark = dark
        self.factor = factor
        self.covered = False  # the neutral page stands in front of the work: nothing else may show itself
        self.tokens: Tokens = LIGHT
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self._apply()

    # --- changing it ---

    def set(self, *, dark: bool | None, factor: float) -> None:
        """Change palette and size."""
        self.dark, self.factor = dark, min(max(factor, STEPS[0]), STEPS[-1])
        self._apply()

    def larger(self) -> None:
        """One step up."""
        self.set(dark=self.dark, factor=next((step for step in STEPS if step > self.factor + 0.01), STEPS[-1]))

    def smaller(self) -> None:
        """One step down."""
        self.set(dark=self.dark, factor=next((step for step in reversed(STEPS) if step < self.factor - 0.01), STEPS[0]))

    @property
    def is_dark(self) -> bool:
        """Whether the dark palette is in use."""
        return self.tokens is DARK

    def _follow(self) -> None:
        if self.dark is None:
            self._apply()

    def _apply(self) -> None:
        dark = self.dark
        if dark is None:
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self.tokens = DARK if dark else LIGHT
        self._pixmaps.clear()
        self._application.setPalette(palette(self.tokens))
        self._application.setFont(self.font(15))
        self._application.setStyleSheet(self.style(self._sheet))
        self.changed.emit()

    def style(self, sheet: str) -> str:
        """A style sheet with its ``@tokens`` filled in and its lengths scaled."""
        scaled = _LENGTH.sub(lambda found: f"{self.px(int(found[1]))}px", sheet)
        return _TOKEN.sub(lambda found: str(getattr(self.tokens, found[1])), scaled)

    # --- asking it ---

    def px(self, length: float) -> int:
        """A length at 100 % in pixels at the present size; never scaled to nothing."""
        return max(round(length * self.factor), 1) if length > 0 else 0

    def colour(self, token: str) -> QColor:
        """A colour by its name in ``ui.theme``."""
        return self.tokens.colour(token)

    def font(self, pixels: int, weight: int = REGULAR, *, serif: bool = False) -> QFont:
        """A font, its size given at 100 %."""
        return font(self.px(pixels), weight, serif=serif)

    def pixmap(self, name: str, token: str = "text", size: int = 18) -> QPixmap:
        """An outline icon in the colour of its word, sharp on any screen."""
        ratio = self._application.devicePixelRatio()
        key = (name, token, self.px(size), ratio)
        if key not in self._pixmaps:
            side = key[2]
            svg = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", self.colour(token).name())
            picture = QPixmap(QSize(side, side) * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
            painter.end()
            self._pixmaps[key] = picture
        return self._pixmaps[key]

    def icon(self, name: str, token: str = "text", size: int = 18) -> QIcon:
        """The same as a Qt icon."""
        return QIcon(self.pixmap(name, token, size))

    def fit(self, widget: QWidget, adjust: Callable[[], None]) -> None:
        """Call ``adjust`` now and whenever the look changes, as long as the widget lives."""
        adjust()
        _Fit(widget, self, adjust)

    def pad(self, layout: QLayout, widget: QWidget, margins: tuple[int, int, int, int], spacing: int) -> None:
        """Keep margins (left, top, right, bottom) and spacing of a layout in step with the size."""

        def adjust() -> None:
            layout.setContentsMargins(*(self.px(side) for side in margins))
            layout.setSpacing(self.px(spacing))

        self.fit(widget, adjust)


class _Fit(QObject):
    """Ties an adjustment to the life of its widget."""

    def __init__(self, widget: QWidget, look: Look, adjust: Callable[[], None]) -> None:
        super().__init__(widget)
        self._adjust = adjust
        look.changed.connect(self._run)

    def _run(self) -> None:
        self._adjust()
