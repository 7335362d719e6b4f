"""Signs of who speaks and stamps of the time are words like any other: no question is asked about them, no copy hides them."""

from __future__ import annotations

import pytest

from tests.redacting import case_of, look

TEXTS = {
    "en": "[14:11] Q: Who came?\n\n[14:19] A: Nobody came to the house that day.\n\nA: After a hearing.",
    "zh-Hans": "[14:19] 答：那天没有人来。\n\n[14:24] 问：您是什么时候知道的？",
}


@pytest.mark.parametrize("lang", TEXTS)
def test_signs_and_times_are_no_finds(lang: str) -> None:
    case = case_of(
        {
            "people": [{"id": "p1", "names": [{"text": "Shen Guowei"}], "roles": ["witness"]}],
            "testimonies": [{"id": "t1", "person": "p1", "lang": lang, "text": TEXTS[lang], "status": "confirmed"}],
        }
    )
    shown = look(case, "counsel", testimonies=("all",))
    assert shown.questions == ()
    assert "\n\n".join(p.text for p in shown.view.testimonies[0].paragraphs) == TEXTS[lang]
    public = look(case, "public", testimonies=("all",))
    assert "14:19" not in "".join(p.text for p in public.view.testimonies[0].paragraphs), "the hour is for those who need it"
