"""A file that leaves the vault has its name only once the history knows of it, whatever ends the work and wherever."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from app.errors import UserError
from app.redaction.disclose import Choices
from app.services import archiving, draft, export, files, intake, material, packet, receipts
from app.services.packet import Contents, To
from app.storage import errors
from app.storage.vault import Vault
from crypto.identity import SealingIdentity
from tests.integration.storage.sample import CASE, PASSPHRASE, said

WHO = SealingIdentity(bytes(range(32)))
CHOICES = Choices(date(2021, 7, 10), ("all",), mask_undecided=True)
ROOT = Path(__file__).resolve().parents[3]


def _pdf(vault: Vault, out: Path) -> None:
    export.export_pdf(vault, "HERON", CHOICES, export.Release(out / "x.pdf", beside={"csv": out / "x.csv"}))


def _packet(vault: Vault, out: Path) -> None:
    with vault.open_case("HERON") as store:
        made = packet.prepare(material.take(store), Contents(CHOICES, parts=("coded",)))
        packet.write(store, made, out / "x.age", To((WHO.recipient,)))


def _plain(vault: Vault, out: Path) -> None:
    intake.export_case_plain(vault, "HERON", out / "x.json")


def _sealed(vault: Vault, out: Path) -> None:
    intake.export_case_sealed(vault, "HERON", out / "x.age", [WHO.recipient])


def _archive(vault: Vault, out: Path) -> None:
    archiving.archive(vault, "HERON", out / "x.age", [WHO.recipient])


WAYS = {"pdf": _pdf, "packet": _packet, "plain": _plain, "sealed": _sealed, "archive": _archive}


def rows(vault: Vault) -> list[str]:
    with vault.open_case("HERON") as case:
        return [row.what for row in case.journal()]


@pytest.mark.parametrize("way", WAYS)
def test_when_the_first_file_gets_its_name_the_history_knows(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    seen: list[tuple[list[str], list[str]]] = []
    place = files.Outgoing.place
    out = tmp_path / "out"
    out.mkdir()

    def looks(self: files.Outgoing) -> None:
        named = [path.name for path in out.rglob("*") if path.is_file() and not path.name.endswith(".part")]
        with Vault.open_case(vault, "HERON") as case:
            seen.append((named, [row.what for row in case.journal()]))
        place(self)

    monkeypatch.setattr(files.Outgoing, "place", looks)
    WAYS[way](vault, out)
    ((named, known),) = seen
    assert named == []
    assert len(known) == 2
    assert [path for path in out.rglob("*") if path.is_file()]


@pytest.mark.parametrize("way", WAYS)
def test_where_it_cannot_be_journaled_there_is_no_file(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise errors.NoSpace("no room")

    out = tmp_path / "out"
    out.mkdir()
    with monkeypatch.context() as broken:
        broken.setattr("app.storage.journal.Journal.append", full)
        with pytest.raises(UserError):
            WAYS[way](vault, out)
    assert list(out.iterdir()) == []
    assert rows(vault) == ["import"]
    WAYS[way](vault, out)


def test_a_file_that_came_meanwhile_is_not_written_over(vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    append = "app.services.intake.hashlib.sha256"
    real = __import__("hashlib").sha256

    def meanwhile(data: bytes) -> object:
        (tmp_path / "x.json").write_text("mine", "utf-8")
        return real(data)

    with monkeypatch.context() as patch, pytest.raises(UserError) as told:
        patch.setattr(append, meanwhile)
        _plain(vault, tmp_path)
    assert told.value.code == "exists"
    assert (tmp_path / "x.json").read_text("utf-8") == "mine"


def test_an_archive_is_taken_back_where_the_case_could_not_be_shredded(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise errors.NoSpace("no room")

    with monkeypatch.context() as broken, pytest.raises(UserError):
        broken.setattr("app.storage.catalog.Catalog.expect", full)
        _archive(vault, tmp_path)
    assert not (tmp_path / "x.age").exists()
    with vault.open_case("HERON") as case:
        assert case.load() == CASE


def test_an_archive_stays_where_the_case_is_gone_though_the_shredding_did_not_end(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise errors.NoSpace("no room")

    with monkeypatch.context() as broken, pytest.raises(UserError):
        broken.setattr("app.storage.catalog.Catalog.forget", full)
        _archive(vault, tmp_path)
    again = archiving.import_sealed(vault, tmp_path / "x.age", [WHO]) if "HERON" not in _codes(vault) else None
    if again is None:  # the catalog still lists it, as damaged
        path = tmp_path / "other"
        with Vault.create(path, PASSPHRASE, "Ann", kdf_memory_mib=64) as other:
            again = archiving.import_sealed(other, tmp_path / "x.age", [WHO])
    assert again.code == "HERON"


def _codes(vault: Vault) -> list[str]:
    return [summary.code for summary in vault.cases()]


@pytest.mark.parametrize("inside", ["x.json", "o/x.json", "deep/x.json"])
def test_nothing_that_leaves_the_vault_is_written_into_one(vault: Vault, inside: str) -> None:
    """It would lie there readable, and go wherever the vault is carried."""
    (vault.path / "deep").mkdir()
    out = vault.path / inside
    for write in (
        lambda: intake.export_case_plain(vault, "HERON", out),
        lambda: intake.export_case_sealed(vault, "HERON", out, [WHO.recipient]),
        lambda: receipts.write(vault, out),
        lambda: archiving.archive(vault, "HERON", out, [WHO.recipient]),
        lambda: files.write_whole(out, b"recovery sheets", replace=True),
    ):
        with pytest.raises(UserError) as told:
            write()
        assert told.value.code == "in-the-vault"
    assert not out.exists()
    assert rows(vault) == ["import"]


def test_a_link_does_not_hide_that_it_is_a_vault(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "stick").symlink_to(vault.path, target_is_directory=True)
    with pytest.raises(UserError) as told:
        files.write_whole(tmp_path / "stick" / "x", b"x", replace=True)
    assert told.value.code == "in-the-vault"


@pytest.mark.skipif(sys.platform == "win32", reason="there a file that is held has no second name")
def test_what_a_killed_run_has_left_is_taken_away_by_the_next(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys\nfrom pathlib import Path\nfrom app.services import files\n"
        "with files.written_whole(Path(sys.argv[1]) / 'x', replace=True) as stream:\n"
        "    stream.write(b'They held me for thirty days.')\n    stream.flush()\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, check=False)
    assert done.returncode < 0
    (left,) = tmp_path.iterdir()
    (tmp_path / ".mine.part").write_bytes(b"somebody else's")
    with files.written_whole(tmp_path / "y", replace=True) as stream:
        stream.write(b"one")
        assert not left.exists()
        files.write_whole(tmp_path / "z", b"two", replace=True)  # leaves alone what is being written
    assert sorted(path.name for path in tmp_path.iterdir()) == [".mine.part", "y", "z"]
    assert (tmp_path / "y").read_bytes() == b"one"


def test_a_draft_of_an_earlier_state_replaces_nothing(vault: Vault, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    out.write_bytes(b"what was here")
    with vault.open_case("HERON") as store:
        made = draft.draft(material.take(store), "counsel", CHOICES, draft.Terms())
        store.put("testimonies", said("Later words."))
        with pytest.raises(UserError):
            export.release(store, made, out)
    assert out.read_bytes() == b"what was here"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []
