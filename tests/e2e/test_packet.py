"""``affiant packet`` and ``affiant unpack``: what counsel is to have, sealed, and opened again by the ordinary tools."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from app.storage.vault import Vault
from crypto.identity import SealingIdentity
from tests.e2e.conftest import PASSPHRASE, Place, Ran, affiant
from tests.e2e.test_declaration import COUNSEL, TOLD, grant
from tests.e2e.test_statuses import make_vault

IDENTITY = SealingIdentity(bytes(range(32)))
WORDS = "tulip anchor velvet marsh copper lantern"


def pack(
    place: Place, *more: str | Path, name: str = "p.age", to: tuple[str | Path, ...] = ("--to", IDENTITY.recipient)
) -> Ran:
    return place.run(
        "packet", "HERON", "--out", place.folder / name, *to, "--undecided", "mask", "--dated", "2021-07-12", *more
    )


def unpack(place: Place, *more: str | Path, name: str = "p.age", out: str = "in") -> Path:
    folder = place.folder / out
    ran = affiant("unpack", place.folder / name, "--out", folder, *more)
    assert ran.status == 0, ran.err
    return folder


def identity_file(place: Place) -> Path:
    return place.write("identity", f"# created for a test\n{IDENTITY.secret_text()}\n")


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def words_of(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path.read_bytes())
    return " ".join("\n".join(page.get_textpage().get_text_range() for page in pdf).split())


def last_row(place: Place) -> Any:
    with Vault.open(place.vault, PASSPHRASE) as vault, vault.open_case("HERON") as store:
        return store.journal()[-1]


def test_a_packet_holds_everything_and_names_only_who_agreed(place: Place) -> None:
    ran = pack(place, "--originals", "all", "--recipient", "N. Castellane", "--json")
    assert ran.status == 0, ran.err
    assert b"Shen" not in (place.folder / "p.age").read_bytes()
    folder = unpack(place, "--identity-file", identity_file(place))
    held = files(folder)
    assert held == set(ran.data["members"])
    assert {"README.txt", "summary-coded.pdf", "events-coded.csv", "case-coded.json", "summary-identified.pdf", "key.csv",
            "declaration.pdf", "journal-head.json", "SHA256SUMS"} <= held  # fmt: skip
    assert len([name for name in held if name.startswith("originals/")]) == 5
    for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines():
        sha256, name = line.split("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == sha256
    # the client agreed to be named to counsel; the wife only under a pseudonym, the brother to nothing
    key = (folder / "key.csv").read_text("utf-8-sig")
    assert '"[Witness]","Shen Guoheng; 沈国衡' in key
    coded, named = words_of(folder / "summary-coded.pdf"), words_of(folder / "summary-identified.pdf")
    assert "Shen Guoheng" not in coded
    assert "Shen Guoheng" in named
    assert "Identified: those who agreed" in named
    assert "Declaration of Shen Guoheng" in words_of(folder / "declaration.pdf")
    for name in ("Yao Meilan", "Shen Guoliang", "Guoliang", "He Shuisheng", "Old He", "Lin Peishan"):
        assert name not in key + coded + named + (folder / "README.txt").read_text("utf-8")
    assert place.run("verify", "--against", folder / "journal-head.json").status == 0


def test_a_packet_is_a_disclosure_of_its_own(place: Place) -> None:
    assert pack(place, "--originals", "d1", "--parts", "coded,key").status == 0
    row = last_row(place)
    assert row.what == "disclosure"
    held = row.payload
    assert (held["kind"], held["profile"], held["parts"], held["originals"]) == ("packet", "counsel", ["coded", "key"], ["d1"])
    assert held["recipients"] == [IDENTITY.recipient]
    assert held["sha256"] == hashlib.sha256((place.folder / "p.age").read_bytes()).hexdigest()


def test_the_testimony_of_the_declaration_is_on_record_as_given_out(place: Place) -> None:
    assert pack(place, "--parts", "declaration", "--testimonies", "none").status == 0
    assert set(last_row(place).payload["testimonies"]) == {"t0", "t1"}  # with its original behind it


def test_codes_are_the_same_in_every_part_and_in_later_copies(place: Place) -> None:
    assert pack(place).status == 0
    folder = unpack(place, "--identity-file", identity_file(place))
    assert (
        place.run("export", "HERON", "--out", place.folder / "x.pdf", "--undecided", "mask", "--dated", "2021-07-12").status
        == 0
    )
    assert (place.folder / "x.pdf").read_bytes() == (folder / "summary-coded.pdf").read_bytes()
    rows = [line for line in (folder / "key.csv").read_text("utf-8-sig").splitlines()[1:] if line]
    for row in rows:
        assert row.split('"')[1] in words_of(folder / "summary-coded.pdf")


@pytest.mark.skipif(shutil.which("age") is None, reason="the ordinary age tool is not installed (apt-get install age)")
def test_the_ordinary_tools_open_it(place: Place) -> None:
    assert pack(place, "--originals", "d1").status == 0
    opened = subprocess.run(
        ["age", "--decrypt", "-i", identity_file(place), place.folder / "p.age"], capture_output=True, check=True
    ).stdout
    folder = place.folder / "tar"
    folder.mkdir()
    subprocess.run(["tar", "-x", "-C", folder], input=opened, check=True)
    sums = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=folder, capture_output=True, check=False)
    assert sums.returncode == 0
    ours = unpack(place, "--identity-file", identity_file(place))
    assert files(ours) == files(folder)
    assert all((ours / name).read_bytes() == (folder / name).read_bytes() for name in files(ours))


def test_a_passphrase_told_by_another_way_opens_it_and_nothing_else(place: Place) -> None:
    secret = place.write("secret", WORDS + "\n")
    assert pack(place, "--parts", "coded", to=("--to-passphrase-file", secret)).status == 0
    assert "summary-coded.pdf" in files(unpack(place, "--passphrase-file", secret))
    assert last_row(place).payload["passphrase"] is True
    wrong = place.write("wrong", "another one\n")
    for more in (("--passphrase-file", wrong), ("--identity-file", identity_file(place)), ()):
        ran = affiant("unpack", place.folder / "p.age", "--out", place.folder / "none", *more)
        assert ran.status == 2
        assert not (place.folder / "none").exists()


def test_a_weak_passphrase_is_called_so(place: Place) -> None:
    secret = place.write("secret", "horse\n")
    ran = pack(place, "--parts", "coded", "--json", to=("--to-passphrase-file", secret))
    assert "can be guessed" in ran.data["warning"]


@pytest.mark.parametrize("parts", ["identified", "key"])
def test_3_without_a_grant_nobody_is_named(tmp_path: Path, small_case: Callable[..., Path], parts: str) -> None:
    place = make_vault(tmp_path, small_case(consents=[COUNSEL], testimonies=[TOLD]))
    out = tmp_path / "p.age"
    ran = place.run("packet", "WREN", "--out", out, "--to", IDENTITY.recipient, "--parts", f"coded,{parts}")
    assert ran.status == 3
    assert "agreed to be named to counsel" in ran.err
    assert not out.exists()
    ran = place.run("packet", "WREN", "--out", out, "--to", IDENTITY.recipient, "--parts", "coded,declaration")
    assert ran.status == 0, ran.err  # nobody is named in these
    folder = unpack(place, "--identity-file", identity_file(place))
    assert "Declaration of [Witness]" in words_of(folder / "declaration.pdf")
    assert "did not agree to be named to a court" in (folder / "README.txt").read_text("utf-8")


def test_3_originals_need_that_counsel_may_have_copies(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    documents = [{"id": "d1", "title": "A letter", "data": "aGVsbG8="}]
    named = grant("named", "counsel", "legal-representation")
    copies = {**grant("counsel-only", "counsel", "copy-documents"), "id": "c2"}
    for consents, status in (([named], 3), ([named, {**copies, "identity": "pseudonym"}], 3), ([named, copies], 0)):
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        place = make_vault(folder, small_case(f"{folder.name}.json", consents=consents, documents=documents))
        ran = place.run(
            "packet", "WREN", "--out", folder / "p.age", "--to", IDENTITY.recipient, "--parts", "coded", "--originals", "d1"
        )
        assert ran.status == status, ran.err
        assert (folder / "p.age").exists() == (status == 0)


def test_what_fails_leaves_no_file_and_no_row(place: Place) -> None:
    before = last_row(place).seq
    held = place.write("held.age", "mine")
    secret = place.write("secret", WORDS)
    for status, arguments, more in (
        (2, ("--to", "age1nobody"), {}),
        (2, ("--to", IDENTITY.recipient), {"name": "held.age"}),
        (2, ("--to", IDENTITY.recipient, "--to-passphrase-file", secret), {}),
        (2, ("--to", IDENTITY.recipient, "--parts", "everything"), {}),
        (2, ("--to", IDENTITY.recipient, "--originals", "d99"), {}),
        (2, ("--to", IDENTITY.recipient, "--declaration-from", "t99"), {}),
        (4, ("--to", IDENTITY.recipient, "--parts", "coded"), {"name": "shen-guoheng.age"}),
    ):
        name = more.get("name", "p.age")
        ran = pack(place, to=arguments, name=name)
        assert ran.status == status, (arguments, ran.err)
        assert name == "held.age" or not (place.folder / name).exists()
    ran = place.run("packet", "HERON", "--out", place.folder / "p.age", "--to", IDENTITY.recipient)
    assert ran.status == 3  # undecided
    assert held.read_text("utf-8") == "mine"
    assert last_row(place).seq == before
    assert not [path for path in place.folder.iterdir() if path.name.startswith(".")]


def test_a_packet_is_no_case_and_a_damaged_one_is_not_opened(place: Place) -> None:
    assert pack(place, "--parts", "coded").status == 0
    identity = identity_file(place)
    ran = place.run("import", place.folder / "p.age", "--identity-file", identity)
    assert (ran.status, "affiant unpack" in ran.err) == (2, True)
    data = bytearray((place.folder / "p.age").read_bytes())
    data[len(data) // 2] ^= 1
    (place.folder / "p.age").write_bytes(data)
    ran = affiant("unpack", place.folder / "p.age", "--out", place.folder / "none", "--identity-file", identity)
    assert ran.status == 6
    assert not (place.folder / "none").exists()
    (place.folder / "there").mkdir()
    ran = affiant("unpack", place.folder / "p.age", "--out", place.folder / "there", "--identity-file", identity, "--json")
    assert ran.status == 2
    assert json.dumps(sorted(files(place.folder / "there"))) == "[]"


def test_3_a_document_of_events_that_consent_does_not_cover_is_no_original(
    tmp_path: Path, small_case: Callable[..., Path]
) -> None:
    (tmp_path / "door.txt").write_text("The door was green.", "utf-8")
    document = {"id": "d1", "title": "The door", "file": "door.txt", "about": ["e1"]}
    mine = [
        {**grant("named", "counsel", "legal-representation", scope=["t1"]), "id": "c1"},
        {**grant("named", "counsel", "copy-documents"), "id": "c2"},
    ]
    place = make_vault(tmp_path, small_case(documents=[document], consents=mine, testimonies=[TOLD]))
    out = tmp_path / "p.age"
    ran = place.run("packet", "WREN", "--out", out, "--to", IDENTITY.recipient, "--parts", "coded", "--originals", "all")
    assert ran.status == 3, ran.err
    assert "d1 is of events that consent does not cover" in ran.err
    assert not out.exists()


def test_3_copies_are_given_of_what_the_consent_to_copies_covers(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    named = grant("named", "counsel", "legal-representation")
    copies = {**grant("counsel-only", "counsel", "copy-documents", scope=["t1"]), "id": "c2"}
    for about in ([], ["e1"]):
        folder = tmp_path / str(len(about))
        folder.mkdir()
        documents = [{"id": "d1", "title": "A letter", "data": "aGVsbG8=", "about": about}]
        made = small_case(f"{folder.name}.json", consents=[named, copies], documents=documents, testimonies=[TOLD])
        place = make_vault(folder, made)
        out = folder / "p.age"
        ran = place.run("packet", "WREN", "--out", out, "--to", IDENTITY.recipient, "--parts", "coded", "--originals", "d1")
        assert (ran.status, out.exists()) == (3, False)
        assert "d1 is of events that consent does not cover" in ran.err


def test_a_name_that_only_a_court_may_have_is_not_given_to_counsel(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    told = {**TOLD, "text": "I was held. Oyelaran Adebayo saw it."}
    mine = [{**COUNSEL, "id": "c1"}, {**grant("named"), "id": "c2"}]
    theirs = [{**one, "id": f"{one['id']}p2", "person": "p2"} for one in mine]
    named = {**grant("named", "counsel", "legal-representation"), "id": "c9"}
    for number, consents in enumerate(([*mine, *theirs], [*mine[1:], named, *theirs])):
        folder = tmp_path / str(number)
        folder.mkdir()
        place = make_vault(folder, small_case(f"{number}.json", consents=consents, testimonies=[told]))
        ran = place.run("packet", "WREN", "--out", folder / "p.age", "--to", IDENTITY.recipient, "--parts", "coded,declaration")
        assert ran.status == 0, ran.err
        text = words_of(unpack(place, "--identity-file", identity_file(place)) / "declaration.pdf")
        assert ("Zhuo Ruilin" in text) == bool(number)
        assert "Adebayo" not in text


def test_the_key_does_not_name_who_agreed_for_something_else_only(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    named = {**grant("named", "counsel", "legal-representation"), "id": "c1"}
    second = {"id": "e2", "type": "detention", "account": "Oyelaran Adebayo was there too."}
    first = {"id": "e1", "type": "protest", "account": "Oyelaran Adebayo spoke."}
    for scope in (["e1"], []):
        folder = tmp_path / str(len(scope))
        folder.mkdir()
        consents = [named, {**named, "id": "c2", "person": "p2", **({"scope": scope} if scope else {})}]
        place = make_vault(folder, small_case(f"{folder.name}.json", consents=consents, events=[first, second]))
        ran = place.run("packet", "WREN", "--out", folder / "p.age", "--to", IDENTITY.recipient, "--parts", "identified,key")
        assert ran.status == 0, ran.err
        held = unpack(place, "--identity-file", identity_file(place))
        text = (held / "key.csv").read_text("utf-8-sig") + words_of(held / "summary-identified.pdf")
        assert "Zhuo Ruilin" in text
        assert ("Adebayo" in text) == (not scope)


def test_the_end_of_a_file_name_names_nobody(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    named = grant("named", "counsel", "legal-representation")
    copies = {**grant("counsel-only", "counsel", "copy-documents"), "id": "c2"}
    documents = [{"id": "d1", "title": "A scan", "file": "scan.Adebayo"}, {"id": "d2", "title": "A scan", "file": "scan.jpeg"}]
    for document in documents:
        (tmp_path / document["file"]).write_text("a picture", "utf-8")
    place = make_vault(tmp_path, small_case(consents=[named, copies], documents=documents))
    ran = place.run(
        "packet", "WREN", "--out", tmp_path / "p.age", "--to", IDENTITY.recipient, "--parts", "coded", "--originals", "all"
    )
    assert ran.status == 0, ran.err
    assert "originals/exhibit-1\n" in ran.out
    assert "originals/exhibit-2.jpeg\n" in ran.out
    assert "Adebayo" not in ran.out
