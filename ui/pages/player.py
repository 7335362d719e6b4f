"""The strip by which a recording is heard: play and pause, five seconds back and forth, any place by a slider."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from app.errors import UserError
from ui.desk import Desk
from ui.errors import told
from ui.look import Look
from ui.playing import Playing
from ui.sound_words import time_words
from ui.widgets.buttons import QUIET, KeyButton
from ui.widgets.words import Notice, words
from ui.widgets.wrapping import Wrapping

_STEP, _LEAP = 5.0, 30.0
_PER_SECOND = 10  # steps of the slider


class Player(QWidget):
    """Plays one document. ``to_words`` asks for the paragraph in which the present place is written down."""

    to_words = Signal()

    def __init__(self, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.playing = look, Playing(desk, self)
        column = QVBoxLayout(self)
        look.pad(column, self, (0, 4, 0, 4), 6)
        self.notice = Notice(look, self)
        column.addWidget(self.notice)
        row = QHBoxLayout()
        look.pad(row, self, (0, 0, 0, 0), 12)
        self.place = words("0:00", "strong")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Place in the recording"))
        self.slider.setSingleStep(round(_STEP * _PER_SECOND))
        self.slider.setPageStep(round(_LEAP * _PER_SECOND))
        self.slider.setMinimumWidth(1)
        self.length = words("", "quiet")
        for part in (self.place, self.slider, self.length):
            row.addWidget(part, 1 if part is self.slider else 0)
        column.addLayout(row)
        buttons = QWidget(self)
        box = Wrapping(buttons)
        look.pad(box, buttons, (0, 0, 0, 0), 8)
        self.play_button = KeyButton(look, self.tr("Play"), "F5", icon="play", height=32, bind=False, parent=buttons)
        self.back_button = KeyButton(look, self.tr("5 s back"), "Alt+Left", height=32, bind=False, parent=buttons)
        self.on_button = KeyButton(look, self.tr("5 s on"), "Alt+Right", height=32, bind=False, parent=buttons)
        self.words_button = KeyButton(
            look, self.tr("To the words"), "Alt+Down", kind=QUIET, height=32, bind=False, parent=buttons
        )
        for button, act in (
            (self.play_button, self.press),
            (self.back_button, self.back),
            (self.on_button, self.forth),
            (self.words_button, self.to_words.emit),
        ):
            box.addWidget(button)
            button.clicked.connect(act)
        column.addWidget(buttons)
        column.addStretch(1)
        self.words_button.hide()
        self.slider.valueChanged.connect(self._slid)
        held = self.playing
        held.opened.connect(self._show)
        held.moved.connect(self._show_place)
        held.changed.connect(self._show)
        held.failed.connect(self._failed)
        held.silent.connect(self._silent)
        self._show()

    def bind(self, owner: QWidget) -> list[QShortcut]:
        """Its keys, wherever the keyboard is inside ``owner``. F5 is left to the owner."""
        made = []
        for key, act in (("Alt+Left", self.back), ("Alt+Right", self.forth), ("Alt+Down", self.to_words.emit)):
            shortcut = QShortcut(QKeySequence(key), owner)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
            made.append(shortcut)
        return made

    # --- what a hand does ---

    def open(self, document: str) -> None:
        """Show a document of the case, to be played."""
        self.notice.clear()
        self.playing.open(document)

    def play_at(self, document: str, seconds: float) -> None:
        """Play a document from a place on."""

        def go() -> None:
            self.playing.seek(seconds)
            self.playing.play()

        self.notice.clear()
        self.playing.open(document, go)

    def press(self) -> None:
        """Play or pause."""
        self.notice.clear()
        if self.playing.on:
            self.playing.pause()
        else:
            self.playing.play()

    def back(self) -> None:
        """Five seconds back."""
        self._leap(-_STEP)

    def forth(self) -> None:
        """Five seconds on."""
        self._leap(+_STEP)

    def _leap(self, by: float) -> None:
        self.playing.seek(min(max(self.playing.seconds + by, 0.0), self.playing.length))

    def _slid(self, value: int) -> None:
        self.playing.seek(value / _PER_SECOND)

    def close_sound(self) -> None:
        """Fall silent and let the document go."""
        self.playing.close()
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is not seen is not heard: another page, the neutral page."""
        self.playing.pause()
        super().hideEvent(event)

    # --- what is shown ---

    def _show(self) -> None:
        there, on = self.playing.wav is not None, self.playing.on
        self.play_button.set_words(self.tr("Pause") if on else self.tr("Play"))
        self.play_button.set_icon("pause" if on else "play")
        for part in (self.play_button, self.back_button, self.on_button, self.slider):
            part.setEnabled(there)
        self.length.setText(self.tr("of {0}").format(time_words(self.playing.length)) if there else "")
        self._set(round(self.playing.length * _PER_SECOND), 0)
        self._show_place(self.playing.seconds)

    def _show_place(self, seconds: float) -> None:
        self.place.setText(time_words(seconds))
        if not self.slider.isSliderDown():
            self._set(self.slider.maximum(), round(seconds * _PER_SECOND))

    def _set(self, most: int, value: int) -> None:
        blocked = self.slider.blockSignals(True)
        self.slider.setMaximum(most)
        self.slider.setValue(value)
        self.slider.blockSignals(blocked)

    def _failed(self, error: UserError) -> None:
        shown = told(error)
        self._show()
        self.notice.say(shown.head, shown.body, kind=shown.kind, icon=shown.icon)

    def _silent(self) -> None:
        self.notice.say(
            self.tr("Nothing can be heard on this machine."),
            self.tr("Plug in a loudspeaker or headphones, then press F5 again. The recording is whole."),
            kind="plain",
        )
