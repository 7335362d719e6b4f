"""How one part of a report names another: "Event 5", "Exhibit 2", "Testimony 1", by printed numbers only.

A reference is printed only where its target is. Numbers that follow each other are drawn together: "Events 3–5 and 9".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from app.redaction.disclosed import NUMBERED, Disclosed, DisclosedSource
from app.report.texts import Texts

#: From so many in a row on, the first and the last are enough.
_RUN = 3


class References:
    """The references of one report."""

    def __init__(self, view: Disclosed, texts: Texts) -> None:
        self._texts = texts
        drawn = any(view.shows(section) for section in NUMBERED)
        self._events = frozenset(event.number for event in view.events) if drawn else frozenset()
        self._exhibits = frozenset(one.number for one in view.documents) if view.shows("exhibits") else frozenset()
        told = view.testimonies if view.shows("testimonies") else ()
        self._told: dict[tuple[str, str], list[int]] = {}
        originals = {one.translation_of for one in told}
        for one in told:
            if one.date is not None and one.number not in originals:
                self._told.setdefault((one.who, one.date), []).append(one.number)
        self._about: dict[int, list[int]] = {}
        for document in view.documents:
            for number in document.about:
                self._about.setdefault(number, []).append(document.number)

    def events(self, numbers: Iterable[int]) -> str:
        """ "Event 5" or "Events 3–5 and 9"; nothing where no event bears its number in this report."""
        return self._named("event", (number for number in numbers if number in self._events))

    def exhibits(self, numbers: Iterable[int]) -> str:
        """The same for exhibits."""
        return self._named("exhibit", (number for number in numbers if number in self._exhibits))

    def paragraphs(self, numbers: Iterable[int]) -> str:
        """The same for paragraphs of the testimony in which it is printed."""
        return self._named("paragraph", numbers)

    def about(self, event: int) -> tuple[int, ...]:
        """The exhibits about an event."""
        return tuple(number for number in self._about.get(event, ()) if number in self._exhibits)

    def attributed(self, source: DisclosedSource) -> str:
        """Who says so, with the testimony in which it was said where that is in the report and there is only one."""
        date = source.said_on
        told = self._told.get((source.who or "", date or ""), []) if source.of == "person" else []
        if len(told) == 1:
            date = self._texts.say("reference.said", date=date, told=self._texts.say("reference.testimony", n=told[0]))
        return self._texts.attributed(source.kind, source.who, date)

    def _named(self, kind: str, numbers: Iterable[int]) -> str:
        held = sorted(set(numbers))
        if not held:
            return ""
        return self._texts.plural(f"reference.{kind}", len(held), n=self._texts.series([*self._runs(held)]))

    def _runs(self, numbers: list[int]) -> Iterator[str]:
        for run in _in_a_row(numbers, lambda number: number + 1):
            if len(run) >= _RUN:
                yield self._texts.say("reference.run", first=run[0], last=run[-1])
            else:
                yield from map(str, run)


def _in_a_row(numbers: list[int], after: Callable[[int], int]) -> Iterator[list[int]]:
    run: list[int] = []
    for number in numbers:
        if run and number != after(run[-1]):
            yield run
            run = []
        run.append(number)
    if run:
        yield run
