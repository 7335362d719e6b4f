"""The detectors by themselves, for measuring and for other programs: text in, spans out, no vault."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from app.errors import bad_input
from app.redaction.detectors import detect


def detect_json(data: bytes, lang: str | None, *, lines: bool) -> Iterator[str]:
    """Yield lines of JSON.

    Without ``lines``: one list of ``{"start", "end", "kind", "text"}`` for the whole text. With ``lines``: for each line
    ``{"id", "text", "lang"}`` of the input one line ``{"id", "spans"}``. Offsets count code points.
    """
    if not lines:
        yield _json(_spans(_text(data), lang))
        return
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            item = json.loads(_text(line))
        except (ValueError, RecursionError):
            raise bad_input("bad-line", f"line {number} is not JSON") from None
        if not isinstance(item, dict) or not isinstance(item.get("text"), str):
            raise bad_input("bad-line", f"line {number} has no text")
        language = item.get("lang", lang)
        if language is not None and not isinstance(language, str):
            raise bad_input("bad-line", f"line {number}: lang is no text")
        yield _json({"id": item.get("id"), "spans": _spans(item["text"], language)})


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise bad_input("not-utf-8", "the text is not UTF-8") from None


def _spans(text: str, lang: str | None) -> list[dict[str, Any]]:
    return [{"start": f.start, "end": f.end, "kind": f.kind, "text": text[f.start : f.end]} for f in detect(text, lang)]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
