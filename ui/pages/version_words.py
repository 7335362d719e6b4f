"""An entry of the history in lines: what each field said, those first that differ from the wording before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

#: Fields that hold what was said: set in the face of testimony.
_SAID = ("text", "account", "exact_words", "quote", "understanding", "earlier")
_HIDDEN = ("id",)


def version_lines(plain: dict[str, Any], earlier: dict[str, Any]) -> Iterator[tuple[str, str, bool]]:
    """``(field, text, said)`` of what differs from the wording before; of everything where there is none before."""
    for path, text in _flat(plain):
        if not earlier or dict(_flat(earlier)).get(path) != text:
            yield _label(path), text, path.rsplit(".", 1)[-1] in _SAID
    for path, _ in _flat(earlier):
        if path not in dict(_flat(plain)):
            yield _label(path), translate("HistoryPage", "taken out"), False


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in _HIDDEN or path:
                yield from _flat(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield from _flat(item, f"{path} {number}")
    elif value is not None:
        yield path, str(value)


def _label(path: str) -> str:
    return path.replace("_", " ").replace(".", ", ")
