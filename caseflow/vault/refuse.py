"""Refuse an act after all that was permitted by who asked, and trace the refusal."""

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.unit_of_work import Work
from caseflow.vault.begin_again import begin_again
from caseflow.vault.permit import NO_CLIENT, Permit
from caseflow.vocabulary.answers import Reason, Refused


def refuse(work: Work, given: Permit, reason: Reason = Reason.NOT_OPEN) -> Refused:
    """Return the refusal; whatever the unit of work did so far is rolled back, alarms stay."""
    alarms = list(work.alarms)
    begin_again(work)
    work.alarms.extend(alarms)
    client = None if given.ask.client == NO_CLIENT else given.ask.client
    told = Trace(
        act=given.ask.act,
        client=client,
        purpose=given.ask.purpose,
        decision="refused",
        reason=reason,
        **by(given.actor),
    )
    record(work, told)
    return Refused(reason)
