"""Hold a file while it is looked at: sealed on disk, its key in memory and nowhere else.

What somebody uploads is larger than what a process should hold, and no plain byte of it may rest on
a disk, not even for a second. The file has no name, and is gone with the process.
"""

import io
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from typing_extensions import override

from caseflow.crypto.ciphers import Cipher, new_key
from caseflow.crypto.streams import CHUNK, FileCipher, FilePlace
from caseflow.vocabulary.ids import new_id

if TYPE_CHECKING:
    from typing_extensions import Buffer

_MORE = 17  # bytes of a sealed chunk beyond those of the chunk


class SealedSpool(io.RawIOBase):
    """Takes a file piece by piece, then gives it back from the beginning, as often as asked."""

    def __init__(self) -> None:
        super().__init__()
        self._file = TemporaryFile(buffering=0)  # noqa: SIM115 - closed by `close`
        # Nobody but this object ever opens it: the place only has to be this one.
        place = FilePlace(*(new_id() for _ in range(4)))
        self._cipher = FileCipher(Cipher(new_key()), place)
        self._held = bytearray()
        self._written = 0  # chunks
        self._whole = False
        self._reading: Iterator[bytes] = iter(())
        self._rest = b""
        self.length = 0

    @override
    def writable(self) -> bool:
        return not self._whole

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def write(self, data: "Buffer", /) -> int:
        """Take a piece; raises UnsupportedOperation once it was read."""
        if self._whole:
            raise io.UnsupportedOperation("it was read already")
        piece = bytes(data)
        self._held += piece
        self.length += len(piece)
        # One byte is kept back: only at the end is it known which chunk is the last.
        while len(self._held) > CHUNK:
            self._seal(bytes(self._held[:CHUNK]), last=False)
            del self._held[:CHUNK]
        return len(piece)

    @override
    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Go back to the beginning, and to no other place."""
        if (offset, whence) != (0, io.SEEK_SET):
            raise io.UnsupportedOperation("a sealed file is read from its beginning")
        self._reading, self._rest = self.pieces(), b""
        return 0

    @override
    def readinto(self, buffer: "Buffer", /) -> int:
        """Read on, where `seek` began."""
        view = memoryview(buffer).cast("B")
        if not self._rest:
            self._rest = next(self._reading, b"")
        found, self._rest = self._rest[: len(view)], self._rest[len(view) :]
        view[: len(found)] = found
        return len(found)

    def pieces(self) -> Iterator[bytes]:
        """Yield the file from its beginning; raises BrokenKey when it was changed on disk."""
        self._end()
        at = 0
        for number in range(self._written):
            self._file.seek(at)
            sealed = self._file.read(CHUNK + _MORE)
            at += len(sealed)
            yield self._cipher.open(number, sealed, last=number == self._written - 1)

    @override
    def close(self) -> None:
        """Forget the file and its key."""
        self._file.close()
        super().close()

    def _end(self) -> None:
        if not self._whole:
            self._whole = True
            self._seal(bytes(self._held), last=True)
            self._held.clear()

    def _seal(self, chunk: bytes, *, last: bool) -> None:
        sealed = memoryview(self._cipher.seal(self._written, chunk, last=last))
        while sealed:  # the disk may take a part of it; when it is full, it says so
            sealed = sealed[self._file.write(sealed) :]
        self._written += 1
