"""The sample case, from nothing to finished PDFs: what ``affiant demo`` and ``make demo`` show."""

from __future__ import annotations

import json
import secrets
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import as_file
from pathlib import Path

from app.errors import bad_input
from app.paths import resource
from app.redaction.disclose import Choices
from app.redaction.profiles import load_profile
from app.services import export, intake, redaction, session
from app.services.export import Release
from app.services.maintenance import remove_vault

PROFILES = ("counsel", "public")
DATED = date(2021, 7, 12)
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class Demo:
    """Where everything is. The passphrase is printed: the sample protects nobody real."""

    vault: Path
    passphrase: str = field(repr=False)
    pdfs: tuple[Path, ...]


def make_demo(folder: Path) -> Demo:
    """Make a vault in ``folder``, import the sample, decide what it asks, export every demonstrated profile.

    A demonstration made earlier in the same folder is replaced; a folder that holds anything else is refused.
    """
    vault_path = folder / "vault"
    pdfs = tuple(folder / f"summary-{profile}.pdf" for profile in PROFILES)
    with session.told():
        _clear(folder, vault_path, pdfs)
        folder.mkdir(parents=True, exist_ok=True)
    passphrase = "-".join("".join(secrets.choice(_ALPHABET) for _ in range(5)) for _ in range(5))
    session.create_vault(vault_path, passphrase, "Sample advocate", None, None)
    with ExitStack() as stack:
        sample = stack.enter_context(as_file(resource("sample")))
        vault = stack.enter_context(session.open_vault(vault_path, passphrase))
        summary = intake.import_case(vault, sample / "sample.case.json")
        for profile_key, pdf in zip(PROFILES, pdfs, strict=True):
            given = json.loads((sample / "decisions" / f"{profile_key}.json").read_text("utf-8"))
            with session.open_case(vault, summary.code) as store:
                redaction.decide(store, given)
            profile = load_profile(profile_key)
            choices = Choices(DATED, (profile.testimonies,), recipient="Counsel" if profile.recipient else None)
            sign_off = "Sample advocate" if profile.sign_off else None
            export.export_pdf(vault, summary.code, choices, Release(pdf, profile_key, sign_off))
    return Demo(vault_path, passphrase, pdfs)


def _clear(folder: Path, vault_path: Path, pdfs: tuple[Path, ...]) -> None:
    if not folder.exists():
        return
    ours = {vault_path.name, *(pdf.name for pdf in pdfs)}
    if not folder.is_dir() or any(entry.name not in ours for entry in folder.iterdir()):
        raise bad_input("not-a-demo", "the folder holds something else; nothing was touched; choose another with --out")
    for pdf in pdfs:
        pdf.unlink(missing_ok=True)
    if vault_path.exists():
        remove_vault(vault_path)
