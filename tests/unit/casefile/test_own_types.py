"""An organization adds a record type by adding a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.casefile import CaseFileError, dump, parse
from app.domain.forms import Forms, load_forms
from app.paths import resource

CHECKPOINT = """
key = "checkpoint"
label = "Checkpoint"
order = 25
lane = 1

[[fields]]
key = "guards"
label = "Who stood there"
kind = "narrative"
gives = "name"

[[fields]]
key = "turned_back"
label = "Turned back"
kind = "choice"
choices = ["at-once", "later"]
gives = "nothing"

[[fields]]
key = "seen_by"
label = "Seen by"
kind = "person"
gives = "name"
"""


@pytest.fixture
def own_forms(tmp_path: Path) -> Forms:
    (tmp_path / "checkpoint.toml").write_text(CHECKPOINT, "utf-8")
    return load_forms(resource("forms"), tmp_path)


def _with(heron: dict[str, Any], **fields: Any) -> bytes:
    heron["events"].append({"id": "e9", "type": "checkpoint", "fields": fields})
    return json.dumps(heron).encode()


def test_a_case_file_may_use_the_type_as_soon_as_its_file_is_there(
    heron: dict[str, Any], forms: Forms, own_forms: Forms
) -> None:
    raw = _with(heron, guards="Two men", turned_back="later", seen_by="p2", reason_given="none")

    with pytest.raises(CaseFileError, match=r"\Aevents\[3\]\.type: none of: "):
        parse(raw, forms, None)
    case = parse(raw, own_forms, None).case

    assert case.events[3].fields["guards"] == "Two men"
    assert parse(dump(case), own_forms, None).case == case


@pytest.mark.parametrize(
    ("key", "value"),
    [("guards", 2), ("turned_back", "never"), ("seen_by", "o1"), ("seen_by", "nobody"), ("charge", "none")],
)
def test_its_fields_are_checked_like_any_other(key: str, value: object, heron: dict[str, Any], own_forms: Forms) -> None:
    with pytest.raises(CaseFileError) as caught:
        parse(_with(heron, **{key: value}), own_forms, None)

    assert caught.value.path == f"events[3].fields.{key}"
