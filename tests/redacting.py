"""A small door to redaction for tests: one text, a few names, what is read and what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.case import Case
from app.domain.forms import load_forms
from app.domain.plain import from_plain
from app.paths import resource
from app.redaction.common import is_common
from app.redaction.decisions import read_decision
from app.redaction.disclose import Choices, Disclosure, disclose
from app.redaction.profiles import load_profile

FORMS = load_forms(resource("forms"))
DATED = date(2021, 7, 12)
CONSENTS = [
    {"purpose": "legal-representation", "recipient": "counsel"},
    {"purpose": "press", "recipient": "press"},
    {"purpose": "advocacy", "recipient": "ngo"},
    {"purpose": "legal-representation", "recipient": "court"},
    {"purpose": "interpol-filing", "recipient": "interpol-ccf"},
]


@dataclass(frozen=True)
class Read:
    """``text`` as it may be read; ``asked`` the words of each question."""

    text: str
    asked: tuple[str, ...]
    disclosure: Disclosure


def person(identity: str, *names: str, **more: Any) -> dict[str, Any]:
    return {"id": identity, "names": [{"text": name} for name in names], **more}


def case_of(entries: dict[str, Any]) -> Case:
    people = entries.get("people", [])
    consents = [
        {"id": f"c{number}-{one['id']}", "person": one["id"], "identity": "named", "given_on": "2021-07-02", **grant}
        for one in people
        if "witness" in one.get("roles", [])
        for number, grant in enumerate(CONSENTS)
    ]
    return from_plain(Case, {"case": {"code": "HERON"}, "consents": consents, **entries})


def look(case: Case, profile: str = "counsel", decisions: Sequence[dict[str, Any]] = (), **choices: Any) -> Disclosure:
    rules = load_profile(profile)
    chosen = Choices(DATED, choices.pop("testimonies", (rules.testimonies,)), **choices)
    read = [read_decision(plain) for plain in decisions]
    return disclose(case, rules, read, {}, FORMS, chosen, is_common)


def redact(
    text: str,
    *people: dict[str, Any],
    profile: str = "counsel",
    lang: str | None = None,
    decisions: Sequence[dict[str, Any]] = (),
    places: Sequence[dict[str, Any]] = (),
    organizations: Sequence[dict[str, Any]] = (),
    **choices: Any,
) -> Read:
    """Redact one text that stands as the account of one event."""
    event = {"id": "e1", "type": "legal-step", "account": text, **({"lang": lang} if lang else {})}
    if profile == "public":
        event["type"] = "protest"
    case = case_of({"people": list(people), "places": list(places), "organizations": list(organizations), "events": [event]})
    done = look(case, profile, decisions, **choices)
    account = done.view.events[0].account if done.view.events else ()
    asked = tuple(question.text for question in done.questions if question.where == "events[0].account")
    return Read("\n\n".join(account), asked, done)
