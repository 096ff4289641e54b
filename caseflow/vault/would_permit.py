"""Say whether an act would be permitted, without doing it: for lists of what waits."""

from caseflow.database.unit_of_work import Work
from caseflow.policy.decision import decide
from caseflow.vault.gather import Gathered, gather
from caseflow.vault.permit import Ask, question_of
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Refused


def would_permit(work: Work, actor: Actor, ask: Ask) -> Gathered | None:
    """Return what was gathered of the client, None where the act would be refused.

    Nothing is used and nothing traced: the list that it is asked for does that.
    """
    gathered = gather(work, actor, ask.client)
    refused = isinstance(decide(question_of(work, actor, ask), gathered.facts), Refused)
    return None if refused else gathered
