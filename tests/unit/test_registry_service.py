"""Who is on record and to whom they are tied, in ids, names and keys, as the window lists them."""

from __future__ import annotations

import pytest

from app.domain.case import (
    Case,
    CaseInfo,
    Event,
    Name,
    Organization,
    OrganizationPart,
    Person,
    PersonPart,
    Place,
    Relation,
    Risk,
)
from app.services import registry
from app.services.registry import Tie

CASE = Case(
    CaseInfo("HERON"),
    people=(
        Person("p1", (Name("Tan Weimin"), Name("谭伟民")), roles=("relative", "witness"), lives_in="l3"),
        Person(
            "p2",
            (Name("Tán Wěijūn"), Name("譚偉軍"), Name("A-Jun", "nickname")),
            roles=("relative",),
            relation=Relation("p1", "brother"),
            lives_in="l2",
            at_risk=(Risk("o1"),),
        ),
        Person("p3", (Name("Ekrem Tursun"), Name("ئەكرەم تۇرسۇن"), Name("Tursun Ekrem")), roles=("friend",)),
        Person(
            "p4",
            (Name("བསོད་ནམས་"), Name("Sonam")),
        ),
    ),
    places=(
        Place("l1", (Name("China"),), kind="country"),
        Place("l2", (Name("Reed Village"), Name("芦村")), kind="village", within="l1"),
        Place("l3", (Name("United States"),), kind="country"),
    ),
    organizations=(Organization("o1", (Name("Linhe County Police"),), kind="police"),),
    events=(
        Event("e1", "detention", people=(PersonPart("p1", "victim"),), organizations=(OrganizationPart("o1", "perpetrator"),)),
        Event("e2", "surveillance", people=(PersonPart("p1"),), organizations=(OrganizationPart("o1", "perpetrator"),)),
    ),
)


def found(typed: str) -> list[str]:
    return [row.id for row in registry.matching(registry.listing(CASE), typed)]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("tan weijun", ["p2"]),
        ("WEIJUN TAN", ["p2"]),
        ("weij", ["p2"]),
        ("谭伟军", ["p2"]),
        ("譚", ["p1", "p2"]),
        ("a jun", ["p2"]),
        ("ئەكرەم", ["p3"]),
        ("བསོད་", ["p4"]),
        ("芦村", ["l2"]),
        ("police linhe", ["o1"]),
        ("nobody", []),
        ("tan ekrem", []),
    ],
)
def test_an_entry_is_found_by_any_spelling(typed: str, ids: list[str]) -> None:
    assert found(typed) == ids


@pytest.mark.parametrize("typed", ["", "   ", "·"])
def test_without_a_letter_everything_is_listed(typed: str) -> None:
    assert len(found(typed)) == 8


def test_a_row_says_who_that_is() -> None:
    rows = {row.id: row for row in registry.listing(CASE)}
    assert (rows["p1"].name, rows["p1"].other, rows["p1"].role) == ("Tan Weimin", "谭伟民", "witness")
    assert (rows["p2"].relation, rows["p2"].at_risk) == ("brother", True)
    assert (rows["l2"].sort, rows["l2"].place) == ("village", "China")
    assert rows["o1"].sort == "police"


def test_a_brother_in_china_is_the_brother_of_the_witness_in_china() -> None:
    who = registry.who(CASE, CASE.people[1])
    assert (who.client, who.relation, who.to, who.to_client, who.country) == (False, "brother", "Tan Weimin", True, "China")


def test_a_country_takes_its_article_in_running_text() -> None:
    assert registry.who(CASE, CASE.people[0]).country == "the United States"


def test_ties_are_told_from_both_sides() -> None:
    assert registry.ties(CASE, "p2") == (Tie("relation", "p1", "brother"), Tie("risk", "o1"), Tie("lives", "l2"))
    assert registry.ties(CASE, "p1") == (
        Tie("lives", "l3"),
        Tie("relation", "p2", "brother", outward=False),
        Tie("part", "o1", "perpetrator", count=2),
    )
    assert registry.ties(CASE, "o1") == (
        Tie("risk", "p2", outward=False),
        Tie("part", "p1", "perpetrator", outward=False, count=2),
    )
    assert registry.ties(CASE, "l1") == (Tie("within", "l2", outward=False),)


def test_a_place_cannot_lie_in_itself_nor_in_what_lies_in_it_nor_in_a_smaller_one() -> None:
    assert [place.id for place in registry.can_lie_in(CASE, "l1", None)] == ["l3"]
    assert [place.id for place in registry.can_lie_in(CASE, None, "county")] == ["l1", "l3"]


@pytest.mark.parametrize(
    ("text", "tag"),
    [("谭伟民", "zh-Hans"), ("譚偉軍", "zh-Hant"), ("བསོད་ནམས་", "bo"), ("Tan Weimin", ""), ("ئەكرەم", ""), ("", "")],
)
def test_a_language_is_offered_only_where_the_script_says_it(text: str, tag: str) -> None:
    assert registry.likely_language(text) == tag
