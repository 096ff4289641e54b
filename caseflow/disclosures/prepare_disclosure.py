"""Show what a running consent lets a unit tell its partner, to choose from piece by piece."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.database.tables.corrections import Correction
from caseflow.database.tables.records import Entry, Fact
from caseflow.database.unit_of_work import Work
from caseflow.disclosures.hand_out import offered
from caseflow.records.open_pieces import Pieces, report_damage
from caseflow.records.story import StoryEntry, StoryFact
from caseflow.records.third_parties import may_speak_of_others
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.matrices import Action


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be told, each part by day, and which answers may speak of others."""

    entries: tuple[StoryEntry, ...]
    facts: tuple[StoryFact, ...]
    of_others: frozenset[str]  # questions


def prepare_disclosure(
    work: Work, actor: Actor, client: UUID, consent: UUID, purpose: str
) -> Disclosed[Offered] | Refused:
    """Return the unit's own pieces that the consent covers for a purpose; of another one, none."""
    ask = Ask(
        Act.DISCLOSURE_PREPARE,
        client,
        purpose=purpose,
        action=Action.DISCLOSE,
        consent=consent,
        details={"consent": str(consent)},
    )
    answer = disclose(work, actor, ask, (Entry, Fact, Correction))
    if isinstance(answer, Refused):
        return answer
    pieces = Pieces(answer.value)
    entries, facts = offered(pieces)
    report_damage(work, actor, pieces)
    of_others = {each.question for each in facts if may_speak_of_others(each, work.configuration)}
    return Disclosed(Offered(entries, facts, frozenset(of_others)))
