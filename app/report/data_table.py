"""The events of a disclosed view as a table in CSV (RFC 4180), for spreadsheets and other programs.

UTF-8 with a byte order mark, without which a spreadsheet may take Chinese for something else; lines end with CR LF, every
cell is quoted, and the first line names the columns (``COLUMNS``). A cell that a spreadsheet would take for a formula
has an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from app.redaction.disclosed import Disclosed, DisclosedDate, DisclosedEvent
from app.report.texts import Texts, load_texts

#: ``date`` as the PDF prints it, ``from`` and ``to`` as far as it is disclosed (2019-05-02, 2019-05 or 2019).
COLUMNS = (
    "number", "date", "from", "to", "approximate", "type", "what", "where", "people", "organizations", "account", "fields",
    "sources", "certainty", "corroboration_held", "follows_from",
)  # fmt: skip
#: The columns that hold numbers, dates in digits and fixed words, and no words of the case.
FIXED = {
    "number": re.compile(r"[0-9]+"),
    "from": re.compile(r"(?:[0-9]{4}(?:-[0-9]{2}){0,2})?"),
    "to": re.compile(r"(?:[0-9]{4}(?:-[0-9]{2}){0,2})?"),
    "approximate": re.compile(r"(?:yes)?"),
    "type": re.compile(r"[a-z-]+"),
    "corroboration_held": re.compile(r"(?:yes)?"),
    "follows_from": re.compile(r"(?:[0-9]+(?:; [0-9]+)*)?"),
}
_MARK = "\ufeff"
# What begins a formula, or a cell where a program parts them at something else than a comma; invisible marks hide nothing.
# Full-width signs are taken for the plain ones by spreadsheets in some languages.
_RISKY = re.compile(r"(^|[\n\r\t;|])([\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*)(?=[=+\-@＝＋－＠﹢﹣−])")
#: What a cell may begin with no more, once it is safe.
UNSAFE = re.compile(r"[=+\-@\t\r＝＋－＠﹢﹣−]")


def rows(view: Disclosed) -> list[list[str]]:
    """The cells, the names of the columns first; every one safe to open."""
    texts = load_texts(view.language)
    return [list(COLUMNS), *([safe(cell) for cell in _cells(event, texts)] for event in view.events)]


def table(view: Disclosed) -> bytes:
    """The file. The same view gives the same bytes."""
    return written(rows(view))


def written(cells: Sequence[Sequence[str]]) -> bytes:
    """Cells that are ``safe`` as a file."""
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(cells)
    return (_MARK + out.getvalue()).encode("utf-8")


def read(data: bytes) -> list[list[str]]:
    """The cells of such a file. Raises ``ValueError`` for what cannot be read."""
    text = data.decode("utf-8")
    if not text.startswith(_MARK):
        raise ValueError("no byte order mark")
    limit = csv.field_size_limit(max(len(text), 1))  # an account may be longer than what the module allows by itself
    try:
        return list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))
    except csv.Error:
        raise ValueError("no table") from None
    finally:
        csv.field_size_limit(limit)


def safe(cell: str) -> str:
    """A cell that is text to any spreadsheet: what would begin a formula has an apostrophe before it."""
    made = _RISKY.sub(r"\1\2'", cell)
    return f"'{made}" if UNSAFE.match(made) else made


def _cells(event: DisclosedEvent, texts: Texts) -> tuple[str, ...]:
    first, last, loose = _ends(event.date)
    return (
        str(event.number),
        event.date.text if event.date else "",
        first,
        last,
        loose,
        event.lane,
        event.label,
        event.place or "",
        _parties(texts, "person_part", event.people),
        _parties(texts, "organization_part", event.organizations),
        "\n\n".join(event.account),
        "\n".join(f"{fact.label}: {fact.value}" for fact in event.facts),
        "; ".join(texts.attributed(one.kind, one.who, one.said_on) for one in event.sources),
        texts.word("certainty", event.certainty) if event.certainty else "",
        "yes" if event.corroboration_held else "",
        "; ".join(str(number) for number in event.caused_by),
    )


def _ends(date: DisclosedDate | None) -> tuple[str, str, str]:
    if date is None:
        return "", "", ""
    span = date.span
    return digits(span.start), digits(span.end), "yes" if span.loose else ""


def digits(part: tuple[int, ...] | None) -> str:
    """ "2019", "2019-05" or "2019-05-02"; nothing for an open end."""
    return "" if not part else "-".join([f"{part[0]:04}", *(f"{number:02}" for number in part[1:])])


def _parties(texts: Texts, words: str, parties: tuple[tuple[str, str | None], ...]) -> str:
    shown = (texts.say("with_part", who=who, part=texts.word(words, part)) if part else who for who, part in parties)
    return "; ".join(shown)
