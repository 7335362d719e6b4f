"""The release check on data beside the PDF: the table of events and the case file, failing closed.

As for the PDF (``check``): what is read from the finished bytes is exactly what was meant, and no protected form is in it,
in any fold. Every cell and every string is searched as words for a reader; all cells of a row, and all strings of an entry,
once more together, so that a name cannot stand in two of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from app.redaction.disclosed import Disclosed
from app.report import data_case, data_table
from app.report.check_search import search
from app.report.check_values import Found, Protected, Reason


def check_table(data: bytes, view: Disclosed, protected: Protected, is_common: Callable[[str], bool]) -> tuple[Reason, ...]:
    """Why a table of events must not be released; nothing if it may."""
    try:
        read = data_table.read(data)
        if read != data_table.rows(view):
            return (Reason("expected", "other cells than were meant"),)
        return _reasons(_cells(read), protected, is_common)
    except Exception as problem:  # failing closed
        return (Reason("unreadable", f"the table could not be read ({type(problem).__name__})"),)


def check_case_file(data: bytes, view: Disclosed, protected: Protected, is_common: Callable[[str], bool]) -> tuple[Reason, ...]:
    """Why a redacted case file must not be released; nothing if it may."""
    try:
        read = json.loads(data)
        if read != data_case.tree(view) or data != data_case.case_file(view):
            return (Reason("expected", "other values than were meant"),)
        return _reasons(_values(read), protected, is_common)
    except Exception as problem:  # failing closed
        return (Reason("unreadable", f"the case file could not be read ({type(problem).__name__})"),)


def _reasons(found: Iterator[Found], protected: Protected, is_common: Callable[[str], bool]) -> tuple[Reason, ...]:
    unsafe = []
    texts = []
    for one in found:
        texts.append(one)
        if one.place.endswith("of the table") and data_table.UNSAFE.match(one.text):
            unsafe.append(Reason("structure", f"a formula in {one.place}"))
    hits = search(texts, protected, is_common)
    return (*unsafe, *(Reason("protected", f"a protected form of {owner} in {place}") for owner, place in hits))


def _cells(rows: list[list[str]]) -> Iterator[Found]:
    columns = rows[0]
    for number, cells in enumerate(rows[1:], 1):
        free = []
        for column, cell in zip(columns, cells, strict=True):
            shape = data_table.FIXED.get(column)
            if shape is not None and shape.fullmatch(cell):
                continue
            free.append(cell)
            yield Found(f"row {number}, {column}, of the table", "reading", cell)
        yield Found(f"row {number} as a whole", "joint", "\n".join(free))


def _values(tree: Any) -> Iterator[Found]:
    for kind, held in tree.items():
        for number, entry in enumerate(held if isinstance(held, list) else [held]):
            free = []
            for where, text in _strings(entry, f"{kind}[{number}]"):
                free.append(text)
                yield Found(where, "reading", text)
            yield Found(f"{kind}[{number}] as a whole", "joint", "\n".join(free))


def _strings(value: Any, where: str, key: str = "", *, own: bool = False) -> Iterator[tuple[str, str]]:
    """Every string and number with its place, but for what is fixed by its place and has the shape of it.

    ``own``: below here every key is one of a form, and what stands there may be anything.
    """
    if isinstance(value, dict):
        for inner, held in value.items():
            yield from _strings(held, f"{where}.{inner}", inner, own=own or inner in ("fields", "relation"))
    elif isinstance(value, list):
        for number, held in enumerate(value):
            yield from _strings(held, f"{where}[{number}]", key, own=own)
    elif isinstance(value, str | int | float) and not isinstance(value, bool):
        text = str(value)
        fixed = not own and (key in data_case.FIXED_KEYS or where == "version[0]" or key == "n")
        if not (fixed and data_case.FIXED.fullmatch(text)):
            yield where, text
