"""The ways into a vault: what opens it, what opens it no more, and that a crash leaves one of the two."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from app.errors import UserError
from app.services import session, ways
from app.storage import disk
from crypto import recovery

FIRST, SECOND = "the first passphrase", "another one altogether"
KEY_FILE = b"what lies on the stick"


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    path = tmp_path_factory.mktemp("ways") / "vault"
    with session.new_vault(path, FIRST, "Ann Advocate", 64) as made:
        assert made.recovery_secret is not None
        return path, made.recovery_secret


@pytest.fixture
def vault_path(ready: tuple[Path, bytes], tmp_path: Path) -> Path:
    path = tmp_path / "vault"
    shutil.copytree(ready[0], path)
    return path


def opens(path: Path, passphrase: str, key_file: bytes | None = None) -> bool:
    try:
        session.unlock(path, passphrase, key_file)
    except UserError as error:
        assert error.code == "wrong-passphrase"
        return False
    return True


def test_after_a_change_only_the_new_passphrase_opens(vault_path: Path) -> None:
    with session.open_vault(vault_path, FIRST) as vault:
        ways.set_passphrase(vault, SECOND)
    assert opens(vault_path, SECOND)
    assert not opens(vault_path, FIRST)


def test_a_key_file_is_needed_beside_the_passphrase_and_no_more(vault_path: Path) -> None:
    with session.open_vault(vault_path, FIRST) as vault:
        ways.set_passphrase(vault, FIRST, KEY_FILE)
        assert ways.ways(vault) == ("passphrase and key file", "recovery")
    assert opens(vault_path, FIRST, KEY_FILE)
    assert not opens(vault_path, FIRST)
    with session.open_vault(vault_path, FIRST, KEY_FILE) as vault:
        ways.set_passphrase(vault, FIRST)
    assert opens(vault_path, FIRST)


def test_the_first_recovery_opens_until_it_is_made_anew(vault_path: Path, ready: tuple[Path, bytes]) -> None:
    key = ways.unlock_by_recovery(vault_path, ready[1])
    with session.open_unlocked(vault_path, key) as vault:
        made = ways.new_recovery(vault)
    with pytest.raises(UserError) as told:
        ways.unlock_by_recovery(vault_path, ready[1])
    assert told.value.code == "wrong-recovery"
    assert ways.unlock_by_recovery(vault_path, ways.read_recovery(made.line))
    assert opens(vault_path, FIRST)


@pytest.mark.parametrize("pair", [(0, 1), (0, 2), (1, 2)])
def test_any_two_sheets_open_and_one_does_not(vault_path: Path, ready: tuple[Path, bytes], pair: tuple[int, int]) -> None:
    sheets = ways.recovery_of(ready[1]).sheets
    typed = f"1. {sheets[pair[0]].upper()}\n\n  {sheets[pair[1]]}"
    assert ways.unlock_by_recovery(vault_path, ways.read_recovery(typed))
    with pytest.raises(UserError) as told:
        ways.read_recovery(sheets[pair[0]])
    assert told.value.code == "bad-recovery"


def test_recovery_that_was_taken_away_opens_no_more(vault_path: Path, ready: tuple[Path, bytes]) -> None:
    with session.open_vault(vault_path, FIRST) as vault:
        ways.remove_recovery(vault)
        assert ways.ways(vault) == ("passphrase",)
    with pytest.raises(UserError):
        ways.unlock_by_recovery(vault_path, ready[1])


@pytest.mark.parametrize("text", ["", "words that are none", "AFFIANT-RECOVERY-1QQQ", "academic " * 66, "\u0000" * 50])
def test_what_is_no_recovery_is_said_to_be_none(text: str) -> None:
    with pytest.raises(UserError) as told:
        ways.read_recovery(text)
    assert told.value.code == "bad-recovery"


@pytest.mark.parametrize("step", [0, 1])
def test_a_crash_in_the_middle_of_a_change_leaves_the_old_passphrase_or_the_new(
    vault_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    settled = []

    def crash(temporary: Path, target: Path) -> None:
        if len(settled) == step:
            raise KeyboardInterrupt
        settled.append(target)
        temporary.replace(target)

    with session.open_vault(vault_path, FIRST) as vault, monkeypatch.context() as patched:
        patched.setattr(disk, "settle", crash)
        with pytest.raises(KeyboardInterrupt):
            ways.set_passphrase(vault, SECOND)
    assert [opens(vault_path, FIRST), opens(vault_path, SECOND)] == [step == 0, step == 1]
    with session.open_vault(vault_path, SECOND if step else FIRST) as vault:
        assert vault.verify() == ()


def test_the_printed_sheets_hold_the_words_in_their_order(ready: tuple[Path, bytes]) -> None:
    held = ways.recovery_of(ready[1])
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(ways.recovery_pdf(held, date(2026, 1, 2)))]
    assert [re.findall(r"[0-9]+\. +([a-z]+)", page) for page in pages] == [sheet.split() for sheet in held.sheets]


def test_the_one_sheet_holds_the_whole_line(ready: tuple[Path, bytes]) -> None:
    held = ways.recovery_of(ready[1])
    (page,) = pypdfium2.PdfDocument(ways.recovery_pdf(held, date(2026, 1, 2), whole=True))
    text = re.sub(r"\s", "", page.get_textpage().get_text_range())
    assert held.line in text
    assert ways.read_recovery(held.line) == recovery.from_text(held.line) == ready[1]


def test_the_present_passphrase_is_known_while_the_vault_is_open(vault_path: Path) -> None:
    with session.open_vault(vault_path, FIRST) as vault:
        assert ways.is_passphrase(vault, FIRST)
        assert not ways.is_passphrase(vault, SECOND)
        assert not ways.is_passphrase(vault, FIRST, KEY_FILE)
        assert not ways.is_passphrase(vault, "")


def test_a_sheet_is_told_its_first_misspelt_word_by_place() -> None:
    sheet = recovery.to_sheets(bytes(32))[1]
    words = sheet.split()
    whole = ways.read_sheet("\n".join(f"{number}. {word.title()}" for number, word in enumerate(words, 1)))
    assert (whole.words, whole.unknown, whole.number) == (33, 0, 2)
    assert ways.read_sheet(" ".join(words[:7])) == ways.Sheet(7)
    misspelt = [*words[:6], words[6] + "x", "qqq", *words[8:]]
    assert ways.read_sheet(" ".join(misspelt)) == ways.Sheet(33, 7)
    swapped = [words[1], words[0], *words[2:]] if words[0] != words[1] else [words[2], words[1], words[0], *words[3:]]
    assert ways.read_sheet(" ".join(swapped)) == ways.Sheet(33), "words of the list in another order are not the sheet"


def test_the_line_is_read_in_small_and_mixed_letters() -> None:
    line = recovery.to_text(bytes(range(32)))
    for typed in (line.lower(), line.title(), " ".join(line)):
        assert ways.is_line(typed)
        assert ways.read_recovery(typed) == bytes(range(32))
    assert not ways.is_line(recovery.to_sheets(bytes(32))[0])


def test_new_recovery_is_written_down_before_it_holds(vault_path: Path, ready: tuple[Path, bytes]) -> None:
    secret = ways.prepare_recovery()
    ways.unlock_by_recovery(vault_path, ready[1])
    with session.open_vault(vault_path, FIRST) as vault:
        assert not ways.is_written(vault)
        ways.set_recovery(vault, secret)
        assert ways.is_written(vault)
    with pytest.raises(UserError):
        ways.unlock_by_recovery(vault_path, ready[1])
    with session.open_unlocked(vault_path, ways.unlock_by_recovery(vault_path, secret)) as vault:
        ways.remove_recovery(vault)
        assert not ways.is_written(vault)
