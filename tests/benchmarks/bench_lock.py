"""How long it takes from the lock key to the lock screen, in the real program: at rest, during an import, over a dialog.

python -m tests.benchmarks.bench_lock [TIMES]
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from importlib.resources import as_file
from pathlib import Path

from app.casefile import dump
from app.paths import resource
from app.services import intake, session
from tests.large_case import large_case
from tests.ui.driven import Program, program

PASSPHRASE = "quiet heron by the river"
_IMPORT = (
    "from app.services import intake; from pathlib import Path; "
    "window.tasks.command(window, lambda vault: intake.import_case(vault.vault, Path({!r})))"
)
STATES = {
    "at rest": "None",
    "over a dialog": "window.show_settings()",
    "during an import": "",
}


def lock(affiant: Program) -> float:
    """Seconds from the key to the first window of the next process."""
    started = time.monotonic()
    affiant.press_lock()
    return time.monotonic() - started


def main(times: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        home, scratch = Path(name) / "home", Path(name) / "scratch"
        scratch.mkdir()
        vault = home / ".local/share/Affiant/vaults/Field vault"
        vault.parent.mkdir(parents=True)
        with session.new_vault(vault, PASSPHRASE, "Measurer", 64, None) as made, as_file(resource("sample")) as sample:
            intake.import_case(made, sample / "sample.case.json")
        large = Path(name) / "large.json"
        large.write_bytes(dump(large_case(2000, 300, 50), {}))
        for state, code in STATES.items():
            took = []
            with program(home, scratch) as affiant:
                for number in range(times):
                    affiant.type_passphrase(PASSPHRASE)
                    if number:
                        affiant.wait("window.frame is not None and window.frame.page_key == 'testimony'")
                    else:
                        affiant.open_case("testimony")
                    affiant.run(code or _IMPORT.format(str(large)))
                    took.append(lock(affiant))
            took.sort()
            at = min(int(0.95 * len(took)), len(took) - 1)
            print(f"lock to lock screen {state}: {took[at] * 1000:.0f} ms at the 95th percentile, {took[0] * 1000:.0f} at best")
        shutil.rmtree(home)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
