from io import BytesIO

import pytest
from PIL import Image, ImageChops

from caseflow.cleaning.bare_jpeg import bare_jpeg
from tests.factories.planted_files import PLANTED, picture


def test_the_picture_stays_and_its_notes_go() -> None:
    brought = picture("JPEG")
    kept = bare_jpeg(brought + PLANTED.encode())
    assert PLANTED.encode() not in kept
    with Image.open(BytesIO(brought)) as before, Image.open(BytesIO(kept)) as after:
        assert ImageChops.difference(before, after).getbbox() is None


def saved(*, progressive: bool) -> bytes:
    written = BytesIO()
    drawn = Image.effect_noise((70, 50), 90).convert("RGB")
    drawn.save(written, "JPEG", progressive=progressive, restart_marker_rows=1)
    return written.getvalue()


@pytest.mark.parametrize("progressive", [False, True])
def test_a_second_picture_behind_the_first_goes_with_its_place(progressive: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    first = saved(progressive=progressive)
    assert bare_jpeg(first + picture("JPEG")) == bare_jpeg(first) == first


def test_notes_between_two_scans_go_and_the_scans_stay() -> None:
    first = saved(progressive=True)
    place = first.rindex(b"\xff\xda")
    note = b"\xff\xff\xfe" + (2 + len(PLANTED)).to_bytes(2, "big") + PLANTED.encode()
    assert first.count(b"\xff\xda") > 1
    assert bare_jpeg(first[:place] + note + first[place:]) == first


def test_a_thumbnail_among_the_needed_notes_goes_too() -> None:
    kept = picture("JPEG", word="x")
    notes = b"\xff\xe0" + (2 + 30).to_bytes(2, "big") + b"JFIF" + PLANTED.encode()[:26]
    assert PLANTED.encode()[:26] not in bare_jpeg(kept[:2] + notes + kept[2:])


@pytest.mark.parametrize("content", [b"", b"\x89PNG", b"\xff\xd8\xff\xe0", b"\xff\xd8\xff\xe0\0\2"])
def test_what_is_no_picture_comes_back_empty(content: bytes) -> None:
    assert bare_jpeg(content) == b""


def test_a_picture_without_its_end_is_kept_as_it_is() -> None:
    torn = b"\xff\xd8\xff\xda\x00\x02abc"
    assert bare_jpeg(torn) == torn
