"""How strong a passphrase is, in a word, and what that means for somebody whose computer is taken by a state."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.services.vaults import Strength

translate = QCoreApplication.translate


def strength_words(found: Strength) -> tuple[int, str, str]:
    """Blocks of five, the word, and its meaning."""
    word, meaning = {
        1: (translate("strength", "Very weak"), translate("strength", "guessed in seconds")),
        2: (translate("strength", "Weak"), translate("strength", "guessed within the hour")),
        3: (translate("strength", "Fair"), translate("strength", "a state could guess it")),
        4: (translate("strength", "Strong"), translate("strength", "years to guess, even for a state")),
        5: (translate("strength", "Very strong"), translate("strength", "centuries to guess, even for a state")),
    }[found.level]
    return found.level, word, meaning


def warning_words(found: Strength) -> str:
    """What makes a passphrase easy to guess; "" where nothing in particular does."""
    return {
        "password": translate("strength", "It is among the passwords that are tried first."),
        "word": translate("strength", "Most of it is one ordinary word."),
        "name": translate("strength", "Most of it is a name."),
        "keyboard": translate("strength", "Its keys lie side by side."),
        "repeat": translate("strength", "It says the same thing again and again."),
        "sequence": translate("strength", "Its letters or numbers follow one another."),
        "date": translate("strength", "Most of it is a date."),
    }.get(found.warning, "")
