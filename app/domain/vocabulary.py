"""The closed vocabularies of a case file, and the two codes it borrows: languages (BCP 47) and countries (ISO 3166-1).

``resources/casefile.schema.json`` states the same words for other programs; a test holds the two together.
"""

from __future__ import annotations

import re

ROLES = (
    "witness",
    "relative",
    "friend",
    "colleague",
    "threatener",
    "official",
    "lawyer",
    "interpreter",
    "advocate",
    "journalist",
    "expert",
    "other",
)
NAME_KINDS = ("legal", "native", "transliteration", "nickname", "former", "alias", "description")
SEXES = ("f", "m", "x")
CONTACT_KINDS = ("phone", "email", "address", "handle")
IDENTIFIER_KINDS = ("passport", "national-id", "a-number", "visa", "red-notice", "case-number", "bank", "other")
DISCLOSE_AS = ("name", "code", "descriptor", "omit")

#: Smallest first: redaction climbs this order.
PLACE_KINDS = (
    "address",
    "facility",
    "village",
    "neighbourhood",
    "town",
    "district",
    "county",
    "city",
    "prefecture",
    "province",
    "region",
    "country",
)
ORGANIZATION_KINDS = (
    "police",
    "security-service",
    "prosecutor",
    "court",
    "prison",
    "immigration-agency",
    "government",
    "party",
    "company",
    "ngo",
    "press",
    "international",
    "other",
)

PERSON_PARTS = (
    "victim",
    "perpetrator",
    "witness",
    "participant",
    "helper",
    "speaker",
    "interpreter",
    "counsel",
)
ORGANIZATION_PARTS = ("perpetrator", "authority", "employer", "helper", "speaker", "witness", "victim")
SOURCE_KINDS = ("witness", "relative", "lawyer", "document", "agency", "press", "expert")
CERTAINTIES = ("certain", "likely", "uncertain", "disputed")
YES_NO = ("yes", "no", "unknown", "declined")

RECORD_KINDS = ("verbatim", "notes", "drafted")
READ_RESULTS = ("confirmed", "corrected", "not-reread")
MARKS = ("ask-again", "exact-words", "unclear")
STATUSES = ("draft", "read-back", "confirmed")
SEXUAL_VIOLENCE = ("not-raised", "opted-in", "declined", "left-to-specialist")

DOCUMENT_KINDS = (
    "red-notice",
    "charge-sheet",
    "warrant",
    "court-paper",
    "identity",
    "medical",
    "photo",
    "recording",
    "letter",
    "message",
    "press",
    "other",
)

PURPOSES = (
    "interview",
    "notes",
    "audio",
    "video",
    "photo",
    "copy-documents",
    "medical-detail",
    "storage",
    "future-contact",
    "legal-representation",
    "asylum-filing",
    "interpol-filing",
    "expert-opinion",
    "advocacy",
    "law-enforcement",
    "press",
    "research",
)
RECIPIENTS = (
    "counsel",
    "court",
    "asylum-authority",
    "interpol-ccf",
    "medical-expert",
    "ngo",
    "un",
    "law-enforcement",
    "press",
    "research",
)
IDENTITIES = ("named", "counsel-only", "pseudonym", "aggregate", "none")
CONSENT_METHODS = ("signature", "mark", "oral", "recording")

#: What an export may leave out as a whole (``--include`` brings it back).
TOPICS = ("asylum", "representation")

#: The kinds of an event's fields (``resources/forms``), and what a field may give away.
FIELD_KINDS = (
    "text",
    "narrative",
    "quotation",
    "number",
    "yesno",
    "date",
    "person",
    "place",
    "places",
    "organization",
    "identifier",
    "contact",
    "money",
    "legs",
    "choice",
)
GIVES = ("name", "place", "organization", "identifier", "contact", "date", "age", "quote", "nothing")

#: The parts of one leg of a journey, with the kind of each.
LEG_PARTS = (
    ("from", "place"),
    ("to", "place"),
    ("date", "date"),
    ("border", "text"),
    ("mode", "text"),
    ("documents", "text"),
    ("helped_by", "text"),
)

#: ISO 3166-1 alpha-2, the 249 codes in force.
COUNTRIES = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
    FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
    JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
    MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
    PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
    TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """.split()
)

_VARIANT = r"(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3})"
_LANGUAGE = re.compile(
    r"(?:"
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}"  # language, as ISO 639 writes it, with extended subtags
    r"(?:-[a-z]{4})?"  # script
    r"(?:-(?:[a-z]{2}|[0-9]{3}))?"  # region
    rf"(?P<variants>(?:-{_VARIANT})*)"
    r"(?P<extensions>(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*)"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?"
    r"|x(?:-[a-z0-9]{1,8})+"
    r")",
    re.IGNORECASE | re.ASCII,
)
_LONGEST_TAG = 64


def is_language(text: str) -> bool:
    """Whether a text is a well-formed language tag (BCP 47, RFC 5646 section 2.1), such as ``zh-Hans`` or ``ug-Latn``.

    Languages are the two and three letters of ISO 639: of the longer ones that the syntax allows none was ever
    registered, and "english" is a slip. Whether a subtag is registered is not looked up.
    """
    match = _LANGUAGE.fullmatch(text) if len(text) <= _LONGEST_TAG else None
    if match is None:
        return False
    variants = (match["variants"] or "").lower().split("-")[1:]
    singletons = [part for part in (match["extensions"] or "").lower().split("-") if len(part) == 1]
    return len(set(variants)) == len(variants) and len(set(singletons)) == len(singletons)


def is_country(text: str) -> bool:
    """Whether a text is an ISO 3166-1 alpha-2 code in force."""
    return text in COUNTRIES
