import io
import os
import tempfile
from typing import Any
from unittest.mock import Mock

import pytest

from caseflow.crypto.streams import CHUNK
from caseflow.documents.sealed_spool import SealedSpool
from caseflow.vocabulary.errors import BrokenKey


@pytest.mark.parametrize("length", [0, 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_a_file_comes_back_as_often_as_asked(length: int) -> None:
    content = os.urandom(length)
    with SealedSpool() as spool:
        for start in range(0, length, 100_000):
            spool.write(content[start : start + 100_000])
        assert spool.length == length
        assert b"".join(spool.pieces()) == b"".join(spool.pieces()) == content
        assert spool.seek(0) == 0
        assert (spool.read(10), spool.read()) == (content[:10], content[10:])


def test_no_plain_byte_rests_on_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[io.FileIO] = []
    real: Any = tempfile.TemporaryFile

    def watched(**options: int) -> io.FileIO:
        opened.append(real(**options))
        return opened[-1]

    monkeypatch.setattr("caseflow.documents.sealed_spool.TemporaryFile", watched)
    with SealedSpool() as spool:
        spool.write(b"Kanarienwort" * CHUNK)
        assert b"".join(spool.pieces())
        (file,) = opened
        file.seek(0)
        found = file.read()
        assert len(found) > 12 * CHUNK
        assert b"Kanarienwort" not in found
    assert file.closed


def test_a_disk_that_takes_a_part_gets_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    content = os.urandom(2 * CHUNK)
    with SealedSpool() as spool:
        real = spool._file.write  # noqa: SLF001 - the disk behind it

        def slow(sealed: memoryview) -> int:
            return real(sealed[: CHUNK // 3])

        monkeypatch.setattr(spool, "_file", Mock(wraps=spool._file, write=slow))  # noqa: SLF001
        spool.write(content)
        assert b"".join(spool.pieces()) == content


def test_what_is_changed_on_disk_is_found() -> None:
    with SealedSpool() as spool:
        spool.write(bytes(10))
        spool.seek(0)
        spool.read()
        os.pwrite(spool._file.fileno(), b"x", 5)  # noqa: SLF001 - what is tried here
        with pytest.raises(BrokenKey):
            list(spool.pieces())


def test_it_is_written_once_and_read_from_the_beginning() -> None:
    with SealedSpool() as spool:
        assert (spool.writable(), spool.readable(), spool.seekable()) == (True, True, True)
        spool.write(b"x")
        spool.seek(0)
        assert spool.read() == b"x"
        with pytest.raises(io.UnsupportedOperation):
            spool.write(b"y")
        for place in ((1, io.SEEK_SET), (0, io.SEEK_END)):
            with pytest.raises(io.UnsupportedOperation):
                spool.seek(*place)
