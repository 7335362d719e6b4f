"""Paper for a day without a computer, through the real command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.e2e.conftest import affiant
from tests.e2e.test_statuses import ready_vault

NAMES = ["cards.pdf", "closing.pdf", "guides.pdf", "sheets.pdf"]


def test_a_kit_without_a_vault_and_none_of_it_twice(tmp_path: Path) -> None:
    out = tmp_path / "kit"
    made = affiant("paper", "--out", out, "--lang", "zh-Hans", "--paper", "letter", "--json")
    assert (made.status, made.data["kept"]) == (0, False)
    assert sorted(path.name for path in out.iterdir()) == NAMES
    assert affiant("paper", "--out", out).status == 2
    some = affiant("paper", "--out", tmp_path / "some", "--cards", "press:press", "--guides", "none", "--sheets", "0")
    assert some.status == 0
    assert sorted(path.name for path in (tmp_path / "some").iterdir()) == ["cards.pdf", "closing.pdf"]
    for wrong in (("--lang", "xx"), ("--cards", "press"), ("--guides", "x"), ("--sheets", "99"), ("--case", "WREN")):
        assert affiant("paper", "--out", tmp_path / "none", *wrong).status == 2
        assert not (tmp_path / "none").exists()


def test_the_case_keeps_the_code(tmp_path: Path, small_case: Callable[..., Path]) -> None:
    place = ready_vault(tmp_path, small_case())
    made = affiant(
        "paper", "--out", tmp_path / "kit", "--vault", place.vault, "--case", "WREN", "--passphrase-file", place.passphrase,
        "--cards", "none", "--guides", "none", "--json",
    )  # fmt: skip
    assert (made.status, made.data["kept"]) == (0, True)
    assert affiant("verify", place.vault, "--passphrase-file", place.passphrase).status == 0
