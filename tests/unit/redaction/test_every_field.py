"""What must not be read is not read wherever it stands: in every field of every type of event, of people and of papers."""

from __future__ import annotations

from typing import Any

import pytest

from app.redaction.fold import squeezed
from tests.redacting import FORMS, case_of, look, person

SAID = (
    "then guowie saw GUOWEI and #freeguowei1 and L***g, 沈X伟, 沉国伟, Shum Kwok-wai on 4th/5th June 2019 aged 14, 17 and 19,"
    " fe80::1, wx heron77x"
)
HIDDEN = ("guowie", "guowei", "shumkwok", "fe801", "77x", "沈", "沉国")
HIDDEN_WHERE_MONTHS_ARE_SHOWN = ("4th", "5th", "141", "17and", "and19")


def _case() -> Any:
    texts = ("text", "narrative", "quotation")
    return case_of(
        {
            "people": [
                person("p1", "Hu Baoling", roles=["witness"], occupation=SAID),
                person(
                    "p2",
                    "Shen Guowei",
                    "沈国伟",
                    roles=["friend"],
                    occupation=SAID,
                    relation={"to": "p1", "as": "brother"},
                    at_risk={"from": "o1", "because": SAID},
                ),
            ],
            "organizations": [{"id": "o1", "names": [{"text": "临海县公安局"}], "kind": "police", "country": "CN"}],
            "events": [
                {
                    "id": f"e{number}",
                    "type": name,
                    "date": "2019-06",
                    "account": f"They came. {SAID}",
                    "fields": {field.key: SAID for field in FORMS.fields_of(name) if field.kind in texts},
                    "sources": [{"kind": "witness", "person": "p1"}],
                }
                for number, name in enumerate(FORMS.types)
            ],
            "testimonies": [
                {"id": "t1", "person": "p1", "lang": "en", "status": "confirmed", "text": f"{SAID}\n\nHe says: {SAID}"}
            ],
            "documents": [{"id": "d1", "title": SAID, "kind": "letter", "issuer": "o1", "note": SAID, "about": ["e1"]}],
        }
    )


@pytest.mark.parametrize("profile", ["counsel", "court", "partner", "public"])
def test_nothing_hidden_is_read_in_any_field(profile: str) -> None:
    letters = squeezed(repr(look(_case(), profile, mask_undecided=True).view))
    hidden = (*HIDDEN, *HIDDEN_WHERE_MONTHS_ARE_SHOWN) if profile in ("partner", "public") else HIDDEN
    assert [words for words in hidden if words in letters] == []
