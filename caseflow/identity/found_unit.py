"""Found a unit, in the session of a lead who becomes its first member."""

import re
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import digest_of, record
from caseflow.database.tables.units import UnitRow
from caseflow.database.unit_of_work import Work
from caseflow.identity.add_member import NewMember, add_member
from caseflow.identity.may import may
from caseflow.identity.own_membership import refuse, too_late, use_own
from caseflow.keys.events import KeyEvent
from caseflow.keys.unit_keys import found_unit_keys
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.units import Unit, UnitKind

_SLUG = re.compile(r"[a-z][a-z0-9-]{1,39}")
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class NewUnit:
    """How a unit is to be called, and what it is for."""

    slug: str  # its name in addresses: small letters, digits, hyphens
    name: str
    kind: UnitKind


def found_unit(work: Work, actor: Actor, new: NewUnit) -> Done[Unit] | Invalid | Refused:
    """Found a unit whose first lead is the actor; oversight is founded at the birth alone."""
    if not may(actor, Permission.ADMIT_STAFF) or actor.role is not Role.LEAD:
        return refuse(work, actor, Act.UNIT_ADD, Reason.NOT_YOUR_ROLE)
    problems = check_unit(work, new)
    if new.kind is UnitKind.OVERSIGHT:
        problems.append(Problem("kind", "only_one"))
    if problems:
        return Invalid(tuple(problems))
    used = use_own(work, actor)
    if used is None:
        return too_late(work, actor, Act.UNIT_ADD)
    act = new_id()
    row, born = add_unit(work, new, act)
    lead = NewMember(actor.staff, row.id, Role.LEAD, actor.staff)
    membership, granted = add_member(work, lead, act)
    trace = Trace(
        act=Act.UNIT_ADD,
        **by(actor),
        bases=used,
        rows=(digest_of(row), digest_of(membership)),
        keys=tuple(event.listed() for event in (*born, granted)),
        details={"founded": str(row.id)},
    )
    record(work, trace, act)
    return Done(Unit(row.id, row.slug, row.name, new.kind))


def check_unit(work: Work, new: NewUnit) -> list[Problem]:
    """Return everything that is wrong with a new unit."""
    spelled = _SLUG.fullmatch(new.slug) is not None
    taken = select(UnitRow.id).where(UnitRow.slug == new.slug)
    named = new.name.strip() and new.name.isprintable()
    checks = (
        (not spelled, Problem("slug", "no_slug")),
        (spelled and work.session.scalar(taken) is not None, Problem("slug", "taken")),
        (not named, Problem("name", "missing")),
        (len(new.name) > _LONGEST_NAME, Problem("name", "too_long", {"most": str(_LONGEST_NAME)})),
        (new.kind not in work.configuration.units, Problem("kind", "not_offered")),
    )
    return [problem for wrong, problem in checks if wrong]


def add_unit(work: Work, new: NewUnit, act: UUID) -> tuple[UnitRow, list[KeyEvent]]:
    """Add a unit that has been checked, with its keys; the caller traces both in the entry."""
    row = UnitRow(
        slug=new.slug, name=new.name.strip(), kind=new.kind.value, founded_at=work.clock.now()
    )
    work.session.add(row)
    work.session.flush()  # before the keys that point to it
    return row, found_unit_keys(work, row.id, act)
