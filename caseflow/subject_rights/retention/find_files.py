"""Find the files of the units whose clients have no open case there any more."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case
from caseflow.database.tables.exceptions import LawfulException
from caseflow.database.tables.units import UnitRow
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.retention.due import Due
from caseflow.subject_rights.retention.periods import over_at
from caseflow.vault.erasing.holds import Holds
from caseflow.vault.same_person import People
from caseflow.vocabulary.retention import HoldKind, RecordKind
from caseflow.vocabulary.states import ExceptionKind
from caseflow.vocabulary.units import UnitKind

CASE_RECORD, DISCRIMINATION = "case_record", "discrimination_case"
CHILD_PROTECTION, INJURY = "child_protection", "injury_evidence"


@dataclass(frozen=True, slots=True)
class Looked:
    """What stands beside the files, loaded once: who is who, what is held, which unit is which."""

    people: People
    holds: Holds
    kinds: dict[UUID, str]  # of the units
    protected: frozenset[tuple[UUID, UUID]] = field(default=frozenset())  # unit and child's id

    def since(
        self, reference: datetime, ids: Collection[UUID], units: Collection[UUID]
    ) -> datetime:
        """Return from when on a period runs: her wish to keep begins it anew."""
        wished = self.holds.wished_at(ids, units)
        return reference if wished is None else max(reference, wished)

    def held(self, ids: Collection[UUID], units: Collection[UUID]) -> bool:
        """Say whether something comes before the rule; her wish has moved its period already."""
        return self.holds.against(ids, units, but=HoldKind.WISH)


def look_around(work: Work, people: People, holds: Holds) -> Looked:
    """Load it."""
    units = intact(work, work.session.scalars(select(UnitRow)))
    children = select(LawfulException).where(LawfulException.kind == ExceptionKind.CHILD_PROTECTION)
    found = intact(work, work.session.scalars(children))
    return Looked(
        people,
        holds,
        {unit.id: unit.kind for unit in units},
        frozenset((each.unit_id, each.client_id) for each in found),
    )


def find_files(work: Work, looked: Looked, only: Collection[UUID] = ()) -> Iterator[Due]:
    """Yield each file whose cases are all closed; of these clients only, where some are named.

    A case whose seal is broken leaves in doubt whether it is closed: its file stays.
    """
    found = select(Case) if not only else select(Case).where(Case.client_id.in_(only))
    files: defaultdict[tuple[UUID, tuple[UUID, ...]], list[Case]] = defaultdict(list)
    rows = work.session.scalars(found).all()
    for case in rows:
        ids = tuple(sorted(looked.people.who(case.client_id).ids))
        files[case.unit_id, ids].append(case)
    sound = set(map(id, intact(work, rows)))
    for (unit, ids), cases in files.items():
        if all(each.closed_at is not None and id(each) in sound for each in cases):
            yield from _file(work, looked, unit, ids, cases)


def _file(
    work: Work, looked: Looked, unit: UUID, ids: Sequence[UUID], cases: Sequence[Case]
) -> Iterator[Due]:
    closed = max(each.closed_at for each in cases if each.closed_at is not None)
    rule = _rule(work, looked, unit, ids)
    if rule is None:
        return
    since = looked.since(closed, ids, {unit})
    yield Due(
        kind=RecordKind.FILE,
        rule=rule,
        unit=unit,
        client=ids[0],
        row=None,
        reference=since,
        over=over_at(since, work.configuration.retention[rule].months, work.configuration.zone),
        held=looked.held(ids, {unit}),
    )


def _rule(work: Work, looked: Looked, unit: UUID, ids: Sequence[UUID]) -> str | None:
    """Return the rule of a file: of several that fit the one that keeps it longest."""
    usual = looked.kinds.get(unit) == UnitKind.ANTI_DISCRIMINATION
    fitting = [DISCRIMINATION if usual else CASE_RECORD]
    if any((unit, each) in looked.protected for each in ids):
        fitting.append(CHILD_PROTECTION)
    if looked.holds.wished_at(ids, {unit}) is not None:
        fitting.append(INJURY)
    rules = work.configuration.retention
    if fitting[0] not in rules:
        return None  # the provider has decided nothing about it
    return max((each for each in fitting if each in rules), key=lambda each: rules[each].months)
