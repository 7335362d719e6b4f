"""Which hits count: what may be shown, what only looks like a name, and how sure a find must be where it was made."""

from __future__ import annotations

import pytest

from app.redaction.finder import Form
from app.report.check_search import Search, search
from app.report.check_values import Found, Protected, Strength
from tests.leaks import everyday


def form(key: str, *breaks: int, **more: bool) -> Form:
    return Form(key=key, owner="x", breaks=frozenset(breaks), **more)


def owners(text: str, *forms: Form, allowed: tuple[str, ...] = (), strength: Strength = "reading") -> list[str]:
    return Search(Protected(forms, allowed), everyday).owners(Found("a place", strength, text))


KONG = form("kong")
WHOLE_KONG = form("kong", whole=True)
LI_NA = form("lina", 2, whole=True)


@pytest.mark.parametrize(
    ("text", "forms", "allowed", "found"),
    [
        ("He fled to Hong Kong.", (KONG,), ("Hong Kong",), False),
        ("He fled to Hong Kong.", (KONG,), (), True),
        ("Kong fled to Hong Kong.", (KONG,), ("Hong Kong",), True),
        ("HONG  KONG", (KONG,), ("Hong Kong",), False),
        ("He met Kong.", (KONG,), ("Kong",), False),
        ("He met Kong.", (WHOLE_KONG,), ("Kong",), True),
        ("He fled to Hong Kong.", (WHOLE_KONG,), ("Hong Kong",), False),
        ("Kong’s house", (KONG,), ("Kong",), False),
        ("Li Na came", (LI_NA,), ("Li",), True),
        ("Yaqiu Wang said", (form("wang"),), ("Yaqiu Wang",), False),
        ("Shaqiu Wang said", (form("wang"),), ("Qiu Wang",), True),
        ("香港的王伟", (form("王伟", whole=True, ask=True),), ("王伟",), True),
        ("国家建国之后", (form("建国"),), ("国家建国",), False),
    ],
)
def test_what_may_be_shown_clears_what_lies_inside_it(
    text: str, forms: tuple[Form, ...], allowed: tuple[str, ...], found: bool
) -> None:
    assert bool(owners(text, *forms, allowed=allowed)) is found


HOPE = form("hope", ask=True, capital=True, whole=True)
SHARED_LI = form("li", ask=True)
INITIALS = form("wlj", 1, 2, ask=True, initials=True)


@pytest.mark.parametrize(
    ("text", "which", "strength", "found"),
    [
        ("Then Hope came.", HOPE, "reading", True),
        ("We had hope.", HOPE, "reading", False),
        ("Li was there", SHARED_LI, "reading", True),
        ("The police had limited time", SHARED_LI, "reading", False),
        ("W.L.J. signed", INITIALS, "reading", True),
        ("Li", SHARED_LI, "joint", False),
        ("Li", SHARED_LI, "token", False),
        ("WLJ", INITIALS, "token", False),
        ("Lijun", form("lijun"), "token", True),
        ("Lijun", form("lijun"), "joint", True),
        ("Lijun", form("lijun"), "binary", False),
        ("\x00\x01Memet Tursun\xff", form("memettursun", 5), "binary", True),
        ("xmemettursunx", form("memettursun", 5), "reading", True),
        ("nusruT temeM", form("memettursun", 5), "reading", True),
        ("军立王", form("王立军"), "reading", True),
    ],
)
def test_how_sure_a_find_must_be_depends_on_where_it_was_made(text: str, which: Form, strength: Strength, found: bool) -> None:
    assert bool(owners(text, which, strength=strength)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rather than mingle with them", False),
        ("he said Han Ming left", True),
        ("he said han ming left", True),
        ("xhanmingx", True),
        ("Han-Ming", True),
        ("h a n m i n g", True),
    ],
)
def test_letters_of_other_words_are_no_name(text: str, found: bool) -> None:
    assert bool(owners(text, form("hanming", 3, whole=True))) is found


def test_an_owner_is_named_once_for_each_place() -> None:
    found = [Found("page 1", "reading", "Kong and Kong"), Found("page 1", "joint", "Kong"), Found("page 2", "reading", "Kong")]
    assert list(search(found, Protected((KONG,)), everyday)) == [("x", "page 1"), ("x", "page 2")]


def test_nothing_protected_finds_nothing() -> None:
    assert list(search([Found("page 1", "reading", "anything")], Protected(()), everyday)) == []


def test_words_stay_out_of_every_repr() -> None:
    assert "Kong" not in repr(Found("a place", "reading", "Kong")) + repr(Protected((KONG,), ("Kong",)))
