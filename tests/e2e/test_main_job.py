"""The main job on the sample case: a case goes in, redacted PDFs that give nothing away come out."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from importlib.resources import as_file
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from app.paths import resource
from app.redaction.fold import squeezed
from tests.e2e.conftest import Place, affiant

SHOWN_PLACES = {"counsel": ("town", "district", "county", "city", "prefecture", "province", "region", "country"),
                "public": ("region", "country")}  # fmt: skip


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("demo") / "out"
    ran = affiant("demo", "--out", folder, "--json")
    assert ran.status == 0
    again = affiant("demo", "--out", folder, "--json")  # a second demonstration takes the place of the first
    assert again.status == 0
    return dict(again.data)


def sample() -> dict[str, Any]:
    return dict(json.loads(resource("sample", "sample.case.json").read_text("utf-8")))


def words_of(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path.read_bytes())
    return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def pdf_of(demo: dict[str, Any], profile: str) -> Path:
    return next(Path(path) for path in demo["pdfs"] if profile in Path(path).name)


def protected_names(profile: str) -> Iterator[str]:
    case = sample()
    for person in case["people"]:
        if not person.get("public_figure"):
            yield from (name["text"] for name in person["names"])
            yield from (contact["value"] for contact in person.get("contacts", ()))
            yield from (identifier["value"] for identifier in person.get("identifiers", ()))
    for place in case["places"]:
        if not place.get("public") and place.get("kind") not in SHOWN_PLACES[profile]:
            yield from (name["text"] for name in place["names"])
    for organization in case["organizations"]:
        if not organization.get("public") and "disclose" in organization:
            substitute = organization["disclose"].get("text", "")
            yield from (n["text"] for n in organization["names"] if squeezed(n["text"]) not in squeezed(substitute))


@pytest.mark.parametrize("profile", ["counsel", "public"])
def test_no_protected_name_in_any_spelling_is_in_the_pdf(demo: dict[str, Any], profile: str) -> None:
    text = squeezed(words_of(pdf_of(demo, profile)))
    shown = squeezed(" ".join(n["text"] for p in sample()["people"] if p.get("public_figure") for n in p["names"]))
    for name in protected_names(profile):
        key = squeezed(name)
        if len(key) > 3 and key not in shown:
            assert key not in text, f"a protected name of {len(key)} letters"
        elif not key.isascii() and len(key) > 1:
            assert key not in text


@pytest.mark.parametrize("profile", ["counsel", "public"])
def test_what_must_be_told_is_told(demo: dict[str, Any], profile: str) -> None:
    text = words_of(pdf_of(demo, profile))
    assert "30 days" in text
    assert "red notice" in text
    assert "John Sandweg" in text
    assert "Names are withheld because" in text.replace("\r\n", " ").replace("\n", " ")


def test_public_shows_months_and_no_days(demo: dict[str, Any]) -> None:
    from app.redaction.patterns import find_patterns

    text = words_of(pdf_of(demo, "public"))
    days = [found for found in find_patterns(text, "en") if found.when and found.when.unit == "day"]
    assert days == []
    assert "May 2019" in text
    assert "asylum" not in text.lower()


def test_the_demo_gives_the_same_bytes_every_time(demo: dict[str, Any], tmp_path: Path) -> None:
    again = affiant("demo", "--out", tmp_path / "again", "--json").data
    for one, other in zip(demo["pdfs"], again["pdfs"], strict=True):
        assert Path(one).read_bytes() == Path(other).read_bytes()


def test_the_vault_of_the_demo_opens_and_is_clean(demo: dict[str, Any]) -> None:
    ran = affiant("verify", demo["vault"], "--passphrase-file", "-", stdin=demo["passphrase"] + "\n")
    assert ran.status == 0
    assert ran.out == "clean\n"


def leak_text(pdf: pikepdf.Pdf, name: str) -> None:
    pdf.pages[0].contents_add(f"BT ({name}) Tj ET".encode())


def leak_title(pdf: pikepdf.Pdf, name: str) -> None:
    pdf.docinfo["/Title"] = name


def leak_outline(pdf: pikepdf.Pdf, name: str) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(name, 0))


def leak_attachment(pdf: pikepdf.Pdf, name: str) -> None:
    pdf.attachments["a.txt"] = name.encode()


@pytest.mark.parametrize("leak", [leak_text, leak_title, leak_outline, leak_attachment])
def test_a_leak_put_in_on_purpose_is_refused(demo: dict[str, Any], tmp_path: Path, leak: Any) -> None:
    name = sample()["people"][0]["names"][0]["text"]
    out = tmp_path / "leak.pdf"
    with pikepdf.open(pdf_of(demo, "counsel")) as pdf:
        leak(pdf, name)
        pdf.save(out)
    ran = affiant("check", out, "--vault", demo["vault"], "--case", "HERON", "--passphrase-file", "-",
                  stdin=demo["passphrase"])  # fmt: skip
    assert ran.status == 4
    assert name not in ran.err


@pytest.mark.parametrize("where", ["text", "title", "outline", "attachment"])
def test_an_export_that_leaks_is_refused_and_leaves_no_file(
    place: Place, monkeypatch: pytest.MonkeyPatch, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from dataclasses import replace

    from app.cli import main
    from app.report import render as module

    name = sample()["people"][0]["names"][0]["text"]
    drawn = module.render
    leak = {"text": leak_text, "title": leak_title, "outline": leak_outline, "attachment": leak_attachment}[where]

    def leaking(view: Any) -> Any:
        rendered = drawn(view)
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(rendered.data)) as pdf:
            leak(pdf, name)
            pdf.save(out, deterministic_id=True)
        return replace(rendered, data=out.getvalue())

    monkeypatch.setattr(module, "render", leaking)
    out = place.folder / "x.pdf"
    arguments = ["export", str(place.vault), "HERON", "--out", str(out), "--undecided", "mask",
                 "--passphrase-file", str(place.passphrase)]  # fmt: skip
    assert main(arguments) == 4
    assert not out.exists()
    assert list(place.folder.glob(".*.part")) == []
    assert name not in capsys.readouterr().err


def test_our_own_exports_pass_the_check(demo: dict[str, Any]) -> None:
    for profile in ("counsel", "public"):
        ran = affiant("check", pdf_of(demo, profile), "--vault", demo["vault"], "--case", "HERON", "--profile", profile,
                      "--passphrase-file", "-", stdin=demo["passphrase"])  # fmt: skip
        assert (ran.status, ran.out) == (0, "passed\n")


def test_every_export_is_in_the_journal(demo: dict[str, Any]) -> None:
    from app.services import session

    with session.open_vault(Path(demo["vault"]), demo["passphrase"]) as vault, session.open_case(vault, "HERON") as case:
        payloads = [
            row.payload for row in case.journal() if row.payload and "sha256" in row.payload and "profile" in row.payload
        ]
    assert [payload["profile"] for payload in payloads] == ["counsel", "public"]


def test_exported_and_imported_again_the_case_is_equal(place: Place, tmp_path: Path) -> None:
    first = tmp_path / "one" / "case.json"
    first.parent.mkdir()
    assert place.run("export-case", "HERON", "--plaintext", "--out", first).status == 0
    other = Place(tmp_path / "other")
    other.folder.mkdir()
    other.passphrase.write_text("another", "utf-8")
    assert other.run("init", "--kdf-memory", "64").status == 0
    assert other.run("import", first).status == 0
    second = tmp_path / "two" / "case.json"
    second.parent.mkdir()
    assert other.run("export-case", "HERON", "--plaintext", "--out", second).status == 0
    assert first.read_bytes() == second.read_bytes()
    assert json.loads(first.read_text("utf-8")) == sample()
    assert other.run("export-case", "HERON", "--plaintext", "--out", second).status == 2  # nothing is overwritten


def test_a_sealed_case_opens_for_its_recipient_only(place: Place, tmp_path: Path) -> None:
    import tarfile

    import pyrage

    key = pyrage.x25519.Identity.generate()
    out = tmp_path / "case.age"
    assert place.run("export-case", "HERON", "--to", str(key.to_public()), "--out", out).status == 0
    assert b"Sandweg" not in out.read_bytes()
    with tarfile.open(fileobj=io.BytesIO(pyrage.decrypt(out.read_bytes(), [key]))) as tar:
        held = tar.extractfile("case.json")
        assert held is not None
        assert json.loads(held.read()) == sample()
    assert place.run("export-case", "HERON", "--to", "age1nonsense", "--out", tmp_path / "no.age").status == 2
    assert not (tmp_path / "no.age").exists()


def test_search_finds_words_in_both_scripts(place: Place) -> None:
    assert any(row["where"] == "people[7].names[0].text" for row in place.run("search", "Sandweg", "--json").data)
    assert place.run("search", "村长", "--json").data
    assert place.run("search", "nowhereatall", "--json").data == []
    assert place.run("search", "nowhereatall").out == "nothing found\n"


def test_candidates_are_what_the_export_asks(place: Place) -> None:
    rows = place.run("candidates", "HERON", "--json").data
    assert rows
    case = sample()
    for row in rows:
        assert set(row) == {"text", "where", "start", "end", "kind"}
        value: Any = case
        for step in row["where"].replace("[", ".").replace("]", "").split("."):
            value = value[int(step)] if step.isdigit() else value[step]
        assert value[row["start"] : row["end"]] == row["text"]
    decisions = place.write(
        "d.json", json.dumps([{**{k: row[k] for k in ("text", "where", "start")}, "as": "mask"} for row in rows])
    )
    assert place.run("decide", "HERON", "--decisions", decisions).status == 0
    assert place.run("candidates", "HERON", "--json").data == []
    assert place.run("export", "HERON", "--out", place.folder / "x.pdf").status == 0


def test_detect_prints_spans_in_code_points() -> None:
    text = "Then 王立军 met Peng Dashan on 4 June 2019. 😀 Call +86 138 0013 8000."
    rows = affiant("detect", stdin=text).data
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)
    assert {"Peng Dashan", "王立军"} <= {row["text"] for row in rows}
    line = json.dumps({"id": 7, "text": text, "lang": "en"})
    answer = affiant("detect", "--jsonl", stdin=line + "\n" + line + "\n").out.splitlines()
    assert [json.loads(one)["id"] for one in answer] == [7, 7]
    assert json.loads(answer[0])["spans"] == rows
    assert affiant("detect", "--jsonl", stdin="{").status == 2


def test_the_pdf_can_be_locked_with_a_password(place: Place) -> None:
    password = place.write("password", "open sesame\n")
    out = place.folder / "locked.pdf"
    assert place.run("export", "HERON", "--out", out, "--undecided", "mask", "--password-file", password).status == 0
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(out)
    with pikepdf.open(out, password="open sesame") as pdf:
        assert pdf.encryption.R == 6


def test_the_sample_can_be_read_as_a_folder() -> None:
    with as_file(resource("sample")) as folder:
        assert [path.name for path in folder.glob("*.json")] == ["sample.case.json"]
