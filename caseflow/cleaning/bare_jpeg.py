"""Take out of the bytes of a JPEG what is no picture, without touching the picture.

ITU-T T.81, Annex B: segments behind markers, and behind each scan's the coded picture, up to the
first end of image. For the images inside a PDF, which are to look exactly as they did.
"""

import re
from collections.abc import Iterator

_START, _END, _SCAN = b"\xff\xd8", b"\xff\xd9", 0xDA
_NOTES = range(0xE0, 0xF0)
# How it is coded: frames and tables, scans, quantisation, number of lines, restarts.
_CODING = frozenset({*range(0xC0, 0xD0), _SCAN, 0xDB, 0xDC, 0xDD})
# The picture cannot be read without them: how it is coded (JFIF) and its colours (Adobe).
_KEPT = frozenset({0xE0, 0xEE})
_LONGEST_KEPT = 18  # bytes of such a segment without a thumbnail
_MARKER = re.compile(rb"\xff+([\x01-\xfe])", re.DOTALL)
# In a coded picture a zero behind the byte says that it is none, and eight only count.
_NEXT = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]", re.DOTALL)


def bare_jpeg(content: bytes) -> bytes:
    """Return the image without notes; what is no JPEG comes back empty.

    What hangs behind it is left away: a second image there (as cameras do) has notes of its own.
    """
    if not content.startswith(_START):
        return b""
    segments = list(_segments(content))
    kept = [each for marker, each in segments if _belongs(marker, len(each))]
    scanned = any(marker == _SCAN for marker, _ in segments)
    return b"".join([_START, *kept]) if scanned else b""


def _belongs(marker: int, length: int) -> bool:
    if marker in _NOTES:
        return marker in _KEPT and length <= _LONGEST_KEPT
    return marker in _CODING or marker == _END[1]


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield marker and bytes up to the end of the image, or to where no marker stands."""
    at = len(_START)
    while found := _MARKER.match(content, at):
        marker, begin = found[1][0], found.end()
        if marker == _END[1]:
            yield marker, _END
            return
        at = begin + int.from_bytes(content[begin : begin + 2], "big")
        if marker == _SCAN:
            following = _NEXT.search(content, at)
            at = following.start() if following else len(content)
        yield marker, b"\xff" + content[begin - 1 : at]
