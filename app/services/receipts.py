"""Receipts: what tells an older copy of the whole vault from the vault.

write(vault, out)                       verified first; a vault in which anything is wrong gets none. ``*.pdf``: to print
compare(vault, receipt) -> Compared     of a file, or of what was typed in from paper.
                                        ``findings``: what the receipt knows and the vault does not
"""

from __future__ import annotations

from pathlib import Path

from app.errors import DAMAGED, UserError
from app.services import files, maintenance
from app.services.session import told
from app.storage.receipt import Compared
from app.storage.values import Finding
from app.storage.vault import Vault

_MOST = 64 << 20


def write(vault: Vault, out: Path, *, verified: bool = False) -> None:
    """Write a receipt to a new file; ``verified``: it was just done. Raises ``UserError``: ``damaged``, ``exists``."""
    if not verified:
        refuse(maintenance.verify(vault))
    with told():
        data = vault.receipt()
        if out.suffix.lower() == ".pdf":
            data = _sheet(vault.receipt_on_paper(data))
        files.write_whole(out, data, replace=False)


def _sheet(lines: tuple[str, ...]) -> bytes:
    from app.report.plain_paper import STRONG, TEXT, TITLE, WORDS, Paper, draw

    above = (
        ("Receipt of a vault", TITLE),
        ("It opens nothing and names nobody. It shows whether the vault is an older copy of itself, or another.", STRONG),
        ("Keep it where nobody can change it together with the laptop.", TEXT),
    )
    how = (
        "How to use it: type the lines above into a text file and give it to the command line: affiant verify VAULT --against "
        "FILE. Spaces, capitals and other lines do not matter; a line that is mistyped or left out is noticed."
    )
    return draw([Paper((*above, *((line, WORDS) for line in lines), (how, TEXT)), "Affiant")], "Receipt of a vault")


def compare(vault: Vault, receipt: Path) -> Compared:
    """Hold the vault against a receipt. Raises ``UserError``: ``damaged`` (the receipt), ``other-vault``, ``too-new``."""
    with told():
        with receipt.open("rb") as file:
            data = file.read(_MOST)
        return vault.compare(data)


def tell(mended: tuple[Finding, ...]) -> None:
    """Raise ``UserError`` where there was anything that could be put right: somebody may have had the vault in his hands."""
    if mended:
        reasons = tuple(f"{finding.part}: {finding.problem}" for finding in mended[:12])
        raise UserError(
            "put-right", DAMAGED, "something was damaged and was put right; all is right now, verify again", reasons
        )


def refuse(findings: tuple[Finding, ...]) -> None:
    """Raise ``UserError`` where there are any, naming the first of them."""
    if findings:
        reasons = tuple(f"{finding.part}: {finding.problem}" for finding in findings[:12])
        raise UserError("damaged", DAMAGED, "damaged or tampered with, nothing was changed", reasons)
