"""Say which ids are one person: clients who were merged, and not parted again.

One statement, the same for any id, known or not, merged or not: the time tells nothing. A row
whose seal is broken unites nobody, and opens nothing that she agreed to under any of the ids.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, case, cast, or_, select

from caseflow.database.column_types import Id
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case
from caseflow.database.tables.merges import Merge
from caseflow.database.unit_of_work import Work
from caseflow.policy.merging import NOBODY, MergeFact, one_person, unheard

# Built once: every page runs it. All rows that lead on from her, agreed to or not, are looked at:
# one that was changed into a merge that is undone is found out by its seal.
_CLIENT: BindParameter[UUID] = bindparam("client", type_=Id)
_HER = select(cast(_CLIENT, Id).label("id")).cte("same", recursive=True)
_OTHER = case((Merge.first_client == _HER.c.id, Merge.second_client), else_=Merge.first_client)
_MET = or_(Merge.first_client == _HER.c.id, Merge.second_client == _HER.c.id)
_SAME = _HER.union(select(_OTHER).join(_HER, _MET))
_ROWS = select(Merge).join(_SAME, Merge.first_client == _SAME.c.id)
_EVERY = select(Merge).where(Merge.agreed_at.is_not(None))
_KNOWN_BY = (
    select(Case.client_id)
    .where(
        Case.client_id.in_(bindparam("clients", expanding=True)),
        Case.unit_id == bindparam("unit"),
    )
    .order_by(Case.closed_at.is_not(None), Case.opened_at, Case.id)
)


@dataclass(frozen=True, slots=True)
class Person:
    """Everybody who a client is."""

    ids: tuple[UUID, ...]  # the one that was asked for is the first
    merges: tuple[MergeFact, ...] = ()  # that make one of them
    by: frozenset[UUID] = frozenset()  # merges that were agreed to, undone or not, as rows say it
    ever: frozenset[UUID] = frozenset()  # ids that were merged with hers at some time, hers too
    doubtful: bool = False  # a row that says who she is, is not as it was sealed

    def unheard(self, client: UUID, since: datetime) -> frozenset[UUID]:
        """Return which of her records something does not speak for that was said of one of them."""
        if self.doubtful:
            return frozenset({NOBODY})
        return unheard(client, since, self.merges) if self.merges else frozenset()


def person_of(work: Work, client: UUID) -> Person:
    """Return who a client is, by whichever of her ids; of an unknown id nobody else."""
    rows = work.session.scalars(_ROWS, {"client": client}).all()
    return _person(client, rows, intact(work, rows)) if rows else nobody_else(client)


class People:
    """Who is who of all clients, for lists: merges are few."""

    def __init__(self, rows: Iterable[Merge], sound: Iterable[Merge]) -> None:
        self._rows = list(rows)
        self._sound = list(sound)
        self._merged = frozenset(
            each for row in self._rows for each in (row.first_client, row.second_client)
        )

    @property
    def merged(self) -> frozenset[UUID]:
        """Return all ids that are another's too, or that may be."""
        return self._merged

    def who(self, client: UUID) -> Person:
        """Return who a client is."""
        if client not in self._merged:
            return nobody_else(client)
        return _person(client, self._rows, self._sound)


def everybody(work: Work) -> People:
    """Return who is who, in one statement whoever is asked for."""
    rows = work.session.scalars(_EVERY).all()
    return People(rows, intact(work, rows))


def known_as(work: Work, unit: UUID, client: UUID) -> UUID:
    """Return by which of her ids a unit has a case of a client, the open and oldest one first.

    Where it has none, the id that was asked for: what is asked for by the id of a row may be kept
    under an id that the unit has never heard of.
    """
    asked = {"clients": person_of(work, client).ids, "unit": unit}
    known = work.session.scalars(_KNOWN_BY, asked).all()
    return client if client in known or not known else known[0]


def whose(work: Work, row: UUID, client: UUID | None, of: UUID | None) -> UUID:
    """Return the client of a row; the row's own id, which is nobody, where it is not there.

    Nor is it where it is asked for under somebody else (`of`), at the same cost; by whichever of
    her ids she is named it is hers.
    """
    her = row if client is None else client
    return her if of is None or of in person_of(work, her).ids else row


def _person(client: UUID, rows: Iterable[Merge], sound: Iterable[Merge]) -> Person:
    agreed = [row for row in sound if row.agreed_at is not None]
    running = [row for row in agreed if row.undone_at is None]
    ids = one_person(client, map(_fact, running))
    ever = one_person(client, map(_fact, agreed))
    hers = [row for row in running if row.first_client in ids]
    whole = {id(row) for row in sound}
    broken = {
        each
        for row in rows
        if id(row) not in whole
        for each in (row.first_client, row.second_client)
    }
    return Person(
        ids=(client, *sorted(ids - {client})),
        merges=tuple(sorted(map(_fact, hers), key=attrgetter("at", "first", "second"))),
        by=frozenset(row.id for row in agreed if row.first_client in ever),
        ever=ever,
        doubtful=not broken.isdisjoint(ever),
    )


def nobody_else(client: UUID) -> Person:
    """Return somebody who is no other client too."""
    return Person(ids=(client,), ever=frozenset({client}))


def _fact(row: Merge) -> MergeFact:
    at = row.agreed_at
    assert at is not None  # noqa: S101 - asked for such rows alone
    return MergeFact(row.first_client, row.second_client, at)
