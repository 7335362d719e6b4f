"""The open vault and its open cases, as the window's one vault thread holds them.

SQLCipher connections belong to the thread that made them, so all of this lives and dies on that thread.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.case import Case
from app.services.session import told
from app.storage.case_store import CaseStore
from app.storage.vault import Vault


class OpenVault:
    """A vault with the cases that were opened in it. Each case is opened once and stays open until ``close``."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self._stores: dict[str, CaseStore] = {}

    def store(self, case_id: str) -> CaseStore:
        """One case by id or code. Raises ``UserError``."""
        with told():
            held = self._stores.get(case_id)
            if held is None or held.closed:
                held = self.vault.open_case(case_id)
                self._stores[held.id] = held
            return held

    def look_into(self, case_id: str) -> Case:
        """A case as it stands, for a moment. Raises ``UserError``."""
        with self.at_work(case_id) as store, told():
            return store.load()

    @contextmanager
    def at_work(self, case_id: str) -> Iterator[CaseStore]:
        """One case for a moment: one that was not open is closed again. Raises ``UserError``."""
        was_open = case_id in self._stores
        try:
            yield self.store(case_id)
        finally:
            if not was_open:
                self.close_case(case_id)

    def close_case(self, case_id: str) -> None:
        """Sign and close one case; harmless if it is not open."""
        held = self._stores.pop(case_id, None)
        if held is not None:
            with told():
                held.close()

    def close(self) -> None:
        """Sign and close everything and let the vault go."""
        self._stores.clear()
        with told():
            self.vault.close()
