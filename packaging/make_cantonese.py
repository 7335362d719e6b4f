"""Build ``resources/words/zh-cantonese.txt``: how the usual Chinese characters are read in Cantonese, tones left out.

    pip install ToJyutping==3.2.0
    python packaging/make_cantonese.py

ToJyutping is needed for this only: the program reads the table, which is a hundredth of it. One line for each syllable of
Jyutping, then the characters read so, simplified, the usual reading of each before its others. Licence: beside the table.
"""

from __future__ import annotations

from pathlib import Path

import ToJyutping  # type: ignore[import-not-found, unused-ignore]

from app.redaction.fold import squeezed, traditional_of

WORDS = Path(__file__).resolve().parent.parent / "resources" / "words"
MOST_READINGS = 2


def usual_characters() -> list[str]:
    """Return the characters of GB 2312, in the order of their code points."""
    return [char for code in range(0x4E00, 0x9FA6) if _in_gb2312(char := chr(code))]


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def readings(char: str) -> list[str]:
    """Return the readings of a simplified character and of the traditional ones it stands for, the usual one first."""
    found: list[str] = []
    for written in (*traditional_of(char), char):
        for reading in ToJyutping.get_jyutping_candidates(written)[0][1][:MOST_READINGS]:
            found.append(str(reading).rstrip("123456"))
    return list(dict.fromkeys(found))[: MOST_READINGS + 1]


def main() -> None:
    """Write the table."""
    lines: dict[tuple[int, str], list[str]] = {}
    for char in usual_characters():
        if squeezed(char) == char:
            for place, reading in enumerate(readings(char)):
                lines.setdefault((place, reading), []).append(char)
    text = "".join(f"{reading} {''.join(lines[place, reading])}\n" for place, reading in sorted(lines))
    (WORDS / "zh-cantonese.txt").write_text(text, "utf-8")
    print(f"{len(lines)} lines, {len(text.encode()) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
