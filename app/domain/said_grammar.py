"""How a told date is taken apart, in whichever language: the reserves around it first, then the ways it may be an interval."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from app.domain.said_parts import Reader, Said, SaidDateError, When, over, qualify
from app.domain.said_spans import adjoining, nearer

#: A way to take a text, tried when its turn comes.
Reading = Callable[[], Said]
#: A form of interval with one known side, in one of the groups of the pattern, and what that side makes of it.
Opened = tuple[re.Pattern[str], Callable[[Said], Said]]


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language. Patterns name what they leave ``rest``.

    ``doubts`` stand before and after a date; ``side_doubt`` may stand after one side of an interval alone. What begins as
    ``sided`` says is an interval: a doubt in brackets at its end belongs to its last side.
    """

    point: Reader
    readings: Callable[[str, When], Iterator[Reading]]
    doubts: tuple[re.Pattern[str], re.Pattern[str]]
    side_doubt: re.Pattern[str]
    abouts: tuple[re.Pattern[str], re.Pattern[str]]
    sided: re.Pattern[str]
    trimmed: str = ""

    def read(self, text: str, when: When) -> Said:
        """Read a prepared text, or a nearer date inside a wider time. Raises ``SaidDateError``."""
        try:
            return self.whole(text, when)
        except SaidDateError as error:
            if error.code != "not-understood" or "," not in text:
                raise
        left, _, right = text.partition(",")
        return nearer(left.strip(), right.strip(), when, self.whole)

    def whole(self, text: str, when: When, depth: int = 0) -> Said:
        """A date or an interval with its reserves."""
        text = text.strip(self.trimmed)
        if depth > 4 or not text:
            raise SaidDateError
        bare = self._point_or_none(text, when)
        if bare is not None:
            return bare
        before, after = self.doubts
        last_side = self.sided.match(text) and text.endswith(")")
        doubt = before.fullmatch(text) or (None if last_side else after.fullmatch(text))
        return self._with_reserve(self.whole, doubt, text, when, depth) or self._interval(text, when)

    def side(self, text: str, when: When, depth: int = 0) -> Said:
        """One side of an interval, with its own reserve."""
        text = text.strip(self.trimmed)
        if depth > 3 or not text:
            raise SaidDateError
        bare = self._point_or_none(text, when)
        if bare is not None:
            return bare
        doubt = self.side_doubt.fullmatch(text) or self.doubts[0].fullmatch(text)
        said = self._with_reserve(self.side, doubt, text, when, depth)
        if said is None:
            raise SaidDateError
        return said

    def opened(self, forms: tuple[Opened, ...], text: str, when: When) -> Iterator[Reading]:
        """The readings of a text as intervals of these forms."""
        for pattern, build in forms:
            if match := pattern.fullmatch(text):
                known = next(group for group in match.groups() if group)
                yield partial(over, partial(self.side, known, when), build)

    def _with_reserve(
        self, read: Callable[[str, When, int], Said], doubt: re.Match[str] | None, text: str, when: When, depth: int
    ) -> Said | None:
        about = None if doubt else self.abouts[0].fullmatch(text) or self.abouts[1].fullmatch(text)
        found = doubt or about
        if found is None:
            return None
        rest = found["rest"].strip("," if doubt else "")
        return over(partial(read, rest, when, depth + 1), partial(qualify, sign="?" if doubt else "~"))

    def _point_or_none(self, text: str, when: When) -> Said | None:
        try:
            return self.point(text, when)
        except SaidDateError as error:
            if error.code != "not-understood":
                raise
            return None

    def _interval(self, text: str, when: When) -> Said:
        refused = SaidDateError()
        for reading in self.readings(text, when):
            try:
                return reading()
            except SaidDateError as error:
                if refused.code == "not-understood":
                    refused = error
        raise refused


def either(pair: Callable[[str, str, When], Said], left: str, right: str, when: When) -> Said:
    """One of two dates that follow each other, as the interval of both."""
    return adjoining(pair(left, right, when))
