"""A vault: made, opened, listed, searched, closed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.storage import errors
from app.storage.vault import Vault
from crypto import header, recovery
from tests.integration.storage.sample import CANARY, CASE, PASSPHRASE, case_named, contents, files

ROOT = Path(__file__).parents[3]


def test_a_new_vault_is_empty_knows_its_author_and_hands_out_its_recovery_secret(tmp_path: Path) -> None:
    with Vault.create(tmp_path / "v", PASSPHRASE, "Ann 安", kdf_memory_mib=64) as vault:
        assert (vault.cases(), vault.author, vault.verify(), vault.healed) == ((), "Ann 安", (), ())
        secret = vault.recovery_secret
        assert secret is not None
        parsed = header.parse((tmp_path / "v" / "h0").read_bytes())
        assert header.unlock(parsed, recovery.slot_root(secret)) == vault._context.vault_key
    assert {path.name for path in (tmp_path / "v").iterdir()} == {"h0", "h1", "lock", "o"}
    with Vault.open(tmp_path / "v", PASSPHRASE) as vault:
        assert (vault.author, vault.recovery_secret) == ("Ann 安", None)


def test_a_vault_with_a_key_file_needs_both(tmp_path: Path) -> None:
    Vault.create(tmp_path / "v", PASSPHRASE, "Ann", kdf_memory_mib=64, key_file=b"key").close()
    Vault.open(tmp_path / "v", PASSPHRASE, key_file=b"key").close()
    for key_file in (None, b"yek"):
        with pytest.raises(errors.WrongKey):
            Vault.open(tmp_path / "v", PASSPHRASE, key_file=key_file)


def test_an_empty_folder_is_taken_and_a_full_one_is_not(tmp_path: Path) -> None:
    (tmp_path / "v").mkdir()
    Vault.create(tmp_path / "v", PASSPHRASE, "Ann", kdf_memory_mib=64).close()
    before = sorted(tmp_path.rglob("*"))
    (tmp_path / "file").write_text("x")
    for taken in ("v", "file"):
        with pytest.raises(errors.Exists):
            Vault.create(tmp_path / taken, PASSPHRASE, "Ann", kdf_memory_mib=64)
    assert sorted(set(tmp_path.rglob("*")) - {tmp_path / "file"}) == before


@pytest.mark.parametrize(
    ("passphrase", "author", "memory", "key_file"),
    [("", "Ann", 64, None), ("words", "A" * 600, 64, None), ("words", "Ann", 63, None), ("words", "Ann", 64, b"")],
)
def test_a_vault_that_could_not_protect_is_not_made(
    tmp_path: Path, passphrase: str, author: str, memory: int, key_file: bytes | None
) -> None:
    with pytest.raises(errors.Refused):
        Vault.create(tmp_path / "v", passphrase, author, kdf_memory_mib=memory, key_file=key_file)
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_passphrase_a_vault_in_use_and_no_vault_are_told_apart(path: Path, tmp_path: Path) -> None:
    for wrong in ("other words", PASSPHRASE + " ", ""):
        with pytest.raises(errors.WrongKey):
            Vault.open(path, wrong)
    with Vault.open(path, PASSPHRASE), pytest.raises(errors.InUse):
        Vault.open(path, PASSPHRASE)
    for nowhere in (tmp_path / "none", tmp_path, path / "h0"):
        with pytest.raises(errors.NotAVault):
            Vault.open(nowhere, PASSPHRASE)
    assert not (tmp_path / "lock").exists()


def test_another_process_is_told_that_the_vault_is_in_use(vault: Vault) -> None:
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from app.storage.vault import Vault\nfrom app.storage.errors import InUse\n"
        "try: Vault.open(Path(sys.argv[1]), 'any')\nexcept InUse: print('in use')"
    )
    done = subprocess.run([sys.executable, "-c", code, str(vault.path)], cwd=ROOT, capture_output=True, check=True)
    assert (done.stdout.strip(), done.stderr) == (b"in use", b"")


def test_cases_are_listed_by_code_without_opening_them(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.storage.vault.open_case_file", lambda *_, **__: pytest.fail("a case was opened"))
    crane, heron = vault.cases()
    assert (crane.code, heron.code, heron.opened, heron.entries) == ("CRANE", "HERON", "2021-07-02", 10)
    assert heron.changed_at.endswith("Z") and heron.size > 270_000 and not heron.damaged


def test_a_case_is_opened_by_code_or_id(vault: Vault) -> None:
    with vault.open_case("HERON") as by_code, vault.open_case(by_code.id) as by_id:
        assert by_code.load() == by_id.load() == CASE
        assert (by_id.id, by_id.code) == (by_code.id, "HERON")
    for name in ("NONE", "", "heron"):
        with pytest.raises(errors.NoSuchCase):
            vault.open_case(name)


def test_a_code_in_use_is_refused_and_nothing_is_stored(vault: Vault) -> None:
    before = files(vault.path)
    with pytest.raises(errors.Exists):
        vault.create_case(CASE, contents())
    assert files(vault.path) == before


def test_words_are_found_with_their_path_in_the_case_file(vault: Vault) -> None:
    def found(words: str) -> list[tuple[str, str]]:
        return [(hit.case_code, hit.where) for hit in vault.search(words)]

    both = lambda where: [("CRANE", where), ("HERON", where)]  # noqa: E731
    assert found("克宇") == both("people[0].names[1].text")
    assert found("松河") == both("places[0].names[1].text")
    assert found("zurich") == both("testimonies[0].text")
    assert found("thirty held") == both("testimonies[0].text")
    assert found("kelan") == both("people[1].names[0].text")
    assert found("nowhere") == []
    (hit, _) = vault.search("zurich")
    assert f"{CANARY} in Zürich." in hit.snippet


def test_a_search_sees_what_was_just_saved_and_leaves_no_file(vault: Vault) -> None:
    with vault.open_case("HERON") as case:
        case.remove("people", "p1")
        assert [hit.where for hit in vault.search("kelan")] == ["people[1].names[0].text", "people[0].names[0].text"]
        assert [hit.case_code for hit in vault.search("克宇")] == ["CRANE"]
    before = files(vault.path)
    assert list(vault.search("zurich"))
    assert files(vault.path) == before


def test_a_closed_vault_says_so_and_keeps_no_key(path: Path) -> None:
    vault = Vault.open(path, PASSPHRASE)
    case, key = vault.open_case("HERON"), vault._context.vault_key
    vault.close()
    vault.close()
    assert key == bytes(32)
    for call in (
        vault.cases,
        vault.verify,
        case.load,
        lambda: vault.open_case("HERON"),
        lambda: case.remove("people", "p1"),
    ):
        with pytest.raises(errors.Closed):
            call()


def test_closing_leaves_no_log_and_a_clean_vault(path: Path) -> None:
    with Vault.open(path, PASSPHRASE) as vault:
        vault.open_case("HERON").record("note", {"words": "x"})
        vault.create_case(case_named("EGRET"), {})
    assert not [name for name in files(path) if "-" in name or "tmp" in name]
    with Vault.open(path, PASSPHRASE) as vault:
        assert vault.verify() == ()
        assert vault.healed == ()


def test_no_words_of_a_case_stand_in_any_file_or_name(path: Path) -> None:
    with Vault.open(path, PASSPHRASE) as vault:
        case = vault.open_case("HERON")
        case.save_draft("testimony", CANARY)
        case.record("note", {"words": CANARY})
        forms = [CANARY, "Keyu", "韩克宇", "HERON", "Ann Advocate", PASSPHRASE]
        needles = [text.encode(code) for text in forms for code in ("utf-8", "utf-16-le", "utf-16-be")]
        needles += [text.encode().hex().encode() for text in forms]
        held = [file for file in path.rglob("*") if file.is_file()]
        assert len(held) > 12  # with the logs of an open vault
        for file in held:
            data = file.read_bytes() + str(file).encode()
            assert not [needle for needle in needles if needle in data]


def test_errors_and_values_repeat_no_words_of_a_case(vault: Vault) -> None:
    hit = next(vault.search("zurich"))
    with vault.open_case("HERON") as case:
        shown = repr((hit, case.journal(), case.load().testimonies, vault, case))
    assert CANARY not in shown and "Ann" not in shown


def test_a_search_ends_when_the_vault_is_closed_meanwhile(path: Path) -> None:
    vault = Vault.open(path, PASSPHRASE)
    hits = vault.search("zurich")
    assert next(hits).case_code == "CRANE"
    vault.close()
    with pytest.raises(errors.Closed):
        next(hits)
