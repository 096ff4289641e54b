"""Put a PDF together anew from what its pages show.

Author, programs, dates, scripts, actions, links, attached files, comments, older states: nothing of
it is copied. Filled forms and marks stay as they look; layers that are hidden are refused.
"""

from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
)

from caseflow.cleaning.outcome import Limits, NotTaken, Unclean
from caseflow.cleaning.pdf_file import pdf_file
from caseflow.cleaning.pdf_layers import refuse_hidden
from caseflow.cleaning.pdf_marks import stamps
from caseflow.cleaning.pdf_objects import NewObjects
from caseflow.cleaning.pdf_streams import StreamLooks

_OF_A_PAGE = ("/Resources", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Group", "/Contents")
# Whatever a broken file makes of the reader is that the file is broken.
_BROKEN = (PyPdfError, RecursionError, ValueError, TypeError, KeyError, AttributeError, IndexError)


def clean_pdf(content: bytes, limits: Limits) -> bytes:
    """Return the file anew; raises NotTaken for one that is locked, broken or too large."""
    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted:
            raise NotTaken(Unclean.LOCKED)
        if len(reader.pages) > limits.pages:
            raise NotTaken(Unclean.PAGES)
        refuse_hidden(reader.root_object)
        return _anew(list(reader.pages), limits)
    except _BROKEN as error:
        raise NotTaken(Unclean.DAMAGED) from error


def _anew(pages: list[PageObject], limits: Limits) -> bytes:
    if not pages:
        raise NotTaken(Unclean.DAMAGED)
    new = NewObjects(StreamLooks(limits))
    tree = new.add(NullObject())
    numbers = [new.add(_page(new, page, tree)) for page in pages]
    new.all[tree.idnum - 1] = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Pages"),
            NameObject("/Kids"): ArrayObject(numbers),
            NameObject("/Count"): NumberObject(len(numbers)),
        }
    )
    root = DictionaryObject(
        {NameObject("/Type"): NameObject("/Catalog"), NameObject("/Pages"): tree}
    )
    return pdf_file(new.all, new.add(root))


def _page(new: NewObjects, page: PageObject, tree: IndirectObject) -> DictionaryObject:
    made = DictionaryObject({NameObject("/Type"): NameObject("/Page"), NameObject("/Parent"): tree})
    for name in _OF_A_PAGE:
        if name in page:
            made[NameObject(name)] = new.entry(name, page.raw_get(name))
    marks = stamps(new, page)
    if marks:
        made[NameObject("/Annots")] = marks
    return made
