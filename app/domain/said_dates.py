"""Dates as people say them, read into EDTF: "about May 2020", "last winter", 2019年5月初.

``read_said`` answers with what is stored and with what else should be known, or refuses. It never guesses:

- Figures that fit two orders (``3/4/2021``, ``3.4.2021``) are refused with both dates as choices.
- A day, month or season without a year is refused with the latest years it can be. A wrong year, set silently, is what
  a witness is later called a liar for.
- A winter told by one year ("winter 2020") is refused with both winters; "winter 2020-21" is one.
- "Last Tuesday", "last spring" and the like are read only where all readings agree.
- Days of the lunar and of other calendars are refused: they are not the solar days of the same numbers.
- "Early", "mid" and "late" become approximate with a note; so do counts beyond a week ("two years ago").
- "Before" and "after" leave the bound itself out: before 2019 is ``../2018``, after June 2021 is ``2021-07/``.

What ``date_words`` says is read back to the same date.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from app.domain import dates
from app.domain.said_chinese import read_chinese
from app.domain.said_english import read_english
from app.domain.said_parts import CODES, NOTES, Reader, Said, SaidDateError, When, noted

__all__ = ["CODES", "NOTES", "Said", "SaidDateError", "read_said"]

#: Characters of the longest text read. Nobody says a date in more, and reading stays quick whatever is pasted.
LONGEST = 120
_HAN = re.compile("[\u3400-\u9fff〇]")
_DASHES = str.maketrans(dict.fromkeys("—‒―−‐‑", "–"))
_QUOTES = str.maketrans("‘’ʼ`´", "'" * 5)
_OLDEST, _FARTHEST = 120, 20
_MOST_CHOICES = 4


def read_said(text: str, said_on: dt.date, language: str = "en") -> Said:
    """Read a date told on ``said_on``. English and Chinese are told apart by their script; ``language`` decides where the
    text is in figures alone (``2019~2020`` is an interval in Chinese).

    Raises ``SaidDateError`` (codes in ``CODES``; ``choices`` are EDTF dates).
    """
    plain = _plain(text)
    if not plain or len(plain) > LONGEST:
        raise SaidDateError
    read = read_chinese if _is_chinese(plain, language) else read_english
    try:
        said = _verbatim(plain) or read(plain, When(said_on))
    except SaidDateError as error:
        if error.code != "year-missing":
            raise
        raise _years(plain, said_on, read) from None
    return _seen_from(said, said_on)


def _is_chinese(text: str, language: str) -> bool:
    figures = not any(char.isalpha() for char in text)
    return _HAN.search(text) is not None or (figures and language.lower().split("-")[0] in ("zh", "yue"))


def _plain(text: str) -> str:
    if len(text) > LONGEST:
        return ""
    folded = unicodedata.normalize("NFKC", text.replace("´", "'")).translate(_DASHES).translate(_QUOTES)
    return " ".join(folded.split())


def _verbatim(text: str) -> Said | None:
    """EDTF as it is."""
    edtf = text.upper().replace(" ", "")
    if dates.is_date(edtf):
        return Said(edtf)
    sides = edtf.split("/")
    if len(sides) == 2 and all(dates.is_date(side) for side in sides):
        raise SaidDateError("backwards")
    return None


def _years(text: str, said_on: dt.date, read: Reader) -> SaidDateError:
    """The refusal of a text without a year. Its choices: past dates first, the latest first; then one to come."""
    found: list[str] = []
    code = "not-understood"
    for year in range(max(said_on.year - 2, dt.MINYEAR), min(said_on.year + 1, dt.MAXYEAR) + 1):
        try:
            found.append(read(text, When(said_on, year)).edtf)
        except SaidDateError as error:
            found.extend(error.choices)
            code = "not-understood" if error.code == "year-missing" else error.code
    past = sorted((edtf for edtf in set(found) if _start(edtf) <= said_on), key=_start, reverse=True)
    ahead = sorted((edtf for edtf in set(found) if _start(edtf) > said_on), key=_start)
    return SaidDateError("year-missing" if found else code, *past[: _MOST_CHOICES - 1], *ahead[:1])


def _start(edtf: str) -> dt.date:
    date = dates.parse(edtf)
    return date.earliest or date.latest or dt.date.min


def _seen_from(said: Said, said_on: dt.date) -> Said:
    date = dates.parse(said.edtf)
    notes = []
    if date.earliest is not None and date.earliest > said_on:
        notes.append("in-the-future")
    told = [point.year for point in (date.start, date.end) if point is not None and point.precision != "century"]
    if any(not said_on.year - _OLDEST <= year <= said_on.year + _FARTHEST for year in told):
        notes.append("unlikely-year")
    return noted(said, *notes)
