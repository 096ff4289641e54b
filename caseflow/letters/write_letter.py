"""Write a letter to a client, by a way that her rules leave open."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.letters.check_letter import LetterDraft, check_letter
from caseflow.letters.compose import Filled
from caseflow.letters.keep_letter import KeptLetter, keep_letter, surroundings
from caseflow.vault.attempt import attempt
from caseflow.vault.let_pass import let_pass
from caseflow.vault.permit import Ask, Permit, permit, trace
from caseflow.vault.safe_ways import look_at_ways
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.letters import Addressee


def write_letter(
    work: Work, actor: Actor, client: UUID, draft: LetterDraft
) -> Done[KeptLetter] | Invalid | Refused:
    """Write it; every problem is named at once. The look at her rules is traced before it."""
    ask = Ask(Act.DOCUMENT_WRITE, client)
    knocked = permit(work, actor, ask)
    if isinstance(knocked, Refused):
        return knocked
    let_pass(work, knocked, again=False)
    ways = look_at_ways(work, actor, client)

    def act(given: Permit) -> Done[KeptLetter] | Invalid:
        found = check_letter(draft, surroundings(work, given, Addressee.CLIENT, ways))
        if not isinstance(found, Filled):
            return Invalid(tuple(found))
        saved, deeds = keep_letter(work, given, draft, found, Addressee.CLIENT)
        trace(work, given, deeds)
        return Done(saved)

    return attempt(work, actor, ask, act)
