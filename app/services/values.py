"""The values that services take and hand out, named in one place for the window, which sees no lower layer."""

from app.redaction.disclose import Choices
from app.storage.backup import Backup
from app.storage.case_store import CaseStore
from app.storage.values import CaseSummary, Draft, Finding, JournalRow, SearchHit, StoredDocument
from app.storage.vault import Vault

__all__ = [
    "Backup",
    "CaseStore",
    "CaseSummary",
    "Choices",
    "Draft",
    "Finding",
    "JournalRow",
    "SearchHit",
    "StoredDocument",
    "Vault",
]
