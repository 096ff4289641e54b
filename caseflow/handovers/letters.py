"""Name the sealed texts of a handover, for the vault to seal and to open."""

from uuid import UUID

from caseflow.database.tables.handovers import Handover
from caseflow.database.unit_of_work import Work
from caseflow.handovers.handover_rows import Direction, Found
from caseflow.vault.consent_states import IDENTITY
from caseflow.vault.letters import Letter, seal_letter
from caseflow.vocabulary.states import HandoverState

SLIP, ANSWER = "slip", "answer"
_STILL_READ = frozenset({HandoverState.OPEN, HandoverState.ACCEPTED})


def sealed_to_both(
    work: Work, from_unit: UUID, to_unit: UUID, row: UUID, part: str, text: str
) -> tuple[bytes, bytes]:
    """Return a text of a handover, sealed to the giving and to the receiving unit."""
    return (
        seal_letter(work, from_unit, row, part, text),
        seal_letter(work, to_unit, row, part, text),
    )


def slip_letter(found: Found, direction: Direction) -> Letter | None:
    """Return the slip as the acting unit may read it; None where it may not any more."""
    row, table = found.row, Handover.__tablename__
    if direction is Direction.OUT:
        return Letter(table, row.id, SLIP, row.slip_from, row.client_id)
    if row.consent_id is None:
        return Letter(table, row.id, SLIP, row.slip_to, None)
    if found.consent is None or found.state not in _STILL_READ:
        return None
    return Letter(
        table=table,
        row=row.id,
        part=SLIP,
        sealed=row.slip_to,
        client=row.client_id,
        consent=found.consent,
        giver=row.from_unit,
        # Nothing of any other drawer is written on it.
        shown=found.categories & {IDENTITY},
    )


def answer_letter(found: Found, direction: Direction) -> Letter | None:
    """Return why a handover was declined; None where it was not."""
    row, table = found.row, Handover.__tablename__
    sealed = row.answer_from if direction is Direction.OUT else row.answer_to
    return None if sealed is None else Letter(table, row.id, ANSWER, sealed, None)
