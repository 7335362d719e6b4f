"""What still points to one person when every name is gone is listed."""

from __future__ import annotations

import pytest

from app.review.mosaic import mosaic
from tests.redacting import person, redact

WANG = person("p1", "Wang Lijun", "王立军", roles=["witness"])
CHINA = [{"id": "l0", "names": [{"text": "China"}], "kind": "country"}]


@pytest.mark.parametrize(
    "text",
    [
        "Wang Lijun was the only female judge in China.",
        "Wang Lijun was China's only blind judge.",
        "Wang Lijun was the sole doctor there.",
        "Wang Lijun was the first Tibetan woman to become a judge.",
        "Wang Lijun was the youngest elected official in China.",
        "Wang Lijun was one of only three survivors from that camp.",
        "No other teacher in the place spoke out as Wang Lijun did.",
        "王立军是那里唯一的医生。",
        "王立军是第一个站出来的老师。",
        "王立军是村里最年轻的干部。",
    ],
)
def test_a_sentence_that_singles_somebody_out_is_listed(text: str) -> None:
    lang = "zh-Hans" if "立" in text else None
    view = redact(text, WANG, places=CHINA, profile="public", lang=lang, mask_undecided=True).disclosure.view
    assert any(combination.blur == "leaving out what makes it single" for combination in mosaic(view))


@pytest.mark.parametrize(
    "text", ["It was the only way out of there.", "The first hearing was in May.", "It was their last night there."]
)
def test_what_is_single_and_nobody_is_not_listed(text: str) -> None:
    assert mosaic(redact(text, WANG, profile="public").disclosure.view) == ()
