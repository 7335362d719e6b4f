"""A whole valid case file, and the forms that the program ships with."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest

from app.domain.forms import Forms, load_forms

HERON = """
{
  "format": "affiant-case", "version": 1,
  "case": {
    "code": "HERON", "opened": "2021-07-02", "languages": ["en", "zh-Hans"], "jurisdiction": "US",
    "matters": ["asylum", "interpol"],
    "engagement": {"counsel": "p7", "since": "2021-07-02", "directed": true},
    "hold": {"on": "2021-07-02", "by": "p7", "why": "pending bond hearing"},
    "retention": {"basis": "client agreement", "review_on": "2026-07-02"}
  },
  "people": [
    {
      "id": "p1", "roles": ["witness"],
      "names": [{"text": "Shen Guowei", "kind": "legal", "lang": "zh-Latn"}, {"text": "沈国伟", "kind": "native"}],
      "relation": {"to": "p2", "as": "older brother"}, "sex": "m", "born": "1974-03", "nationality": "CN",
      "occupation": "village chief", "lives_in": "l1",
      "contacts": [{"kind": "phone", "value": "+86 138 0013 8000"}],
      "identifiers": [{"kind": "passport", "value": "E30591274"}],
      "at_risk": {"from": "o1", "because": "state security threatened him with charges", "since": "2021-03"},
      "public_figure": false, "disclose": {"as": "descriptor", "text": "the man"}
    },
    {"id": "p2", "names": [{"text": "Shen Guoqiang"}], "at_risk": [{"from": "p1"}, {"since": "2021"}]},
    {"id": "p7", "roles": ["advocate", "interpreter"], "names": [{"text": "Ann Other", "kind": "alias"}]}
  ],
  "places": [
    {"id": "l1", "names": [{"text": "Xiahe Village", "lang": "zh-Latn"}], "kind": "village", "within": "l2"},
    {"id": "l2", "names": [{"text": "Linhai County"}], "kind": "county", "public": false}
  ],
  "organizations": [
    {"id": "o1", "names": [{"text": "Linhai County Public Security Bureau"}], "kind": "police", "country": "CN",
     "public": false, "disclose": {"as": "descriptor", "text": "the county police"}}
  ],
  "events": [
    {
      "id": "e1", "type": "detention", "date": "2019-05-02/2019-06-01", "place": "l1",
      "people": [{"person": "p1", "as": "victim"}], "organizations": [{"organization": "o1", "as": "perpetrator"}],
      "fields": {"claimed_days": 30, "charge": "none given", "facilities": ["l1"], "warrant_shown": "no",
                 "detention_type": "extra-legal", "agency": "o1", "place_of_arrest": "l1", "counsel_when": "2019-05",
                 "client_confidence": "sure"},
      "account": "They held me for thirty days in the county guesthouse.", "lang": "en",
      "sources": [{"kind": "witness", "person": "p1", "said_on": "2021-07-02"}],
      "certainty": "certain", "caused_by": ["e2"]
    },
    {"id": "e2", "type": "property-seizure",
     "fields": {"owner": "p1", "value": {"amount": 1200000, "currency": "CNY", "on": "2019"}}},
    {"id": "e3", "type": "flight", "fields": {"legs": [{"from": "l1", "to": "l2", "date": "2019-07", "mode": "bus"}]}}
  ],
  "testimonies": [
    {
      "id": "t1", "person": "p1", "lang": "en", "text": "One.\\n\\nTwo.", "translation_of": "t0",
      "translation": {"by": "p7", "on": "2021-07-03"},
      "interview": {
        "date": "2021-07-02", "place": "l2", "language": "zh-Hans", "present": [{"person": "p7", "as": "advocate"}],
        "recorded": false, "breaks": 2, "start": "14:05", "end": "16:00", "pauses": [{"from": "14:30", "to": "14:40"}],
        "interpreter": "p7", "rights_explained": "yes", "told_before": 3, "topics_closed": ["a topic"],
        "sexual_violence": "not-raised", "taken_on_paper": true, "entered_on": "2021-07-04"
      },
      "record": "verbatim",
      "readback": {"on": "2021-07-03", "language": "zh-Hans", "interpreter": "p7",
                   "paragraphs": [{"n": 1, "result": "confirmed"}]},
      "amendments": [{"paragraph": 1, "on": "2021-07-03", "by": "p7", "why": "date corrected", "earlier": "Uno."}],
      "marks": [{"paragraph": 2, "mark": "ask-again", "recording": "d1", "at": 61.5}],
      "signed_on": "2021-07-03", "status": "confirmed"
    },
    {"id": "t0", "person": "p1", "lang": "zh-Hans", "text": "一。"}
  ],
  "documents": [
    {"id": "d1", "title": "Red notice, extract", "kind": "red-notice", "date": "2021-01", "issuer": "o1", "lang": "en",
     "file": "evidence/notice.pdf", "about": ["e1"], "note": ""},
    {"id": "d2", "title": "A letter", "data": "aGVsbG8=",
     "sha256": "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"}
  ],
  "consents": [
    {"id": "c1", "person": "p1", "purpose": "legal-representation", "recipient": "counsel", "identity": "pseudonym",
     "given_on": "2021-07-02", "method": "signature", "language": "zh-Hans", "explained": true, "given_by": "p2",
     "assent": "yes", "scope": ["e1", "t1"], "interpreter": "p7", "ask_again_on": "2022", "expires": "2026-07-02",
     "withdrawn_on": "2025", "recall_tried": "unknown", "told_limits": "declined"}
  ]
}
"""


@pytest.fixture
def heron() -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(HERON)
    return tree


@pytest.fixture(scope="session")
def forms() -> Forms:
    return load_forms(files("resources").joinpath("forms"))
