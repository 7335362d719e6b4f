"""Searchable words: folded for alphabets, cut into characters where a script puts no spaces."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.storage import words


def _found(text: str, query: str) -> bool:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE w USING fts5 (t, tokenize = \"unicode61 remove_diacritics 0 categories 'L* N* M* Co'\")")
    db.execute("INSERT INTO w VALUES (?)", (" ".join(words.tokens(text)),))
    expression = words.query(query)
    found = bool(expression) and bool(db.execute("SELECT 1 FROM w WHERE w MATCH ?", (expression,)).fetchall())
    db.close()
    return found


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("沈国伟说下河村的事", "国伟"),
        ("沈国伟说下河村的事", "下河村"),
        ("沈国伟说下河村的事", "沈"),
        ("沈国伟 Shen Guowei", "shen 国伟"),
        ("Café in Zürich", "cafe"),
        ("Café in Zürich", "ZURICH"),
        ("the red notice of 2021", "red notice"),
        ("the red-notice of 2021", "red-not"),
        ("held thirty days", "thir"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("ئۇيغۇر ئاپتونوم", "ئۇيغۇر"),
        ("བོད་ཡིག", "བོད"),
        ("Минск", "минск"),
        ("Xi'an", "xi'an"),
        ("+86 138 0013 8000", "138"),
        ("東京タワー", "タワー"),
        ("a\u200bb", "ab"),
    ],
)
def test_a_word_is_found(text: str, query: str) -> None:
    assert _found(text, query)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("沈国伟", "伟国"),
        ("沈国伟", "沈伟"),
        ("held thirty days", "irty"),
        ("held thirty days", "thirty nights"),
        ("anything", ""),
        ("anything", " ... "),
        ("བོད", "བད"),
    ],
)
def test_what_does_not_stand_there_is_not_found(text: str, query: str) -> None:
    assert not _found(text, query)


@settings(max_examples=80)
@given(st.text(alphabet="沈国伟下河村的事了", min_size=2, max_size=12), st.data())
def test_every_part_of_a_chinese_text_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert _found(text, text[start:end])


@settings(max_examples=80)
@given(st.text(max_size=40), st.text(max_size=12))
def test_no_query_is_an_error(text: str, query: str) -> None:
    _found(text, query)


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=30).filter(words.tokens))
def test_a_text_is_found_by_itself(text: str) -> None:
    assert _found(text, text)


def test_every_text_of_an_entry_has_its_path() -> None:
    value = {"id": "p1", "names": [{"text": "A"}, {"text": "B"}], "roles": ["witness"], "n": 3, "sub": {"why": "C"}}
    assert list(words.strings(value)) == [
        ("names[0].text", "A"),
        ("names[1].text", "B"),
        ("roles[0]", "witness"),
        ("sub.why", "C"),
    ]


def test_a_snippet_shows_the_word_and_a_little_around_it() -> None:
    text = "a " * 100 + "Zürich stands here" + " b" * 100
    cut = words.snippet(text, "zurich")
    assert "Zürich stands here" in cut
    assert cut.startswith("…") and cut.endswith("…")
    assert len(cut) < 130
