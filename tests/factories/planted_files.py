"""Files as people bring them, each with a word planted where no reader looks."""

import zlib
from io import BytesIO
from typing import Any

from fpdf import FPDF
from PIL import Image, PngImagePlugin
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.actions import JavaScript
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from caseflow.cleaning.clean_apart import Bounds
from caseflow.cleaning.outcome import Limits

PLANTED = "Kanarienwort-beigelegt-77f1"
SEEN = "Mietvertrag vom 3. Mai"
LIMITS = Limits(pixels=1_000_000, pages=20, unpacked=4 << 20)
BOUNDS = Bounds(LIMITS, memory=1 << 30, seconds=20)
_GPS, _DESCRIPTION, _ORIENTATION, _ARTIST = 0x8825, 0x010E, 0x0112, 0x013B


def picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), word: str = PLANTED) -> bytes:
    """Return a picture that lies on its side, with place, author and words planted in it."""
    image, exif = Image.new("RGB", size, (200, 10, 10)), Image.Exif()
    exif[_DESCRIPTION], exif[_ARTIST], exif[_ORIENTATION] = word, word, 6
    exif.get_ifd(_GPS)[1] = word
    if kind == "PNG":
        told = PngImagePlugin.PngInfo()
        told.add_text("Author", word)
        told.add_itxt("XML:com.adobe.xmp", word)
        return _saved(image, "PNG", exif=exif, pnginfo=told, icc_profile=word.encode())
    if kind == "WEBP":
        return _saved(image, "WEBP", exif=exif, xmp=word.encode(), icc_profile=word.encode())
    note = {"comment": word.encode(), "xmp": word.encode(), "icc_profile": word.encode()}
    return _saved(image, "JPEG", exif=exif, **note)


def paper(word: str = PLANTED, text: str = SEEN, size: tuple[int, int] = (60, 40)) -> bytes:
    """Return a PDF with an author, a link, a file inside, a picture with a place."""
    pdf = FPDF()
    for tell in (pdf.set_author, pdf.set_title, pdf.set_subject, pdf.set_creator, pdf.set_keywords):
        tell(word)
    pdf.set_xmp_metadata(f"<x>{word}</x>")
    pdf.add_page()
    pdf.set_font("Helvetica", size=14)
    pdf.cell(text=text)
    pdf.link(10, 10, 20, 20, f"https://{word}.example/")
    pdf.embed_file(bytes=word.encode(), basename=f"{word}.txt", compress=False)
    pdf.image(BytesIO(picture(size=size, word=word)), x=10, y=50, w=40)
    return _acting(bytes(pdf.output()), word)


def _acting(content: bytes, word: str) -> bytes:
    """Add a script, an action, a comment, a filled field, and a later state of the file."""
    pdf = PdfWriter(BytesIO(content), incremental=True)
    pdf.add_open_action(JavaScript(f"app.alert('{word}')"))
    name, told = NameObject, TextStringObject(word)
    look = DecodedStreamObject()
    look.set_data(b"0 1 0 rg 0 0 10 10 re f")
    look.update({name("/Type"): name("/XObject"), name("/Subtype"): name("/Form")})
    about = DecodedStreamObject()
    about.set_data(word.encode())
    for hidden in ("/Metadata", "/PieceInfo", "/PTEX.FileName", "/OC"):
        look[name(hidden)] = _numbered(pdf, about)
    box = ArrayObject([FloatObject(side) for side in (0, 0, 10, 10)])
    look[name("/BBox")] = box
    field = DictionaryObject(
        {
            name("/Type"): name("/Annot"),
            name("/Subtype"): name("/Widget"),
            name("/Rect"): box,
            name("/T"): told,
            name("/Contents"): told,
            name("/M"): told,
            name("/AP"): DictionaryObject({name("/N"): _numbered(pdf, look)}),
        }
    )
    comment = DictionaryObject(
        {name("/Subtype"): name("/Text"), name("/Rect"): box, name("/Contents"): told}
    )
    page = pdf.pages[0]
    page[name("/PieceInfo")] = DictionaryObject({name("/Program"): ByteStringObject(word.encode())})
    page[name("/AA")] = DictionaryObject({name("/O"): told})
    marks = [_numbered(pdf, each) for each in (field, comment)]
    page[name("/Annots")] = ArrayObject([*page.get("/Annots", ()), *marks])
    written = BytesIO()
    pdf.write(written)
    return written.getvalue()


def locked() -> bytes:
    """Return a PDF that asks for a password."""
    pdf = PdfWriter(BytesIO(paper()))
    pdf.encrypt("geheim", algorithm="AES-256")
    written = BytesIO()
    pdf.write(written)
    return written.getvalue()


def bomb(layers: int = 1, size: int = 8 << 20) -> bytes:
    """Return a PDF of a few kilobytes whose page is many megabytes once it is unpacked."""
    content = bytes(size)
    for _ in range(layers):
        content = zlib.compress(content, 9)
    name, packed, page = NameObject, StreamObject(), PageObject.create_blank_page(width=9, height=9)
    packed.set_data(content)
    packed[name("/Filter")] = ArrayObject([name("/FlateDecode")] * layers)
    pdf, written = PdfWriter(), BytesIO()
    pdf.add_page(page)[name("/Contents")] = _numbered(pdf, packed)
    pdf.write(written)
    return written.getvalue()


def text_of(content: bytes) -> str:
    """Return what is read on the first page of a PDF."""
    return PdfReader(BytesIO(content)).pages[0].extract_text()


def unpacked(content: bytes) -> bytes:
    """Return all that any stream or string of a PDF holds."""
    reader: Any = PdfReader(BytesIO(content))
    objects = [reader.get_object(number) for number in range(1, reader.trailer["/Size"])]
    streams = [each.get_data() for each in objects if hasattr(each, "get_data")]
    return b"\n".join([content, *(repr(each).encode() for each in objects), *streams])


def size_of(content: bytes) -> tuple[int, int]:
    """Return how wide and high a picture is."""
    with Image.open(BytesIO(content)) as image:
        return image.size


def _numbered(pdf: PdfWriter, each: PdfObject) -> PdfObject:
    return pdf._add_object(each)  # noqa: SLF001 - there is no other way to a thing of its own


def _saved(image: Image.Image, kind: str, **more: object) -> bytes:
    written = BytesIO()
    image.save(written, kind, **more)
    return written.getvalue()
