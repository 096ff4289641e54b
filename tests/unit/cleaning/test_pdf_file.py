from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NumberObject

from caseflow.cleaning.pdf_file import pdf_file


def test_any_reader_finds_its_way() -> None:
    pages = DictionaryObject(
        {NameObject("/Kids"): ArrayObject(), NameObject("/Count"): NumberObject(0)}
    )
    root = DictionaryObject({NameObject("/Pages"): IndirectObject(1, 0, None)})
    written = pdf_file([pages, root], IndirectObject(2, 0, None))
    reader: Any = PdfReader(BytesIO(written), strict=True)
    assert reader.trailer.keys() == {"/Size", "/Root"}
    assert reader.root_object["/Pages"]["/Count"] == 0
