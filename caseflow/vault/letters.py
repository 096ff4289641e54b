"""Seal a text to a unit that is not here, and open what was sealed to one's own.

For slips of handovers and the answers to them: sending is the giving unit's logged telling.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.keys.reasons import open_as_unit, seal_to_unit
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused

PURPOSE = "letter"


@dataclass(frozen=True, slots=True)
class Letter:
    """A sealed text and the row that it is bound to."""

    row: UUID
    part: str  # which text of the row
    sealed: bytes
    client: UUID | None  # whom it names; None when it names nobody


def seal_letter(work: Work, unit: UUID, row: UUID, part: str, text: str) -> bytes:
    """Return a text that only members of a unit can open, bound to one row."""
    return seal_to_unit(work, unit, PURPOSE, (row.bytes, part.encode()), text)


def open_letters(
    work: Work, actor: Actor, act: Act, letters: Sequence[Letter]
) -> Disclosed[dict[tuple[UUID, str], str]] | Refused:
    """Return the texts of letters to the acting unit, by row and part, after the trace."""
    given = permit_member(work, actor, act)
    if isinstance(given, Refused):
        work.finish()
        return given
    named = dict.fromkeys(each.client for each in letters if each.client is not None)
    rows = ",".join(str(row) for row in dict.fromkeys(each.row for each in letters))
    trace(work, given, Deeds(clients=tuple(named), details={"letters": rows} if rows else {}))
    work.finish()
    return Disclosed(
        {
            (each.row, each.part): open_as_unit(
                ring(work), PURPOSE, (each.row.bytes, each.part.encode()), each.sealed
            )
            for each in letters
        }
    )
