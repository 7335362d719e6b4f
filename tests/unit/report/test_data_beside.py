"""Data beside the PDF: a table that is safe to open, a case file that can be taken in, and a check that sees every cell."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import casefile
from app.redaction.disclosed import DisclosedDate, DisclosedSource, Fact, Parts, Reference, Span
from app.report import data_case, data_check, data_table
from tests.leak_channels import NAME, everyday, protected
from tests.redacting import FORMS
from tests.unit.report.views import EMPTY, MAY, PARAGRAPHS, RICH, event

SIGNS = "=+-@\t\r＝＋－＠"
#: A view of which everything is a valid case: its types are those that ship.
VIEW = dataclasses.replace(RICH, events=tuple(dataclasses.replace(e, caused_by=()) for e in RICH.events if e.lane == "protest"))


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_table_names_its_columns_and_says_that_it_is_utf_8() -> None:
    data = data_table.table(RICH)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = cells(data)
    assert rows[0] == list(data_table.COLUMNS)
    assert len(rows) == 1 + len(RICH.events)
    assert dict(zip(rows[0], rows[1], strict=True)) == {
        "number": "1", "date": "May 2019", "from": "2019-05", "to": "2019-05", "approximate": "", "type": "protest",
        "what": "Protest", "where": "a village in Linhai County ([Village 1])", "people": "[Witness] (victim)",
        "organizations": "the county police (perpetrator)", "account": "He says that he was held for 30 days.",
        "fields": "Days held, as told: 30\nIn the original words: 回来",
        "sources": "as [Witness] says (2 July 2021); as John Sandweg said", "certainty": "disputed",
        "corroboration_held": "yes", "follows_from": "",
    }  # fmt: skip
    assert rows[3][2:5] == ["2021-05", "", ""]  # since May 2021
    assert rows[3][-1] == "1; 2"


@given(st.text(st.sampled_from(SIGNS + "\n;| ,'\"\u200b\u00a0ab沈"), max_size=12))
def test_no_cell_can_be_taken_for_a_formula(text: str) -> None:
    view = dataclasses.replace(VIEW, events=(event(1, MAY, account=(text,), place=text, facts=(Fact(text, text),)),))
    for row in cells(data_table.table(view))[1:]:
        for cell in row:
            # whatever a program parts cells at, what follows begins no formula
            for mark in "\n\r\t;|":
                for piece in cell.replace("\u200b", "").replace(mark, "\n").split("\n"):
                    assert piece.lstrip()[:1] not in (*SIGNS[:4], *SIGNS[6:]) or not piece.strip()
    assert data_table.read(data_table.table(view)) == data_table.rows(view)


def test_an_account_longer_than_a_csv_reader_takes_by_itself_is_read_back() -> None:
    view = dataclasses.replace(VIEW, events=(event(1, account=("word " * 40_000,)),))
    assert data_check.check_table(data_table.table(view), view, protected(), everyday) == ()


def test_a_case_file_can_be_taken_in() -> None:
    found = casefile.parse(data_case.case_file(VIEW), FORMS, None).case
    assert found.case.code == "HERON"
    assert [name.text for person in found.people for name in person.names] == ["[Witness]", "John Sandweg"]
    assert found.events[0].date == "2019-05"
    assert found.events[0].people[0].person == "p1"
    assert found.events[0].place == "l1"
    assert found.testimonies[0].text == "\n\n".join(PARAGRAPHS)
    assert found.testimonies[0].translation_of is None  # its original is not in the copy
    assert [(p.n, p.result) for p in found.testimonies[0].readback.paragraphs][:2] == [(1, "confirmed"), (2, "not-reread")]  # type: ignore[union-attr]
    assert found.documents[0].id == "about"
    assert "Pseudonymised, not anonymous" in (found.documents[0].note or "")
    assert found.consents == ()


def test_the_empty_case_too() -> None:
    assert casefile.parse(data_case.case_file(EMPTY), FORMS, None).case.case.code == "copy-public"
    assert cells(data_table.table(EMPTY)) == [list(data_table.COLUMNS)]


def test_fields_stay_data() -> None:
    day = DisclosedDate("2 May 2019", Span((2019, 5, 2), (2019, 5, 2)))
    legs = (
        Parts(
            (("from", Reference("place", "China")), ("to", Reference("place", "Hong Kong")), ("date", day), ("mode", "train"))
        ),
    )
    facts = (
        Fact("Legs", "x", key="legs", data=legs),
        Fact("Last arrival", "x", key="last_arrival", data=day),
        Fact("Days", "30"),
    )
    view = dataclasses.replace(VIEW, events=(event(1, day, lane="flight", facts=facts),))
    tree = data_case.tree(view)
    named = {entry["id"]: entry["names"][0]["text"] for entry in tree["places"]}
    fields = tree["events"][0]["fields"]
    assert fields["last_arrival"] == "2019-05-02"
    assert (named[fields["legs"][0]["from"]], named[fields["legs"][0]["to"]]) == ("China", "Hong Kong")
    assert fields["legs"][0]["mode"] == "train"
    assert set(fields) == {"legs", "last_arrival"}
    casefile.parse(data_case.case_file(view), FORMS, None)


@pytest.mark.parametrize(
    ("span", "told"),
    [
        (Span((2019, 5, 2), (2019, 5, 2)), "2019-05-02"),
        (Span((2019,), (2019,), loose=True), "2019~"),
        (Span((2019, 3), (2019, 5), loose=True), "2019-03~/2019-05~"),
        (Span((2021, 5), None), "2021-05/.."),
        (Span(None, (2019,)), "../2019"),
        (Span(None, None), None),
    ],
)
def test_a_disclosed_date_as_edtf(span: Span, told: str | None) -> None:
    assert data_case.edtf(DisclosedDate("", span)) == told


def test_whom_one_word_stands_for_twice_is_not_said_to_be_one_of_them() -> None:
    man = RICH.people[0]
    view = dataclasses.replace(VIEW, people=(man, dataclasses.replace(man, roles=("friend",))))
    tree = data_case.tree(view)
    part = tree["events"][0]["people"][0]["person"]
    assert part not in ("p1", "p2")
    assert next(entry for entry in tree["people"] if entry["id"] == part).keys() == {"id", "names"}


def leaking(make: Callable[[str], Any]) -> list[Any]:
    return [
        make(NAME),
        make("M e m e t Tursun"),
        make("Ｍｅｍｅｔ Ｔｕｒｓｕｎ"),
        make("Мemet Tursun"),
        make("memet\u200btursun"),
    ]


PLACES: dict[str, Callable[[str], dict[str, Any]]] = {
    "account": lambda words: {"account": (f"Then {words} came.",)},
    "place": lambda words: {"place": words},
    "person": lambda words: {"people": ((words, "victim"),)},
    "organization": lambda words: {"organizations": ((words, None),)},
    "field": lambda words: {"facts": (Fact("Said", words, key="what_was_said", data=words),)},
    "source": lambda words: {"sources": (DisclosedSource("witness", words, of="person"),)},
    "date": lambda words: {"date": DisclosedDate(words, Span((2019,), (2019,)))},
}


@pytest.mark.parametrize("place", PLACES)
def test_the_check_finds_a_name_in_every_cell_and_string(place: str) -> None:
    for change in leaking(PLACES[place]):
        view = dataclasses.replace(EMPTY, events=(event(1, lane="statement-by-others", **{"facts": (), **change}),))
        found = data_check.check_table(data_table.table(view), view, protected(), everyday)
        assert [reason.rule for reason in found][:1] == ["protected"]
        if place != "date":  # the words of a date are only printed
            found = data_check.check_case_file(data_case.case_file(view), view, protected(), everyday)
            assert [reason.rule for reason in found][:1] == ["protected"]
            assert NAME not in repr(found)


@pytest.mark.parametrize("words", ["Memet", "Tursun", "Memet-Tursun"])
def test_a_name_in_the_place_of_a_fixed_word_is_found(words: str) -> None:
    """A relation is words of the case, though ``as`` is a fixed word everywhere else."""
    person = dataclasses.replace(RICH.people[0], traits=dataclasses.replace(RICH.people[0].traits, relation=words, to="x"))
    view = dataclasses.replace(EMPTY, people=(person,))
    forms = protected()
    whole = words == "Memet-Tursun"
    found = data_check.check_case_file(data_case.case_file(view), view, forms, everyday)
    assert bool(found) == whole


@pytest.mark.parametrize("kind", ["table", "case_file"])
def test_what_is_not_what_was_meant_is_refused(kind: str) -> None:
    write = {"table": data_table.table, "case_file": data_case.case_file}[kind]
    check = {"table": data_check.check_table, "case_file": data_check.check_case_file}[kind]
    data = write(VIEW)
    assert check(data, VIEW, protected(), everyday) == ()
    for other in (data + b"\n", data[:-9], b"", data.replace(b"Protest", b"=1+1", 1), data.replace(b"30 days", b"31 days", 1)):
        if other != data:
            assert check(other, VIEW, protected(), everyday)


def test_the_same_view_gives_the_same_bytes() -> None:
    assert data_table.table(VIEW) == data_table.table(VIEW)
    assert json.loads(data_case.case_file(VIEW)) == data_case.tree(VIEW)
