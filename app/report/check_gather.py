"""One pass over the bytes of a PDF: layout, objects, content, text. What cannot be read or decided becomes a reason."""

from __future__ import annotations

import io
import time
from collections import deque
from collections.abc import Callable
from functools import partial

import pikepdf
from pikepdf import Array, Object, Stream

from app.report.check_content import read_content
from app.report.check_expected import compare
from app.report.check_fonts import Font, check_use, read_fonts
from app.report.check_layout import Layout, ObjectId, read_layout
from app.report.check_readers import quiet, read_by_order, read_by_position
from app.report.check_streams import Inflater
from app.report.check_structure import Structure, walk
from app.report.check_values import Expected, Gathered, Limits, NotAPdf, TooMuch, Undecided

_HEADER_WITHIN = 1024  # bytes in which the usual readers look for the header


def gather(data: bytes, expected: Expected | None, limits: Limits) -> Gathered:
    """Read a PDF through and through.

    Raises ``NotAPdf`` for bytes that are none. Everything else ends up in ``Gathered.reasons``.
    """
    home = Gathered()
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        raise NotAPdf
    if len(data) > limits.file:
        home.refuse("limit", "a file larger than the limit")
        return home
    until = time.monotonic() + limits.seconds
    with quiet():
        pdf = _open(data, home)
        if pdf is None:
            return home
        own = expected is not None
        by_order = read_by_order(data, home, limits, until, own=own)
        with pdf:
            # Our own pages are read in step with their structure, so that their content is cut only once.
            step = partial(next, by_order, None) if own else None
            _guarded(home, "structure", lambda: _objects(data, pdf, home, limits, expected, step))
        if any(reason.rule == "limit" for reason in home.reasons):
            return home  # what is too much for one reader is too much for the others
        _guarded(home, "unreadable", lambda: read_by_position(data, home, limits, until))
        _guarded(home, "unreadable", lambda: deque(by_order, maxlen=0))
        if expected is not None:
            compare(expected, home)
    return home


def _open(data: bytes, home: Gathered) -> pikepdf.Pdf | None:
    """Open with qpdf. A file that must be mended first, or has a password, is refused and read no further."""
    try:
        pdf = pikepdf.open(io.BytesIO(data), attempt_recovery=False, suppress_warnings=True)
    except pikepdf.PasswordError:
        home.refuse("structure", "encryption")
        return None
    except pikepdf.PdfError:
        try:
            pikepdf.open(io.BytesIO(data), suppress_warnings=True).close()
        except pikepdf.PasswordError:
            home.refuse("structure", "encryption")
        except pikepdf.PdfError:
            raise NotAPdf from None
        else:
            home.refuse("unreadable", "a damaged file")
            _obvious(data, home)
        return None
    if pdf.is_encrypted:
        pdf.close()
        home.refuse("structure", "encryption")
        return None
    return pdf


def _obvious(data: bytes, home: Gathered) -> None:
    """What is plainly wrong with a file that could only be opened after mending."""
    if not data.startswith(b"%PDF-"):
        home.refuse("structure", "bytes before the header, or no proper header")
    if data.count(b"startxref") > 1:
        home.refuse("structure", "more than one revision")


def _guarded(home: Gathered, rule: str, step: Callable[[], object]) -> None:
    """Run one step; whatever stops it is a reason. The name of an exception's class is no content."""
    try:
        step()
    except Undecided as problem:
        home.undecided(rule, problem)
    except Exception as problem:  # failing closed: a reader may raise anything on a hostile file
        home.refuse("unreadable", f"a reader gave up ({type(problem).__name__})")


def _objects(
    data: bytes,
    pdf: pikepdf.Pdf,
    home: Gathered,
    limits: Limits,
    expected: Expected | None,
    also: Callable[[], object] | None,
) -> None:
    """Hold the objects against the allow-list. ``also`` is done after each page."""
    layout = Layout()

    def lay_out() -> None:
        nonlocal layout
        layout = read_layout(data, pdf, home, limits)

    _guarded(home, "structure", lay_out)
    structure = walk(pdf, home, layout, Inflater(limits.inflated), expected, limits.images)
    if pdf.get_warnings():
        home.refuse("unreadable", "a damaged file")
    fonts = read_fonts(structure, home)
    if len(pdf.pages) > limits.pages:
        raise TooMuch("more pages than the limit")
    for number, page in enumerate(pdf.pages, 1):
        where = (number, page.obj)
        _guarded(home, "structure", partial(_page, home, where, structure, fonts, foreign=expected is None))
        if also is not None:
            _guarded(home, "unreadable", also)
    check_use(fonts, home)


def _page(
    home: Gathered, where: tuple[int, Object], structure: Structure, fonts: dict[ObjectId, Font], *, foreign: bool
) -> None:
    number, page = where
    contents = page.get("/Contents")
    streams = list(contents) if isinstance(contents, Array) else [contents] if isinstance(contents, Stream) else []
    data = b"\n".join(structure.streams.get(stream.objgen, b"") for stream in streams)
    named: dict[str, Font] = {}
    resources = _resources(page)
    listed = resources.get("/Font") if resources is not None else None
    if isinstance(listed, pikepdf.Dictionary):
        for key in listed.keys():  # noqa: SIM118  (a pikepdf object is no mapping)
            held = listed.get(key)
            if isinstance(held, Object) and held.objgen in fonts:
                named[key[1:]] = fonts[held.objgen]
    read_content(data, named, number, home, foreign=foreign)


def _resources(page: Object) -> pikepdf.Dictionary | None:
    """The resources of a page, its own or those of the nearest node above it."""
    node: object = page
    for _ in range(64):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        held = node.get("/Resources")
        if isinstance(held, pikepdf.Dictionary):
            return held
        node = node.get("/Parent")
    raise Undecided("a page tree too deep")
