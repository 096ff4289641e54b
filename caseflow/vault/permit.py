"""Decide on an act, use its bases, and stage its trace.

A permit is the first thing that happens in a unit of work: when a basis is no longer as it was
seen, everything is rolled back and decided again.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.exc import OperationalError

from caseflow.audit.entries import DrawerName, RowDigest, Trace, by
from caseflow.audit.record import record
from caseflow.database.tables.consents import Consent
from caseflow.database.unit_of_work import Work
from caseflow.keys.events import KeyEvent
from caseflow.policy.act_roles import may_act
from caseflow.policy.decision import decide
from caseflow.policy.facts import Question
from caseflow.policy.rules import Opening
from caseflow.vault.bases import use_all
from caseflow.vault.gather import Gathered, gather
from caseflow.vault.gather_member import gather_member
from caseflow.vault.hold_copies import hold_copies
from caseflow.vault.partners import hold_partners, with_partner
from caseflow.vault.read_budget import count_reading
from caseflow.vault.reasons import keep_reason
from caseflow.vault.wall_alarms import heed_wall
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.bases import Basis, BasisKind, UsedBasis
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.matrices import Action

TRIES = 3
NO_CLIENT = UUID(int=0)  # of an act that is about no single client; never issued


@dataclass(frozen=True, slots=True)
class Ask:
    """What an actor wants to do with a client, what for, and why if a reason is needed."""

    act: Act
    client: UUID
    purpose: str = "case_work"
    action: Action = Action.VIEW
    reason: str = ""  # free text; sealed to the officers
    categories: frozenset[str] | None = None  # of a look: the drawers to open; none: all
    details: Mapping[str, str] = dataclasses.field(default_factory=dict)  # for the trace
    consent: UUID | None = None  # under which something is told to a partner outside
    covering: frozenset[str] = frozenset()  # categories that it must cover still


@dataclass(frozen=True, slots=True)
class Permit:
    """An act that is permitted, its bases used; what it does must be traced by it."""

    entry: UUID  # of the log; envelopes made by this act name it
    actor: Actor
    ask: Ask
    gathered: Gathered
    openings: tuple[Opening, ...]
    used: tuple[UsedBasis, ...]
    reason_digest: bytes | None


@dataclass(frozen=True, slots=True)
class Deeds:
    """What an act did, for its trace: never content."""

    drawers: tuple[DrawerName, ...] = ()
    fields: tuple[str, ...] = ()
    rows: tuple[RowDigest, ...] = ()
    ended: tuple[UsedBasis, ...] = ()
    keys: tuple[KeyEvent, ...] = ()
    clients: tuple[UUID, ...] = ()  # shown together
    details: Mapping[str, str] = dataclasses.field(default_factory=dict)


def permit(work: Work, actor: Actor, ask: Ask) -> Permit | Refused:
    """Return a permit with its bases used, or the refusal, which is traced already."""
    for _ in range(TRIES):
        gathered = with_partner(work, gather(work, actor, ask.client), ask.consent)
        question = question_of(work, actor, ask)
        answer = decide(question, gathered.facts)
        if isinstance(answer, Refused):
            heed_wall(work, actor, ask.client, walled=gathered.facts.walled)
            return note_refused(work, actor, ask, answer)
        used = _used(work, gathered, answer.bases)
        copies = [gathered.drawers[opening.drawer] for opening in answer.openings]
        if used is not None and hold_copies(work, copies) and hold_partners(work, gathered):
            held = count_reading(work, question, gathered.facts)
            if held is not None:
                return note_refused(work, actor, ask, held, used)
            entry = new_id()
            digest = keep_reason(work, entry, ask.reason)
            return Permit(entry, actor, ask, gathered, answer.openings, used, digest)
        work.abandon()
    return note_refused(work, actor, ask, Refused(Reason.TOO_LATE))


def permit_member(
    work: Work, actor: Actor, act: Act, consents: Iterable[Consent] = ()
) -> Permit | Refused:
    """Return a permit for an act about no single client, or the refusal, traced already.

    The act may rest on consents too, of whichever clients; each is used once.
    """
    ask = Ask(act, NO_CLIENT)
    rested = {consent.id: consent for consent in consents}
    gathered = dataclasses.replace(gather_member(work, actor, NO_CLIENT), consents=rested)
    if gathered.membership is None or not gathered.facts.membership.active:
        return note_refused(work, actor, ask, Refused(Reason.NOT_OPEN))
    if not may_act(actor.role, act):
        return note_refused(work, actor, ask, Refused(Reason.NOT_YOUR_ROLE))
    bases = [Basis(BasisKind.CONSENT, consent) for consent in rested]
    used = _used(work, gathered, (Basis(BasisKind.MEMBERSHIP, actor.membership), *bases))
    if used is None:
        work.abandon()
        return note_refused(work, actor, ask, Refused(Reason.TOO_LATE))
    return Permit(new_id(), actor, ask, gathered, (), used, None)


def trace(work: Work, given: Permit, deeds: Deeds) -> None:
    """Stage the entry of a permitted act."""
    entry = dataclasses.replace(
        _about(given.actor, given.ask),
        bases=given.used,
        drawers=deeds.drawers,
        fields=deeds.fields,
        rows=deeds.rows,
        ended=deeds.ended,
        keys=listed(deeds.keys),
        reason_digest=given.reason_digest,
        clients=deeds.clients,
        details={**given.ask.details, **deeds.details},
    )
    record(work, entry, given.entry)


def listed(events: Iterable[KeyEvent]) -> tuple[dict[str, str], ...]:
    """Return key events as the log keeps them."""
    return tuple(event.listed() for event in events)


def _used(work: Work, gathered: Gathered, bases: tuple[Basis, ...]) -> tuple[UsedBasis, ...] | None:
    """Use the bases; None when another request was faster.

    PostgreSQL ends one of two requests that wait for each other's rows: that is a lost race too.
    """
    try:
        return use_all(work, gathered, bases)
    except OperationalError:
        return None


def question_of(work: Work, actor: Actor, ask: Ask) -> Question:
    """Return what an actor asks, as policy decides it."""
    return Question(
        at=work.clock.now(),
        staff=actor.staff,
        session=actor.session,
        unit=actor.unit,
        role=actor.role,
        act=ask.act,
        action=ask.action,
        purpose=ask.purpose,
        client=ask.client,
        reason_given=bool(ask.reason.strip()),
        consent=ask.consent,
        covering=ask.covering,
        categories=ask.categories,
    )


def note_refused(
    work: Work, actor: Actor, ask: Ask, answer: Refused, used: tuple[UsedBasis, ...] = ()
) -> Refused:
    """Stage the refusal; bases that were used on the way to it are named, as every use is."""
    told = dataclasses.replace(
        _about(actor, ask), decision="refused", reason=answer.reason, bases=used
    )
    record(work, told)
    return answer


def _about(actor: Actor, ask: Ask) -> Trace:
    client = None if ask.client == NO_CLIENT else ask.client
    return Trace(act=ask.act, client=client, purpose=ask.purpose, **by(actor))
