"""What selected words fill in: the date as it was told, one place, the people; nothing that could be another's."""

from __future__ import annotations

import pytest

from app.domain import case as domain
from app.domain.case import Case, CaseInfo, Interview, Name, Person, Place
from app.services.from_words import event_from, name_from, on_record, person_from, quoted_in

CASE = Case(
    CaseInfo("LARCH"),
    people=(
        Person("p1", (Name("Han Keyu"),), ("witness",)),
        Person("p2", (Name("Han Guoliang"), Name("韩国良"))),
        Person("p3", (Name("Li"),)),
        Person("p4", (Name("Old Wang"),)),
        Person("p5", (Name("Old Wang"),)),
    ),
    places=(Place("l1", (Name("Reed River"), Name("芦河"))), Place("l2", (Name("Linhai"),))),
)


def told(lang: str = "en", day: str | None = "2021-07-09") -> domain.Testimony:
    return domain.Testimony("t1", "p1", lang, "", interview=Interview(date=day) if day else None)


@pytest.mark.parametrize(
    ("words", "lang", "date"),
    [
        ("Last winter my brother telephoned.", "en", "2020-24"),
        ("He left about May 2019, on foot", "en", "2019-05~"),
        ("On 5 March 2020 they came", "en", "2020-03-05"),
        ("after May 2019 nobody heard of him", "en", "2019-06/"),
        ("they came for two brothers", "en", None),
        ("on 3 May they came", "en", None),
        ("去年冬天，我弟弟来电话。", "zh-Hans", "2020-24"),
        ("2020年9月我到了美国", "zh-Hans", "2020-09"),
    ],
)
def test_the_date_is_read_as_it_was_told_or_not_at_all(words: str, lang: str, date: str | None) -> None:
    assert event_from(CASE, told(lang), words).get("date") == date


def test_a_date_that_depends_on_the_day_of_telling_is_not_read_without_it() -> None:
    assert "date" not in event_from(CASE, told(day=None), "Last winter my brother telephoned.")


def test_people_and_the_one_place_are_filled_in_by_any_spelling() -> None:
    made = event_from(CASE, told(), "Han Guoliang’s wife went to Reed River.")
    assert (made["people"], made["place"]) == ([{"person": "p2"}], "l1")
    made = event_from(CASE, told("zh-Hans"), "我弟弟韩国良从芦河来电话")
    assert (made["people"], made["place"]) == ([{"person": "p2"}], "l1")


@pytest.mark.parametrize("words", ["I lived among police.", "Old Wang came.", "Reedy Rivers"])
def test_a_part_of_a_word_and_a_name_of_two_people_fill_in_nobody(words: str) -> None:
    made = event_from(CASE, told(), words)
    assert "people" not in made
    assert "place" not in made


def test_two_places_fill_in_neither() -> None:
    assert "place" not in event_from(CASE, told(), "from Reed River to Linhai")


def test_who_says_so_and_in_which_language_is_the_testimony() -> None:
    made = event_from(CASE, told("ug"), "  ئىنىم كەلدى  ")
    assert made == {
        "account": "ئىنىم كەلدى",
        "lang": "ug",
        "sources": [{"kind": "witness", "person": "p1", "said_on": "2021-07-09"}],
    }


def test_a_spelling_says_its_script_where_that_is_plain() -> None:
    assert name_from("韩国\n良")["text"] == "韩国 良"
    assert name_from("韩国良")["kind"] == "native"
    assert name_from("Han  Keyu") == {"text": "Han Keyu"}


def test_who_is_on_record_is_known_by_any_spelling_unless_two_share_it() -> None:
    assert on_record(CASE, "people", "韓國良") == "p2"
    assert on_record(CASE, "people", "Old Wang") == ""
    assert on_record(CASE, "places", "  ") == ""


@pytest.mark.parametrize(
    ("words", "name", "roles", "relation"),
    [
        ("my brother Han Guoliang", "Han Guoliang", ["relative"], "brother"),
        ("My older  brother, Han Guoliang", "Han Guoliang", ["relative"], "older brother"),
        ("my brother-in-law Han Guoliang", "Han Guoliang", ["relative"], "brother-in-law"),
        ("我弟弟韩国良", "韩国良", ["relative"], "弟弟"),
        ("我的弟弟，韩国良", "韩国良", ["relative"], "弟弟"),
        ("my friend Ekrem", "Ekrem", ["friend"], None),
        ("我朋友韩国良", "韩国良", ["friend"], None),
        ("my brother", "my brother", None, None),
        ("his brother Han Guoliang", "his brother Han Guoliang", None, None),
        ("my brother in prison", "my brother in prison", None, None),
        ("my brothers Han", "my brothers Han", None, None),
        ("Han Guoliang", "Han Guoliang", None, None),
        ("韩国良", "韩国良", None, None),
    ],
)
def test_what_somebody_is_to_the_witness_is_taken_from_the_words_before_the_name(
    words: str, name: str, roles: list[str] | None, relation: str | None
) -> None:
    made = person_from("p1", words)
    assert made["names"][0]["text"] == name
    assert made.get("roles") == roles
    assert made.get("relation") == ({"to": "p1", "as": relation} if relation else None)


def test_words_in_quotation_marks_are_the_exact_words_of_their_field() -> None:
    made = event_from(CASE, told(), "They told him: “Come home, or it is prison.” He hung up.", "exact_words")
    assert made["fields"] == {"exact_words": "Come home, or it is prison."}
    assert "fields" not in event_from(CASE, told(), "They told him to come home.", "exact_words")


@pytest.mark.parametrize(
    ("words", "found"),
    [('a "b" c', "b"), ("«б» “c”", "б"), ("「回來」", "回來"), ("“never closed", ""), ("it’s his", ""), ("“”", "")],
)
def test_quotation_marks(words: str, found: str) -> None:
    assert quoted_in(words) == found
