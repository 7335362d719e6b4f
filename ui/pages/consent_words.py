"""The words for consent: what each purpose means, how a question stands, what to do when a grant is taken back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.case import Case, Consent, Person
from app.domain.date_words import date_words
from app.domain.dates import DateError
from app.services import consenting, registry
from app.services.consenting import Answer, Cell, Gate
from ui import vocabulary
from ui.pages.people_words import isolated

translate = QCoreApplication.translate


def date(edtf: str | None) -> str:
    """A date in words; as it stands if it is none."""
    try:
        return date_words(edtf) if edtf else ""
    except DateError:
        return edtf or ""


def column(recipients: tuple[str, ...]) -> str:
    """The head of a column."""
    if len(recipients) == 1:
        return {
            "interpol-ccf": translate("consent", "INTERPOL"),
            "medical-expert": translate("consent", "Medical expert"),
            "law-enforcement": translate("consent", "Police"),
        }.get(recipients[0], vocabulary.recipient(recipients[0]))
    if recipients[0] == "court":
        return translate("consent", "Court")
    return ", ".join(vocabulary.recipient(one) for one in recipients)


def short(recipient: str) -> str:
    """One recipient of a column that several share, as short as it can be told."""
    return {"asylum-authority": translate("consent", "Asylum")}.get(recipient, vocabulary.recipient(recipient))


def recipients(keys: tuple[str, ...]) -> str:
    """ "NGO and UN"."""
    names = [vocabulary.recipient(key) for key in keys]
    if len(names) < 2:
        return "".join(names)
    return translate("consent", "{0} and {1}").format(", ".join(names[:-1]), names[-1])


def state(key: str, identity: str) -> str:
    """How a question stands, in a word or two."""
    if key == consenting.GRANTED:
        return translate("consent", "Numbers only") if identity == "aggregate" else vocabulary.identity(identity)
    return {
        consenting.NOT_ASKED: translate("consent", "not asked"),
        consenting.REFUSED: translate("consent", "Refused"),
        consenting.WITHDRAWN: translate("consent", "Withdrawn"),
        consenting.EXPIRED: translate("consent", "Expired"),
        consenting.ASK_AGAIN: translate("consent", "Ask again"),
    }.get(key, "—")


#: The icon and the ink of each state.
LOOKS = {
    consenting.GRANTED: ("circle-check", "accent"),
    consenting.REFUSED: ("circle-slash", "text"),
    consenting.WITHDRAWN: ("undo-2", "attention"),
    consenting.EXPIRED: ("hourglass", "attention"),
    consenting.ASK_AGAIN: ("clock", "attention"),
    consenting.NOT_ASKED: ("", "hint"),
    consenting.DOES_NOT_APPLY: ("", "hint"),
}


def told(answer: Answer) -> str:
    """How a question stands, with its day: "withdrawn 2 July 2021"."""
    held = answer.consent
    word = state(answer.state, answer.identity)
    if held is None:
        return translate("consent", "does not apply") if answer.state == consenting.DOES_NOT_APPLY else word
    if answer.state == consenting.WITHDRAWN:
        return translate("consent", "withdrawn {0}").format(date(held.withdrawn_on))
    if answer.state == consenting.REFUSED:
        return translate("consent", "refused {0}").format(date(held.given_on))
    if answer.state == consenting.EXPIRED:
        return translate("consent", "expired {0}").format(date(held.expires))
    granted = translate("consent", "granted {0}, {1}").format(date(held.given_on), identity(answer.identity))
    if answer.state == consenting.ASK_AGAIN:
        return translate("consent", "{0}; to be asked again since {1}").format(granted, date(held.ask_again_on))
    return granted


def identity(key: str) -> str:
    """Under which identity something is granted, inside a sentence."""
    return {
        "named": translate("consent", "by name"),
        "counsel-only": translate("consent", "for counsel only"),
        "pseudonym": translate("consent", "under a pseudonym"),
        "aggregate": translate("consent", "in numbers only"),
    }.get(key, key)


def cell(one: Cell) -> str:
    """A cell as it is read out: "Advocacy, NGO and UN: withdrawn 2 July 2021"."""
    if not one.answers:
        return translate("consent", "{0}, {1}: does not apply").format(vocabulary.purpose(one.purpose), recipients(one.column))
    if one.state:
        to = tuple(answer.recipient for answer in one.answers)
        if to == (one.purpose,):  # research, to researchers: once is enough
            return translate("consent", "{0}: {1}").format(vocabulary.purpose(one.purpose), told(one.answers[0]))
        return translate("consent", "{0}, {1}: {2}").format(
            vocabulary.purpose(one.purpose), recipients(to), told(one.answers[0])
        )
    parts = [
        translate("consent", "{0}: {1}").format(vocabulary.recipient(answer.recipient), told(answer)) for answer in one.answers
    ]
    return translate("consent", "{0}, {1}").format(vocabulary.purpose(one.purpose), "; ".join(parts))


def question(purpose: str, to: tuple[str, ...]) -> str:
    """A question as a head: "Advocacy, to NGO and UN"."""
    if purpose in consenting.TALK or to == (purpose,):
        return vocabulary.purpose(purpose)
    return translate("consent", "{0}, to {1}").format(vocabulary.purpose(purpose), _listed([inside(one) for one in to]))


def inside(recipient: str) -> str:
    """A recipient inside a sentence."""
    return {
        "counsel": translate("consent", "counsel"),
        "court": translate("consent", "the court"),
        "asylum-authority": translate("consent", "the asylum authority"),
        "interpol-ccf": translate("consent", "INTERPOL’s Commission"),
        "medical-expert": translate("consent", "a medical expert"),
        "ngo": translate("consent", "NGOs"),
        "un": translate("consent", "the UN"),
        "law-enforcement": translate("consent", "law enforcement"),
        "press": translate("consent", "the press"),
        "research": translate("consent", "researchers"),
    }.get(recipient, recipient)


def person(case: Case, one: Person, *, other: bool = True) -> str:
    """Who is asked: "Shen Guowei, the witness"."""
    name = isolated(registry.first_name(one))
    if "witness" in one.roles:
        return translate("consent", "{0}, the witness").format(name)
    what = one.relation.as_ if one.relation and one.relation.as_ else ""
    if not what and one.roles:
        what = vocabulary.role(one.roles[0])
    return translate("consent", "{0}, {1}").format(name, what.removesuffix(" of")) if what and other else name


def talk(answers: tuple[Answer, ...]) -> str:
    """The talk itself in one line: "notes agreed; sound and video refused"."""
    groups: dict[str, list[str]] = {}
    for one in answers:
        groups.setdefault(one.state, []).append(_talk_word(one.purpose))
    words = {
        consenting.GRANTED: translate("consent", "{0} agreed"),
        consenting.REFUSED: translate("consent", "{0} refused"),
        consenting.WITHDRAWN: translate("consent", "{0} withdrawn"),
        consenting.EXPIRED: translate("consent", "{0} expired"),
        consenting.ASK_AGAIN: translate("consent", "{0} to be asked again"),
        consenting.NOT_ASKED: translate("consent", "{0} not asked"),
    }
    parts = [words[key].format(_listed(groups[key])) for key in words if key in groups]
    return translate("consent", "For the talk itself: {0}.").format("; ".join(parts))


def _talk_word(purpose: str) -> str:
    return {
        "interview": translate("consent", "the interview"),
        "notes": translate("consent", "notes"),
        "audio": translate("consent", "sound"),
        "video": translate("consent", "video"),
        "photo": translate("consent", "photographs"),
    }.get(purpose, purpose)


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else translate("consent", "{0} and {1}").format(", ".join(parts[:-1]), parts[-1])


def copy_for(profile: str) -> str:
    """For whom a profile makes a copy, inside a sentence."""
    return {
        "counsel": translate("consent", "counsel"),
        "court": translate("consent", "the court"),
        "ccf": translate("consent", "INTERPOL’s Commission"),
        "partner": translate("consent", "a partner"),
        "public": translate("consent", "the public"),
    }.get(profile, profile)


def gate(case: Case, one: Gate) -> str:
    """What consent still lacks for a copy: "For the public: consent for the press is missing"."""
    if one.open:
        return translate("consent", "for {0}: may go out").format(copy_for(one.profile))
    gap = {
        "missing": translate("consent", "missing"),
        "expired": translate("consent", "expired"),
        "refused": translate("consent", "refused"),
        "withdrawn": translate("consent", "withdrawn"),
        "insufficient": translate("consent", "given, but not under an identity that suffices"),
    }
    who, how = one.gaps[0]
    held = next((p for p in case.people if p.id == who), None)
    asked = next(iter(one.rests_on), ("", ""))
    what = vocabulary.recipient(asked[1]).lower() if asked[1] not in ("un", "ngo", "interpol-ccf") else ""
    what = what or vocabulary.recipient(asked[1])
    if held is None:
        return translate("consent", "for {0}: nobody is on record as the witness").format(copy_for(one.profile))
    if "witness" in held.roles:
        return translate("consent", "for {0}: {1} consent is {2}").format(copy_for(one.profile), what, gap.get(how, how))
    return translate("consent", "for {0}: {1} consent of {2} is {3}").format(
        copy_for(one.profile), what, isolated(registry.first_name(held)), gap.get(how, how)
    )


def gates(case: Case, found: tuple[Gate, ...]) -> str:
    """All copies in one line."""
    return translate("consent", "A copy {0}.").format("; ".join(gate(case, one) for one in found))


def recall(recipient: str) -> str:
    """What to do once a grant for a recipient was taken back, and what may be beyond recall."""
    return {
        "counsel": translate(
            "consent",
            "Counsel: ask for the copies back, or that they are destroyed. What counsel has filed may be beyond recall.",
        ),
        "court": translate(
            "consent", "Court: what was filed is on the record and may be beyond recall. Ask counsel about sealing it."
        ),
        "asylum-authority": translate(
            "consent", "Asylum authority: what was filed may be beyond recall. Ask counsel about taking it back or sealing it."
        ),
        "interpol-ccf": translate(
            "consent", "INTERPOL CCF: ask counsel to write to the Commission. What it passed on may be beyond recall."
        ),
        "ngo": translate(
            "consent", "NGO: write to each that has a copy, ask them to delete it and to say so, and to whom they passed it on."
        ),
        "un": translate(
            "consent",
            "UN: write to the office and ask that it is not used. What was sent to a government may be beyond recall.",
        ),
        "press": translate(
            "consent",
            "Press: ask them to hold what is not out yet and to change what is online. What is printed is beyond recall.",
        ),
        "medical-expert": translate(
            "consent", "Medical expert: ask for the notes and copies back, or that they are destroyed."
        ),
        "law-enforcement": translate(
            "consent",
            "Law enforcement: what they were told is beyond recall. Tell counsel, and see to the safety of those named.",
        ),
        "research": translate("consent", "Research: ask them to take the data out. What is published may be beyond recall."),
    }.get(recipient, recipient)


def meaning(purpose: str) -> str:
    """What a purpose means, as one says it to a client."""
    return {
        "legal-representation": translate("consent", "The lawyer reads what you told, to advise you and to speak for you."),
        "asylum-filing": translate("consent", "It is handed in with your application for protection."),
        "interpol-filing": translate(
            "consent", "INTERPOL’s Commission is asked, under your name, to look at what is held on you."
        ),
        "medical-detail": translate("consent", "What was done to your body, and how you are, is told in detail."),
        "copy-documents": translate("consent", "Copies of your papers are kept and handed on."),
        "expert-opinion": translate("consent", "An expert reads it and writes what they make of it."),
        "advocacy": translate("consent", "An organisation or the UN uses it to speak up about your case, or cases like it."),
        "press": translate("consent", "A newspaper or a broadcaster may report it."),
        "storage": translate("consent", "The record is kept after this work is done."),
        "future-contact": translate("consent", "You may be called or written to later."),
        "law-enforcement": translate("consent", "The police or a prosecutor here is told."),
        "research": translate("consent", "Researchers use it to study what happens to many."),
        "interview": translate("consent", "Having this talk."),
        "notes": translate("consent", "Writing down what you say."),
        "audio": translate("consent", "Recording your voice."),
        "video": translate("consent", "Recording you on video."),
        "photo": translate("consent", "Taking photographs."),
    }.get(purpose, "")


def scope(case: Case, held: Consent) -> str:
    """Which events and testimonies a consent is about."""
    return "; ".join(scope_word(case, entry) for entry in held.scope)


def scope_word(case: Case, entry_id: str) -> str:
    """An event or a testimony in a few words."""
    for event in case.events:
        if event.id == entry_id:
            when = f", {date(event.date)}" if event.date else ""
            return f"{vocabulary.type_word(event.type)}{when}"
    for number, testimony in enumerate(case.testimonies, 1):
        if testimony.id == entry_id:
            return translate("consent", "Testimony {0}, {1}").format(number, vocabulary.language(testimony.lang))
    return entry_id
