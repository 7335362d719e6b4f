"""The testimonies of a disclosed view: which of them, and every paragraph with what is known of its reading back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.case import Case, Testimony
from app.domain.paragraphs import paragraphs
from app.redaction.disclosed import DisclosedDate, DisclosedParagraph, DisclosedTestimony
from app.redaction.granularity import disclose_date

if TYPE_CHECKING:
    from app.redaction.disclose import Desk


class UnknownTestimony(Exception):
    """A testimony was chosen by an id that the case does not have."""


def chosen_testimonies(case: Case, choice: tuple[str, ...], language: str) -> tuple[Testimony, ...]:
    """The testimonies of an export.

    ``confirmed`` takes what was confirmed in the report's language, ``all`` adds drafts, originals and other languages,
    ``none`` takes none; else ids. Raises ``UnknownTestimony``.
    """
    if choice == ("none",):
        return ()
    if choice == ("all",):
        return case.testimonies
    if choice == ("confirmed",):
        return tuple(t for t in case.testimonies if t.status == "confirmed" and _same_language(t.lang, language))
    known = {testimony.id for testimony in case.testimonies}
    if any(chosen not in known for chosen in choice):
        raise UnknownTestimony
    return tuple(testimony for testimony in case.testimonies if testimony.id in choice)


def _same_language(one: str, other: str) -> bool:
    return one.split("-", maxsplit=1)[0].lower() == other.split("-", maxsplit=1)[0].lower()


def disclose_testimonies(desk: Desk) -> tuple[DisclosedTestimony, ...]:
    """The chosen testimonies, redacted, in the order of the case; numbers count from 1."""
    position = {testimony.id: index for index, testimony in enumerate(desk.case.testimonies)}
    numbers = {testimony.id: number for number, testimony in enumerate(desk.testimonies, 1)}
    counsel = desk.profile.key == "counsel"
    out = []
    for testimony in desk.testimonies:
        text = desk.text(f"testimonies[{position[testimony.id]}].text", testimony.text, testimony.lang) or ""
        given = _given(desk, testimony)
        out.append(
            DisclosedTestimony(
                number=numbers[testimony.id],
                who=desk.entry(testimony.person) or "[…]",
                lang=shown_language(testimony.lang),
                status=testimony.status or "draft",
                # of interviews nothing but this leaves for counsel, and nothing at all for anybody else
                date=given.text if given else None,
                record=testimony.record if counsel else None,
                paragraphs=_paragraphs(testimony, text),
                through_interpreter=bool(counsel and _interpreted(testimony)),
                translation_of=numbers.get(testimony.translation_of or ""),
                given=given,
            )
        )
    return tuple(out)


def _given(desk: Desk, testimony: Testimony) -> DisclosedDate | None:
    if testimony.interview is None or desk.profile.key != "counsel":
        return None
    return disclose_date(testimony.interview.date, desk.profile.dates, desk.language)


def shown_language(tag: str) -> str:
    """A language tag as far as it may be printed: the language and its script, for Chinese its region too.

    Further subtags and private ones hold whatever somebody wrote there, or the valley that a dialect is from.
    """
    language, *rest = tag.split("-")
    if not (language.isascii() and language.isalpha() and 2 <= len(language) <= 3):
        return "und"
    kept = [language.lower()]
    for part in rest:
        if len(part) == 1:
            break
        if part.isalpha() and (len(part) == 4 or (len(part) == 2 and kept[0] == "zh")):
            kept.append(part.title() if len(part) == 4 else part.upper())
    return "-".join(kept)


def _interpreted(testimony: Testimony) -> bool:
    interview = testimony.interview
    return interview is not None and (
        interview.interpreter is not None or any(part.as_ == "interpreter" for part in interview.present)
    )


def _paragraphs(testimony: Testimony, redacted: str) -> tuple[DisclosedParagraph, ...]:
    read = {p.n: p.result for p in testimony.readback.paragraphs} if testimony.readback else {}
    whole = testimony.status == "confirmed" and not read
    return tuple(
        DisclosedParagraph(n, text, unread=not whole and read.get(n, "not-reread") == "not-reread")
        for n, text in enumerate(paragraphs(redacted), 1)
    )
