from uuid import uuid4

import pytest
from sqlalchemy import func, select

from caseflow.database import sealed_rows
from caseflow.database.tables.installation import TrusteeEnvelope
from caseflow.database.tables.units import UnitEnvelope, UnitPair
from caseflow.database.unit_of_work import Work
from caseflow.keys.chain_up import chain_up
from caseflow.keys.keyring import ring
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.keys.recovery import join_shares, open_unit_by_recovery
from caseflow.keys.renew_from_outside import renew_from_outside
from caseflow.keys.trustee import open_trustee
from caseflow.keys.unit_keys import admit, renew_unit
from caseflow.vocabulary.states import KeyReader
from tests.factories.house import House


def renewed_outside(house: House, times: int = 1) -> None:
    for _ in range(times):
        work = house.work()
        assert renew_from_outside(work, house.units["beratung"], uuid4())
        work.finish()


def unit_of(work: Work) -> OpenedUnit:
    unit = ring(work).unit
    assert unit is not None
    return unit


def envelopes(house: House, reader: KeyReader = KeyReader.STAFF) -> int:
    work = house.work()
    query = select(func.count()).select_from(UnitEnvelope).join(UnitPair)
    mine = UnitPair.unit_id == house.units["beratung"], UnitEnvelope.reader == reader
    found = work.session.scalars(query.where(*mine)).one()
    work.finish()
    return found


def former_of(work: Work) -> list[bytes]:
    unit = unit_of(work)
    return [unit.of(former.key_id).private.raw() for former, _ in unit.chain]


def test_members_open_what_is_older_before_anybody_has_laid_the_link(house: House) -> None:
    first = unit_of(house.work_as("berta", "beratung")).private.raw()
    renewed_outside(house, times=2)
    work = house.work_as("lea", "beratung")
    assert unit_of(work).version == 3
    assert former_of(work)[-1] == first
    assert len(unit_of(work).loose) == 2


def test_a_link_that_is_laid_serves_everybody_and_former_envelopes_go(house: House) -> None:
    first = unit_of(house.work_as("berta", "beratung")).private.raw()
    renewed_outside(house, times=2)
    assert (envelopes(house), envelopes(house, KeyReader.RECOVERY)) == (6, 3)
    work = house.work_as("lea", "beratung")
    [handed] = chain_up(work, unit_of(work), uuid4())
    assert (handed.what, handed.reader) == ("trustee", KeyReader.UNIT)
    assert unit_of(work).loose == ()
    work.finish()
    assert (envelopes(house), envelopes(house, KeyReader.RECOVERY)) == (2, 3)
    later = house.work_as("berta", "beratung")
    assert unit_of(later).loose == ()
    assert former_of(later)[-1] == first
    assert open_trustee(later) is not None
    pairs = select(UnitPair.key_id).join(TrusteeEnvelope)
    assert unit_of(later).key_id in set(later.session.scalars(pairs))


@pytest.mark.parametrize("how", ["renewal", "admission"])
def test_no_envelope_of_a_former_pair_goes_before_its_link_is_laid(house: House, how: str) -> None:
    renewed_outside(house)
    work = house.work_as("lea", "beratung")
    if how == "renewal":
        renew_unit(work, house.units["beratung"], uuid4())
    else:
        admit(work, house.memberships["berta", "beratung"], uuid4())
    work.finish()
    later = house.work_as("berta", "beratung")
    assert unit_of(later).loose == ()
    assert len(former_of(later)) == unit_of(later).version - 1


def test_whoever_is_slower_leaves_the_link_of_the_other(house: House) -> None:
    renewed_outside(house)
    slower = house.work_as("lea", "beratung")
    seen = slower.session.get_one(UnitPair, unit_of(slower).loose[0].newer)
    slower.finish()
    faster = house.work_as("berta", "beratung")
    chain_up(faster, unit_of(faster), uuid4())
    faster.finish()
    slower.session.add(seen)  # as it was before the other wrote
    assert chain_up(slower, unit_of(slower), uuid4()) == []
    assert former_of(slower)


def test_who_was_admitted_later_does_without_what_lies_under_no_key_of_hers(house: House) -> None:
    renewed_outside(house)
    work = house.work()
    first = work.session.scalars(
        select(UnitPair).where(UnitPair.unit_id == house.units["beratung"], UnitPair.version == 1)
    ).one()
    member = house.memberships["berta", "beratung"]
    for row in work.session.scalars(
        select(UnitEnvelope).where(
            UnitEnvelope.membership_id == member.id, UnitEnvelope.unit_pair_id == first.id
        )
    ):
        work.session.delete(row)
    work.finish()
    opened = unit_of(house.work_as("berta", "beratung"))
    assert (opened.chain, opened.loose) == ((), ())


def test_recovery_opens_both_sides_of_a_missing_link(house: House) -> None:
    renewed_outside(house)
    work = house.work()
    assert open_unit_by_recovery(work, join_shares(house.shares[:2]), house.units["beratung"])
    assert len(former_of(work)) == 1


def test_where_no_trustee_is_at_hand_the_link_is_laid_all_the_same(house: House) -> None:
    renewed_outside(house)
    work = house.work_as("lea", "beratung")
    trustee = work.session.scalars(select(TrusteeEnvelope)).all()
    for row in trustee:
        work.session.delete(row)
    work.session.flush()
    assert chain_up(work, unit_of(work), uuid4()) == []
    work.finish()
    assert unit_of(house.work_as("berta", "beratung")).loose == ()
    assert sealed_rows.intact(work, work.session.scalars(select(UnitPair)))
