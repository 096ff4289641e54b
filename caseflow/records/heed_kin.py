"""Look whether a client of whom answers were opened has the surname of who reads them."""

from collections.abc import Iterable
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.records.open_pieces import Pieces
from caseflow.records.story import StoryFact
from caseflow.vault.identity_cards import NAME
from caseflow.vault.kin import raise_kin
from caseflow.vocabulary.actors import Actor


def heed_kin(
    work: Work, actor: Actor, client: UUID, pieces: Pieces, facts: Iterable[StoryFact]
) -> None:
    """Tell the officer, and nobody else; whoever calls ends the unit of work."""
    names = [str(fact.answer.value) for fact in facts if fact.question == NAME and fact.answer]
    raise_kin(work, actor, client, pieces.opened.authors.get(actor.staff, ""), names)
