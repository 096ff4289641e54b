"""Found a unit's key, open it for a member, admit members to it, renew it after a departure."""

from uuid import UUID

from sqlalchemy import delete, select

from caseflow.crypto.key_pairs import PrivateKey, PublicKey, new_pair
from caseflow.database import sealed_rows
from caseflow.database.tables.units import Membership, UnitEnvelope, UnitPair
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.chain_up import chain_up
from caseflow.keys.events import KeyEvent, pair_born
from caseflow.keys.former_keys import FormerKey, seal_former
from caseflow.keys.hand_to_recovery import hand_to_recovery
from caseflow.keys.keyring import ring
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.keys.recipients import newest_staff_pair
from caseflow.keys.trustee import hand_trustee
from caseflow.keys.unit_envelopes import UnitReader, open_unit_key, seal_unit_key
from caseflow.vocabulary.errors import MissingKey
from caseflow.vocabulary.states import KeyReader


def found_unit_keys(work: Work, unit: UUID, act: UUID) -> list[KeyEvent]:
    """Make the first pair of a unit, open to recovery and able to call the trustee.

    It stays on the keyring, so that the first members can be admitted in the same request.
    """
    private = new_pair()
    opened = OpenedUnit(unit, add_pair(work, unit, 1, private), 1, private)
    ring(work).born[unit] = opened
    return [pair_born("unit", unit, 1, private.public), *_hand_out(work, opened, act)]


def open_unit(work: Work, membership: Membership) -> bool:
    """Put the key of a membership's unit onto the keyring; the person's own key is there already.

    False, and an alarm, when no sound envelope leads to it.
    """
    keyring = ring(work)
    if keyring.staff is None or keyring.staff.staff != membership.staff_id:
        raise MissingKey("The key of the member is not on the keyring.")
    reader = UnitReader(KeyReader.STAFF, keyring.staff.pair, membership.id)
    keyring.unit = open_unit_key(work, membership.unit_id, reader, keyring.staff.private)
    return keyring.unit is not None


def admit(work: Work, membership: Membership, act: UUID) -> KeyEvent | None:
    """Seal the unit's key to a member's newest pair, in place of any former envelope of hers.

    None when she has no sound pair. Raises MissingKey when the unit's key is not at hand.
    """
    unit = _at_hand(work, membership.unit_id, act)
    shut_out(work, membership)
    pair = newest_staff_pair(work, membership.staff_id)
    if pair is None:
        work.alarms.append(Alarm.of_key(Membership.__tablename__, membership.id))
        return None
    reader = UnitReader(KeyReader.STAFF, pair.id, membership.id)
    return seal_unit_key(work, unit, reader, PublicKey(pair.public), act)


def shut_out(work: Work, membership: Membership) -> None:
    """Delete what leads a member to the unit's key; needs no key."""
    work.session.execute(
        delete(UnitEnvelope).where(UnitEnvelope.membership_id == membership.id),
        execution_options={"synchronize_session": False},
    )


def renew_unit(work: Work, unit: UUID, act: UUID) -> list[KeyEvent]:
    """Give a unit a new pair that all its present members can open, and only they.

    To be called when the departed member's membership is ended. What is sealed from now on is
    closed to whoever kept the former key; the former key rests under the new one.
    """
    former = _at_hand(work, unit, act)
    private = new_pair()
    version = former.version + 1
    named = FormerKey(work.installation, unit, former.version, former.key_id)
    sealed = seal_former(private, named, former.private)
    pair = add_pair(work, unit, version, private, sealed)
    renewed = OpenedUnit(unit, pair, version, private, [(named, sealed), *former.chain])
    _replace(work, former, renewed)
    admitted = [admit(work, member, act) for member in members_of(work, unit)]
    events = [pair_born("unit", unit, version, private.public), *_hand_out(work, renewed, act)]
    return [*events, *filter(None, admitted)]


def add_pair(
    work: Work, unit: UUID, version: int, private: PrivateKey, previous: bytes | None = None
) -> UUID:
    """Add a version of a unit's pair; `previous` is its former private key under this one."""
    pair = UnitPair(
        unit_id=unit,
        version=version,
        public=private.public.raw(),
        key_id=private.public.key_id,
        previous=previous,
        born_at=work.clock.now(),
    )
    work.session.add(pair)
    work.session.flush()  # before the envelopes that point to it
    return pair.id


def _at_hand(work: Work, unit: UUID, act: UUID) -> OpenedUnit:
    """Return the keys of a unit, its chain whole in the database before any envelope goes."""
    found = ring(work).unit_at_hand(unit)
    if found is None:
        raise MissingKey("The key of this unit is not on the keyring.")
    if found.loose:
        chain_up(work, found, act)
    return found


def _hand_out(work: Work, unit: OpenedUnit, act: UUID) -> list[KeyEvent]:
    trustee = hand_trustee(work, unit, act)
    events = [] if trustee is None else [trustee]
    return [*events, *hand_to_recovery(work, unit, act)]


def _replace(work: Work, former: OpenedUnit, renewed: OpenedUnit) -> None:
    keyring = ring(work)
    keyring.recipients.pop((KeyReader.UNIT, former.unit), None)
    keyring.born.pop(former.unit, None)
    if keyring.unit is former:
        keyring.unit = renewed
    else:
        keyring.born[former.unit] = renewed


def members_of(work: Work, unit: UUID) -> list[Membership]:
    """Return whom a unit's new key is sealed to: its memberships that have not ended."""
    query = select(Membership).where(Membership.unit_id == unit, Membership.ended_at.is_(None))
    return sealed_rows.intact(work, work.session.scalars(query))
