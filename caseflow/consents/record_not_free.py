"""Record as refused what she signed while somebody may have made her: it is no consent.

Whoever made her stands beside the screen. So the unit alone knows it, by the evidence that it keeps
sealed; to everybody else it is a refusal like any other, and what she is handed looks as always.
"""

from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.consents.check_declaration import check_declaration
from caseflow.consents.check_offer import matrix_of_offer
from caseflow.consents.declaration import Declaration
from caseflow.consents.known_partners import known_partners
from caseflow.consents.look_first import LookedAt, look_first
from caseflow.consents.put_evidence import put_evidence
from caseflow.consents.record_consent import Recorded
from caseflow.consents.sharing_units import sharing_units
from caseflow.database.tables.consents import Refusal
from caseflow.database.unit_of_work import Work
from caseflow.vault.again import again
from caseflow.vault.contents import joined
from caseflow.vault.grants import would_wait
from caseflow.vault.permit import Ask, Deeds, Permit, permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.states import ConsentState


def record_not_free(
    work: Work, actor: Actor, client: UUID, declared: Declaration
) -> Done[Recorded] | Invalid | Refused:
    """Record the refusal with its evidence in the acting unit; nothing opens to anybody.

    Whatever would stand against the consent stands against this: what differed would tell.
    Raises Stale when others were faster again and again.
    """
    looked = look_first(work, actor, client, declared)
    if not isinstance(looked, LookedAt):
        return looked
    return again(work, partial(_attempt, work, actor, client, looked.declared))


def _attempt(
    work: Work, actor: Actor, client: UUID, declared: Declaration
) -> Done[Recorded] | Invalid | Refused:
    given = permit(work, actor, Ask(Act.REFUSAL_RECORD, client))
    if isinstance(given, Refused):
        return given
    now, configuration = work.clock.now(), work.configuration
    problems = check_declaration(
        declared, sharing_units(work), configuration, now, known_partners(work)
    )
    if problems:
        work.abandon()
        return Invalid(problems)
    refusal = _refusal(work, given, declared)
    work.session.add(refusal)
    work.session.flush()
    evidence = put_evidence(work, given, refusal.id, declared)
    trace(work, given, joined(evidence, Deeds(rows=(digest_of(refusal),))))
    waiting = would_wait(work, actor.unit, matrix_of_offer(declared.offer))
    return Done(Recorded(refusal.id, ConsentState.ACTIVE, waiting))


def _refusal(work: Work, given: Permit, declared: Declaration) -> Refusal:
    """Return the refusal of all that she was asked, what she said yes to among it."""
    offer = declared.offer
    return Refusal(
        client_id=given.ask.client,
        consent_id=None,
        to_units=tuple(offer.to_units),
        categories=tuple(sorted(offer.categories | {category for _, category in offer.refused})),
        purposes=tuple(offer.purposes),
        language=declared.language,
        unit_id=given.actor.unit,
        recorded_by=given.actor.staff,
        recorded_at=work.clock.now(),
        partner_id=offer.partner,
    )
