"""Build ``resources/words/en-ordinary.txt``: English words that, at the start of a sentence, are no name.

    python packaging/make_words.py --data DIR

A word is ordinary where running text has it in lower case (``DIR/tab/train.jsonl``, ``DIR/wikigold.txt``), where it is on
a list of words of films and conversations or of an encyclopedia (both shipped by zxcvbn) and is formed as proper nouns
seldom are, or where it was added by hand (``en-added.txt``). Never on it: what ``en-proper.txt`` names by hand.
The result depends on the files alone. Sources and licences: ``resources/words/README.md``.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path

from zxcvbn.frequency_lists import FREQUENCY_LISTS

WORDS = Path(__file__).resolve().parent.parent / "resources" / "words"
_WORD = re.compile(r"[^\W\d_]+")
_SUFFIX = re.compile(
    r".{3,}(?:ing|ings|ed|ly|ness|ments?|tions?|sions?|able|ible|ous|ful|less|ship|hood|isms?|ity|ities|ized?|ised?|ance|ence|ives?"
    r"|ical|ially|ally|ators?|ology|ologist|graphy|wards?|ists|ers|ies)"
)


def seen_in_lower_case(data: Path) -> set[str]:
    """Return the words that the texts write in lower case, leaving out those they mostly capitalise."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()

    def count(word: str) -> None:
        (lower if word.islower() else upper)[word.lower()] += 1

    for line in (data / "tab" / "train.jsonl").read_text("utf-8").splitlines():
        for match in _WORD.finditer(json.loads(line)["text"]):
            count(match.group())
    for line in (data / "wikigold.txt").read_text("utf-8").splitlines():
        token = line.split(" ")[0]
        if token.isalpha():
            count(token)
    return {word for word, times in lower.items() if times >= upper[word] * 0.1 and word.isascii() and len(word) > 1}


def ordinary(data: Path) -> list[str]:
    """Return the list, sorted."""
    seen = seen_in_lower_case(data)
    films, encyclopedia = FREQUENCY_LISTS["us_tv_and_film"], FREQUENCY_LISTS["english_wikipedia"]
    names = {name for key in ("male_names", "female_names", "surnames") for name in FREQUENCY_LISTS[key]}
    by_hand = set((WORDS / "en-added.txt").read_text("utf-8").split())
    proper = set((WORDS / "en-proper.txt").read_text("utf-8").split())
    frequent = set(films[:6000]) - proper

    def inflected(word: str) -> bool:
        stems = (word[: -len(end)] + stem for end, stem in (("ies", "y"), ("es", ""), ("s", "")) if word.endswith(end))
        return any(stem in seen or stem in frequent for stem in stems)

    from_films = {word for word in films[:12000] if word.isalpha() and word not in names}
    from_films |= {word for word in films[12000:] if _SUFFIX.fullmatch(word) or inflected(word)}
    from_encyclopedia = {word for word in encyclopedia if _SUFFIX.fullmatch(word) or inflected(word)}
    found = seen | by_hand | ((from_films | from_encyclopedia) - names)
    # A name that is also a verb or noun ("reduce", "cope") is told by its forms.
    listed = found | set(films) | set(encyclopedia)
    found |= {name for name in names if _forms(name) & listed and (name in listed or len(_forms(name) & listed) > 1)}
    return sorted(word for word in found - (proper - by_hand) if word.isascii())


def _forms(word: str) -> set[str]:
    """Return what a word becomes as a verb in the past or in progress."""
    if word.endswith("e"):
        return {word + "d", word[:-1] + "ing"}
    if word.endswith("y"):
        return {word[:-1] + "ied", word + "ing"}
    return {word + "ed", word + "ing", word + word[-1] + "ed", word + word[-1] + "ing"}


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the folder with tab/ and wikigold.txt")
    words = ordinary(parser.parse_args().data)
    (WORDS / "en-ordinary.txt").write_text("\n".join(words) + "\n", "utf-8")
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
