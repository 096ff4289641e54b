"""Load who is kept apart from whom, who works with her, and whom walls keep from her.

All of it under whichever of her ids, where several records are one person.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, or_, select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case, Wall
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.database.unit_of_work import Work
from caseflow.vault.hold_writers import hold_person
from caseflow.vault.present_case import is_open, present_case
from caseflow.vault.same_person import person_of

# Built once for speed.
_IDS: BindParameter[Sequence[UUID]] = bindparam("clients", expanding=True)
_OF_HER = select(KeptApart).where(or_(KeptApart.client_id.in_(_IDS), KeptApart.other_id.in_(_IDS)))


@dataclass(frozen=True, slots=True)
class Apart:
    """The pairs that stand of one client, or of all."""

    pairs: tuple[KeptApart, ...]  # whose seals hold
    doubt: bool  # one is broken: it stands, and says nothing that can be relied upon
    ids: tuple[UUID, ...] = ()  # of the client who was asked for

    @property
    def any(self) -> bool:
        """Say whether something stands at all."""
        return self.doubt or bool(self.pairs)

    @property
    def cases(self) -> frozenset[UUID]:
        """Return the cases that are restricted because of it."""
        return frozenset(case for pair in self.pairs for case in pair.cases)

    def other_of(self, pair: KeptApart) -> UUID:
        """Return from whom she is kept apart; which of both was named first means nothing."""
        return pair.other_id if pair.client_id in self.ids else pair.client_id


def apart_of(work: Work, client: UUID) -> Apart:
    """Return the pairs that a client is one of."""
    ids = person_of(work, client).ids
    return _standing(work, work.session.scalars(_OF_HER, {"clients": ids}), ids)


def all_apart(work: Work) -> Apart:
    """Return every pair of the house."""
    return _standing(work, work.session.scalars(select(KeptApart)))


def cases_of_pairs(work: Work, ids: Sequence[UUID]) -> frozenset[UUID]:
    """Return the cases that are restricted because a client, by these ids, is kept apart."""
    return _standing(work, work.session.scalars(_OF_HER, {"clients": ids})).cases


def hold_clients(work: Work, clients: Iterable[UUID]) -> None:
    """Let nobody else bring somebody to one of these clients before this transaction ends.

    A case that is opened at the same instant is no row yet that a recording could change.
    """
    for client in sorted(clients):
        hold_person(work, client)


def present_cases(work: Work, client: UUID) -> list[Case]:
    """Return the present case of a client in each unit, under each id, ascending by id."""
    rows: defaultdict[tuple[UUID, UUID], list[Case]] = defaultdict(list)
    hers = Case.client_id.in_(person_of(work, client).ids)
    for case in work.session.scalars(select(Case).where(hers)):
        rows[case.unit_id, case.client_id].append(case)
    present = (present_case(work, cases) for cases in rows.values())
    return sorted((case for case in present if case is not None), key=lambda case: case.id)


def staff_behind_walls(work: Work, client: UUID) -> set[UUID]:
    """Return whom walls keep from a client; one whose seal is broken still stands."""
    hers = Wall.client_id.in_(person_of(work, client).ids)
    walls = work.session.scalars(select(Wall).where(hers)).all()
    sound = set(map(id, intact(work, walls)))
    return {wall.staff_id for wall in walls if wall.lifted_at is None or id(wall) not in sound}


def assigned_to(cases: Iterable[Case], *, closed: bool = False) -> set[UUID]:
    """Return who is assigned to these cases; to closed ones only where they are asked for."""
    return {staff for case in cases if closed or is_open(case) for staff in case.assigned}


def _standing(work: Work, found: Iterable[KeptApart], ids: tuple[UUID, ...] = ()) -> Apart:
    rows = list(found)
    sound = intact(work, rows)
    pairs = tuple(row for row in sound if row.lifted_at is None)
    return Apart(pairs, len(sound) < len(rows), ids)
