"""Take a consent back in its row, and its keys from whoever holds them by no other consent.

Art. 7(3) GDPR. Nothing here asks whether a withdrawal is well formed, and nothing damaged on the
way stops it: what cannot be done at once stays due.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change, uses_of
from caseflow.database.tables.consents import Consent, Withdrawal
from caseflow.database.unit_of_work import Work
from caseflow.vault.again import again
from caseflow.vault.begin_again import begin_again
from caseflow.vault.consent_states import taken_back
from caseflow.vault.freeze_copies import freeze_copies
from caseflow.vault.gather import consent_facts, drawers_of
from caseflow.vault.hold_writers import hold_person
from caseflow.vault.permit import Deeds, Permit
from caseflow.vault.revocations import close_drawers
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from caseflow.vocabulary.errors import BrokenKey

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice:
    """What she takes back: of both named choices the intersection, of none everything."""

    to_units: frozenset[UUID] | None = None
    categories: frozenset[str] | None = None


EVERYTHING = Choice()


def surely(work: Work, actor: Actor, attempt: Callable[[UUID | None], T]) -> T:
    """Return what a withdrawal returns, tried again until it is through.

    The attempt is told which unit turns its drawers at once. Where one cannot be turned because
    something in it is damaged, that is none: its envelopes go all the same, and it stays due.
    """
    try:
        return again(work, partial(attempt, actor.unit))
    except BrokenKey:
        begin_again(work)
        return again(work, partial(attempt, None))


def take_back(work: Work, given: Permit, consent: Consent, choice: Choice) -> Deeds:
    """Take back what was chosen of a consent; what is gone already keeps its first instant.

    Raises Stale when another request changed the row meanwhile.
    """
    at = work.clock.now()
    taken = taken_back(consent, choice.to_units, choice.categories, at)
    if consent.withdrawn_at is not None or not (taken.parts or taken.whole):
        return Deeds()
    withdrawal = Withdrawal(
        client_id=consent.client_id,
        consent_id=consent.id,
        to_units=tuple({part.to_unit for part in taken.parts} - {consent.partner_id}),
        categories=tuple({part.category for part in taken.parts}),
        whole=taken.whole,
        unit_id=given.actor.unit,
        recorded_by=given.actor.staff,
        effective_at=at,
    )
    work.session.add(withdrawal)
    work.session.flush()
    ended: tuple[UsedBasis, ...] = ()
    if taken.whole:
        # Its keys go with it: nothing is left to settle at its last day.
        change(work, consent, version=consent.version + 1, withdrawn_at=at, settled_at=at)
        ended = (UsedBasis(BasisKind.CONSENT, consent.id, uses_of(work, consent)),)
    else:
        gone = tuple(
            {"to_unit": str(part.to_unit), "category": part.category, "at": part.at.isoformat()}
            for part in taken.parts
        )
        change(
            work,
            consent,
            version=consent.version + 1,
            withdrawn_parts=(*consent.withdrawn_parts, *gone),
        )
    return Deeds(rows=(digest_of(consent), digest_of(withdrawal)), ended=ended)


def write_down(work: Work, given: Permit, consent: UUID) -> Deeds:
    """Write down the withdrawal of a consent whose row is not as it was recorded.

    It opens nothing any more; changing it would put a seal on what somebody forged. The log names
    it as ended, so that it opens nothing either when it is put back as it was.
    """
    hers = Consent.client_id.in_(given.gathered.person.ids)
    row = select(Consent.client_id, Consent.uses).where(hers, Consent.id == consent)
    client, uses = work.session.execute(row).one_or_none() or (given.ask.client, 0)
    withdrawal = Withdrawal(
        client_id=client,
        consent_id=consent,
        to_units=(),
        categories=(),
        whole=True,
        unit_id=given.actor.unit,
        recorded_by=given.actor.staff,
        effective_at=work.clock.now(),
    )
    work.session.add(withdrawal)
    work.session.flush()
    ended = UsedBasis(BasisKind.CONSENT, consent, uses or 0)
    return Deeds(rows=(digest_of(withdrawal),), ended=(ended,))


def close_keys(work: Work, given: Permit, turning: UUID | None) -> Deeds:
    """Take back every key of the client that no consent accounts for; `turning` turns its own.

    What was copied under a consent that is taken back is frozen first: nobody else reads it then.
    """
    client = given.ask.client
    hold_person(work, client)
    consents = consent_facts(work, client)
    drawers = drawers_of(work, client)
    frozen = freeze_copies(work, drawers, consents)
    keys = close_drawers(work, turning, drawers, consents, given.entry)
    return Deeds(rows=frozen, keys=keys)
