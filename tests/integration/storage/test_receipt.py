"""A receipt finds what the vault itself cannot know: that all of it, or a case with the catalog, is an older copy."""

from __future__ import annotations

import json
import random
import shutil
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from app.errors import UserError
from app.services import receipts
from app.storage import catalog as catalogs
from app.storage import key_files
from app.storage.vault import Vault
from tests.integration.storage.sample import PASSPHRASE, case_named, contents, said


def save(path: Path, words: str = "Later words.") -> None:
    with Vault.open(path, PASSPHRASE) as vault, vault.open_case("HERON") as case:
        case.put("testimonies", said(words))


@pytest.fixture
def receipt(path: Path, tmp_path: Path) -> Path:
    save(path)
    with Vault.open(path, PASSPHRASE) as vault:
        receipts.write(vault, tmp_path / "receipt.json")
    return tmp_path / "receipt.json"


def test_a_vault_that_goes_on_holds_against_it(path: Path, receipt: Path) -> None:
    save(path, "Words after that.")
    with Vault.open(path, PASSPHRASE) as vault:
        with vault.open_case("HERON") as case:
            case.erase(2, "asked for")
        vault.create_case(case_named("EGRET"), contents()).close()
        compared = receipts.compare(vault, receipt)
    assert (compared.cases, compared.since, compared.shredded, compared.findings) == (2, 1, (), ())


def test_it_says_no_code_and_no_name(receipt: Path) -> None:
    text = receipt.read_text("ascii")
    assert not any(word in text for word in ("HERON", "CRANE", "Ann", "Han"))


def test_an_older_copy_of_the_whole_vault_is_found(path: Path, tmp_path: Path) -> None:
    shutil.copytree(path, tmp_path / "older")
    save(path)
    with Vault.open(path, PASSPHRASE) as vault:
        receipts.write(vault, tmp_path / "receipt.json")
    with Vault.open(tmp_path / "older", PASSPHRASE) as vault:
        assert vault.verify() == ()
        (found,) = receipts.compare(vault, tmp_path / "receipt.json").findings
    assert found.part == "case HERON"
    save(tmp_path / "older", "They went another way.")
    save(tmp_path / "older", "And on.")
    with Vault.open(tmp_path / "older", PASSPHRASE) as vault:
        assert vault.verify() == ()
        (found,) = receipts.compare(vault, tmp_path / "receipt.json").findings
    assert found.problem == "it is not the case of which the receipt was written"


def test_a_case_that_was_shredded_is_named_and_one_that_was_stolen_is_found(path: Path, receipt: Path) -> None:
    with Vault.open(path, PASSPHRASE) as vault:
        ids = {summary.code: summary.id for summary in vault.cases()}
        vault.shred("CRANE", date(2026, 1, 15))
        catalog = catalogs.path_of(path / "o", vault._context.vault_key)
        compared = receipts.compare(vault, receipt)
    assert [case_id for case_id, _ in compared.shredded] == [ids["CRANE"]]
    assert compared.findings == ()
    for gone in (path / "o" / ids["HERON"], *key_files.paths(path / "o", ids["HERON"]), catalog):
        gone.unlink()
    with Vault.open(path, PASSPHRASE) as vault:
        assert {found.part for found in receipts.compare(vault, receipt).findings} == {f"case {i}" for i in ids.values()}


def test_a_case_that_cannot_be_read_is_found(path: Path, receipt: Path) -> None:
    with Vault.open(path, PASSPHRASE) as vault:
        (case_id,) = (summary.id for summary in vault.cases() if summary.code == "HERON")
    (path / "o" / case_id).write_bytes(b"")
    with Vault.open(path, PASSPHRASE) as vault:
        assert [found.problem for found in receipts.compare(vault, receipt).findings] == ["cannot be read"]
        with pytest.raises(UserError) as told:
            receipts.write(vault, path.parent / "other.json")
    assert told.value.status == 6
    assert not (path.parent / "other.json").exists()


@pytest.mark.parametrize("seed", range(25))
def test_a_changed_receipt_is_no_receipt(path: Path, receipt: Path, seed: int) -> None:
    choose = random.Random(seed)
    data = bytearray(receipt.read_bytes())
    at = choose.randrange(len(data) - 1)
    if seed % 5 == 0:
        data = data[:at]
    elif seed % 5 == 1:
        data = bytearray(json.dumps(json.loads(data) | {"time": "2020-01-01T00:00:00.000Z"}).encode())
    else:
        while chr(data[at]).isspace():
            at += 1
        data[at] ^= 1 << choose.randrange(3)
    receipt.write_bytes(data)
    with Vault.open(path, PASSPHRASE) as vault, pytest.raises(UserError) as told:
        receipts.compare(vault, receipt)
    assert told.value.status == 6
    assert "receipt" in told.value.message or told.value.code == "too-new"  # a changed version reads so


@pytest.mark.parametrize("data", [b"", b"[]", b"null", b'{"format": "affiant-receipt"}', b"\xff", b"[" * 99999])
def test_what_is_no_receipt(vault: Vault, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x").write_bytes(data)
    with pytest.raises(UserError) as told:
        receipts.compare(vault, tmp_path / "x")
    assert told.value.status == 6


def test_the_receipt_of_another_vault_is_told_from_a_damaged_one(receipt: Path, tmp_path: Path) -> None:
    with Vault.create(tmp_path / "other", PASSPHRASE, "Ann", kdf_memory_mib=64) as other, pytest.raises(UserError) as told:
        receipts.compare(other, receipt)
    assert (told.value.code, told.value.status) == ("other-vault", 2)


# --- on paper ---


@pytest.fixture
def paper(path: Path, tmp_path: Path) -> str:
    """The text of a printed receipt."""
    save(path)
    with Vault.open(path, PASSPHRASE) as vault:
        receipts.write(vault, tmp_path / "receipt.pdf")
    pages = pdfium.PdfDocument(tmp_path / "receipt.pdf")
    assert len(pages) == 1
    text = pages[0].get_textpage().get_text_range()
    assert not any(word in text for word in ("HERON", "CRANE", "Ann", "Han"))
    return str(text)


def compared(path: Path, typed: str) -> receipts.Compared:
    file = path.parent / "typed.txt"
    file.write_text(typed, "utf-8")
    with Vault.open(path, PASSPHRASE) as vault:
        return receipts.compare(vault, file)


def test_a_printed_receipt_is_typed_in_again_with_or_without_its_spaces(path: Path, paper: str) -> None:
    save(path, "Words after that.")
    for typed in (paper, paper.upper().replace(" ", ""), paper.replace(" ", "  ")):
        found = compared(path, typed)
        assert (found.cases, found.since, found.findings) == (2, 0, ())


@pytest.mark.parametrize("code", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_whatever_an_editor_saves_it_as_a_receipt_that_is_right_is_right(path: Path, tmp_path: Path, code: str) -> None:
    with Vault.open(path, PASSPHRASE) as vault:
        lines = "\r\n".join(vault.receipt_on_paper(vault.receipt()))
        marked = "\ufeff" + lines if code in ("utf-16-le", "utf-16-be") else lines
        (tmp_path / "typed.txt").write_bytes(marked.encode(code))
        assert receipts.compare(vault, tmp_path / "typed.txt").findings == ()


def test_full_width_letters_of_an_input_method_are_letters(path: Path) -> None:
    with Vault.open(path, PASSPHRASE) as vault:
        lines = "\n".join(vault.receipt_on_paper(vault.receipt()))
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else "\u3000" if char == " " else char for char in lines)
    assert compared(path, wide).findings == ()
    assert compared(path, lines.replace("-", "\u2013")).findings == ()  # as word processors like to write it


def test_a_printed_receipt_finds_an_older_copy_and_knows_what_was_shredded(path: Path, tmp_path: Path) -> None:
    shutil.copytree(path, tmp_path / "older")
    save(path)
    with Vault.open(path, PASSPHRASE) as vault:
        lines = "\n".join(vault.receipt_on_paper(vault.receipt()))
        ids = {summary.code: summary.id for summary in vault.cases()}
        vault.shred("CRANE", date(2026, 1, 15))
    (found,) = compared(tmp_path / "older", lines).findings
    assert (found.part, found.problem) == ("case HERON", "it is older than the receipt: what was saved before is missing")
    assert [case_id for case_id, _ in compared(path, lines).shredded] == [ids["CRANE"]]


@pytest.mark.parametrize("seed", range(20))
def test_a_slip_of_the_hand_is_noticed(path: Path, seed: int) -> None:
    with Vault.open(path, PASSPHRASE) as vault:
        lines = list(vault.receipt_on_paper(vault.receipt()))
    choose = random.Random(seed)
    at = choose.randrange(1, len(lines))
    if seed % 4 == 0:
        del lines[at]
    else:
        line = lines[at]
        place = choose.choice([i for i, char in enumerate(line) if char.isdigit() and i > 5])
        lines[at] = line[:place] + str((int(line[place]) + 1) % 10) + line[place + 1 :]
    with pytest.raises(UserError) as told:
        compared(path, "\n".join(lines))
    assert told.value.status in (2, 6)  # 2: it then names another vault


def test_a_printed_receipt_of_another_vault_is_told_from_a_mistyped_one(paper: str, tmp_path: Path) -> None:
    Vault.create(tmp_path / "other", PASSPHRASE, "Ann", kdf_memory_mib=64).close()
    with pytest.raises(UserError) as told:
        compared(tmp_path / "other", paper)
    assert (told.value.code, told.value.status) == ("other-vault", 2)
