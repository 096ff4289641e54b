"""Give a unit a new pair where no key of it is at hand: an administrator takes somebody's keys.

From this instant whatever is sealed to the unit, by whomever, is closed to who kept the former key;
nobody has to come by first. The new private key is sealed to the present members and forgotten.
"""

from uuid import UUID

from sqlalchemy.exc import IntegrityError

from caseflow.crypto.key_pairs import PublicKey, new_pair
from caseflow.database.tables.units import UnitPair
from caseflow.database.unit_of_work import Work
from caseflow.keys.events import KeyEvent, pair_born
from caseflow.keys.hand_to_recovery import hand_to_recovery
from caseflow.keys.keyring import ring
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.keys.recipients import newest_staff_pair, newest_unit_pair
from caseflow.keys.unit_envelopes import UnitReader, seal_unit_key
from caseflow.keys.unit_keys import add_pair, members_of
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.states import KeyReader


def renew_from_outside(work: Work, unit: UUID, act: UUID) -> list[KeyEvent]:
    """Make the pair; members keep their envelopes of the former one until `chain_up`.

    Raises Stale where somebody else has just renewed it. Nothing is made, and an alarm raised,
    where the newest pair is not as it was written.
    """
    former = newest_unit_pair(work, unit)
    if former is None:
        return []
    private = new_pair()
    version = former.version + 1
    try:
        with work.session.begin_nested():
            pair = add_pair(work, unit, version, private)
    except IntegrityError as error:
        raise Stale(UnitPair.__tablename__) from error
    opened = OpenedUnit(unit, pair, version, private)
    ring(work).recipients.pop((KeyReader.UNIT, unit), None)
    sealed = [*_to_members(work, opened, act), *hand_to_recovery(work, opened, act)]
    return [pair_born("unit", unit, version, private.public), *sealed]


def _to_members(work: Work, unit: OpenedUnit, act: UUID) -> list[KeyEvent]:
    events = []
    for member in members_of(work, unit.unit):
        pair = newest_staff_pair(work, member.staff_id)
        if pair is not None:
            reader = UnitReader(KeyReader.STAFF, pair.id, member.id)
            events.append(seal_unit_key(work, unit, reader, PublicKey(pair.public), act))
    return events
