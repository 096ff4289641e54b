"""Look into the streams of a PDF: how large they get, and what their images carry with them."""

import math
import zlib
from collections.abc import Iterable

from pypdf.errors import PyPdfError
from pypdf.filters import decode_stream_data
from pypdf.generic import ArrayObject, NameObject, NumberObject, StreamObject

from caseflow.cleaning.bare_jpeg import bare_jpeg
from caseflow.cleaning.bare_jpeg2000 import bare_jpeg2000
from caseflow.cleaning.outcome import Limits, NotTaken, Unclean
from caseflow.cleaning.pdf_values import value_of

_FLATE = frozenset({"/FlateDecode", "/Fl"})
_IMAGES = {"/DCTDecode": bare_jpeg, "/DCT": bare_jpeg, "/JPXDecode": bare_jpeg2000}
# Their size stands in the picture itself; the pixels are asked for.
_MEASURED = frozenset({"/CCITTFaxDecode", "/CCF", "/JBIG2Decode", *_IMAGES})
_PIECE = 1 << 16


class StreamLooks:
    """Counts what the streams of one file hold unpacked; raises NotTaken beyond the limits."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._unpacked = 0

    def clean(self, stream: StreamObject) -> tuple[bytes, tuple[str, ...]]:
        """Return the bytes of a stream without an image's notes, and the filters that are left."""
        self._heed_pixels(stream)
        filters = _filters(stream)
        data: bytes = stream._data  # noqa: SLF001 - as they stand in the file, not unpacked
        while filters and filters[0] in _FLATE and filters[-1] in _IMAGES:
            data, filters = b"".join(self._inflated((data,))), filters[1:]
        if filters and filters[0] in _IMAGES:
            return self._bare(data, filters)
        self._measure(stream, data, filters)
        return data, filters

    def _bare(self, data: bytes, filters: tuple[str, ...]) -> tuple[bytes, tuple[str, ...]]:
        bare = _IMAGES[filters[0]](data)
        if not bare or len(filters) > 1:
            raise NotTaken(Unclean.DAMAGED)
        return bare, filters

    def _heed_pixels(self, stream: StreamObject) -> None:
        sides = [value_of(stream, name) for name in ("/Width", "/Height")]
        lengths = [int(side) for side in sides if isinstance(side, NumberObject)]
        if len(lengths) == len(sides) and math.prod(lengths) > self._limits.pixels:
            raise NotTaken(Unclean.PIXELS)

    def _measure(self, stream: StreamObject, data: bytes, filters: tuple[str, ...]) -> None:
        """Unpack once to count: a few bytes may be many when somebody opens the file."""
        if all(each in _FLATE for each in filters):
            pieces: Iterable[bytes] = (data,)
            for _ in filters:
                pieces = self._inflated(pieces)
            lengths = [len(piece) for piece in pieces]  # what is unpacked is counted on the way
            self._count(0 if filters else sum(lengths))
        elif not _MEASURED.intersection(filters):
            self._count(_decoded_length(stream))

    def _inflated(self, packed: Iterable[bytes]) -> Iterable[bytes]:
        """Yield what is packed, piece by piece, and count it; a torn end is left away."""
        unpacking = zlib.decompressobj()
        for piece in packed:
            rest = piece
            while rest and not unpacking.eof:
                try:
                    found = unpacking.decompress(rest, _PIECE)
                except zlib.error:
                    return
                self._count(len(found))
                rest = unpacking.unconsumed_tail
                yield found

    def _count(self, length: int) -> None:
        self._unpacked += length
        if self._unpacked > self._limits.unpacked:
            raise NotTaken(Unclean.UNPACKED)


def _decoded_length(stream: StreamObject) -> int:
    try:
        return len(decode_stream_data(stream))
    except (PyPdfError, RuntimeError, ValueError, zlib.error) as error:
        raise NotTaken(Unclean.DAMAGED) from error


def _filters(stream: StreamObject) -> tuple[str, ...]:
    found = value_of(stream, "/Filter")
    if found is None:
        return ()
    if isinstance(found, NameObject):
        return (str(found),)
    if isinstance(found, ArrayObject):
        return tuple(str(each.get_object()) for each in found)
    raise NotTaken(Unclean.DAMAGED)
