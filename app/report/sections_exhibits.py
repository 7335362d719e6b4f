"""The last section: pages of exhibits as pictures, each on a page of its own under its number."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.platypus.doctemplate import PageBreak
from reportlab.platypus.flowables import Flowable

from app.redaction.disclosed import DisclosedExhibit, DisclosedPage
from app.report import sections_style as look
from app.report.sections_shapes import Stack
from app.report.setting import Setter, Style
from app.report.texts import Texts

#: A picture is printed at this many pixels an inch at least, so that a small one is not blown up over the page.
_COARSEST = 96.0
_HEADING = Style(10.5, 14, bold=True, space_before=4)


def image_digest(page: DisclosedPage) -> str:
    """The SHA-256 of a picture's stream as it stands in the file: by this the release check knows it."""
    return hashlib.sha256(page.data).hexdigest()


def image_digests(exhibits: Sequence[DisclosedExhibit]) -> tuple[str, ...]:
    """Those of all pictures that a report places, each once."""
    return tuple(dict.fromkeys(image_digest(page) for exhibit in exhibits for page in exhibit.pages))


class ExhibitPages:
    """Makes the flowables of the section; ``text`` sets words in a style."""

    def __init__(self, texts: Texts, setter: Setter, width: float, text: Callable[[str, Style], Flowable]) -> None:
        self._texts, self._setter, self._width, self._text = texts, setter, width, text

    def parts(self, exhibits: Sequence[DisclosedExhibit]) -> Iterator[Flowable]:
        """One part a page; all but the first begin on a new page of the report."""
        first = True
        for exhibit in exhibits:
            for number, page in enumerate(exhibit.pages, 1):
                if not first:
                    yield PageBreak()
                first = False
                yield self._part(exhibit, number, page)

    def _part(self, exhibit: DisclosedExhibit, number: int, page: DisclosedPage) -> Flowable:
        texts = self._texts
        head = texts.say("exhibit.page", n=exhibit.number, page=number, pages=len(exhibit.pages))
        note = texts.say("exhibit.left_out" if exhibit.left_out else "exhibit.boxes")
        words = [self._text(head, _HEADING), self._text(note, look.NOTE)]
        # What the section's heading and these words take is taken off, whether or not the heading stands on this page:
        # pages of one exhibit are printed at one size.
        above = sum(float(part.wrap(self._width, 1e6)[1]) + float(part.getSpaceAfter()) for part in words)
        return Stack([*words, Picture(page, self._width, _ROOM - above)])


#: The height of a page's text block less the heading of the section; that of the smaller paper.
_ROOM = look.PAPERS["letter"][1] - look.MARGIN_TOP - look.MARGIN_FOOT - 40.0


class Picture(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A page as a picture, as large as fits, within a fine line. Its bytes go into the file as they are."""

    def __init__(self, page: DisclosedPage, width: float, height: float) -> None:
        super().__init__()
        self._page = page
        scale = min(width / page.width, height / page.height, 72.0 / _COARSEST)
        self._size = page.width * scale, page.height * scale
        self._left = (width - self._size[0]) / 2

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        del height
        self.width, self.height = width, self._size[1]
        return width, self.height

    def draw(self) -> None:
        canvas, document = self.canv, self.canv._doc
        name = image_digest(self._page)
        entry = document.getXObjectName(name)
        if entry not in document.idToObject:
            document.Reference(_Image(self._page), entry)
        width, height = self._size
        canvas.saveState()
        canvas.translate(self._left, 0)
        canvas.saveState()
        canvas.scale(width, height)
        canvas._code.append(f"/{entry} Do")
        canvas.restoreState()
        canvas.setStrokeColor(look.HAIR)
        canvas.setLineWidth(0.5)
        canvas.rect(0, 0, width, height)
        canvas.restoreState()
        canvas._formsinuse.append(name)


class _Image(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """The image object: no mask, no profile, no metadata, and no second encoding of what is encoded already."""

    __RefOnly__ = 1

    def __init__(self, page: DisclosedPage) -> None:
        self._page = page

    def format(self, document: Any) -> bytes:
        page = self._page
        stream = pdfdoc.PDFStream(content=page.data, filters=[])
        entries = stream.dictionary
        entries["Type"] = pdfdoc.PDFName("XObject")
        entries["Subtype"] = pdfdoc.PDFName("Image")
        entries["Width"], entries["Height"], entries["BitsPerComponent"] = page.width, page.height, 8
        entries["ColorSpace"] = pdfdoc.PDFName("DeviceGray" if page.grey else "DeviceRGB")
        entries["Filter"] = pdfdoc.PDFName(page.filter)
        entries["Length"] = len(page.data)
        return bytes(stream.format(document))
