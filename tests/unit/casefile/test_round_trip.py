"""Importing, exporting and importing again gives an equal case."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings

from app.casefile import CaseFile, dump, parse
from app.domain.forms import Forms, load_forms
from app.paths import resource
from tests.strategies import as_case, case_trees

FORMS: Forms = load_forms(resource("forms"))


def _read(tree: dict[str, Any]) -> CaseFile:
    return parse(json.dumps(tree).encode(), FORMS, None)


@settings(max_examples=100)
@given(case_trees(FORMS))
def test_a_valid_case_file_is_read_and_written_without_loss(tree: dict[str, Any]) -> None:
    first = _read(tree).case
    written = dump(first)
    again = parse(written, FORMS, None).case

    assert first == as_case(tree)
    assert again == first
    assert dump(again) == written


@settings(max_examples=40)
@given(case_trees(FORMS))
def test_what_was_left_out_is_never_written_back(tree: dict[str, Any]) -> None:
    written = json.loads(dump(_read(tree).case))

    assert _leaves(written) <= _leaves(tree)
    assert _leaves(tree) <= _leaves(written)


def _leaves(value: Any, path: str = "") -> set[tuple[str, Any]]:
    """Every scalar with its place; an empty list says the same as none, and one risk the same as a list of it."""
    if isinstance(value, dict):
        return {leaf for key, item in value.items() for leaf in _leaves(item, f"{path}.{key}")}
    if isinstance(value, list):
        places = ("",) if path.endswith(".at_risk") and len(value) == 1 else tuple(map(str, range(len(value))))
        return {leaf for place, item in zip(places, value, strict=True) for leaf in _leaves(item, path + place)}
    return {(path, value)}
