"""Keep of a PDF's marks and filled forms what they look like: a stamp, without who and what."""

from collections.abc import Iterator

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from caseflow.cleaning.pdf_layers import refuse_odd
from caseflow.cleaning.pdf_objects import NewObjects
from caseflow.cleaning.pdf_values import value_of

_SEEN = frozenset(
    {
        *("/Widget", "/FreeText", "/Ink", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly"),
        *("/Square", "/Circle", "/Line", "/Polygon", "/PolyLine", "/Stamp", "/Caret", "/Redact"),
    }
)
_HIDDEN = 0b100010  # ISO 32000-1, table 165: hidden, or not in view
_PRINTED = NumberObject(4)


def stamps(new: NewObjects, page: DictionaryObject) -> ArrayObject:
    """Return what is seen of the marks on a page as stamps; links and comments have no look."""
    return ArrayObject([new.add(stamp) for stamp in _stamps(new, page)])


def _stamps(new: NewObjects, page: DictionaryObject) -> Iterator[PdfObject]:
    listed = value_of(page, "/Annots")
    for reference in listed if isinstance(listed, ArrayObject) else ():
        mark = reference.get_object()
        if not isinstance(mark, DictionaryObject) or not _is_seen(mark):
            continue
        look = _look(mark)
        if look is not None and "/Rect" in mark:
            refuse_odd(value_of(mark, "/OC"))
            yield DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Annot"),
                    NameObject("/Subtype"): NameObject("/Stamp"),
                    NameObject("/F"): _PRINTED,
                    NameObject("/Rect"): new.copy(mark["/Rect"]),
                    NameObject("/AP"): DictionaryObject({NameObject("/N"): new.copy(look)}),
                }
            )


def _is_seen(mark: DictionaryObject) -> bool:
    flags = value_of(mark, "/F")
    hidden = isinstance(flags, NumberObject) and bool(flags & _HIDDEN)
    return str(value_of(mark, "/Subtype")) in _SEEN and not hidden


def _look(mark: DictionaryObject) -> PdfObject | None:
    """Return the reference to the drawing that shows the mark in its present state."""
    looks, state = value_of(mark, "/AP"), "/N"
    several = value_of(looks, state) if isinstance(looks, DictionaryObject) else None
    if isinstance(several, DictionaryObject) and not isinstance(several, StreamObject):
        looks, state = several, str(value_of(mark, "/AS"))
    if not isinstance(looks, DictionaryObject):
        return None
    return looks.raw_get(state) if isinstance(value_of(looks, state), StreamObject) else None
