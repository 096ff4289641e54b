"""Show what a unit told a partner, with what came of it; the unit reads its own evidence."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.database.tables.records import DisclosureContent, DisclosureNote
from caseflow.database.unit_of_work import Work
from caseflow.disclosures.disclosure_rows import named_row
from caseflow.disclosures.hand_out import HandOut
from caseflow.disclosures.told_pieces import Note, notes_in, told_in
from caseflow.disclosures.views import DisclosureView, view_of_disclosure
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


@dataclass(frozen=True, slots=True)
class DisclosureDetail:
    """What was told, and what was noted beside it."""

    disclosure: DisclosureView
    hand_out: HandOut | None  # None when it is damaged
    notes: tuple[Note, ...]


def show_disclosure(
    work: Work, actor: Actor, client: UUID, disclosure: UUID, reason: str = ""
) -> Disclosed[DisclosureDetail] | Refused:
    """Return one disclosure of the acting unit; of another unit's there is none."""
    row = named_row(work, actor, client, disclosure)
    now = work.clock.now()
    asked = {"disclosure": str(disclosure)}
    ask = Ask(Act.DISCLOSURE_READ, client, reason=reason, details=asked)
    answer = disclose(work, actor, ask, (DisclosureContent, DisclosureNote))
    if isinstance(answer, Refused):
        return answer
    if row is None:
        return Refused()
    return Disclosed(
        DisclosureDetail(
            view_of_disclosure(row, now),
            told_in(work, actor, answer.value, disclosure),
            notes_in(work, actor, answer.value, disclosure),
        )
    )
