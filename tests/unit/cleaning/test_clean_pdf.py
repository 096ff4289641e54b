from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from caseflow.cleaning.clean_pdf import clean_pdf
from caseflow.cleaning.outcome import Limits, NotTaken, Unclean
from tests.factories.planted_files import (
    LIMITS,
    PLANTED,
    SEEN,
    bomb,
    locked,
    paper,
    text_of,
    unpacked,
)


def without_pages() -> bytes:
    written = BytesIO()
    PdfWriter().write(written)
    return written.getvalue()


def test_what_is_read_stays_and_what_was_planted_goes() -> None:
    brought = paper()
    assert unpacked(brought).count(PLANTED.encode()) > 10
    kept = clean_pdf(brought, LIMITS)
    assert PLANTED.encode() not in unpacked(kept)
    assert SEEN in text_of(kept)
    reader: Any = PdfReader(BytesIO(kept), strict=True)
    (mark,) = reader.pages[0]["/Annots"]
    assert mark["/AP"]["/N"].get_data() == b"0 1 0 rg 0 0 10 10 re f"
    assert [image.image.size for image in reader.pages[0].images if image.image] == [(60, 40)]
    assert reader.root_object.keys() == {"/Type", "/Pages"}


def test_an_unclean_pdf_is_found_by_this_look() -> None:
    assert PLANTED.encode() in unpacked(paper())


def layered(state: str) -> bytes:
    pdf, name = PdfWriter(BytesIO(paper())), NameObject
    layer = pdf._add_object(DictionaryObject({name("/Type"): name("/OCG")}))  # noqa: SLF001 - as planted_files does
    shown = DictionaryObject({name(state): ArrayObject([layer])})
    layers = {name("/OCGs"): ArrayObject([layer]), name("/D"): shown}
    pdf.root_object[name("/OCProperties")] = DictionaryObject(layers)
    written = BytesIO()
    pdf.write(written)
    return written.getvalue()


def test_a_layer_that_is_seen_is_one_no_more() -> None:
    kept = clean_pdf(layered("/ON"), LIMITS)
    assert b"/OC" not in unpacked(kept)
    assert SEEN in text_of(kept)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (layered("/OFF"), Unclean.HIDDEN),
        (locked(), Unclean.LOCKED),
        (bomb(), Unclean.UNPACKED),
        (bomb(layers=2), Unclean.UNPACKED),
        (b"%PDF-1.4\nnothing", Unclean.DAMAGED),
        (without_pages(), Unclean.DAMAGED),
    ],
    ids=["hidden", "locked", "bomb", "bomb in a bomb", "nothing", "no page"],
)
def test_what_is_not_taken_is_told_apart(content: bytes, why: Unclean) -> None:
    with pytest.raises(NotTaken) as refused:
        clean_pdf(content, LIMITS)
    assert refused.value.why is why


def test_pages_are_counted() -> None:
    with pytest.raises(NotTaken) as refused:
        clean_pdf(paper(), Limits(LIMITS.pixels, 0, LIMITS.unpacked))
    assert refused.value.why is Unclean.PAGES
