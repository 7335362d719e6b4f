"""The words of the window for the closed vocabularies of a case (``app.domain.vocabulary``), each in one place.

Every function takes a key of its vocabulary and returns the word; a key that has none is shown as it stands, so that what is
on record is never hidden. ``rows`` gives the pairs for a choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

from app.services.session import forms

translate = QCoreApplication.translate


def rows(keys: Iterable[str], word: Callable[[str], str], none: str | None = None) -> list[tuple[str, str]]:
    """``(key, word)`` pairs for a choice; ``none`` is the word of the empty answer, left out where there is none."""
    out = [(key, word(key)) for key in keys]
    return out if none is None else [("", none), *out]


def type_word(key: str) -> str:
    """A record type: its label stands in its form."""
    held = forms().types.get(key)
    return held.label if held else key


def role(key: str) -> str:
    """The role of a person."""
    return {
        "witness": translate("vocabulary", "witness"),
        "relative": translate("vocabulary", "relative"),
        "friend": translate("vocabulary", "friend"),
        "colleague": translate("vocabulary", "colleague"),
        "threatener": translate("vocabulary", "one who threatens"),
        "official": translate("vocabulary", "official"),
        "lawyer": translate("vocabulary", "lawyer"),
        "interpreter": translate("vocabulary", "interpreter"),
        "advocate": translate("vocabulary", "advocate"),
        "journalist": translate("vocabulary", "journalist"),
        "expert": translate("vocabulary", "expert"),
        "other": translate("vocabulary", "other"),
    }.get(key, key)


def name_kind(key: str) -> str:
    """What kind of spelling a name is."""
    return {
        "legal": translate("vocabulary", "legal name"),
        "native": translate("vocabulary", "in its own script"),
        "transliteration": translate("vocabulary", "transliteration"),
        "nickname": translate("vocabulary", "nickname"),
        "former": translate("vocabulary", "former name"),
        "alias": translate("vocabulary", "alias"),
        "description": translate("vocabulary", "a description: nobody knows the name"),
    }.get(key, key)


def sex(key: str) -> str:
    """Sex, as recorded."""
    return {
        "f": translate("vocabulary", "female"),
        "m": translate("vocabulary", "male"),
        "x": translate("vocabulary", "neither of these"),
    }.get(key, key)


def contact_kind(key: str) -> str:
    """What kind of contact."""
    return {
        "phone": translate("vocabulary", "telephone"),
        "email": translate("vocabulary", "e-mail"),
        "address": translate("vocabulary", "address"),
        "handle": translate("vocabulary", "name in a messenger"),
    }.get(key, key)


def identifier_kind(key: str) -> str:
    """What kind of number or paper."""
    return {
        "passport": translate("vocabulary", "passport"),
        "national-id": translate("vocabulary", "national identity card"),
        "a-number": translate("vocabulary", "A-number"),
        "visa": translate("vocabulary", "visa"),
        "red-notice": translate("vocabulary", "red notice"),
        "case-number": translate("vocabulary", "case number"),
        "bank": translate("vocabulary", "bank account"),
        "other": translate("vocabulary", "other"),
    }.get(key, key)


def place_kind(key: str) -> str:
    """What kind of place, smallest first in ``app.domain.vocabulary``."""
    return {
        "address": translate("vocabulary", "address"),
        "facility": translate("vocabulary", "building or facility"),
        "village": translate("vocabulary", "village"),
        "neighbourhood": translate("vocabulary", "neighbourhood"),
        "town": translate("vocabulary", "town"),
        "district": translate("vocabulary", "district"),
        "county": translate("vocabulary", "county"),
        "city": translate("vocabulary", "city"),
        "prefecture": translate("vocabulary", "prefecture"),
        "province": translate("vocabulary", "province"),
        "region": translate("vocabulary", "region"),
        "country": translate("vocabulary", "country"),
    }.get(key, key)


def organization_kind(key: str) -> str:
    """What kind of organization."""
    return {
        "police": translate("vocabulary", "police"),
        "security-service": translate("vocabulary", "security service"),
        "prosecutor": translate("vocabulary", "prosecutor"),
        "court": translate("vocabulary", "court"),
        "prison": translate("vocabulary", "prison"),
        "immigration-agency": translate("vocabulary", "immigration agency"),
        "government": translate("vocabulary", "government"),
        "party": translate("vocabulary", "party"),
        "company": translate("vocabulary", "company"),
        "ngo": translate("vocabulary", "NGO"),
        "press": translate("vocabulary", "press"),
        "international": translate("vocabulary", "international body"),
        "other": translate("vocabulary", "other"),
    }.get(key, key)


def person_part(key: str) -> str:
    """The part a person had in an event."""
    return {
        "victim": translate("vocabulary", "victim"),
        "perpetrator": translate("vocabulary", "perpetrator"),
        "witness": translate("vocabulary", "witness"),
        "participant": translate("vocabulary", "participant"),
        "helper": translate("vocabulary", "helper"),
        "speaker": translate("vocabulary", "speaker"),
        "interpreter": translate("vocabulary", "interpreter"),
        "counsel": translate("vocabulary", "counsel"),
    }.get(key, role(key))


def organization_part(key: str) -> str:
    """The part an organization had in an event."""
    return {
        "perpetrator": translate("vocabulary", "perpetrator"),
        "authority": translate("vocabulary", "authority"),
        "employer": translate("vocabulary", "employer"),
        "helper": translate("vocabulary", "helper"),
        "speaker": translate("vocabulary", "speaker"),
        "witness": translate("vocabulary", "witness"),
        "victim": translate("vocabulary", "victim"),
    }.get(key, key)


def source_kind(key: str) -> str:
    """Who says so, as a kind."""
    return {
        "witness": translate("vocabulary", "the witness"),
        "relative": translate("vocabulary", "a relative"),
        "lawyer": translate("vocabulary", "a lawyer"),
        "document": translate("vocabulary", "a document"),
        "agency": translate("vocabulary", "an agency"),
        "press": translate("vocabulary", "the press"),
        "expert": translate("vocabulary", "an expert"),
    }.get(key, key)


def certainty(key: str) -> str:
    """How sure it is."""
    return {
        "certain": translate("vocabulary", "certain"),
        "likely": translate("vocabulary", "likely"),
        "uncertain": translate("vocabulary", "uncertain"),
        "disputed": translate("vocabulary", "disputed"),
    }.get(key, key)


def yes_no(key: str) -> str:
    """An answer; "not known" and "did not wish to say" are answers of their own."""
    return {
        "yes": translate("vocabulary", "yes"),
        "no": translate("vocabulary", "no"),
        "unknown": translate("vocabulary", "not known"),
        "declined": translate("vocabulary", "did not wish to say"),
    }.get(key, key)


def status(key: str) -> str:
    """How far a testimony is."""
    return {
        "draft": translate("vocabulary", "draft"),
        "read-back": translate("vocabulary", "read back"),
        "confirmed": translate("vocabulary", "confirmed"),
    }.get(key, key)


def mark(key: str) -> str:
    """A mark of the interviewer on a paragraph."""
    return {
        "ask-again": translate("vocabulary", "ask again"),
        "exact-words": translate("vocabulary", "exact words"),
        "unclear": translate("vocabulary", "not clear"),
    }.get(key, key)


def record_kind(key: str) -> str:
    """How a testimony was written down."""
    return {
        "verbatim": translate("vocabulary", "word for word"),
        "notes": translate("vocabulary", "notes"),
        "drafted": translate("vocabulary", "drafted from what was said"),
    }.get(key, key)


def document_kind(key: str) -> str:
    """What kind of document."""
    return {
        "red-notice": translate("vocabulary", "red notice"),
        "charge-sheet": translate("vocabulary", "charge sheet"),
        "warrant": translate("vocabulary", "warrant"),
        "court-paper": translate("vocabulary", "court paper"),
        "identity": translate("vocabulary", "identity paper"),
        "medical": translate("vocabulary", "medical record"),
        "photo": translate("vocabulary", "photograph"),
        "recording": translate("vocabulary", "recording"),
        "letter": translate("vocabulary", "letter"),
        "message": translate("vocabulary", "message"),
        "press": translate("vocabulary", "press"),
        "other": translate("vocabulary", "other"),
    }.get(key, key)


def purpose(key: str) -> str:
    """What something may be used for."""
    return {
        "interview": translate("vocabulary", "The talk itself"),
        "notes": translate("vocabulary", "Taking notes"),
        "audio": translate("vocabulary", "Recording sound"),
        "video": translate("vocabulary", "Recording video"),
        "photo": translate("vocabulary", "Photographs"),
        "copy-documents": translate("vocabulary", "Copies of documents"),
        "medical-detail": translate("vocabulary", "Medical detail"),
        "storage": translate("vocabulary", "Keeping the record"),
        "future-contact": translate("vocabulary", "Being contacted later"),
        "legal-representation": translate("vocabulary", "Legal representation"),
        "asylum-filing": translate("vocabulary", "Filing for asylum"),
        "interpol-filing": translate("vocabulary", "Filing with the CCF"),
        "expert-opinion": translate("vocabulary", "Expert opinion"),
        "advocacy": translate("vocabulary", "Advocacy"),
        "law-enforcement": translate("vocabulary", "Telling law enforcement"),
        "press": translate("vocabulary", "Telling the press"),
        "research": translate("vocabulary", "Research"),
    }.get(key, key)


def recipient(key: str) -> str:
    """Who may receive it."""
    return {
        "counsel": translate("vocabulary", "Counsel"),
        "court": translate("vocabulary", "Court"),
        "asylum-authority": translate("vocabulary", "Asylum authority"),
        "interpol-ccf": translate("vocabulary", "INTERPOL CCF"),
        "medical-expert": translate("vocabulary", "Medical expert"),
        "ngo": translate("vocabulary", "NGO"),
        "un": translate("vocabulary", "UN"),
        "law-enforcement": translate("vocabulary", "Law enforcement"),
        "press": translate("vocabulary", "Press"),
        "research": translate("vocabulary", "Research"),
    }.get(key, key)


def identity(key: str) -> str:
    """Under which identity; ``none`` is a refusal."""
    return {
        "named": translate("vocabulary", "Named"),
        "counsel-only": translate("vocabulary", "Counsel only"),
        "pseudonym": translate("vocabulary", "Pseudonym"),
        "aggregate": translate("vocabulary", "In numbers only"),
        "none": translate("vocabulary", "Refused"),
    }.get(key, key)


def consent_method(key: str) -> str:
    """How consent was given."""
    return {
        "signature": translate("vocabulary", "by signature"),
        "mark": translate("vocabulary", "by a mark"),
        "oral": translate("vocabulary", "by word of mouth"),
        "recording": translate("vocabulary", "on a recording"),
    }.get(key, key)


def profile(key: str) -> str:
    """For whom a copy is made."""
    return {
        "counsel": translate("vocabulary", "Counsel"),
        "court": translate("vocabulary", "Court"),
        "partner": translate("vocabulary", "Partner"),
        "public": translate("vocabulary", "Public"),
        "ccf": translate("vocabulary", "INTERPOL CCF"),
    }.get(key, key)


def stands_as(key: str) -> str:
    """How an entry stands in exports."""
    return {
        "name": translate("vocabulary", "by name"),
        "code": translate("vocabulary", "a code in brackets"),
        "descriptor": translate("vocabulary", "a description"),
        "omit": translate("vocabulary", "not at all"),
    }.get(key, key)


def language(tag: str) -> str:
    """A language by its tag."""
    return {
        "en": translate("vocabulary", "English"),
        "zh-Hans": translate("vocabulary", "Chinese (simplified)"),
        "zh-Hant": translate("vocabulary", "Chinese (traditional)"),
        "zh-Latn": translate("vocabulary", "Chinese in pinyin"),
        "yue": translate("vocabulary", "Cantonese"),
        "ug": translate("vocabulary", "Uyghur"),
        "ug-Latn": translate("vocabulary", "Uyghur in Latin letters"),
        "bo": translate("vocabulary", "Tibetan"),
        "fa": translate("vocabulary", "Persian"),
        "ar": translate("vocabulary", "Arabic"),
        "ru": translate("vocabulary", "Russian"),
        "be": translate("vocabulary", "Belarusian"),
        "kk": translate("vocabulary", "Kazakh"),
        "tr": translate("vocabulary", "Turkish"),
        "vi": translate("vocabulary", "Vietnamese"),
        "fr": translate("vocabulary", "French"),
        "es": translate("vocabulary", "Spanish"),
    }.get(tag, tag)


#: The languages offered first; any other tag can be typed.
LANGUAGES = ("en", "zh-Hans", "zh-Hant", "yue", "ug", "bo", "kk", "fa", "ar", "ru", "be", "tr", "vi", "fr", "es")
