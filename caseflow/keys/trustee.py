"""Make the trustee's pair, hand it to units, and let it open a drawer when an act is recorded.

Its private key opens with a unit's key and the trustee secret together, never with one alone. It
acts in the transaction that records a consent or an emergency, and never on a read.
"""

from uuid import UUID

from sqlalchemy import delete, select

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.envelopes import Destination, open_pair, seal_envelope
from caseflow.crypto.key_pairs import PrivateKey, new_pair
from caseflow.crypto.wrapping import unwrap, wrap
from caseflow.database import sealed_rows
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.installation import TrusteeEnvelope, TrusteePair
from caseflow.database.tables.units import UnitPair
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.envelopes import find_for, open_row
from caseflow.keys.events import KeyEvent, pair_born
from caseflow.keys.keyring import ring
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.keys.outside_keys import present_secret, secret_of
from caseflow.keys.recipients import newest_trustee_pair
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import BrokenKey, MissingKey
from caseflow.vocabulary.states import KeyReader

_LABEL = "trustee envelope"


def make_trustee(work: Work) -> KeyEvent:
    """Make the trustee's pair; it stays on the keyring until it is handed to the first units."""
    private = new_pair()
    pair = TrusteePair(
        version=1,
        public=private.public.raw(),
        key_id=private.public.key_id,
        born_at=work.clock.now(),
    )
    work.session.add(pair)
    work.session.flush()  # before the envelopes that point to it
    ring(work).trustee = private
    return pair_born("trustee", pair.id, pair.version, private.public)


def hand_trustee(work: Work, unit: OpenedUnit, act: UUID) -> KeyEvent | None:
    """Let members of a unit call the trustee; None where the trustee is not at hand here."""
    secret = present_secret(work)
    pair = newest_trustee_pair(work)
    private = open_trustee(work)
    if secret is None or pair is None or private is None:
        return None
    _delete_envelopes(work, unit.unit)
    destination = _destination(work, pair, unit.key_id, act)
    inner = seal_envelope(unit.private.public, destination, private.raw())
    row = TrusteeEnvelope(
        trustee_id=pair.id,
        unit_pair_id=unit.pair,
        act=act,
        sealed=wrap(secret, _LABEL, _context(work.installation, pair.id, unit.pair), inner),
        secret_key_id=secret.key_id,
    )
    work.session.add(row)
    return KeyEvent(
        Act.KEY_GRANT, "trustee", pair.id, pair.version, pair.key_id, KeyReader.UNIT, unit.unit
    )


def open_trustee(work: Work) -> PrivateKey | None:
    """Return the trustee's private key, or None where secret or unit are not at hand.

    None and an alarm when they are, and still no sound envelope leads to it.
    """
    keyring = ring(work)
    if keyring.trustee is not None:
        return keyring.trustee
    pair = newest_trustee_pair(work)
    if pair is None or keyring.server.trustee is None or keyring.unit is None:
        return None
    try:
        keyring.trustee = _opened(work, keyring.unit, pair)
    except BrokenKey:
        work.alarms.append(Alarm.of_key(TrusteePair.__tablename__, pair.id))
    return keyring.trustee


def drawer_key_by_trustee(work: Work, drawer: Drawer) -> Cipher | None:
    """Put a drawer's key onto the keyring through the trustee, to be granted by a recorded act.

    None where the trustee is not at hand; None and an alarm when the drawer is not sealed to it.
    """
    pair = newest_trustee_pair(work)
    private = open_trustee(work)
    if pair is None or private is None:
        return None
    found = find_for(work, [drawer], KeyReader.TRUSTEE, pair.id)
    if drawer.id not in found:
        return None
    cipher = open_row(private, work.installation, found[drawer.id])
    ring(work).ciphers[drawer.id, drawer.key_version] = cipher
    return cipher


def unwrapped(installation: UUID, secret: Cipher, row: TrusteeEnvelope) -> bytes:
    """Return the envelope to the unit that lies under the trustee secret; raises BrokenKey."""
    return unwrap(
        secret, _LABEL, _context(installation, row.trustee_id, row.unit_pair_id), row.sealed
    )


def rewrap_envelope(work: Work, row: TrusteeEnvelope, former: Cipher, secret: Cipher) -> None:
    """Wrap an envelope under another trustee secret: no unit's key is needed for it.

    Raises BrokenKey when it does not open, Stale when somebody else has changed it meanwhile.
    """
    if not sealed_rows.intact(work, [row]):
        raise BrokenKey("An envelope to the trustee is not as it was written.")
    inner = unwrapped(work.installation, former, row)
    context = _context(work.installation, row.trustee_id, row.unit_pair_id)
    sealed = wrap(secret, _LABEL, context, inner)
    sealed_rows.change(work, row, sealed=sealed, secret_key_id=secret.key_id)


def name_first_secret(work: Work, secret: Cipher) -> None:
    """Write into the envelopes of earlier releases, which name none, what they lie under."""
    query = select(TrusteeEnvelope).where(TrusteeEnvelope.secret_key_id.is_(None))
    for row in sealed_rows.intact(work, work.session.scalars(query).all()):
        sealed_rows.change(work, row, secret_key_id=secret.key_id)


def _opened(work: Work, unit: OpenedUnit, pair: TrusteePair) -> PrivateKey:
    query = (
        select(TrusteeEnvelope, UnitPair.key_id)
        .join(UnitPair, UnitPair.id == TrusteeEnvelope.unit_pair_id)
        .where(TrusteeEnvelope.trustee_id == pair.id, UnitPair.unit_id == unit.unit)
        .order_by(UnitPair.version.desc())
    )
    for row, key_id in work.session.execute(query):
        if sealed_rows.intact(work, [row]):
            return _opened_row(work, unit.of(key_id).private, pair, row)
    raise MissingKey("No envelope leads from this unit to the trustee.")


def _opened_row(
    work: Work, unit_key: PrivateKey, pair: TrusteePair, row: TrusteeEnvelope
) -> PrivateKey:
    inner = unwrapped(work.installation, secret_of(work, row.secret_key_id), row)
    destination = _destination(work, pair, unit_key.public.key_id, row.act)
    return open_pair(unit_key, destination, inner)


def _delete_envelopes(work: Work, unit: UUID) -> None:
    pairs = select(UnitPair.id).where(UnitPair.unit_id == unit)
    work.session.execute(
        delete(TrusteeEnvelope).where(TrusteeEnvelope.unit_pair_id.in_(pairs)),
        execution_options={"synchronize_session": False},
    )


def _destination(work: Work, pair: TrusteePair, unit_key_id: bytes, act: UUID) -> Destination:
    return Destination(
        work.installation, "trustee", pair.id, pair.version, pair.key_id, unit_key_id, act
    )


def _context(installation: UUID, pair: UUID, unit_pair: UUID) -> tuple[bytes, ...]:
    return installation.bytes, pair.bytes, unit_pair.bytes
