"""An initial beside a part of a name goes with it: the "H." of "Nguyen Van H.", the "M." of "M. Tursun, Memet T."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.case import Case
from app.redaction.fold import PIECE, fold

if TYPE_CHECKING:
    from app.redaction.registry import Mention

_AFTER = re.compile(r"(?:[ \t]?([^\W\d_])\.(?!\w)|[ \t]([^\W\d_])(?![\w.'’-]))")
_BEFORE = re.compile(r"(?<![\w.'’-])([^\W\d_])\.[ \t]?\Z")
_WORDS = frozenset("AI")  # as capitals these two are words too


class InitialsBeside:
    """Built once for a case."""

    def __init__(self, case: Case) -> None:
        self._letters = {
            person.id: frozenset(
                fold(piece.group()[0])
                for name in person.names
                if name.kind != "description"
                for piece in PIECE.finditer(name.text)
            )
            for person in case.people
        }

    def taken_along(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions, those of people widened by their initials, in order and none over another."""
        out: list[Mention] = []
        for index, mention in enumerate(mentions):
            if (
                "." not in text[max(0, mention.start - 2) : mention.start]
                and not text[mention.end : mention.end + 2].strip()[:1].isupper()
            ):
                out.append(mention)
                continue
            letters = self._letters.get(mention.owners[0], frozenset()) if len(mention.owners) == 1 else frozenset()
            if not letters or not text[mention.end - 1].isalpha():
                out.append(mention)
                continue
            least = out[-1].end if out else 0
            most = mentions[index + 1].start if index + 1 < len(mentions) else len(text)
            start, end = mention.start, mention.end
            while (before := _BEFORE.search(text, max(least, start - 6), start)) and self._is_one(before[1], letters):
                start = before.start()
            while (after := _AFTER.match(text, end, most)) and self._is_one(
                after[1] or after[2], letters, plain=after[1] is None
            ):
                end = after.end()
            out.append(mention if (start, end) == (mention.start, mention.end) else replace(mention, start=start, end=end))
        return out

    @staticmethod
    def _is_one(letter: str, letters: frozenset[str], *, plain: bool = False) -> bool:
        return letter.isupper() and fold(letter) in letters and not (plain and letter in _WORDS)
