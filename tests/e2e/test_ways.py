"""Changing the ways into a vault, through the real command."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2

from tests.e2e.conftest import Place
from tests.e2e.test_statuses import make_vault


def words_of(pdf: Path, *sheets: int) -> str:
    document = pypdfium2.PdfDocument(pdf)
    texts = (document[sheet].get_textpage().get_text_range() for sheet in sheets)
    return "\n".join(" ".join(re.findall(r"[0-9]+\. +([a-z]+)", text)) for text in texts)


def test_passphrase_key_file_and_recovery(tmp_path: Path) -> None:
    place: Place = make_vault(tmp_path)
    new, key_file, sheets, typed = (tmp_path / name for name in ("new", "key", "sheets.pdf", "typed"))
    new.write_text("quite another passphrase", "utf-8")
    key_file.write_bytes(b"what lies on the stick")
    assert place.run("passphrase", "--new-passphrase-file", new).status == 0
    assert place.run("list").status == 5
    place.passphrase.write_text("quite another passphrase", "utf-8")
    assert place.run("key-file", "--add", key_file).status == 0
    assert place.run("list").status == 5
    assert place.run("recovery", "--key-file", key_file, "--out", sheets).status == 0
    assert place.run("recovery", "--key-file", key_file, "--out", sheets).status == 2  # there is a file already
    typed.write_text(words_of(sheets, 2, 0), "utf-8")
    assert place.run("list", "--recovery-file", typed).status == 0
    typed.write_text(words_of(sheets, 1), "utf-8")
    assert place.run("list", "--recovery-file", typed).status == 2
    assert place.run("key-file", "--key-file", key_file, "--remove").status == 0
    assert place.run("verify").status == 0


def test_recovery_is_not_changed_where_its_sheets_cannot_be_written(tmp_path: Path) -> None:
    place: Place = make_vault(tmp_path)
    sheets, typed = tmp_path / "sheets.pdf", tmp_path / "typed"
    assert place.run("recovery", "--out", sheets).status == 0
    typed.write_text(words_of(sheets, 0, 1), "utf-8")
    assert place.run("recovery", "--out", tmp_path / "nowhere" / "sheets.pdf").status == 2
    assert place.run("list", "--recovery-file", typed).status == 0
