"""The work list's twin: the same rows in plain text through the same ORM onto the same page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from flask import Flask, Response
from sqlalchemy import Index, Uuid, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column, sessionmaker

from caseflow.database.column_types import Instant
from caseflow.http.doorkeeper import policy
from caseflow.http.language import language
from caseflow.records.work_list import SOON, VERY_SOON, Ending, WorkList
from caseflow.vault.search import SHOWN_AT_MOST, Found
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.words import Words
from caseflow.web.forms import Form
from caseflow.web.shell import page
from caseflow.web.shown_hours import shown_hours
from tests.benchmarks.plain_twin import TwinBase, TwinSession, TwinUnit
from tests.factories.house import configuration


class ListCase(TwinBase):
    __tablename__ = "list_cases"
    __table_args__ = (Index("ix_list_cases_in_order", "unit_id", "folded", "place"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    client_id: Mapped[UUID] = mapped_column(Uuid, index=True)
    unit_id: Mapped[UUID] = mapped_column(Uuid)
    code: Mapped[str]
    name: Mapped[str]
    folded: Mapped[str]  # as names are sorted
    place: Mapped[int]  # among those of one name
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    assigned_to: Mapped[UUID | None] = mapped_column(Uuid)


class ListConsent(TwinBase):
    __tablename__ = "list_consents"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    client_id: Mapped[UUID] = mapped_column(Uuid, index=True)
    unit_id: Mapped[UUID] = mapped_column(Uuid)
    valid_until: Mapped[datetime] = mapped_column(Instant, index=True)


class ListWaiting(TwinBase):
    """What waits for a unit or for somebody in it: a handover, a word of hers, an hour."""

    __tablename__ = "list_waiting"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(Uuid, index=True)
    kind: Mapped[str]


@dataclass(frozen=True)
class ListTwin:
    """The twin's database, who looks, and when."""

    sessions: sessionmaker[Session]
    session: UUID
    now: datetime


def add_list(app: Flask, twin: ListTwin, who: Callable[[], object]) -> None:
    """Serve the twin's work list beside the real one; `who` fills in the frame's log-in."""

    @policy(Permission.PUBLIC)
    def twin_list() -> Response:
        who()
        with twin.sessions() as session:
            return _page(session, twin)

    app.add_url_rule("/twin", "twin", twin_list)


def _page(session: Session, twin: ListTwin) -> Response:
    login = session.get_one(TwinSession, twin.session)
    units = {unit.id: unit.name for unit in session.scalars(select(TwinUnit))}
    waits = [_waiting(session, login.unit_id, kind) for kind in ("handover", "word", "hour")]
    here = select(ListCase).where(ListCase.unit_id == login.unit_id, ListCase.closed_at.is_(None))
    first = session.scalars(here.order_by(ListCase.folded, ListCase.place).limit(SHOWN_AT_MOST + 1))
    people = [_found(each, login.staff_id) for each in first]
    due = session.execute(
        select(ListConsent, ListCase)
        .join(ListCase, ListCase.client_id == ListConsent.client_id)
        .where(
            ListConsent.unit_id == login.unit_id,
            ListConsent.valid_until > twin.now,
            ListConsent.valid_until <= twin.now + timedelta(days=SOON),
        )
        .order_by(ListConsent.valid_until, ListConsent.id)
        .limit(SHOWN_AT_MOST)
    ).all()
    ending = tuple(_ending(consent, twin.now) for consent, _ in due)
    known = {each.client: each for each in people}
    known |= {case.client_id: _found(case, login.staff_id) for _, case in due}
    found = WorkList(tuple(people[:SHOWN_AT_MOST]), len(people) > SHOWN_AT_MOST, ending, (), known)
    return page(
        "work_list.html",
        work=found,
        mine=False,
        within=SOON,
        periods=(SOON, VERY_SOON),
        asked={"mine": None, "within": None},
        hours=(),
        shown_hours=shown_hours,
        waiting=waits[0],
        deserted=0,
        words=Words(language(), configuration(), units),
        form=Form(),
        start=0,
    )


def _waiting(session: Session, unit: UUID, kind: str) -> int:
    query = select(func.count()).where(ListWaiting.unit_id == unit, ListWaiting.kind == kind)
    return session.scalars(query).one()


def _found(case: ListCase, staff: UUID) -> Found:
    assigned = case.assigned_to == staff
    return Found(case.client_id, case.id, case.code, case.name, open=True, assigned=assigned)


def _ending(consent: ListConsent, now: datetime) -> Ending:
    last = local_day(consent.valid_until - timedelta(microseconds=1), configuration().zone)
    soon = consent.valid_until <= now + timedelta(days=VERY_SOON)
    return Ending(consent.client_id, consent.id, last, soon)
