import pytest

from caseflow.cleaning.outcome import Kind, NotTaken, Unclean
from caseflow.cleaning.recognise import recognise


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.4\n", Kind.PDF),
        (b"\xff\xd8\xff\xe0", Kind.JPEG),
        (b"\x89PNG\r\n\x1a\n", Kind.PNG),
        (b"RIFF\0\0\0\0WEBPVP8 ", Kind.WEBP),
        ("Grüße\tan alle;\r\n1;2\n".encode(), Kind.TEXT),
        (b"\xef\xbb\xbfa,b\n1,2\n", Kind.TEXT),
    ],
)
def test_the_first_bytes_tell_the_type(content: bytes, kind: Kind) -> None:
    assert recognise(content) is kind


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", Unclean.EMPTY),
        (b"PK\x03\x04word/document.xml", Unclean.OFFICE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Unclean.OFFICE),
        (b"{\\rtf1 hello}", Unclean.OFFICE),
        (b"\0\0\0\x18ftypheic", Unclean.APPLE_IMAGE),
        (b"\0\0\0\x18ftypisom", Unclean.UNKNOWN),
        (b"MZ\x90\x00", Unclean.UNKNOWN),
        (b"GIF89a\x01\x00\x01\x00", Unclean.UNKNOWN),
        (b"RIFF\0\0\0\0WAVE", Unclean.UNKNOWN),
        (b"  <!DOCTYPE html><title>x", Unclean.UNKNOWN),
        (b"\xef\xbb\xbf<svg/>", Unclean.UNKNOWN),
        (b"<?xml version='1.0'?>", Unclean.UNKNOWN),
        (b"%!PS-Adobe-3.0", Unclean.UNKNOWN),
        (b"caf\xe9", Unclean.UNKNOWN),
        (b"a\x1bb", Unclean.UNKNOWN),
        ("a\x85b".encode(), Unclean.UNKNOWN),
    ],
)
def test_what_is_not_taken_is_told_apart(content: bytes, why: Unclean) -> None:
    with pytest.raises(NotTaken) as refused:
        recognise(content)
    assert refused.value.why is why
