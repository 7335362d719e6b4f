"""The colours of the window, light and dark.

One accent. Every pair of words and ground reaches WCAG AA (4.5 to 1, edges of controls 3 to 1), which a test computes.
Colour never stands alone: an icon, a line style or a word says the same.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Tokens:
    """The named colours. ``desk`` is the window, ``paper`` what is typed in and what was said."""

    desk: str
    rail: str
    paper: str
    text: str
    text2: str
    hint: str
    line: str
    border: str
    accent: str
    on_accent: str
    accent_tint: str
    attention: str
    attention_tint: str
    stop: str
    stop_tint: str

    def colour(self, name: str) -> QColor:
        """One of them as Qt paints it."""
        return QColor(getattr(self, name))

    def names(self) -> tuple[str, ...]:
        """All names, for the style sheet."""
        return tuple(field.name for field in fields(self))


LIGHT = Tokens(
    desk="#F5F4F0",
    rail="#ECEAE4",
    paper="#FFFEFB",
    text="#23262B",
    text2="#565B63",
    hint="#62666E",
    line="#DEDBD3",
    border="#838179",
    accent="#1E5B69",
    on_accent="#FFFFFF",
    accent_tint="#DDEAEC",
    attention="#7A4B00",
    attention_tint="#F6ECD6",
    stop="#8A2F2A",
    stop_tint="#F4E3E0",
)

DARK = Tokens(
    desk="#191B1D",
    rail="#141618",
    paper="#202326",
    text="#E4E1DA",
    text2="#AEB0AF",
    hint="#A0A4A6",
    line="#34383B",
    border="#7C8185",
    accent="#86C3CE",
    on_accent="#0E2328",
    accent_tint="#223B41",
    attention="#E0B565",
    attention_tint="#3A301C",
    stop="#EBA39B",
    stop_tint="#3E2623",
)


def palette(tokens: Tokens) -> QPalette:
    """What Qt's own drawing takes its colours from."""
    out = QPalette()
    roles = {
        QPalette.ColorRole.Window: "desk",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "paper",
        QPalette.ColorRole.AlternateBase: "desk",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.PlaceholderText: "hint",
        QPalette.ColorRole.Button: "paper",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "stop",
        QPalette.ColorRole.ToolTipBase: "paper",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.Light: "paper",
        QPalette.ColorRole.Midlight: "line",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Dark: "border",
        QPalette.ColorRole.Shadow: "border",
        QPalette.ColorRole.Accent: "accent",
    }
    for role, name in roles.items():
        out.setColor(role, tokens.colour(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        out.setColor(QPalette.ColorGroup.Disabled, role, tokens.colour("hint"))
    return out
