"""The trained model adds to what the rules propose, never takes away, and answers the same on every machine."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.paths import resource
from app.redaction import detect_model
from app.redaction.detect_features import read
from app.redaction.detect_model import Model, guessed_names, packed, parsed, part, shipped_model
from app.redaction.detectors import detect, detect_names
from app.redaction.patterns_view import view_of

SENTENCES = [
    "so then memetjan came and he told ablikim not to go to yarbagh again",
    "my friend who is called zarmina she worked as a nurse in gulkhan, near the river.",
    "i was a primary school teacher at the dashtaba middle school before they took me",
    "Rose said nothing. I asked Hodan where was the paper, and officer sawut he laughed.",
    "they moved him to tiraz detention centre without telling us",
    "The applicant, who is a lorry driver, was diagnosed with epilepsy by the Karasu hospital.",
    "i don't remember how many they were, maybe ten, it was dark and the dog was barking",
    "no, not qeyser, the other one, the one from kenzhebaigrad",
]  # fmt: skip
TOLD = [
    ["memetjan", "ablikim", "yarbagh"],
    ["zarmina", "nurse", "gulkhan"],
    ["primary school teacher", "dashtaba", "middle school"],
    ["Rose", "Hodan", "officer sawut"],
    ["tiraz", "detention centre"],
    ["lorry driver", "epilepsy", "Karasu hospital"],
    [],
    ["qeyser", "kenzhebaigrad"],
]
#: Spans and sums of the sentences above, of the day the model was trained: ``python -m tests.unit.redaction.test_detect_model``.
FROZEN = "fd4fa49416bfa808393c732fc1e85b6db43a92b4a2301f688cb05f7c24769d30"
NAMED = [
    ("so then memetjan came back", "memetjan"),
    ("and we hid with zarmina until the morning", "zarmina"),
    ("they were asking about tursunbay and about his father", "tursunbay"),
    ("the road to kholabad was closed", "kholabad"),
    ("i gave the phone to selamawit", "selamawit"),
    ("she say that okonjo is not there", "okonjo"),
]
NO_NAMES = [
    "i don't want to say the names. please can we stop for a moment",
    "they put a bag over my head and they hit me on the leg and on the ear",
    "the county police came with a dog. the judge did not look at me once",
    "we slept at the airport, we ate bread and fish, it was raining",
    "sorry, my language is not good, how do you say the thing for the hands",
    "he lays down the pen and asks the same question again and again",
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_name_without_a_capital_is_asked_about_for_what_stands_around_it(text: str, name: str) -> None:
    assert name in [text[f.start : f.end] for f in detect_names(text, None)]


@pytest.mark.parametrize("text", NO_NAMES)
def test_talk_without_names_raises_no_question(text: str) -> None:
    assert [text[f.start : f.end] for f in detect_names(text, None) if not f.common] == []


def test_a_profession_is_told_and_never_asked_about() -> None:
    text = "I worked as a welder until they came."
    assert "welder" in [text[f.start : f.end] for f in detect(text, "en")]
    assert detect_names(text, "en") == []


def test_a_body_in_lower_case_is_told_whole() -> None:
    text = "they kept him in the tiraz detention centre all winter"
    told = "".join(text[f.start : f.end] + " " for f in detect(text, "en"))
    assert {"tiraz", "detention", "centre"} <= set(told.split())


def test_what_is_told_says_what_it_may_be() -> None:
    assert {f.kind for text in SENTENCES for f in detect(text, None)} <= {
        "person",
        "place",
        "organization",
        "date",
        "number",
        "other",
    }


WORDS = st.sampled_from(
    [
        *"aB. ,'-\n王县1Ａ\u200b\ue000\ue0ffم", "memet ", "Wang ", "wang ", "the ", "told me ", " of ", "i am a nurse ", "called ", "4 June 2019 ",
        "50 euros ", "court ", "Court ", "in ", "mr ", "my friend ", "İ ", "ß ", "ﬁ", "e\u0301", ". ", "Sąd w ", "two days ",
    ]
).filter(bool)  # fmt: skip


@given(st.lists(WORDS, max_size=25).map("".join))
@settings(max_examples=150, deadline=None)
def test_all_that_the_rules_propose_is_still_proposed(text: str) -> None:
    without, with_model = detect_names(text, None, guess=False), detect_names(text, None)
    assert [f for f in with_model if f in without] == without
    told = bytearray(len(text))
    last = 0
    for found in detect(text, None):
        assert last <= found.start < found.end <= len(text)
        last = found.end
        told[found.start : found.end] = b"\1" * (found.end - found.start)
    assert all(all(told[f.start : f.end]) for f in detect(text, None, guess=False))


@given(st.lists(WORDS, max_size=20), st.lists(st.integers(0xE000, 0xE0FF), max_size=20))
@settings(max_examples=100, deadline=None)
def test_all_slots_are_alike_to_the_model(parts: list[str], slots: list[int]) -> None:
    text = "".join(parts)
    it = iter(slots)
    other = "".join(chr(next(it, 0xE001)) if "\ue000" <= char <= "\ue0ff" else char for char in text)
    assert detect_names(text, None) == detect_names(other, None)


def _digest() -> str:
    spans = [[(f.start, f.end, f.kind) for f in detect(text, None)] for text in SENTENCES]
    sums = [detect_model.sums(read(text, ()), shipped_model()) for text in SENTENCES]
    return hashlib.sha256(json.dumps([spans, sums]).encode()).hexdigest()


def test_names_and_professions_are_told_in_talk() -> None:
    told = [[text[f.start : f.end] for f in detect(text, None)] for text in SENTENCES]
    assert told == TOLD


def test_the_answers_are_those_of_the_day_it_was_trained() -> None:
    assert _digest() == FROZEN


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_another_process_answers_the_same(seed: str) -> None:
    code = "from tests.unit.redaction.test_detect_model import _digest; print(_digest())"
    out = subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True)
    assert out.stdout.strip() == _digest()


def test_the_model_is_whole_numbers_and_small() -> None:
    data = resource("model", "names.tsv").read_bytes()
    assert len(data) < 1_500_000
    model = shipped_model()
    assert all(type(weight) is int for weight in model.weights.values())
    assert set(model.limits) == {"tell", "grow", "ask", "hold", "attribute", "spread"}
    assert model.limits["ask"] > model.limits["tell"]  # an export asks no more than is told


def test_no_sum_leaves_its_field() -> None:
    largest = max(abs(part(weight, field)) for weight in shipped_model().weights.values() for field in range(5))
    assert largest * 200 < 1 << 23  # a word has about sixty features


@given(st.lists(st.tuples(*[st.integers(-30000, 30000)] * 5), min_size=1, max_size=60))
def test_five_sums_in_one_are_five_sums(values: list[tuple[int, ...]]) -> None:
    total = sum(map(packed, values))
    assert [part(total, field) for field in range(5)] == [sum(column) for column in zip(*values, strict=True)]


def test_a_model_is_read_as_it_is_written() -> None:
    model = parsed("=tell\t-5\nwrose\t1 -2 3 0 0\n1\\n ,\t7 0 0 0 0\n")
    assert model == Model({"wrose": packed((1, -2, 3, 0, 0)), "1\n ,": packed((7, 0, 0, 0, 0))}, {"tell": -5})


def test_a_model_that_knows_nothing_proposes_nothing() -> None:
    silent = Model({}, dict.fromkeys(("tell", "grow", "ask", "hold", "attribute", "spread"), 1))
    assert guessed_names(view_of("memet came to yarbagh"), [], wide=True, model=silent) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\ue000",
        "\x00",
        "\ud800",
        "'",
        "a" * 5000,
        "İ" * 50,
        "\u0301" * 50,
        "９" * 50,
        "𝔘𝔫𝔦" * 9,
        "\u200b" * 9,
        "1" * 999,
        "\r\n\t" * 30,
        "=tell\t9",
    ],
)
def test_hostile_text_is_read_like_any_other(text: str) -> None:
    for found in (*detect(text, None), *detect_names(text, None)):
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize("unit", ["memet ", "i am a nurse ", "Ab\n", "x-", "the a of ", "ё ", "zq"])
def test_the_cost_grows_with_the_text(unit: str) -> None:
    def cost(size: int) -> float:
        begun = time.process_time()
        detect((unit * size)[:size], None)
        return time.process_time() - begun

    cost(100)
    assert cost(16000) < 12 * cost(4000) + 0.05


def test_a_megabyte_is_read_in_bounded_time() -> None:
    text = (" ".join(SENTENCES) + "\n") * (1_000_000 // (len(" ".join(SENTENCES)) + 1))
    begun = time.process_time()
    detect_names(text, None)
    assert time.process_time() - begun < 20  # 100 kB/s is 10 s; four or five are usual


def test_nothing_is_kept_of_what_was_read() -> None:
    detect("so then quverghan came back to xelilabad", None)
    held = [value for value in vars(detect_model).values() if isinstance(value, dict | list | set)]
    assert all("quverghan" not in str(value) for value in held)


if __name__ == "__main__":
    print(_digest())
