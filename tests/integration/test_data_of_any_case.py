"""Whatever valid case there is: what is disclosed of it makes a case file that can be taken in, and a table that is safe."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings

from app import casefile
from app.domain.case import Case
from app.redaction.profiles import profile_keys
from app.report import data_case, data_table
from tests.redacting import FORMS, look
from tests.strategies import cases

EXAMPLES = 200 if os.environ.get("AFFIANT_LONG") else 15


@pytest.mark.parametrize("profile", sorted(profile_keys()))
@settings(max_examples=EXAMPLES)
@given(case=cases(FORMS))
def test_a_redacted_case_file_is_a_case_file(profile: str, case: Case) -> None:
    view = look(case, profile, testimonies=("all",), mask_undecided=True).view
    data = data_case.case_file(view)
    found = casefile.parse(data, FORMS, None).case
    assert len(found.events) == len(view.events)
    assert [testimony.text for testimony in found.testimonies] == [
        "\n\n".join(paragraph.text for paragraph in one.paragraphs) for one in view.testimonies
    ]
    # taken in and given out again, it is the same
    assert casefile.parse(casefile.dump(found), FORMS, None).case == found
    rows = data_table.read(data_table.table(view))
    assert rows == data_table.rows(view)
    for row in rows[1:]:
        for column, cell in zip(rows[0], row, strict=True):
            assert not data_table.UNSAFE.match(cell)
            assert column not in data_table.FIXED or data_table.FIXED[column].fullmatch(cell), column
