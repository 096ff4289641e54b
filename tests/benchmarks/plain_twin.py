"""The plaintext twin: the same rows through the same ORM onto the same page, and no more.

No encryption, no consent, no trace: a log-in by session, a case that must be open, the rows of
the client, the page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from flask import Flask, Response
from sqlalchemy import Engine, ForeignKey, Uuid, create_engine, event, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker

from caseflow.database.column_types import Instant
from caseflow.http.doorkeeper import policy
from caseflow.http.language import language
from caseflow.records import Overview, Story
from caseflow.records.story import Origin, StoryEntry
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import EntryKind
from caseflow.web.clients.client_frame import TABS, Frame
from caseflow.web.clients.show_story import story_page
from caseflow.web.clients.story_filter import read_filter
from caseflow.web.clients.words import Words
from tests.factories.house import configuration


class TwinBase(DeclarativeBase):
    """The tables of the twin."""


class TwinUnit(TwinBase):
    __tablename__ = "units"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    name: Mapped[str]


class TwinStaff(TwinBase):
    __tablename__ = "staff"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    name: Mapped[str]


class TwinSession(TwinBase):
    __tablename__ = "sessions"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))


class TwinCase(TwinBase):
    __tablename__ = "cases"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    client_id: Mapped[UUID] = mapped_column(Uuid, index=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    code: Mapped[str]


class TwinEntry(TwinBase):
    __tablename__ = "entries"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    client_id: Mapped[UUID] = mapped_column(Uuid, index=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    category: Mapped[str]
    kind: Mapped[str]
    occurred_on: Mapped[date]
    title: Mapped[str]
    text: Mapped[str]
    version: Mapped[int]
    recorded_by: Mapped[UUID] = mapped_column(Uuid)
    recorded_at: Mapped[datetime] = mapped_column(Instant)


@dataclass(frozen=True)
class Twin:
    """The twin's database, and the addresses of what stands in it."""

    engine: Engine
    sessions: sessionmaker[Session]
    session: UUID


def open_twin(url: str) -> Engine:
    """Return the twin's database, as durable and as concurrent as ours."""
    engine = create_engine(url)

    def set_pragmas(connection: Any, _record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's signature
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    event.listen(engine, "connect", set_pragmas)
    TwinBase.metadata.create_all(engine)
    return engine


def add_twin_page(app: Flask, twin: Twin, who: Callable[[], object]) -> None:
    """Serve the twin's story page beside the real one; `who` fills in the frame's log-in."""

    @policy(Permission.PUBLIC)
    def twin_story(client: UUID) -> Response:
        who()
        with twin.sessions() as session:
            return _page(session, twin, client)

    app.add_url_rule("/twin/<uuid:client>", "twin", twin_story)


def _page(session: Session, twin: Twin, client: UUID) -> Response:
    login = session.get_one(TwinSession, twin.session)
    units = {unit.id: unit.name for unit in session.scalars(select(TwinUnit))}
    case = session.scalars(
        select(TwinCase).where(TwinCase.client_id == client, TwinCase.unit_id == login.unit_id)
    ).one()
    rows = session.scalars(select(TwinEntry).where(TwinEntry.client_id == client)).all()
    authors = {each.id: each.name for each in session.scalars(select(TwinStaff))}
    bases = {unit: Basis(BasisKind.CONSENT, case.id) for unit in units}
    bases[login.unit_id] = Basis(BasisKind.OWN_UNIT, case.id)
    entries = sorted(
        (_entry(row, bases[row.unit_id], authors) for row in rows),
        key=lambda each: (each.occurred_on, each.origin.recorded_at),
    )
    overview = Overview(client, case.code, case.id, tuple(units), ())
    story = Story((), tuple(entries), (), (), (), (), overview)
    words = Words(language(), configuration(), units)
    return story_page(Frame(overview, words, TABS), story, read_filter({}))


def _entry(row: TwinEntry, basis: Basis, authors: dict[UUID, str]) -> StoryEntry:
    origin = Origin(
        id=row.id,
        unit=row.unit_id,
        category=row.category,
        basis=basis,
        urgent=False,
        version=row.version,
        author=authors.get(row.recorded_by, ""),
        recorded_at=row.recorded_at,
    )
    return StoryEntry(origin, EntryKind(row.kind), row.occurred_on, row.title, row.text)
