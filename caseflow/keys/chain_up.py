"""Lay a unit's former keys under its newer ones, where a pair was made without any of them.

An administrator who takes a person's keys away has no key of her unit; the next member has both.
"""

from uuid import UUID

from sqlalchemy import delete

from caseflow.database import sealed_rows
from caseflow.database.tables.units import UnitEnvelope, UnitPair
from caseflow.database.unit_of_work import Work
from caseflow.keys.events import KeyEvent
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.keys.trustee import hand_trustee
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.states import KeyReader


def chain_up(work: Work, unit: OpenedUnit, act: UUID) -> list[KeyEvent]:
    """Write the links that are missing; members come to the former keys by them from now on.

    Nothing is done where another member's request was faster: her links lead to the same keys.
    """
    links, unit.loose = unit.loose, ()
    try:
        for link in links:
            newer = work.session.get_one(UnitPair, link.newer)
            sealed_rows.change(work, newer, previous=link.sealed)
    except Stale:
        return []
    linked = UnitEnvelope.unit_pair_id.in_([link.older for link in links])
    work.session.execute(
        delete(UnitEnvelope).where(linked, UnitEnvelope.reader == KeyReader.STAFF),
        execution_options={"synchronize_session": False},
    )
    handed = hand_trustee(work, unit, act)
    return [] if handed is None else [handed]
