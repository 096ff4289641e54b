"""What is wrong with a file is found before a byte of the wrong place leaves."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from sqlalchemy import delete, select, update

from caseflow.crypto.streams import CHUNK
from caseflow.database.sealed_rows import change
from caseflow.database.tables.documents import DocumentChunk
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.units import Membership
from caseflow.documents.change_document import DocumentChange, change_document
from caseflow.documents.delete_document import delete_document
from caseflow.documents.read_document import open_file
from caseflow.documents.sealed_spool import SealedSpool
from caseflow.vault import read_file
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed
from caseflow.vocabulary.errors import BrokenOff
from tests.factories.clients import Known, consented, withdrawn
from tests.factories.documents import attached
from tests.factories.house import House
from tests.factories.officers_walls import wall_off
from tests.unit.records.desk_work import do, done, log, shared

CONTENT = b"Seite\n" * (CHUNK // 2)  # three chunks
Change = Callable[[House, Actor, Known, UUID], None]


@pytest.fixture(autouse=True)
def _one_chunk_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_file, "BATCH", 1)


def reading(house: House, who: Actor, document: UUID) -> Iterator[bytes]:
    answer = open_file(house.work(who), who, document)
    assert isinstance(answer, Disclosed), answer
    assert answer.value.length == len(CONTENT)
    return answer.value.chunks


def alarms(house: House) -> list[str]:
    return [each["details"]["table"] for each in log(house) if each["act"] == Act.ALARM_KEY]


def another(house: House, berta: Actor, _known: Known, document: UUID) -> None:
    with SealedSpool() as spool:
        spool.write(b"anders\n")
        done(do(house, berta, change_document, document, DocumentChange(1, {}, spool)))


def gone(house: House, berta: Actor, _known: Known, document: UUID) -> None:
    done(do(house, berta, delete_document, document, 1))


def taken_back(house: House, berta: Actor, known: Known, _document: UUID) -> None:
    consent = consented(house, berta, known, [house.units["wohnen"]], ["documents"])
    withdrawn(house, berta, known, consent)


def due(house: House, _berta: Actor, _known: Known, _document: UUID) -> None:
    work = house.work()
    where = Drawer.category == "documents"
    work.session.execute(update(Drawer).where(where).values(turn_due=work.clock.now()))
    work.finish()


@pytest.mark.parametrize("deed", [another, gone, taken_back, due])
def test_once_it_is_changed_or_closed_nothing_more_leaves(house: House, deed: Change) -> None:
    known, berta, _ = shared(house, "documents")
    document = attached(house, berta, known, CONTENT).id
    chunks = reading(house, berta, document)
    assert next(chunks) == CONTENT[:CHUNK]
    deed(house, berta, known, document)
    with pytest.raises(BrokenOff):
        next(chunks)
    assert alarms(house) == []


def test_whoever_may_not_read_it_any_more_gets_no_further_byte(house: House) -> None:
    known, berta, frieda = shared(house, "documents")
    document = attached(house, berta, known, CONTENT).id
    readings = [reading(house, who, document) for who in (berta, frieda)]
    for chunks in readings:
        assert next(chunks) == CONTENT[:CHUNK]
    wall_off(house, known, "frieda")
    work = house.work()
    where = Membership.id == berta.membership
    member = work.session.scalars(select(Membership).where(where)).one()
    change(work, member, ended_at=work.clock.now())
    work.finish()
    for chunks in readings:
        with pytest.raises(BrokenOff):
            next(chunks)


def swapped(house: House) -> None:
    """Let two chunks change places, of which neither is the last."""
    work = house.work()
    for number, to in ((0, -1), (1, 0), (-1, 1)):
        where = DocumentChunk.number == number
        work.session.execute(update(DocumentChunk).where(where).values(number=to))
    work.finish()


def cut(house: House) -> None:
    """Take the last chunk away."""
    work = house.work()
    work.session.execute(delete(DocumentChunk).where(DocumentChunk.number == 2))
    work.finish()


def of_another(house: House) -> None:
    """Put the chunk of one document into another."""
    work = house.work()
    rows = work.session.scalars(select(DocumentChunk).where(DocumentChunk.number == 1)).all()
    sealed = [row.sealed for row in rows]
    for row, foreign in zip(rows, reversed(sealed), strict=True):
        row.sealed = foreign
    work.finish()


def flipped(house: House) -> None:
    """Change one bit of a chunk."""
    work = house.work()
    row = work.session.scalars(select(DocumentChunk).where(DocumentChunk.number == 1)).first()
    assert row is not None
    row.sealed = row.sealed[:-1] + bytes([row.sealed[-1] ^ 1])
    work.session.execute(delete(DocumentChunk).where(DocumentChunk.file_id != row.file_id))
    work.finish()


@pytest.mark.parametrize("tampering", [swapped, cut, of_another, flipped])
def test_every_tampering_ends_the_file_with_an_alarm(
    house: House, tampering: Callable[[House], None]
) -> None:
    known, berta, _ = shared(house)
    documents = [attached(house, berta, known, CONTENT).id for _ in range(2)]
    tampering(house)
    for document in documents:
        answer = open_file(house.work(berta), berta, document)
        if isinstance(answer, Disclosed):
            with pytest.raises(BrokenOff):
                list(answer.value.chunks)
    assert alarms(house) == ["document_files"] * 2


def test_a_whole_file_leaves_as_it_came(house: House) -> None:
    known, berta, frieda = shared(house, "documents")
    document = attached(house, berta, known, CONTENT).id
    assert b"".join(reading(house, frieda, document)) == CONTENT
