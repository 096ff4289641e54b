import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, PdfObject

from caseflow.cleaning.outcome import NotTaken, Unclean
from caseflow.cleaning.pdf_layers import refuse_hidden, refuse_odd


def named(**entries: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{name}"): each for name, each in entries.items()})


def root(**shown: PdfObject) -> DictionaryObject:
    return named(OCProperties=named(OCGs=ArrayObject([named()]), D=named(**shown)))


def looked_at(event: str = "/View", **usage: PdfObject) -> PdfObject:
    layers = ArrayObject([named(Usage=named(**usage)), NumberObject(1)])
    return ArrayObject([named(Event=NameObject(event), OCGs=layers), NumberObject(1)])


OFF = NameObject("/OFF")


@pytest.mark.parametrize(
    "hiding",
    [
        root(OFF=ArrayObject([named()])),
        root(BaseState=OFF),
        root(AS=looked_at(View=named(ViewState=OFF))),
        root(AS=looked_at(Zoom=named(min=NumberObject(4)))),
        root(AS=looked_at(Language=named())),
    ],
)
def test_a_hidden_layer_is_refused(hiding: DictionaryObject) -> None:
    with pytest.raises(NotTaken) as refused:
        refuse_hidden(hiding)
    assert refused.value.why is Unclean.HIDDEN


@pytest.mark.parametrize(
    "seen",
    [
        named(),
        root(),
        root(OFF=ArrayObject(), BaseState=NameObject("/ON")),
        root(AS=looked_at("/Print", Print=named(PrintState=OFF))),
        root(AS=looked_at(View=named(ViewState=NameObject("/ON")))),
    ],
)
def test_layers_that_are_seen_are_taken(seen: DictionaryObject) -> None:
    refuse_hidden(seen)


def test_a_membership_that_shows_what_other_layers_do_not_is_refused() -> None:
    kind = NameObject("/OCMD")
    for odd in (named(Type=kind, P=NameObject("/AllOff")), named(Type=kind, VE=ArrayObject())):
        with pytest.raises(NotTaken):
            refuse_odd(odd)
    for seen in (named(Type=kind), named(Type=kind, P=NameObject("/AllOn")), named(P=OFF), None):
        refuse_odd(seen)
