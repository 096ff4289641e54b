"""Count what stands against a sign-off: emergencies that nobody has reviewed, or nobody can.

Each row is asked behind its seal: whoever writes a finding, another day or other staff into one
makes it a damaged one, and hides it from nobody.
"""

from dataclasses import dataclass

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.unit_of_work import Work
from caseflow.oversight.review.periods import Period
from caseflow.vault.hidden import hidden_clients
from caseflow.vocabulary.actors import Actor


@dataclass(frozen=True, slots=True)
class Emergencies:
    """How many."""

    waiting: int  # she could review them
    damaged: int  # of any period; an alarm each


def look_at_emergencies(work: Work, actor: Actor, period: Period) -> Emergencies:
    """Return how many of the period she could review, and how many are not as they were sealed."""
    rows = work.session.scalars(select(EmergencyAccess)).all()
    sound = intact(work, rows)
    found = [
        row
        for row in sound
        if row.finding is None and row.declared_at <= period.head.at and row.staff_id != actor.staff
    ]
    hidden = hidden_clients(work, actor, {row.client_id for row in found})
    waiting = sum(row.client_id not in hidden for row in found)
    return Emergencies(waiting, len(rows) - len(sound))
