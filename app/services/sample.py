"""The sample case, from nothing to finished PDFs: what ``affiant demo`` and ``make demo`` show."""

from __future__ import annotations

import hashlib
import json
import re
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
from app.services.files import write_whole
from app.services.maintenance import remove_vault
from app.storage import disk

PROFILES = ("counsel", "public")
DATED = date(2021, 7, 12)
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
#: Says that a folder is a demonstration's, and how it left its vault: nothing else may ever be taken for one and removed.
_MARK, _UNFINISHED = ".demonstration", b"unfinished"
_KEPT = re.compile(r"vault-[0-9]+")


@dataclass(frozen=True, slots=True)
class Demo:
    """Where everything is. The passphrase is printed: the sample protects nobody real.

    ``kept``: where the vault of an earlier demonstration was moved to, if somebody had worked in it.
    """

    vault: Path
    passphrase: str = field(repr=False)
    pdfs: tuple[Path, ...]
    kept: Path | None = None


def make_demo(folder: Path) -> Demo:
    """Make a vault in ``folder``, import the sample, decide what it asks, export every demonstrated profile.

    A demonstration made earlier in the same folder is replaced, but for a vault that was worked in since: that is kept under
    another name. Raises ``UserError``: ``not-a-demo`` for a folder that holds anything else, ``in-use``.
    """
    vault_path = folder / "vault"
    pdfs = tuple(folder / f"summary-{profile}.pdf" for profile in PROFILES)
    with session.told():
        kept = _clear(folder, vault_path, pdfs)
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / _MARK, _UNFINISHED, replace=True)
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
    with session.told():
        write_whole(folder / _MARK, _state(vault_path), replace=True)
    return Demo(vault_path, passphrase, pdfs, kept)


def _clear(folder: Path, vault_path: Path, pdfs: tuple[Path, ...]) -> Path | None:
    """Make room in the folder; return where a vault that was worked in is now."""
    if not folder.exists():
        return None
    names = {entry.name for entry in folder.iterdir()} if folder.is_dir() else {folder.name}
    ours = {_MARK, vault_path.name, *(pdf.name for pdf in pdfs)}
    strange = [name for name in names - ours if not _KEPT.fullmatch(name)]
    if strange or (names and _MARK not in names):
        raise bad_input("not-a-demo", "the folder holds something else; nothing was touched; choose another with --out")
    kept = None
    if vault_path.exists():
        disk.Lock(vault_path / disk.LOCK).release()
        # Of a demonstration that was cut off nobody has the passphrase, so nobody has worked in it.
        if (folder / _MARK).read_bytes() in (_UNFINISHED, _state(vault_path)):
            remove_vault(vault_path)
        else:
            kept = next(path for n in range(1, 1_000_000) if not (path := folder / f"vault-{n}").exists())
            vault_path.rename(kept)
    for pdf in pdfs:
        pdf.unlink(missing_ok=True)
    return kept


def _state(vault_path: Path) -> bytes:
    """What the files of a vault are, in hex: another as soon as anything was saved in it."""
    value = hashlib.sha256()
    for path in sorted(path for path in vault_path.rglob("*") if path.is_file() and path.name != disk.LOCK):
        value.update(f"{path.relative_to(vault_path).as_posix()} {path.stat().st_size}\n".encode())
        value.update(path.read_bytes())
    return value.hexdigest().encode()
