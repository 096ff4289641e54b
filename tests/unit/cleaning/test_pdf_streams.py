import zlib

import pytest
from pypdf.generic import ArrayObject, NameObject, NumberObject, StreamObject, TextStringObject

from caseflow.cleaning.outcome import Limits, NotTaken, Unclean
from caseflow.cleaning.pdf_streams import StreamLooks
from tests.factories.planted_files import PLANTED, picture

ROOMY = Limits(100, 1, 100_000)


def stream(data: bytes, *filters: str, **entries: int) -> StreamObject:
    made = StreamObject()
    made.set_data(data)
    if filters:
        names = [NameObject(f"/{each}") for each in filters]
        made[NameObject("/Filter")] = names[0] if len(names) == 1 else ArrayObject(names)
    for name, number in entries.items():
        made[NameObject(f"/{name}")] = NumberObject(number)
    return made


def refusal(looks: StreamLooks, made: StreamObject) -> Unclean:
    with pytest.raises(NotTaken) as refused:
        looks.clean(made)
    return refused.value.why


def test_an_image_loses_its_notes_packed_or_not() -> None:
    brought = picture("JPEG")
    plain, left = StreamLooks(ROOMY).clean(stream(brought, "DCTDecode"))
    assert (PLANTED.encode() in plain, left) == (False, ("/DCTDecode",))
    packed, left = StreamLooks(ROOMY).clean(
        stream(zlib.compress(brought), "FlateDecode", "DCTDecode")
    )
    assert (packed, left) == (plain, ("/DCTDecode",))


def test_an_image_that_is_none_is_damaged() -> None:
    assert refusal(StreamLooks(ROOMY), stream(b"x", "DCTDecode")) is Unclean.DAMAGED
    odd = stream(picture("JPEG"), "DCTDecode", "FlateDecode")
    assert refusal(StreamLooks(ROOMY), odd) is Unclean.DAMAGED


def test_all_streams_together_are_counted_as_they_unpack() -> None:
    looks = StreamLooks(Limits(100, 1, 250))
    for data, filters in ((bytes(100), ()), (zlib.compress(bytes(100)), ("FlateDecode",))):
        assert looks.clean(stream(data, *filters))[0] == data
    assert refusal(looks, stream(b"30" * 51 + b">", "ASCIIHexDecode")) is Unclean.UNPACKED


def test_what_is_packed_twice_is_unpacked_twice() -> None:
    twice = zlib.compress(zlib.compress(bytes(1_000_000), 9), 9)
    assert refusal(StreamLooks(ROOMY), stream(twice, "Fl", "FlateDecode")) is Unclean.UNPACKED


def test_a_torn_stream_is_kept_and_other_damage_is_not() -> None:
    torn = zlib.compress(bytes(100))[:-6] + b"\xff" * 9
    assert StreamLooks(ROOMY).clean(stream(torn, "FlateDecode"))[0] == torn
    assert refusal(StreamLooks(ROOMY), stream(b"x", "None")) is Unclean.DAMAGED
    odd = stream(b"x")
    odd[NameObject("/Filter")] = TextStringObject("x")
    assert refusal(StreamLooks(ROOMY), odd) is Unclean.DAMAGED


def test_pixels_are_counted_and_pictures_of_lines_are_not_unpacked() -> None:
    lines = stream(b"\x00", "CCITTFaxDecode", Width=10, Height=10)
    assert StreamLooks(ROOMY).clean(lines)[1] == ("/CCITTFaxDecode",)
    assert refusal(StreamLooks(ROOMY), stream(b"", Width=10, Height=11)) is Unclean.PIXELS
