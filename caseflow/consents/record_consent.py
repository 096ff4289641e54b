"""Record what a client agreed to, with its evidence and its refusals, and hand out the keys."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import cast
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.consents.check_declaration import check_declaration
from caseflow.consents.declaration import Declaration
from caseflow.consents.known_partners import known_partners
from caseflow.consents.look_at_guardian import majority_of
from caseflow.consents.look_first import LookedAt, look_first
from caseflow.consents.pending import pending_categories
from caseflow.consents.put_evidence import put_evidence, put_guardian_answer
from caseflow.consents.sharing_units import sharing_units
from caseflow.database.tables.consents import Consent, Refusal
from caseflow.database.unit_of_work import Work
from caseflow.vault.again import again
from caseflow.vault.consent_states import state_of
from caseflow.vault.contents import joined
from caseflow.vault.facts_of_rows import consent_fact
from caseflow.vault.gather import drawers_of
from caseflow.vault.grants import grant_by_consent
from caseflow.vault.identity_cards import send_after_grant
from caseflow.vault.majority import note_majority
from caseflow.vault.permit import Ask, Deeds, Permit, permit
from caseflow.vault.sheets import trace_in_sheets
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.clock import end_of_day, local_day, start_of_day
from caseflow.vocabulary.configuration import ConsentText
from caseflow.vocabulary.states import ConsentState


@dataclass(frozen=True, slots=True)
class Recorded:
    """A consent that is recorded, and what of it still waits for an owning unit."""

    id: UUID
    state: ConsentState
    pending_categories: tuple[str, ...]


def record_consent(
    work: Work, actor: Actor, client: UUID, declared: Declaration
) -> Done[Recorded] | Invalid | Refused:
    """Record a consent that is declared in the acting unit, with a case of hers or at a desk.

    Raises Stale when others were faster again and again.
    """
    looked = look_first(work, actor, client, declared)
    if not isinstance(looked, LookedAt):
        return looked
    return again(work, partial(_attempt, work, actor, client, looked.declared, looked.of_age))


def _attempt(
    work: Work, actor: Actor, client: UUID, declared: Declaration, of_age: date | None
) -> Done[Recorded] | Invalid | Refused:
    given = permit(work, actor, Ask(Act.CONSENT_RECORD, client))
    if isinstance(given, Refused):
        return given
    problems = check_declaration(
        declared,
        sharing_units(work),
        work.configuration,
        work.clock.now(),
        known_partners(work),
    )
    if problems:
        work.abandon()
        return Invalid(problems)
    consent = _consent(work, given, declared, majority_of(work, declared, of_age))
    refusals = _refusals(consent, declared)
    work.session.add_all([consent, *refusals])
    work.session.flush()
    evidence = (
        put_evidence(work, given, consent.id, declared),
        *put_guardian_answer(work, given, consent.id, declared),
    )
    granted = grant_by_consent(work, given, consent)
    note_majority(work, consent, consent.recorded_at)
    unheard = given.gathered.person.unheard(consent.client_id, consent.recorded_at)
    send_after_grant(work, actor.unit, drawers_of(work, client), consent_fact(consent, unheard))
    rows = tuple(digest_of(row) for row in (consent, *refusals))
    told = Deeds(rows=rows, details={"consent": str(consent.id)})
    trace_in_sheets(work, given, joined(*evidence, granted, told))
    waiting = pending_categories(work, client).get(consent.id, ())
    state = state_of(consent, work.clock.now(), pending=bool(waiting))
    return Done(Recorded(consent.id, state, waiting))


def _consent(
    work: Work, given: Permit, declared: Declaration, majority_at: datetime | None
) -> Consent:
    offer, text, now = declared.offer, _text(work, declared), work.clock.now()
    zone = work.configuration.zone
    return Consent(
        client_id=given.ask.client,
        from_units=tuple(offer.from_units),
        to_units=tuple(offer.to_units),
        categories=tuple(offer.categories),
        purposes=tuple(offer.purposes),
        actions=tuple(offer.actions),
        exclusions=_pairs(offer.refused),
        # No basis works backwards, whatever day she chose.
        valid_from=max(start_of_day(max(declared.valid_from, local_day(now, zone)), zone), now),
        valid_until=end_of_day(declared.valid_until, zone),
        signed_on=declared.signed_on,
        template=text.template,
        template_version=text.version,
        text_hash=bytes.fromhex(text.text_hash),
        language=text.language,
        notices=tuple(declared.notices),
        declared_by=declared.declared_by,
        form=declared.form.kind,
        unit_id=given.actor.unit,
        recorded_by=given.actor.staff,
        recorded_at=now,
        partner_id=offer.partner,
        majority_at=majority_at,
    )


def _text(work: Work, declared: Declaration) -> ConsentText:
    """Return the text that she was shown; the check has found it."""
    found = work.configuration.consent_text(declared.template, declared.language)
    return cast("ConsentText", found)


def _pairs(refused: Iterable[tuple[UUID, str]]) -> tuple[dict[str, str], ...]:
    return tuple({"to_unit": str(unit), "category": word} for unit, word in sorted(refused))


def _refusals(consent: Consent, declared: Declaration) -> list[Refusal]:
    """Return what she said no to when she said yes to the rest, one row for each receiver."""
    refused: dict[UUID, list[str]] = {}
    for unit, category in sorted(declared.offer.refused):
        refused.setdefault(unit, []).append(category)
    return [
        Refusal(
            client_id=consent.client_id,
            consent_id=consent.id,
            to_units=() if unit == consent.partner_id else (unit,),
            categories=tuple(categories),
            purposes=consent.purposes,
            language=consent.language,
            unit_id=consent.unit_id,
            recorded_by=consent.recorded_by,
            recorded_at=consent.recorded_at,
            partner_id=consent.partner_id,
        )
        for unit, categories in refused.items()
    ]
