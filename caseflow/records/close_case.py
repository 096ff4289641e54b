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
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Refused


def close_case(work: Work, actor: Actor, case: UUID, reason: str = "") -> Done[UUID] | Refused:
    """Close the acting unit's case and return its id; the reason is sealed to the officers."""

    def act(given: Permit) -> Done[UUID] | Refused:
        row = given.gathered.case
        if row is None or row.id != case:
            return Refused()
        change(work, row, closed_at=work.clock.now())
        keep_own_card(work, given)
        trace(work, given, Deeds(rows=(digest_of(row),)))
        return Done(row.id)

    ask = Ask(Act.CASE_CLOSE, client_of(work, Case, case), reason=reason)
    return attempt(work, actor, ask, act)
