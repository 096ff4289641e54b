import pytest
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from caseflow.cleaning import pdf_objects
from caseflow.cleaning.outcome import Limits, NotTaken, Unclean
from caseflow.cleaning.pdf_objects import NewObjects
from caseflow.cleaning.pdf_streams import StreamLooks
from tests.factories.planted_files import picture


class OldFile:
    def __init__(self, *objects: PdfObject) -> None:
        self.objects: tuple[PdfObject, ...] = objects

    def get_object(self, reference: IndirectObject) -> PdfObject:
        return self.objects[reference.idnum]

    def number(self, place: int) -> IndirectObject:
        return IndirectObject(place, 0, self)


def new() -> NewObjects:
    return NewObjects(StreamLooks(Limits(10_000, 1, 10_000)))


def named(**entries: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{name}"): each for name, each in entries.items()})


def test_what_acts_and_names_is_left_out() -> None:
    told = TextStringObject("x")
    brought = named(Font=NumberObject(1), Metadata=told, AA=told, JS=told, Properties=told)
    brought[NameObject("/PTEX.FileName")] = told
    assert new().copy(brought) == named(Font=NumberObject(1))


def test_a_thing_that_is_reached_twice_or_by_itself_is_copied_once() -> None:
    old = OldFile(named())
    ring = named(Again=old.number(0), Once=NumberObject(7))
    old.objects = (ring,)
    objects = new()
    first, second = (objects.copy(old.number(0)) for _ in range(2))
    assert first == second
    assert objects.all == [named(Again=first, Once=NumberObject(7))]


def test_a_stream_keeps_neither_foreign_files_nor_what_its_lost_packing_needed() -> None:
    made, objects = StreamObject(), new()
    made.set_data(b"abc")
    made.update(named(F=TextStringObject("passwd"), DecodeParms=named()))
    objects.copy(ArrayObject([made]))
    assert objects.all == [named(DecodeParms=named())]
    image = StreamObject()
    image.set_data(picture("JPEG"))
    image.update(named(Filter=NameObject("/DCTDecode")))
    number = objects.copy(OldFile(image).number(0))
    assert isinstance(number, IndirectObject)
    assert objects.all[number.idnum - 1] == named(Filter=ArrayObject([NameObject("/DCTDecode")]))


def test_of_what_is_shown_the_known_entries_alone_are_copied() -> None:
    other, objects = named(F=TextStringObject("other.pdf")), new()
    form, image = StreamObject(), StreamObject()
    form.update(named(Subtype=NameObject("/Form"), BBox=named(), Ref=other, Mine=other))
    image.update(named(Subtype=NameObject("/Image"), Width=NumberObject(3), Mine=other))
    objects.copy(ArrayObject([form, image]))
    assert [each.keys() for each in objects.all if isinstance(each, StreamObject)] == [
        {"/Subtype", "/BBox"},
        {"/Subtype", "/Width"},
    ]
    assert objects.copy(named(Ref=other)) == named()


def test_of_resources_the_known_kinds_alone_are_copied() -> None:
    resources = named(Font=named(), Mine=named(), Properties=named(A=named()))
    old, objects = OldFile(resources, NumberObject(1)), new()
    assert objects.entries(named(Resources=resources)) == named(Resources=named(Font=named()))
    for _ in range(2):
        objects.entries(named(Resources=old.number(0)))
    assert objects.all == [named(Font=named())]
    with pytest.raises(NotTaken):
        objects.entries(named(Resources=old.number(1)))


def test_what_is_seen_only_where_a_layer_is_not_is_refused() -> None:
    odd = named(Type=NameObject("/OCMD"), P=NameObject("/AllOff"))
    for holding in (named(OC=odd), named(Properties=named(A=odd))):
        with pytest.raises(NotTaken) as refused:
            new().copy(holding)
        assert refused.value.why is Unclean.HIDDEN


def test_there_is_an_end_to_objects(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_objects, "_MOST", 1)
    objects = new()
    objects.add(NumberObject(1))
    with pytest.raises(NotTaken):
        objects.add(NumberObject(2))
    with pytest.raises(NotTaken):
        objects.copy(object())
