"""What was taken on paper, entered afterwards: a testimony like any other, which says that it was and when it was entered.

begun(asked, case, fresh) -> entries                  the testimony, and the answers to the talk with the day on the paper
standing(code, printed, entered) -> str               what a code that was typed off a sheet is
finished(testimony, names, each_line) -> str          its text with names for letters, each line a paragraph if asked
names_for(case, lang) -> [(id, name, spellings)]      who and what a letter can stand for
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.case import Case, Consent, Interview, Name, Person, Place, Testimony
from app.domain.dates import is_date
from app.domain.paper_code import read_code
from app.domain.paper_letters import entered, used
from app.domain.paragraphs import paragraphs
from app.services import consenting, interview
from app.services.registry import Entry, first_name

__all__ = ["PaperTalk", "begun", "finished", "is_day", "names_for", "standing", "used"]

#: What a code that was typed is.
NONE, WRONG, PRINTED, ELSEWHERE, AGAIN = "none", "wrong", "printed", "elsewhere", "again"


@dataclass(frozen=True, slots=True)
class PaperTalk:
    """What stands at the head of the sheets and on the cards of the talk.

    ``person`` is on record, or "" with the ``name`` of somebody new; ``place`` likewise with ``place_name``, or neither.
    ``on`` is the day of the talk (EDTF). ``agreed``: to the talk and to notes, by purpose, as the cards say; answered as
    ``method`` says, on that day.
    """

    person: str
    lang: str
    on: str
    entered_on: str
    name: str = field(default="", repr=False)
    place: str = ""
    place_name: str = field(default="", repr=False)
    agreed: Mapping[str, bool] = field(default_factory=dict)
    method: str = ""


def is_day(on: str | None) -> bool:
    """Whether a date is one day, as a consent needs it."""
    try:
        return bool(on and is_date(on) and date.fromisoformat(on))
    except ValueError:
        return False


def begun(asked: PaperTalk, case: Case, fresh: Callable[[str], str]) -> list[tuple[str, object]]:
    """The entries to be saved as one change, the testimony last. It has no words yet: they are typed as any others are."""
    entries: list[tuple[str, object]] = []
    person = asked.person
    if not person:
        person = fresh("people")
        client = not any("witness" in one.roles for one in case.people)
        entries.append(("people", Person(person, (Name(asked.name),), roles=("witness",) if client else ())))
    place = asked.place
    if asked.place_name:
        place = fresh("places")
        entries.append(("places", Place(place, (Name(asked.place_name),))))
    if asked.agreed:
        around = Consent(
            "", person, "interview", consenting.TALK_RECIPIENT, "none", asked.on,
            method=asked.method or None, language=asked.lang,
        )  # fmt: skip
        entries += interview.answers(case, person, asked.agreed, around, fresh)
    talk = Interview(date=asked.on, place=place or None, language=asked.lang, taken_on_paper=True, entered_on=asked.entered_on)
    testimony = Testimony(fresh("testimonies"), person, asked.lang, "", interview=talk, record="notes")
    return [*entries, ("testimonies", testimony)]


def standing(text: str, printed: tuple[str, ...], already: tuple[str, ...]) -> str:
    """What a code is that was typed off a sheet: none at all, wrong, printed for this case, elsewhere, or entered before."""
    if not text.strip():
        return NONE
    code = read_code(text)
    if code is None:
        return WRONG
    if code in already:
        return AGAIN
    return PRINTED if code in printed else ELSEWHERE


def names_for(case: Case, lang: str) -> list[tuple[str, str, str]]:
    """People, places and organizations as ``(id, name, all spellings)``; the name as it is written in a language, if it is."""
    held: list[Entry] = [*case.people, *case.places, *case.organizations]
    return [(entry.id, _written(entry, lang), " ".join(name.text for name in entry.names)) for entry in held]


def _written(entry: Entry, lang: str) -> str:
    """The first spelling in the language and its script; else the first of all."""
    spoken = lang.partition("-")[0]
    for name in entry.names:
        if name.lang == lang or (name.lang and name.lang.partition("-")[0] == spoken and "Latn" not in name.lang):
            return name.text
    return first_name(entry)


def finished(text: str, names: Mapping[str, str], *, each_line: bool = False) -> str:
    """The text with names in the place of letters; ``each_line``: a paragraph for each line of the sheet."""
    done, _ = entered(text, names)
    if each_line:
        done = "\n\n".join(line.strip() for part in paragraphs(done) for line in part.splitlines() if line.strip())
    return done
