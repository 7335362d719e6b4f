"""The few settings: when to lock, how it looks, backups. They lie in the vault, nowhere else on the machine."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.open_vault import OpenVault
from ui.look import STEPS, Look
from ui.widgets.buttons import KeyButton, Segmented
from ui.widgets.chooser import FOLDER, Chooser
from ui.widgets.dialogs import Panel
from ui.widgets.fields import Choice, FieldRow, Tick
from ui.widgets.flow import Flow

translate = QCoreApplication.translate

#: Minutes without a touch after which the vault locks, unless the vault says otherwise.
IDLE_MINUTES = 10.0
_MINUTES = (1, 2, 5, 10, 15, 30, 60)
#: How many of the backups that were made on locking are kept.
_KEPT = (1, 2, 5, 10, 20)
#: What opens a dialog of its own from the settings.
PASSPHRASE, KEY_FILE, RECOVERY = "passphrase", "key file", "recovery"
_PALETTES = {"dark": True, "light": False, "system": None}


@dataclass(frozen=True, slots=True)
class Settings:
    """``dark`` is ``None`` to follow the system. ``backup_folder``: where one is made on locking; "" for none."""

    idle_minutes: float = IDLE_MINUTES
    dark: bool | None = None
    text_size: float = 1.0
    backup_folder: str = field(default="", repr=False)
    backup_keep: int = 5


def read_settings(vault: OpenVault, present: Settings) -> Settings:
    """The vault's settings; what it does not say, or says in no sense, stays as it is at present. For the vault thread."""
    held = vault.vault
    palette = held.setting("palette") or ""
    keep = _number(held.setting("backup_keep"), present.backup_keep)
    minutes = _number(held.setting("idle_minutes"), present.idle_minutes)
    return Settings(
        minutes if 0 < minutes <= _MINUTES[-1] else present.idle_minutes,
        _PALETTES.get(palette, present.dark),
        _number(held.setting("text_size"), present.text_size),
        held.setting("backup_folder") or "",
        int(keep) if 0 < keep <= _KEPT[-1] else present.backup_keep,
    )


def keep_settings(vault: OpenVault, settings: Settings) -> None:
    """Keep them in the vault. For the vault thread."""
    held = vault.vault
    palette = next(key for key, dark in _PALETTES.items() if dark is settings.dark)
    held.set_setting("palette", palette)
    held.set_setting("idle_minutes", f"{settings.idle_minutes:g}")
    held.set_setting("text_size", f"{settings.text_size:g}")
    held.set_setting("backup_folder", settings.backup_folder or None)
    held.set_setting("backup_keep", str(settings.backup_keep))


def _number(text: str | None, otherwise: float) -> float:
    try:
        value = float(text) if text is not None else otherwise
    except ValueError:
        return otherwise
    return value if value == value and abs(value) < 1e6 else otherwise  # noqa: PLR0124 - not a number is unlike itself


class SettingsPanel(Panel):
    """``chosen`` carries the new ``Settings``; ``asked`` what else is to be changed, the settings being kept first."""

    chosen = Signal(object)
    asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget, settings: Settings) -> None:
        super().__init__(
            look,
            parent,
            translate("SettingsPanel", "Settings"),
            translate("SettingsPanel", "Keep"),
            lead=translate("SettingsPanel", "They lie in the vault, nowhere else on this computer."),
        )
        minutes = sorted({*_MINUTES, settings.idle_minutes})
        self.idle = Choice(
            look,
            self.tr("Lock by itself"),
            [(f"{each:g}", self._minutes_words(each)) for each in minutes],
            f"{settings.idle_minutes:g}",
        )
        palettes = (("light", self.tr("Light")), ("dark", self.tr("Dark")), ("system", self.tr("As the system")))
        self.palette_choice = Segmented(look, palettes, self.tr("Colours"))
        self.palette_choice.choose(next(key for key, dark in _PALETTES.items() if dark is settings.dark))
        sizes = sorted({*STEPS, settings.text_size})
        self.size_choice = Choice(
            look,
            self.tr("Size of the text"),
            [(f"{each:g}", self.tr("{0} %").format(f"{each * 100:g}")) for each in sizes],
            f"{settings.text_size:g}",
        )
        for label, chosen, note in (
            (self.tr("Lock by itself"), self.idle, self.tr("What is being typed is kept. Ctrl+Shift+L locks at once.")),
            (self.tr("Colours"), self.palette_choice, self.tr("Ctrl+Shift+D changes between light and dark.")),
            (self.tr("Size of the text"), self.size_choice, self.tr("Ctrl + and Ctrl − change it anywhere.")),
        ):
            row = FieldRow(look, label, chosen, width=140)
            row.say(note)
            self.body.addWidget(row)
        self._ways_in()
        self._backups(settings)
        self.idle.setFocus()
        self.adjustSize()

    def _ways_in(self) -> None:
        flow = Flow(self.look, self)
        for key, text, press in (
            (PASSPHRASE, self.tr("Passphrase…"), "Alt+P"),
            (KEY_FILE, self.tr("Key file…"), "Alt+K"),
            (RECOVERY, self.tr("Recovery sheets…"), "Alt+R"),
        ):
            button = KeyButton(self.look, text, press, parent=flow)
            button.clicked.connect(partial(self._ask, key))
            flow.add(button)
        row = FieldRow(self.look, self.tr("Ways in"), flow, width=140)
        row.say(self.tr("What opens this vault. The passphrase of today is asked first."))
        self.body.addWidget(row)

    def _backups(self, settings: Settings) -> None:
        self._folder = settings.backup_folder
        box = QWidget(self)
        column = QVBoxLayout(box)
        self.look.pad(column, box, (0, 0, 0, 0), 8)
        self.on_lock = Tick(self.look, self.tr("Back up when it locks"), bool(settings.backup_folder))
        self.on_lock.toggled.connect(self._backup_wanted)
        column.addWidget(self.on_lock)
        line = Flow(self.look, box)
        self.folder = KeyButton(self.look, self.tr("Which folder…"), parent=line)
        self.folder.clicked.connect(self._choose_folder)
        kept = sorted({*_KEPT, settings.backup_keep})
        rows = [(str(number), self.tr("keep the last {0}").format(number)) for number in kept]
        self.keep = Choice(self.look, self.tr("How many backups are kept"), rows, str(settings.backup_keep))
        line.add(self.folder)
        line.add(self.keep)
        column.addWidget(line)
        self._backup_line = line
        self.backup_row = FieldRow(self.look, self.tr("Backup"), box, width=140)
        self.body.addWidget(self.backup_row)
        self._backup_wanted(self.on_lock.isChecked())

    def _backup_wanted(self, on: bool) -> None:
        self._backup_line.setVisible(on)
        if on and not self._folder:
            self.backup_row.say(self.tr("Choose a folder, best on a stick that you keep elsewhere."))
        elif on:
            self.backup_row.say(
                self.tr("{0}. Only as long as locking may take, and never when it is pressed twice.").format(self._folder)
            )
        else:
            self.backup_row.say(self.tr("Sealed: it opens only with two recovery sheets."))

    def _choose_folder(self) -> None:
        Chooser(
            self.look, self, self.tr("Where backups are to lie"), self.tr("Use this folder"), FOLDER, self._take_folder
        ).open()

    def _take_folder(self, path: Path) -> None:
        self._folder = str(path)
        self._backup_wanted(self.on_lock.isChecked())

    def _ask(self, key: str) -> None:
        self.take_step()
        if not self.isVisible():
            self.asked.emit(key)

    def _minutes_words(self, minutes: float) -> str:
        if minutes == 1:
            return self.tr("after 1 minute without a touch")
        return self.tr("after {0} minutes without a touch").format(f"{minutes:g}")

    def take_step(self) -> None:
        if self.on_lock.isChecked() and not self._folder:
            self.backup_row.say(self.tr("Choose a folder for the backups, or take the tick away."), "circle-alert", "attention")
            self.folder.setFocus()
            return
        held = _PALETTES[self.palette_choice.value or "system"]
        folder = self._folder if self.on_lock.isChecked() else ""
        settings = Settings(float(self.idle.value), held, float(self.size_choice.value), folder, int(self.keep.value))
        self.accept()
        self.chosen.emit(settings)
