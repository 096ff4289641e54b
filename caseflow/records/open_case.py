"""Open a case of a client at the desk, or again after it was closed."""

from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import attempt
from caseflow.records.case_rows import add_case
from caseflow.records.own_card import file_cards
from caseflow.vault.codes import code_of
from caseflow.vault.contents import joined
from caseflow.vault.keep_apart import keep_apart
from caseflow.vault.permit import Ask, Deeds, Permit, trace
from caseflow.vault.present_case import is_open
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused


def open_case(work: Work, actor: Actor, client: UUID, reason: str = "") -> Done[UUID] | Refused:
    """Open the acting unit's case and return its id; TOO_LATE while one is open.

    Without a desk a closed case opens again with a reason only.
    """

    def act(given: Permit) -> Done[UUID] | Refused:
        present, desk = given.gathered.case, given.gathered.desk
        if present is not None and is_open(present):
            return Refused(Reason.TOO_LATE)
        # Her code stands with a case or a desk of the id that it is the code of.
        known = given.gathered.case_under(client) or desk or present
        assert known is not None  # noqa: S101 - the ground of the permit is one of them
        former = given.gathered.case_under(known.client_id)
        case = add_case(work, actor, known.client_id, code_of(work, known), former)
        file_cards(work, given)
        apart = keep_apart(work, actor, case, None if former is None else former.id)
        trace(work, given, joined(Deeds(rows=(digest_of(case),)), apart))
        return Done(case.id)

    return attempt(work, actor, Ask(Act.CASE_OPEN, client, reason=reason), act)
