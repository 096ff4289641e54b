"""Take out of the bytes of a JPEG 2000 image what is no picture, without touching the picture.

ISO/IEC 15444-1, Annex I: a file is a row of boxes, and only some of them are needed to show it.
"""

_SIGNATURE = b"\x00\x00\x00\x0cjP  \r\n\x87\n"
_CODESTREAM = b"\xff\x4f\xff\x51"
_KEPT = frozenset({b"jP  ", b"ftyp", b"jp2h", b"jp2c"})
_HEAD = 8


def bare_jpeg2000(content: bytes) -> bytes:
    """Return the image without notes; what is no JPEG 2000 comes back empty."""
    if content.startswith(_CODESTREAM):
        return content
    if not content.startswith(_SIGNATURE):
        return b""
    kept, at = [], 0
    while at + _HEAD <= len(content):
        length, name = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        if length == 1:
            length = int.from_bytes(content[at + 8 : at + 16], "big")
        end = at + length if length >= _HEAD else len(content)  # 0: up to the end of the file
        if name in _KEPT:
            kept.append(content[at:end])
        at = end
    return b"".join(kept)
