"""List the merges that wait for a second person, and those that who looks may undo."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.database.tables.merges import Merge
from caseflow.database.unit_of_work import Work
from caseflow.records.merges.merge_rows import concerns, is_waiting, merge_rows, runs, why_not
from caseflow.vault.codes import code_of
from caseflow.vault.gather import Gathered
from caseflow.vault.permit import Ask, Deeds, permit_member, trace
from caseflow.vault.would_permit import would_permit
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


@dataclass(frozen=True, slots=True)
class RecordView:
    """One of the two, by her id and, where the acting unit has it, her code."""

    client: UUID
    code: str


@dataclass(frozen=True, slots=True)
class MergeView:
    """A merge that waits or runs, as who looks may see it."""

    id: UUID
    records: tuple[RecordView, ...]
    unit: UUID | None  # where it was proposed; None: elsewhere, which is not said
    proposed_by: UUID | None
    proposed_at: datetime
    agreed_at: datetime | None
    answerable: bool  # who looks may be the second person
    undoable: bool


def list_merges(work: Work, actor: Actor) -> Disclosed[tuple[MergeView, ...]] | Refused:
    """Return those of which both are open to who looks, the oldest first; all to an officer."""
    given = permit_member(work, actor, Act.MERGE_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    seen = [(row, _known(work, actor, row)) for row in merge_rows(work)]
    found = [(row, known) for row, known in seen if known]
    shown = dict.fromkeys(each.person.ids[0] for _, known in found for each in known)
    trace(work, given, Deeds(clients=tuple(shown), details={"merges": str(len(found))}))
    work.finish()
    return Disclosed(tuple(_view(work, actor, row, known) for row, known in found))


def _known(work: Work, actor: Actor, row: Merge) -> list[Gathered]:
    """Return what is known of both; nothing where one is not open for what is to be done."""
    act = Act.MERGE_ANSWER if is_waiting(row) else Act.MERGE_UNDO
    if not concerns(actor, act, row):
        return []
    asks = (Ask(act, client) for client in (row.first_client, row.second_client))
    found = [would_permit(work, actor, ask) for ask in asks]
    known = [each for each in found if each is not None]
    return known if len(known) == len(found) else []


def _view(work: Work, actor: Actor, row: Merge, known: Iterable[Gathered]) -> MergeView:
    told = actor.role is Role.OFFICER or row.unit_id == actor.unit
    return MergeView(
        id=row.id,
        records=tuple(RecordView(each.person.ids[0], _code(work, each)) for each in known),
        unit=row.unit_id if told else None,
        proposed_by=row.proposed_by if told else None,
        proposed_at=row.proposed_at,
        agreed_at=row.agreed_at,
        answerable=why_not(actor, row) is None,
        undoable=runs(row),
    )


def _code(work: Work, known: Gathered) -> str:
    """Return her code as the acting unit has it; an officer has none."""
    row = known.case_under(known.person.ids[0]) or known.desk
    return "" if row is None else code_of(work, row)
