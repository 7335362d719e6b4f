"""The bytes of the file from first to last: one header, objects, one cross-reference, one trailer, one end, nothing
else.

A PDF library reads what the cross-reference points to and passes over the rest. This pass reads everything in the
order in which it stands: each object must be listed once and at its place, so that no earlier revision, no object
left behind, no comment and no byte outside can hold a word unseen. All strings, names and long numbers are brought
home to be searched. ISO 32000-1, 7.5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pikepdf

from app.report.check_lex import name_text, string_bytes, string_texts, tokens, wide_texts
from app.report.check_values import Gathered, Limits, TooMuch, Undecided
from app.report.check_vocabulary import KNOWN_NAMES, KNOWN_STRINGS

_HEADER = re.compile(rb"%PDF-(?:1\.[0-7]|2\.0)[ \t]*(?:\r\n|\r|\n)")
# The mark by which transfer programs see that the file is binary (7.5.2).
_MARK = re.compile(rb"%[\x80-\xff]{4}[ \t]*(?=[\r\n])")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)")
_SECTION = re.compile(rb"[ \t\r\n]*(\d{1,8}) (\d{1,8})[ \t]*(?:\r\n|\r|\n)")
_AFTER_STREAM = re.compile(rb"(?:\r\n|\n|\r)?endstream")
_OBJECT = re.compile(rb"(\d{1,8})[ \t\r\n]+(\d{1,5})[ \t\r\n]+obj")
_END = re.compile(rb"[ \t\r\n]+(\d{1,10})[ \t]*(?:\r\n|\r|\n)%%EOF[ \r\n]{0,4}")
_STREAM = re.compile(rb"\r\n|\n")
_LENGTH_REF = re.compile(rb"/Length\s+(\d+)\s+(\d+)\s+R")
# What some writers sign their files with; fixed words that say nothing of the matter.
_KNOWN_COMMENTS = re.compile(
    rb"%(?:\x93\x8c\x8b\x9e)? ReportLab [Gg]enerated PDF document(?: -- digest)? \(?(?:opensource|http://www\.reportlab\.com)\)?\s*\Z"
)
_WORDS = frozenset((b"true", b"false", b"null", b"R"))
_LONG_NUMBER = 7

ObjectId = tuple[int, int]


@dataclass(slots=True)
class Layout:
    """Where objects stand, the stored bytes of each stream, and the objects that only hold a stream's length."""

    offsets: dict[ObjectId, int] = field(default_factory=dict)
    raw: dict[ObjectId, bytes] = field(default_factory=dict, repr=False)
    lengths: set[ObjectId] = field(default_factory=set)
    packed: dict[ObjectId, ObjectId] = field(default_factory=dict)


def collect(home: Gathered, kind: str, token: bytes, place: str) -> None:
    """Bring the words of a token home."""
    if kind in ("string", "hex"):
        raw = string_bytes(token)
        if len(raw) > 1 and raw not in KNOWN_STRINGS:
            for text in string_texts(raw):
                home.add(f"a string of {place}", "reading", text)
            for text in wide_texts(raw):
                home.add(f"a string of {place}", "binary", text)
    elif kind == "name":
        name = name_text(token)
        if name not in KNOWN_NAMES:
            home.add(f"a name of {place}", "token", name)
    elif kind == "number" and len(token) >= _LONG_NUMBER:
        home.add(f"a number of {place}", "token", token.decode("ascii"))


class _Reader:
    def __init__(self, data: bytes, pdf: pikepdf.Pdf, home: Gathered, limits: Limits) -> None:
        self.data, self.pdf, self.home, self.limits = data, pdf, home, limits
        self.layout = Layout()
        self.table: dict[ObjectId, int] | None = None
        self.ended = False

    def read(self) -> Layout:
        head = _HEADER.match(self.data)
        if not head:
            raise Undecided("bytes before the header, or no proper header")
        at = head.end()
        mark = _MARK.match(self.data, at)
        if mark:
            at = mark.end()
            for text in string_texts(mark.group()[1:5]):
                self.home.add("a comment", "token", text)
        while not self.ended:
            at = self._part(at)
        self._compare()
        return self.layout

    def _part(self, at: int) -> int:
        """Read one object, the cross-reference table or the end."""
        stream = tokens(self.data, at)
        kind, start, end = next(stream, ("", at, at))
        token = self.data[start:end]
        if kind == "comment":
            self._comment(token)
            return end
        if kind == "number":
            return self._object(start)
        if token == b"xref":
            return self._table(end)
        if token == b"startxref":
            return self._end(end)
        raise Undecided("bytes between the objects")

    def _comment(self, token: bytes) -> None:
        for text in string_texts(token[1:]):
            self.home.add("a comment", "reading", text)
        if not _KNOWN_COMMENTS.match(token):
            self.home.refuse("structure", "a comment between objects")

    def _object(self, at: int) -> int:
        found = _OBJECT.match(self.data, at)
        if not found:
            raise Undecided("bytes between the objects")
        key = (int(found.group(1)), int(found.group(2)))
        if key in self.layout.offsets:
            raise Undecided("more than one revision of an object")
        self.layout.offsets[key] = at
        if len(self.layout.offsets) > self.limits.objects:
            raise TooMuch("more objects than the limit")
        body = found.end()
        for kind, start, end in tokens(self.data, body):
            if kind == "word":
                word = self.data[start:end]
                if word == b"endobj":
                    return end
                if word == b"stream":
                    return self._stream(key, body, start, end)
                if word not in _WORDS:
                    raise Undecided("an object with words that are no PDF syntax")
            elif kind == "comment":
                self._comment(self.data[start:end])
            else:
                collect(self.home, kind, self.data[start:end], f"object {key[0]}")
        raise Undecided("an object without an end")

    def _stream(self, key: ObjectId, body: int, start: int, at: int) -> int:
        line_end = _STREAM.match(self.data, at)
        stored = self.pdf.get_object(key)
        if not line_end or not isinstance(stored, pikepdf.Stream):
            raise Undecided("a stream that readers would read in different ways")
        raw = stored.read_raw_bytes()
        begin = line_end.end()
        after = _AFTER_STREAM.match(self.data, begin + len(raw))
        if self.data[begin : begin + len(raw)] != raw or not after:
            raise Undecided("a stream whose length is not its own")
        closing = next(tokens(self.data, after.end()), ("", 0, 0))
        if self.data[closing[1] : closing[2]] != b"endobj":
            raise Undecided("bytes after a stream")
        self.layout.raw[key] = raw
        for number, generation in _LENGTH_REF.findall(self.data, body, start):
            self.layout.lengths.add((int(number), int(generation)))
        return closing[2]

    def _table(self, at: int) -> int:
        if self.table is not None:
            raise Undecided("more than one cross-reference table")
        self.table = {}
        while section := _SECTION.match(self.data, at):
            first, count = int(section.group(1)), int(section.group(2))
            at = section.end()
            if count > self.limits.objects:
                raise TooMuch("more objects than the limit")
            for number in range(first, first + count):
                entry = _ENTRY.match(self.data, at)
                if not entry:
                    raise Undecided("a damaged cross-reference table")
                at = entry.end()
                if entry.group(3) == b"n":
                    self.table[number, int(entry.group(2))] = int(entry.group(1))
                elif int(entry.group(1)) > self.limits.objects:
                    raise Undecided("a free entry that points nowhere")
        return self._trailer(at)

    def _trailer(self, at: int) -> int:
        stream = tokens(self.data, at)
        _, start, end = next(stream, ("", at, at))
        if self.data[start:end] != b"trailer":
            raise Undecided("a damaged trailer")
        for kind, start, end in stream:
            token = self.data[start:end]
            if kind == "word":
                if token == b"startxref":
                    return self._end(end)
                if token not in _WORDS:
                    raise Undecided("a damaged trailer")
            elif kind == "comment":
                self._comment(token)
            elif kind != "hex" or len(token) != 34:  # the two file identifiers are digests
                collect(self.home, kind, token, "the trailer")
        raise Undecided("no end of the file")

    def _end(self, at: int) -> int:
        found = _END.match(self.data, at)
        if not found:
            raise Undecided("a damaged end of the file")
        if found.end() != len(self.data):
            rest = self.data[found.end() :]
            for text in string_texts(rest):
                self.home.add("the bytes after the end", "reading", text)
            more = b"startxref" in rest or b"%%EOF" in rest
            raise Undecided("more than one revision" if more else "bytes after the end")
        self.ended = True
        return found.end()

    def _compare(self) -> None:
        """Each object that stands in the file is listed where it stands, and the other way round."""
        listed = dict(self.table) if self.table is not None else self._listed_in_streams()
        standing = self.layout.offsets
        if {k: v for k, v in listed.items() if v >= 0} != standing:
            raise Undecided("objects that the cross-reference does not list as they stand")

    def _listed_in_streams(self) -> dict[ObjectId, int]:
        tables = [k for k in self.layout.raw if self.pdf.get_object(k).get("/Type") == pikepdf.Name.XRef]
        if len(tables) != 1:
            raise Undecided("not exactly one cross-reference")
        stream = self.pdf.get_object(tables[0])
        widths = [int(w) for w in stream.W]
        size = int(stream.Size)
        index = [int(i) for i in stream.get("/Index", [0, size])]
        data = stream.read_bytes()
        step = sum(widths)
        numbers = [n for first, count in zip(index[::2], index[1::2], strict=True) for n in range(first, first + count)]
        if len(widths) != 3 or step > 20 or len(numbers) > self.limits.objects or len(numbers) * step != len(data):
            raise Undecided("a damaged cross-reference stream")
        listed: dict[ObjectId, int] = {}
        for row, number in enumerate(numbers):
            at, cells = row * step, []
            for width in widths:
                cells.append(int.from_bytes(data[at : at + width], "big"))
                at += width
            kind = cells[0] if widths[0] else 1
            if kind == 1:
                listed[number, cells[2]] = cells[1]
            elif kind == 2:
                self.layout.packed[number, 0] = (cells[1], 0)
            elif kind != 0 or cells[1] > self.limits.objects:
                raise Undecided("a damaged cross-reference stream")
        return listed


def read_layout(data: bytes, pdf: pikepdf.Pdf, home: Gathered, limits: Limits) -> Layout:
    """Read the whole file. Raises ``Undecided`` where the bytes are not laid out as one plain PDF."""
    return _Reader(data, pdf, home, limits).read()


def read_packed(layout: Layout, key: ObjectId, data: bytes, shape: tuple[int, int], home: Gathered) -> None:
    """Read the inflated bytes of an object stream: exactly the objects it says it holds, one after the other.

    ``shape`` is the number of objects and where the first begins.
    Raises ``Undecided`` where an object in it is not the one that the cross-reference lists, or where bytes lie
    between.
    """
    count, first = shape
    head = data[:first].split()
    if len(head) != 2 * count or not all(part.isdigit() for part in head):
        raise Undecided("a damaged object stream")
    numbers, starts = [int(n) for n in head[::2]], [first + int(n) for n in head[1::2]]
    if {(n, 0) for n in numbers} != {k for k, v in layout.packed.items() if v == key} or len(set(numbers)) != count:
        raise Undecided("objects that the cross-reference does not list as they stand")
    if starts and (starts[0] != first or starts != sorted(starts)):
        raise Undecided("a damaged object stream")
    for number, start, end in zip(numbers, starts, [*starts[1:], len(data)], strict=True):
        depth, whole = 0, 0
        for kind, at, stop in tokens(data, start, end):
            token = data[at:stop]
            if kind == "comment" or (kind == "word" and token not in _WORDS):
                raise Undecided("a damaged object stream")
            if kind in ("dict", "array"):
                depth += 1 if token in (b"<<", b"[") else -1
            whole += not depth
            collect(home, kind, token, f"object {number}")
        if whole != 1:
            raise Undecided("an object stream with more in it than it says")
