from io import BytesIO

import pytest
from PIL import Image, features

from caseflow.cleaning.bare_jpeg2000 import bare_jpeg2000


def box(name: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + name + content


SIGNATURE = box(b"jP  ", b"\r\n\x87\n")
LONG = (1).to_bytes(4, "big") + b"uuid" + (20).to_bytes(8, "big") + b"long"


def test_only_boxes_that_show_something_stay() -> None:
    shown = box(b"ftyp", b"jp2 ") + box(b"jp2h", b"head")
    planted = box(b"xml ", b"author") + LONG + box(b"uuid", b"place")
    last = b"\0\0\0\0jp2cpicture"
    assert bare_jpeg2000(SIGNATURE + planted + shown + planted + last) == SIGNATURE + shown + last


def test_a_bare_picture_is_taken_as_it_is_and_nothing_else() -> None:
    assert bare_jpeg2000(b"\xff\x4f\xff\x51rest") == b"\xff\x4f\xff\x51rest"
    assert bare_jpeg2000(b"anything") == b""


def test_a_real_one_is_read_as_before() -> None:
    if not features.check("jpg_2000"):
        pytest.fail("this Pillow writes no JPEG 2000")
    written = BytesIO()
    Image.new("RGB", (8, 8), "red").save(written, "JPEG2000")
    with Image.open(BytesIO(bare_jpeg2000(written.getvalue()))) as image:
        assert image.size == (8, 8)
        image.load()
