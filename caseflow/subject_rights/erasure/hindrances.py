"""Say what stands against an erasure; the officers hear what it is, a lead that there is something.

A hold, an emergency and another lawful ground are no unit's business but their own.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case
from caseflow.database.tables.exceptions import EmergencyAccess, LawfulException
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.retention.find_due import find_kept
from caseflow.vault.ending import runs
from caseflow.vault.erasing.holds import load_holds
from caseflow.vault.erasing.in_full import in_full
from caseflow.vault.erasing.scope import Scope
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.retention import ErasureGround, HoldKind, RecordKind

D = TypeVar("D", EmergencyAccess, LawfulException)
_FILES = frozenset({RecordKind.FILE, RecordKind.ENQUIRY})


def hindrances(
    work: Work, actor: Actor, scope: Scope, ground: ErasureGround
) -> tuple[Problem, ...]:
    """Return it as who asks may hear it; nothing where the erasure can be done now."""
    scope = in_full(work, scope)
    codes = sorted({*_held(work, scope, ground), *_unreviewed(work, scope)})
    if ground is ErasureGround.PERIOD_OVER and not _period_over(work, scope):
        codes.append("period_not_over")
    if codes and actor.role is not Role.OFFICER:
        codes = ["officer_knows_why"]
    return tuple(Problem("ground", code) for code in codes)


def _held(work: Work, scope: Scope, ground: ErasureGround) -> Iterator[str]:
    """Yield that it is held; her wish to keep ends with her wish to erase, or with its period."""
    ended = None if ground is ErasureGround.UNLAWFUL else HoldKind.WISH
    if load_holds(work).against(scope.ids, _units(work, scope), but=ended):
        yield "held_back"


def _units(work: Work, scope: Scope) -> Collection[UUID]:
    if scope.unit is not None:
        return {scope.unit}
    return set(work.session.scalars(select(Case.unit_id).where(Case.client_id.in_(scope.ids))))


def _unreviewed(work: Work, scope: Scope) -> Iterator[str]:
    """Yield what must come to its end before: what was said for it would be gone."""
    emergencies = select(EmergencyAccess).where(EmergencyAccess.client_id.in_(scope.ids))
    exceptions = select(LawfulException).where(LawfulException.client_id.in_(scope.ids))
    # Of whichever unit when it is loaded: of one that is not as it was sealed nobody can say
    # whether it was reviewed, or runs, or whose it is.
    declared = work.session.scalars(emergencies).all()
    sound = intact(work, declared)
    if len(sound) < len(declared) or any(_is_open(work, each) for each in _of(scope, sound)):
        yield "emergency_not_reviewed"
    found = work.session.scalars(exceptions).all()
    whole = intact(work, found)
    if len(whole) < len(found) or any(_exception_runs(work, each) for each in _of(scope, whole)):
        yield "exception_runs"


def _of(scope: Scope, declared: Iterable[D]) -> Iterator[D]:
    """Yield those of the units whose files are to be erased."""
    return (each for each in declared if scope.unit in {None, each.unit_id})


def _is_open(work: Work, emergency: EmergencyAccess) -> bool:
    return emergency.finding is None or emergency.reviewed_at is None or runs(work, emergency)


def _exception_runs(work: Work, exception: LawfulException) -> bool:
    return exception.ended_at is None and work.clock.now() < exception.until


def _period_over(work: Work, scope: Scope) -> bool:
    """Say whether the rule lets go every file that is to be erased; a slip to a unit is no file."""
    now = work.clock.now()
    files = [due for due in find_kept(work, scope.ids) if due.kind in _FILES]
    over = {due.unit for due in files if due.over <= now}
    if scope.unit is not None:
        return scope.unit in over
    return bool(over) and set(_units(work, scope)) <= over
