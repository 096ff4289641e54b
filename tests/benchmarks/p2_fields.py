"""P2: 1,000 entries of 12 fields each, loaded and opened, in time of one core.

The first twin holds the same texts plain and loads them as objects of its ORM, as programs do. The
second loads bare rows, as the vault does itself: against it stands what opening alone costs.
"""

import time
from collections import namedtuple
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Integer, Select, Text, Uuid, select
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeEngine

from caseflow.crypto.ciphers import Cipher, new_key
from caseflow.crypto.fields import FieldsOfDrawer
from caseflow.database.column_types import Id, Instant, Sealed
from caseflow.vault.content_rows import content_rows
from caseflow.vault.pieces import Piece, Place, piece_of
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.ids import new_id
from tests.benchmarks.line import Line
from tests.benchmarks.measure import compare
from tests.factories.log import BEGIN, Log, open_log

ENTRIES = 1000
FIELDS = tuple(f"field_{number}" for number in range(12))
TEXT = "Sie kam heute ohne Termin, wir haben in Ruhe gesprochen und alles notiert. " * 2
SqlType: TypeAlias = TypeEngine[Any]
GOALS = {12: "1.6x", 2: "1.05x"}


class Tables(DeclarativeBase):
    """The tables of this program."""


def table(
    name: str, text: type[TypeEngine[Any]] | TypeEngine[Any], id_: type[TypeEngine[Any]]
) -> type[Any]:
    """Return a table as those that lie in drawers are, with twelve texts."""
    ids = {column: mapped_column(id_) for column in ("drawer_id", "recorded_by")}
    keys = {column: mapped_column(id_, primary_key=True) for column in ("client_id", "id")}
    counted = ("key_version", "seal_revision", "version")
    counters = {column: mapped_column(Integer) for column in counted}
    texts = {column: mapped_column(text) for column in FIELDS}
    recorded = {"recorded_at": mapped_column(Instant)}
    columns = {"__tablename__": name, **keys, **ids, **counters, **recorded, **texts}
    return type(name, (Tables,), columns)


SealedEntry = table("sealed_entries", Sealed, Id)
PlainEntry = table("plain_entries", Text, Uuid)


@dataclass(frozen=True)
class Story:
    """What was written, and what opens it."""

    log: Log
    twin: type[Any]  # the table that holds the same otherwise
    client: UUID
    fields: FieldsOfDrawer
    place: Place


def run(folder: Path) -> Iterator[Line]:
    """Yield a line for each twin, with all fields read and with two."""
    story = written(f"sqlite:///{folder / 'p2.db'}", PlainEntry)
    twins = {"plain columns, objects": read_objects, "plain columns, bare rows": _bare_rows}
    for count, goal in GOALS.items():
        read = FIELDS[:count]
        ours = partial(read_ours, story, read)
        for name, twin in twins.items():
            others = partial(twin, story, read)
            assert sorted(ours()) == sorted(others())
            work = f"{ENTRIES:,} entries x {len(FIELDS)} fields, {count} read"
            found = compare(ours, others, calls=3, clock=time.process_time)
            yield Line("P2", work, name, goal if twin is read_objects else "", found)
    story.log.close()


def read_ours(story: Story, read: Sequence[str]) -> list[str]:
    """Load as the vault does, and open these fields."""
    work = story.log.work()
    rows = content_rows(work, SealedEntry, (story.client,), (story.place.drawer,))
    work.finish()
    pieces: list[Piece[Any]] = [
        piece_of(SealedEntry, row, story.place, story.fields) for row in rows
    ]
    return [piece.text(column) for piece in pieces for column in read]


def read_objects(story: Story, read: Sequence[str]) -> list[str]:
    """Load the twin's rows as objects, and read these fields."""
    with story.log.sessions() as session:
        rows = session.scalars(_of_hers(select(story.twin), story)).all()
    return [getattr(row, column) for row in rows for column in read]


def _bare_rows(story: Story, read: Sequence[str]) -> list[str]:
    columns = story.twin.__table__.c
    plain = _shape(tuple(columns.keys()))
    with story.log.sessions() as session:
        rows = [plain(row) for row in session.execute(_of_hers(select(columns), story))]
    return [getattr(row, column) for row in rows for column in read]


@cache
def _shape(columns: tuple[str, ...]) -> Callable[[Any], Any]:
    row: Any = namedtuple("PlainRow", columns)  # type: ignore[misc]  # noqa: PYI024 - as content_rows makes them
    make: Callable[[Any], Any] = row._make
    return make


def _of_hers(found: Select[Any], story: Story) -> Select[Any]:
    inside = story.twin.drawer_id == story.place.drawer
    return found.where(story.twin.client_id == story.client, inside)


def written(url: str, twin: type[Any]) -> Story:
    """Return the same entries in both tables."""
    log = open_log(url, new_id())
    Tables.metadata.create_all(log.engine)
    client, drawer, staff = new_id(), new_id(), new_id()
    fields = FieldsOfDrawer(Cipher(new_key()), 1, log.around.installation, drawer)
    common = {
        "client_id": client,
        "drawer_id": drawer,
        "key_version": 1,
        "seal_revision": 1,
        "version": 1,
        "recorded_by": staff,
        "recorded_at": BEGIN,
    }
    with log.sessions() as session:
        for number in range(ENTRIES):
            row = new_id()
            texts = {column: f"{number} {column} {TEXT}" for column in FIELDS}
            sealer = fields.row(SealedEntry.__tablename__, row, 1)
            sealed = {column: sealer.seal(column, text) for column, text in texts.items()}
            session.add_all(
                (SealedEntry(id=row, **common, **sealed), twin(id=row, **common, **texts))
            )
        session.commit()
    place = Place(drawer, new_id(), "health", Basis(BasisKind.OWN_UNIT, new_id()))
    return Story(log, twin, client, fields, place)
