"""Load lawful exceptions with the agreements to them, each with its seal checked."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import BindParameter, Select, and_, bindparam, select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.exceptions import ExceptionAgreement, LawfulException
from caseflow.database.unit_of_work import Work
from caseflow.policy.exceptions import leads
from caseflow.policy.facts import ExceptionFact
from caseflow.vault.facts_of_rows import category_rules, exception_fact
from caseflow.vault.honoured import honoured_exceptions
from caseflow.vault.same_person import Person, person_of

# Built once: every page runs the first of them.
_EACH = (
    select(LawfulException, ExceptionAgreement)
    .outerjoin(
        ExceptionAgreement,
        and_(
            ExceptionAgreement.client_id == LawfulException.client_id,
            ExceptionAgreement.exception_id == LawfulException.id,
        ),
    )
    .order_by(LawfulException.declared_at, LawfulException.id, ExceptionAgreement.agreed_at)
)
_IDS: BindParameter[Sequence[UUID]] = bindparam("clients", expanding=True)
_OF_UNIT = _EACH.where(
    LawfulException.client_id.in_(_IDS), LawfulException.unit_id == bindparam("unit")
)
_ONE = _EACH.where(LawfulException.id == bindparam("exception"))
_RUNNING = _EACH.where(LawfulException.ended_at.is_(None), LawfulException.until > bindparam("now"))
_RUNNING_OF_CLIENT = _RUNNING.where(LawfulException.client_id.in_(_IDS))


@dataclass(frozen=True, slots=True)
class Exceptional:
    """A lawful exception as its rows say it."""

    row: LawfulException
    agreements: tuple[ExceptionAgreement, ...]
    unheard: frozenset[UUID] = frozenset()  # records of the person that it opens nothing of

    @property
    def fact(self) -> ExceptionFact:
        """Return what a decision rests on."""
        return exception_fact(self.row, self.agreements, self.unheard)

    @property
    def handed_out(self) -> ExceptionFact:
        """Return it with those agreements alone whose keys the owning unit has handed out."""
        done = (each for each in self.agreements if each.done_at is not None)
        return exception_fact(self.row, done, self.unheard)


def exceptions_of_unit(work: Work, person: Person, unit: UUID) -> list[Exceptional]:
    """Return what a unit has declared about a person, running or not, the oldest first."""
    found = _whole(work, _OF_UNIT, {"clients": person.ids, "unit": unit})
    return [_heard(each, person) for each in found]


def exception_of(work: Work, exception: UUID) -> Exceptional | None:
    """Return a lawful exception; None for an id that was never issued or a row that is forged."""
    return next(iter(_whole(work, _ONE, {"exception": exception})), None)


def running_exceptions(work: Work) -> list[Exceptional]:
    """Return whatever runs now, of whichever clients."""
    return _whole(work, _RUNNING, {"now": work.clock.now()})


def running_exceptions_of(work: Work, client: UUID) -> list[Exceptional]:
    """Return whatever runs now about one person, whichever unit has declared it."""
    person = person_of(work, client)
    asked = {"clients": person.ids, "now": work.clock.now()}
    return [_heard(each, person) for each in _whole(work, _RUNNING_OF_CLIENT, asked)]


def readers_by_exception(work: Work, client: UUID, unit: UUID, category: str) -> dict[UUID, UUID]:
    """Return the units that read a drawer by an exception, with the newest by which they do.

    The client is the id under which the drawer is kept.
    Those alone to which the owning unit has handed the key: nobody else does it in its place.
    """
    now, rules = work.clock.now(), category_rules(work.configuration)
    running = running_exceptions_of(work, client)
    leading = [
        each.row
        for each in running
        if client not in each.unheard and leads(each.handed_out, unit, category, now, rules)
    ]
    return {each.unit_id: each.id for each in honoured_exceptions(work, client, leading)}


def _heard(found: Exceptional, person: Person) -> Exceptional:
    row = found.row
    return replace(found, unheard=person.unheard(row.client_id, row.declared_at))


def _whole(
    work: Work,
    statement: Select[LawfulException, ExceptionAgreement],
    values: Mapping[str, object],
) -> list[Exceptional]:
    """Return those whose seals hold; an agreement whose seal is broken is none."""
    rows: dict[int, LawfulException] = {}
    agreed: defaultdict[int, list[ExceptionAgreement]] = defaultdict(list)
    for row, agreement in work.session.execute(statement, values):
        rows[id(row)] = row
        if agreement is not None:
            agreed[id(row)].append(agreement)
    sound = intact(work, rows.values())
    return [Exceptional(row, tuple(intact(work, agreed[id(row)]))) for row in sound]
