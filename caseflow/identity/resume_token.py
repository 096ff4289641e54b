"""Let a program act by its token: for one person, one membership, and in no role above hers."""

from uuid import UUID

from caseflow.audit.record import record_alarms
from caseflow.database.sealed_rows import change
from caseflow.database.tables.api_tokens import ApiToken
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.identity.membership_rows import membership_by_id
from caseflow.identity.renew_after_departure import complete_chain, renew_after_departure
from caseflow.identity.staff_rows import enabled, staff_by_id
from caseflow.identity.token_rows import drop_token, token_by_text
from caseflow.identity.units import unit_by_slug
from caseflow.keys.recipients import newest_staff_pair
from caseflow.keys.token_keys import open_token
from caseflow.keys.unit_keys import open_unit
from caseflow.vocabulary.actors import WITHIN, Actor, Person, Role
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.errors import Stale


def resume_token(work: Work, token: str, slug: str | None) -> Actor | Person | None:
    """Return whom a program acts for; a person in no unit where it names another unit's slug.

    None when the token is unknown or has run out, when she is disabled, has a new password or has
    left the unit.
    """
    row = token_by_text(work, token)
    if row is not None and row.ends_at <= work.clock.now():
        drop_token(work, row.id)  # a clock that is set back revives none
        return None
    member = None if row is None else _usable(work, row)
    if row is None or member is None:
        return None
    if open_token(work, row, token) is None or not open_unit(work, member):
        record_alarms(work, row.staff_id)
        return None
    if slug is not None and not _names(work, slug, member.unit_id):
        return Person(row.staff_id, row.id, second_factor_at=row.made_at, token=row.id)
    actor = Actor(
        staff=row.staff_id,
        session=row.id,
        membership=member.id,
        unit=member.unit_id,
        role=Role(row.role),
        second_factor_at=row.made_at,
        token=row.id,
    )
    complete_chain(work, actor)
    if _note_day(work, row):
        renew_after_departure(work, actor)
    return actor


def _usable(work: Work, row: ApiToken) -> Membership | None:
    """Return the membership that a token acts by, if it may still be used."""
    staff = enabled(staff_by_id(work, row.staff_id))
    pair = newest_staff_pair(work, row.staff_id)
    member = membership_by_id(work, row.membership_id)
    if staff is None or pair is None or member is None:
        return None
    hers = (pair.id, member.staff_id) == (row.pair_id, row.staff_id)
    return member if hers and Role(row.role) in WITHIN[Role(member.role)] else None


def _names(work: Work, slug: str, unit: UUID) -> bool:
    found = unit_by_slug(work, slug)
    return found is not None and found.id == unit


def _note_day(work: Work, row: ApiToken) -> bool:
    """Note that it was used today; say whether it is the first time.

    Of two requests at once one notes it.
    """
    today = local_day(work.clock.now(), work.configuration.zone)
    if row.last_day == today:
        return False
    try:
        change(work, row, last_day=today)
    except Stale:
        return False
    return True
