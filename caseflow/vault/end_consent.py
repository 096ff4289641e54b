"""End a consent whose time is over: its keys are taken back, and the log tells of its last use."""

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import digest_of, record
from caseflow.database.sealed_rows import change, uses_of
from caseflow.database.tables.consents import Consent
from caseflow.database.unit_of_work import Work
from caseflow.vault.gather import consent_facts, drawers_of
from caseflow.vault.permit import listed
from caseflow.vault.revocations import close_drawers
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from caseflow.vocabulary.ids import new_id


def end_consent(work: Work, actor: Actor | None, consent: Consent) -> None:
    """Settle the end of a consent that policy knows to be over, and record it as an entry."""
    entry = new_id()
    change(work, consent, settled_at=work.clock.now())
    facts = consent_facts(work, consent.client_id)
    # No unit turns its drawers here: taking keys back needs none, so nothing damaged stops it.
    events = close_drawers(work, None, drawers_of(work, consent.client_id), facts, entry)
    told = Trace(
        act=Act.CONSENT_EXPIRE,
        client=consent.client_id,
        ended=(UsedBasis(BasisKind.CONSENT, consent.id, uses_of(work, consent)),),
        rows=(digest_of(consent),),
        keys=listed(events),
        **by(actor),
    )
    record(work, told, entry)
