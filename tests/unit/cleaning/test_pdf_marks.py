import pytest
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from caseflow.cleaning.outcome import Limits, NotTaken
from caseflow.cleaning.pdf_marks import stamps
from caseflow.cleaning.pdf_objects import NewObjects
from caseflow.cleaning.pdf_streams import StreamLooks


def named(**entries: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{name}"): each for name, each in entries.items()})


def look(data: bytes = b"f") -> StreamObject:
    made = StreamObject()
    made.set_data(data)
    return made


BOX = ArrayObject([NumberObject(1)] * 4)


def mark(kind: str = "Widget", **entries: PdfObject) -> DictionaryObject:
    whole: dict[str, PdfObject] = {
        "Subtype": NameObject(f"/{kind}"),
        "Rect": BOX,
        "T": TextStringObject("Anna"),
        "AP": named(N=look()),
    }
    return named(**whole | entries)


def stamped(*marks: PdfObject) -> list[bytes]:
    new = NewObjects(StreamLooks(Limits(1, 1, 100)))
    numbers = stamps(new, named(Annots=ArrayObject(marks)))
    found = [new.all[each.idnum - 1] for each in numbers]
    assert all(set(each) == {"/Type", "/Subtype", "/F", "/Rect", "/AP"} for each in found)
    return [new.all[each["/AP"].raw_get("/N").idnum - 1].get_data() for each in found]


def test_a_mark_keeps_its_look_alone() -> None:
    assert stamped(mark(), mark("Ink", AP=named(N=look(b"ink")))) == [b"f", b"ink"]


def test_a_box_keeps_the_look_of_its_state() -> None:
    states = named(N=named(On=look(b"on"), Off=look(b"off")))
    assert stamped(mark(AP=states, AS=NameObject("/On"))) == [b"on"]
    assert stamped(mark(AP=states)) == stamped(mark(AP=states, AS=NameObject("/None"))) == []


@pytest.mark.parametrize(
    "unseen",
    [
        mark("Link"),
        mark("Text"),
        mark("Popup"),
        mark("FileAttachment"),
        mark(F=NumberObject(2)),
        mark(AP=named()),
        mark(AP=NumberObject(1)),
        NumberObject(1),
        named(Subtype=NameObject("/Ink"), AP=named(N=look())),
    ],
)
def test_what_is_not_seen_goes(unseen: PdfObject) -> None:
    assert stamped(unseen) == []
    assert stamps(NewObjects(StreamLooks(Limits(1, 1, 1))), named()) == []


def test_a_mark_that_a_layer_may_hide_is_refused() -> None:
    odd = named(Type=NameObject("/OCMD"), VE=ArrayObject())
    with pytest.raises(NotTaken):
        stamped(mark(OC=odd))
