"""A house that is handed new keys from outside, as by an operator who has started it anew."""

from sqlalchemy import select

from caseflow.crypto.ciphers import key_id
from caseflow.database import sealed_rows
from caseflow.database.tables.installation import OutsideKey, TrusteeEnvelope
from caseflow.keys.rotation import Rotation, take_up
from caseflow.keys.server_keys import FormerKeys, open_server_keys
from caseflow.operations.rotate_outside import NoRotation, Outside, Rotated, rotate_outside
from tests.factories.house import CHEAP, ROOT, TRUSTEE, House

NEW_ROOT, NEW_TRUSTEE = bytes(range(50, 82)), bytes(range(150, 182))
OLDER = {Outside.ROOT: ROOT, Outside.TRUSTEE: TRUSTEE}
NEWER = {Outside.ROOT: NEW_ROOT, Outside.TRUSTEE: NEW_TRUSTEE}


def give(
    house: House, root: bytes, trustee: bytes | None, former: FormerKeys | None = None
) -> None:
    """Start the house anew with these keys."""
    with house.sessions() as session:
        house.server = open_server_keys(session, root, trustee, CHEAP, former or FormerKeys())


def give_both(house: House, what: Outside) -> None:
    """Start the house anew with a new key and the one that has counted until now."""
    if what is Outside.ROOT:
        give(house, NEW_ROOT, TRUSTEE, FormerKeys(root=ROOT))
    else:
        give(house, ROOT, NEW_TRUSTEE, FormerKeys(trustee=TRUSTEE))


def give_new(house: House, what: Outside) -> None:
    """Start the house anew with the new key alone."""
    if what is Outside.ROOT:
        give(house, NEW_ROOT, TRUSTEE)
    else:
        give(house, ROOT, NEW_TRUSTEE)


def give_old(house: House) -> None:
    """Start the house anew with the keys that it was born with."""
    give(house, ROOT, TRUSTEE)


def begun(house: House, what: Outside) -> Rotation:
    """Take up a rotation and stop behind its first transaction."""
    work = house.work()
    rotation = take_up(work, what)
    assert isinstance(rotation, Rotation), rotation
    work.finish()
    return rotation


def rotated(house: House, what: Outside) -> Rotated:
    """Rotate to the end."""
    done = rotate_outside(house.work, what, lambda _done, _whole: None)
    assert not isinstance(done, NoRotation), done
    return done


def name_no_secret(house: House) -> None:
    """Leave the envelopes to the trustee as an earlier release wrote them."""
    work = house.work()
    for row in work.session.scalars(select(TrusteeEnvelope)).all():
        sealed_rows.change(work, row, secret_key_id=None)
    work.finish()


def write_down_secret(house: House) -> None:
    """Write down the version of the trustee secret, as its first rotation does; none begins."""
    work = house.work()
    now = work.clock.now()
    row = OutsideKey(
        what=Outside.TRUSTEE.value, version=1, key_id=key_id(TRUSTEE), since=now, finished_at=now
    )
    work.session.add(row)
    work.finish()
