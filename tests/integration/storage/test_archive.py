"""A case that goes into an archive comes back as it was, with its decisions, codes, drafts and its whole history."""

from __future__ import annotations

import io
import json
import random
import tarfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyrage
import pytest

from app.domain.case import CaseInfo, Document, Hold
from app.errors import UserError
from app.services import archiving, history, intake
from app.services.progress import Course, Stopped
from app.storage.journal import payload_digest, row_hash
from app.storage.vault import Vault
from crypto import sealed
from crypto.identity import SealingIdentity
from tests.integration.storage.sample import CANARY, CASE, CONTENT, files, said

WHO = SealingIdentity(bytes(range(32)))
DECISIONS = [{"text": "Songhe", "as": "mask", "kind": "place"}, {"text": "Keyu", "as": {"person": "p1"}}]


def everything(vault: Vault, code: str = "HERON") -> dict[str, Any]:
    """All that a case holds but its journal."""
    with vault.open_case(code) as case:
        return {
            "case": case.load(),
            "contents": {name: case.document(name).read() for name in case.contents()},  # type: ignore[union-attr]
            "held": case.contents(),
            "decisions": case.decisions(),
            "codes": {profile: case.codes(profile) for profile in ("counsel", "public")},
            "drafts": case.drafts(),
            "last": {letter: case.last_number(letter) for letter in "pletdcx"},
        }


@pytest.fixture
def worked(vault: Vault) -> Vault:
    """The case HERON after some work."""
    with vault.open_case("HERON") as case:
        case.put("testimonies", said("Later words.", "t9"))
        case.remove("testimonies", "t9")
        case.set_decisions(DECISIONS, "2 decided")
        case.keep_codes("counsel", {"p1": "Person A", "p2": "Person B"})
        case.keep_codes("public", {"p1": "Witness 1"})
        case.record("note", {"words": "to be erased"})
        case.erase(case.last_seq, "asked for")
        case.save_draft("t1", "They held me for")
    return vault


def test_what_was_archived_comes_back_as_it_was(worked: Vault, tmp_path: Path, path: Path) -> None:
    before = everything(worked)
    with worked.open_case("HERON") as case:
        rows = case.journal()
    out = tmp_path / "heron.age"
    archiving.archive(worked, "HERON", out, [WHO.recipient])
    assert [summary.code for summary in worked.cases()] == ["CRANE"]
    assert CANARY.encode() not in out.read_bytes()
    archiving.import_sealed(worked, out, [WHO])
    assert everything(worked) == before
    assert worked.verify() == ()
    with worked.open_case("HERON") as case:
        (first,) = case.journal()
        kept = first.payload["archived"]["rows"]  # type: ignore[index]
        assert [(row["seq"], row["author"], row["what"]) for row in kept] == [(row.seq, row.author, row.what) for row in rows]
        assert [json.loads(row["payload"]) if row["payload"] else None for row in kept] == [row.payload for row in rows]
        assert [row.what for row in history.rows(case)] == ["imported"]


def test_who_has_received_what_is_known_after_two_archives(worked: Vault, tmp_path: Path) -> None:
    intake.export_case_sealed(worked, "HERON", tmp_path / "bundle.age", [WHO.recipient])
    with worked.open_case("HERON") as case:
        case.disclose_commit("counsel", {"p1": "Person A"}, {"profile": "counsel", "recipient": "Counsel", "pages": 3})
        before = history.disclosures(case)
    assert len(before) == 2
    for name in ("one.age", "two.age"):
        archiving.archive(worked, "HERON", tmp_path / name, [WHO.recipient])
        archiving.import_sealed(worked, tmp_path / name, [WHO])
    with worked.open_case("HERON") as case:
        assert history.disclosures(case) == before


def test_an_archive_of_an_archive_keeps_both_histories(worked: Vault, tmp_path: Path) -> None:
    for name in ("one.age", "two.age"):
        archiving.archive(worked, "HERON", tmp_path / name, [WHO.recipient])
        archiving.import_sealed(worked, tmp_path / name, [WHO])
    with worked.open_case("HERON") as case:
        outer = case.journal()[0].payload["archived"]["rows"]  # type: ignore[index]
    assert len(json.loads(outer[0]["payload"])["archived"]["rows"]) > 5


def test_the_reader_with_the_key_of_the_recipient_opens_it_with_the_ordinary_tool(worked: Vault, tmp_path: Path) -> None:
    archiving.archive(worked, "HERON", tmp_path / "a.age", [WHO.recipient])
    plain = pyrage.decrypt((tmp_path / "a.age").read_bytes(), [pyrage.x25519.Identity.from_str(WHO.secret_text())])
    assert b"ustar" in plain


def test_what_was_exported_sealed_is_imported(vault: Vault, tmp_path: Path) -> None:
    with vault.open_case("HERON") as case:
        case.put("documents", Document("d3", "Letter", file="papers/红 letter.pdf"))
        case.put("documents", Document("d2", "Nothing", file="papers/" + "x" * 150 + ".bin"))
        before = case.load()
    intake.export_case_sealed(vault, "HERON", tmp_path / "heron.age", [WHO.recipient])
    vault.shred("HERON", date.today())
    archiving.import_sealed(vault, tmp_path / "heron.age", [WHO])
    with vault.open_case("HERON") as case:
        assert case.load() == before
        assert {name: case.document(name).read() for name in case.contents()} == CONTENT  # type: ignore[union-attr]
        assert {name: held.came_as for name, held in case.contents().items()} == {"d1": "data", "d2": "file", "d3": "file"}
    assert vault.verify() == ()


def test_a_hold_keeps_the_case_in_the_vault(vault: Vault, tmp_path: Path) -> None:
    with vault.open_case("HERON") as case:
        case.put("case", CaseInfo("HERON", hold=Hold("2026-01-01")))
    with pytest.raises(UserError) as told:
        archiving.archive(vault, "HERON", tmp_path / "a.age", [WHO.recipient])
    assert (told.value.code, told.value.status) == ("under-hold", 3)
    assert not (tmp_path / "a.age").exists()


@pytest.mark.parametrize("to", ["age1nobody", "", "AGE-SECRET-KEY-1"])
def test_a_recipient_that_is_none_changes_nothing(vault: Vault, tmp_path: Path, to: str) -> None:
    with pytest.raises(UserError) as told:
        archiving.archive(vault, "HERON", tmp_path / "a.age", [to])
    assert told.value.code == "bad-recipient"
    assert not (tmp_path / "a.age").exists()
    assert len(vault.cases()) == 2


def test_what_could_not_be_imported_again_is_not_archived(vault: Vault, tmp_path: Path) -> None:
    with vault.open_case("HERON") as case:
        case.put("testimonies", replace(said("words"), person="p99"))
    with pytest.raises(UserError) as told:
        archiving.archive(vault, "HERON", tmp_path / "a.age", [WHO.recipient])
    assert told.value.code == "not-archivable"
    assert not (tmp_path / "a.age").exists()
    assert len(vault.cases()) == 2


def test_it_can_be_stopped(vault: Vault, tmp_path: Path) -> None:
    for steps in (0, 3, 9):
        left = iter(range(steps))
        with pytest.raises(Stopped):
            archiving.archive(
                vault, "HERON", tmp_path / "a.age", [WHO.recipient], Course(stop=lambda left=left: next(left, None) is None)
            )  # type: ignore[misc]
    assert not (tmp_path / "a.age").exists()
    assert len(vault.cases()) == 2


@pytest.fixture
def archived(worked: Vault, tmp_path: Path) -> Path:
    archiving.archive(worked, "HERON", tmp_path / "a.age", [WHO.recipient])
    return tmp_path / "a.age"


def test_somebody_else_does_not_open_it(archived: Path, vault: Vault) -> None:
    with pytest.raises(UserError) as told:
        archiving.import_sealed(vault, archived, [SealingIdentity(bytes(32))])
    assert told.value.code == "not-for-you"


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_archive_is_named_and_stores_nothing(archived: Path, vault: Vault, path: Path, seed: int) -> None:
    choose = random.Random(seed)
    data = bytearray(archived.read_bytes())
    at = choose.randrange(350 if seed % 4 == 0 else len(data))
    if seed % 5 == 0:
        data = data[:at]
    else:
        data[at] ^= 1 << choose.randrange(8)
    archived.write_bytes(data)
    before = files(path)
    with pytest.raises(UserError) as told:
        archiving.import_sealed(vault, archived, [WHO])
    assert told.value.status == 6 or (told.value.code == "not-for-you" and at < 400)
    assert files(path) == before
    assert [summary.code for summary in vault.cases()] == ["CRANE"]


def members(archived: Path) -> dict[str, bytes]:
    with sealed.open_sealed(archived.open("rb"), [WHO]) as reader:
        data = io.BytesIO(reader.read())
    with tarfile.open(fileobj=data) as archive:
        return {member.name: archive.extractfile(member).read() for member in archive}  # type: ignore[union-attr]


def put_together(path: Path, held: dict[str, bytes], kind: bytes | None = None) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, data in held.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            if kind is not None:
                info.type, info.linkname, info.size = kind, "/etc/passwd", 0
            archive.addfile(info, io.BytesIO(data))
    with path.open("wb") as file:
        sealed.seal(io.BytesIO(buffer.getvalue()), file, [WHO.recipient])


REST_CHANGES: list[Any] = [
    None,
    [],
    {"format": "other"},
    {"documents": None},
    {"documents": [{}]},
    {"documents": []},
    {"decisions": ["x"]},
    {"decisions": [{"text": "x"}]},
    {"codes": {"counsel": {"p1": 5}}},
    {"drafts": {"t1": "words"}},
    {"numbers": {"t": "many"}},
    {"history": {}},
    {"history": {"case": "x", "rows": []}},
    {"history": {"case": "x", "rows": [{"seq": 1}]}},
]


@pytest.mark.parametrize("change", REST_CHANGES, ids=range(len(REST_CHANGES)))
def test_an_archive_that_somebody_made_up_is_refused(archived: Path, vault: Vault, change: Any) -> None:
    held = members(archived)
    rest = json.loads(held["archive.json"])
    held["archive.json"] = json.dumps(rest | change if isinstance(change, dict) else change).encode()
    put_together(archived, held)
    with pytest.raises(UserError) as told:
        archiving.import_sealed(vault, archived, [WHO])
    assert told.value.status == 6
    assert len(vault.cases()) == 1


def test_a_changed_row_of_the_history_or_a_changed_document_is_found(archived: Path, vault: Vault) -> None:
    held = members(archived)
    for name, old, new in (("archive.json", b"Later words.", b"Other words."), ("documents/1", b"Zan", b"Zen")):
        put_together(archived, held | {name: held[name].replace(old, new, 1)})
        with pytest.raises(UserError) as told:
            archiving.import_sealed(vault, archived, [WHO])
        assert told.value.status == 6


@pytest.mark.parametrize(
    "payload",
    [
        {"pages": "many"},
        {"testimonies": 5},
        {"archived": 5},
        {"archived": {"rows": [{}]}},
        {"changes": [5]},
        {"changes": 5},
        [],
    ],
)
def test_a_chained_history_of_nonsense_is_refused(archived: Path, vault: Vault, payload: Any) -> None:
    text = json.dumps(payload)
    row = {
        "seq": 1,
        "time": "",
        "author": "",
        "what": "disclosure",
        "previous": bytes(32),
        "digest": payload_digest(b"salt", text),
    }
    row |= {"hash": row_hash("x", **row), "salt": b"salt"}  # type: ignore[arg-type]
    plain = {key: value.hex() if isinstance(value, bytes) else value for key, value in row.items()} | {"payload": text}
    held = members(archived)
    rest = json.loads(held["archive.json"]) | {"history": {"case": "x", "vault": "", "rows": [plain]}}
    put_together(archived, held | {"archive.json": json.dumps(rest).encode()})
    with pytest.raises(UserError) as told:
        archiving.import_sealed(vault, archived, [WHO])
    assert told.value.status == 6


def test_links_folders_and_doubles_are_refused(archived: Path, vault: Vault) -> None:
    held = members(archived)
    for kind in (b"1", b"2", b"5", b"3", b"6"):
        put_together(archived, held, kind)
        with pytest.raises(UserError) as told:
            archiving.import_sealed(vault, archived, [WHO])
        assert told.value.status == 6
    put_together(archived, {"case.json": held["case.json"], "../x": b"x"})
    with pytest.raises(UserError) as told:
        archiving.import_sealed(vault, archived, [WHO])
    assert told.value.status == 6


def test_a_file_that_is_nothing_of_the_kind_is_refused(vault: Vault, tmp_path: Path) -> None:
    for data in (b"", b"words", b"age-encryption.org/v1\n", CASE.case.code.encode() * 9999):
        (tmp_path / "x.age").write_bytes(data)
        with pytest.raises(UserError) as told:
            archiving.import_sealed(vault, tmp_path / "x.age", [WHO])
        assert told.value.status == 6


def test_a_code_in_use_is_refused(vault: Vault, tmp_path: Path) -> None:
    intake.export_case_sealed(vault, "HERON", tmp_path / "heron.age", [WHO.recipient])
    with pytest.raises(UserError) as told:
        archiving.import_sealed(vault, tmp_path / "heron.age", [WHO])
    assert told.value.status == 2


def test_identities_are_read_as_age_writes_them() -> None:
    text = f"# created: 2026-01-15\n# public key: {WHO.recipient}\n{WHO.secret_text()}\n"
    assert archiving.read_identities(text) == [WHO]
    for bad in ("", "# nothing", WHO.recipient, WHO.secret_text().lower(), "words"):
        with pytest.raises(UserError) as told:
            archiving.read_identities(bad)
        assert told.value.code == "bad-identity"
