"""Decide on a further client in one act: both are permitted, or nothing of it is."""

import dataclasses
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.policy.decision import decide
from caseflow.vault.bases import use_all
from caseflow.vault.begin_again import begin_again
from caseflow.vault.gather import gather
from caseflow.vault.permit import Permit, note_refused, question_of
from caseflow.vault.wall_alarms import heed_wall
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id


def permit_beside(work: Work, given: Permit, client: UUID) -> Permit | Refused:
    """Return a permit of the same act for another client, to be traced by itself.

    A refusal is traced already, and takes back what the first permit used. Raises Stale when a
    basis was changed meanwhile: to decide anew here alone would lose the uses of the first.
    """
    actor, ask = given.actor, dataclasses.replace(given.ask, client=client)
    gathered = gather(work, actor, client)
    answer = decide(question_of(work, actor, ask), gathered.facts)
    if isinstance(answer, Refused):
        alarms = list(work.alarms)
        begin_again(work)
        work.alarms.extend(alarms)
        heed_wall(work, actor, client, walled=gathered.facts.walled)
        return note_refused(work, actor, ask, answer)
    used = use_all(work, gathered, answer.bases)
    if used is None:
        raise Stale("bases")
    return Permit(new_id(), actor, ask, gathered, answer.openings, used, None)
