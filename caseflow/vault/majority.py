"""Know when a client comes of age, and end there what a guardian declared for her.

A unit ends only consents that it has a part in: what another one knows of her birth is closed to
the units of a consent, and does not exist for them.
"""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.entries import DrawerName
from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change, intact
from caseflow.database.tables.consents import Consent, GrantDue
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.records import Fact
from caseflow.database.unit_of_work import Work
from caseflow.policy.majority import OF_AGE, of_age_on
from caseflow.policy.validity import end_of
from caseflow.vault.content_tables import field_names, fields_of
from caseflow.vault.contents import fact_in
from caseflow.vault.end_consent import end_consent
from caseflow.vault.facts_of_rows import consent_fact
from caseflow.vault.identity_cards import BIRTH
from caseflow.vault.open_drawers import fields_in, key_of
from caseflow.vault.permit import Deeds
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.clock import local_day, start_of_day
from caseflow.vocabulary.questions.stored_answer import stored_answer
from caseflow.vocabulary.states import FactState

_YEARS = re.compile(r"\d+")  # at the beginning of the code of an age class


def of_age_told(fact: Mapping[str, str]) -> date | None:
    """Return the first day on which she is of age, as an opened answer tells it, if it does.

    Of a year alone it is the earliest day that fits.
    """
    days = of_age_between(fact)
    return None if days is None else days[0]


def of_age_between(fact: Mapping[str, str]) -> tuple[date, date] | None:
    """Return on which day at the earliest she is of age, and on which at the latest.

    An age class tells that she was of age on the day when it was told, or nothing.
    """
    if fact["question"] != BIRTH or fact["state"] != FactState.ANSWERED:
        return None
    value = stored_answer(BIRTH, fact["value"]).value
    if isinstance(value, int):
        return of_age_on(date(value, 1, 1)), of_age_on(date(value, 12, 31))
    with suppress(ValueError):
        return (of_age_on(date.fromisoformat(str(value))),) * 2
    years = _YEARS.match(str(value))
    of_age = years is not None and int(years.group()) >= OF_AGE
    return (date.fromisoformat(fact["told_on"]),) * 2 if of_age else None


def latest_majority(work: Work) -> date:
    """Return the first day on which a minor of today is of age for certain: she is born by now."""
    return of_age_on(local_day(work.clock.now(), work.configuration.zone))


def told_in_drawer(work: Work, drawer: Drawer) -> tuple[date | None, Deeds]:
    """Return what an own identity drawer says of it, inside an act, and what its trace tells."""
    fact = fact_in(work, drawer, BIRTH)
    named = DrawerName(drawer.id, drawer.unit_id, drawer.category)
    seen = Deeds(drawers=(named,), fields=field_names(Fact))
    if fact is None:
        return None, seen
    opener = fields_of(fields_in(work, drawer, key_of(work, drawer)), fact)
    columns = ("question", "state", "value", "told_on")
    return of_age_told({name: opener.open(name, getattr(fact, name)) for name in columns}), seen


def bind_to_majority(work: Work, actor: Actor, consents: Iterable[Consent], of_age: date) -> Deeds:
    """End at majority what runs longer and was declared by a guardian; at once if she is of age.

    Returns what the trace has to tell. A later correction of the day brings nothing back to life.
    """
    at = start_of_day(of_age, work.configuration.zone)
    rows = []
    for consent in consents:
        if _has_part(consent, actor) and _runs_beyond(consent, at):
            change(work, consent, majority_at=at)
            if at <= work.clock.now():
                end_consent(work, actor, consent)
            rows.append(digest_of(consent))
    return Deeds(rows=tuple(rows))


def note_majority(work: Work, consent: Consent, since: datetime) -> None:
    """Let every unit with a part in it look, at its next request, when she comes of age.

    Each may know the day that was closed to whoever recorded it: its own unit too.
    """
    if consent.majority_at is None or consent.settled_at is not None:
        return
    for unit in sorted({consent.unit_id, *consent.from_units, *consent.to_units}):
        work.session.add(
            GrantDue(
                client_id=consent.client_id,
                consent_id=consent.id,
                unit_id=unit,
                categories=(),
                due_since=since,
            )
        )


def note_majorities(work: Work, client: UUID) -> None:
    """Let them look anew for all that guardians declared for somebody who is found to be another.

    Her day of birth may stand in one record, and what was declared under the other.
    """
    declared = (
        Consent.client_id.in_(person_of(work, client).ids),
        Consent.majority_at.is_not(None),
    )
    for consent in intact(work, work.session.scalars(select(Consent).where(*declared))):
        note_majority(work, consent, work.clock.now())


def _has_part(consent: Consent, actor: Actor) -> bool:
    return actor.unit in {consent.unit_id, *consent.from_units, *consent.to_units}


def _runs_beyond(consent: Consent, at: datetime) -> bool:
    """Say whether a guardian declared it for a minor, and it would still run at her majority."""
    if consent.majority_at is None or consent.settled_at is not None:
        return False
    return at < end_of(consent_fact(consent))
