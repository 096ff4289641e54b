"""Close a case: it is found by name, and opens with a reason."""

from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import attempt
from caseflow.records.find_client import client_of
from caseflow.records.own_card import keep_own_card
from caseflow.vault.permit import Ask, Deeds, Permit, trace
from caseflow.vault.present_case import is_open
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Refused


def close_case(
    work: Work, actor: Actor, case: UUID, reason: str = "", of: UUID | None = None
) -> Done[UUID] | Refused:
    """Close the acting unit's case and return its id; the reason is sealed to the officers.

    While two records are one person, all cases of hers in the unit are closed as one. Another's,
    where it is asked for under a client (`of`), is not there.
    """

    def act(given: Permit) -> Done[UUID] | Refused:
        open_ones = [each for each in given.gathered.cases if is_open(each)]
        if all(each.id != case for each in open_ones):
            return Refused()
        for each in open_ones:
            change(work, each, closed_at=work.clock.now())
        keep_own_card(work, given)
        trace(work, given, Deeds(rows=tuple(digest_of(each) for each in open_ones)))
        return Done(case)

    client = client_of(work, actor.unit, Case, case, of)
    ask = Ask(Act.CASE_CLOSE, client, reason=reason)
    return attempt(work, actor, ask, act)
