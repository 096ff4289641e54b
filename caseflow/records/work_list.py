"""Show what waits for a staff member: the unit's clients, and the consents that run out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import or_, select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.consents import Consent
from caseflow.database.unit_of_work import Work
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.same_person import everybody
from caseflow.vault.search import Found, search
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.clock import local_day

SOON, VERY_SOON = 30, 7  # days


@dataclass(frozen=True, slots=True)
class Ending:
    """A consent that the unit gives, receives or recorded, and that runs out soon."""

    client: UUID
    consent: UUID
    last_day: date
    very_soon: bool  # within a week


@dataclass(frozen=True, slots=True)
class WorkList:
    """The unit's clients with an open case, in order, and what runs out about them."""

    clients: tuple[Found, ...]
    more: bool
    ending: tuple[Ending, ...]  # the next one first


def work_list(work: Work, actor: Actor, start: int = 0) -> Disclosed[WorkList] | Refused:
    """Return the work list from the client at `start`, at most fifty; `assigned` marks hers."""
    answer = search(work, actor, "", start=start)
    if isinstance(answer, Refused):
        return answer
    page = answer.value
    ending = _ending(work, actor.unit, [found.client for found in page.items])
    raise_alarms(work, actor, ())
    return Disclosed(WorkList(page.items, page.more, ending))


def _ending(work: Work, unit: UUID, clients: Iterable[UUID]) -> tuple[Ending, ...]:
    now, people = work.clock.now(), everybody(work)
    shown_as = {each: client for client in clients for each in people.who(client).ids}
    found = work.session.scalars(
        select(Consent)
        .where(
            Consent.client_id.in_(list(shown_as)),
            Consent.withdrawn_at.is_(None),
            Consent.valid_until > now,
            or_(Consent.majority_at.is_(None), Consent.majority_at > now),
            Consent.valid_until <= now + timedelta(days=SOON),
        )
        .order_by(Consent.valid_until)
    )
    return tuple(
        Ending(
            client=shown_as[consent.client_id],
            consent=consent.id,
            # The end is the midnight after the last day.
            last_day=local_day(
                consent.valid_until - timedelta(microseconds=1), work.configuration.zone
            ),
            very_soon=consent.valid_until <= now + timedelta(days=VERY_SOON),
        )
        for consent in intact(work, found)
        if unit in {consent.unit_id, *consent.from_units, *consent.to_units}
    )
