"""What stands for a name reads well, and what stands in brackets is found in the list of who is who."""

from __future__ import annotations

import pytest

from app.redaction import grammar
from tests.redacting import case_of, look, person, redact

OFFICER = person("p1", "Qiu Desheng", roles=["official"], disclose={"as": "descriptor", "text": "an officer"})
FACILITY = {"id": "l1", "names": [{"text": "Heron House"}], "kind": "facility"}


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("He was held at the Heron House.", "He was held at [Facility]."),
        ("He was held at the Heron House in winter.", "He was held at [Facility] in winter."),
        ("The Heron House was cold.", "[Facility] was cold."),
        ("He was held at Heron House.", "He was held at [Facility]."),
        ("Then the Heron House refused it.", "Then [Facility] refused it."),
        ("He feared the Heron House guards.", "He feared the [Facility] guards."),
    ],
)
def test_a_code_takes_no_article_but_a_word_after_it_keeps_its_own(said: str, read: str) -> None:
    assert redact(said, places=[FACILITY]).text.replace("[Facility 1]", "[Facility]") == read


def test_a_place_that_no_list_explains_keeps_its_description_in_brackets() -> None:
    assert grammar.fit("a facility in China", "at the ", ".", "en", False, listed=False) == "[Facility in China]"
    assert grammar.fit("a facility in China", "at ", ".", "en", True, listed=False) == "the facility"


def test_nobody_is_a_man_who_called_himself_the_caller() -> None:
    assert grammar.fit("the caller", "a man who called himself ", ".", "en", False) == "[Caller]"


def test_a_descriptor_does_not_say_again_what_was_just_said() -> None:
    assert grammar.fit("a mining company", "money from a mining company, ", ".", "en", False) == "[Mining company]"


def test_the_list_gives_the_form_in_brackets_whether_or_not_a_text_uses_it() -> None:
    firm = {"id": "o1", "names": [{"text": "Red Pine"}], "kind": "company", "disclose": {"as": "descriptor", "text": "a mine"}}
    parts = {"people": [{"person": "p1"}], "organizations": [{"organization": "o1"}]}
    for account in ("My friend the Qiu Desheng came.", "He came."):
        event = {"id": "e1", "type": "protest", "account": account, **parts}
        view = look(case_of({"people": [OFFICER], "organizations": [firm], "events": [event]})).view
        assert [(one.stands_as, one.in_text) for one in view.people] == [("an officer", "[Officer]")]
        assert [(one.stands_as, one.in_text) for one in view.organizations] == [("a mine", "[Mine]")]
