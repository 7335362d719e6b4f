"""The few settings: when to lock, light or dark, size of the text. They lie in the vault, nowhere else on the machine."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.services.open_vault import OpenVault
from ui.look import STEPS, Look
from ui.widgets.buttons import Segmented
from ui.widgets.dialogs import Panel
from ui.widgets.fields import Choice, FieldRow

translate = QCoreApplication.translate

#: Minutes without a touch after which the vault locks, unless the vault says otherwise.
IDLE_MINUTES = 10.0
_MINUTES = (1, 2, 5, 10, 15, 30, 60)
_PALETTES = {"dark": True, "light": False, "system": None}


@dataclass(frozen=True, slots=True)
class Settings:
    """``dark`` is ``None`` to follow the system."""

    idle_minutes: float = IDLE_MINUTES
    dark: bool | None = None
    text_size: float = 1.0


def read_settings(vault: OpenVault, present: Settings) -> Settings:
    """The vault's settings; what it does not say, or says in no sense, stays as it is at present. For the vault thread."""
    held = vault.vault
    palette = held.setting("palette") or ""
    minutes = _number(held.setting("idle_minutes"), present.idle_minutes)
    return Settings(
        minutes if 0 < minutes <= _MINUTES[-1] else present.idle_minutes,
        _PALETTES.get(palette, present.dark),
        _number(held.setting("text_size"), present.text_size),
    )


def keep_settings(vault: OpenVault, settings: Settings) -> None:
    """Keep them in the vault. For the vault thread."""
    held = vault.vault
    palette = next(key for key, dark in _PALETTES.items() if dark is settings.dark)
    held.set_setting("palette", palette)
    held.set_setting("idle_minutes", f"{settings.idle_minutes:g}")
    held.set_setting("text_size", f"{settings.text_size:g}")


def _number(text: str | None, otherwise: float) -> float:
    try:
        value = float(text) if text is not None else otherwise
    except ValueError:
        return otherwise
    return value if value == value and abs(value) < 1e6 else otherwise  # noqa: PLR0124 - not a number is unlike itself


class SettingsPanel(Panel):
    """``chosen`` carries the new ``Settings``."""

    chosen = Signal(object)

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
        for label, field, note in (
            (self.tr("Lock by itself"), self.idle, self.tr("What is being typed is kept. Ctrl+Shift+L locks at once.")),
            (self.tr("Colours"), self.palette_choice, self.tr("Ctrl+Shift+D changes between light and dark.")),
            (self.tr("Size of the text"), self.size_choice, self.tr("Ctrl + and Ctrl − change it anywhere.")),
        ):
            row = FieldRow(look, label, field, width=140)
            row.say(note)
            self.body.addWidget(row)
        self.idle.setFocus()
        self.adjustSize()

    def _minutes_words(self, minutes: float) -> str:
        if minutes == 1:
            return self.tr("after 1 minute without a touch")
        return self.tr("after {0} minutes without a touch").format(f"{minutes:g}")

    def take_step(self) -> None:
        held = _PALETTES[self.palette_choice.value or "system"]
        settings = Settings(float(self.idle.value), held, float(self.size_choice.value))
        self.accept()
        self.chosen.emit(settings)
