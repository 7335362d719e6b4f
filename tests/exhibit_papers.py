"""Documents to be shown as exhibits, each hiding something: pictures and PDFs made on the spot, and a case that holds them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image, ImageCms, ImageDraw
from pypdfium2 import raw

from app.domain.exhibits import READY, Box, PagePlan
from app.redaction.disclose import Choices
from app.services.draft import Draft, Terms, draft
from app.services.exhibit_pages import draw
from app.services.material import Material
from tests.papers import Paper
from tests.redacting import DATED, case_of, person

SECRET = "Memet Tursun"
PEOPLE = [person("p1", "Shen Guowei", roles=["witness"]), person("p2", SECRET, roles=["friend"])]


def material(
    documents: Mapping[str, bytes], boxes: Mapping[str, Sequence[Box]], *, safe: Sequence[Box] = (), **plan: Any
) -> Material:
    """A case with these documents, every page of them ready and with the same boxes."""
    listed = [{"id": one, "title": f"Paper {one}", "file": f"documents/{one}.bin"} for one in documents]
    plans = []
    for one, data in documents.items():
        of = draw(data, 0, 1).pages
        content = hashlib.sha256(data).hexdigest()
        for page in range(1, of + 1):
            held = {"state": READY, "boxes": tuple(boxes.get(one, ())), "safe": tuple(safe), **plan}
            plans.append(PagePlan(one, content, page, of, **held))
    return Material(case_of({"people": PEOPLE, "documents": listed}), (), {}, plans=tuple(plans), contents=dict(documents))


def exported(held: Material, *ids: str, profile: str = "counsel", **choices: Any) -> Draft:
    """The export of a case with the pages of these documents, or of all."""
    chosen = Choices(DATED, exhibits=ids or tuple(held.contents), **choices)
    return draft(held, profile, chosen, Terms(sign_off="A. Advocate"))


def pictures(pdf: bytes) -> list[tuple[bytes, Image.Image]]:
    """The stream of every image in a PDF, and what pdfium makes of it, in the order of the pages."""
    out = []
    for page in pypdfium2.PdfDocument(pdf):
        for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
            out.append((bytes(image.get_data(decode_simple=False)), image.get_bitmap().to_pil().convert("RGB")))
    return out


def rendered(pdf: bytes, page: int, scale: float = 3.0) -> Image.Image:
    """A page as pdfium shows it."""
    image: Image.Image = pypdfium2.PdfDocument(pdf)[page].render(scale=scale).to_pil().convert("RGB")
    return image


def photo(words: str = SECRET, size: tuple[int, int] = (800, 600), kind: str = "JPEG", **more: Any) -> bytes:
    """A picture with words in its upper left quarter."""
    picture = Image.effect_noise(size, 30).convert("RGB")
    ImageDraw.Draw(picture).text((size[0] // 10, size[1] // 10), words, fill="white")
    out = io.BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


def photo_that_tells() -> bytes:
    """A JPEG with a place in its EXIF, a thumbnail, a colour profile, a comment and words after its end."""
    exif = Image.Exif()
    exif[0x010E] = SECRET  # ImageDescription
    exif[0x013B] = SECRET  # Artist
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (38.0, 24.0, 11.0), "E", (77.0, 12.0, 34.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = photo(exif=exif, icc_profile=profile, comment=SECRET.encode())
    thumbnail = photo(size=(64, 48))
    return data + b"THUMBNAIL" + thumbnail + SECRET.encode()


def letter(*words: str, rotate: int = 0, crop: tuple[float, ...] = (), at: tuple[float, float] = (72, 700)) -> bytes:
    """A PDF of one page with words in its text layer, one line each."""
    paper = Paper()
    paper.page_extra = b"/Rotate %d" % rotate
    if crop:
        paper.page_extra += b" /CropBox [%s]" % b" ".join(b"%g" % number for number in crop)
    for number, line in enumerate(words):
        paper.show(line, at[0], at[1] - 20 * number)
    return paper.save()


def letter_that_tells() -> bytes:
    """A PDF with a hidden layer, a hidden note, an attachment, XMP, a page's thumbnail, and text that nobody sees."""
    paper = Paper()
    paper.show("Dear colleague", y=700)
    code = paper.encode(SECRET)
    paper.draw(b"/OC /L1 BDC BT /F1 12 Tf 72 500 Td %s Tj ET EMC" % code)
    paper.draw(b"BT 3 Tr /F1 12 Tf 72 480 Td %s Tj ET BT 0 Tr 1 g /F1 12 Tf 72 460 Td %s Tj ET" % (code, code))
    with pikepdf.open(io.BytesIO(paper.save())) as pdf:
        page = pdf.pages[0]
        layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=SECRET))
        pdf.Root.OCProperties = pikepdf.Dictionary(
            OCGs=pikepdf.Array([layer]), D=pikepdf.Dictionary(OFF=pikepdf.Array([layer]), ON=pikepdf.Array())
        )
        page.Resources.Properties = pikepdf.Dictionary(L1=layer)
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 0, 0], Contents=SECRET, F=2, T=SECRET
        )
        page.Annots = pikepdf.Array([pdf.make_indirect(note)])
        thumbnail = pdf.make_stream(photo(size=(64, 48)), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=64)
        page.Thumb = pdf.make_indirect(thumbnail)
        pdf.attachments["list.txt"] = SECRET.encode()
        pdf.docinfo["/Author"] = SECRET
        with pdf.open_metadata() as metadata:
            metadata["dc:title"] = SECRET
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def letter_with_notes(*, rotate: int = 0, crop: tuple[float, ...] = (), inherited: bool = False, form: bool = True) -> bytes:
    """A PDF on which a name stands in a comment that is drawn, and again in a field that was filled in or in a stamp."""
    with pikepdf.open(io.BytesIO(letter("Dear colleague", rotate=rotate, crop=crop))) as pdf:
        page = pdf.pages[0]
        font = pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )
        notes = []
        for subtype, y in ((pikepdf.Name.FreeText, 500), (pikepdf.Name.Widget if form else pikepdf.Name.Stamp, 400)):
            drawn = pdf.make_stream(
                b"BT /F1 14 Tf 2 5 Td (%s) Tj ET" % SECRET.encode(),
                Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 150, 20],
                Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font)),
            )  # fmt: skip
            note = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=subtype, Rect=[100, y, 250, y + 20], F=4, AP=pikepdf.Dictionary(N=drawn)
            )
            if subtype == pikepdf.Name.Widget:
                note.FT, note.T, note.V, note.DA = pikepdf.Name.Tx, "who", SECRET, "/F1 14 Tf"
            notes.append(pdf.make_indirect(note))
        page.Annots = pikepdf.Array(notes)
        if form:
            pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[notes[1]])
        if inherited:
            pdf.Root.Pages.MediaBox = page.obj.MediaBox
            del page.obj.MediaBox
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()
