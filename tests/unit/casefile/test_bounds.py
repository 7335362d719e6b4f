"""Whatever the file holds, reading it ends soon and takes little."""

from __future__ import annotations

import json
import time
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.casefile import CaseFileError, bounded, dump, parse, read
from app.domain.forms import Forms

MIB = 1024 * 1024
HEAD = b'{"format": "affiant-case", "version": 1, "case": {"code": "HERON"}, '


def _person(value: bytes) -> bytes:
    return HEAD + b'"people": [{"id": "p1", "names": [{"text": ' + value + b"}]}]}"


HOSTILE: dict[str, tuple[bytes, str]] = {
    "33 levels": (b"[" * 33 + b"]" * 33, "$: nested deeper than 32 levels"),
    "a million lists in each other": (b"[" * 1_000_000 + b"]" * 1_000_000, "$: nested deeper than 32 levels"),
    "a million objects in each other": (b'{"a":' * 1_000_000, "$: nested deeper than 32 levels"),
    "deep behind a text with brackets": (b'["]]]\\"]]]",' + b"[" * 40 + b"]" * 41, "$: nested deeper than 32 levels"),
    "five million commas": (b"[" + b"," * 5_000_000 + b"]", "$: too many values"),
    "five million numbers": (b"[" + b"0," * 5_000_000 + b"0]", "$: too many values"),
    "two million objects": (b"[" + b"{}," * 2_000_000 + b"{}]", "$: too many values"),
    "five million texts with commas": (b"[" + b'",",' * 5_000_000 + b'","]', "$: too many values"),
    "a number of ten million digits": (_person(b"1" * 10_000_000), "a number outside ±10^12"),
    "ten million digits after the point": (_person(b"1." + b"1" * 10_000_000), "a number of too many digits"),
    "a huge exponent": (_person(b"1e" + b"9" * 300), "a number outside ±10^12"),
    "a text of 1,000,001 characters": (_person(b'"' + b"x" * 1_000_001 + b'"'), "longer than 1,000,000 characters"),
    "a text of 1,000,001 characters, each four bytes": (
        _person(b'"' + "😀".encode() * 1_000_001 + b'"'),
        "longer than 1,000,000 characters",
    ),
    "a million half pairs": (_person(b'"' + rb"\ud83d" * 1_000_000 + b'"'), "half of a surrogate pair"),
    "a key twice at the end of a million": (
        b'{"case": {' + b",".join(b'"%d":0' % n for n in range(1_000_000)) + b',"code":1,"code":2}}',
        "case.code: a key that stands twice",
    ),
    "ten million backslashes": (b'"' + b"\\" * 10_000_000 + b'"', "$: not an object"),
    "a million keys of data": (b'{"data": "' * 1_000_000, "$: nested deeper than 32 levels"),
    "65 MB of nothing": (b" " * (65 * MIB), "$: larger than 64 MB without documents"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_little_time(name: str, forms: Forms) -> None:
    raw, said = HOSTILE[name]
    started = time.process_time()

    with pytest.raises(CaseFileError) as caught:
        parse(raw, forms, None)

    assert said in str(caught.value)
    assert time.process_time() - started < 5  # some tenths of a second; the margin is for slow machines


@pytest.mark.parametrize("name", ["a million lists in each other", "five million numbers", "a number of ten million digits"])
def test_a_hostile_file_takes_memory_of_its_own_size(name: str, forms: Forms) -> None:
    raw, _ = HOSTILE[name]
    tracemalloc.start()

    with pytest.raises(CaseFileError):
        parse(raw, forms, None)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 6 * len(raw) + 4 * MIB


def test_no_more_of_a_file_is_read_than_its_limit(tmp_path: Path, forms: Forms, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "heron.case.json"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    monkeypatch.setattr("app.casefile.reading.FILE_LIMIT", MIB)
    monkeypatch.setattr(bounded, "FILE_LIMIT", MIB)

    with pytest.raises(CaseFileError, match="larger than 1 MB with the documents in it"):
        read(path, forms)


def test_documents_within_do_not_count_towards_the_limit_of_the_text(forms: Forms, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "TEXT_LIMIT", 1000)
    raw = HEAD + b'"documents": [{"id": "d1", "title": "Paper", "data": "' + b"A" * 40_000 + b'"}]}'

    (attachment,) = parse(raw, forms, None).attachments

    assert attachment.source == bytes(30_000)


@pytest.mark.parametrize("entries", [99_999, 100_000])
def test_up_to_100_000_entries_are_read_and_no_more(entries: int, forms: Forms) -> None:
    places = b",".join(b'{"id":"l%d","names":[{"text":"Place"}]}' % number for number in range(entries))
    raw = HEAD + b'"people": [{"id": "p1", "names": [{"text": "One"}]}], "places": [' + places + b"]}"

    if entries == 99_999:
        assert len(parse(raw, forms, None).case.places) == entries
    else:
        with pytest.raises(CaseFileError, match=r"\A\$: more than 100,000 entries\Z"):
            parse(raw, forms, None)


def test_what_lies_at_the_limits_is_read(heron: dict[str, Any], forms: Forms) -> None:
    heron["people"][0]["occupation"] = "沈" * 1_000_000
    heron["events"][0]["fields"]["claimed_days"] = 10**12
    heron["events"][1]["fields"]["value"]["amount"] = -1e12
    heron["case"]["code"] = "X" * 64

    case = parse(json.dumps(heron, ensure_ascii=False).encode(), forms, None).case

    assert len(case.people[0].occupation or "") == 1_000_000
    assert parse(dump(case), forms, None).case == case


def test_texts_full_of_brackets_commas_and_quotes_are_not_taken_for_structure(heron: dict[str, Any], forms: Forms) -> None:
    awkward = '[{"[[[["' * 40 + "\\" * 7 + '","data":"QUFB"' + "]" * 99 + "\\"
    heron["events"][0]["account"] = awkward
    heron["people"][0]["occupation"] = '"' * 5 + "\\"

    case = parse(json.dumps(heron).encode(), forms, None).case

    assert case.events[0].account == awkward


AWKWARD = st.text(st.sampled_from('\\"\\\\{}[],:a沈\n'), max_size=12)
TREES = st.recursive(
    st.one_of(AWKWARD, st.integers(-9, 9), st.booleans()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(AWKWARD, inner, max_size=4)),
    max_leaves=20,
)


def _marks(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ",".join(map(_marks, value.values())) + "}"
    return "[" + ",".join(map(_marks, value)) + "]" if isinstance(value, list) else ""


@settings(max_examples=300)
@given(TREES, st.booleans())
def test_structure_is_told_from_text_exactly(tree: Any, ascii_only: bool) -> None:
    written = json.dumps(tree, ensure_ascii=ascii_only).encode()

    assert bounded.structure_of(written).decode() == _marks(tree)


def test_a_byte_order_mark_and_pairs_of_escaped_surrogates_are_read(heron: dict[str, Any], forms: Forms) -> None:
    heron["people"][0]["occupation"] = "😀 \\u0000 \\ud800"

    case = parse(b"\xef\xbb\xbf" + json.dumps(heron, ensure_ascii=True).encode(), forms, None).case

    assert case.people[0].occupation == "😀 \\u0000 \\ud800"


def test_a_loop_of_many_thousand_places_is_found(forms: Forms) -> None:
    size = 20_000
    places = [
        {"id": f"l{n}", "names": [{"text": "Place"}], "within": f"l{(n + 1) % size}"} for n in range(size)
    ]  # fmt: skip
    raw = HEAD + b'"places": ' + json.dumps(places).encode() + b"}"

    with pytest.raises(CaseFileError, match=r"\Aplaces\[\d+\]\.within: "):
        parse(raw, forms, None)


def test_a_case_of_20_000_events_is_read_in_a_few_seconds(heron: dict[str, Any], forms: Forms) -> None:
    event = heron["events"][0]
    heron["events"][3:] = [{**event, "id": f"x{number}"} for number in range(20_000)]
    raw = json.dumps(heron).encode()
    started = time.process_time()

    case = parse(raw, forms, None).case

    assert len(case.events) == 20_003
    assert time.process_time() - started < 20  # about two seconds on two cores; the margin is for slow machines


def test_a_case_too_large_with_indentation_is_written_without(
    heron: dict[str, Any], forms: Forms, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = json.dumps(heron, ensure_ascii=False, separators=(",", ":")).encode()
    case = parse(raw, forms, None).case
    limit = len(raw) + 1
    monkeypatch.setattr("app.casefile.writing.TEXT_LIMIT", limit)

    assert len(dump(case)) <= limit
    assert parse(dump(case), forms, None).case == case
