"""``affiant export --csv --case-file``: data beside the PDF, through the real command."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.redaction.fold import squeezed
from app.storage.vault import Vault
from tests.e2e.conftest import PASSPHRASE, Place
from tests.e2e.test_main_job import protected_names
from tests.e2e.test_statuses import make_vault, ready_vault


def export(place: Place, profile: str, *more: str | Path, name: str = "x") -> tuple[Path, Path, int, str]:
    table, case = place.folder / f"{name}.csv", place.folder / f"{name}.json"
    ran = place.run(
        "export", "HERON", "--profile", profile, "--out", place.folder / f"{name}.pdf", "--csv", table, "--case-file", case,
        "--undecided", "mask", "--sign-off", "A", "--dated", "2021-07-12", *more,
    )  # fmt: skip
    return table, case, ran.status, ran.err


@pytest.mark.parametrize("profile", ["counsel", "public"])
def test_the_data_names_nobody_and_the_case_file_can_be_taken_in(place: Place, tmp_path: Path, profile: str) -> None:
    table, case, status, _ = export(place, profile)
    assert status == 0
    for text in (table.read_text("utf-8-sig"), case.read_text("utf-8")):
        letters = squeezed(text)
        for name in protected_names(profile):
            key = squeezed(name)
            assert len(key) < 4 or key.isdigit() or key not in letters, f"a protected name of {len(key)} letters"
    rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"), newline="")))
    events = json.loads(case.read_bytes())["events"]
    assert len(rows) == len(events) > 3
    other = tmp_path / "other"
    other.mkdir()
    elsewhere = make_vault(other, case)
    assert [row["code"] for row in elsewhere.run("list", "--json").data] == ["HERON" if profile == "counsel" else "copy-public"]
    again = export(place, profile, name="again")
    assert (again[0].read_bytes(), again[1].read_bytes()) == (table.read_bytes(), case.read_bytes())


def test_all_that_left_is_one_row_of_the_history(place: Place) -> None:
    table, case, _, _ = export(place, "counsel", "--recipient", "Counsel")
    with Vault.open(place.vault, PASSPHRASE) as vault, vault.open_case("HERON") as store:
        last = store.journal()[-1]
    assert last.what == "disclosure"
    assert last.payload is not None
    assert last.payload["beside"] == [
        {"kind": kind, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        for kind, path in (("csv", table), ("case-file", case))
    ]


def test_what_is_blocked_or_refused_leaves_no_file(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    place = ready_vault(tmp_path, small_case())
    out = (tmp_path / "a.pdf", tmp_path / "a.csv", tmp_path / "a.json")

    def run(*more: str | Path, csv_name: str | Path = out[1]) -> int:
        ran = place.run("export", "WREN", "--out", out[0], "--csv", csv_name, "--case-file", out[2], *more)
        assert not any(path.exists() for path in out)
        return ran.status

    assert run("--profile", "public") == 3  # nobody signed off
    assert run(csv_name=tmp_path / "zhuo-ruilin.csv") == 4  # the file's name tells
    assert not (tmp_path / "zhuo-ruilin.csv").exists()
    assert run(csv_name=tmp_path / "a.txt") == 2
    assert run(csv_name=tmp_path / "none" / "a.csv") == 2  # the PDF before it is taken away again
    assert run(csv_name=out[0]) == 2
    assert run("--password-file", place.write("password", "words")) == 2  # it would lock the pages and not the table


def test_a_formula_in_a_case_is_text_in_the_table(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    events = [
        {
            "id": "e1",
            "type": "protest",
            "date": "2019",
            "account": "=1+1 he wrote.\n\n@ home, -2",
            "fields": {"name": "+1"},
        }
    ]
    place = make_vault(tmp_path, small_case(events=events))
    table = tmp_path / "a.csv"
    assert place.run("export", "WREN", "--out", tmp_path / "a.pdf", "--csv", table, "--undecided", "mask").status == 0
    row = next(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"), newline="")))
    assert row["account"].startswith("'=1+1")
    assert "\n'@ home, -2" in row["account"]
