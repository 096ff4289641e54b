"""Record that a client was asked and said no: that is not the same as never asked."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.consents.check_offer import (
    check_categories,
    check_purposes,
    check_recipients,
)
from caseflow.consents.known_partners import known_partners
from caseflow.consents.put_evidence import put_nothing_signed
from caseflow.consents.sharing_units import sharing_units
from caseflow.database.tables.consents import Refusal
from caseflow.database.unit_of_work import Work
from caseflow.vault.again import again
from caseflow.vault.contents import joined
from caseflow.vault.permit import Ask, Deeds, Permit, permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """What she was offered and refused, and in which language she was asked."""

    to_units: frozenset[UUID]
    categories: frozenset[str]
    purposes: frozenset[str]
    language: str
    partner: UUID | None = None  # outside the provider, instead of units


def record_refusal(
    work: Work, actor: Actor, client: UUID, declined: Declined
) -> Done[UUID] | Invalid | Refused:
    """Record a refusal in the acting unit, with a case or at a desk; return its id.

    Raises Stale when others were faster again and again.
    """
    return again(work, partial(_attempt, work, actor, client, declined))


def _attempt(
    work: Work, actor: Actor, client: UUID, declined: Declined
) -> Done[UUID] | Invalid | Refused:
    given = permit(work, actor, Ask(Act.REFUSAL_RECORD, client))
    if isinstance(given, Refused):
        return given
    problems = _problems(work, declined)
    if problems:
        work.abandon()
        return Invalid(problems)
    return Done(put_refusal(work, given, declined))


def put_refusal(work: Work, given: Permit, declined: Declined) -> UUID:
    """Write it with the sealed word that nothing was signed, trace it, and return its id.

    Danger: another no was signed, by somebody who may not have been free. Only what is sealed tells
    the two apart.
    """
    refusal = Refusal(
        client_id=given.ask.client,
        consent_id=None,
        to_units=tuple(declined.to_units),
        categories=tuple(sorted(declined.categories)),
        purposes=tuple(declined.purposes),
        language=declined.language,
        unit_id=given.actor.unit,
        recorded_by=given.actor.staff,
        recorded_at=work.clock.now(),
        partner_id=declined.partner,
    )
    work.session.add(refusal)
    work.session.flush()
    mark = put_nothing_signed(work, given, refusal.id)
    trace(work, given, joined(mark, Deeds(rows=(digest_of(refusal),))))
    return refusal.id


def _problems(work: Work, declined: Declined) -> tuple[Problem, ...]:
    configuration = work.configuration
    problems = [
        *check_recipients(
            declined.to_units, declined.partner, sharing_units(work), known_partners(work)
        ),
        *check_categories("categories", declined.categories, configuration),
        *check_purposes(declined.purposes, configuration),
    ]
    if declined.language not in {text.language for text in configuration.texts}:
        problems.append(Problem("language", "unknown_word", {"word": declined.language}))
    return tuple(problems)
