"""An entry of the history in lines: what each field said, in words; only what differs from the wording before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.date_words import date_words
from app.domain.dates import is_date
from app.domain.paragraphs import paragraphs
from ui import vocabulary
from ui.pages.field_labels import DATES, REFERENCES, SAID, label, said_value

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Told:
    """The words around an entry: its kind, and what each id of the case is called now."""

    kind: str
    called: Mapping[str, str]


_ALONE = Told("", {})


def version_lines(plain: dict[str, Any], earlier: dict[str, Any], told: Told = _ALONE) -> Iterator[tuple[str, str, bool]]:
    """``(field, text, said)`` of what differs from the wording before; of everything where there is none before."""
    now, before = dict(_lines(told, plain)), dict(_lines(told, earlier))
    stood = {text for text, said in before.values() if said}  # a paragraph that only moved up or down did not change
    stands = {text for text, said in now.values() if said}
    for path, (text, said) in now.items():
        was = before.get(path, ("", said))[0]
        if text == was or (said and text in stood):
            continue
        if said:
            yield path, text, True
            if was and was not in stands:
                yield translate("HistoryPage", "{0}, before").format(path), was, True
        else:
            yield path, translate("HistoryPage", "{0} (before: {1})").format(text, was) if was else text, False
    for path, (text, _) in before.items():
        if path not in now and text not in stands:
            yield path, translate("HistoryPage", "taken out"), False


def _lines(told: Told, plain: dict[str, Any]) -> Iterator[tuple[str, tuple[str, bool]]]:
    """Each field of an entry: what it is called, and what it says."""
    for key, value in plain.items():
        name = label(told.kind, key)
        if key == "id":
            continue
        if told.kind == "testimonies" and key == "text":
            for number, part in enumerate(paragraphs(value), 1):
                yield translate("HistoryPage", "Paragraph {0}").format(number), (part, True)
        elif key == "fields":
            for inner, held in value.items():
                yield label(told.kind, inner, plain.get("type", "")), (_field(told, inner, held), inner in SAID)
        elif isinstance(value, dict):
            yield name, (_parts(told, (key,), value), False)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for number, item in enumerate(value, 1):
                numbered = translate("HistoryPage", "{0} {1}").format(name, number) if len(value) > 1 else name
                yield numbered, (_parts(told, (key,), item), False)
        else:
            yield name, (_value(told, (key,), value), key in SAID)


def _parts(told: Told, path: tuple[str, ...], value: Mapping[str, Any]) -> str:
    """The answers inside a field in one line."""
    out = []
    for key, held in value.items():
        name, text = label(path[-1], key), _value(told, (*path, key), held)
        out.append(f"{name} {text}" if name and name != label(told.kind, path[-1]) else text)
    return "; ".join(part for part in out if part)


def _field(told: Told, key: str, value: Any) -> str:
    """A field of a record type: an id in it is that of an entry."""
    if isinstance(value, str) and value in told.called:
        return told.called[value]
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(told.called.get(one, one) for one in value)
    if isinstance(value, str) and is_date(value):
        return date_words(value)
    if isinstance(value, str):
        return vocabulary.yes_no(value)
    return _value(told, (key,), value)


def _value(told: Told, path: tuple[str, ...], value: Any) -> str:
    if isinstance(value, bool):
        return vocabulary.yes_no("yes" if value else "no")
    if isinstance(value, dict):
        return _parts(told, path, value)
    if isinstance(value, list):
        return (", " if all(isinstance(one, str) for one in value) else "; ").join(_value(told, path, one) for one in value)
    if not isinstance(value, str):
        return str(value)
    if path[-1] in REFERENCES and (value in told.called or path != ("about",)):
        return told.called.get(value, value)
    if path[-1] in DATES and is_date(value):
        return date_words(value)
    return said_value(told.kind, path, value)
