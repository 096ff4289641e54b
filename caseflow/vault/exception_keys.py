"""Hand out and take back the keys of lawful exceptions.

No trustee does it: after a second person has agreed, the keys wait for the owning unit's next
request. Until then the drawers stay closed to the unit that asks, and that is no alarm.
"""

from collections.abc import Iterable
from uuid import UUID

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import digest_of, record
from caseflow.database.sealed_rows import change, uses_of
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.exceptions import ExceptionAgreement, LawfulException
from caseflow.database.unit_of_work import Work
from caseflow.keys.events import KeyEvent
from caseflow.policy.exceptions import leads
from caseflow.vault.exception_rows import exception_of, running_exceptions_of
from caseflow.vault.facts_of_rows import category_rules
from caseflow.vault.gather import consent_facts, drawers_of
from caseflow.vault.grants import Standing, grant_pairs
from caseflow.vault.hold_writers import hold_writers
from caseflow.vault.honoured import honoured, honoured_exceptions
from caseflow.vault.permit import Deeds, listed
from caseflow.vault.revocations import close_drawers
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from caseflow.vocabulary.ids import new_id


def hand_out(work: Work, actor: Actor, agreement: ExceptionAgreement) -> bool:
    """Hand out what the acting unit, which owns the drawers, was agreed to open."""
    entry = new_id()
    held = hold_writers(work, agreement.client_id)
    # First, since a drawer that turns on the way asks to whom keys were handed out.
    change(work, agreement, done_at=work.clock.now())
    events = _handed_out(work, agreement, entry)
    told = Trace(
        act=Act.KEY_GRANT,
        client=agreement.client_id,
        rows=(*held, digest_of(agreement)),
        keys=listed(events),
        details={"exception": str(agreement.exception_id)},
        **by(actor),
    )
    record(work, told, entry)
    return True


def end_by_time(work: Work, actor: Actor | None, exception: LawfulException) -> bool:
    """Take back the keys of an exception whose time is over."""
    entry = new_id()
    deeds = end_exception_now(work, exception, entry, ended_at=exception.until)
    told = Trace(
        act=Act.EXCEPTION_END,
        client=exception.client_id,
        ended=deeds.ended,
        rows=deeds.rows,
        keys=listed(deeds.keys),
        **by(actor),
    )
    record(work, told, entry)
    return True


def end_exception_now(work: Work, exception: LawfulException, act: UUID, **values: object) -> Deeds:
    """End an exception in its row, and take its keys from whoever has them by nothing else.

    Needs no key: the drawers turn at their owning units' next requests. Raises Stale when another
    request changed the row meanwhile.
    """
    client, now = exception.client_id, work.clock.now()
    change(work, exception, **{"ended_at": now, "settled_at": now, **values})
    events = close_drawers(work, None, drawers_of(work, client), consent_facts(work, client), act)
    ended = UsedBasis(BasisKind.EXCEPTION, exception.id, uses_of(work, exception))
    return Deeds(rows=(digest_of(exception),), ended=(ended,), keys=events)


def waiting_drawers(work: Work, client: UUID, drawers: Iterable[Drawer]) -> set[UUID]:
    """Return which drawers wait for their owning unit to hand out what was agreed to."""
    waiting = {
        (agreement.unit_id, category)
        for each in running_exceptions_of(work, client)
        for agreement in each.agreements
        if agreement.done_at is None
        for category in each.row.categories
    }
    return {each.id for each in drawers if (each.unit_id, each.category) in waiting}


def _handed_out(work: Work, agreement: ExceptionAgreement, entry: UUID) -> tuple[KeyEvent, ...]:
    client, owner, now = agreement.client_id, agreement.unit_id, work.clock.now()
    rules = category_rules(work.configuration)
    found = exception_of(work, agreement.exception_id)
    if found is None:
        return ()
    fact = found.fact
    pairs = [
        (owner, fact.unit, category)
        for category in sorted(fact.categories)
        if leads(fact, owner, category, now, rules)
    ]
    if not pairs or not honoured_exceptions(work, client, [found.row]):
        return ()
    consents = honoured(work, client, consent_facts(work, client))
    standing = Standing(consents, fact.id, entry)
    row, person = found.row, person_of(work, client)
    unheard = person.unheard(row.client_id, row.declared_at)
    own = [
        drawer
        for drawer in drawers_of(work, client)
        if drawer.unit_id == owner and drawer.client_id not in unheard
    ]
    return grant_pairs(work, owner, own, standing, pairs)
