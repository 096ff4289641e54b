from pypdf.generic import DictionaryObject, IndirectObject, NameObject, NumberObject, PdfObject

from caseflow.cleaning.pdf_values import value_of


class OldFile:
    def get_object(self, _: IndirectObject) -> PdfObject:
        return NumberObject(7)


def test_an_entry_is_found_behind_its_reference() -> None:
    entries = DictionaryObject({NameObject("/N"): IndirectObject(1, 0, OldFile())})
    assert value_of(entries, "/N") == NumberObject(7)
    assert value_of(entries, "/M") is None
