"""Look which places she has named as safe to meet at, and which she avoids."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.database.tables.corrections import Correction
from caseflow.database.tables.records import Fact
from caseflow.database.unit_of_work import Work
from caseflow.records.open_pieces import Pieces, report_damage
from caseflow.records.weigh_answers import Weighed, weigh_answers
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused

_SAFE, _AVOIDED = "meeting_place", "unsafe_places"


@dataclass(frozen=True, slots=True)
class ToldPlaces:
    """In her words; empty where nobody was told, or she does not say it here."""

    safe: str = ""
    avoided: str = ""


def told_places(work: Work, actor: Actor, client: UUID) -> Disclosed[ToldPlaces] | Refused:
    """Return them; the look is traced. What she withholds from this unit hides what others know."""
    asked = [work.configuration.catalogue.question(key) for key in (_SAFE, _AVOIDED)]
    categories = frozenset(each.category for each in asked if each is not None)
    ask = Ask(Act.INTAKE_READ, client, categories=categories, details={"places": "yes"})
    answer = disclose(work, actor, ask, (Fact, Correction))
    if isinstance(answer, Refused):
        return answer
    pieces = Pieces(answer.value)
    weighed = weigh_answers(pieces.facts(), actor.unit)
    report_damage(work, actor, pieces)
    safe, avoided = weighed.get(_SAFE), weighed.get(_AVOIDED)
    # Nobody meets her where she says that it is not so; avoided it is until that is settled.
    doubted = safe is not None and safe.counts.origin.disputed
    return Disclosed(ToldPlaces("" if doubted else _words(safe), _words(avoided)))


def _words(weighed: Weighed | None) -> str:
    told = None if weighed is None else weighed.counts.answer
    return "" if told is None else str(told.value)
