"""Before a vault is open: where vaults lie, how strong a passphrase is, key files.

default_folder() -> Path                where this program keeps vaults if the user says nothing else; not made here
vaults_in(folder) -> tuple[Path, ...]   the vaults that lie in a folder, by name; none if it cannot be read
is_name(text) -> bool                   whether a folder can have this name on every system
strength(passphrase) -> Strength
read_key_file(path) -> bytes, make_key_file(path) -> None
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from app.errors import bad_input
from app.services.files import write_whole
from app.services.session import told
from app.storage import headers
from app.storage.errors import StorageError

LARGEST_KEY_FILE = 65536
_KEY_BYTES = 32
#: Judging takes time that grows with the length; what comes after so many characters cannot make a passphrase weaker.
_JUDGED = 100
#: Powers of ten of the guesses at which the next level begins. A state's machines make about 10^6 guesses a second at the
#: cost of a vault's key derivation: level 3 begins at a quarter of an hour, level 4 at three years, level 5 at millions.
_LEVELS = (6.0, 9.0, 14.0, 20.0)
_PATTERNS = {"spatial": "keyboard", "repeat": "repeat", "sequence": "sequence", "regex": "date", "date": "date"}
_DICTIONARIES = {"passwords": "password", "surnames": "name", "male_names": "name", "female_names": "name"}
_FORBIDDEN = frozenset('/\\:*?"<>|')
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


@dataclass(frozen=True, slots=True)
class Strength:
    """``level`` 1 to 5, as five blocks show it; ``score`` 0 to 4 is zxcvbn's own; ``guesses_log10`` what both come from.

    ``warning`` says what the longest part of a guessable one is: ``password`` ``word`` ``name`` ``keyboard`` ``repeat``
    ``sequence`` ``date``, or nothing.
    """

    level: int
    score: int
    guesses_log10: float = 0.0
    warning: str = ""

    @property
    def weak(self) -> bool:
        """Whether it should not be used without a plain warning."""
        return self.level < 4 or self.score < 3


def default_folder() -> Path:
    """Where vaults lie if the user says nothing else."""
    return user_data_path("Affiant", appauthor=False) / "vaults"


def vaults_in(folder: Path) -> tuple[Path, ...]:
    """The vaults in a folder, by name. A folder that is missing or cannot be read holds none."""
    found = []
    with contextlib.suppress(OSError):
        for path in sorted(folder.iterdir(), key=lambda each: each.name.casefold()):
            with contextlib.suppress(StorageError):
                if not path.name.startswith(".") and path.is_dir() and headers.is_vault(path):
                    found.append(path)
    return tuple(found)


def is_name(text: str) -> bool:
    """Whether a folder can have this name on every system a stick is carried to."""
    bare = text.partition(".")[0].casefold()
    fine = text == text.strip() and not text.startswith(".") and not text.endswith(".") and bare not in _RESERVED
    return fine and 0 < len(text.encode("utf-8", "replace")) <= 200 and text.isprintable() and not _FORBIDDEN & set(text)


def strength(passphrase: str) -> Strength:
    """How hard a passphrase is to guess."""
    if not passphrase:
        return Strength(1, 0)
    from zxcvbn import zxcvbn

    found = zxcvbn(passphrase[:_JUDGED], max_length=_JUDGED)
    guesses = float(found["guesses_log10"])
    level, score = 1 + sum(guesses >= level for level in _LEVELS), int(found["score"])
    return Strength(level, score, guesses, _warning(found["sequence"]) if score < 4 else "")


def _warning(parts: Sequence[Mapping[str, Any]]) -> str:
    longest = max(parts, key=lambda part: len(part["token"]), default=None)
    if longest is None:
        return ""
    if longest["pattern"] == "dictionary":
        return _DICTIONARIES.get(longest["dictionary_name"], "word")
    return _PATTERNS.get(longest["pattern"], "")


def read_key_file(path: Path) -> bytes:
    """What a key file holds. Raises ``UserError`` ``bad-key-file`` if it is empty or too large, ``file``."""
    with told(), path.open("rb") as stream:
        data = stream.read(LARGEST_KEY_FILE + 1)
    if not data or len(data) > LARGEST_KEY_FILE:
        raise bad_input("bad-key-file", "this cannot be a key file: it is empty or larger than 64 kB; choose another")
    return data


def make_key_file(path: Path) -> None:
    """Write 32 random bytes where nothing is yet: an older key file may be all that opens another vault."""
    with told():
        write_whole(path, secrets.token_bytes(_KEY_BYTES), replace=False)
