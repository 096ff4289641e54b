"""Take out of the bytes of a JPEG what is no picture, without touching the picture.

ITU-T T.81, Annex B: segments behind markers, and from the first scan on the picture itself. For
the images inside a PDF, which are to look exactly as they did.
"""

_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_NOTES = range(0xE0, 0xF0)
# The picture cannot be read without them: how it is coded (JFIF) and its colours (Adobe).
_KEPT = frozenset({0xE0, 0xEE})
_LONGEST_KEPT = 18  # bytes of such a segment without a thumbnail


def bare_jpeg(content: bytes) -> bytes:
    """Return the image without notes; what is no JPEG comes back empty."""
    if not content.startswith(b"\xff\xd8"):
        return b""
    kept, at = [content[:2]], 2
    while at + 4 <= len(content) and content[at] == 0xFF:  # noqa: PLR2004 - a marker begins so
        marker = content[at + 1]
        if marker == _SCAN:
            return b"".join([*kept, _picture(content[at:])])
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if _belongs(marker, end - at):
            kept.append(content[at:end])
        at = end
    return b""


def _belongs(marker: int, length: int) -> bool:
    if marker in _NOTES:
        return marker in _KEPT and length <= _LONGEST_KEPT
    return marker != _COMMENT


def _picture(rest: bytes) -> bytes:
    """Return the scans up to the end of the image; what hangs behind it is left away."""
    end = rest.rfind(bytes([0xFF, _END]))
    return rest if end < 0 else rest[: end + 2]
