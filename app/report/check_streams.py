"""Streams inflated strictly: only filters that lose nothing, nothing before or after what they decode, a bound on
it all.

A reader stops at the end mark of a filter; what stands behind the mark would be seen by nobody, so it is refused here.
ISO 32000-1, 7.4.
"""

from __future__ import annotations

import re
import zlib

import pikepdf
from pikepdf import Name

from app.report.check_values import TooMuch, Undecided

_SPACE = b"\x00\t\n\x0c\r "
_BASE85 = re.compile(rb"\A(?:[!-u]|z)*~>\Z")
_HEX = re.compile(rb"\A[0-9A-Fa-f]*>\Z")
MOST_FILTERS = 4


class Inflater:
    """Inflates the streams of one file and keeps count of what they come to."""

    def __init__(self, most: int) -> None:
        self._left = most
        self._scratch = pikepdf.new()

    def inflate(self, stream: pikepdf.Object, raw: bytes) -> bytes:
        """The bytes of a stream whose stored bytes are ``raw``. Raises ``Undecided``."""
        data = raw
        names = filters(stream)
        if len(names) > MOST_FILTERS:
            raise Undecided("a stream with more filters than any needs")
        if names and stream.get("/DecodeParms") is not None:
            raise Undecided("a stream with parameters for its filter")
        for name in names:
            data = self._apply(name, data)
        self._spend(len(data))
        return data

    def _spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise TooMuch("streams that inflate beyond the limit")

    def _apply(self, name: str, data: bytes) -> bytes:
        if name == "/FlateDecode":
            inflater = zlib.decompressobj()
            try:
                out = inflater.decompress(data, self._left + 1)
            except zlib.error:
                raise Undecided("a stream that cannot be inflated") from None
            if len(out) > self._left:
                raise TooMuch("streams that inflate beyond the limit")
            if not inflater.eof:
                raise Undecided("a stream that cannot be inflated")
            if inflater.unused_data.strip(b"\r\n"):
                raise Undecided("bytes after the end of a compressed stream")
            return out
        if name in ("/ASCII85Decode", "/ASCIIHexDecode"):
            packed = data.translate(None, _SPACE)
            if not (_BASE85 if name == "/ASCII85Decode" else _HEX).match(packed):
                raise Undecided("a stream that cannot be inflated")
            try:
                # qpdf decodes base 85 in C++; the standard library does so in Python.
                return pikepdf.Stream(self._scratch, packed, Filter=Name(name)).read_bytes()
            except pikepdf.PdfError:
                raise Undecided("a stream that cannot be inflated") from None
        raise Undecided("a stream with a filter that is not on the list")


def filters(stream: pikepdf.Object) -> list[str]:
    """The names of a stream's filters, first to be applied first."""
    named = stream.get("/Filter")
    if named is None:
        return []
    if isinstance(named, Name):
        return [str(named)]
    if isinstance(named, pikepdf.Array):
        return [str(item) for item in named]
    raise Undecided("a stream whose filter is no name")
