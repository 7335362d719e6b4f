"""A case file out."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

from app.casefile.bounded import TEXT_LIMIT
from app.domain.case import Case
from app.domain.plain import to_plain

FORMAT = "affiant-case"
VERSION = 1


def dump(case: Case, data: Mapping[str, bytes] | None = None) -> bytes:
    """Write a case as a case file: UTF-8 JSON, keys in the order of the format, a final newline.

    It is indented by two spaces, and not at all where that would take it over the limit of its size.

    ``data`` maps document ids to content that goes into the file itself, in place of a ``file`` beside it. The same
    case gives the same bytes, and reading them gives an equal case (but for the ``file`` of a document whose ``data``
    is given). Raises ``KeyError`` for an id in ``data`` that is no document of the case.
    """
    tree: dict[str, Any] = {"format": FORMAT, "version": VERSION, **to_plain(case)}
    contents = dict(data or {})
    for document in tree.get("documents", ()):
        content = contents.pop(document["id"], None)
        if content is not None:
            document.pop("file", None)
            document["data"] = base64.b64encode(content).decode("ascii")
    if contents:
        raise KeyError("data is given for what is no document of this case")
    written = _encoded(tree, spaced=True)
    # Indentation can double a case file. One that was within the limit when it came in must be so when it goes out.
    return written if len(written) <= TEXT_LIMIT else _encoded(tree, spaced=False)


def _encoded(tree: dict[str, Any], *, spaced: bool) -> bytes:
    indent, separators = (2, (",", ": ")) if spaced else (None, (",", ":"))
    written = json.dumps(tree, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    return (written + "\n").encode("utf-8")
