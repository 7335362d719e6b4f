"""An interview as it is held: its clock, who sits at the table, what the witness agreed to.

Times are kept to the minute in the record itself (``start``, ``end``, ``pauses`` of an interview), so that nothing but the
record has to survive a lock, a kill or another day.

    clock(interview, now) -> Clock
    pressed(interview, now), stopped(interview, now) -> Interview
    may_begin(case, person, on) -> str                          the state of the consent to the talk
    agreed_to(case, person, on), refused(case, person, on) -> tuple[str, ...]
    answers(...) -> list[Consent]                               to be saved; only what is answered anew
    with_present(interview, witness, ...) -> Interview
    save_interview(store, testimony, change) -> Case
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.case import Case, Consent, Interview, Pause, Person, PersonPart, Testimony
from app.services import consenting, work
from app.services.testimony import pair_of
from app.storage.case_store import CaseStore

NOT_BEGUN, RUNNING, PAUSED, ENDED, EARLIER = "not-begun", "running", "paused", "ended", "earlier"

_DAY = 24 * 60
#: The roles that a table has a question of its own for.
WITNESS, INTERPRETER = "witness", "interpreter"
INTERVIEWERS = ("advocate", "lawyer", "expert", "journalist")
#: Who is never offered as somebody at the table.
_NEVER = ("threatener", "official")


@dataclass(frozen=True, slots=True)
class Clock:
    """Where an interview stands: one of the five states, when it began ("13:45"), minutes without the pauses."""

    state: str
    start: str = ""
    minutes: int = 0


def clock(interview: Interview | None, now: dt.datetime) -> Clock:
    """The clock of an interview at a moment. One that was held on another day is ``EARLIER``, whatever its times say."""
    if interview is None or not interview.start or _minute(interview.start) is None:
        earlier = interview is not None and interview.date is not None and interview.date < now.date().isoformat()
        return Clock(EARLIER if earlier else NOT_BEGUN)
    begun = _minute(interview.start) or 0
    here = now.hour * 60 + now.minute
    if not _is_now(interview, now, begun, here):
        return Clock(EARLIER, interview.start, _taken(interview, begun, _since(begun, _minute(interview.end) or begun)))
    if interview.end:
        return Clock(ENDED, interview.start, _taken(interview, begun, _since(begun, _minute(interview.end) or begun)))
    last = interview.pauses[-1] if interview.pauses else None
    state = PAUSED if last is not None and last.from_ and not last.to else RUNNING
    return Clock(state, interview.start, _taken(interview, begun, _since(begun, here)))


def _is_now(interview: Interview, now: dt.datetime, begun: int, here: int) -> bool:
    if interview.date in (None, now.date().isoformat()):
        return True
    yesterday = (now.date() - dt.timedelta(days=1)).isoformat()
    end = _minute(interview.end)
    over_midnight = interview.end is None if end is None else end < begun
    return interview.date == yesterday and over_midnight and here < begun


def _minute(time: str | None) -> int | None:
    """Minutes after midnight; ``None`` for what is no time ("in the morning")."""
    hour, colon, minute = (time or "").partition(":")
    if not (colon and hour.isdecimal() and minute.isdecimal() and int(hour) < 24 and int(minute) < 60):
        return None
    return int(hour) * 60 + int(minute)


def _since(begun: int, then: int) -> int:
    """Minutes from one time to the next time of that name, over midnight where it is earlier."""
    return (then - begun) % _DAY


def _taken(interview: Interview, begun: int, until: int) -> int:
    """``until`` minutes after the beginning, without the pauses; one that has no end goes on."""
    away = 0
    for pause in interview.pauses:
        left, back = _minute(pause.from_), _minute(pause.to)
        if left is not None and _since(begun, left) <= until:
            away += (min(_since(begun, back), until) if back is not None else until) - _since(begun, left)
    return max(until - away, 0)


def pressed(interview: Interview | None, now: dt.datetime) -> Interview:
    """The one key of the clock: begin, pause, go on. What had ended goes on after a pause.

    An interview of another day is left as it is: a second session is a testimony of its own.
    """
    held, time = interview or Interview(), _time(now)
    state = clock(held, now).state
    if state == NOT_BEGUN:
        return replace(held, date=now.date().isoformat(), start=time)
    if state == RUNNING:
        return replace(held, pauses=(*held.pauses, Pause(time, None)))
    if state == PAUSED:
        return replace(held, pauses=(*held.pauses[:-1], replace(held.pauses[-1], to=time)))
    if state == ENDED:
        return replace(held, end=None, pauses=(*held.pauses, Pause(held.end, time)))
    return held


def stopped(interview: Interview | None, now: dt.datetime) -> Interview:
    """The end of it; a pause that was never taken up again ends with it, and where it began it ended."""
    held = interview or Interview()
    state = clock(held, now).state
    if state == PAUSED:
        return replace(held, pauses=held.pauses[:-1], end=held.pauses[-1].from_)
    return replace(held, end=_time(now)) if state == RUNNING else held


def _time(now: dt.datetime) -> str:
    return f"{now:%H:%M}"


# --- who is there ---


def at_the_table(case: Case, witness: str) -> tuple[Person, ...]:
    """Everybody on record who may sit there beside the witness. Who threatens somebody is never named at a table."""
    return tuple(p for p in case.people if p.id != witness and not set(p.roles) & set(_NEVER))


def with_present(
    interview: Interview | None,
    witness: str,
    interviewer: tuple[str, str] | None,
    interpreter: str | None,
    others: Sequence[str],
) -> Interview:
    """Who is present and as what: ``interviewer`` as ``(person, role)``. Others keep the part they are on record with."""
    held = interview or Interview()
    before = {part.person: part.as_ for part in held.present}
    parts = [PersonPart(witness, WITNESS)]
    if interviewer is not None:
        parts.append(PersonPart(*interviewer))
    if interpreter is not None:
        parts.append(PersonPart(interpreter, INTERPRETER))
    known = {part.person for part in parts}
    for person in others:
        if person not in known:
            parts.append(PersonPart(person, before.get(person) or "other"))
            known.add(person)
    return replace(held, present=tuple(parts), interpreter=interpreter)


def with_answers(interview: Interview, topics_closed: Sequence[str], told_before: float | None) -> Interview:
    """What is not to be asked about, and how often it was told before."""
    return replace(interview, topics_closed=tuple(topics_closed), told_before=told_before)


# --- what was agreed to ---


def may_begin(case: Case, person: str, on: dt.date) -> str:
    """How the consent to the interview itself stands (a state of ``consenting``)."""
    return next(answer.state for answer in consenting.talk(case, person, on) if answer.purpose == "interview")


def talk_states(case: Case, person: str, on: dt.date) -> dict[str, str]:
    """The state of each question of the talk."""
    return {answer.purpose: answer.state for answer in consenting.talk(case, person, on)}


def answers(
    case: Case,
    person: str,
    given: Mapping[str, bool],
    around: Consent,
    fresh: Callable[[str], str],
) -> list[tuple[str, object]]:
    """The answers to the talk as consents to be saved: ``given`` by purpose, ``around`` their shared circumstances.

    What is on record already in that sense is not recorded again. What is agreed to is counsel's; nothing goes out on it.
    """
    day = dt.date.fromisoformat(around.given_on)
    states = talk_states(case, person, day)
    out: list[tuple[str, object]] = []
    for purpose in consenting.TALK:
        if purpose not in given:
            continue
        wanted = consenting.GRANTED if given[purpose] else consenting.REFUSED
        if states.get(purpose) == wanted:
            continue
        identity = "counsel-only" if given[purpose] else "none"
        consent = replace(
            around,
            id=fresh("consents"),
            person=person,
            purpose=purpose,
            recipient=consenting.TALK_RECIPIENT,
            identity=identity,
        )
        out.append(("consents", consent))
    return out


# --- saving ---


def save_interview(
    store: CaseStore,
    testimony: Testimony,
    change: Callable[[Interview | None], Interview],
    beside: Sequence[tuple[str, object]] = (),
) -> Case:
    """Change the interview of a testimony as it stands on record, and that of its other language where they agree.

    ``beside``: entries that are saved in the same change, such as people who are new at the table.
    """
    case = work.case_of(store)
    held = next((each for each in case.testimonies if each.id == testimony.id), testimony)
    changed = replace(held, interview=change(held.interview))
    entries: list[tuple[str, object]] = [*beside, ("testimonies", changed)]
    for other in pair_of(case, held):
        if other is not None and other.id != held.id and other.interview == held.interview:
            entries.append(("testimonies", replace(other, interview=changed.interview)))
    return work.save_many(store, entries)
