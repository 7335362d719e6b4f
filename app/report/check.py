"""The release check on the final bytes of a PDF, failing closed (REDACTION.md, "Before release").

1. The structure is on an allow-list: ``check_layout`` for the bytes, ``check_vocabulary`` and ``check_structure``
   for the objects, ``check_fonts`` and ``check_content`` for what they hold.
2. No protected form is anywhere in it: ``check_readers`` gives the text, ``check_search`` looks.
3. Our own exports hold exactly the text that was meant: ``check_expected``.
4. What cannot be read or decided is refused: ``check_gather``, and ``check_apart`` for files that others made.

Decisions where the specification leaves room:

- **Encrypted files** are refused even if they open with an empty password: what is checked must be what is read.
- **Object streams and cross-reference streams** pass in foreign files if they hold exactly the objects that are
  listed; our own files have none. A linearized file has two cross-references and is refused as an extra revision.
- **Images** pass only by hash: in our own exports those that were placed, in any other PDF those that were let out before for
  the same readers. Any other image is refused: no reader here can read it.
- **Fonts**: every one needs ToUnicode, the fourteen standard ones too, and each code shown an entry in it.
- **Comments**: none between objects but the fixed words of known writers; none in content.
- **Invisible text** (render modes 3 and up) is refused. White, tiny, covered or off-page text is text: both readers see
  it, so it is refused if it holds a protected form, and in our own exports if it was not meant.
- **Marked content, form XObjects, inline images, patterns, shadings** are refused: none is needed to show text.
- What it cannot see: letters drawn as outlines, and glyphs whose program shows another letter than every table of
  the font says. ``check_fonts`` narrows this, it does not close it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from app.report.check_values import Expected, Found, Gathered, Limits, NotAPdf, Protected, Reason

__all__ = ["Expected", "Limits", "NotAPdf", "Protected", "Reason", "check"]

_FOLDERS = re.compile(r"[/\\]")


def check(
    data: bytes,
    protected: Protected,
    name: str,
    is_common: Callable[[str], bool],
    expected: Expected | None = None,
    *,
    limits: Limits | None = None,
    apart: bool = True,
) -> tuple[Reason, ...]:
    """Return why a PDF must not be released; nothing if it may.

    ``name`` is the file's name or path; its last part is searched too. ``expected`` binds our own exports.
    ``is_common`` tells everyday words, as in redaction. A file that is not our own is read in a child process,
    since only such a file can be hostile and a child costs more than the check of a short report; ``apart=False``
    reads it here.

    Reasons are free of content: they name entry ids and places in the file, never words.
    Raises ``NotAPdf`` for bytes that no reader takes for a PDF.
    """
    limits = limits or Limits()
    home = _gather(data, expected, limits, apart and expected is None)
    home.found.append(Found("the file name", "reading", _FOLDERS.split(name)[-1]))
    try:
        # Imported on use: the automaton and the folding tables are of no use to a command that checks nothing.
        from app.report.check_search import search

        for owner, place in search(home.found, protected, is_common):
            home.refuse("protected", f"a protected form of {owner} in {place}")
    except Exception as problem:  # failing closed
        home.refuse("unreadable", f"the search gave up ({type(problem).__name__})")
    if len(home.reasons) > limits.reasons:
        del home.reasons[limits.reasons :]
        home.refuse("limit", "more reasons than are listed")
    return tuple(home.reasons)


def _gather(data: bytes, expected: Expected | None, limits: Limits, apart: bool) -> Gathered:
    if apart:
        from app.report.check_apart import gather_apart

        return gather_apart(data, limits)
    from app.report.check_gather import gather

    try:
        return gather(data, expected, limits)
    except NotAPdf:
        raise
    except Exception as problem:  # failing closed
        return Gathered(reasons=[Reason("unreadable", f"a reader gave up ({type(problem).__name__})")])
