"""A second demonstration in the same folder: what somebody has worked in is never taken away."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.services import sample
from app.storage.vault import Vault
from tests.e2e.conftest import Place, Ran, affiant
from tests.e2e.test_statuses import make_vault


def demo(folder: Path) -> Ran:
    return affiant("demo", "--out", folder, "--json")


def test_a_vault_that_lies_where_the_demonstration_would_put_its_own_is_left_alone(
    tmp_path: Path, small_case: Callable[..., Path]
) -> None:
    """Somebody's own vault may be called ``vault`` too."""
    (tmp_path / "mine").mkdir()
    place: Place = make_vault(tmp_path / "mine", small_case())
    (place.folder / "passphrase").rename(tmp_path / "words")
    place.vault.rename(place.folder / "vault")
    ran = demo(place.folder)
    assert (ran.status, "nothing was touched" in ran.err) == (2, True)
    listed = affiant("list", place.folder / "vault", "--passphrase-file", tmp_path / "words", "--json")
    assert [row["code"] for row in listed.data] == ["WREN"]


def test_a_vault_of_the_demonstration_that_was_worked_in_is_kept(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    first = demo(tmp_path / "d").data
    words = tmp_path / "words"
    words.write_text(first["passphrase"], "utf-8")
    assert affiant("list", first["vault"], "--passphrase-file", words).status == 0
    second = demo(tmp_path / "d").data
    assert "kept" not in second  # looking is no work
    words.write_text(second["passphrase"], "utf-8")
    assert affiant("import", second["vault"], small_case(), "--passphrase-file", words).status == 0
    third = demo(tmp_path / "d").data
    assert third["kept"] == str(tmp_path / "d" / "vault-1")
    listed = affiant("list", third["kept"], "--passphrase-file", words, "--json")
    assert [row["code"] for row in listed.data] == ["HERON", "WREN"]
    fourth = demo(tmp_path / "d").data
    assert (tmp_path / "d" / "vault-1").is_dir()
    assert json.dumps(fourth).count("vault-") == 0


def test_a_vault_of_the_demonstration_that_is_open_is_left_alone(tmp_path: Path) -> None:
    first = demo(tmp_path / "d").data
    with Vault.open(Path(first["vault"]), first["passphrase"]):
        assert demo(tmp_path / "d").status == 7
    assert all(Path(pdf).exists() for pdf in first["pdfs"])


def test_a_demonstration_that_was_cut_off_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(sample.export, "export_pdf", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            sample.make_demo(tmp_path / "d")
    assert (tmp_path / "d" / "vault").is_dir()
    made = sample.make_demo(tmp_path / "d")
    assert (made.kept, all(pdf.is_file() for pdf in made.pdfs)) == (None, True)
