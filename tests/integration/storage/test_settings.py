"""Settings of the window lie in the vault's catalog, and nowhere else."""

from __future__ import annotations

from pathlib import Path

from app.storage import catalog
from app.storage.vault import Vault
from tests.integration.storage.sample import PASSPHRASE, files


def test_a_setting_stands_until_it_is_changed_or_forgotten(path: Path) -> None:
    with Vault.open(path, PASSPHRASE) as vault:
        assert vault.setting("zoom") is None
        vault.set_setting("zoom", "120")
        vault.set_setting("zoom", "150")
        vault.set_setting("lock after", "")
    with Vault.open(path, PASSPHRASE) as vault:
        assert (vault.setting("zoom"), vault.setting("lock after")) == ("150", "")
        vault.set_setting("zoom", None)
        vault.set_setting("never set", None)
        assert (vault.setting("zoom"), vault.verify()) == (None, ())


def test_a_catalog_made_before_there_were_settings_is_whole(path: Path) -> None:
    before = files(path)
    with Vault.open(path, PASSPHRASE) as vault:
        vault._context.catalog._db.define("DROP TABLE setting")
    with Vault.open(path, PASSPHRASE) as vault:
        assert vault.healed == ()
        vault.set_setting("zoom", "150")
        assert (vault.setting("zoom"), vault.verify()) == ("150", ())
    assert files(path) == before


def test_a_lost_catalog_takes_the_settings_with_it_and_nothing_else(path: Path) -> None:
    with Vault.open(path, PASSPHRASE) as vault:
        vault.set_setting("zoom", "150")
        cases = vault.cases()
        lost = catalog.path_of(path / "o", vault.key())
    lost.unlink()
    with Vault.open(path, PASSPHRASE) as vault:
        assert (vault.setting("zoom"), vault.cases()) == (None, cases)
        assert [finding.part for finding in vault.healed] == ["catalog"]
