"""A long run against the release check: changed, cut and mixed files must be refused or pass, and never bring it down.

``python -m tests.fuzz.fuzz_check [--seconds N] [--seed N]``. Prints one line a minute and the seed of any failure.
"""

from __future__ import annotations

import argparse
import random
import sys
import time

from app.report.check import NotAPdf, check
from tests.leaks import CHANNELS, NAME, clean_paper, everyday, protected
from tests.papers import Paper


def changed(data: bytes, chance: random.Random) -> bytes:
    """The bytes after one to six random changes of one of several kinds."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(out))
        kind = chance.randrange(5)
        if kind == 0:
            out[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del out[at : at + chance.randint(1, 40)]
        elif kind == 2:
            out[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 12)))
        elif kind == 3:
            other = chance.randrange(len(out))
            out[at : at + 30] = out[other : other + 30]
        else:
            word = chance.choice((b"/Length 0", b"obj", b"endstream", b"<<", b">>", b"99999999999", b"/Kids [2 0 R]"))
            out[at : at + len(word)] = word
        if not out:
            return b"%PDF-"
    return bytes(out)


def named_paper() -> bytes:
    paper = Paper()
    paper.body()
    paper.show(NAME)
    return paper.save()


def run(seconds: float, seed: int) -> int:
    """Return how many files were checked. Raises what the check raises, after naming the seed."""
    bases = [clean_paper(), named_paper(), *(channel.make(channel.words) for channel in CHANNELS)]
    wanted, until, told, count = protected(), time.monotonic() + seconds, time.monotonic(), 0
    while time.monotonic() < until:
        chance = random.Random(seed + count)
        data = changed(chance.choice(bases), chance)
        started = time.monotonic()
        try:
            check(data, wanted, "a.pdf", everyday, apart=False)
        except NotAPdf:
            pass
        except BaseException:
            print(f"failed with --seed {seed + count}", file=sys.stderr)
            raise
        if time.monotonic() - started > 20:
            print(f"slow with --seed {seed + count}", file=sys.stderr)
        count += 1
        if time.monotonic() - told > 60:
            told = time.monotonic()
            print(f"{count} files", flush=True)
    return count


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    given_arguments = parser.parse_args()
    print(f"{run(given_arguments.seconds, given_arguments.seed)} files checked, none brought it down")
