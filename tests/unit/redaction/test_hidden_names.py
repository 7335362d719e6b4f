"""Names that somebody, a scanner or a keyboard hid in the text: in longer words, behind stars, torn, told by a word."""

from __future__ import annotations

import pytest

from tests.redacting import person, redact

WANG = person("p1", "Wang Lijun", "王立军", roles=["witness"])
SHEN = person("p2", "Shen Guowei", "沈国伟", roles=["friend"])
MEMET = person("p3", "Memet Tursun", roles=["friend"])
HOPE = person("p4", "Hope Young", roles=["friend"])
CRUZ = person("p5", "Juan Cruz", roles=["friend"])
ALL = (WANG, SHEN, MEMET, HOPE, CRUZ)

# (text, what is asked, who is meant)
IN_WORDS = [
    ("He posted #freewanglijun today.", "freewanglijun", "p1"),
    ("He posted #freelijun today.", "freelijun", "p1"),
    ("He posted #justiceforguowei today.", "justiceforguowei", "p2"),
    ("He posted #freecruz today.", "freecruz", "p5"),
    ("He posted #freehope today.", "freehope", "p4"),
    ("Then prolijun people came.", "prolijun", "p1"),
    ("Then thenlijuncame was typed.", "thenlijuncame", "p1"),
    ("Then thenLijuncame was typed.", "thenLijuncame", "p1"),
    ("Then tursunning came.", "tursunning", "p3"),
    ("Then cruzning came.", "cruzning", "p5"),
    ("Then tursunjan came.", "tursunjan", "p3"),
    ("Then mrcruz came.", "mrcruz", "p5"),
    ("Then mrswang came.", "mrswang", "p1"),
    ("The guoweiists came.", "guoweiists", "p2"),
]


@pytest.mark.parametrize(("text", "asked", "meant"), IN_WORDS)
def test_a_name_written_into_a_word_is_asked(text: str, asked: str, meant: str) -> None:
    read = redact(text, *ALL)
    question = next(q for q in read.disclosure.questions if q.text == asked)
    assert meant in question.suggests
    assert asked not in redact(text, *ALL, mask_undecided=True).text


@pytest.mark.parametrize(
    "text", ["He talked of freedom.", "They were hopeful.", "It was a wangle.", "She wore a cruzeiro as a charm."]
)
def test_an_everyday_word_holds_no_name(text: str) -> None:
    assert not any(q.suggests for q in redact(text, WANG, HOPE, SHEN).disclosure.questions)


HIDDEN = [
    ("Then L***n came.", "L***n"),
    ("Then l***n came.", "l***n"),
    ("Then G*o*ei came.", "G*o*ei"),
    ("Then W*ng came.", "W*ng"),
    ("Then Li*** came.", "Li***"),
    ("Then S___ came.", "S___"),
    ("Then S████ came.", "S████"),
    ("Then W**g L***n came.", "W**g"),
    ("Then Me met Tu rsun came.", "Me met Tu rsun"),
    ("then gu\now ei shen came", "gu\now ei shen"),
    ("Then W. Lijun came.", "W. Lijun"),
    ("Then w. lijun came.", "w. lijun"),
    ("Then l.j. wang came.", "l.j. wang"),
    ("Then w.l.j. came.", "w.l.j."),
    ("Then m.t. came.", "m.t."),
    ("then hope said no", "hope"),
    ("then hope was arrested", "hope"),
    ("he saw a man named young", "young"),
    ("王*军来了。", "王*军"),
    ("王○军来了。", "王○军"),
    ("王××来了。", "王××来"),
    ("沈X伟来了。", "沈X伟"),
    ("沈某伟来了。", "沈某伟"),
    ("军子来了。", "军子"),
    ("沈于六月被带走。", "沈"),
    ("老板沈，来了。", "沈"),
    ("他叫国家的国，伟大的伟。", "伟大的伟"),
    ("他叫英雄的雄，立正的立。", "立正的立"),
    ("他是三横王。", "三横王"),
]


@pytest.mark.parametrize(("text", "asked"), HIDDEN)
def test_a_hidden_name_is_asked(text: str, asked: str) -> None:
    read = redact(text, *ALL)
    assert asked in read.asked
    assert asked not in redact(text, *ALL, mask_undecided=True).text


MASKED = [
    ("Then L\u200bi\u2060j\u00adu\u180en came.", "Then [Witness] came."),
    ("Then " + "".join(chr(0xE0000 + ord(c)) for c in "Lijun") + " came.", "Then [Witness] came."),
    ("王\n立\n军\n来\n了。", "[Witness]\n来\n了。"),
    ("王(立)军来了。", "[Witness]来了。"),
    ("王「立」军来了。", "[Witness]来了。"),
    ("“王”立军来了。", "“[Witness]来了。"),
    ("他姓王，名立军。", "他姓[Witness]，名[Witness]。"),
    ("姓沈的来了。", "姓[Friend 1]的来了。"),
    ("王氏来了。", "[Witness]来了。"),
    ("沈某人来了。", "[Friend 1]来了。"),
    ("沈叔叔来了。", "[Friend 1]来了。"),
    ("沉国伟来了。", "[Friend 1]来了。"),
    ("沈guowei来了。", "[Friend 1]来了。"),
    ("我和国伟来了。", "我和[Friend 1]来了。"),
]


@pytest.mark.parametrize(("text", "expected"), MASKED)
def test_a_hidden_name_is_masked_whole(text: str, expected: str) -> None:
    assert redact(text, WANG, SHEN).text == expected


@pytest.mark.parametrize(
    "text",
    ["then i hope so", "i will say so", "e.g. this one", "It was **bold** text.", "他是军队的军官。", "He has 2*3 cows."],
)
def test_what_hides_no_name_is_kept(text: str) -> None:
    people = (HOPE, person("p6", "Erik Gerber"), person("p7", "Will Turner"), WANG)
    assert redact(text, *people).text == text
