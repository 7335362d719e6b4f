"""The copy before it leaves: drawn, held to the release check, and not written anywhere. Pure, on plain values.

Read from top to bottom: prepare the disclosed view, see whether anything blocks it, draw it, check the finished bytes.
``export.release`` writes exactly these bytes and journals the disclosure.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from app.errors import BAD_INPUT, BLOCKED, REFUSED, UserError
from app.redaction.common import is_common
from app.redaction.consent import EXPIRED, MISSING, consent_view
from app.redaction.disclose import Choices, Disclosure
from app.redaction.disclose_testimony import chosen_testimonies
from app.redaction.disclosed import Disclosed
from app.redaction.finder import Finder, Form
from app.redaction.fold import squeezed
from app.redaction.profiles import Profile
from app.redaction.words import languages, words
from app.review.mosaic import Combination, mosaic
from app.services import exhibiting
from app.services.material import Material, kept_under, prepared, settled
from app.services.progress import SILENT, Course
from app.services.session import forms

# what every file of ours says of itself: who made it, and the names of its fonts
_FILE_WORDS = ("Affiant", "Noto Serif Sans Naskh Arabic Tibetan SC TC Regular Bold Italic", "Adobe Identity UCS")
_WORD = re.compile(r"[^\W\d_]+")

if TYPE_CHECKING:  # drawing and checking load the PDF libraries, which only an export needs
    from app.report.check import Protected, Reason
    from app.report.paper import Rendered


@dataclass(frozen=True, slots=True)
class Terms:
    """Under whose name and against which reason a copy is let out, and the password that shall open it."""

    sign_off: str | None = field(default=None, repr=False)
    override: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked for in the finished bytes, and in how much of them.

    ``forms``: the protected forms looked for, ``entries`` the people, places, organizations and texts they belong to;
    ``allowed`` the texts in which one may stand; ``size`` in bytes.
    """

    forms: int
    entries: int
    allowed: int
    pages: int
    size: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A copy that passed the release check.

    ``pdf`` is what was checked, ``data`` what will be written (the same, unless a password locks it); ``sha256`` is of
    ``data``. ``codes`` are to be kept under ``codes_under``. ``protected`` is what the file's name must not say either.
    ``view`` is what the pages were drawn from, for data beside them (``beside``). ``case_id`` and ``last_seq`` say which
    state of the case it was made from.
    """

    pdf: bytes = field(repr=False)
    data: bytes = field(repr=False)
    sha256: str
    pages: int
    profile: str
    mosaic: tuple[Combination, ...] = field(repr=False)
    checked: Checked
    codes: Mapping[str, str] = field(repr=False)
    payload: Mapping[str, object] = field(repr=False)
    protected: Protected = field(repr=False)
    view: Disclosed = field(repr=False)
    case_id: str
    last_seq: int
    codes_under: str


def draft(material: Material, profile_key: str, choices: Choices, terms: Terms | None = None, course: Course = SILENT) -> Draft:
    """Make the copy. Stages of ``course``: disclose exhibits draw check.

    Raises ``UserError`` with status 3 (``blocked``, or ``exhibits`` where nothing but their pages is in the way: each reason
    named) or 4 (``refused`` by the release check), ``Stopped``.
    """
    choices = settled(material.case, choices)
    profile, disclosure = prepared(material, profile_key, choices, course=course)
    return finished(material, profile, disclosure, choices, terms or Terms(), course)


@dataclass(frozen=True, slots=True)
class Sort:
    """What sort of paper is drawn from a view, if it is not the report itself.

    ``drawing`` draws it, the report if there is none; ``words`` are its own words, which are no part of any case; ``said``
    is what the journal says of it besides; ``reasons`` what else stands in its way.
    """

    drawing: Callable[[Disclosed], Rendered] | None = None
    words: Callable[[str], Mapping[str, object]] | None = None
    said: Mapping[str, object] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()


_REPORT = Sort()


def finished(
    material: Material,
    profile: Profile,
    disclosure: Disclosure,
    choices: Choices,
    terms: Terms,
    course: Course = SILENT,
    sort: Sort = _REPORT,
) -> Draft:
    """From a disclosed view to a paper that passed. Raises as ``draft`` does."""
    combinations = mosaic(disclosure.view)
    further = (*sort.reasons, *_run_out(material, profile, disclosure, choices, terms))
    _block(profile, disclosure, terms, further, tuple(exhibiting.reasons(material, profile, disclosure, choices)))
    disclosure = exhibiting.with_pages(material, profile, disclosure, choices, course)
    course.at("draw")
    rendered = _draw(disclosure, sort if sort.drawing else replace(sort, drawing=_report(course)))
    course.at("check")
    protected = _check(disclosure, rendered, sort)
    data = rendered.data if terms.password is None else _with_password(rendered.data, terms.password)
    digest = hashlib.sha256(data).hexdigest()
    return Draft(
        pdf=rendered.data,
        data=data,
        sha256=digest,
        pages=rendered.pages,
        profile=profile.key,
        mosaic=combinations,
        checked=Checked(
            len(protected.forms),
            len({form.owner for form in protected.forms}),
            len(protected.allowed),
            rendered.pages,
            len(rendered.data),
        ),
        codes=disclosure.codes,
        payload={
            **_payload(profile, disclosure, choices, terms, digest, rendered.pages),
            **({"chosen": choices.plain()} if sort.drawing is None else {}),
            **({"pictures": list(rendered.images)} if rendered.images else {}),
            **sort.said,
        },
        protected=protected,
        view=disclosure.view,
        case_id=material.case_id,
        last_seq=material.last_seq,
        codes_under=kept_under(profile.key, choices.language),
    )


def _run_out(material: Material, profile: Profile, disclosure: Disclosure, choices: Choices, terms: Terms) -> Iterator[str]:
    """A copy may bear an earlier day; a consent that has run out since opens it no more."""
    today = date.today()
    if choices.dated >= today or (profile.override and terms.override):
        return
    told = chosen_testimonies(material.case, choices.testimonies, choices.language)
    known = {gap.person for gap in disclosure.consent.gaps}
    for gap in consent_view(material.case, profile, told, disclosure.substitutes, today).gaps:
        if gap.state == EXPIRED and gap.person not in known:
            yield f"consent of {gap.person} for this profile: expired since {choices.dated.isoformat()}"


def locked(made: Draft, password: str) -> Draft:
    """The same copy, to be opened with a password: the pages that were checked are what is inside."""
    data = _with_password(made.pdf, password)
    digest = hashlib.sha256(data).hexdigest()
    return replace(made, data=data, sha256=digest, payload={**made.payload, "sha256": digest})


def _block(
    profile: Profile, disclosure: Disclosure, terms: Terms, further: Sequence[str], pages: Sequence[exhibiting.Against]
) -> None:
    """Everything that stands between the view and its release, all of it at once."""
    reasons = list(further)
    for gap in disclosure.consent.gaps:
        overridable = profile.override and gap.state in (MISSING, EXPIRED)
        if not (overridable and terms.override):
            who = gap.person or "the client"
            needed = " or ".join(f"{rule.purpose} to {rule.recipient}" for rule in profile.consent)
            reasons.append(f"consent of {who} for this profile: {gap.state} (it takes a grant of {needed})")
    if disclosure.questions:
        count = len(disclosure.questions)
        first = disclosure.questions[0]
        reasons.append(
            f"{count} undecided (first at {first.where}, offset {first.start}); see candidates, then decide, or mask them"
        )
    reasons += [f"what stands for {entry} reads as a name on record" for entry in disclosure.collisions]
    if profile.sign_off and not (terms.sign_off and terms.sign_off.strip()):
        reasons.append("the mosaic list of this profile needs a sign-off (--sign-off NAME)")
    if terms.override and not profile.override:
        reasons.append("this profile allows no override")
    if reasons:
        reasons += [why for why, _ in pages]
        raise UserError("blocked", BLOCKED, "the export is blocked, no file was written", tuple(reasons))
    if pages:
        raise exhibiting.blocked(pages)


def _report(course: Course) -> Callable[[Disclosed], Rendered]:
    """How the report is drawn; ``course`` is told of every page, if anybody follows it."""

    def drawing(view: Disclosed) -> Rendered:
        from app.report.render import render

        return render(view) if course is SILENT else render(view, tick=lambda done, total: course.at("draw", done, total))

    return drawing


def _draw(disclosure: Disclosure, sort: Sort) -> Rendered:
    from app.report.faces import MissingGlyph

    assert sort.drawing is not None
    try:
        return sort.drawing(disclosure.view)
    except MissingGlyph as error:
        raise UserError(
            "missing-glyph", BAD_INPUT, f"no font of the report has {', '.join(error.code_points)}; no file was written"
        ) from None


def _check(disclosure: Disclosure, rendered: Rendered, sort: Sort) -> Protected:
    """The release check on the finished bytes, failing closed. Returns what was looked for."""
    from app.report.check import Expected, Limits, Protected, check

    hunted = _hunted(disclosure, sort)
    recipient = disclosure.view.recipient
    if recipient:
        # who it is for may be somebody on record and stands on the first page: that nothing else does is seen in the view
        named = {form.owner for hit in Finder(hunted, is_common).find(recipient) for form in hit.forms}
        others = replace(disclosure.view, recipient=None)
        theirs = Finder((form for form in hunted if form.owner in named), is_common)
        if any(not form.ask for text in _strings(asdict(others)) for hit in theirs.find(text) for form in hit.forms):
            raise UserError("recipient-told", REFUSED, "refused, no file was left: the recipient is named in what is told")
        hunted = tuple(form for form in hunted if form.owner not in named)
    protected = Protected(hunted, (*disclosure.allowed, *rendered.fixed_phrases, *_own_phrases(disclosure.view.language)))
    expected = Expected(text=rendered.expected, images=frozenset(rendered.images))
    pixels = sum(page.width * page.height * 3 for exhibit in disclosure.view.exhibits for page in exhibit.pages)
    limits = replace(Limits(), inflated=Limits().inflated + pixels)
    problems = check(rendered.data, protected, "", is_common, expected, limits=limits)
    if problems:
        raise refused("refused by the release check, no file was left", problems)
    return protected


def refused(words: str, problems: Sequence[Reason]) -> UserError:
    """The release check's reasons, each once."""
    reasons = tuple(dict.fromkeys(f"{problem.rule}: {problem.detail}" for problem in problems))
    return UserError("refused", REFUSED, words, reasons[:12])


def check_name(name: str, protected: Protected) -> None:
    """Hold the name that the file shall bear to the same rules. Raises ``UserError`` with status 4."""
    from app.report.check import Reason
    from app.report.check_search import search
    from app.report.check_values import Found

    hits = search([Found("the file name", "reading", name)], protected, is_common)
    problems = [Reason("protected", f"a protected form of {owner} in {place}") for owner, place in hits]
    if problems:
        raise refused("refused by the release check, no file was left", problems)


def _payload(
    profile: Profile, disclosure: Disclosure, choices: Choices, terms: Terms, digest: str, pages: int
) -> dict[str, object]:
    """What the journal says of the disclosure."""
    payload: dict[str, object] = {
        "profile": profile.key,
        "recipient": choices.recipient or "",
        "sha256": digest,
        "pages": pages,
        "dated": choices.dated.isoformat(),
        "testimonies": [testimony.id for testimony in disclosure.testimonies],
        "events": len(disclosure.view.events),
        "documents": len(disclosure.view.documents),
        "include": sorted(choices.include),
        "undecided_masked": choices.mask_undecided,
    }
    if choices.exhibits:
        payload["exhibits"] = list(choices.exhibits)
    if terms.sign_off:
        payload["sign_off"] = terms.sign_off
    if terms.override and disclosure.consent.gaps:
        payload["override"] = terms.override
    return payload


def _with_password(data: bytes, password: str) -> bytes:
    """The checked PDF under AES-256. What was checked is what is inside."""
    import pikepdf

    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        encryption = pikepdf.Encryption(owner=password, user=password, R=6, aes=True)  # PDF 2.0: AES-256
        pdf.save(out, encryption=encryption, deterministic_id=False)
    return out.getvalue()


def protected_of(disclosure: Disclosure) -> Protected:
    """What a foreign PDF must not hold."""
    from app.report.check import Protected
    from app.report.render import fixed_phrases

    ours = (phrase for language in languages() for phrase in fixed_phrases(language))
    return Protected(_hunted(disclosure), (*disclosure.allowed, *ours))


def _hunted(disclosure: Disclosure, sort: Sort = _REPORT) -> tuple[Form, ...]:
    """The forms that are looked for in the finished file.

    Not among them is a single word that the report itself says in every case ("Case", "Place", "June"): whoever is called
    so was masked or asked about in the texts, and the report's own word says nothing of them.
    """
    own = _own_words(disclosure.view.language)
    if sort.words is not None:
        own |= _words_of(sort.words(disclosure.view.language))
    return tuple(form for form in disclosure.protected if form.joints or form.key not in own)


@lru_cache(maxsize=4)
def _own_words(language: str) -> frozenset[str]:
    from app.report.texts import load_texts

    labels = (record.label for record in forms().types.values())
    fields = (field.label for key in forms().types for field in forms().fields_of(key))
    texts = (*_strings(load_texts(language).table), *_strings(words(language)), *labels, *fields, *_FILE_WORDS)
    return _words_of(texts)


def _own_phrases(language: str) -> tuple[str, ...]:
    """What redaction itself says in Chinese, which has no words apart: a name of two letters may stand in it by chance."""
    from app.report.texts import phrases_in

    return () if language == "en" else phrases_in(words(language))


def _words_of(value: object) -> frozenset[str]:
    return frozenset(squeezed(word) for text in _strings(value) for word in _WORD.findall(text))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list | tuple):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _strings(item)
