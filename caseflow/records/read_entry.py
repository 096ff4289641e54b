"""Open one entry, to be shown or changed."""

from uuid import UUID

from caseflow.database.tables.corrections import Correction
from caseflow.database.tables.records import Entry
from caseflow.database.unit_of_work import Work
from caseflow.records.find_client import client_of
from caseflow.records.open_pieces import Pieces, report_damage
from caseflow.records.story import StoryEntry
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


def read_entry(
    work: Work, actor: Actor, entry: UUID, reason: str = "", of: UUID | None = None
) -> Disclosed[StoryEntry] | Refused:
    """Return the entry with its origin; one that is damaged is as one that is not there.

    So is another's, where it is asked for under a client (`of`).
    """
    client = client_of(work, actor.unit, Entry, entry, of)
    ask = Ask(Act.ENTRY_READ, client, reason=reason)
    answer = disclose(work, actor, ask, (Entry, Correction), only=entry)
    if isinstance(answer, Refused):
        return answer
    pieces = Pieces(answer.value)
    found = pieces.entries()
    report_damage(work, actor, pieces)
    return Disclosed(found[0]) if found else Refused()
