"""What the keys of an entry are called, and how their values are said, where a record is told in lines (the history)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from app.services.session import forms
from ui import vocabulary
from ui.pages.testimony_facts import interview_labels, sexual_violence

translate = QCoreApplication.translate

#: Keys whose value is the id of another entry.
REFERENCES = frozenset(
    "person place organization document issuer to from by counsel interpreter given_by lives_in within caused_by about"
    " translation_of".split()
)
#: Keys whose value is a date (EDTF).
DATES = frozenset(
    "born date since on said_on signed_on given_on expires withdrawn_on ask_again_on opened review_on entered_on".split()
)
#: Keys that hold what was said: set in the face of testimony.
SAID = frozenset("text account exact_words quote understanding earlier".split())


def label(kind: str, key: str, event_type: str = "") -> str:
    """The words for a key of an entry; of a field of a record type those of its form."""
    if event_type:
        held = forms().types.get(event_type)
        found = next((field.label for field in held.fields if field.key == key), "") if held else ""
        if found:
            return found
    if kind == "interview" and key in (asked := interview_labels()):
        return asked[key]
    labels = _labels()
    return labels.get(f"{kind}.{key}", labels.get(key, key.replace("_", " ")))


def said_value(kind: str, path: tuple[str, ...], value: str) -> str:
    """The word of a closed vocabulary at a path of keys; other values as they stand."""
    key = path[-1]
    of = path[-2] if len(path) > 1 else kind
    for name in (f"{kind}.{of}.{key}", f"{of}.{key}", key):
        if name in _WORDS:
            return _WORDS[name](value)
    return value


_WORDS: Mapping[str, Callable[[str], str]] = {
    "names.kind": vocabulary.name_kind,
    "contacts.kind": vocabulary.contact_kind,
    "identifiers.kind": vocabulary.identifier_kind,
    "places.kind": vocabulary.place_kind,
    "organizations.kind": vocabulary.organization_kind,
    "documents.kind": vocabulary.document_kind,
    "sources.kind": vocabulary.source_kind,
    "events.people.as": vocabulary.person_part,
    "events.organizations.as": vocabulary.organization_part,
    "present.as": vocabulary.role,
    "disclose.as": vocabulary.stands_as,
    "roles": vocabulary.role,
    "sex": vocabulary.sex,
    "type": vocabulary.type_word,
    "certainty": vocabulary.certainty,
    "lang": vocabulary.language,
    "language": vocabulary.language,
    "languages": vocabulary.language,
    "status": vocabulary.status,
    "record": vocabulary.record_kind,
    "mark": vocabulary.mark,
    "purpose": vocabulary.purpose,
    "recipient": vocabulary.recipient,
    "identity": vocabulary.identity,
    "method": vocabulary.consent_method,
    "sexual_violence": sexual_violence,
    "private": vocabulary.yes_no,
    "rights_explained": vocabulary.yes_no,
    "interpreter_checked": vocabulary.yes_no,
    "confidentiality_signed": vocabulary.yes_no,
    "client_objected": vocabulary.yes_no,
    "told_limits": vocabulary.yes_no,
    "result": lambda key: {
        "confirmed": translate("FieldLabels", "confirmed"),
        "corrected": translate("FieldLabels", "corrected"),
        "not-reread": translate("FieldLabels", "not read again"),
    }.get(key, key),
}


def _labels() -> dict[str, str]:
    tr = translate
    return {
        "names": tr("FieldLabels", "Name"),
        "names.text": "",
        "kind": tr("FieldLabels", "Kind"),
        "lang": tr("FieldLabels", "Language"),
        "contacts": tr("FieldLabels", "Contact"),
        "identifiers": tr("FieldLabels", "Number or paper"),
        "value": "",
        "roles": tr("FieldLabels", "Roles"),
        "relation": tr("FieldLabels", "Relation"),
        "to": tr("FieldLabels", "to"),
        "as": tr("FieldLabels", "as"),
        "sex": tr("FieldLabels", "Sex"),
        "born": tr("FieldLabels", "Born"),
        "nationality": tr("FieldLabels", "Nationality"),
        "occupation": tr("FieldLabels", "Occupation"),
        "lives_in": tr("FieldLabels", "Lives in"),
        "at_risk": tr("FieldLabels", "At risk"),
        "from": tr("FieldLabels", "from"),
        "because": tr("FieldLabels", "because"),
        "since": tr("FieldLabels", "since"),
        "public_figure": tr("FieldLabels", "Public figure"),
        "public": tr("FieldLabels", "Publicly known"),
        "disclose": tr("FieldLabels", "Stands in exports"),
        "text": tr("FieldLabels", "Words"),
        "within": tr("FieldLabels", "Lies in"),
        "country": tr("FieldLabels", "Country"),
        "type": tr("FieldLabels", "Type"),
        "date": tr("FieldLabels", "Date"),
        "place": tr("FieldLabels", "Place"),
        "people": tr("FieldLabels", "Person"),
        "person": tr("FieldLabels", "Person"),
        "organizations": tr("FieldLabels", "Organisation"),
        "organization": tr("FieldLabels", "Organisation"),
        "account": tr("FieldLabels", "Account"),
        "sources": tr("FieldLabels", "Source"),
        "document": tr("FieldLabels", "Document"),
        "said_on": tr("FieldLabels", "said on"),
        "certainty": tr("FieldLabels", "Certainty"),
        "caused_by": tr("FieldLabels", "Followed from"),
        "interview": tr("FieldLabels", "How it was taken"),
        "present": tr("FieldLabels", "Present"),
        "pauses": tr("FieldLabels", "Pause"),
        "recorded": tr("FieldLabels", "Sound was recorded"),
        "start": tr("FieldLabels", "began at"),
        "end": tr("FieldLabels", "ended at"),
        "told_before": tr("FieldLabels", "told how often before"),
        "topics_closed": tr("FieldLabels", "not to be asked about"),
        "translation_of": tr("FieldLabels", "A translation of"),
        "translation": tr("FieldLabels", "Translated"),
        "by": tr("FieldLabels", "by"),
        "on": tr("FieldLabels", "on"),
        "record": tr("FieldLabels", "Written down"),
        "readback": tr("FieldLabels", "Read back"),
        "paragraphs": tr("FieldLabels", "Paragraph"),
        "n": "",
        "result": "",
        "amendments": tr("FieldLabels", "Correction"),
        "paragraph": tr("FieldLabels", "paragraph"),
        "why": tr("FieldLabels", "why"),
        "earlier": tr("FieldLabels", "before"),
        "marks": tr("FieldLabels", "Mark"),
        "mark": "",
        "signed_on": tr("FieldLabels", "Signed on"),
        "status": tr("FieldLabels", "Status"),
        "title": tr("FieldLabels", "Title"),
        "issuer": tr("FieldLabels", "Issued by"),
        "file": tr("FieldLabels", "Name in an export"),
        "sha256": "SHA-256",
        "about": tr("FieldLabels", "About"),
        "note": tr("FieldLabels", "Note"),
        "purpose": tr("FieldLabels", "Used for"),
        "recipient": tr("FieldLabels", "By whom"),
        "identity": tr("FieldLabels", "Under which name"),
        "given_on": tr("FieldLabels", "Given on"),
        "method": tr("FieldLabels", "How"),
        "language": tr("FieldLabels", "Language"),
        "explained": tr("FieldLabels", "Explained"),
        "given_by": tr("FieldLabels", "Given by"),
        "scope": tr("FieldLabels", "Only for"),
        "basis": tr("FieldLabels", "Basis"),
        "interpreter": tr("FieldLabels", "Interpreter"),
        "risks": tr("FieldLabels", "Risks told"),
        "understanding": tr("FieldLabels", "In their own words"),
        "doubts": tr("FieldLabels", "Doubts"),
        "ask_again_on": tr("FieldLabels", "Ask again on"),
        "told_limits": tr("FieldLabels", "Limits were told"),
        "expires": tr("FieldLabels", "Runs out on"),
        "withdrawn_on": tr("FieldLabels", "Withdrawn on"),
        "recall_tried": tr("FieldLabels", "Getting it back was tried"),
        "withdrawal_note": tr("FieldLabels", "On the withdrawal"),
        "code": tr("FieldLabels", "Code"),
        "opened": tr("FieldLabels", "Opened on"),
        "languages": tr("FieldLabels", "Languages"),
        "jurisdiction": tr("FieldLabels", "Jurisdiction"),
        "matters": tr("FieldLabels", "Matters"),
        "engagement": tr("FieldLabels", "Counsel"),
        "engagement.counsel": "",
        "directed": tr("FieldLabels", "directs this work"),
        "hold": tr("FieldLabels", "Legal hold"),
        "retention": tr("FieldLabels", "Kept"),
        "review_on": tr("FieldLabels", "look again on"),
    }
