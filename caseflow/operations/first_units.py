"""Found the first units of a provider, oversight among them, and admit the founder to each."""

from collections.abc import Sequence
from uuid import UUID

from caseflow.audit.entries import Trace
from caseflow.audit.record import digest_of, record
from caseflow.database.unit_of_work import Work
from caseflow.identity.add_member import NewMember, add_member
from caseflow.identity.found_unit import NewUnit, add_unit, check_unit
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.units import Unit, UnitKind


def check_first_units(work: Work, units: Sequence[NewUnit]) -> list[Problem]:
    """Return everything that is wrong with the first units."""
    problems = [problem for unit in units for problem in check_unit(work, unit)]
    slugs = [unit.slug for unit in (*units, _oversight(work))]
    if len(set(slugs)) < len(slugs):
        problems.append(Problem("units", "taken"))
    if not units:
        problems.append(Problem("units", "missing"))
    if any(unit.kind is UnitKind.OVERSIGHT for unit in units):
        problems.append(Problem("units", "only_one"))
    return problems


def add_first_units(work: Work, units: Sequence[NewUnit], founder: UUID) -> tuple[Unit, ...]:
    """Found the units, and oversight after them; the founder leads each until she leaves."""
    return tuple(_found(work, unit, founder) for unit in (*units, _oversight(work)))


def _oversight(work: Work) -> NewUnit:
    configuration = work.configuration
    default = configuration.units[UnitKind.OVERSIGHT]
    return NewUnit(default.slug, default.labels[configuration.languages[0]], UnitKind.OVERSIGHT)


def _found(work: Work, new: NewUnit, founder: UUID) -> Unit:
    act = new_id()
    row, born = add_unit(work, new, act)
    # Without a first officer nobody could admit the officers.
    role = Role.OFFICER if new.kind is UnitKind.OVERSIGHT else Role.LEAD
    membership, granted = add_member(work, NewMember(founder, row.id, role), act)
    trace = Trace(
        act=Act.UNIT_ADD,
        staff=founder,
        rows=(digest_of(row), digest_of(membership)),
        keys=tuple(event.listed() for event in (*born, granted)),
        details={"founded": str(row.id)},
    )
    record(work, trace, act)
    return Unit(row.id, row.slug, row.name, new.kind)
