"""The ways into a vault, as a person changes them: the passphrase, a key file, and recovery on paper.

    ways(vault) -> tuple[str, ...]
    is_passphrase(vault, passphrase, key_file=None) -> bool            whether this is the present one; takes a second or two
    set_passphrase(vault, passphrase, key_file=None)                   ``key_file`` None: none goes with it from now on
    new_recovery(vault) -> Recovery                                    shown once; the one before opens this vault no more
    prepare_recovery() -> bytearray, set_recovery(vault, secret)       the same in two steps: written down first, then it holds
    note_written(vault), is_written(vault)                             whether somebody is known to have the present recovery
    remove_recovery(vault)
    recovery_pdf(recovery, dated, *, whole) -> bytes                   three sheets of which two open, or one that opens alone
    read_sheet(text) -> Sheet                                          how far one sheet was typed, and its first misspelt word
    read_recovery(text) -> bytearray                                   what was typed off the paper; the caller wipes it
    unlock_by_recovery(path, secret) -> bytearray                      the vault key, as ``session.unlock`` gives it

The recovery secret is kept nowhere: whoever wants new sheets makes a new one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.errors import UserError, bad_input
from app.services.session import told
from app.storage import ways_in
from app.storage.vault import Vault
from crypto import recovery
from crypto.errors import BadParameters
from crypto.secret import wipe

WORDS_A_SHEET = 33
#: The setting that says that the present recovery was handed out.
_WRITTEN = "recovery_written"
_LINE = "AFFIANT-RECOVERY-"
_WORD = re.compile(r"[a-z]+")
#: The keys of ``ways`` that a vault may hold.
PASSPHRASE, KEY_FILE, RECOVERY = ways_in.PASSPHRASE, ways_in.KEY_FILE, ways_in.RECOVERY


@dataclass(frozen=True, slots=True)
class Recovery:
    """What is to be written down: ``line`` opens alone, of ``sheets`` (33 words each) any two open together."""

    line: str = field(repr=False)
    sheets: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as it was typed: ``words`` of 33.

    ``unknown`` is the place, from 1, of the first word that can be on no sheet (0: there is none). ``number`` says
    which of the set it is and ``of_set`` which set, both 0 unless every word of it is right.
    """

    words: int
    unknown: int = 0
    number: int = 0
    of_set: int = 0


def ways(vault: Vault) -> tuple[str, ...]:
    """What opens the vault."""
    with told():
        return vault.ways_in()


def is_passphrase(vault: Vault, passphrase: str, key_file: bytes | None = None) -> bool:
    """Whether this passphrase (with its key file) opens the vault, which stays open and is not touched."""
    with told():
        return ways_in.opens(vault.path, passphrase, key_file)


def set_passphrase(vault: Vault, passphrase: str, key_file: bytes | None = None) -> None:
    """Change the passphrase, and whether a key file goes with it. After a crash there is the old one or the new one."""
    with told():
        vault.set_passphrase(passphrase, key_file)


def new_recovery(vault: Vault) -> Recovery:
    """Make recovery anew."""
    with told():
        secret = vault.new_recovery()
        vault.set_setting(_WRITTEN, None)
    try:
        return recovery_of(secret)
    finally:
        wipe(secret)


def prepare_recovery() -> bytearray:
    """A recovery secret for ``set_recovery``. It opens nothing yet."""
    return recovery.new_secret()


def set_recovery(vault: Vault, secret: bytes | bytearray) -> None:
    """Let this recovery open the vault in the place of the one before; it was written down already."""
    key = vault.key()
    try:
        with told():
            ways_in.set_recovery(vault.path, key, secret)
    finally:
        wipe(key)
    note_written(vault)


def note_written(vault: Vault) -> None:
    """Remember that the present recovery was handed out: a backup opens with it alone."""
    with told():
        vault.set_setting(_WRITTEN, "yes")


def is_written(vault: Vault) -> bool:
    """Whether that is remembered. A vault that was made elsewhere may not know."""
    with told():
        return RECOVERY in vault.ways_in() and vault.setting(_WRITTEN) == "yes"


def recovery_of(secret: bytes | bytearray) -> Recovery:
    """A recovery secret as it is written down."""
    return Recovery(recovery.to_text(secret), recovery.to_sheets(secret))


def remove_recovery(vault: Vault) -> None:
    """From now on only the passphrase opens the vault."""
    with told():
        vault.remove_recovery()
        vault.set_setting(_WRITTEN, None)


def is_line(text: str) -> bool:
    """Whether what was typed begins as the one line that opens alone."""
    return "".join(text.split()).upper().startswith(_LINE)


def read_sheet(text: str) -> Sheet:
    """Look at one sheet while or after it is typed; numbers, line ends and capitals do not matter."""
    words = _WORD.findall(text.lower())
    unknown = next((at for at, word in enumerate(words, 1) if not recovery.is_word(word)), 0)
    marks = recovery.sheet_marks(" ".join(words)) if not unknown and len(words) == WORDS_A_SHEET else None
    of_set, number = marks or (0, 0)
    return Sheet(len(words), unknown, number, of_set)


def read_recovery(text: str) -> bytearray:
    """Read one recovery line, or the words of two sheets or more; numbers, line ends and capitals do not matter.

    Raises ``UserError`` (``bad-recovery``): what is missing or misspelt.
    """
    try:
        return recovery.from_text(text.upper())
    except BadParameters:
        pass
    words = _WORD.findall(text.lower())
    if not words or len(words) % WORDS_A_SHEET:
        raise bad_input(
            "bad-recovery",
            f"a recovery line, or two sheets of {WORDS_A_SHEET} words each, are needed; {len(words)} words were given",
        )
    sheets = [" ".join(words[at : at + WORDS_A_SHEET]) for at in range(0, len(words), WORDS_A_SHEET)]
    try:
        return recovery.from_sheets(sheets)
    except BadParameters:
        raise bad_input(
            "bad-recovery",
            "the sheets do not fit together: a word is misspelt, or they are not of one set, or only one was given",
        ) from None


def unlock_by_recovery(path: Path, secret: bytes | bytearray) -> bytearray:
    """The vault key. Raises ``UserError`` as ``session.unlock`` does; ``wrong-recovery`` for that of another time or vault."""
    try:
        with told():
            return Vault.unlock_by_recovery(path, secret)
    except UserError as error:
        if error.code != "wrong-passphrase":
            raise
        raise UserError("wrong-recovery", error.status, "this recovery does not open this vault; nothing was changed") from None


def recovery_pdf(held: Recovery, dated: date, *, whole: bool = False) -> bytes:
    """The sheets to print: three pages to be kept apart, or with ``whole`` one page that opens alone."""
    from app.report.plain_paper import NOTE, STRONG, TEXT, TITLE, WORDS, Paper, draw

    title = "Recovery of a vault"
    foot = f"{dated.isoformat()} · Affiant"
    how = (
        "How to use it: start the program, choose “Recovery sheets”, and type the words. Or write them into a text file and "
        "give it to the command line with --recovery-file. Only the sheets printed last open the vault. "
        "Older sheets still open the backups of their time: burn them when those backups are gone."
    )
    if whole:
        return draw(
            [
                Paper(
                    (
                        ("Recovery: one sheet", TITLE),
                        ("Whoever holds this sheet and the vault can read everything in it.", STRONG),
                        ("Keep it where neither the laptop nor you can be searched.", TEXT),
                        *((line, WORDS) for line in _in_groups(held.line)),
                        (how, NOTE),
                    ),
                    foot,
                )
            ],
            title,
        )
    papers = []
    for number, sheet in enumerate(held.sheets, 1):
        papers.append(
            Paper(
                (
                    (f"Recovery: sheet {number} of {len(held.sheets)}", TITLE),
                    (f"Any {recovery.SHEETS_NEEDED} sheets open the vault together; one alone tells nothing.", STRONG),
                    ("Give each to somebody else, in another place than the laptop, and never two to the same person.", TEXT),
                    *((line, WORDS) for line in _numbered(sheet.split())),
                    (how, NOTE),
                ),
                f"{foot} · {number}/{len(held.sheets)}",
            )
        )
    return draw(papers, title)


def _in_groups(line: str) -> list[str]:
    """The long line in groups of four that a hand can copy; spaces do not matter when it is read."""
    groups = [line[at : at + 4] for at in range(0, len(line), 4)]
    return [" ".join(groups[at : at + 6]) for at in range(0, len(groups), 6)]


def _numbered(words: list[str]) -> list[str]:
    return [f"{number}.  {word}" for number, word in enumerate(words, 1)]
