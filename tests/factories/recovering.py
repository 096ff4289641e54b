"""New recovery shares in the place of the first ones, and who opens what by which."""

from uuid import UUID

from caseflow.crypto.key_pairs import PrivateKey
from caseflow.keys.recovery import Sharing, join_shares, open_unit_by_recovery
from caseflow.keys.renew_recovery import renew_recovery
from tests.factories.house import House


def renewed(house: House) -> tuple[PrivateKey, PrivateKey]:
    """Renew the recovery pair; return the former private key and the present one."""
    work = house.work()
    made = renew_recovery(work, Sharing(2, 3))
    assert made is not None
    work.finish()
    former, house.shares = house.shares, made[1]
    return join_shares(former), join_shares(house.shares)


def opens(house: House, recovery: PrivateKey, unit: UUID) -> bool:
    """Say whether a recovery key opens a unit."""
    work = house.work()
    found = open_unit_by_recovery(work, recovery, unit)
    work.put_away()
    return found
