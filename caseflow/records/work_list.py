"""Show what waits for a staff member: clients, consents that run out, and what clients say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import count
from uuid import UUID

from sqlalchemy import or_, select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.corrections import Correction
from caseflow.database.tables.drawers import Drawer
from caseflow.database.unit_of_work import Work
from caseflow.identity.may import may
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.client_file import load_file
from caseflow.vault.present_case import is_open
from caseflow.vault.same_person import everybody
from caseflow.vault.search import Found, search, show_some
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.permissions import Permission

SOON, VERY_SOON = 30, 7  # days
AT_MOST = 50  # that are due are shown; the next ones come when these are done
_AT_ONCE = 100  # consents that are loaded together


@dataclass(frozen=True, slots=True)
class Ending:
    """A consent that the unit gives, receives or recorded, and that runs out soon."""

    client: UUID
    consent: UUID
    last_day: date
    very_soon: bool  # within a week


@dataclass(frozen=True, slots=True)
class WorkList:
    """The unit's clients with an open case, in order, and what is due about any of them."""

    clients: tuple[Found, ...]
    more: bool
    ending: tuple[Ending, ...]  # the next one first
    not_so: tuple[
        UUID, ...
    ]  # who says that a piece of the unit is not so; who said it first, first
    named: Mapping[UUID, Found]  # all of them, by the ids that they are shown under


def work_list(
    work: Work, actor: Actor, start: int = 0, *, mine: bool = False, within: int = SOON
) -> Disclosed[WorkList] | Refused:
    """Return the work list from the client at `start`, at most fifty; `assigned` marks hers.

    `mine`: those alone who are assigned to her, and what is due about them. Of consents those that
    run out within so many days.
    """
    hers = _assigned(work, actor) if mine else None
    if hers is None:
        answer = search(work, actor, "", start=start)
    else:
        answer = show_some(work, actor, hers, start)
    if isinstance(answer, Refused):
        return answer
    page = answer.value
    ending, waiting = _due(work, actor, hers, within)
    known = _by_each_id(work, page.items)
    elsewhere = {*(each.client for each in ending), *waiting} - known.keys()
    if elsewhere:
        # What is due about somebody further down stands above the list all the same.
        further = show_some(work, actor, elsewhere, most=len(elsewhere), closed=True)
        if isinstance(further, Refused):
            return further
        known |= _by_each_id(work, further.value.items)
    raise_alarms(work, actor, ())
    found = WorkList(
        clients=page.items,
        more=page.more,
        ending=tuple(
            replace(each, client=known[each.client].client)
            for each in ending
            if each.client in known
        ),
        not_so=tuple(dict.fromkeys(known[each].client for each in waiting if each in known)),
        named={each.client: each for each in known.values()},
    )
    return Disclosed(found)


def _by_each_id(work: Work, found: Iterable[Found]) -> dict[UUID, Found]:
    people = everybody(work)
    return {id_: each for each in found for id_ in people.who(each.client).ids}


def _assigned(work: Work, actor: Actor) -> set[UUID]:
    """Return who is assigned to her, by each id; whether she sees them is not decided by that."""
    open_here = select(Case.client_id, Case.assigned).where(
        Case.unit_id == actor.unit, Case.closed_at.is_(None)
    )
    people = everybody(work)
    cases = work.session.execute(open_here)
    hers = [client for client, assigned in cases if actor.staff in assigned]
    return {each for client in hers for each in people.who(client).ids}


def _due(
    work: Work, actor: Actor, hers: set[UUID] | None, within: int
) -> tuple[list[Ending], list[UUID]]:
    """Return what is due about those who are there for her: who is hidden takes nobody's place.

    What somebody says against a piece waits when her case is closed, too.
    """
    ending = _ending(work, actor.unit, hers, within)
    waiting = [each for each in _waiting(work, actor) if hers is None or each in hers]
    # Asked whether there is anybody or not: one who is hidden takes the same statements.
    due = {*(each.client for each in ending), *waiting}
    file = load_file(work, actor, closed=True, among=due, ordered=False)
    there = file.shown_as
    open_ones = {each for each, shown in there.items() if is_open(file.cases[shown])}
    ending = [each for each in ending if each.client in open_ones]
    return ending[:AT_MOST], [each for each in waiting if each in there][:AT_MOST]


def _waiting(work: Work, actor: Actor) -> list[UUID]:
    """Return about whom the unit has to settle something, if her role does."""
    if not may(actor, Permission.WRITE_ENTRY):
        return []
    query = (
        select(Correction.client_id)
        .join(Drawer, Drawer.id == Correction.drawer_id)
        .where(
            Drawer.unit_id == actor.unit,
            Drawer.copied_from.is_(None),
            Correction.settled_at.is_(None),
        )
        .order_by(Correction.recorded_at, Correction.id)
    )
    return list(dict.fromkeys(work.session.scalars(query)))


def _ending(work: Work, unit: UUID, clients: set[UUID] | None, within: int) -> list[Ending]:
    """Return the next consents of the unit's that run out, of clients with an open case there.

    `clients`: of these alone; none: of all.
    """
    now = work.clock.now()
    hers = select(Case.id).where(
        Case.unit_id == unit, Case.client_id == Consent.client_id, Case.closed_at.is_(None)
    )
    query = (
        select(Consent)
        .where(
            Consent.settled_at.is_(None),
            Consent.withdrawn_at.is_(None),
            Consent.valid_until > now,
            or_(Consent.majority_at.is_(None), Consent.majority_at > now),
            Consent.valid_until <= now + timedelta(days=within),
            or_(hers.exists(), Consent.client_id.in_(everybody(work).merged)),
        )
        .order_by(Consent.valid_until, Consent.id)
        .limit(_AT_ONCE)
    )
    found: list[Ending] = []
    for start in count(0, _AT_ONCE):
        part = work.session.scalars(query.offset(start)).all()
        ours = (
            each
            for each in intact(work, part)
            if unit in {each.unit_id, *each.from_units, *each.to_units}
            and (clients is None or each.client_id in clients)
        )
        found += [_shown(work, each, now) for each in ours]
        if len(part) < _AT_ONCE or len(found) >= AT_MOST:
            break
    return found


def _shown(work: Work, consent: Consent, now: datetime) -> Ending:
    return Ending(
        client=consent.client_id,
        consent=consent.id,
        # The end is the midnight after the last day.
        last_day=local_day(
            consent.valid_until - timedelta(microseconds=1), work.configuration.zone
        ),
        very_soon=consent.valid_until <= now + timedelta(days=VERY_SOON),
    )
