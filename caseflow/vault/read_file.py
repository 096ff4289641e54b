"""Read a file after its trace: chunk by chunk, each checked before a byte of it leaves.

The trace was committed before the first chunk is loaded, and no transaction is open while somebody
receives one. So before each batch it is decided again whether she may read it, and the rows of
drawer and file are looked at: once her membership, her case or what opened the drawer has ended, a
wall keeps her from the client, the key was turned or is due to be (a withdrawal), or the file is
another one or gone, nothing more is given out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.streams import CHUNK, FileCipher, FilePlace, chunk_count
from caseflow.database.tables.documents import DocumentChunk, DocumentFile
from caseflow.database.tables.drawers import Drawer
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.policy.decision import decide
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.gather import gather
from caseflow.vault.permit import Ask, question_of
from caseflow.vault.pieces import Piece
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.errors import BrokenKey, BrokenOff

BATCH = 4  # chunks that are in memory at a time


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was when the look at it was traced."""

    client: UUID
    document: UUID
    file: UUID
    drawer: UUID
    revision: int
    key_version: int
    turn_due: datetime | None
    length: int  # bytes
    cipher: FileCipher


def seen_file(work: Work, piece: Piece[DocumentFile]) -> Seen:
    """Return what opens the chunks of a file; raises BrokenKey when its row does not open."""
    row = piece.row
    place = FilePlace(work.installation, row.drawer_id, row.id, row.file_id)
    return Seen(
        client=row.client_id,
        document=row.id,
        file=row.file_id,
        drawer=row.drawer_id,
        revision=row.seal_revision,
        key_version=row.key_version,
        turn_due=piece.place.turn_due,
        length=int(piece.text("length")),
        cipher=FileCipher(Cipher(bytes.fromhex(piece.text("key"))), place),
    )


def read_chunks(work: Work, actor: Actor, ask: Ask, seen: Seen) -> Iterator[bytes]:
    """Yield the file; raises BrokenOff, and an alarm is written where it is damaged.

    The work has been finished, and is used for loading alone.
    """
    count, left = chunk_count(seen.length), seen.length
    for start in range(0, count, BATCH):
        numbers = range(start, min(start + BATCH, count))
        sealed = _batch(work, actor, ask, seen, numbers)
        for chunk in _opened(work, actor, seen, sealed, last=count - 1):
            yield chunk[:left]
            left -= min(left, CHUNK)


def _opened(
    work: Work, actor: Actor, seen: Seen, sealed: Mapping[int, bytes], *, last: int
) -> Iterator[bytes]:
    try:
        for number, each in sealed.items():
            yield seen.cipher.open(number, each, last=number == last)
    except BrokenKey as error:
        raise_alarms(work, actor, [Alarm.of_key(DocumentFile.__tablename__, seen.document)])
        raise BrokenOff("a chunk is not as it was sealed") from error


def _batch(work: Work, actor: Actor, ask: Ask, seen: Seen, numbers: range) -> Mapping[int, bytes]:
    """Return the next chunks by number, and give the connection back.

    One that is missing opens as little as one that was changed.
    """
    chunks = select(DocumentChunk.number, DocumentChunk.sealed).where(
        DocumentChunk.client_id == seen.client,
        DocumentChunk.file_id == seen.file,
        DocumentChunk.number.in_(numbers),
    )
    try:
        found = {row.number: row.sealed for row in work.session.execute(chunks)}
        # Behind the chunks: what was changed before they were loaded is seen here.
        unchanged = work.session.execute(_state(seen)).one_or_none()
        hers = _still_opens(work, actor, ask, seen.drawer)
    finally:
        work.abandon()
    if not hers or unchanged != (seen.key_version, seen.turn_due):
        raise BrokenOff("the file was changed or closed meanwhile")
    return {number: found.get(number, b"") for number in numbers}


def _still_opens(work: Work, actor: Actor, ask: Ask, drawer: UUID) -> bool:
    """Say whether what is asked would be permitted now, and open the drawer."""
    gathered = gather(work, actor, ask.client)
    answer = decide(question_of(work, actor, ask), gathered.facts)
    return not isinstance(answer, Refused) and any(
        opening.drawer == drawer for opening in answer.openings
    )


def _state(seen: Seen) -> Select[int, datetime | None]:
    return (
        select(Drawer.key_version, Drawer.turn_due)
        .join(DocumentFile, DocumentFile.drawer_id == Drawer.id)
        .where(
            Drawer.client_id == seen.client,
            Drawer.id == seen.drawer,
            DocumentFile.client_id == seen.client,
            DocumentFile.id == seen.document,
            DocumentFile.file_id == seen.file,
            DocumentFile.seal_revision == seen.revision,
        )
    )
