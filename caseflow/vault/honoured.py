"""Leave out consents and exceptions that have ended by the log, before they give anybody a key.

Whoever can write to the database can put one back as it was before its end, with the seal that it
had then. What the log says of its end stands.
"""

from collections.abc import Iterable
from typing import NewType, TypeVar
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.ends import ends_of
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.exceptions import EmergencyAccess, LawfulException
from caseflow.database.tables.merges import Merge
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.policy.facts import ConsentFact
from caseflow.policy.validity import lasts_beyond
from caseflow.vault.same_person import Person, person_of
from caseflow.vocabulary.errors import Stale

E = TypeVar("E", EmergencyAccess, LawfulException)
Honoured = NewType("Honoured", tuple[ConsentFact, ...])  # they run, and the log knows of no end


def honoured(work: Work, client: UUID, consents: Iterable[ConsentFact]) -> Honoured:
    """Return those of a client's consents that run on; one put back becomes an alarm.

    None where the log knows of a merge that no row tells of: it was put back as it was before.
    Raises Stale when one was taken back since it was loaded.
    """
    now = work.clock.now()
    running = [consent for consent in consents if lasts_beyond(consent, now)]
    if not running:
        return Honoured(())
    person = person_of(work, client)
    ends = ends_of(work, person.ever)
    if ends.merged - person.by:
        _still_apart(work, person)
        work.alarms += [Alarm.of_seal(Merge.__tablename__, each) for each in ends.merged]
        return Honoured(())
    back = {each.id for each in running if ends.outdate(each.id, each.version)}
    for consent in running:
        if consent.id in back:
            _still_as_loaded(work, consent)
            work.alarms.append(Alarm.of_seal(Consent.__tablename__, consent.id))
    return Honoured(tuple(consent for consent in running if consent.id not in back))


def honoured_emergencies(
    work: Work, client: UUID, emergencies: Iterable[EmergencyAccess]
) -> list[EmergencyAccess]:
    """Return those of a client's running emergencies that the log knows no end of.

    Raises Stale when one ended since it was loaded.
    """
    return _without_ended(work, client, EmergencyAccess, emergencies)


def honoured_exceptions(
    work: Work, client: UUID, exceptions: Iterable[LawfulException]
) -> list[LawfulException]:
    """Return those of a client's running lawful exceptions that the log knows no end of.

    Raises Stale when one ended since it was loaded.
    """
    return _without_ended(work, client, LawfulException, exceptions)


def _without_ended(work: Work, client: UUID, table: type[E], rows: Iterable[E]) -> list[E]:
    running = list(rows)
    over = ends_of(work, person_of(work, client).ever).over if running else frozenset()
    back = [each for each in running if each.id in over]
    found = select(table.ended_at).where(table.id.in_([each.id for each in back]))
    if back and any(work.session.scalars(found)):
        raise Stale(table.__tablename__)
    work.alarms += [Alarm.of_seal(table.__tablename__, each.id) for each in back]
    return [each for each in running if each.id not in over]


def _still_apart(work: Work, person: Person) -> None:
    """Raise Stale when she was merged with somebody, or parted again, since it was looked up."""
    if person_of(work, person.ids[0]).by != person.by:
        raise Stale(Merge.__tablename__)


def _still_as_loaded(work: Work, consent: ConsentFact) -> None:
    """Raise Stale when a consent's row was changed since: its end in the log came meanwhile."""
    found = select(Consent.version, Consent.settled_at).where(Consent.id == consent.id)
    if any(row != (consent.version, None) for row in work.session.execute(found)):
        raise Stale(Consent.__tablename__)
