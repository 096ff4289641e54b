"""T24: whatever is planted in a file is gone before it is sealed, and bombs are refused."""

import secrets
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from caseflow.cleaning.clean import clean
from caseflow.cleaning.outcome import Kind, NotTaken, Unclean
from caseflow.database.tables.audit_log import StagedEntry
from caseflow.database.tables.documents import Document, DocumentChunk, DocumentFile
from caseflow.documents import SealedSpool, attach_document
from tests.factories.documents import content_of, draft
from tests.factories.house import House
from tests.factories.planted_files import (
    LIMITS,
    PLANTED,
    SEEN,
    bomb,
    locked,
    paper,
    picture,
    text_of,
    unpacked,
)
from tests.factories.scale import scaled
from tests.unit.records.desk_work import create, do, done

MAKERS: tuple[tuple[Kind, Callable[[str], bytes]], ...] = (
    (Kind.JPEG, lambda word: picture("JPEG", word=word)),
    (Kind.PNG, lambda word: picture("PNG", word=word)),
    (Kind.WEBP, lambda word: picture("WEBP", word=word)),
    (Kind.PDF, paper),
)
BOMBS = {
    "a page": (bomb(), Unclean.UNPACKED),
    "a page in a page": (bomb(layers=2), Unclean.UNPACKED),
    "a page in a page in a page": (bomb(layers=3), Unclean.UNPACKED),
    "a picture": (picture("PNG", (1200, 900)), Unclean.PIXELS),
    "a picture in a page": (paper(size=(1200, 900)), Unclean.PIXELS),
    "a lock": (locked(), Unclean.LOCKED),
}


def spelled(word: str) -> tuple[bytes, ...]:
    """Return a word as files spell it."""
    return tuple(word.encode(each) for each in ("utf-8", "utf-16-le", "utf-16-be"))


def holds(content: bytes, kind: Kind, word: str) -> bool:
    """Say whether a word stands anywhere in a file."""
    whole = unpacked(content) if kind is Kind.PDF else content
    return any(each in whole for each in spelled(word))


def test_nothing_that_was_planted_is_left() -> None:
    for number in range(scaled(100)):
        kind, make = MAKERS[number % len(MAKERS)]
        word = f"Kanarienwort-{secrets.token_hex(6)}"
        brought = make(word)
        assert holds(brought, kind, word)
        found, kept = clean(brought, LIMITS)
        assert (found, holds(kept, kind, word)) == (kind, False)


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_and_locks_are_refused(name: str) -> None:
    content, why = BOMBS[name]
    assert len(content) < 100_000
    with pytest.raises(NotTaken) as refused:
        clean(content, LIMITS)
    assert refused.value.why is why


def test_a_file_that_is_half_of_what_it_was_never_breaks_the_reader() -> None:
    whole = [make(PLANTED) for _, make in MAKERS]
    for content in whole:
        for number in range(scaled(6)):
            cut = content[: 20 + number * len(content) // scaled(6)]
            flipped = bytearray(content)
            flipped[secrets.randbelow(len(content))] ^= 1 << secrets.randbelow(8)
            for broken in (cut, bytes(flipped)):
                try:
                    _, kept = clean(broken, LIMITS)
                except NotTaken:
                    continue
                assert PLANTED.encode() not in kept


def test_no_plain_byte_of_it_is_at_rest(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    with SealedSpool() as spool:
        spool.write(paper())
        document = done(do(house, berta, attach_document, known.id, draft(), spool)).id
    content = content_of(house, berta, document)
    assert SEEN in text_of(content)
    assert not holds(content, Kind.PDF, PLANTED)
    with house.engine.connect() as connection:
        tables = (Document, DocumentFile, DocumentChunk, StagedEntry)
        rows = [connection.execute(select(each.__table__)).all() for each in tables]
    kept = [value for table in rows for row in table for value in row if isinstance(value, bytes)]
    files = [each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()]
    assert len(kept) > 10
    for word in (PLANTED, SEEN, "%PDF-", draft().fields["title"]):
        for each in (*kept, *files):
            assert not any(spelling in each for spelling in spelled(word))
