"""Question guides: one for each record type, in every language, every question with a place for its answer; bad ones are named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.domain.guides import CLOSING, LANGUAGES, OPENING, GuideError, load_guides
from app.paths import resource
from app.services.session import forms

GUIDES = load_guides(resource("guides"), forms())
GOOD = """
key = "flight"
type = "flight"
order = 1
standards = ["A standard"]
title = {en = "Flight", zh-Hans = "出逃"}
open = [{en = "Tell me.", zh-Hans = "请讲。"}]
ask = [{fields = ["route"], en = "Which way?", zh-Hans = "哪条路？"}]
never = [{en = "No promise.", zh-Hans = "不许诺。"}]
"""


def test_every_record_type_has_one_and_the_talk_has_a_beginning_and_an_end() -> None:
    assert [guide.type for guide in GUIDES if guide.type] == list(forms().types)
    assert (GUIDES[0].key, GUIDES[-1].key) == (OPENING, CLOSING)
    assert all(guide.standards and guide.never for guide in GUIDES)


@pytest.mark.parametrize("guide", [guide for guide in GUIDES if guide.type], ids=lambda guide: guide.type)
def test_every_field_of_a_type_is_asked_for_and_open_questions_come_first(guide) -> None:  # type: ignore[no-untyped-def]
    asked = {field for line in guide.ask for field in line.fields}
    assert {field.key for field in forms().types[guide.type].fields} <= asked
    assert guide.open


def test_no_line_asks_of_sexual_violence_and_those_that_could_come_near_it_forbid_it() -> None:
    for guide in GUIDES:
        for line in (*guide.open, *guide.ask):
            if "interview.sexual_violence" in line.fields:
                assert line.words["en"].startswith("Not a question.")
            else:
                assert not re.search("sexual|rape|性暴力|强奸|性侵", " ".join(line.words.values()))
    for key in ("detention", "immigration-custody", "ill-treatment"):
        never = next(guide for guide in GUIDES if guide.key == key).never
        for language, word in (("en", "exual violence"), ("zh-Hans", "性暴力")):
            assert any(word in line.words[language] for line in never)


def test_every_line_is_there_in_every_language() -> None:
    for guide in GUIDES:
        for line in (guide.title, *guide.say, *guide.open, *guide.ask, *guide.never):
            assert set(line.words) == set(LANGUAGES)
            assert re.search("[\u4e00-\u9fff]", line.words["zh-Hans"])
            assert not re.search("[\u4e00-\u9fff]", line.words["en"])


def _load(folder: Path, text: str, name: str = "flight.toml") -> None:
    (folder / name).write_text(text, "utf-8")
    load_guides(folder, forms())


def test_a_good_one_is_read(tmp_path: Path) -> None:
    _load(tmp_path, GOOD)


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('"route"', '"rout"', "ask[0].fields"),
        ('"route"', '"interview.nothing"', "ask[0].fields"),
        ('"route"', "7", "ask[0].fields"),
        ('fields = ["route"], ', "", "ask[0].fields"),
        ('type = "flight"', 'type = "flights"', "type"),
        ('type = "flight"', 'type = ["flight"]', "type"),
        ('key = "flight"', 'key = "fligh"', "key"),
        ("order = 1", "order = true", "order"),
        ('["A standard"]', "[]", "standards"),
        ('zh-Hans = "请讲。"', 'zh-Hans = " "', "open[0].zh-Hans"),
        ('zh-Hans = "请讲。"', 'bo = "x"', "open[0].bo"),
        ('en = "Tell me."', f'en = "{"x" * 601}"', "open[0].en"),
        ("order = 1", "order = 1\nmore = 1", "more"),
        ('never = [{en = "No promise.", zh-Hans = "不许诺。"}]', "", "never"),
        ("order = 1", "order = ", "TOML"),
    ],
)
def test_a_bad_one_is_refused_with_its_name_and_the_place(tmp_path: Path, old: str, new: str, where: str) -> None:
    assert old in GOOD
    with pytest.raises(GuideError) as caught:
        _load(tmp_path, GOOD.replace(old, new))
    assert str(caught.value).startswith("flight.toml: ")
    assert where in str(caught.value)


def test_what_is_too_large_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="larger"):
        _load(tmp_path, GOOD + "#" * 64_000)
