"""Keep what another system says that she agreed to; it opens nothing until she declares it here."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.consents.check_offer import check_offer
from caseflow.consents.received.read_consent import read_consent, release_of
from caseflow.consents.received.read_part import Proposal
from caseflow.consents.sharing_units import sharing_units
from caseflow.database.tables.received_consents import ReceivedConsent
from caseflow.database.unit_of_work import Work
from caseflow.identity.units import list_units
from caseflow.vault.permit import Ask, Deeds, Permit, permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused


def receive_consents(
    work: Work, actor: Actor, client: UUID, resource: Mapping[str, Any]
) -> Done[tuple[UUID, ...]] | Invalid | Refused:
    """Keep the parts of a FHIR Consent, each to be confirmed by itself; return their ids."""
    given = permit(work, actor, Ask(Act.CONSENT_RECEIVE, client))
    if isinstance(given, Refused):
        return given
    found, problems = read_consent(
        resource, client, list_units(work), work.configuration, work.clock.now()
    )
    known = sharing_units(work)
    wrong = [each for one in found for each in check_offer(one.offer, known, work.configuration)]
    if problems or wrong:
        work.abandon()
        return Invalid((*problems, *(_within_provision(each) for each in wrong)))
    rows = [_row(work, given, one, resource) for one in found]
    work.session.add_all(rows)
    work.session.flush()
    trace(work, given, Deeds(rows=tuple(digest_of(row) for row in rows)))
    return Done(tuple(row.id for row in rows))


def _row(
    work: Work, given: Permit, found: Proposal, resource: Mapping[str, Any]
) -> ReceivedConsent:
    offer = found.offer
    return ReceivedConsent(
        client_id=given.ask.client,
        release=release_of(resource),
        digest=hashlib.sha256(_canonical(resource)).digest(),
        from_units=tuple(offer.from_units),
        to_units=tuple(offer.to_units),
        categories=tuple(offer.categories),
        purposes=tuple(offer.purposes),
        actions=tuple(offer.actions),
        exclusions=tuple(
            {"to_unit": str(unit), "category": word} for unit, word in sorted(offer.refused)
        ),
        last_day=found.last_day,
        unit_id=given.actor.unit,
        received_by=given.actor.staff,
        received_at=work.clock.now(),
    )


def _canonical(resource: Mapping[str, Any]) -> bytes:
    words = json.dumps(resource, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return words.encode()


def _within_provision(problem: Problem) -> Problem:
    return Problem(f"provision.{problem.field}", problem.code, problem.values)
