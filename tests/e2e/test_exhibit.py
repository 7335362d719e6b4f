"""``affiant exhibit`` and ``affiant export --exhibits``: boxes by a file, pages as pictures, and nothing unlooked-at."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pypdfium2

from app.storage.vault import Vault
from tests.e2e.conftest import PASSPHRASE, Place, Ran, affiant
from tests.exhibit_papers import pictures


def boxes(place: Place, document: str, *pages: dict[str, Any]) -> Ran:
    path = place.write(f"{document}.boxes", json.dumps({"pages": list(pages)}))
    return place.run("exhibit", "HERON", document, "--boxes", path, "--json")


def export(place: Place, *more: str | Path) -> Ran:
    out = place.folder / "x.pdf"
    return place.run("export", "HERON", "--out", out, "--undecided", "mask", "--dated", "2021-07-12", "--json", *more)


def test_proposals_become_boxes_and_the_page_goes_out_without_its_words(place: Place) -> None:
    told = place.run("exhibit", "HERON", "d1", "--json")
    assert told.status == 0, told.err
    assert told.data["pages"] == 1
    assert {"GUOHENG", "沈国衡", "E00012345"} <= {one["text"] for one in told.data["proposals"]}
    proposed = [box for one in told.data["proposals"] for box in one["boxes"]]
    done = boxes(place, "d1", {"page": 1, "boxes": proposed, "reviewed": True})
    assert done.data == {"document": "d1", "pages": 1, "ready": 1, "left_out": 0, "proposals": []}
    without = export(place)
    ran = export(place, "--exhibits", "d1")
    assert ran.status == 0, ran.err
    assert ran.data["pages"] == without.data["pages"] + 1
    assert (ran.data["exhibit_pages"], without.data["exhibit_pages"]) == (1, 0)
    pdf = pypdfium2.PdfDocument((place.folder / "x.pdf").read_bytes())
    words = pdf[len(pdf) - 1].get_textpage().get_text_range()
    assert "Exhibit 5, page 1 of 1" in words
    assert "Boxes were drawn by the preparer" in words
    assert len(pictures((place.folder / "x.pdf").read_bytes())) == 1
    with Vault.open(place.vault, PASSPHRASE) as vault, vault.open_case("HERON") as store:
        row = store.journal()[-1]
    assert row.payload is not None
    assert (row.what, row.payload["exhibits"]) == ("disclosure", ["d1"])


def test_the_same_choice_gives_the_same_bytes_and_all_means_what_was_prepared(place: Place) -> None:
    assert boxes(place, "d3", {"page": 1, "reviewed": True}).status == 0
    one = export(place, "--exhibits", "d3")
    other = export(place, "--exhibits", "all")
    assert one.status == other.status == 0
    assert one.data["sha256"] == other.data["sha256"]
    assert export(place, "--exhibits", "none").data["sha256"] == export(place).data["sha256"] != one.data["sha256"]


def test_a_page_that_nobody_looked_at_goes_nowhere(place: Place) -> None:
    assert boxes(place, "d3", {"page": 1, "boxes": [[0, 0, 100, 100]]}).data["ready"] == 0
    ran = export(place, "--exhibits", "d1,d3")
    assert ran.status == 3
    assert "d1 was not prepared as an exhibit" in ran.err
    assert "d3: nobody has said that page 1 may be shown" in ran.err
    assert not (place.folder / "x.pdf").exists()


def test_a_name_that_is_not_boxed_goes_nowhere(place: Place) -> None:
    boxes(place, "d1", {"page": 1, "reviewed": True})
    ran = export(place, "--exhibits", "d1")
    assert ran.status == 3
    assert "d1, page 1: something of p1 that this profile withholds stands there without a box" in ran.err
    assert "GUOHENG" not in ran.err
    assert not (place.folder / "x.pdf").exists()


def test_the_public_gets_a_picture_by_choice_and_with_a_sign_off(place: Place) -> None:
    boxes(place, "d3", {"page": 1, "reviewed": True})
    assert export(place, "--profile", "public", "--exhibits", "d3").status == 3
    ran = export(place, "--profile", "public", "--exhibits", "d3", "--sign-off", "A. Advocate")
    assert ran.status == 0, ran.err
    assert len(pictures((place.folder / "x.pdf").read_bytes())) == 1


def test_what_cannot_be_is_refused_in_one_line(place: Place) -> None:
    assert boxes(place, "d1", {"page": 2}).status == 2
    assert boxes(place, "d4").status == 2  # a text
    assert boxes(place, "d6").status == 2  # not held
    assert boxes(place, "d99").status == 2
    assert place.run("exhibit", "HERON", "d1", "--boxes", place.write("no.json", "{")).status == 2
    assert place.run("exhibit", "HERON", "d1", "--boxes", place.folder / "nowhere").status == 2
    assert place.run("exhibit", "HERON", "d1", "--profile", "nobody").status == 2
    assert export(place, "--exhibits", "").status == 2
    assert export(place, "--exhibits", "d99").status == 2
    assert export(place, "--exhibits", "all").status == 3


def test_a_copy_with_pictures_passes_the_check_for_its_readers_and_for_no_others(place: Place) -> None:
    boxes(place, "d3", {"page": 1, "reviewed": True})
    assert export(place, "--exhibits", "d3").status == 0

    def check(profile: str) -> Ran:
        keys = ("--vault", place.vault, "--case", "HERON", "--passphrase-file", place.passphrase)
        return affiant("check", place.folder / "x.pdf", *keys, "--profile", profile)

    assert check("counsel").status == 0
    refused = check("public")
    assert refused.status == 4
    assert "an image, which may show what no reader can read" in refused.err


def test_a_page_that_is_left_out_is_told_and_not_shown(place: Place) -> None:
    boxes(place, "d1", {"page": 1, "left_out": True})
    ran = export(place, "--exhibits", "d1")
    assert ran.status == 3
    assert "every page of it is left out" in ran.err
